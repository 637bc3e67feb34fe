// Package compare is the page on which the open list stands beside what Webex holds:
// where each number is, and what Webex says of it. model files know no toolkit, view
// files decide nothing.
package compare

import (
	"slices"

	"numberloader/gui/rows"
	"numberloader/internal/compare"
	"numberloader/internal/phrase"
)

// Chip is a choice of numbers. ChipAll is all of them; a number is in one of the next
// four, in the order of compare.Everywhere. The last two cut across.
type Chip uint8

// The chips in the order in which they are shown.
const (
	ChipAll Chip = iota
	ChipBoth
	ChipOnlyFile
	ChipOnlyWebex
	ChipOtherLocation
	ChipInactive
	ChipProblems
)

// AllChips are all chips in their order.
func AllChips() []Chip {
	return []Chip{ChipAll, ChipBoth, ChipOnlyFile, ChipOnlyWebex, ChipOtherLocation, ChipInactive, ChipProblems}
}

// LeavingChips are the chips that leave where there is no room, the first one first; the
// filter has what they choose.
func LeavingChips() []Chip { return []Chip{ChipBoth, ChipOnlyWebex, ChipOnlyFile, ChipOtherLocation} }

// chipOf is the chip of a place.
func chipOf(w compare.Where) Chip { return ChipAll + Chip(w) }

// Label is the word of the chip.
func (c Chip) Label() string {
	switch c {
	case ChipAll:
		return phrase.Text("words.all")
	case ChipInactive:
		return phrase.Text("compare.inactive")
	case ChipProblems:
		return phrase.Text("compare.problems")
	case ChipBoth, ChipOnlyFile, ChipOnlyWebex, ChipOtherLocation:
	}
	return phrase.Whereabouts(compare.Where(c - ChipAll))
}

// keeps reports whether a pair is one of the chip.
func (c Chip) keeps(p *compare.Pair) bool {
	switch c {
	case ChipAll:
		return true
	case ChipInactive:
		return p.IsInactive()
	case ChipProblems:
		return p.HasProblem()
	case ChipBoth, ChipOnlyFile, ChipOnlyWebex, ChipOtherLocation:
	}
	return chipOf(p.Where) == c
}

// Model is the state of the page: the numbers, what is shown of them, where the cursor
// is and what is selected. Every method is total: any position has an answer. A Model
// belongs to one goroutine. Use NewModel.
type Model struct {
	pairs   []compare.Pair
	counts  compare.Counts
	hits    map[Chip]int // what fits the search and the filters
	chip    Chip
	query   rows.Query
	fitting []bool // whether each pair does
	sorting rows.Sorting
	order   []int32 // nil for that of the comparison
	filters
	rows.Shown
}

// NewModel returns a model of nothing.
func NewModel() *Model { return &Model{Shown: rows.NewShown(-1)} }

// Set takes a comparison, whose pairs must not change afterwards. What is shown and the
// sorting stay, and so does the cursor if its number is still there.
func (m *Model) Set(pairs []compare.Pair, counts compare.Counts) {
	at := m.at(m.Cursor())
	m.pairs, m.counts = pairs, counts
	m.name(pairs)
	m.Shown = rows.NewShown(slices.IndexFunc(pairs, func(p compare.Pair) bool {
		return at != nil && p.Number == at.Number && (p.Row == nil) == (at.Row == nil)
	}))
	m.sort()
	m.count()
}

// Reset shows all numbers, neither searched, filtered nor sorted, with the cursor nowhere.
func (m *Model) Reset() {
	m.chip, m.query, m.sorting, m.order = ChipAll, rows.Query{}, rows.Sorting{}, nil
	m.Shown = rows.NewShown(-1)
	m.ClearFilters()
}

// Choose shows the numbers of a chip.
func (m *Model) Choose(c Chip) {
	m.chip = c
	m.arrange()
}

// Chosen is the chip whose numbers are shown.
func (m *Model) Chosen() Chip { return m.chip }

// Chips are the chips that are shown: those that have numbers, the one that is chosen,
// and all.
func (m *Model) Chips() []Chip {
	return slices.DeleteFunc(AllChips(), func(c Chip) bool { return c != ChipAll && c != m.chip && m.total(c) == 0 })
}

