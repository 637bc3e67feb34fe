package wholeway

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	importer "numberloader/import"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
	"numberloader/internal/report"
	"numberloader/internal/review"
)

// write makes a workbook of rows of texts.
func write(t rapid.TB, path string, rows [][]string) {
	t.Helper()
	f := excelize.NewFile()
	for i := range rows {
		if err := f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &rows[i]); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
}

// TestCorrectedProblemsComeBackToTheirRows saves the problem rows of any list, corrects
// some of them in the workbook, and reads it: exactly these rows are decided about, all
// others are judged as before, and without the decisions everything is.
func TestCorrectedProblemsComeBackToTheirRows(t *testing.T) {
	t.Parallel()
	folder, ctx, at := t.TempDir(), t.Context(), 0
	rapid.Check(t, func(t *rapid.T) {
		at++
		path, problems := filepath.Join(folder, fmt.Sprint(at), "list.xlsx"), filepath.Join(folder, fmt.Sprintf("%d.xlsx", at))
		headings := rapid.SampledFrom([][]string{{"Note", "Phone number", "Type"}, {"", "Phone number", "Type"}, {"Phone number", "Type", "Note"}}).Draw(t, "headings")
		phone, kind := slices.Index(headings, "Phone number"), slices.Index(headings, "Type")
		sheet := [][]string{headings}
		for i := range rapid.IntRange(6, 20).Draw(t, "rows") {
			row := []string{"note", "note", "note"}
			row[phone] = rapid.SampledFrom([]string{"+1913555%04d", "91355 %04d", "555 %04d", "+1913555%04d x", "=+%04d"}).Draw(t, "number")
			row[phone] = fmt.Sprintf(row[phone], 100+i)
			row[kind] = rapid.SampledFrom([]string{"DID", "DID", "Toll-free", "what"}).Draw(t, "type")
			sheet = append(sheet, row)
		}
		if err := os.Mkdir(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		write(t, path, sheet)
		open := read(ctx, t, path)
		if open.Ask != nil {
			t.Skip("the list is asked about")
		}
		set := review.Settings{Region: "US"}
		judge := func(decisions map[int]review.Decision) []*number.Row {
			rows, err := review.Rows(ctx, open, set, review.Known{}, decisions)
			if err != nil {
				t.Fatal(err)
			}
			return rows
		}
		before := judge(nil)
		if err := report.New(nil).SaveProblems(problems, open, before, false); err != nil {
			t.Fatal(err)
		}
		corrected := correct(t, problems, phone)
		decisions := map[int]review.Decision{}
		got := comeBack(t, open, read(ctx, t, problems), before)
		for _, change := range got.Changes {
			decisions[change.Record] = change.Decision
		}
		said := map[string]string{}
		for _, v := range got.Values {
			said[v.Cell] = v.Is
		}
		if diff := cmp.Diff(corrected, said); diff != "" || len(got.Untaken)+len(got.Unclear)+len(got.Emptied)+len(got.Strange)+len(got.Absent) > 0 {
			t.Fatalf("%s\n%+v", diff, got)
		}
		for i, row := range judge(decisions) {
			want, is := corrected[row.Place()]
			switch {
			case is && (row.Read().String() != want || !row.ByUser):
				t.Errorf("%s is %+v, not %s", row.Place(), row, want)
			case !is && !reflect.DeepEqual(before[i], row):
				t.Errorf("%s was %+v and is %+v", row.Place(), before[i], row)
			}
		}
		if !reflect.DeepEqual(before, judge(nil)) {
			t.Error("without the decisions the rows are others")
		}
	})
}

// read reads a workbook.
func read(ctx context.Context, t rapid.TB, path string) *number.Table {
	t.Helper()
	table, err := importer.Read(ctx, path, number.Layout{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return table
}

// correct corrects some numbers of a workbook of problem rows, as a person would, and
// returns what they became by their cell.
func correct(t *rapid.T, path string, phone int) map[string]string {
	t.Helper()
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close() //nolint:errcheck // it was saved
	rows, err := f.GetRows("Problems")
	if err != nil {
		t.Fatal(err)
	}
	cells := slices.Index(rows[0], "Cell in list.xlsx")
	if rapid.Bool().Draw(t, "of an older version") {
		if err := f.SetCellValue("Problems", number.ColumnName(cells)+"1", "Cell"); err != nil {
			t.Fatal(err)
		}
	}
	corrected := map[string]string{}
	for i, row := range rows[1:] {
		if !rapid.Bool().Draw(t, "corrected") {
			continue
		}
		is := fmt.Sprintf("+1913556%04d", 100+i)
		corrected[row[cells]] = is
		if err := f.SetCellValue("Problems", number.ColumnName(phone)+fmt.Sprint(i+2), is); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.Save(); err != nil {
		t.Fatal(err)
	}
	return corrected
}

// comeBack is what a workbook says about the open list that it names.
func comeBack(t rapid.TB, open, back *number.Table, rows []*number.Row) review.Corrections {
	t.Helper()
	list, cells, ok := phrase.CellsOf(back.Headings)
	if !ok || list != "" && list != filepath.Base(open.Path) {
		t.Fatalf("%q names no list", back.Headings)
	}
	returned := review.Returned{
		Open: open, Rows: rows, Back: back, Cells: cells,
		Decided: func(int) review.Decision { return review.Decision{} }, Meant: func(_ number.Field, word string) string { return word },
	}
	corrections, ok := returned.Corrections()
	if !ok {
		t.Fatal("the numbers are gone")
	}
	return corrections
}
