package report

import (
	"slices"
	"testing"

	"numberloader/internal/number"
	"numberloader/internal/run"
)

// TestTheSummaryTellsWhatWasLeftAside has a column and a sheet that were.
func TestTheSummaryTellsWhatWasLeftAside(t *testing.T) {
	t.Parallel()
	r := example(t)
	r.Aside = []number.Item{
		{Sheet: "DIDs", Column: 5, Heading: "Fax", Filled: 50, Phones: 44, Aside: number.AsideOtherPhone},
		{Sheet: "Spare", Column: -1, Phones: 40, Aside: number.AsideOtherSheet},
		{Column: 1, First: 2, Last: 3, Phones: 2, Aside: number.AsideAboveHeader},
	}
	var told []string
	rows, err := written(t, r, maxLines).GetRows("Summary")
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		if len(told) > 0 || row[0] == "Left aside" {
			told = append(told, row[1])
		}
	}
	want := []string{"Sheet DIDs, F, Fax: 44 phone numbers, not read", "Sheet Spare: 40 phone numbers, not read", "B2:B3: 2 phone numbers above the headers, not read"}
	if !slices.Equal(told, want) {
		t.Errorf("told %q, want %q", told, want)
	}
}

// TestRowsOfSeveralSheetsNameTheirCells compares a run of two sheets with one of one.
func TestRowsOfSeveralSheetsNameTheirCells(t *testing.T) {
	t.Parallel()
	r := of([]string{"Site", "Phone"}, []string{"Austin", "1"}, []string{"Berlin", "2"})
	r.Lines[0].Row = number.Row{Line: 2, Shared: &number.Shared{Column: "Austin!B"}}
	for place, want := range map[string][]string{"Berlin!B2": {"Cell", "Austin!B2", "Berlin!B2"}, "Austin!B3": {"Number sent", "", ""}} {
		r.Lines[1].Row = number.Row{Line: int32(number.ParsePlace(place).Line), Shared: &number.Shared{Column: number.ParsePlace(place).Column}} //nolint:gosec // a few rows
		r.Lines[1].Result.Outcome = run.Refused
		rows, err := written(t, r, maxLines).GetRows("Results")
		if err != nil {
			t.Fatal(err)
		}
		for i, row := range rows {
			if len(row) < 3 && want[i] != "" || len(row) >= 3 && row[2] != want[i] {
				t.Errorf("row %d of %s is %q", i, place, row)
			}
		}
		if outcome := slices.Index(rows[0], "Outcome"); rows[2][outcome] != "Refused" {
			t.Errorf("the outcomes of %s stand elsewhere: %q", place, rows[2])
		}
	}
}

func TestProblemsOfSeveralSheetsStandUnderTheirHeadings(t *testing.T) {
	t.Parallel()
	table := &number.Table{
		Sheet: "Austin", Headings: []string{"Site", "Phone"}, Further: []number.List{{Sheet: "Berlin", Headings: []string{"Phone", "Room"}}},
		Records: []number.Record{{Source: number.SourceOf("Austin", "1")}, {List: 1, Source: number.SourceOf("2", "204")}},
	}
	problems := problemsTable(table, []*number.Row{
		{Level: number.LevelProblem, Line: 2, Shared: &number.Shared{Column: "Austin!B"}}, {Record: 1, Level: number.LevelProblem, Line: 2, Shared: &number.Shared{Column: "Berlin!A"}},
	})
	cells := make([]string, len(problems.columns))
	problems.cells(1, cells)
	if want := []string{"", "2", "204", "Berlin!A2"}; !slices.Equal(cells[:4], want) {
		t.Errorf("the row is %q", cells)
	}
}
