package compare

import (
	"cmp"
	"slices"
	"strings"

	"numberloader/gui/rows"
	"numberloader/internal/compare"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
)

// FilterBy is a column of the filter.
type FilterBy uint8

// The columns of the filter, in their order.
const (
	FilterWhere FilterBy = iota
	FilterPlace
	FilterKind
	FilterState

	filterColumns = int(FilterState) + 1
)

// trait is what a number has in a column of the filter: a location, or else one of few.
type trait struct {
	place string
	of    uint8
}

// filters are by what the user filters the numbers: values of one column are or, columns
// are and.
type filters struct {
	kept   [filterColumns]map[trait]bool // none for no filter
	places map[string]string             // the names of locations by ID
	known  map[string]string             // the IDs of locations of Webex by name, in lower case
}

// name learns how the locations of pairs are called. What Webex calls them goes before
// what the list does.
func (f *filters) name(pairs []compare.Pair) {
	f.places, f.known = map[string]string{}, map[string]string{}
	for i := range pairs {
		if h := pairs[i].Held; h != nil {
			f.places[h.Location.ID] = rows.OneLine(h.Location.Name)
			f.known[strings.ToLower(h.Location.Name)] = h.Location.ID
		}
	}
	for i := range pairs {
		if r := pairs[i].Row; r != nil {
			if id := f.placeOf(r); f.places[id] == "" {
				f.places[id] = rows.OneLine(r.Location())
			}
		}
	}
}

// placeOf is the ID of the location of a row, or what the list calls one that is not
// known.
func (f *filters) placeOf(r *number.Row) string {
	if r.LocationID() != "" {
		return r.LocationID()
	}
	return cmp.Or(f.known[strings.ToLower(r.Location())], r.Location())
}

// traits are what a number has in a column. It may have two locations.
func (f *filters) traits(by FilterBy, p *compare.Pair) [2]trait {
	var has trait
	switch {
	case by == FilterWhere:
		has.of = uint8(p.Where)
	case by == FilterPlace && p.Where == compare.OtherLocation:
		return [2]trait{{place: f.placeOf(p.Row)}, {place: p.Held.Location.ID}}
	case by == FilterPlace && p.Held == nil:
		has.place = f.placeOf(p.Row)
	case by == FilterPlace:
		has.place = p.Held.Location.ID
	case by == FilterKind && p.Held == nil:
		has.of = uint8(p.Row.Kind)
	case by == FilterKind:
		has.of = uint8(p.Held.Kind)
	case by == FilterState:
		has.of = uint8(stateKey(p)) //nolint:gosec // there are few states
	}
	return [2]trait{has, has}
}

// label is how a value is called.
func (f *filters) label(by FilterBy, id trait) string {
	switch by {
	case FilterWhere:
		return phrase.Whereabouts(compare.Where(id.of))
	case FilterPlace:
		return cmp.Or(f.places[id.place], phrase.Text("words.filter.noplace"))
	case FilterKind:
		return cmp.Or(phrase.Kind(number.Kind(id.of)), phrase.Text("compare.unknown"))
	case FilterState:
		if id.of == 0 {
			return phrase.Text("compare.filter.absent")
		}
		return cmp.Or(phrase.State(number.State(id.of-1)), phrase.Text("compare.unknown"))
	}
	return ""
}

// lets reports whether the filters let a number through.
func (f *filters) lets(p *compare.Pair) bool {
	for by, on := range f.kept {
		if len(on) > 0 {
			if has := f.traits(FilterBy(by), p); !on[has[0]] && !on[has[1]] {
				return false
			}
		}
	}
	return true
}

// filtered are the columns with a filter.
func (f *filters) filtered() []FilterBy {
	var all []FilterBy
	for by, on := range f.kept {
		if len(on) > 0 {
			all = append(all, FilterBy(by))
		}
	}
	return all
}

// labels are the values of a column that are chosen, in an order of their own.
func (f *filters) labels(by FilterBy) []string {
	var all []string
	for id := range f.kept[by] {
		all = append(all, f.label(by, id))
	}
	slices.Sort(all)
	return all
}

// what says in words which numbers the filters let through, as it follows "numbers are".
func (f *filters) what() string {
	var parts []string
	for _, by := range f.filtered() {
		words := f.labels(by)
		for i := range words {
			if by == FilterPlace {
				words[i] = phrase.Text("words.filter.in", "Location", words[i])
			}
		}
		parts = append(parts, phrase.Or(words))
	}
	return phrase.List(parts)
}

// FilterValues are the values of a column that numbers have, with those that are chosen:
// most numbers first; where they are in its own order.
func (m *Model) FilterValues(by FilterBy) []rows.FilterValue[trait] {
	counts := map[trait]int{}
	for i := range m.pairs {
		has := m.traits(by, &m.pairs[i])
		counts[has[0]]++
		if has[1] != has[0] {
			counts[has[1]]++
		}
	}
	for id := range m.kept[by] {
		counts[id] += 0
	}
	values := make([]rows.FilterValue[trait], 0, len(counts))
	for id, n := range counts {
		values = append(values, rows.FilterValue[trait]{Label: m.label(by, id), Count: n, On: m.kept[by][id], ID: id})
	}
	slices.SortFunc(values, func(a, b rows.FilterValue[trait]) int {
		if by == FilterWhere {
			return cmp.Compare(a.ID.of, b.ID.of)
		}
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Label, b.Label), cmp.Compare(a.ID.place, b.ID.place))
	})
	return values
}

// SetFilter chooses a value of a column, or chooses it no longer.
func (m *Model) SetFilter(by FilterBy, v rows.FilterValue[trait], on bool) {
	if m.kept[by] == nil {
		m.kept[by] = map[trait]bool{}
	}
	if on {
		m.kept[by][v.ID] = true
	} else {
		delete(m.kept[by], v.ID)
	}
	m.count()
}

// ClearFilters takes the filters of some columns away, or of all without one.
func (m *Model) ClearFilters(columns ...FilterBy) {
	if len(columns) == 0 {
		columns = m.filtered()
	}
	for _, by := range columns {
		m.kept[by] = nil
	}
	m.count()
}

// Pill is a filter that is at work.
type Pill struct {
	Label string
	By    FilterBy
}

// Pills are the filters that are at work.
func (m *Model) Pills() []Pill {
	var pills []Pill
	for _, by := range m.filtered() {
		pills = append(pills, Pill{phrase.Commas(m.labels(by)), by})
	}
	return pills
}

// FilterWords say how many numbers the filters let through, and which, with the count
// bold.
func (m *Model) FilterWords() []phrase.Piece {
	if len(m.filtered()) == 0 {
		return phrase.Pieces("compare.filter.all", "Count", len(m.pairs))
	}
	return phrase.Pieces("compare.filter.result", "Count", m.Len(), "All", len(m.pairs), "What", m.what())
}
