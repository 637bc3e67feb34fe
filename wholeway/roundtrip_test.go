package wholeway

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	importer "numberloader/import"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
	"numberloader/internal/report"
	"numberloader/internal/run"
)

// oddTexts are those that programs for spreadsheets like to change.
var oddTexts = []string{
	"=1+1", "=cmd|' /C calc'!A0", "+12125550101", "-1", "@SUM(A1)", "\t=1", "'quoted", `"quoted"`, `""`, "a,b;c|d",
	"two\nlines", "two\r\nlines", "one\rline", "\n", " ", "  blanks around  ", "no\u00a0break", "\ufeffmark", "zero\u200bwidth",
	"0042", "00123456789012345678901234567890", "1.9E+10", "12345678901234567890", "1/2", "2026-08-01", "TRUE", "#N/A", "#REF!",
	"_x000D_", "_x005F_x000D_", "_x005f_", "_x0041_b", "_X000D_", "_x00_", "__x0020__", "_x0041__x0042_",
	"_xD83D__xDE00_", "_xD83D_", "a_xDE00_b", "_x005F_xD83D_", "_x005F_x005F_x0041_", "_x0041_xD83D_x0042_", " _x000D_ ", "\n_xD800_\n",
	"<_xDFFF_&", "=_xD83D_", "_xD83D_" + strings.Repeat("x", 32700),
	"<b>&amp;</b>", "]]>", "&#10;", "é", "e\u0301", "日本語", "שלום +972", "\u202eevil", "👩‍👩‍👧 😀", "\U0010fffd", "𝟎𝟏",
	strings.Repeat("x", 32767), strings.Repeat("é", 32767),
}

// TestResultsReadBackAsTheyWere writes the workbook of a run with every outcome
// and with odd texts in every column, and reads it.
func TestResultsReadBackAsTheyWere(t *testing.T) {
	t.Parallel()
	lines := []run.Line{}
	for i, text := range oddTexts {
		lines = append(lines, lineOf(i, []string{text, "", fmt.Sprint(i), text}))
	}
	checkRoundTrip(t.Context(), t, filepath.Join(t.TempDir(), "results.xlsx"), []string{"Phone number", "=Heading", "", "two\nlines"}, lines)
}

// TestResultsOfAnyTextReadBackAsTheyWere does so with texts of any characters
// that XML allows.
func TestResultsOfAnyTextReadBackAsTheyWere(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	text := rapid.OneOf(
		rapid.StringOf(rapid.Rune().Filter(inXML)),
		rapid.SampledFrom(oddTexts[:len(oddTexts)-2]),
		rapid.StringMatching(`[ _xX0-9A-Fa-f+=@-]{0,12}`),
		rapid.StringMatching(`(_x(005[Ff]|[Dd][89A-Fa-f]..|00..)_?|_|x|😀){0,5}`).Filter(func(s string) bool { return strings.IndexFunc(s, func(c rune) bool { return !inXML(c) }) < 0 }),
	)
	row := rapid.SliceOfN(text, 0, 4)
	at := 0
	ctx := t.Context()
	rapid.Check(t, func(t *rapid.T) {
		at++
		lines := []run.Line{}
		for i, source := range rapid.SliceOfN(row, 1, 4).Draw(t, "rows") {
			lines = append(lines, lineOf(i, source))
		}
		checkRoundTrip(ctx, t, filepath.Join(folder, fmt.Sprintf("%d.xlsx", at)), row.Draw(t, "headings"), lines)
	})
}

// inXML reports whether XML 1.0 allows a character.
func inXML(c rune) bool {
	return c == '\t' || c == '\n' || c == '\r' || c >= ' ' && c <= 0xd7ff || c >= 0xe000 && c <= 0xfffd || c >= 0x10000
}

// lineOf is the line of a row with the outcome whose turn it is. Its own texts
// are odd, too.
func lineOf(i int, source []string) run.Line {
	odd := oddTexts[i%(len(oddTexts)-2)]
	line := run.Line{Source: number.SourceOf(source...), Result: run.Result{
		Outcome: run.Outcomes()[i%len(run.Outcomes())], Why: run.Quoted(odd, "Do "+odd), ErrorCode: odd, TrackingID: odd,
	}}
	if line.Result.Outcome != run.NotSent {
		line.Row.Number, _ = number.ParseE164(fmt.Sprintf("+1212555%04d", 100+i))
		line.Request = i + 1
		line.Result.HTTPStatus = 200 + i
		line.Result.Time = time.Date(2026, 11, 23, 14, 12, i%60, 0, time.Local)
	}
	return line
}

