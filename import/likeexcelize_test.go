package importer

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"numberloader/import/sheet"
	"numberloader/internal/number"
)

// TestWorkbooksHoldWhatExcelizeFinds reads all sheets of the workbooks of the tests,
// cell for cell, as excelize does. Workbooks that it can't open, or that are refused
// here, are not compared, and neither is one whose rows have no numbers: excelize then
// counts them and passes over the addresses of their cells.
func TestWorkbooksHoldWhatExcelizeFinds(t *testing.T) {
	t.Parallel()
	books, cells := 0, 0
	for _, pattern := range []string{"testdata/*/*.xlsx", "../sample/*.xlsx", "../e2e/testdata/spreadsheets/*.xlsx"} {
		paths, err := filepath.Glob(pattern)
		if err != nil || len(paths) == 0 {
			t.Fatal(pattern, err)
		}
		for _, path := range paths {
			if filepath.Base(path) == "rows-without-numbers.xlsx" {
				continue
			}
			if n := compareBook(t, path); n > 0 {
				books, cells = books+1, cells+n
			}
		}
	}
	t.Logf("%d cells of %d workbooks", cells, books)
	if books < 50 || cells < 4500 {
		t.Errorf("only %d cells of %d workbooks", cells, books)
	}
}

// compareBook compares a workbook, and says how many cells that were.
func compareBook(t *testing.T, path string) int {
	t.Helper()
	theirs, err := excelize.OpenFile(path, excelize.Options{RawCellValue: true})
	if err != nil {
		return 0
	}
	defer func() { _ = theirs.Close() }()
	file, err := open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = file.close() }()
	in := newSearch(t.Context(), file, number.Layout{}, func(number.Progress) {})
	_, book, err := in.openZip()
	if err != nil {
		return 0
	}
	cells := 0
	for i, info := range book.Sheets() {
		ours, err := book.Read(i)
		if err != nil {
			t.Errorf("%s, %s: %v", path, info.Name, err)
			continue
		}
		rows, err := theirs.GetRows(info.Name, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Logf("%s, %s: excelize: %v", path, info.Name, err)
			continue
		}
		cells += compareSheet(t, path+", "+info.Name, ours, rows)
	}
	return cells
}

// compareSheet compares each cell that one side or the other has.
func compareSheet(t *testing.T, name string, ours *sheet.Sheet, theirs [][]string) int {
	t.Helper()
	cells := 0
	for i := range ours.Rows {
		r := &ours.Rows[i]
		var row []string
		if r.Line <= len(theirs) {
			row = theirs[r.Line-1]
		}
		for column := range max(ours.WidthOf(r), len(row)) {
			want := ""
			if column < len(row) {
				want = row[column]
			}
			if got := rawOf(ours, ours.Cell(r, column)); got != want && strings.TrimSpace(got+want) != "" {
				t.Errorf("%s, %s%d: got %q, excelize %q", name, number.ColumnName(column), r.Line, got, want)
			}
			cells++
		}
	}
	for line, row := range theirs {
		if _, there := ours.Find(line + 1); !there && strings.TrimSpace(strings.Join(row, "")) != "" {
			t.Errorf("%s, row %d: excelize has %q", name, line+1, row)
		}
	}
	return cells
}

// rawOf is a cell as excelize has it, unformatted.
func rawOf(s *sheet.Sheet, c sheet.Cell) string {
	if c.Type == number.CellBool {
		return map[string]string{"true": "1", "false": "0"}[s.Text(c)]
	}
	return s.Text(c)
}