// total is how many numbers a chip has.
func (m *Model) total(c Chip) int {
	switch c {
	case ChipAll:
		return len(m.pairs)
	case ChipInactive:
		return m.counts.Inactive
	case ChipProblems:
		return m.counts.Problems
	case ChipBoth, ChipOnlyFile, ChipOnlyWebex, ChipOtherLocation:
	}
	return m.counts.Of(compare.Where(c - ChipAll))
}

// Count is how many numbers of a chip fit what is searched for and filtered by.
func (m *Model) Count(c Chip) int { return m.hits[c] }

// Search shows only numbers that fit what was typed; blanks alone end the search.
func (m *Model) Search(typed string) {
	m.query = rows.ParseQuery(typed)
	m.count()
}

// Hits says how many numbers are shown of what was searched for, "" without a search.
func (m *Model) Hits() string {
	if m.query.IsZero() {
		return ""
	}
	return phrase.Text("words.numbers", "Count", m.Len())
}

// Sort takes a click on the header of a column.
func (m *Model) Sort(column string) {
	m.sorting = m.sorting.Next(column)
	m.sort()
	m.arrange()
}

// Sorting is the column that numbers are sorted by.
func (m *Model) Sorting() rows.Sorting { return m.sorting }

func (m *Model) sort() {
	m.order = nil
	if column, sorted := rows.ColumnOf(Columns(), m.sorting.Column); sorted {
		m.order = rows.Order(len(m.pairs), func(i int) *compare.Pair { return &m.pairs[i] }, column, m.sorting.Down)
	}
}

// Activable is how many numbers of the list are inactive in their locations.
func (m *Model) Activable() int {
	n := 0
	for i := range m.pairs {
		if activable(&m.pairs[i]) {
			n++
		}
	}
	return n
}

// count counts what fits the search and the filters, and shows it.
func (m *Model) count() {
	m.hits, m.fitting = map[Chip]int{}, make([]bool, len(m.pairs))
	places := map[compare.Where]bool{}
	for _, w := range compare.Everywhere() {
		places[w] = m.query.MatchesText(phrase.Whereabouts(w))
	}
	for i := range m.pairs {
		p := &m.pairs[i]
		if m.fitting[i] = m.lets(p) && (places[p.Where] || m.fits(p)); !m.fitting[i] {
			continue
		}
		for _, c := range AllChips() {
			if c.keeps(p) {
				m.hits[c]++
			}
		}
	}
	m.arrange()
}

// fits reports whether what the list or Webex has of a pair fits the search.
func (m *Model) fits(p *compare.Pair) bool {
	return p.Row != nil && m.query.Matches(p.Row) || p.Held != nil && m.query.MatchesHeld(p.Held)
}

// arrange lists what is shown, in its order. What is not shown is not selected.
func (m *Model) arrange() {
	m.Arrange(len(m.pairs), m.order, func(i int) bool { return m.fitting[i] && m.chip.keeps(&m.pairs[i]) })
}

// at is the pair at a position of what is shown, or nil.
func (m *Model) at(i int) *compare.Pair {
	row, ok := m.RowAt(i)
	if !ok {
		return nil
	}
	return &m.pairs[row]
}

// Missing is how many numbers would be added.
func (m *Model) Missing() int { return m.counts.Missing }

// Headline is the first sentence of the page, and a shorter one.
func (m *Model) Headline() (whole, short string) {
	all := m.counts.InFile()
	there := all - m.counts.OnlyFile
	switch {
	case all == 0:
		return phrase.Text("compare.nolist"), phrase.Text("compare.nolist")
	case there == 0:
		return phrase.Text("compare.none", "Count", all), phrase.Text("compare.none", "Count", all)
	case there == all:
		return phrase.Text("compare.every", "Count", all), phrase.Text("compare.everyshort", "Count", all)
	}
	return phrase.Text("compare.some", "There", there, "Count", all), phrase.Text("compare.someshort", "There", there, "Count", all)
}

// Empty explains why no numbers are shown, and names the way out; "" while there are any.
func (m *Model) Empty() (text string, way rows.Way) {
	switch {
	case m.Len() > 0:
		return "", rows.WayNone
	case !m.query.IsZero():
		return m.query.NoMatch(), rows.WayClearSearch
	case len(m.filtered()) > 0:
		return phrase.Text("compare.filtered", "What", m.what()), rows.WayClearFilter
	}
	return phrase.Text("compare.empty"), rows.WayShowAll
}
