package report

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"numberloader/internal/fault"
	"numberloader/internal/number"
	"numberloader/internal/number/numbertest"
	"numberloader/internal/phrase"
	"numberloader/internal/plan"
	"numberloader/internal/run"
)

var started = time.Date(2026, 11, 23, 14, 12, 5, 0, time.Local)

// example is a run with every outcome, and with texts that Excel would like to
// change.
func example(tb testing.TB) run.Run {
	tb.Helper()
	group := plan.Group{LocationID: "kc", Location: "Kansas City", Kind: number.KindDID, Usage: number.UsageNone, State: number.StateActive}
	answered := started.Add(3 * time.Second)
	lines := []run.Line{
		{
			Row: number.Row{Number: numbertest.E164("+18165550150")}, Source: number.SourceOf("8165550150", "Kansas City", "=1+1"), Request: 1,
			Result: run.Result{Outcome: run.Added, HTTPStatus: 201, TrackingID: "ROUTERGW_1", Time: answered},
		},
		{
			Row: number.Row{Number: numbertest.E164("+18165550151")}, Source: number.SourceOf("+18165550151", "", "@SUM(A1)"),
			Result: run.Result{Outcome: run.AlreadyThere, Why: run.Quoted("It is already in Kansas City.", ""), ErrorCode: "already_there"},
		},
		{
			Row: number.Row{Number: numbertest.E164("+18165550113")}, Source: number.SourceOf("0018165550113", "Kansas City", "-1"), Request: 2,
			Result: run.Result{Outcome: run.Refused, Why: run.Quoted("The number is in use elsewhere.", "Ask your carrier."), HTTPStatus: 400, ErrorCode: "ERR.V.TRM.TMN60045", TrackingID: "ROUTERGW_2", Time: answered},
		},
		{Row: number.Row{}, Source: number.SourceOf("007"), Result: run.Result{Why: run.Quoted("It is too short.", ""), ErrorCode: "too_short"}},
		{
			Row: number.Row{Number: numbertest.E164("+18165550153")}, Source: number.SourceOf("816 555 0153", "Kansas City", "a\nb"), Request: 3,
			Result: run.Result{Outcome: run.NotKnown, Why: run.Quoted("No answer came.", "Look it up.")},
		},
	}
	requests := make([]plan.Request, 3)
	for i, row := range []int{0, 2, 4} {
		requests[i] = plan.Request{Number: i + 1, Group: group, Index: i + 1, Of: 3, Rows: []int{row}}
	}
	return run.Run{
		ID: "20261123-141205-7f3a", Started: started, Ended: answered, State: run.Unfinished,
		Draft: run.Draft{
			Path: "/data/carrier-dids.xlsx", Sheet: "DIDs", Headings: []string{"Number", "Location", ""}, Person: "Dana Reyes", Program: "0.1.0",
			Organization: run.Organization{ID: "org", Name: "Acme Corp"}, Lines: lines, Requests: requests,
		},
		Sent: []run.Sent{
			{Request: requests[0], State: run.SentAnswered, HTTPStatus: 201, TrackingID: "ROUTERGW_1", Started: started, Ended: answered},
			{Request: requests[1], State: run.SentAnswered, HTTPStatus: 400, ErrorCode: "25024", TrackingID: "ROUTERGW_2", Started: started, Ended: answered},
			{Request: requests[2], State: run.SentUnderWay, Started: started},
		},
	}
}

// lastCell is the last cell of the example's results: of its fifth line, and of our last
// column behind the three of the list.
func lastCell() string { return number.ColumnName(3+len(resultColumns())-1) + "6" }

// cell is what the golden file holds of each cell.
type cell struct {
	Value  string
	Type   excelize.CellType
	Format string
}

