package judged

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

// Filters are by what the user filters the rows: values of one column are or, columns
// are and. A reason that numbers were changed for is chosen apart.
type Filters struct {
	*File

	on     [filterColumns][]bool // by the ID of the value; nil for no filter
	not    [filterColumns]bool   // those that are on are left out, and not kept
	reason Reason                // without Code for none
}

// asideState is the value of FilterState that rows have which are no part of the list.
const asideState = int(number.StandingSkipped) + 1

// Clear takes all filters away.
func (f *Filters) Clear() {
	f.on, f.not, f.reason = [filterColumns][]bool{}, [filterColumns]bool{}, Reason{}
}

// idOf is the value that a row has in a column.
func idOf(by FilterBy, k Mark, t trait) int {
	switch by {
	case FilterState:
		if !k.Has(Listed) {
			return asideState
		}
		return int(k.Standing())
	case FilterPlace:
		return int(t.place)
	case FilterKind:
		return int(t.kind)
	case FilterReason:
		return int(t.reason)
	}
	return 0
}

func (f *Filters) idAt(by FilterBy, i int) int { return idOf(by, f.Marks[i], f.traits.of[i]) }

// LabelAt is what a row has in a column.
func (f *Filters) LabelAt(by FilterBy, i int) string { return f.label(by, f.idAt(by, i)) }

// Keeps reports whether the filters let a row through. Values that came since are not
// chosen.
func (f *Filters) Keeps(i int) bool {
	k, t := f.Marks[i], f.traits.of[i]
	for by := range f.on {
		if on := f.on[by]; on != nil {
			if id := idOf(FilterBy(by), k, t); (id < len(on) && on[id]) == f.not[by] {
				return false
			}
		}
	}
	return f.reason.isZero() || k.Has(Listed) && k.Standing() == f.reason.Standing() && f.traits.codes[t.reason] == f.reason.Code
}

// Active reports whether some rows are filtered out, or may be.
func (f *Filters) Active() bool { return !f.reason.isZero() || f.InUse() > 0 }

// chosenColumns are the columns with a filter.
func (f *Filters) chosenColumns() []FilterBy {
	var all []FilterBy
	for by := range f.on {
		if f.on[by] != nil {
			all = append(all, FilterBy(by))
		}
	}
	return all
}

// ShowsAside reports whether the user wants to see rows that are no part of the list.
func (f *Filters) ShowsAside() bool { return f.isOn(FilterState, asideState) && !f.not[FilterState] }

// InUse is how many columns have a filter.
func (f *Filters) InUse() int { return len(f.chosenColumns()) }

// Values are the values of a column that rows of the list have, with those that
// are chosen: most rows first; the states in their own order.
func (f *Filters) Values(by FilterBy) []rows.FilterValue[int] {
	counts := make([]int, max(len(f.traits.places), len(f.traits.codes), 1<<8))
	for i, k := range f.Marks {
		if k.Has(Listed) || by == FilterState {
			counts[f.idAt(by, i)]++
		}
	}
	var values []rows.FilterValue[int]
	for id, n := range counts {
		if on := f.isOn(by, id); n > 0 || on {
			values = append(values, rows.FilterValue[int]{Label: f.label(by, id), Count: n, On: on, ID: id})
		}
	}
	if by != FilterState {
		slices.SortStableFunc(values, func(a, b rows.FilterValue[int]) int { return cmp.Compare(b.Count, a.Count) })
	}
	return values
}

func (f *Filters) isOn(by FilterBy, id int) bool {
	return f.on[by] != nil && (id < len(f.on[by]) && f.on[by][id]) != f.not[by]
}

// label is how a value is called by itself.
func (f *Filters) label(by FilterBy, id int) string {
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

// Set chooses a value, or chooses it no longer.
func (f *Filters) Set(by FilterBy, v rows.FilterValue[int], on bool) {
	if v.ID >= len(f.on[by]) {
		f.on[by] = append(f.on[by], make([]bool, v.ID+1-len(f.on[by]))...)
	}
	if f.on[by][v.ID] = on != f.not[by]; !slices.Contains(f.on[by], true) {
		f.on[by], f.not[by] = nil, false
	}
}

// SetReason keeps only rows that were changed for a reason.
func (f *Filters) SetReason(r Reason) { f.reason = r }

// Drop takes one filter away.
func (f *Filters) Drop(p Pill) {
	if p.Why {
		f.reason = Reason{}
	} else {
		f.on[p.By], f.not[p.By] = nil, false
	}
}

// Alike keeps the rows that have in a column what a row has, or, with without, all
// others.
func (f *Filters) Alike(by FilterBy, i int, without bool) {
	if !without || !f.not[by] { // leaving out goes on with what was left out before
		f.on[by], f.not[by] = nil, without
	}
	f.Set(by, rows.FilterValue[int]{ID: f.idAt(by, i)}, !without)
}

// Homeless keeps only rows without a location.
func (f *Filters) Homeless() {
	f.Clear()
	f.Set(FilterPlace, rows.FilterValue[int]{}, true)
}

// Pill is a filter that is at work.
type Pill struct {
	Label string
	By    FilterBy
	Why   bool // it is the reason that numbers were changed for
}

// Pills are the filters that are at work.
func (f *Filters) Pills() []Pill {
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
func (f *Filters) pill(by FilterBy) string {
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

// What says in words which rows the filters let through, as it follows "rows are".
func (f *Filters) What() string {
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
func (f *Filters) whatIn(by FilterBy) string {
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
