package report

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"numberloader/internal/fault"
	"numberloader/internal/number"
	"numberloader/internal/plan"
	"numberloader/internal/run"
)

// written is the workbook of a run with at most perSheet lines in a sheet.
func written(tb testing.TB, r run.Run, perSheet int) *excelize.File {
	tb.Helper()
	var text bytes.Buffer
	if err := New(nil).writeResults(&text, r, perSheet); err != nil {
		tb.Fatal(err)
	}
	book, err := excelize.OpenReader(&text)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { _ = book.Close() })
	return book
}

// of is a run of lines with these source cells and nothing else.
func of(headings []string, rows ...[]string) run.Run {
	r := run.Run{Draft: run.Draft{Headings: headings}}
	for _, source := range rows {
		r.Lines = append(r.Lines, run.Line{Source: number.SourceOf(source...)})
	}
	return r
}

func value(tb testing.TB, book *excelize.File, sheet, at string) string {
	tb.Helper()
	text, err := book.GetCellValue(sheet, at, excelize.Options{RawCellValue: true})
	if err != nil {
		tb.Fatal(err)
	}
	return text
}

func TestSourceTextsComeBackAsTheyWere(t *testing.T) {
	t.Parallel()
	for name, text := range map[string]string{
		"a leading zero": "0049 30 23125000", "a plus sign": "+493023125000", "a formula": "=HYPERLINK(\"x\")",
		"spaces around": "  020 7946 0123 ", "lines": "one\ntwo", "what looks like an escape": "_x0041_",
		"markup": "<a & b>", "not of this plane": "📞 携帯", "a percent sign": "100%", "many digits": "12345678901234567890",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			book := written(t, of([]string{"Number"}, []string{text}), maxLines)
			if got := value(t, book, sheetResults(), "A2"); got != text {
				t.Errorf("got %q, want %q", got, text)
			}
		})
	}
}

func TestAnyTextComesBackAsItWas(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.StringOf(rapid.RuneFrom([]rune("\x00\x01\x1f\r\n\t_x0D+=@-'\"<&>\ufffe\u200e 9")))).Draw(rt, "text")
		printable := rapid.StringMatching(`[ -~]{1,20}`).Draw(rt, "printable")
		book := written(t, of([]string{text}, []string{text, printable}), maxLines)
		if got, want := value(t, book, sheetResults(), "A2"), strings.ToValidUTF8(text, "\ufffd"); got != want {
			rt.Errorf("got %q, want %q", got, want)
		}
		if got := value(t, book, sheetResults(), "B2"); got != printable {
			rt.Errorf("beside %q: got %q, want %q", text, got, printable)
		}
	})
}

func TestTextsThatExcelWouldCalculateAreQuoted(t *testing.T) {
	t.Parallel()
	book := written(t, of([]string{"=A", "B"}, []string{"+1", "1"}, []string{"-1", "'"}, []string{"@x", "x="}), maxLines)
	for at, want := range map[string]bool{
		"A1": true, "B1": false, "A2": true, "B2": false, "A3": true, "B3": false, "A4": true, "B4": false,
	} {
		index, err := book.GetCellStyle(sheetResults(), at)
		if err != nil {
			t.Fatal(err)
		}
		quoted := book.Styles.CellXfs.Xf[index].QuotePrefix
		if got := quoted != nil && *quoted; got != want {
			t.Errorf("%s is quoted: %v, wanted %v", at, got, want)
		}
	}
}

func TestLinesThatDoNotFitGoOnInAFurtherSheet(t *testing.T) {
	t.Parallel()
	var rows [][]string
	for i := range 5 {
		rows = append(rows, []string{fmt.Sprint(i)})
	}
	book := written(t, of([]string{"Number"}, rows...), 2)
	want := []string{"Results", "Results 2", "Results 3", "Requests", "Summary"}
	if got := book.GetSheetList(); !slices.Equal(got, want) {
		t.Fatalf("sheets %q, wanted %q", got, want)
	}
	for i, at := range []string{"A2", "A3", "A4"} {
		for sheet, name := range want[:3] {
			line := ""
			if n := sheet*2 + i; i < 2 && n < 5 {
				line = fmt.Sprint(n)
			}
			if got := value(t, book, name, at); got != line {
				t.Errorf("%s!%s is %q, wanted %q", name, at, got, line)
			}
		}
	}
	if got := value(t, book, "Results 3", "A1"); got != "Number" {
		t.Errorf("the header of a further sheet is %q", got)
	}
}

func TestTheWidestSourceLeavesRoomForTheOutcome(t *testing.T) {
	t.Parallel()
	source := make([]string, excelize.MaxColumns)
	source[0] = "first"
	book := written(t, of(nil, source), maxLines)
	last, err := excelize.ColumnNumberToName(excelize.MaxColumns)
	if err != nil {
		t.Fatal(err)
	}
	if value(t, book, sheetResults(), "A2") != "first" || value(t, book, sheetResults(), last+"1") != "Time" {
		t.Errorf("the first cell is %q, the last heading %q", value(t, book, sheetResults(), "A2"), value(t, book, sheetResults(), last+"1"))
	}
}

func TestARunWithoutLinesHasAWorkbook(t *testing.T) {
	t.Parallel()
	book := written(t, run.Run{}, maxLines)
	if got := value(t, book, sheetResults(), "A1"); got != "Number sent" {
		t.Errorf("the first heading is %q", got)
	}
}

