package report

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"numberloader/internal/fault"
	"numberloader/internal/number"
)

func problemList() (*number.Table, []*number.Row) {
	table := &number.Table{
		Path: "/lists/carrier.xlsx", Sheet: "DIDs", Headings: []string{"Number", ""},
		Records: []number.Record{
			{Line: 2, Source: number.SourceOf("913 674", "=1+1", "more")},
			{Line: 3, Source: number.SourceOf("+19135550101")},
			{Line: 4, Source: number.SourceOf("1-800-FLOWERS", "x")},
			{Line: 5, Source: number.SourceOf("000")},
		},
	}
	problem := func(record int, place string, code number.Code, message string) *number.Row {
		row := &number.Row{Record: int32(record), Line: int32(number.ParsePlace(place).Line), Shared: &number.Shared{Column: number.ParsePlace(place).Column}, Level: number.LevelProblem} //nolint:gosec // a few rows
		row.SetFindings(
			number.QuotedFinding(number.LevelWarning, number.CodeExcelNumber, "A remark."),
			number.QuotedFinding(number.LevelProblem, code, message),
		)
		return row
	}
	letters := *problem(2, "DIDs!A4", number.CodeLetters, "It contains letters.")
	letters.SetSpecial(number.Special{Suggestion: "+18003569377"})
	out, hidden, skipped := letters, letters, letters
	out.LeftOut, hidden.Hidden, skipped.Skipped = true, true, number.SkipNote
	bare := &number.Row{Record: 3, Line: 5, Shared: &number.Shared{Column: "DIDs!A"}, Level: number.LevelProblem}
	return table, []*number.Row{
		problem(0, "DIDs!A2", number.CodeTooShort, "It is too short."),
		{Record: 1, Line: 3, Shared: &number.Shared{Column: "DIDs!A"}, Level: number.LevelWarning},
		&letters, &out, &hidden, &skipped, bare,
	}
}

func TestProblemsGoBackToTheCarrierWithCellAndReason(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "problems.xlsx")
	table, rows := problemList()
	if err := New(nil).SaveProblems(path, table, rows, false); err != nil {
		t.Fatal(err)
	}
	file, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close() //nolint:errcheck // it was only read
	got, err := file.GetRows("Problems")
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{
		{"Number", "Column B", "Column C", "Cell in carrier.xlsx", "Reason", "Suggestion"},
		{"913 674", "=1+1", "more", "DIDs!A2", "It is too short."},
		{"1-800-FLOWERS", "x", "", "DIDs!A4", "It contains letters.", "+18003569377"},
		{"000", "", "", "DIDs!A5", "This row has no number that could be sent."},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	for cell, want := range map[string]excelize.CellType{"A4": excelize.CellTypeInlineString, "B2": excelize.CellTypeInlineString} {
		if got, err := file.GetCellType("Problems", cell); err != nil || got != want {
			t.Errorf("%s is of type %v (%v)", cell, got, err)
		}
	}
}

func TestProblemsNeverTakeThePlaceOfAFile(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "problems.xlsx")
	if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	table, rows := problemList()
	if err := New(nil).SaveProblems(path, table, rows, false); fault.KindOf(err) != fault.Exists {
		t.Errorf("got %v", err)
	}
	if got, err := os.ReadFile(path); err != nil || string(got) != "old" {
		t.Errorf("the old file became %q (%v)", got, err)
	}
}

func TestNoWorkbookTakesThePlaceOfTheListItself(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "carrier.xlsx")
	if err := os.WriteFile(path, []byte("the list"), 0o600); err != nil {
		t.Fatal(err)
	}
	r := example(t)
	r.Path = path
	table, rows := problemList()
	table.Path = path
	for _, err := range []error{New(nil).SaveResults(path, r, true), New(nil).SaveProblems(path, table, rows, true)} {
		if fault.KindOf(err) != fault.Exists {
			t.Errorf("got %v", err)
		}
	}
	if got, err := os.ReadFile(path); err != nil || string(got) != "the list" {
		t.Errorf("the list became %q (%v)", got, err)
	}
	alone(t, filepath.Dir(path), "carrier.xlsx")
}

func TestTheWorkbookOfProblemsIsNamedAfterItsSource(t *testing.T) {
	t.Parallel()
	for source, want := range map[string]string{
		"/lists/carrier.dids.xlsx": "carrier.dids - problems.xlsx",
		`C:\lists\carrier.csv`:     "carrier - problems.xlsx",
		"carrier":                  "carrier - problems.xlsx",
	} {
		if got := ProblemsName(source); got != want {
			t.Errorf("%s: %s", source, got)
		}
	}
}
