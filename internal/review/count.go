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
	// By is how many rows have each number.Standing, hidden and skipped ones
	// included.
	By [number.StandingSkipped + 1]int

	Going      int // would be sent
	LeftBehind int // would not: problems, left out, or there already
	Mobile     int // mobile numbers among those that go
	Overflow   int // mobile numbers past the first request of their group

	Hidden  int // hidden rows, which do not count
	Skipped int // left out by the rules
}

// Count counts the rows of a plan.
func Count(rows []*number.Row) Counts {
	var c Counts
	for _, row := range rows {
		c.add(countedAs(row), 1)
	}
	return c
}

// class is what a row is counted as: one flag for each count.
type class uint16

const (
	classStanding class = 1<<3 - 1 // the bits of the standing

	isReady class = 1 << (iota + 2)
	isWarning
	isProblem
	isLeftOut
	isHidden
	isSkipped
	isGoing
	isMobile
	isOverflow
	isMendable    // a problem with a suggestion
	isCountryless // only its country is missing
)

func countedAs(row *number.Row) class {
	k := class(row.Standing()) | levelClass(row)
	if row.Level == number.LevelProblem && row.Special().Suggestion != "" {
		k |= isMendable
	}
	if LacksCountry(row) {
		k |= isCountryless
	}
	if k&(isSkipped|isHidden) != 0 {
		return k
	}
	if row.Overflows() {
		k |= isOverflow
	}
	if row.Goes() {
		k |= isGoing
		if row.Kind == number.KindMobile {
			k |= isMobile
		}
	}
	return k
}

// levelClass is what a row counts as by its level.
func levelClass(row *number.Row) class {
	switch {
	case row.Skipped != number.SkipNone:
		return isSkipped
	case row.Hidden:
		return isHidden
	case row.LeftOut:
		return isLeftOut
	case row.Level == number.LevelProblem:
		return isProblem
	case row.Level == number.LevelWarning:
		return isWarning
	}
	return isReady
}

// add counts a row of a class n times.
func (c *Counts) add(k class, n int) {
	c.By[k&classStanding] += n
	count := func(flag class, into *int) {
		if k&flag != 0 {
			*into += n
		}
	}
	count(isReady, &c.Ready)
	count(isWarning, &c.Warnings)
	count(isProblem, &c.Problems)
	count(isLeftOut, &c.LeftOut)
	count(isHidden, &c.Hidden)
	count(isSkipped, &c.Skipped)
	count(isGoing, &c.Going)
	count(isMobile, &c.Mobile)
	count(isOverflow, &c.Overflow)
	if k&(isHidden|isSkipped) == 0 {
		c.Rows += n
		if k&isGoing == 0 {
			c.LeftBehind += n
		}
	}
}

// Tally is what is counted of rows. It follows when some of them change.
type Tally struct {
	Counts      Counts
	Suggestions int // problems with a suggestion that would mend them
	Countryless int // rows that only lack the country of their number

	classes []class // of each row
}

// NewTally counts the rows of a plan.
func NewTally(rows []*number.Row) Tally {
	t := Tally{classes: make([]class, len(rows))}
	for i, row := range rows {
		t.classes[i] = countedAs(row)
		t.add(t.classes[i], 1)
	}
	return t
}

// Change counts rows anew that changed, by their indexes. There are as many rows as
// before.
func (t *Tally) Change(rows []*number.Row, changed []int) {
	for _, i := range changed {
		t.add(t.classes[i], -1)
		t.classes[i] = countedAs(rows[i])
		t.add(t.classes[i], 1)
	}
}

func (t *Tally) add(k class, n int) {
	t.Counts.add(k, n)
	if k&isMendable != 0 {
		t.Suggestions += n
	}
	if k&isCountryless != 0 {
		t.Countryless += n
	}
}
