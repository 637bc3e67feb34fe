package compare

import (
	"fyne.io/fyne/v2"

	"numberloader/gui/draw"
	"numberloader/gui/filter"
	"numberloader/gui/layout"
	"numberloader/gui/theme"
	"numberloader/gui/widgets"
	"numberloader/internal/phrase"
)

// The measures of the filter.
const (
	whereWide  float32 = 212
	kindWide   float32 = 176
	placesWide float32 = 208
	findTall   float32 = 36
)

// OpenFilter opens the filter below its button.
func (s *Screen) OpenFilter() {
	columns := []filter.Column{
		filter.ColumnOf(s.model, FilterWhere, phrase.Text("columns.where"), whereWide, s.change),
		filter.ColumnOf(s.model, FilterState, phrase.Text("columns.state"), kindWide, s.change),
		filter.ColumnOf(s.model, FilterKind, phrase.Text("columns.type"), kindWide, s.change),
		filter.ColumnOf(s.model, FilterPlace, phrase.Text("columns.location.title"), placesWide, s.change),
	}
	if !s.chipRow.Leave() {
		columns = columns[1:]
	}
	menu := filter.Menu{
		Canvas: s.cfg.Canvas, Below: s.filter, Columns: columns, Words: s.model.FilterWords,
		Clear:  func() { s.change(func() { s.model.ClearFilters() }) },
		Closed: s.focusRows,
	}
	menu.Open()
}

// showFilter says by what the numbers are filtered, or else, among the inactive ones, how
// many of the list can be activated.
func (s *Screen) showFilter() {
	pills := s.model.Pills()
	if label := filter.Label(len(pills)); label != s.filter.Text {
		s.filter.SetText(label)
		s.head.Arrange()
	}
	n := s.model.Activable()
	switch {
	case len(pills) > 0:
		s.find.Objects = []fyne.CanvasObject{line(s.pills(pills), s.OpenFilter)}
	case s.model.Chosen() == ChipInactive && n > 0:
		s.find.Objects = []fyne.CanvasObject{line([]fyne.CanvasObject{
			draw.NewText(phrase.Text("compare.inlist", "Count", n), draw.Message),
			widgets.NewStyledLink(WayActivate.Label(), draw.Message, s.cfg.Activate),
		}, s.cfg.Activate)}
	default:
		s.find.Objects = []fyne.CanvasObject{layout.Space(0, belowChips)}
	}
	s.find.Refresh()
}

// line places items below the chips; a link leads to those that have no room.
func line(items []fyne.CanvasObject, further func()) fyne.CanvasObject {
	more := widgets.NewStyledLink("", draw.Message, further)
	words := func(n int) string { return phrase.Text("compare.filter.more", "Count", n) }
	row := layout.NewFitRow(findTall*draw.TallScale(), theme.Gap, items, more, words, nil)
	return layout.Inset(0, theme.SideMargin, 0, theme.SideMargin, row.Container)
}

// pills are the filters that are at work, and the way to take all of them away.
func (s *Screen) pills(pills []Pill) []fyne.CanvasObject {
	labels := make([]string, len(pills))
	for i, p := range pills {
		labels[i] = p.Label
	}
	return filter.Pills(labels, func(i int) { s.clearFilters(pills[i].By) }, func() { s.clearFilters() })
}

// clearFilters takes the filters of some columns away, or of all without one.
func (s *Screen) clearFilters(columns ...FilterBy) {
	s.change(func() { s.model.ClearFilters(columns...) })
	s.focusRows()
}
