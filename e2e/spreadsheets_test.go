//go:build e2e

package e2e

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// spreadsheet is a file of testdata/spreadsheets and what becomes of it.
type spreadsheet struct {
	name, region string
	header       float64
	levels       object            // of the summary of check
	rows         []string          // level and code of each row, in file order
	outcomes     map[string]string // of submit, by number; rows without a number by cell
}

var spreadsheets = []spreadsheet{
	{
		name: "semicolons.csv", region: "DE", header: 1,
		levels: object{"rows": 5.0, "ready": 1.0, "warnings": 3.0, "problems": 1.0},
		rows: []string{
			"B2 ok", "B3 warning country_added", "B4 warning reformatted", "B5 problem range", "B6 warning reformatted",
		},
		outcomes: map[string]string{
			"+493023125001": "added", "+493023125002": "added", "+493023125003": "added",
			"B5": "not_sent range", "B6": "not_sent unknown_location",
		},
	},
	{
		name: "utf-16.csv", region: "GB", header: 1,
		levels: object{"rows": 5.0, "ready": 4.0, "warnings": 1.0, "problems": 0.0},
		rows:   []string{"B2 ok", "B3 warning country_added", "B4 ok", "B5 ok", "B6 ok"},
		outcomes: map[string]string{
			"+442079460101": "added", "+442079460102": "added", "+447400123456": "added",
			"+442079460013": "refused ERR.V.TRM.TMN60045", "+442079460998": "already_there already_there",
		},
	},
	{
		name: "numbers-in-row-4.xlsx", region: "US", header: 4,
		levels: object{"rows": 5.0, "ready": 0.0, "warnings": 4.0, "problems": 1.0},
		rows: []string{
			"B5 warning excel_number", "B6 warning excel_number", "B7 warning excel_number",
			"B8 problem duplicate", "B9 warning excel_number", "total",
		},
		outcomes: map[string]string{
			"+18165550141": "added", "+15125550142": "added", "+19135550144": "added",
			"B8": "not_sent duplicate", "B9": "not_sent integrated_pstn",
		},
	},
	{
		name: "by-hand.csv", region: "US", header: 1,
		levels: object{"rows": 7.0, "ready": 1.0, "warnings": 5.0, "problems": 1.0},
		rows: []string{
			"A2 ok", "A4 warning country_added", "A5 warning several_numbers", "A5 warning several_numbers",
			"A6 problem extension", "A7 warning country_differs", "A8 warning country_differs",
		},
		outcomes: map[string]string{
			"+18165550151": "added", "+18165550152": "added", "+18165550153": "added", "+18165550154": "added",
			"+14165550156": "added", "A6": "not_sent extension", "A8": "not_sent integrated_pstn",
		},
	},
}

// TestFilesOfOtherPrograms checks and adds spreadsheets that LibreOffice and
// people made.
func TestFilesOfOtherPrograms(t *testing.T) {
	for _, s := range spreadsheets {
		t.Run(s.name, func(t *testing.T) {
			content, err := os.ReadFile(filepath.Join("testdata", "spreadsheets", s.name))
			if err != nil {
				t.Fatal(err)
			}
			path := file(t, s.name, content)
			s.check(t, path)
			s.submit(t, path)
		})
	}
}

func (s *spreadsheet) check(t *testing.T, path string) {
	t.Helper()
	out, messages, status := bare(t).with(nil, "check", path, "--region", s.region, "--json")
	wanted := 0
	if s.levels["problems"] != 0.0 {
		wanted = 1
	}
	if status != wanted {
		t.Errorf("check: status %d, wanted %d: %s", status, wanted, messages)
	}
	got := summary(t, out)
	if got["header_row"] != s.header {
		t.Errorf("check: the header is in row %v, wanted %v", got["header_row"], s.header)
	}
	checkCounts(t, "check", got, s.levels)
	var rows []string
	for _, row := range objects(t, out) {
		switch {
		case row["summary"] == true:
		case row["skipped"] != nil:
			rows = append(rows, row["skipped"].(string))
		default:
			rows = append(rows, words(row, "cell", "level", "code"))
		}
	}
	if diff := cmp.Diff(s.rows, rows); diff != "" {
		t.Errorf("check (- wanted, + got):\n%s", diff)
	}
}

// submit adds the file to a new practice organization. Its workbook must have a
// line for each row.
func (s *spreadsheet) submit(t *testing.T, path string) {
	t.Helper()
	out, messages, status := bare(t).with(nil, "submit", path, "--region", s.region, "--practice", "--yes", "--only-ready", "--json")
	if status != 1 {
		t.Errorf("submit: status %d, wanted 1, because some rows are not added: %s", status, messages)
	}
	outcomes := map[string]string{}
	for _, row := range objects(t, out) {
		if row["summary"] == true {
			continue
		}
		name := words(row, "number")
		if row["outcome"] == "not_sent" {
			name = words(row, "cell")
		}
		outcomes[name] = words(row, "outcome", "error_code")
	}
	if diff := cmp.Diff(s.outcomes, outcomes); diff != "" {
		t.Errorf("submit (- wanted, + got):\n%s", diff)
	}
	total := summary(t, out)
	for _, outcome := range []string{"added", "already_there", "refused", "not_sent", "not_known"} {
		n := count(s.outcomes, outcome)
		if total[outcome] != float64(n) {
			t.Errorf("submit: %s is %v, wanted %d", outcome, total[outcome], n)
		}
	}
	checkWorkbook(t, total["results"].(string), len(s.outcomes))
	checkOutcomes(t, total["results"].(string), map[string]int{
		"Added": count(s.outcomes, "added"), "Already there": count(s.outcomes, "already_there"),
		"Refused": count(s.outcomes, "refused"), "Not sent": count(s.outcomes, "not_sent"),
	})
}

// words are the texts of an object's fields, without the empty ones.
func words(o object, fields ...string) string {
	var all []string
	for _, field := range fields {
		if text, _ := o[field].(string); text != "" {
			all = append(all, text)
		}
	}
	return strings.Join(all, " ")
}

// count is how many of the outcomes begin with a word.
func count(outcomes map[string]string, word string) int {
	n := 0
	for _, outcome := range outcomes {
		if first, _, _ := strings.Cut(outcome, " "); first == word {
			n++
		}
	}
	return n
}
