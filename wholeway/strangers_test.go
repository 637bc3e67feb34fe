package wholeway

import (
	"cmp"
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	importer "numberloader/import"
	"numberloader/import/filetest"
	"numberloader/internal/number"
	"numberloader/internal/plan"
	"numberloader/internal/review"
)

// differencesFile lists where docs/number-rules.md decides otherwise than the
// library that was asked about the corpus: file, column, outcome, section of the
// rules, rows.
const differencesFile = "import/testdata/strangers.tsv"

// phoneList is what independent readers found in a list of phone numbers: its
// number columns, counted from 1, and the numbers of each cell.
type phoneList struct {
	Sheet  string `json:"sheet"`
	Phones *struct {
		Region  string      `json:"region"`
		Columns []int       `json:"number_columns"`
		Cells   []phoneCell `json:"cells"`
	} `json:"phones"`
}

// phoneCell is a cell with its numbers, and for each whether it is valid,
// possible or invalid.
type phoneCell struct {
	row, column int
	numbers     []string
	verdicts    []string
}

// UnmarshalJSON reads row, column, text, numbers and verdicts, which are the
// first of an array.
func (c *phoneCell) UnmarshalJSON(content []byte) error {
	var text string
	fields := []any{&c.row, &c.column, &text, &c.numbers, &c.verdicts}
	return json.Unmarshal(content, &fields)
}

// difference is a group of rows of a file that end otherwise than the oracle has
// it.
type difference struct{ file, column, outcome string }

// ruleSection is the number of a section of docs/number-rules.md.
var ruleSection = regexp.MustCompile(`^[1-9](\.\d+){0,2}$`)

// TestPhoneListsOfOtherProjectsMeetTheOracle reads and judges every phone list
// of the corpus. Every difference has to be listed, with the section of the
// rules that decides it, and every listed one has to occur.
func TestPhoneListsOfOtherProjectsMeetTheOracle(t *testing.T) {
	t.Parallel()
	folder := filetest.Corpus(t, top)
	found := strangers{}
	for name, list := range phoneLists(t, folder) {
		path := filepath.Join(folder, filepath.FromSlash(name))
		found.comparePicked(t, path, name, list)
		for _, column := range list.Phones.Columns {
			found.compareColumn(t, path, name, column, list)
		}
	}
	if diff := gocmp.Diff(listedDifferences(t), found.lines()); diff != "" {
		t.Errorf("differences (- listed, + found):\n%s", diff)
	}
}

func phoneLists(t *testing.T, folder string) map[string]phoneList {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(folder, "ORACLE.json"))
	if err != nil {
		t.Fatal(err)
	}
	var all struct {
		Files map[string]phoneList `json:"files"`
	}
	if err := json.Unmarshal(content, &all); err != nil {
		t.Fatal(err)
	}
	maps.DeleteFunc(all.Files, func(_ string, list phoneList) bool { return list.Phones == nil })
	if len(all.Files) == 0 {
		t.Fatal("the corpus holds no phone lists")
	}
	return all.Files
}

// strangers are the rows of a file that differ from the oracle, by what became
// of them.
type strangers map[difference][]int

func (s strangers) add(file, column, outcome string, row int) {
	key := difference{file, column, outcome}
	s[key] = append(s[key], row)
}

// comparePicked compares the number column that is found with the only one of
// the oracle.
func (s strangers) comparePicked(t *testing.T, path, name string, list phoneList) {
	t.Helper()
	table, err := importer.Read(t.Context(), path, number.Layout{}, nil)
	if err != nil {
		t.Errorf("%s: %v", name, err)
		return
	}
	want := []int{}
	for _, column := range list.Phones.Columns {
		want = append(want, column-1)
	}
	if table.Ask == nil {
		if picked := table.Columns[number.FieldNumber]; !slices.Equal(want, []int{picked}) {
			s.add(name, "picked", "column "+number.ColumnName(picked), table.HeaderRow)
		}
		return
	}
	candidates, letters := []int{}, ""
	for _, candidate := range table.Ask.Candidates {
		candidates = append(candidates, candidate.Column)
		letters += " " + number.ColumnName(candidate.Column)
	}
	if !slices.Equal(want, candidates) {
		s.add(name, "picked", "asks"+letters, table.HeaderRow)
	}
}

