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
	if err != nil || rows[0].Code() != number.CodeRemoveMarker || !slices.ContainsFunc(rows[0].Findings(), func(f number.Finding) bool { return f.Args.Of("word") == "porting" }) {
		t.Errorf("%+v (%v)", rows, err)
	}
}

// TestWhatIsTakenOutNeedsNoMending has rows that a word takes out and that would be
// problems without it.
func TestWhatIsTakenOutNeedsNoMending(t *testing.T) {
	t.Parallel()
	known := Known{Locations: []number.Location{{ID: "b", Name: "Berlin", Country: "DE"}}}
	for name, c := range map[string]struct {
		text, location string
		without        number.Code
	}{
		"an unknown location":    {"+493023125001", "Atlantis", number.CodeUnknownLocation},
		"a number that is short": {"030 2", "Berlin", number.CodeShortCode},
		"an unknown range":       {"+15551234567", "", number.CodeInvalidNumber},
		"a suggestion":           {"+493023125001 x22", "Berlin", number.CodeExtension},
		"nothing else":           {"+493023125001", "Berlin", ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for _, word := range []string{"", "Baja"} {
				table := listOf(c.text)
				table.Columns[number.FieldState] = 1
				table.Records[0].SetText(number.FieldState, word)
				table.Records[0].SetText(number.FieldLocation, c.location)
				rows, err := Rows(t.Context(), table, Settings{}, known, nil)
				if err != nil {
					t.Fatal(err)
				}
				row, want := rows[0], c.without
				if word != "" {
					want = number.CodeRemoveMarker
				}
				if row.Code() != want || row.Goes() != (want == "") {
					t.Errorf("with %q it is %q: %+v", word, row.Code(), row.Findings())
				}
				if word != "" && (row.Overridable || row.Special().Suggestion != "") {
					t.Errorf("with %q, sending it is offered: %+v", word, row)
				}
			}
		})
	}
}
