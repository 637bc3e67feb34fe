package grid

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"numberloader/gui/draw"
	"numberloader/gui/press"
	"numberloader/gui/theme"
)

// view is the part of a Grid in which rows are seen. It has one rowView for
// each of them and hands it on when its row leaves.
type view struct {
	widget.BaseWidget

	grid    *Grid
	rows    []*rowView // in use, in order
	spare   []*rowView
	ring    *canvas.Rectangle
	cell    *canvas.Rectangle // around the cell that the keyboard is at
	objects []fyne.CanvasObject
	clip    *container.Clip
}

func newView(g *Grid) *view {
	v := &view{grid: g, ring: canvas.NewRectangle(nil), cell: canvas.NewRectangle(nil)}
	v.ExtendBaseWidget(v)
	return v
}

// show places the rows that are seen. Rows that were seen before keep what they
// show, unless all are to be redrawn.
func (v *view) show(anew bool) {
	if v.grid.style == nil || v.Size().Height <= 0 {
		return
	}
	first, end := v.seen()
	kept := v.release(first, end)
	v.rows, v.objects = v.rows[:0], v.objects[:0]
	for i := first; i < end; i++ {
		r := kept[i]
		if r == nil {
			r = v.take()
		}
		v.put(r, i, anew || kept[i] == nil)
	}
	v.showRing()
	v.showCell()
	v.objects = append(v.objects, v.ring, v.cell)
	if v.grid.editor != nil {
		v.grid.editor.place()
		v.objects = append(v.objects, v.grid.editor.field)
	}
	canvas.Refresh(v)
}

// seen is the range of rows that are seen at least in part.
func (v *view) seen() (first, end int) {
	g := v.grid
	first = max(0, g.heights.at(g.scroll.offset))
	for end = first; end < g.heights.len() && g.heights.top(end) < g.scroll.offset+g.scroll.room(); {
		end++
	}
	return first, end
}

// release sets rows aside that have left the range, and lists the others by
// their index.
func (v *view) release(first, end int) map[int]*rowView {
	kept := make(map[int]*rowView, len(v.rows))
	for _, r := range v.rows {
		if r.index >= first && r.index < end {
			kept[r.index] = r
		} else {
			v.spare = append(v.spare, r)
		}
	}
	return kept
}

func (v *view) take() *rowView {
	if n := len(v.spare); n > 0 {
		r := v.spare[n-1]
		v.spare = v.spare[:n-1]
		return r
	}
	return newRowView(v.grid)
}

func (v *view) put(r *rowView, index int, anew bool) {
	g := v.grid
	r.Move(fyne.NewPos(0, float32(g.heights.top(index)-g.scroll.offset)))
	r.Resize(fyne.NewSize(v.Size().Width, g.heights.height(index)))
	if anew {
		r.show(index)
	}
	v.rows = append(v.rows, r)
	v.objects = append(v.objects, r)
}

// showRing draws where the keyboard is: around the row under the cursor, or
// around all rows if the cursor is not seen.
func (v *view) showRing() {
	g := v.grid
	v.ring.FillColor = g.color(theme.ColorNone)
	v.ring.StrokeColor = g.color(theme.ColorPrimary)
	v.ring.StrokeWidth = press.RingWidth
	v.ring.Hidden = !g.focused || g.quiet || !g.keyed && g.cursor >= 0
	pos, size := fyne.NewPos(0, 0), v.Size()
	for _, r := range v.rows {
		if r.index == g.cursor {
			pos, size = r.Position(), r.Size()
		}
	}
	inset := press.RingWidth / 2
	v.ring.Move(pos.AddXY(inset, inset))
	v.ring.Resize(size.SubtractWidthHeight(2*inset, 2*inset+theme.Hair))
}

// CreateRenderer draws the rows.
func (v *view) CreateRenderer() fyne.WidgetRenderer {
	return &partRenderer{part: v, objects: &v.objects}
}

// showCell draws a frame around the cell that the keyboard is at.
func (v *view) showCell() {
	g := v.grid
	column, _ := g.stops.at()
	shown := g.focused && g.keyed && g.cursor >= 0 && column != "" && g.editor == nil
	v.cell.Hidden = !shown
	if !shown {
		return
	}
	p, inset := columnAt(g.places, column), g.style.px(cellFrame)
	v.cell.FillColor = draw.Faint(g.color(theme.ColorPrimary))
	v.cell.StrokeColor = g.color(theme.ColorPrimary)
	v.cell.StrokeWidth = theme.Hair
	v.cell.CornerRadius = theme.PillRadius
	v.cell.Move(fyne.NewPos(g.layout.left(p), float32(g.heights.top(g.cursor)-g.scroll.offset)+inset))
	v.cell.Resize(fyne.NewSize(p.width-inset, g.style.tall(rowTall)-2*inset))
}