func read(t *testing.T, path string) map[string]map[string]cell {
	t.Helper()
	book, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = book.Close() }()
	sheets := map[string]map[string]cell{}
	for _, name := range book.GetSheetList() {
		sheets[name] = map[string]cell{}
		rows, err := book.GetRows(name)
		if err != nil {
			t.Fatal(err)
		}
		for y, row := range rows {
			for x := range row {
				at, err := excelize.CoordinatesToCellName(x+1, y+1)
				if err != nil {
					t.Fatal(err)
				}
				if c := readCell(t, book, name, at); c.Value != "" {
					sheets[name][at] = c
				}
			}
		}
	}
	return sheets
}

func readCell(t *testing.T, book *excelize.File, sheet, at string) cell {
	t.Helper()
	value, err := book.GetCellValue(sheet, at, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	kind, err := book.GetCellType(sheet, at)
	if err != nil {
		t.Fatal(err)
	}
	formula, err := book.GetCellFormula(sheet, at)
	if err != nil || formula != "" {
		t.Errorf("%s!%s is the formula %q (%v)", sheet, at, formula, err)
	}
	index, err := book.GetCellStyle(sheet, at)
	if err != nil {
		t.Fatal(err)
	}
	style, err := book.GetStyle(index)
	if err != nil {
		t.Fatal(err)
	}
	return cell{value, kind, fmt.Sprint(style.NumFmt)}
}

// golden compares what was read with a golden file, or writes it.
func golden(t *testing.T, name string, got any) {
	t.Helper()
	path := filepath.Join("testdata", name)
	text, err := json.MarshalIndent(got, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	if os.Getenv("NUMBERLOADER_GOLDEN") == "write" {
		if err := os.WriteFile(path, append(text, '\n'), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.TrimSpace(string(want)), string(text)); diff != "" {
		t.Error(diff)
	}
}

func TestTheResultsWorkbookCellByCell(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "results.xlsx")
	if err := New(nil).SaveResults(path, example(t), false); err != nil {
		t.Fatal(err)
	}
	golden(t, "results.json", read(t, path))
}

func TestTheWorkbookSaysWhatTheUserCorrected(t *testing.T) {
	t.Parallel()
	r := example(t)
	r.Lines[0].Row.ByUser, r.Lines[0].Row.Input = true, "816 555 01"
	told := reason(&r.Lines[0])
	if plain := reason(&r.Lines[1]); plain != phrase.Reason(&r.Lines[1]) {
		t.Errorf("a row as the file has it says %q", plain)
	}
	if want := phrase.Sentences(phrase.Reason(&r.Lines[0]), phrase.Corrected(&r.Lines[0])); told != want || !strings.Contains(told, `"816 555 01"`) {
		t.Errorf("said %q, want %q", told, want)
	}
}

// takenBack is a run whose numbers were activated and taken back, as far as that
// went.
func takenBack(tb testing.TB) run.Run {
	tb.Helper()
	r := example(tb)
	outcomes := []run.Result{
		{Outcome: run.Removed, HTTPStatus: 204, TrackingID: "ROUTERGW_9", Time: r.Ended},
		{Outcome: run.Kept, Why: run.Quoted("It is the main number of Kansas City by now, so it was left alone.", "Choose another main number."), Time: r.Ended},
		{Outcome: run.NotRemoved, Why: run.Quoted("Webex refused to remove this number.", "Look at it in Control Hub."), HTTPStatus: 400, Time: r.Ended},
		{Outcome: run.NotActivated, Why: run.Quoted("It is no longer in Kansas City.", ""), Time: r.Ended},
		{Outcome: run.Activated, HTTPStatus: 204, Time: r.Ended},
	}
	for i := range r.Lines {
		r.Lines[i].Result = outcomes[i]
	}
	r.State, r.Stage = run.Undone, run.StageRemove
	return r
}

func TestTheWorkbookOfAnUndoCellByCell(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "results.xlsx")
	if err := New(nil).SaveResults(path, takenBack(t), false); err != nil {
		t.Fatal(err)
	}
	golden(t, "results-undo.json", read(t, path))
}

func TestTheSummaryNamesOnlyOutcomesThatCanOccur(t *testing.T) {
	t.Parallel()
	tests := []struct {
		stage      run.Stage
		state      run.State
		has, hasNo []string
		says       string
	}{
		{run.StageAdd, run.Finished, []string{"Added", "Not known"}, []string{"Removed", "Kept", "Activated"}, "Finished"},
		{run.StageActivate, run.Unfinished, []string{"Activated", "Not activated"}, []string{"Removed"}, "Unfinished: the activation was stopped, or some rows were not sent or are not known"},
		{run.StageRemove, run.Unfinished, []string{"Removed", "Kept", "Not removed"}, []string{"Activated"}, "Unfinished: the undo was stopped, or some rows are not known"},
		{run.StageRemove, run.Undone, []string{"Removed"}, []string{"Not activated"}, "Undone: nothing is left that could be taken back"},
	}
	for _, test := range tests {
		r := example(t)
		r.Stage, r.State = test.stage, test.state
		summary, values := summaryTable(r), map[string]string{}
		for i := range summary.rows {
			cells := make([]string, 2)
			summary.cells(i, cells)
			values[cells[0]] = cells[1]
		}
		if values["State"] != test.says {
			t.Errorf("stage %d: %q", test.stage, values["State"])
		}
		for _, label := range test.has {
			if values[label] == "" {
				t.Errorf("stage %d lacks %s", test.stage, label)
			}
		}
		for _, label := range test.hasNo {
			if values[label] != "" {
				t.Errorf("stage %d has %s", test.stage, label)
			}
		}
	}
}

func TestEveryOutcomeHasItsColors(t *testing.T) {
	t.Parallel()
	for _, o := range run.Outcomes() {
		if text, fill := paint(o); fill == "FFFFFF" || text == "191C22" {
			t.Errorf("%v has none", o)
		}
	}
}

// The source of a run that was made on another computer has no folder here.
func TestResultsOfAnotherComputerGoToTheOtherFolder(t *testing.T) {
	t.Parallel()
	other := t.TempDir()
	foreign := []string{`C:\Users\dana\Documents\list.xlsx`, `\\server\share\list.xlsx`, `D:/numbers/list.csv`}
	if filepath.Separator == '\\' {
		foreign = []string{"/home/dana/list.xlsx"}
	}
	for _, source := range foreign {
		got, err := ResultsPath(source, started, func(string) bool { return true }, other)
		if want := filepath.Join(other, "list - results "+started.Format("2006-01-02 1504")+".xlsx"); err != nil || got != want {
			t.Errorf("%s: %q, %v", source, got, err)
		}
	}
}

func TestEveryResultCellIsAText(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "results.xlsx")
	if err := New(nil).SaveResults(path, example(t), false); err != nil {
		t.Fatal(err)
	}
	for at, c := range read(t, path)[sheetResults()] {
		if c.Type != excelize.CellTypeInlineString || c.Format != "49" {
			t.Errorf("%s is no text: %+v", at, c)
		}
	}
}