// compareColumn compares what becomes of the cells of a column.
func (s strangers) compareColumn(t *testing.T, path, name string, column int, list phoneList) {
	t.Helper()
	letter := number.ColumnName(column - 1)
	layout := number.Layout{Columns: map[number.Field]string{number.FieldNumber: letter}}
	if list.Sheet != "" {
		layout.Sheet = &list.Sheet
	}
	table, err := importer.Read(t.Context(), path, layout, nil)
	if err != nil {
		t.Errorf("%s: %v", name, err)
		return
	}
	rows, err := review.Rows(t.Context(), table, review.Settings{Region: list.Phones.Region}, review.Known{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	cells := map[int]phoneCell{}
	for _, cell := range list.Phones.Cells {
		if cell.column == column {
			cells[cell.row] = cell
		}
	}
	judged, _ := describe(t, table, plan.Build(rows, plan.Webex()))
	for i := range judged {
		cell, ok := cells[judged[i].Row]
		delete(cells, judged[i].Row)
		if ok && !cell.agrees(&judged[i]) || !ok && len(judged[i].Numbers) > 0 {
			s.add(name, letter, cell.outcome(&judged[i]), judged[i].Row)
		}
	}
	for row := range cells {
		s.add(name, letter, "no row", row)
	}
}

// agrees reports whether a row ends with the numbers of the oracle's cell. Numbers
// that are only possible are sent if the user wants it, and invalid ones never.
func (c *phoneCell) agrees(row *caseRow) bool {
	switch {
	case slices.Contains(c.verdicts, "invalid"):
		return len(row.Numbers) == 0
	case slices.Contains(c.verdicts, "possible"):
		return row.Code == string(number.CodeInvalidNumber) && slices.Equal(row.Numbers, c.numbers)
	}
	return row.Level != number.LevelProblem.String() && slices.Equal(row.Numbers, c.numbers)
}

// outcome is what became of a row, and whether it names the oracle's numbers.
func (c *phoneCell) outcome(row *caseRow) string {
	outcome := cmp.Or(row.Code, number.LevelOK.String())
	switch {
	case slices.Equal(row.Numbers, c.numbers):
		outcome += ", same number"
	case row.Suggestion == strings.Join(c.numbers, ", "):
		outcome += ", number suggested"
	}
	return outcome
}

func (s strangers) lines() []string {
	lines := []string{}
	for d, rows := range s {
		slices.Sort(rows)
		lines = append(lines, strings.Join([]string{d.file, d.column, d.outcome, spans(rows)}, "\t"))
	}
	slices.Sort(lines)
	return lines
}

// spans are numbers in their order as a person writes them: 2-5 9.
func spans(rows []int) string {
	var parts []string
	for i := 0; i < len(rows); {
		last := i
		for last+1 < len(rows) && rows[last+1] == rows[last]+1 {
			last++
		}
		part := strconv.Itoa(rows[i])
		if last > i {
			part += "-" + strconv.Itoa(rows[last])
		}
		parts = append(parts, part)
		i = last + 1
	}
	return strings.Join(parts, " ")
}

// listedDifferences are the lines of the file of differences without the section
// of the rules, which every line has to name.
func listedDifferences(t *testing.T) []string {
	t.Helper()
	lines := []string{}
	for line := range strings.Lines(readFile(t, differencesFile)) {
		line = strings.TrimRight(line, "\r\n")
		if strings.HasPrefix(line, "#") {
			continue
		}
		fields := strings.Split(line, "\t")
		if len(fields) != 5 || !ruleSection.MatchString(fields[3]) {
			t.Fatalf("not file, column, outcome, section and rows: %q", line)
		}
		lines = append(lines, strings.Join(slices.Delete(fields, 3, 4), "\t"))
	}
	slices.Sort(lines)
	return lines
}
