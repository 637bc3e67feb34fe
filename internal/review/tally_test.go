package review

import (
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"numberloader/internal/number"
	"numberloader/internal/number/numbertest"
)

// anyJudged is a row as it may come from a review and a plan.
func anyJudged(t *rapid.T) *number.Row {
	pick := func(name string) bool { return rapid.IntRange(0, 3).Draw(t, name) == 0 }
	r := &number.Row{
		Level: rapid.SampledFrom([]number.Level{number.LevelOK, number.LevelWarning, number.LevelProblem}).Draw(t, "level"),
		Kind:  rapid.SampledFrom([]number.Kind{number.KindDID, number.KindMobile}).Draw(t, "kind"), Number: numbertest.E164("+12125550123"),
		Hidden: pick("hidden"), LeftOut: pick("left out"), AlreadyThere: pick("there"),
	}
	if pick("overflow") {
		r.SetFindings(number.OverflowFinding("B2", 2, 2, number.LevelNotice))
	}
	if pick("suggestion") {
		r.SetSpecial(number.Special{Suggestion: "+12125550123"})
	}
	if pick("country") {
		r.Add(number.NewFinding(number.CodeNoCountry, number.Usual, nil))
	}
	if pick("skipped") {
		r.Skipped = number.SkipTotal
	}
	return r
}

func TestATallyFollowsRowsThatChange(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		rows := make([]*number.Row, rapid.IntRange(1, 9).Draw(t, "rows"))
		for i := range rows {
			rows[i] = anyJudged(t)
		}
		tally := NewTally(rows)
		changed := rapid.SliceOfDistinct(rapid.IntRange(0, len(rows)-1), rapid.ID[int]).Draw(t, "changed")
		for _, i := range changed {
			rows[i] = anyJudged(t)
		}
		tally.Change(rows, changed)
		if want := NewTally(rows); !reflect.DeepEqual(tally, want) {
			t.Fatalf("got %+v, want %+v", tally, want)
		}
		mendable, countryless := 0, 0
		for i := range rows {
			if rows[i].Level == number.LevelProblem && rows[i].Special().Suggestion != "" {
				mendable++
			}
			if LacksCountry(rows[i]) {
				countryless++
			}
		}
		c := tally.Counts
		switch {
		case c != Count(rows):
			t.Fatalf("c is %v, not %v", c, Count(rows))
		case tally.Suggestions != mendable:
			t.Fatalf("tally.Suggestions is %v, not %v", tally.Suggestions, mendable)
		case tally.Countryless != countryless:
			t.Fatalf("tally.Countryless is %v, not %v", tally.Countryless, countryless)
		case c.Rows != c.Ready+c.Warnings+c.Problems+c.LeftOut:
			t.Fatalf("c.Rows is %v, not %v", c.Rows, c.Ready+c.Warnings+c.Problems+c.LeftOut)
		case c.Rows != c.Going+c.LeftBehind:
			t.Fatalf("c.Rows is %v, not %v", c.Rows, c.Going+c.LeftBehind)
		case c.Rows+c.Hidden+c.Skipped != len(rows):
			t.Fatalf("c.Rows+c.Hidden+c.Skipped is %v, not %v", c.Rows+c.Hidden+c.Skipped, len(rows))
		}
	})
}
