package wholeway

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	importer "numberloader/import"
	"numberloader/internal/number"
	"numberloader/internal/plan"
	"numberloader/internal/review"
)

// asideCase says what is right for a file in which something could be left aside
// without a word. Fields that are absent are not judged. Cases of our own have a name
// and, in place of a file, a text or the texts of sheets.
type asideCase struct {
	Kind      string            `json:"kind"` // A to K: what could go wrong; "" for a smaller thing
	File      string            `json:"file"`
	Name      string            `json:"name"`
	Text      string            `json:"text"`
	Sheets    [][2]string       `json:"sheets"` // their names and texts
	Region    string            `json:"region"`
	HeaderRow *int              `json:"header_row"`
	Columns   map[string]string `json:"columns"`
	Send      []string          `json:"send"`
	Ask       any               `json:"ask"` // true: a question is right, too; "only": nothing else is
	Problem   []int             `json:"problem"`
	Never     []string          `json:"never"`
	Told      []string          `json:"told"`
	Location  map[string]string `json:"location"`
	Type      map[string]string `json:"type"`
	State     map[string]string `json:"state"`
	Why       string            `json:"why"`
}

// asideFolder holds the cases.
var asideFolder = filepath.Join(top, "import", "testdata", "aside")

// asideCases are the cases of a file of them.
func asideCases(t *testing.T, name string) []*asideCase {
	t.Helper()
	var all []*asideCase
	for line := range strings.Lines(readFile(t, filepath.Join("import", "testdata", "aside", name))) {
		c := &asideCase{}
		if err := json.Unmarshal([]byte(line), c); err != nil {
			t.Fatalf("%v in %s", err, line)
		}
		all = append(all, c)
	}
	return all
}

// TestNothingIsLeftAsideInSilence takes each file through reading and judging.
func TestNothingIsLeftAsideInSilence(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{"expect.jsonl": true, "own.jsonl": true}
	for _, want := range asideCases(t, "expect.jsonl") {
		seen[want.File] = true
		t.Run(want.File, func(t *testing.T) {
			t.Parallel()
			checkAside(t, filepath.Join(asideFolder, want.File), want)
		})
	}
	entries, err := os.ReadDir(asideFolder)
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		if !seen[entry.Name()] {
			t.Errorf("%s has no expectation", entry.Name())
		}
	}
}

// TestNothingIsLeftAsideInOtherWords has the same kinds of lists in other words and
// languages, each as a text table and as a workbook, and as many of each kind.
func TestNothingIsLeftAsideInOtherWords(t *testing.T) {
	t.Parallel()
	missing := map[string]int{}
	for _, given := range asideCases(t, "expect.jsonl") {
		missing[given.Kind]++
	}
	for _, want := range asideCases(t, "own.jsonl") {
		missing[want.Kind]--
		t.Run(want.Kind+" "+want.Name, func(t *testing.T) {
			t.Parallel()
			if want.Text != "" {
				path := filepath.Join(t.TempDir(), "list.csv")
				if err := os.WriteFile(path, []byte(want.Text), 0o600); err != nil {
					t.Fatal(err)
				}
				checkAside(t, path, want)
			}
			checkAside(t, workbookOf(t, want), want)
		})
	}
	for kind, n := range missing {
		if kind != "" && n > 0 {
			t.Errorf("%d cases of our own are missing of the kind %s", n, kind)
		}
	}
}

