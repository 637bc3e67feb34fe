package review_test

import (
	"testing"

	"pgregory.net/rapid"

	"numberloader/internal/number"
	"numberloader/internal/number/numbertest"
	"numberloader/internal/plan"
	"numberloader/internal/review"
)

func TestCount(t *testing.T) {
	t.Parallel()
	row := func(change func(*number.Row)) *number.Row {
		r := &number.Row{Number: numbertest.E164("+12125550123"), Kind: number.KindMobile}
		change(r)
		return r
	}
	rows := []*number.Row{
		row(func(*number.Row) {}),
		row(func(*number.Row) {}),
		row(func(r *number.Row) { r.Kind = number.KindDID }),
		row(func(r *number.Row) { r.Level = number.LevelWarning }),
		row(func(r *number.Row) { r.Level, r.AlreadyThere = number.LevelWarning, true }),
		row(func(r *number.Row) { r.Level = number.LevelProblem }),
		row(func(r *number.Row) { r.LeftOut, r.Level = true, number.LevelProblem }),
		row(func(r *number.Row) { r.Hidden, r.Level = true, number.LevelProblem }),
		row(func(r *number.Row) { r.Skipped, r.Hidden = number.SkipNote, true }),
	}
	rows = plan.Build(rows, plan.Limits{Mobile: 2, Others: 10}).Rows
	want := review.Counts{
		Rows: 7, Ready: 3, Warnings: 2, Problems: 1, LeftOut: 1,
		Going: 4, LeftBehind: 3, Mobile: 3, Overflow: 1, Hidden: 1, Skipped: 1,
		By: [...]int{
			number.StandingProblem: 1, number.StandingChanged: 1, number.StandingThere: 1, number.StandingReady: 3,
			number.StandingSkipped: 3,
		},
	}
	if got := review.Count(rows); got != want {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

func TestCountsAgree(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		rows := make([]*number.Row, rapid.IntRange(0, 40).Draw(t, "rows"))
		for i := range rows {
			rows[i] = &number.Row{
				Level:   rapid.SampledFrom([]number.Level{number.LevelOK, number.LevelWarning, number.LevelProblem}).Draw(t, "level"),
				Hidden:  rapid.Bool().Draw(t, "hidden"),
				LeftOut: rapid.Bool().Draw(t, "left out"),
				Skipped: rapid.SampledFrom([]number.Skip{number.SkipNone, number.SkipTotal}).Draw(t, "skipped"),
			}
		}
		c := review.Count(rows)
		if c.Rows != c.Ready+c.Warnings+c.Problems+c.LeftOut || c.Rows != c.Going+c.LeftBehind || c.Rows+c.Hidden+c.Skipped != len(rows) {
			t.Fatalf("the counts disagree: %+v", c)
		}
	})
}

func TestAnEmptyTableHasNoRows(t *testing.T) {
	t.Parallel()
	if rows := rowsOf(t, table(), us(), review.Known{}, nil); len(rows) != 0 {
		t.Errorf("got %+v", rows)
	}
}
