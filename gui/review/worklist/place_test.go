package worklist

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"numberloader/internal/number"
)

// lost are rows of which three name a location that Webex does not have.
func lost(tb testing.TB) []*number.Row {
	tb.Helper()
	unknown := func(record int, location string) *number.Row {
		return judged(good(tb, record, "+19135550101", location), number.LevelProblem, number.CodeUnknownLocation, "There is no such location.")
	}
	second := unknown(1, "Kansas")
	second.Part = 1
	return []*number.Row{
		unknown(1, "Kansas"), second, unknown(2, "Kansas"), unknown(3, "Bielefeld"),
		judged(good(tb, 4, "", "Kansas"), number.LevelProblem, number.CodeTooShort, "Too short."), good(tb, 5, "+19135550105", "Austin"),
	}
}

func TestRowsThatNameTheSameUnknownLocationAreMendedTogether(t *testing.T) {
	t.Parallel()
	m := NewModel(nil, nil)
	m.Set(planOf(lost(t)))
	for row, want := range map[int]Misplaced{
		1: {Records: []int{1, 2}, Question: `2 rows name the location "Kansas". Where do they go?`},
		3: {Records: []int{3}, Question: `Where does B5 go, in place of "Bielefeld"?`},
	} {
		got, ok := m.Misplaced(row)
		if diff := cmp.Diff(want, got); diff != "" || !ok {
			t.Error(ok, diff)
		}
		if actions := m.Lines(row, false)[0].Actions; len(actions) != 1 || actions[0].Kind != ActionPlace {
			t.Errorf("row %d offers %v", row, actions)
		}
	}
	for _, row := range []int{4, 5, 6} {
		if got, ok := m.Misplaced(row); ok {
			t.Errorf("row %d: %v", row, got)
		}
	}
}
