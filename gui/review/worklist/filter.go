package worklist

import (
	"numberloader/gui/review/judged"
	"numberloader/gui/rows"
	"numberloader/internal/phrase"
)

// filterBy is the column of the filter that a column of the grid is filtered by.
func filterBy(column string) (by judged.FilterBy, ok bool) {
	switch column {
	case ColumnStatus:
		return judged.FilterState, true
	case ColumnLocation:
		return judged.FilterPlace, true
	case ColumnType:
		return judged.FilterKind, true
	case ColumnFile, ColumnSend:
		return judged.FilterReason, true
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
	return m.filters.LabelAt(by, int(m.shown[i])), true
}

// FilterAlike shows only the rows that have the same as the row at a position in a
// column, or, with without, all others.
func (m *Model) FilterAlike(i int, column string, without bool) {
	by, ok := filterBy(column)
	if !ok || m.Row(i) == nil {
		return
	}
	m.filters.Alike(by, int(m.shown[i]), without)
	m.choose(judged.ChipAll, bar{})
	m.narrow()
}

// FilterCount is how many columns have a filter.
func (m *Model) FilterCount() int { return m.filters.InUse() }

// FilterValues are the values of a column that rows of the list have, with those that
// are chosen: most rows first; the states in their own order.
func (m *Model) FilterValues(by judged.FilterBy) []rows.FilterValue[int] { return m.filters.Values(by) }

// Pills are the filters that are at work.
func (m *Model) Pills() []judged.Pill { return m.filters.Pills() }

// FilterWords say how many rows of the list the filters let through, and which, with
// the count bold.
func (m *Model) FilterWords() []phrase.Piece {
	if !m.filters.Active() {
		return phrase.Pieces("review.filter.all", "Count", m.Count(judged.ChipAll))
	}
	return phrase.Pieces("review.filter.result", "Count", m.Len(), "All", m.Count(judged.ChipAll), "What", m.filters.What())
}

// SetFilter chooses a value of a column, or chooses it no longer.
func (m *Model) SetFilter(by judged.FilterBy, v rows.FilterValue[int], on bool) {
	m.filters.Set(by, v, on)
	m.narrow()
}

// ClearFilters takes all filters away.
func (m *Model) ClearFilters() {
	m.filters.Clear()
	m.narrow()
}

// ClearPill takes one filter away.
func (m *Model) ClearPill(p judged.Pill) {
	m.filters.Drop(p)
	m.narrow()
}

// ChooseReason shows only the rows that were changed for a reason.
func (m *Model) ChooseReason(r judged.Reason) {
	m.filters.SetReason(r)
	m.choose(judged.ChipAll, bar{})
	m.narrow()
}

// ShowHomeless shows only rows without a location.
func (m *Model) ShowHomeless() {
	m.filters.Homeless()
	m.choose(judged.ChipAll, bar{})
	m.narrow()
}

// Reasons are why numbers are sent changed, with how many of them the search and the
// filters let through.
func (m *Model) Reasons() []judged.Reason { return m.census.Reasons() }

// ShownIn is how many rows of a chip the search and the filters let through.
func (m *Model) ShownIn(c judged.Chip) int { return m.census.In(c) }
