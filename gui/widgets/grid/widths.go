package grid

import (
	"slices"

	"numberloader/gui/theme"
)

// widths makes columns wider and narrower.
type widths struct{ grid *Grid }

// roomy are the columns with widths that have room for their samples.
func (w *widths) roomy() []Column {
	columns := slices.Clone(w.grid.columns)
	for i := range columns {
		c := &columns[i]
		if c.Sample.Text == "" {
			continue
		}
		need := w.grid.style.cellWidth(c.Sample)/w.grid.style.scale + 2*theme.CellPad
		c.Width, c.Narrow = max(c.Width, need), max(c.Narrow, need)
	}
	return columns
}

// widen gives a column a width as it is drawn, for now. It grows as far as the flexible
// column can give way, so that all of them stay within the grid.
func (w *widths) widen(column string, width float32) {
	width = min(width, widest(w.grid.places, column, w.grid.Size().Width, w.grid.style.scale))
	for i := range w.grid.columns {
		if w.grid.columns[i].ID == column {
			w.grid.columns[i].Own = max(edgeLeast, width/w.grid.style.scale)
		}
	}
	w.grid.layout.lay(w.grid.Size(), false)
}

// set gives a column a width as it is drawn, and tells the owner.
func (w *widths) set(column string, width float32) {
	if w.grid.OnWidth == nil || w.grid.style == nil {
		return
	}
	w.widen(column, width)
	for _, c := range w.grid.columns {
		if c.ID == column {
			w.grid.OnWidth(column, c.Own)
		}
	}
}

// fit makes a column as wide as its title and its content. Of very many
// rows the first ones count, and those that are seen.
func (w *widths) fit(column string) {
	if w.grid.style == nil {
		return
	}
	p, s := columnAt(w.grid.places, column), w.grid.style
	around := w.grid.layout.padding(p) + s.px(theme.CellPad)
	most := s.caption.width(p.Title) + s.px(theme.IconSize)
	wide := func(row int) { most = max(most, s.cellWidth(w.grid.source.Cell(row, column))) }
	for row := range min(w.grid.source.Len(), fitRows) {
		wide(row)
	}
	for _, r := range w.grid.view.rows {
		wide(r.index)
	}
	w.set(column, most+around)
}
