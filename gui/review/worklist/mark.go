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
)

func (k mark) status() number.Standing { return number.Standing(k & markStatus) }

func (k mark) has(flag mark) bool { return k&flag != 0 }

// markOf is the mark of one of the rows.
func (j *judgment) markOf(i int) mark {
	r := j.Rows[i]
	k := mark(r.Standing())
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
	return r.Suggestion != "" && r.Standing() == number.StandingProblem
}

// tally counts marks.
type tally struct {
	by                            [number.StandingSkipped + 1]int // of the rows that are listed
	aside                         int                             // rows that are not
	listed, going, over, homeless int
	services, withSubscription    int
}

// add counts a mark n times, or takes it back.
func (t *tally) add(k mark, n int) {
	if k.has(markListed) {
		t.by[k.status()] += n
	} else {
		t.aside += n
	}
	for _, c := range [...]struct {
		flag  mark
		count *int
	}{
		{markListed, &t.listed},
		{markGoing, &t.going},
		{markOver, &t.over},
		{markHomeless, &t.homeless},
		{markUsage, &t.services},
		{markSubscription, &t.withSubscription},
	} {
		if k.has(c.flag) {
			*c.count += n
		}
	}
}

// of is how many of the rows that were counted a chip holds.
func (t *tally) of(c Chip) int {
	switch c {
	case ChipAll:
		return t.listed
	case ChipReady, ChipChanged, ChipCheck, ChipByUser, ChipProblems, ChipThere, ChipLeftOut:
		return t.by[c.standing()]
	case ChipAside:
		return t.aside
	case ChipOver:
		return t.over
	}
	return 0
}
