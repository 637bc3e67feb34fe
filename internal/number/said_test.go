package number_test

import (
	"slices"
	"testing"

	"numberloader/internal/number"
)

// TestRowsShareWhatIsSaidOfTheirColumn holds that each of them says it of its own cell, and
// that nobody sees who shares it.
func TestRowsShareWhatIsSaidOfTheirColumn(t *testing.T) {
	t.Parallel()
	shared := []number.Finding{
		number.OfRows(number.UnknownLocationFinding("S!C", "Nowhere", &number.Location{})),
		number.NoPSTNFinding("Nowhere"),
		number.OfRows(number.NotCallingFinding("S!D", "Nowhere")),
	}
	for line, want := range map[int32][2]string{7: {"S!C7", "S!D7"}, 8: {"S!C8", "S!D8"}} {
		row := number.Row{Line: line}
		row.SetFindings(shared...)
		row.Add(number.DuplicateFinding("S!B9", number.E164{}, "S!B1"))
		row.AddFirst(number.StruckThroughFinding("S!B9", number.E164{}))
		all := row.Findings()
		if len(all) != 5 || all[1].Args.Of("cell") != want[0] || all[3].Args.Of("cell") != want[1] || all[4].Args.Of("cell") != "S!B9" {
			t.Errorf("row %d says %v", line, all)
		}
		for i := range all {
			if where, ok := all[i].Args.Find("column"); ok {
				t.Errorf("row %d says %s of a column", line, where)
			}
		}
		if level, code := row.Worst(); level != number.LevelProblem || code != number.CodeStruckThrough || !row.Says(number.CodeUnknownLocation) {
			t.Errorf("row %d is %s for %s", line, level, code)
		}
	}
}

// TestARowNamesWhatIsSaidOfItsCell holds that the cell and what it shows come first, and that
// a text that was read in place of the cell's is what is shown.
func TestARowNamesWhatIsSaidOfItsCell(t *testing.T) {
	t.Parallel()
	said := []number.Finding{
		number.NewFinding(number.CodeExtension, number.Usual, number.Args{{"suggestion", "+12125550100"}}),
		number.NewFinding(number.CodeNoCountry, number.Usual, nil),
	}
	for shown, want := range map[string]string{"2125550100 x1": "2125550100 x1", " 2125550100\tx2 ": "2125550100 x2"} {
		row := number.Row{Line: 7, Input: "2125550100 x1", Shared: &number.Shared{Column: "S!B"}}
		row.SetOfCell(shown, said...)
		row.Add(number.OverflowFinding(row.Place(), 2, 3, number.LevelNotice))
		all := row.Findings()
		first := number.Args{{"cell", "S!B7"}, {"shown", want}}
		if len(all) != 3 || !slices.Equal(all[0].Args, append(first, said[0].Args...)) || !slices.Equal(all[1].Args, first) {
			t.Errorf("%q: %v", shown, all)
		}
		if all[2].Args.Of("request") != "2" || len(said[0].Args) != 1 {
			t.Errorf("%q: %v, made of %v", shown, all, said)
		}
		row.SetFindings(said...)
		if again := row.Findings(); len(again[0].Args) != 1 {
			t.Errorf("%q: %v", shown, again)
		}
	}
}