// wanted is what a row of the workbook shows in the columns that it adds to the
// source's, by their headings.
func wanted(line *run.Line) map[string]string {
	result := &line.Result
	shown := map[string]string{
		"Outcome": phrase.Outcome(result.Outcome), "Reason": phrase.Reason(line), "What to do": phrase.ToDo(line, phrase.AfterClosing),
		"Error code": result.ErrorCode, "Tracking ID": result.TrackingID,
		"Number sent": "", "Request": "", "HTTP status": "", "Time": "",
	}
	if line.Request > 0 {
		shown["Number sent"], shown["Request"], shown["HTTP status"] = line.Row.Number.String(), fmt.Sprint(line.Request), fmt.Sprint(result.HTTPStatus)
		shown["Time"] = result.Time.Format("2006-01-02 15:04:05")
	}
	return shown
}

// checkCells checks the cells of a line in a workbook with these headings, of which
// the first ones are the source's.
func checkCells(t rapid.TB, row int, headings []string, columns int, line *run.Line, cells []string) {
	t.Helper()
	cells = append(slices.Clone(cells), make([]string, len(headings)-len(cells))...)
	source := append(line.Source.All(), make([]string, columns-line.Source.Len())...)
	if diff := cmp.Diff(source, cells[:columns]); diff != "" {
		t.Errorf("row %d: %s", row, diff)
	}
	for heading, want := range wanted(line) {
		at := slices.Index(headings[columns:], heading)
		if at < 0 {
			t.Fatalf("no column %s in %q", heading, headings)
		}
		if got := cells[columns+at]; got != want {
			t.Errorf("row %d, %s: got %q, want %q", row, heading, got, want)
		}
	}
}

func checkRoundTrip(ctx context.Context, t rapid.TB, path string, headings []string, lines []run.Line) {
	t.Helper()
	columns := len(headings)
	for i := range lines {
		columns = max(columns, lines[i].Source.Len())
	}
	wantHeadings := slices.Clone(headings)
	for i := len(wantHeadings); i < columns; i++ {
		wantHeadings = append(wantHeadings, "")
	}
	for i, heading := range wantHeadings {
		if heading == "" {
			wantHeadings[i] = "Column " + number.ColumnName(i)
		}
	}
	if err := report.New(nil).SaveResults(path, run.Run{Draft: run.Draft{Headings: headings, Lines: lines}}, false); err != nil {
		t.Fatal(err)
	}
	layout := number.Layout{
		Sheet: new("Results"), Header: new(1),
		Columns: map[number.Field]string{number.FieldNumber: number.ColumnName(columns)},
	}
	table, err := importer.Read(ctx, path, layout, nil)
	if err != nil {
		t.Fatal(err)
	}
	for i := range wantHeadings { // headings are read without blanks around them
		wantHeadings[i] = strings.TrimSpace(wantHeadings[i])
	}
	if diff := cmp.Diff(wantHeadings, table.Headings[:columns]); diff != "" {
		t.Errorf("headings: %s", diff)
	}
	if len(table.Records) != len(lines) {
		t.Fatalf("%d rows, want %d", len(table.Records), len(lines))
	}
	for i := range lines {
		checkCells(t, i+2, table.Headings, columns, &lines[i], table.Records[i].Source.All())
		if got := table.Records[i].Number(); got.Type == number.CellText && got.Value != lines[i].Row.Number.String() {
			t.Errorf("row %d: number sent %q", i+2, got.Value)
		}
	}
}

// TestTemplateReadsBack fills in nothing: the headers are known, and no row is
// there. No example is ever taken for a number, nor left aside as one.
func TestTemplateReadsBack(t *testing.T) {
	t.Parallel()
	for name, locations := range map[string][]string{"unconnected": nil, "connected": {"Kansas City", "London, 2nd floor", "Office 816 555 0100"}} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path := filepath.Join(t.TempDir(), "template.xlsx")
			if err := report.New(nil).SaveTemplate(path, locations, false); err != nil {
				t.Fatal(err)
			}
			table, err := importer.Read(t.Context(), path, number.Layout{}, nil)
			if err != nil {
				t.Fatal(err)
			}
			want := map[number.Field]int{
				number.FieldNumber: 0, number.FieldType: 1, number.FieldUsage: 2, number.FieldState: 3, number.FieldLocation: 4, number.FieldSubscription: 5,
			}
			if diff := cmp.Diff(want, table.Columns); diff != "" {
				t.Errorf("columns: %s", diff)
			}
			if table.Ask != nil || len(table.Records) > 0 || len(table.Notes) > 0 {
				t.Errorf("asked %v, %d rows, notes %v", table.Ask, len(table.Records), table.Notes)
			}
		})
	}
}
