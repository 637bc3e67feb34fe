package worklist

import (
	"cmp"
	"slices"

	"numberloader/gui/rows"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
)

// FilterBy is a column of the filter.
type FilterBy uint8

// The columns of the filter, in their order.
const (
	FilterState FilterBy = iota
	FilterPlace
	FilterKind
	FilterReason

	filterColumns = int(FilterReason) + 1
)

// FilterValue is a value that rows can be filtered by.
type FilterValue struct {
	Label string
	Count int // rows of the whole file that have it
	On    bool

	id int
}

// filters are by what the user filters the rows: values of one column are or, columns
// are and. A reason that numbers were changed for is chosen apart.
type filters struct {
	*judgment

	on     [filterColumns][]bool // by the ID of the value; nil for no filter
	not    [filterColumns]bool   // those that are on are left out, and not kept
	reason Reason                // without Code for none
}

// asideState is the value of FilterState that rows have which are no part of the list.
const asideState = int(number.StandingSkipped) + 1

// clear takes all filters away.
func (f *filters) clear() {
	f.on, f.not, f.reason = [filterColumns][]bool{}, [filterColumns]bool{}, Reason{}
}

// idOf is the value that a row has in a column.
func idOf(by FilterBy, k mark, t trait) int {
	switch by {
	case FilterState:
		if !k.has(markListed) {
			return asideState
		}
		return int(k.status())
	case FilterPlace:
		return int(t.place)
	case FilterKind:
		return int(t.kind)
	case FilterReason:
		return int(t.reason)
	}
	return 0
}

// keeps reports whether the filters let a row through. Values that came since are not
// chosen.
func (f *filters) keeps(i int) bool {
	k, t := f.marks[i], f.traits.of[i]
	for by := range f.on {
		if on := f.on[by]; on != nil {
			if id := idOf(FilterBy(by), k, t); (id < len(on) && on[id]) == f.not[by] {
				return false
			}
		}
	}
	return f.reason.isZero() || k.has(markListed) && k.status() == f.reason.Standing() && f.traits.codes[t.reason] == f.reason.Code
}

// active reports whether some rows are filtered out, or may be.
func (f *filters) active() bool { return !f.reason.isZero() || f.FilterCount() > 0 }

// chosenColumns are the columns with a filter.
func (f *filters) chosenColumns() []FilterBy {
	var all []FilterBy
	for by := range f.on {
		if f.on[by] != nil {
			all = append(all, FilterBy(by))
		}
	}
	return all
}

// showsAside reports whether the user wants to see rows that are no part of the list.
func (f *filters) showsAside() bool { return f.isOn(FilterState, asideState) && !f.not[FilterState] }

// FilterCount is how many columns have a filter.
func (f *filters) FilterCount() int { return len(f.chosenColumns()) }

// FilterValues are the values of a column that rows of the list have, with those that
// are chosen: most rows first; the states in their own order.
func (f *filters) FilterValues(by FilterBy) []FilterValue {
	counts := make([]int, max(len(f.traits.places), len(f.traits.codes), 1<<8))
	for i, k := range f.marks {
		if k.has(markListed) || by == FilterState {
			counts[idOf(by, k, f.traits.of[i])]++
		}
	}
	var values []FilterValue
	for id, n := range counts {
		if on := f.isOn(by, id); n > 0 || on {
			values = append(values, FilterValue{Label: f.label(by, id), Count: n, On: on, id: id})
		}
	}
	if by != FilterState {
		slices.SortStableFunc(values, func(a, b FilterValue) int { return cmp.Compare(b.Count, a.Count) })
	}
	return values
}

func (f *filters) isOn(by FilterBy, id int) bool {
	return f.on[by] != nil && (id < len(f.on[by]) && f.on[by][id]) != f.not[by]
}

// label is how a value is called by itself.
func (f *filters) label(by FilterBy, id int) string {
	switch by {
	case FilterState:
		if id == asideState {
			return phrase.Text("review.chip.aside")
		}
		return phrase.Standing(number.Standing(id)) //nolint:gosec // of a mark
	case FilterPlace:
		if id == 0 {
			return phrase.Text("words.filter.noplace")
		}
		return rows.OneLine(f.traits.places[id])
	case FilterKind:
		return phrase.Kind(number.Kind(id)) //nolint:gosec // of a trait
	case FilterReason:
		if id == 0 {
			return phrase.Text("review.filter.noreason")
		}
		return phrase.CodeTitle(f.traits.codes[id])
	}
	return ""
}

// set chooses a value, or chooses it no longer.
func (f *filters) set(by FilterBy, v FilterValue, on bool) {
	if v.id >= len(f.on[by]) {
		f.on[by] = append(f.on[by], make([]bool, v.id+1-len(f.on[by]))...)
	}
	if f.on[by][v.id] = on != f.not[by]; !slices.Contains(f.on[by], true) {
		f.on[by], f.not[by] = nil, false
	}
}

// Pill is a filter that is at work.
type Pill struct {
	Label string
	By    FilterBy
	Why   bool // it is the reason that numbers were changed for
}

