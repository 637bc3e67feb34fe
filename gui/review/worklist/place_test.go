package worklist

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"numberloader/gui/review/judged"
	"numberloader/internal/number"
)

// lost are rows of which three name a location that Webex does not have.
func lost(tb testing.TB) []*number.Row {
	tb.Helper()
	unknown := func(record int, location string) *number.Row {
		return marked(good(tb, record, "+19135550101", location), number.LevelProblem, number.CodeUnknownLocation, "There is no such location.")
	}
	second := unknown(1, "Kansas")
	second.Part = 1
	return []*number.Row{
		unknown(1, "Kansas"), second, unknown(2, "Kansas"), unknown(3, "Bielefeld"),
		marked(good(tb, 4, "", "Kansas"), number.LevelProblem, number.CodeTooShort, "Too short."), good(tb, 5, "+19135550105", "Austin"),
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

func TestTheLocationThatIsMeantIsTakenForAllRowsWithTheName(t *testing.T) {
	t.Parallel()
	d := deskOf(t, []string{"+19136748201", "+19136748202", "+19136748203", "+19136748204"}, func(d *desk) {
		for i, name := range []string{"Kansas Cty", "Kansas City", "Kansas Cty", "Atlantis"} {
			d.table.Records[i].SetText(number.FieldLocation, name)
		}
	})
	if got := labels(d.m.Lines(0, false)); got != "Use Kansas City" {
		t.Errorf("B2 offers %q", got)
	}
	if got := labels(d.m.Lines(0, true)); !strings.HasPrefix(got, "Use Kansas City for 2 rows, Choose a location") {
		t.Errorf("B2 under the cursor offers %q", got)
	}
	if d.m.UseMeant(3) || d.m.UseMeant(1) || d.m.UseMeant(9) {
		t.Error("a location is taken that nobody means")
	}
	switch {
	case !d.m.UseMeant(2):
		t.Error("d.m.UseMeant(2) is false")
	case d.last() != "set the location of 2 rows":
		t.Errorf("d.last() is %v, not \"set the location of 2 rows\"", d.last())
	case d.m.Count(judged.ChipByUser) != 2:
		t.Errorf("d.m.Count(ChipByUser) is %v, not 2", d.m.Count(judged.ChipByUser))
	case d.m.Count(judged.ChipProblems) != 1:
		t.Errorf("d.m.Count(ChipProblems) is %v, not 1", d.m.Count(judged.ChipProblems))
	}
}
