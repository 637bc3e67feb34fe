package number_test

import (
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
	for line, want := range map[int][2]string{7: {"S!C7", "S!D7"}, 8: {"S!C8", "S!D8"}} {
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
