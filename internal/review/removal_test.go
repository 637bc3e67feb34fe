package review

import (
	"slices"
	"testing"

	"numberloader/internal/number"
)

// TestAWordThatWasExplainedAsRemovalIsNamedAsItStands has a word of the file that
// counts as one that takes its number out.
func TestAWordThatWasExplainedAsRemovalIsNamedAsItStands(t *testing.T) {
	t.Parallel()
	table := listOf("+12125550101")
	table.Columns[number.FieldState] = 1
	table.Records[0].SetText(number.FieldState, number.RemovalWord)
	table.Records[0].Source = number.SourceOf("+12125550101", "porting")
	rows, err := Rows(t.Context(), table, Settings{}, Known{}, nil)
	if err != nil || rows[0].Code != number.CodeRemoveMarker || !slices.ContainsFunc(rows[0].Findings(), func(f number.Finding) bool { return f.Args.Of("word") == "porting" }) {
		t.Errorf("%+v (%v)", rows, err)
	}
}
