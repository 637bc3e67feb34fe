package worklist

import (
	"numberloader/internal/number"
	rules "numberloader/internal/review"
)

// mark is what is counted and filtered of a row, so that the rows themselves need
// not be looked at again: its status in the lowest bits, then flags.
type mark uint16

const (
	markStatus mark = 1<<3 - 1 // the bits of the status

	markListed mark = 1 << (iota + 2)
	markGoing
	markOver     // a mobile number past the first request of its group
	markHomeless // names no location
	markFixable  // a suggestion would mend its cell, and no earlier row says so
	markLost     // only the country of the number is missing
	markUsage    // has a usage other than the standard one
	markSubscription
	marks // how many there are
)

func (k mark) status() number.Standing { return number.Standing(k & markStatus) }

func (k mark) has(flag mark) bool { return k&flag != 0 }

// markOf is the mark of one of the rows.
func (j *judgment) markOf(i int) mark {
	r := j.Rows[i]
	standing := r.Standing()
	k := mark(standing)
	set := func(flag mark, on bool) {
		if on {
			k |= flag
		}
	}
	set(markListed, r.IsListed())
	set(markGoing, r.IsListed() && r.Goes())
	set(markOver, r.IsListed() && r.Overflows())
	set(markHomeless, r.LacksLocation())
	set(markFixable, isFixable(r) && (i == 0 || j.Rows[i-1].Record != r.Record || !isFixable(j.Rows[i-1])))
	set(markLost, rules.LacksCountry(r))
	set(markUsage, r.Usage == number.UsageService)
	set(markSubscription, r.Subscription != "")
	return k
}

func isFixable(r *number.Row) bool {
	return r.Special().Suggestion != "" && r.Standing() == number.StandingProblem
}

// tally is how many rows have each mark.
type tally [marks]int

// count is how many of the rows that were counted a sieve keeps.
func (t *tally) count(s sieve) int {
	n := 0
	for k, rows := range t {
		if rows > 0 && s.keeps(mark(k)) {
			n += rows
		}
	}
	return n
}

// with is how many of the rows that were counted have a flag.
func (t *tally) with(flag mark) int { return t.count(sieve{flag, flag}) }