// Pills are the filters that are at work.
func (f *filters) Pills() []Pill {
	var pills []Pill
	if !f.reason.isZero() {
		pills = append(pills, Pill{Label: phrase.Capital(f.reason.Text), Why: true})
	}
	for _, by := range f.chosenColumns() {
		pills = append(pills, Pill{Label: f.pill(by), By: by})
	}
	return pills
}

// pill is the label of the filter of a column.
func (f *filters) pill(by FilterBy) string {
	var labels []string
	for id, on := range f.on[by] {
		if on {
			labels = append(labels, f.label(by, id))
		}
	}
	if f.not[by] {
		return phrase.Text("review.filter.notlabel", "Values", phrase.Commas(labels))
	}
	return phrase.Commas(labels)
}

// what says in words which rows the filters let through, as it follows "rows are".
func (f *filters) what() string {
	var parts []string
	for _, by := range f.chosenColumns() {
		parts = append(parts, f.whatIn(by))
	}
	if !f.reason.isZero() {
		parts = append(parts, phrase.CodeName(f.reason.Code))
	}
	return phrase.List(parts)
}

// whatIn is what for one column.
func (f *filters) whatIn(by FilterBy) string {
	var words []string
	for id, on := range f.on[by] {
		switch {
		case !on:
		case by == FilterPlace && id == 0:
			words = append(words, phrase.Text("review.filter.without"))
		case by == FilterPlace:
			words = append(words, phrase.Text("words.filter.in", "Location", f.label(by, id)))
		case by == FilterReason && id == 0:
			words = append(words, phrase.Text("review.filter.unremarked"))
		case by == FilterReason:
			words = append(words, phrase.CodeName(f.traits.codes[id]))
		default:
			words = append(words, f.label(by, id))
		}
	}
	if f.not[by] {
		return phrase.Text("review.filter.not", "Values", phrase.Or(words))
	}
	return phrase.Or(words)
}

// filterBy is the column of the filter that a column of the grid is filtered by.
func filterBy(column string) (by FilterBy, ok bool) {
	switch column {
	case ColumnStatus:
		return FilterState, true
	case ColumnLocation:
		return FilterPlace, true
	case ColumnType:
		return FilterKind, true
	case ColumnFile, ColumnSend:
		return FilterReason, true
	}
	return 0, false
}

// Alike is what the rows are called that have the same as the row at a position in a
// column of the grid: "Kansas City". It says false if a column is not filtered by.
func (m *Model) Alike(i int, column string) (label string, ok bool) {
	by, ok := filterBy(column)
	if !ok || m.Row(i) == nil {
		return "", false
	}
	k := int(m.shown[i])
	return m.label(by, idOf(by, m.marks[k], m.traits.of[k])), true
}

// FilterAlike shows only the rows that have the same as the row at a position in a
// column, or, with without, all others.
func (m *Model) FilterAlike(i int, column string, without bool) {
	by, ok := filterBy(column)
	if !ok || m.Row(i) == nil {
		return
	}
	k := int(m.shown[i])
	if !without || !m.not[by] { // leaving out goes on with what was left out before
		m.filters.on[by], m.not[by] = nil, without
	}
	m.filters.set(by, FilterValue{id: idOf(by, m.marks[k], m.traits.of[k])}, !without)
	m.choose(ChipAll, bar{})
	m.narrow()
}

// FilterWords say how many rows of the list the filters let through, and which, with
// the count bold.
func (m *Model) FilterWords() []phrase.Piece {
	if !m.active() {
		return phrase.Pieces("review.filter.all", "Count", m.Count(ChipAll))
	}
	return phrase.Pieces("review.filter.result", "Count", m.Len(), "All", m.Count(ChipAll), "What", m.what())
}

// SetFilter chooses a value of a column, or chooses it no longer.
func (m *Model) SetFilter(by FilterBy, v FilterValue, on bool) {
	m.filters.set(by, v, on)
	m.narrow()
}

// ClearFilters takes all filters away.
func (m *Model) ClearFilters() {
	m.filters.clear()
	m.narrow()
}

// ClearPill takes one filter away.
func (m *Model) ClearPill(p Pill) {
	if p.Why {
		m.reason = Reason{}
	} else {
		m.filters.on[p.By], m.not[p.By] = nil, false
	}
	m.narrow()
}

// ChooseReason shows only the rows that were changed for a reason.
func (m *Model) ChooseReason(r Reason) {
	m.reason = r
	m.choose(ChipAll, bar{})
	m.narrow()
}

// ShowHomeless shows only rows without a location.
func (m *Model) ShowHomeless() {
	m.filters.clear()
	m.filters.set(FilterPlace, FilterValue{}, true)
	m.choose(ChipAll, bar{})
	m.narrow()
}

// Reasons are why numbers are sent changed, with how many of them the search and the
// filters let through.
func (m *Model) Reasons() []Reason { return m.census.reasons(m.traits.codes) }

// ShownIn is how many rows of a chip the search and the filters let through.
func (m *Model) ShownIn(c Chip) int { return m.census.tally.count(c.sieve()) }
