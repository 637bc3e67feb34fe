package review

import (
	"numberloader/internal/number"
	"numberloader/internal/phrase"
	rules "numberloader/internal/review"
)

// Status is how a row stands before it is sent.
type Status uint8

// The statuses, worst first.
const (
	StatusProblem Status = iota // not sent, for a reason that can be mended
	StatusChanged               // sent, with a warning
	StatusThere                 // in the wanted location already, not sent
	StatusReady                 // sent as the file holds it
	StatusSkipped               // left out by the user, by hiding or by the rules
)

// statuses is how many there are.
const statuses = int(StatusSkipped) + 1

// Label is the word that a person sees.
func (s Status) Label() string {
	switch s {
	case StatusProblem:
		return phrase.Text("review.status.problem")
	case StatusChanged:
		return phrase.Text("review.status.changed")
	case StatusThere:
		return phrase.Text("review.status.there")
	case StatusReady:
		return phrase.Text("review.status.ready")
	case StatusSkipped:
		return phrase.Text("review.status.skipped")
	}
	return ""
}

func statusOf(r *number.Row) Status {
	switch {
	case r.LeftOut || !listed(r):
		return StatusSkipped
	case r.Level == number.LevelProblem:
		return StatusProblem
	case r.AlreadyThere:
		return StatusThere
	case r.Level == number.LevelWarning:
		return StatusChanged
	}
	return StatusReady
}

// listed says that a row is a part of the list.
func listed(r *number.Row) bool { return !r.Hidden && r.Skipped == number.SkipNone }

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

func (k mark) status() Status { return Status(k & markStatus) }

func (k mark) has(flag mark) bool { return k&flag != 0 }

// markOf is the mark of one of the rows.
func (m *Model) markOf(i int) mark {
	r := &m.rows[i]
	status := statusOf(r)
	k := mark(status)
	set := func(flag mark, on bool) {
		if on {
			k |= flag
		}
	}
	set(markListed, listed(r))
	set(markGoing, listed(r) && r.Goes())
	set(markOver, listed(r) && r.Overflow)
	set(markHomeless, r.Location == "" && status != StatusSkipped)
	set(markFixable, isFixable(r) && (i == 0 || m.rows[i-1].Record != r.Record || !isFixable(&m.rows[i-1])))
	set(markLost, rules.LacksCountry(r))
	set(markUsage, r.Usage == number.UsageService)
	set(markSubscription, r.Subscription != "")
	return k
}

func isFixable(r *number.Row) bool { return r.Suggestion != "" && statusOf(r) == StatusProblem }

// tally counts marks.
type tally struct {
	by                                      [statuses]int
	listed, going, over, homeless, fixable  int
	countryless, services, withSubscription int
}

// add counts a mark n times, or takes it back.
func (t *tally) add(k mark, n int) {
	t.by[k.status()] += n
	for _, c := range [...]struct {
		flag  mark
		count *int
	}{
		{markListed, &t.listed},
		{markGoing, &t.going},
		{markOver, &t.over},
		{markHomeless, &t.homeless},
		{markFixable, &t.fixable},
		{markLost, &t.countryless},
		{markUsage, &t.services},
		{markSubscription, &t.withSubscription},
	} {
		if k.has(c.flag) {
			*c.count += n
		}
	}
}
