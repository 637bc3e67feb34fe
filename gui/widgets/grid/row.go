package grid

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"numberloader/gui/draw"
	"numberloader/gui/press"
	"numberloader/gui/theme"
)

// rowView draws one row of a Grid. Rows are few and go from one index to the
// next as the list is scrolled, so show sets every property each time.
type rowView struct {
	widget.BaseWidget
	press.Hover

	grid   *Grid
	index  int
	number int // of the row, -1 without one

	fill    *canvas.Rectangle // hover or selection
	mark    *canvas.Rectangle // the bar at the row under the cursor
	rule    *canvas.Rectangle
	cells   []*cellView
	texts   []*canvas.Text
	links   []*link
	objects []fyne.CanvasObject
}

var (
	_ desktop.Mouseable   = (*rowView)(nil)
	_ fyne.DoubleTappable = (*rowView)(nil)
	_ fyne.Draggable      = (*rowView)(nil)
	_ desktop.Hoverable   = (*rowView)(nil)
)

func newRowView(g *Grid) *rowView {
	r := &rowView{
		grid: g, index: -1,
		fill: canvas.NewRectangle(nil), mark: canvas.NewRectangle(nil), rule: canvas.NewRectangle(nil),
	}
	r.Hover = press.NewHover(func(bool) { r.frame() })
	r.ExtendBaseWidget(r)
	return r
}

// show binds the row to an index.
func (r *rowView) show(index int) {
	if index != r.index {
		r.index = index
		r.SetHovered(false)
	}
	r.number = r.grid.layout.number(index)
	r.objects = append(r.objects[:0], r.fill)
	r.showCells()
	r.showMessage()
	r.objects = append(r.objects, r.rule, r.mark)
	r.frame()
}

// frame draws what surrounds the content: background, line and mark.
func (r *rowView) frame() {
	size, s, g := r.Size(), r.grid.style, r.grid
	cursor := r.index == g.cursor
	selection, _ := g.source.(Selection)
	r.fill.Resize(size)
	r.fill.FillColor = g.color(theme.ColorNone)
	switch {
	case cursor, selection != nil && selection.Selected(r.index):
		r.fill.FillColor = g.color(fynetheme.ColorNameSelection)
	case r.Hovered():
		r.fill.FillColor = g.color(fynetheme.ColorNameHover)
	}
	r.mark.Resize(fyne.NewSize(s.px(markWide), size.Height))
	r.mark.FillColor = g.color(theme.ColorPrimary)
	r.mark.Hidden = !cursor
	r.rule.Move(fyne.NewPos(0, size.Height-theme.Hair))
	r.rule.Resize(fyne.NewSize(size.Width, theme.Hair))
	r.rule.FillColor = g.color(theme.ColorSeparator)
	canvas.Refresh(r)
}

func (r *rowView) showCells() {
	for len(r.cells) < len(r.grid.places) {
		r.cells = append(r.cells, newCellView())
	}
	for i, p := range r.grid.places {
		r.objects = append(r.objects, r.cells[i].show(r.grid, p, r.grid.source.Cell(r.index, p.ID))...)
	}
}

func (r *rowView) showMessage() {
	g := r.grid
	texts, links := 0, 0
	left, marked := g.layout.messageX(r.Size().Width), -1
	if r.index == g.cursor && g.keyed && g.focused {
		_, marked = g.stops.at()
	}
	g.style.flow(g.source.Lines(r.index, r.index == g.cursor), g.layout.messageRoom(r.Size().Width), func(p piece) {
		pos := fyne.NewPos(left+p.x, g.style.messageTop(p.row))
		size := fyne.NewSize(p.width, g.style.px(lineTall))
		if p.link {
			link := r.link(links)
			link.show(p.action, links == marked)
			link.Move(pos)
			link.Resize(size)
			r.objects = append(r.objects, link)
			links++
			return
		}
		text := r.text(texts)
		g.write(text, p.text, p.style(), pos, size)
		r.objects = append(r.objects, text)
		texts++
	})
}

func (p piece) style() draw.Style {
	style := draw.Message.In(p.Color)
	style.Bold = p.Bold
	if p.Mono {
		style.Size, style.Mono = theme.SizeCaption, true
	}
	return style
}

func (r *rowView) text(i int) *canvas.Text {
	for len(r.texts) <= i {
		r.texts = append(r.texts, canvas.NewText("", nil))
	}
	return r.texts[i]
}

func (r *rowView) link(i int) *link {
	for len(r.links) <= i {
		r.links = append(r.links, newLink(r))
	}
	return r.links[i]
}

// MouseDown puts the cursor on the row. It does not wait for the button to come up,
// as a click would that may be the first of two.
// A right click opens the menu of the cell, for the rows that are selected if this one
// is among them.
func (r *rowView) MouseDown(e *desktop.MouseEvent) {
	g, column := r.grid, r.columnAt(e.Position.X)
	switch e.Button { //nolint:exhaustive // other buttons mean nothing here
	case desktop.MouseButtonPrimary:
		g.stops.point(column)
		g.tap(r.index, e.Modifier)
	case desktop.MouseButtonSecondary:
		if selection, ok := g.source.(Selection); !ok || !selection.Selected(r.index) {
			g.tap(r.index, 0)
		}
		g.stops.point(column)
		if g.OnMenu != nil {
			g.OnMenu(r.index, column, e.AbsolutePosition)
		}
	}
}

// columnAt is the column at a place of the row, "" for none.
func (r *rowView) columnAt(x float32) string {
	for _, p := range r.grid.places {
		if left := r.grid.layout.left(p); x >= left && x < left+p.width {
			return p.ID
		}
	}
	return ""
}

// Dragged selects the rows up to the one under the pointer.
func (r *rowView) Dragged(e *fyne.DragEvent) {
	g := r.grid
	if g.OnSelect == nil || g.editor != nil {
		return
	}
	row := g.heights.at(g.scroll.offset + float64(r.Position().Y+e.Position.Y))
	if row >= 0 && row != g.cursor {
		g.moveTo(row, SelectRange)
	}
}

// DragEnd does nothing.
func (r *rowView) DragEnd() {}

// MouseUp does nothing.
func (r *rowView) MouseUp(*desktop.MouseEvent) {}

// DoubleTapped edits the cell under the pointer.
func (r *rowView) DoubleTapped(e *fyne.PointEvent) {
	column := r.columnAt(e.Position.X)
	if column != "" && e.Position.Y < r.grid.style.tall(rowTall) && slices.Contains(r.grid.Editable(), column) {
		r.grid.stops.edit(r.index, column)
	}
}

// CreateRenderer draws the row.
func (r *rowView) CreateRenderer() fyne.WidgetRenderer {
	return &partRenderer{part: r, objects: &r.objects}
}
