package report_test

import (
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	importer "numberloader/import"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
	"numberloader/internal/report"
)

func TestAFilledInTemplateIsReadWithoutAQuestion(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "template.xlsx")
	if err := report.New(nil).SaveTemplate(path, []string{"Kansas City", "London"}, false); err != nil {
		t.Fatal(err)
	}
	fillIn(t, path, []any{"+18165550150", "Toll-free", "Service", "Inactive", "Kansas City", "Sub-1"})
	table, err := importer.Read(t.Context(), path, number.Layout{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	switch {
	case table.Sheet != "Numbers":
		t.Fatalf("table.Sheet is %q, not %q", table.Sheet, "Numbers")
	case table.HeaderRow != 1:
		t.Fatalf("table.HeaderRow is %v, not 1", table.HeaderRow)
	case table.Ask != nil:
		t.Fatalf("table.Ask is %v", table.Ask)
	case len(table.Notes) != 0:
		t.Fatalf("table.Notes is %v", table.Notes)
	case len(table.Records) != 1:
		t.Fatalf("table.Records is %v", table.Records)
	}
	want := map[number.Field]int{
		number.FieldNumber: 0, number.FieldType: 1, number.FieldUsage: 2, number.FieldState: 3,
		number.FieldLocation: 4, number.FieldSubscription: 5,
	}
	if diff := cmp.Diff(want, table.Columns); diff != "" {
		t.Errorf("columns (- wanted, + got):\n%s", diff)
	}
}

func fillIn(t *testing.T, path string, row []any) {
	t.Helper()
	book, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = book.Close() }()
	if err := book.SetSheetRow("Numbers", "A2", &row); err != nil {
		t.Fatal(err)
	}
	if err := book.Save(); err != nil {
		t.Fatal(err)
	}
}

// TestTheChoicesOfTheTemplateAreUnderstood holds the words of the lists against
// the words that a file may use.
func TestTheChoicesOfTheTemplateAreUnderstood(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "template.xlsx")
	if err := report.New(nil).SaveTemplate(path, []string{"Kansas City", "London, 2nd floor"}, false); err != nil {
		t.Fatal(err)
	}
	book, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = book.Close() }()
	lists, err := book.GetDataValidations("Numbers")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, list := range lists {
		got = append(got, list.Sqref+" "+list.Formula1)
		if list.Prompt == nil || *list.Prompt == "" {
			t.Errorf("nothing is said beside %s", list.Sqref)
		}
	}
	want := []string{
		"A2:A5001 ", `B2:B5001 "DID,Toll-free,Mobile"`, `C2:C5001 "Standard,Service"`, `D2:D5001 "Active,Inactive"`,
		"E2:E5001 'Locations'!$A$2:$A$3", "F2:F5001 ",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("lists (- wanted, + got):\n%s", diff)
	}
	for _, kind := range []number.Kind{number.KindDID, number.KindTollFree, number.KindMobile} {
		if read, ok := number.ParseKind(phrase.Kind(kind)); !ok || read != kind {
			t.Errorf("%s is read as %v", phrase.Kind(kind), read)
		}
	}
	for _, usage := range []number.Usage{number.UsageNone, number.UsageService} {
		if read, ok := number.ParseUsage(phrase.Usage(usage)); !ok || read != usage {
			t.Errorf("%s is read as %v", phrase.Usage(usage), read)
		}
	}
	for _, state := range []number.State{number.StateActive, number.StateInactive} {
		if read, ok := number.ParseState(phrase.State(state), false); !ok || read != state {
			t.Errorf("%s is read as %v", phrase.State(state), read)
		}
	}
}
