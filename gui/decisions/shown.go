package decisions

import (
	"numberloader/internal/number"
	"numberloader/internal/plan"
)

// Shown is what a screen showed as going. The rows are lent until Release; the
// zero value showed nothing.
type Shown struct {
	rows     []number.Row
	requests []plan.Request
	giveBack func()
}

// Show is what goes now, for a screen that shows it.
func (j *Judging) Show() Shown { return Shown{j.rows, j.requests, j.Lend()} }

// Release gives the rows back.
func (s Shown) Release() {
	if s.giveBack != nil {
		s.giveBack()
	}
}

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
	in := make([]*plan.Request, len(s.rows))
	n := 0
	for i := range s.requests {
		n += len(s.requests[i].Rows)
		for _, row := range s.requests[i].Rows {
			in[row] = &s.requests[i]
		}
	}
	all := make([]placed, 0, n)
	for i, request := range in {
		if request != nil {
			all = append(all, placed{&s.rows[i], request})
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
			places = append(places, a.row.Place)
		}
	}
	return places
}

// before says that a row stands before another in the file.
func before(a, b *number.Row) bool {
	return a.Record < b.Record || a.Record == b.Record && a.Part < b.Part
}
