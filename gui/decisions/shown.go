package decisions

import (
	"numberloader/internal/number"
	"numberloader/internal/plan"
)

// Shown is what a screen showed as going. Its zero value is nothing.
type Shown struct{ plan plan.Plan }

// Show is what goes now, for a screen that shows it.
func (j *Judging) Show() Shown { return Shown{j.plan} }

// Unshown are the places of numbers that go now and were not shown as going.
func (s Shown) Unshown(now Shown) []string {
	return unlike(now, s, func(a, b *placed) bool { return a.row.Number == b.row.Number })
}

// Changed are the places of numbers that now go otherwise than they were shown, or
// no longer, or were not shown.
func (s Shown) Changed(now Shown) []string {
	same := func(a, b *placed) bool { return a.row.Number == b.row.Number && a.request.Group == b.request.Group }
	if more := unlike(now, s, same); len(more) > 0 {
		return more
	}
	return unlike(s, now, same)
}

// placed is a row that goes, and the request that it is in.
type placed struct {
	row     *number.Row
	request *plan.Request
}

// going are the rows that go, in the order of the file.
func (s Shown) going() []placed {
	in := make([]*plan.Request, len(s.plan.Rows))
	n := 0
	for i := range s.plan.Requests {
		request := &s.plan.Requests[i]
		n += len(request.Rows)
		for _, row := range request.Rows {
			in[row] = request
		}
	}
	all := make([]placed, 0, n)
	for i, request := range in {
		if request != nil {
			all = append(all, placed{s.plan.Rows[i], request})
		}
	}
	return all
}

// unlike are the places of what goes in one and goes not the same in another.
func unlike(one, other Shown, same func(a, b *placed) bool) []string {
	var places []string
	rest := other.going()
	for _, a := range one.going() {
		for len(rest) > 0 && before(rest[0].row, a.row) {
			rest = rest[1:]
		}
		if len(rest) == 0 || before(a.row, rest[0].row) || !same(&a, &rest[0]) {
			places = append(places, a.row.Place())
		}
	}
	return places
}

// before reports whether a row stands before another in the file.
func before(a, b *number.Row) bool {
	return a.Record < b.Record || a.Record == b.Record && a.Part < b.Part
}
