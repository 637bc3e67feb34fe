package sample_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	importer "numberloader/import"
	"numberloader/internal/number"
	"numberloader/internal/plan"
	"numberloader/internal/review"
	"numberloader/sample"
)

// judged are the table and the rows of the sample as the practice organization
// would see them.
func judged(t *testing.T) (*number.Table, []*number.Row) {
	t.Helper()
	path := filepath.Join(t.TempDir(), sample.Name)
	if err := os.WriteFile(path, sample.Workbook(), 0o600); err != nil {
		t.Fatal(err)
	}
	table, err := importer.Read(t.Context(), path, number.Layout{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if table.Ask != nil {
		t.Fatalf("the reader asks for the number column: %+v", table.Ask)
	}
	locations := []number.Location{
		{ID: "kc", Name: "Kansas City", Country: "US", PSTN: number.PSTNLocalGateway},
		{ID: "au", Name: "Austin", Country: "US", PSTN: number.PSTNNonIntegrated},
		{ID: "lb", Name: "London Bridge", Country: "GB", PSTN: number.PSTNLocalGateway},
		{ID: "ch", Name: "Chicago", Country: "US", PSTN: number.PSTNCisco, Provider: "Cisco Calling Plans"},
	}
	rows, err := review.Rows(t.Context(), table, review.Settings{Region: "US"}, review.Known{Locations: locations}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return table, rows
}

func TestTheSampleIsReadWithoutAQuestion(t *testing.T) {
	t.Parallel()
	table, rows := judged(t)
	want := map[number.Field]int{number.FieldNumber: 0, number.FieldType: 1, number.FieldLocation: 2}
	if diff := cmp.Diff(want, table.Columns); diff != "" || table.HeaderRow != 6 {
		t.Errorf("the header is in row %d; columns (- wanted, + got):\n%s", table.HeaderRow, diff)
	}
	stored := map[number.CellType]bool{}
	for _, record := range table.Records {
		stored[record.Number().Type] = true
	}
	if !stored[number.CellNumber] || !stored[number.CellText] {
		t.Errorf("numbers are stored as %v, wanted texts and numbers", stored)
	}
	if len(rows) < 80 || len(rows) > 120 {
		t.Errorf("the sample has %d rows", len(rows))
	}
}

func TestTheSampleShowsWhatCanBeWrong(t *testing.T) {
	t.Parallel()
	_, rows := judged(t)
	problems, skipped := map[number.Code]int{}, map[number.Skip]int{}
	for i := range rows {
		switch {
		case rows[i].Skipped != number.SkipNone:
			skipped[rows[i].Skipped]++
		case rows[i].Level == number.LevelProblem:
			problems[rows[i].Code()]++
		}
	}
	wantProblems := map[number.Code]int{
		number.CodeTooShort: 1, number.CodeExtension: 1, number.CodeDuplicate: 1, number.CodeMissingNumber: 1,
		number.CodeLetters: 1, number.CodeOtherCountry: 1, number.CodeIntegratedPSTN: 2,
	}
	if diff := cmp.Diff(wantProblems, problems); diff != "" {
		t.Errorf("problems (- wanted, + got):\n%s", diff)
	}
	if diff := cmp.Diff(map[number.Skip]int{number.SkipTotal: 1, number.SkipNote: 1}, skipped); diff != "" {
		t.Errorf("rows that are left out (- wanted, + got):\n%s", diff)
	}
}

func TestTheSampleNeedsThreeRequestsForItsMobileNumbers(t *testing.T) {
	t.Parallel()
	_, rows := judged(t)
	var got []string
	for _, request := range plan.Build(rows, plan.Webex()).Requests {
		if request.Group.Kind == number.KindMobile {
			got = append(got, fmt.Sprintf("%s %d", request.Group.Location, len(request.Rows)))
		}
	}
	if diff := cmp.Diff([]string{"Kansas City 20", "Kansas City 20", "Kansas City 5"}, got); diff != "" {
		t.Errorf("mobile requests (- wanted, + got):\n%s", diff)
	}
}