// workbookOf writes the texts of a case as a workbook. Whole numbers are stored as
// such, unless a 0 at the start would be lost.
func workbookOf(t *testing.T, c *asideCase) string {
	t.Helper()
	book := excelize.NewFile()
	defer func() { _ = book.Close() }()
	sheets := c.Sheets
	if c.Text != "" {
		sheets = [][2]string{{"Sheet1", c.Text}}
	}
	for i, s := range sheets {
		err := book.SetSheetName("Sheet1", s[0])
		if i > 0 {
			_, err = book.NewSheet(s[0])
		}
		r := csv.NewReader(strings.NewReader(s[1]))
		r.Comma, r.FieldsPerRecord = ';', -1
		rows, failed := r.ReadAll()
		if err != nil || failed != nil {
			t.Fatal(err, failed)
		}
		for row, fields := range rows {
			for column, text := range fields {
				if err := setCell(book, s[0], number.ColumnName(column)+strconv.Itoa(row+1), text); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	path := filepath.Join(t.TempDir(), "list.xlsx")
	if err := book.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	return path
}

// setCell fills a cell as somebody who types the text does.
func setCell(book *excelize.File, sheet, cell, text string) error {
	if value, err := strconv.ParseUint(text, 10, 64); err == nil && text[0] != '0' && len(text) <= number.ExcelDigits {
		return book.SetCellValue(sheet, cell, value)
	}
	if text == "" {
		return nil
	}
	return book.SetCellStr(sheet, cell, text)
}

func checkAside(t *testing.T, path string, want *asideCase) {
	t.Helper()
	table, err := importer.Read(t.Context(), path, number.Layout{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if table.Ask != nil {
		if want.Ask == nil {
			t.Errorf("it asks: %s %v", table.Ask.Question, table.Ask.Candidates)
		}
		return
	}
	if want.Ask == "only" {
		t.Fatalf("it does not ask; columns %v", table.Columns)
	}
	rows, err := review.Rows(t.Context(), table, review.Settings{Region: want.Region}, review.Known{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	rows = plan.Build(rows, plan.Webex()).Rows
	checkWhere(t, table, want)
	checkSent(t, rows, want)
	checkTold(t, table, rows, want)
}

// checkWhere compares where the list was found.
func checkWhere(t *testing.T, table *number.Table, want *asideCase) {
	t.Helper()
	if want.HeaderRow != nil && table.HeaderRow != *want.HeaderRow {
		t.Errorf("header row %d, want %d", table.HeaderRow, *want.HeaderRow)
	}
	names := []string{"number", "number_end", "type", "usage", "state", "location", "subscription"}
	columns := map[string]string{}
	for _, field := range number.Fields() {
		if column, ok := table.Columns[field]; ok {
			columns[names[field]] = number.ColumnName(column)
		}
	}
	if want.Columns != nil && fmt.Sprint(columns) != fmt.Sprint(want.Columns) {
		t.Errorf("columns %v, want %v", columns, want.Columns)
	}
}

// checkSent compares what would be sent, and as what.
func checkSent(t *testing.T, rows []*number.Row, want *asideCase) {
	t.Helper()
	var sent []string
	problems := map[int32]bool{}
	for _, row := range rows {
		problems[row.Line] = problems[row.Line] || row.Level == number.LevelProblem
		if row.Level != number.LevelOK && row.Level != number.LevelWarning || row.Number.IsZero() {
			continue
		}
		n := row.Number.String()
		sent = append(sent, n)
		for _, of := range []struct {
			what string
			want map[string]string
			got  string
		}{{"location", want.Location, row.Location()}, {"type", want.Type, row.Kind.API()}, {"state", want.State, row.State.API()}} {
			if wanted, ok := of.want[n]; ok && wanted != of.got {
				t.Errorf("%s of %s is %q, want %q", of.what, n, of.got, wanted)
			}
		}
	}
	slices.Sort(sent)
	wanted := slices.Sorted(slices.Values(want.Send))
	if want.Send != nil && !slices.Equal(sent, wanted) {
		t.Errorf("sends %v, want %v", sent, wanted)
	}
	for _, line := range want.Problem {
		if !problems[int32(line)] { //nolint:gosec // a few rows
			t.Errorf("row %d is no problem", line)
		}
	}
	for i := range rows {
		for _, never := range want.Never {
			if rows[i].Number.String() == never || strings.Contains(rows[i].Special().Suggestion, never) {
				t.Errorf("row %d: %s", rows[i].Line, never)
			}
		}
	}
}

// checkTold looks for something that is said of a cell, a column or a sheet.
func checkTold(t *testing.T, table *number.Table, rows []*number.Row, want *asideCase) {
	t.Helper()
	said := map[string]bool{}
	for i := range rows {
		said[rows[i].Cell()] = true
		if rows[i].Skipped != number.SkipNone {
			said[strconv.Itoa(int(rows[i].Line))] = true
		}
		for _, f := range rows[i].Findings() {
			said[string(f.Code)] = true
		}
	}
	for i := range table.Inventory {
		item := &table.Inventory[i]
		said[item.Sheet], said[number.ColumnName(item.Column)] = true, true
		for line := item.First; line <= item.Last; line++ {
			said[number.ColumnName(item.Column)+strconv.Itoa(line)] = true
		}
	}
	for _, told := range want.Told {
		line := strings.TrimLeft(told, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
		if !said[told] && !said[line] {
			t.Errorf("nothing is said of %s", told)
		}
	}
}