func TestColumnsAreAsWideAsTheirTexts(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("x", 300)
	book := written(t, of([]string{"No", "Phone", "Remark"}, []string{"1", "+1 816 555 0150", long}), maxLines)
	for at, want := range map[string]float64{"A": narrowest, "B": 17, "C": widest} {
		if got, err := book.GetColWidth(sheetResults(), at); err != nil || got != want {
			t.Errorf("column %s is %v wide (%v), wanted %v", at, got, err, want)
		}
	}
}

func TestExcelIsToldNotToMarkPhoneNumbersAsErrors(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "results.xlsx")
	if err := New(nil).SaveResults(path, example(t), false); err != nil {
		t.Fatal(err)
	}
	book, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = book.Close() }()
	sheet, err := fs.ReadFile(book, "xl/worksheets/sheet1.xml")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(sheet), `<ignoredError sqref="A1:`+lastCell()+`" numberStoredAsText="true"`) {
		t.Errorf("the sheet ends with %s", sheet[len(sheet)-500:])
	}
}

func TestTheSummarySaysWhetherItWasPractice(t *testing.T) {
	t.Parallel()
	practice := run.Run{State: run.Finished}
	practice.Organization = run.Organization{Name: "Practice organization", Practice: true}
	for name, test := range map[string]struct {
		run                 run.Run
		organization, state string
	}{
		"practice": {practice, "Practice organization (practice: nothing went to Webex)", "Finished"},
		"real":     {example(t), "Acme Corp", "Unfinished: some rows were not sent or are not known"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			book := written(t, test.run, maxLines)
			if got := value(t, book, sheetSummary(), "B4"); got != test.organization {
				t.Errorf("organization %q", got)
			}
			if got := value(t, book, sheetSummary(), "B9"); got != test.state {
				t.Errorf("state %q", got)
			}
		})
	}
}

func TestARequestThatNeverLeftSaysSo(t *testing.T) {
	t.Parallel()
	r := run.Run{Sent: []run.Sent{{Request: plan.Request{Number: 1, Group: plan.Group{Kind: number.KindMobile}}}}}
	if got := value(t, written(t, r, maxLines), sheetRequests(), "G2"); got != "Not sent" {
		t.Errorf("the answer is %q", got)
	}
}

func TestAWorkbookOnAFileSystemWithoutLinks(t *testing.T) {
	t.Parallel()
	noLinks := func(string, string) error { return errors.ErrUnsupported }
	folder := t.TempDir()
	beside, path := filepath.Join(folder, "beside"), filepath.Join(folder, "results.xlsx")
	for _, step := range []struct {
		name, content string
		want          error
		kept          string
	}{
		{"a free name", "new", nil, "new"},
		{"a name that is taken", "newer", fs.ErrExist, "new"},
	} {
		if err := os.WriteFile(beside, []byte(step.content), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := giveName(beside, path, noLinks); !errors.Is(err, step.want) {
			t.Errorf("%s: got %v", step.name, err)
		}
		if got, err := os.ReadFile(path); err != nil || string(got) != step.kept {
			t.Errorf("%s: the file is %q (%v)", step.name, got, err)
		}
	}
	if err := giveName(filepath.Join(folder, "gone"), filepath.Join(folder, "other.xlsx"), noLinks); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a file that is gone: %v", err)
	}
	if _, err := os.Lstat(filepath.Join(folder, "other.xlsx")); !errors.Is(err, fs.ErrNotExist) {
		t.Error("an empty file was left under the wanted name")
	}
}

func TestAFolderInTheWayIsNoSuccess(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "results.xlsx")
	if err := os.MkdirAll(filepath.Join(path, "sub"), 0o700); err != nil {
		t.Fatal(err)
	}
	err := New(nil).save("", path, true, func(w io.Writer) error {
		_, err := io.WriteString(w, "new")
		return err
	})
	if fault.KindOf(err) != fault.SaveFailed {
		t.Errorf("got %v", err)
	}
	alone(t, filepath.Dir(path), "results.xlsx")
}

func TestNamesRunOutQuietly(t *testing.T) {
	t.Parallel()
	folder, other := t.TempDir(), t.TempDir()
	for n := 1; n <= mostNames; n++ {
		name := "list - results 2026-11-23 1412.xlsx"
		if n > 1 {
			name = fmt.Sprintf("list - results 2026-11-23 1412 (%d).xlsx", n)
		}
		if err := os.WriteFile(filepath.Join(folder, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	got, err := ResultsPath(filepath.Join(folder, "list.csv"), started.UTC(), func(string) bool { return true }, other)
	if want := filepath.Join(other, "list - results 2026-11-23 1412.xlsx"); err != nil || got != want {
		t.Errorf("got %q (%v), wanted %q", got, err, want)
	}
}

func TestTimesAreThoseOfThisComputer(t *testing.T) {
	t.Parallel()
	moment := time.Date(2026, 11, 23, 20, 12, 5, 0, time.FixedZone("elsewhere", -7*60*60))
	if got, want := clock(moment), moment.In(time.Local).Format("2006-01-02 15:04:05"); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := clock(time.Time{}); got != "" {
		t.Errorf("no time is %q", got)
	}
}