func TestTheHeaderIsFrozenAndTheFilterOn(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "results.xlsx")
	if err := New(nil).SaveResults(path, example(t), false); err != nil {
		t.Fatal(err)
	}
	book, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = book.Close() }()
	panes, err := book.GetPanes(sheetResults())
	if err != nil || !panes.Freeze || panes.YSplit != 1 {
		t.Errorf("panes %+v (%v)", panes, err)
	}
	dimension, err := book.GetSheetDimension(sheetResults())
	if err != nil || dimension != "A1:"+lastCell() {
		t.Errorf("dimension %q (%v)", dimension, err)
	}
	filters, end := 0, fmt.Sprintf("$%s$6", strings.TrimSuffix(lastCell(), "6"))
	for _, name := range book.GetDefinedName() {
		if strings.Contains(name.Name, "FilterDatabase") && strings.Contains(name.RefersTo, end) {
			filters++
		}
	}
	if filters != 1 {
		t.Errorf("the filter covers something else: %+v", book.GetDefinedName())
	}
}

func TestSaveLeavesAFileThatExistsAlone(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "results.xlsx")
	if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := New(nil).SaveResults(path, example(t), false); fault.KindOf(err) != fault.Exists {
		t.Fatalf("got %v", err)
	}
	if got, err := os.ReadFile(path); err != nil || string(got) != "old" {
		t.Errorf("the old file became %q (%v)", got, err)
	}
	if err := New(nil).SaveResults(path, example(t), true); err != nil {
		t.Errorf("replacing: %v", err)
	}
	alone(t, filepath.Dir(path), "results.xlsx")
}

