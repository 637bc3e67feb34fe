package judged

import (
	"numberloader/internal/number"
	rules "numberloader/internal/review"
)

// Mark is what is counted and filtered of a row, so that the rows themselves need
// not be looked at again: its status in the lowest bits, then flags.
type Mark uint16

// What a mark tells: the standing, and whether the row is part of the list, goes, and so
// on.
const (
	standingBits Mark = 1<<3 - 1 // the bits of the status

	Listed Mark = 1 << (iota + 2) // part of the list
	going
	over     // a mobile number past the first request of its group
	homeless // names no location
	Fixable  // a suggestion would mend its cell, and no earlier row says so
	Lost     // only the country of the number is missing
	hasUsage // has a usage other than the standard one
	hasSubscription
	marks // how many there are
)

// Standing is that of the row.
func (k Mark) Standing() number.Standing { return number.Standing(k & standingBits) }

// Has reports whether the row has a flag.
func (k Mark) Has(flag Mark) bool { return k&flag != 0 }

// markOf is the mark of one of the rows.
func (j *File) markOf(i int) Mark {
	r := j.Rows[i]
	standing := r.Standing()
	k := Mark(standing)
	set := func(flag Mark, on bool) {
		if on {
			k |= flag
		}
	}
	set(Listed, r.IsListed())
	set(going, r.IsListed() && r.Goes())
	set(over, r.IsListed() && r.Overflows())
	set(homeless, r.LacksLocation())
	set(Fixable, isFixable(r) && (i == 0 || j.Rows[i-1].Record != r.Record || !isFixable(j.Rows[i-1])))
	set(Lost, rules.LacksCountry(r))
	set(hasUsage, r.Usage == number.UsageService)
	set(hasSubscription, r.Special().Subscription != "")
	return k
}

func isFixable(r *number.Row) bool {
	return r.Special().Suggestion != "" && r.Standing() == number.StandingProblem
}

// Tally is how many rows have each mark.
type Tally [marks]int

// count is how many of the rows that were counted a sieve keeps.
func (t *Tally) count(s Sieve) int {
	n := 0
	for k, rows := range t {
		if rows > 0 && s.Keeps(Mark(k)) {
			n += rows
		}
	}
	return n
}

// with is how many of the rows that were counted have a flag.
func (t *Tally) with(flag Mark) int { return t.count(Sieve{flag, flag}) }
