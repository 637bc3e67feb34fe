package review

import (
	"numberloader/gui/filter"
	"numberloader/gui/review/judged"
	"numberloader/internal/phrase"
)

// How wide the columns of the filter are.
const (
	stateWide  float32 = 176
	placeWider float32 = 184
	kindWide   float32 = 152
	reasonWide float32 = 316
)

// OpenFilter opens the filter below its button.
func (s *Screen) OpenFilter() {
	s.grid.EndEdit(true)
	columns := []filter.Column{
		filter.ColumnOf(s.model, judged.FilterState, phrase.Text("columns.state"), stateWide, s.change),
		filter.ColumnOf(s.model, judged.FilterPlace, phrase.Text("columns.location.title"), placeWider, s.change),
		filter.ColumnOf(s.model, judged.FilterKind, phrase.Text("columns.type"), kindWide, s.change),
		filter.ColumnOf(s.model, judged.FilterReason, phrase.Text("columns.reason"), reasonWide, s.change),
	}
	if !s.chips.chipRow.Leave() {
		columns = columns[1:]
	}
	menu := filter.Menu{
		Canvas: s.cfg.Canvas, Below: s.find.filter, Columns: columns, Words: s.model.FilterWords,
		Clear:  func() { s.change(s.model.ClearFilters) },
		Closed: func() { s.cfg.Canvas.Focus(s.grid) },
	}
	menu.Open()
}
