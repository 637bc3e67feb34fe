package review

import (
	"numberloader/gui/filter"
	"numberloader/gui/review/judged"
	"numberloader/gui/rows"
	"numberloader/internal/phrase"
)

// How wide the filter and its columns are.
const (
	filterWide float32 = 652
	stateWide  float32 = 176 // what the column of states adds
	placeWider float32 = 184
	kindWide   float32 = 152
)

// OpenFilter opens the filter below its button.
func (s *Screen) OpenFilter() {
	s.grid.EndEdit(true)
	columns := []filter.Column{
		s.filterColumn(judged.FilterPlace, phrase.Text("columns.location.title"), placeWider),
		s.filterColumn(judged.FilterKind, phrase.Text("columns.type"), kindWide),
		s.filterColumn(judged.FilterReason, phrase.Text("columns.reason"), 0),
	}
	wide := filterWide
	if s.chips.chipRow.Leave() {
		columns = append([]filter.Column{s.filterColumn(judged.FilterState, phrase.Text("columns.state"), stateWide)}, columns...)
		wide += stateWide
	}
	menu := filter.Menu{
		Canvas: s.cfg.Canvas, Below: s.find.filter, Wide: wide, Columns: columns, Words: s.model.FilterWords,
		Clear:  func() { s.change(s.model.ClearFilters) },
		Closed: func() { s.cfg.Canvas.Focus(s.grid) },
	}
	menu.Open()
}

// filterColumn is a column of the filter.
func (s *Screen) filterColumn(by judged.FilterBy, title string, wide float32) filter.Column {
	values := func() []rows.FilterValue[int] { return s.model.FilterValues(by) }
	return filter.ColumnOf(title, wide, values, func(v rows.FilterValue[int], on bool) {
		s.change(func() { s.model.SetFilter(by, v, on) })
	})
}