// alone says that a folder holds one file only: nothing is left behind.
func alone(t *testing.T, folder, name string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.Name() != name {
			t.Errorf("%s was left behind", e.Name())
		}
	}
}

func TestAFileThatAppearsMeanwhileIsNotReplaced(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "results.xlsx")
	err := New(nil).save("", path, false, func(io.Writer) error { return os.WriteFile(path, []byte("somebody else's"), 0o600) })
	if fault.KindOf(err) != fault.Exists {
		t.Fatalf("got %v", err)
	}
	if got, err := os.ReadFile(path); err != nil || string(got) != "somebody else's" {
		t.Errorf("the other file became %q (%v)", got, err)
	}
	alone(t, filepath.Dir(path), "results.xlsx")
}

func TestAFullDiskLeavesNothingBehind(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	full := errors.New("disk full")
	err := New(nil).save("", filepath.Join(folder, "results.xlsx"), false, func(w io.Writer) error {
		_, err := w.Write([]byte("half"))
		return errors.Join(err, full)
	})
	if fault.KindOf(err) != fault.SaveFailed || !errors.Is(err, full) {
		t.Errorf("got %v", err)
	}
	alone(t, folder, "")
}

func TestAFolderThatIsMissingIsSaid(t *testing.T) {
	t.Parallel()
	err := New(nil).SaveTemplate(filepath.Join(t.TempDir(), "none", "template.xlsx"), nil, false)
	if message := phrase.Explain(err); fault.KindOf(err) != fault.SaveFailed || !strings.Contains(message.What, "template.xlsx") {
		t.Errorf("got %+v", message)
	}
}

func TestResultsGetAFreeNameBesideTheSource(t *testing.T) {
	t.Parallel()
	folder, other := t.TempDir(), t.TempDir()
	source := filepath.Join(folder, "carrier.dids.xlsx")
	all := func(string) bool { return true }
	expect := func(want string, writable func(string) bool) {
		t.Helper()
		got, err := ResultsPath(source, started, writable, other)
		if err != nil || got != want {
			t.Errorf("got %q (%v), want %q", got, err, want)
		}
	}
	first := filepath.Join(folder, "carrier.dids - results 2026-11-23 1412.xlsx")
	expect(first, all)
	if err := os.WriteFile(first, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	expect(filepath.Join(folder, "carrier.dids - results 2026-11-23 1412 (2).xlsx"), all)
	expect(filepath.Join(other, "carrier.dids - results 2026-11-23 1412.xlsx"), func(f string) bool { return f == other })
	if _, err := ResultsPath(source, started, func(string) bool { return false }, other); fault.KindOf(err) != fault.SaveFailed {
		t.Errorf("no folder: %v", err)
	}
}

func TestTheTemplateOffersChoicesAndExplainsItself(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "template.xlsx")
	if err := New(nil).SaveTemplate(path, nil, false); err != nil {
		t.Fatal(err)
	}
	golden(t, "template.json", read(t, path))
	book, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = book.Close() }()
	lists, err := book.GetDataValidations(sheetNumbers())
	if err != nil || len(lists) != len(templateColumns(nil)) {
		t.Errorf("choices %+v (%v)", lists, err)
	}
	style, err := book.GetColStyle(sheetNumbers(), "A")
	if err != nil {
		t.Fatal(err)
	}
	if got, err := book.GetStyle(style); err != nil || got.NumFmt != textFormat {
		t.Errorf("the number column has the format %+v (%v)", got, err)
	}
}
