package grid

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"numberloader/gui/layout"
	"numberloader/gui/press"
	"numberloader/gui/theme"
)

const (
	edgeWide  float32 = 9  // what can be grabbed
	edgeInset float32 = 8  // of the line above and below
	edgeLeast float32 = 40 // the narrowest that a column can be dragged
	fitRows           = 20_000
)

// edge is the right edge of a title. Dragging it makes the column wider or
// narrower, a double click as wide as its content.
type edge struct {
	widget.BaseWidget
	press.Hover

	grid    *Grid
	column  string
	line    *canvas.Rectangle
	grabbed float32 // the width that the column had, without what was dragged
	held    bool
}

var (
	_ fyne.Draggable      = (*edge)(nil)
	_ fyne.DoubleTappable = (*edge)(nil)
	_ desktop.Cursorable  = (*edge)(nil)
	_ desktop.Hoverable   = (*edge)(nil)
)

func newEdge(g *Grid) *edge {
	e := &edge{grid: g, line: canvas.NewRectangle(nil)}
	e.Hover = press.NewHover(func(bool) { e.show() })
	e.ExtendBaseWidget(e)
	return e
}

// showEdges places the edges of the titles, if the owner keeps widths.
func (h *header) showEdges() {
	g := h.grid
	if g.OnWidth == nil {
		return
	}
	for i, p := range g.places {
		if i == len(h.edges) {
			h.edges = append(h.edges, newEdge(g))
		}
		e := h.edges[i]
		e.column = p.ID
		layout.Put(e, fyne.NewPos(g.layout.left(p)+p.width-(edgeWide+1)/2, 0), fyne.NewSize(edgeWide, h.Size().Height))
		e.show()
		h.objects = append(h.objects, e)
	}
}

func (e *edge) show() {
	e.line.FillColor = e.grid.color(theme.ColorSeparator)
	inset := edgeInset
	if e.Hovered() || e.held {
		e.line.FillColor, inset = e.grid.color(theme.ColorPrimary), 0
	}
	layout.Put(e.line, fyne.NewPos((edgeWide-theme.Hair)/2, inset), fyne.NewSize(theme.Hair, e.Size().Height-2*inset))
	canvas.Refresh(e)
}

// Dragged makes the column as wide as the pointer says. The edge moves along, so
// that the event's position does not tell how far the pointer is.
func (e *edge) Dragged(drag *fyne.DragEvent) {
	if !e.held {
		e.held = true
		e.grabbed = columnAt(e.grid.places, e.column).width
	}
	e.grabbed += drag.Dragged.DX
	e.grid.widths.widen(e.column, e.grabbed)
}

// DragEnd keeps the width.
func (e *edge) DragEnd() {
	e.held = false
	e.grid.widths.set(e.column, e.grabbed)
}

// DoubleTapped makes the column as wide as its content.
func (e *edge) DoubleTapped(*fyne.PointEvent) { e.grid.widths.fit(e.column) }

// Cursor is the one for moving an edge.
func (e *edge) Cursor() desktop.Cursor { return desktop.HResizeCursor }

// CreateRenderer draws the edge.
func (e *edge) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{e.line}
	return &partRenderer{part: e, objects: &objects}
}

// cellWidth is how wide a cell is without the room around it.
func (s *style) cellWidth(cell Cell) float32 {
	if cell.Pill != "" {
		return 2*s.px(theme.CellPad) + s.px(pillIcon+pillGap) + s.pill.width(cell.Text)
	}
	lead := min(cell.Lead, len(cell.Text))
	width := s.bold.width(cell.Text[:lead]) + s.text.width(cell.Text[lead:])
	if cell.Icon != nil {
		width += s.px(theme.IconSize + iconGap)
	}
	return width
}
