package review

import "numberloader/internal/number"

// Counts says how many rows of a file are what. Rows is the sum of Ready,
// Warnings, Problems and LeftOut, and of Going and LeftBehind.
type Counts struct {
	Rows     int // rows that count: neither hidden nor skipped
	Ready    int // at level ok
	Warnings int
	Problems int
	LeftOut  int // by the user, whatever their level

	Going      int // would be sent
	LeftBehind int // would not: problems, left out, or there already
	Mobile     int // mobile numbers among those that go
	Overflow   int // mobile numbers past the first request of their group

	Hidden  int // hidden rows, which do not count
	Skipped int // left out by the rules
}

// Count counts rows after plan.Build.
func Count(rows []number.Row) Counts {
	var c Counts
	for i := range rows {
		c.add(&rows[i])
	}
	return c
}

func (c *Counts) add(row *number.Row) {
	switch {
	case row.Skipped != number.SkipNone:
		c.Skipped++
		return
	case row.Hidden:
		c.Hidden++
		return
	case row.LeftOut:
		c.LeftOut++
	case row.Level == number.LevelProblem:
		c.Problems++
	case row.Level == number.LevelWarning:
		c.Warnings++
	default:
		c.Ready++
	}
	c.Rows++
	if row.Overflow {
		c.Overflow++
	}
	if !row.Goes() {
		c.LeftBehind++
		return
	}
	c.Going++
	if row.Kind == number.KindMobile {
		c.Mobile++
	}
}
