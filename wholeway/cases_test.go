package wholeway

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	importer "numberloader/import"
	"numberloader/internal/number"
	"numberloader/internal/plan"
	"numberloader/internal/review"
)

const expectationEnding = ".expect.json"

// fileCase says what becomes of one file. Its fields are those of the
// descriptions beside the files.
type fileCase struct {
	Region    string            `json:"region"`
	Locations map[string]string `json:"locations"` // names and countries; nil: not checked
	Password  string            `json:"password"`
	Encoding  string            `json:"encoding"` // what the user chooses
	Readable  bool              `json:"readable"`
	Ask       *struct {
		What string `json:"what"`
	} `json:"ask"`
	Answer  string       `json:"answer"` // the number column, where the reader asks
	Rows    []caseRow    `json:"rows"`
	Skipped []skippedRow `json:"skipped"`
}

// caseRow is a row of the file. Kind, usage and state are what it states, and
// not what holds for rows that state none.
type caseRow struct {
	Row          int      `json:"row"`
	Cell         string   `json:"cell"`
	Level        string   `json:"level"`
	Code         string   `json:"code"`
	Numbers      []string `json:"numbers"`
	Suggestion   string   `json:"suggestion"`
	Count        int      `json:"count"`
	First        string   `json:"first"`
	Last         string   `json:"last"`
	Kind         string   `json:"kind"`
	Usage        string   `json:"usage"`
	State        string   `json:"state"`
	Location     string   `json:"location"`
	Subscription string   `json:"subscription"`
	Hidden       bool     `json:"hidden"`
	DuplicateOf  string   `json:"duplicate_of"`
	Request      int      `json:"request"` // of mobile rows that are sent
}

type skippedRow struct {
	Row int    `json:"row"`
	Why string `json:"why"`
}

// TestWholeFilesMeetTheirExpectations takes every file of the reader's cases,
// and every file that other programs made, through reading, judging and planning.
func TestWholeFilesMeetTheirExpectations(t *testing.T) {
	t.Parallel()
	for _, folder := range []string{"cases", "made"} {
		paths, err := filepath.Glob(filepath.Join(top, "import", "testdata", folder, "*"))
		if err != nil || len(paths) == 0 {
			t.Fatalf("no files in %s: %v", folder, err)
		}
		for _, path := range paths {
			if strings.HasSuffix(path, expectationEnding) {
				continue
			}
			t.Run(folder+"/"+filepath.Base(path), func(t *testing.T) {
				t.Parallel()
				checkFile(t, path, readCase(t, path))
			})
		}
	}
}

func readCase(t *testing.T, path string) fileCase {
	t.Helper()
	content, err := os.ReadFile(path + expectationEnding)
	if err != nil {
		t.Fatalf("the file has no expectation: %v", err)
	}
	var want fileCase
	if err := json.Unmarshal(content, &want); err != nil {
		t.Fatal(err)
	}
	return want
}

func checkFile(t *testing.T, path string, want fileCase) {
	t.Helper()
	layout := number.Layout{Password: want.Password, Encoding: want.Encoding}
	table, err := importer.Read(t.Context(), path, layout, nil)
	if !want.Readable {
		if err == nil {
			t.Error("the file was read, and it should be refused")
		}
		return
	}
	if err != nil {
		t.Fatalf("Read: %v", err)
	}
	if asks := table.Ask != nil; asks != (want.Ask != nil) {
		t.Fatalf("the reader asks for the number column: %t", asks)
	}
	if table.Ask != nil {
		if want.Ask.What == "sheet" {
			layout.Sheet = &want.Answer
		} else {
			layout.Columns = map[number.Field]string{number.FieldNumber: want.Answer}
		}
		if table, err = importer.Read(t.Context(), path, layout, nil); err != nil {
			t.Fatalf("Read with the answer: %v", err)
		}
	}
	rows, err := review.Rows(t.Context(), table, review.Settings{Region: want.Region}, want.known(), nil)
	if err != nil {
		t.Fatal(err)
	}
	got, skipped := describe(t, table, plan.Build(rows, plan.Webex()))
	if diff := cmp.Diff(want.Rows, got); diff != "" {
		t.Errorf("rows (- wanted, + got):\n%s", diff)
	}
	if diff := cmp.Diff(want.Skipped, skipped); diff != "" {
		t.Errorf("rows that are left out (- wanted, + got):\n%s", diff)
	}
}

// known is an organization with the locations of the case.
func (c *fileCase) known() review.Known {
	if c.Locations == nil {
		return review.Known{}
	}
	locations := []number.Location{}
	for name, country := range c.Locations {
		locations = append(locations, number.Location{ID: name, Name: name, Country: country})
	}
	return review.Known{Locations: locations}
}

// describe puts the numbers of one cell together and leaves out what the file
// does not state.
func describe(t *testing.T, table *number.Table, planned plan.Plan) (got []caseRow, skipped []skippedRow) {
	t.Helper()
	for i, row := range planned.Rows {
		if row.Skipped != number.SkipNone {
			skipped = append(skipped, skippedRow{int(row.Line), row.Skipped.String()})
			continue
		}
		described := describeRow(&table.Records[row.Record], row)
		if row.Kind == number.KindMobile {
			described.Request = int(planned.Placements[i].Request)
		}
		if row.Part == 0 {
			got = append(got, described)
			continue
		}
		whole := &got[len(got)-1]
		described.Numbers = append(whole.Numbers, described.Numbers...)
		whole.Numbers = described.Numbers
		if diff := cmp.Diff(*whole, described); diff != "" {
			t.Errorf("the numbers of %s differ in more than the number:\n%s", row.Place(), diff)
		}
	}
	return got, skipped
}

func describeRow(record *number.Record, row *number.Row) caseRow {
	special := row.Special()
	described := caseRow{
		Row: int(row.Line), Cell: row.Cell(), Level: row.Level.String(), Code: string(row.Code()), Numbers: []string{},
		Suggestion: special.Suggestion, Count: special.Count, First: special.First.String(), Last: special.Last.String(),
		Kind: stated(record.Text(number.FieldType), row.Kind), Usage: stated(record.Text(number.FieldUsage), row.Usage), State: stated(record.Text(number.FieldState), row.State),
		Location: row.Location(), Subscription: row.Special().Subscription, Hidden: row.Hidden, DuplicateOf: special.DuplicateOf,
	}
	if !row.Number.IsZero() {
		described.Numbers = append(described.Numbers, row.Number.String())
	}
	return described
}

// stated is the word of the API for what a cell states, "" for an empty cell.
func stated(cell string, value interface{ API() string }) string {
	if strings.TrimSpace(cell) == "" {
		return ""
	}
	return value.API()
}
