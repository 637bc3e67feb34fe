package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"numberloader/gui/theme"
)

// gridView is the part of a Grid in which rows are seen. It has one gridRow for
// each of them and hands it on when its row leaves.
type gridView struct {
	widget.BaseWidget

	grid    *Grid
	rows    []*gridRow // in use, in order
	spare   []*gridRow
	ring    *canvas.Rectangle
	objects []fyne.CanvasObject
}

func newGridView(g *Grid) *gridView {
	v := &gridView{grid: g, ring: canvas.NewRectangle(nil)}
	v.ExtendBaseWidget(v)
	return v
}

// show places the rows that are seen. Rows that were seen before keep what they
// show, unless all are to be shown anew.
func (v *gridView) show(anew bool) {
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
	v.objects = append(v.objects, v.ring)
	canvas.Refresh(v)
}

// seen is the range of rows that are seen at least in part.
func (v *gridView) seen() (first, end int) {
	g := v.grid
	first = max(0, g.heights.at(g.offset))
	for end = first; end < g.heights.len() && g.heights.top(end) < g.offset+g.room(); {
		end++
	}
	return first, end
}

// release sets rows aside that have left the range, and lists the others by
// their index.
func (v *gridView) release(first, end int) map[int]*gridRow {
	kept := make(map[int]*gridRow, len(v.rows))
	for _, r := range v.rows {
		if r.index >= first && r.index < end {
			kept[r.index] = r
		} else {
			v.spare = append(v.spare, r)
		}
	}
	return kept
}

func (v *gridView) take() *gridRow {
	if n := len(v.spare); n > 0 {
		r := v.spare[n-1]
		v.spare = v.spare[:n-1]
		return r
	}
	return newGridRow(v.grid)
}

func (v *gridView) put(r *gridRow, index int, anew bool) {
	g := v.grid
	r.Move(fyne.NewPos(0, float32(g.heights.top(index)-g.offset)))
	r.Resize(fyne.NewSize(v.Size().Width, g.heights.height(index)))
	if anew {
		r.show(index)
	}
	v.rows = append(v.rows, r)
	v.objects = append(v.objects, r)
}

// showRing draws where the keyboard is: around the row under the cursor, or
// around all rows if the cursor is not seen.
func (v *gridView) showRing() {
	g := v.grid
	v.ring.FillColor = g.color(theme.ColorNone)
	v.ring.StrokeColor = g.color(theme.ColorPrimary)
	v.ring.StrokeWidth = ringWidth
	v.ring.Hidden = !g.focused || !g.keyed && g.cursor >= 0
	pos, size := fyne.NewPos(0, 0), v.Size()
	for _, r := range v.rows {
		if r.index == g.cursor {
			pos, size = r.Position(), r.Size()
		}
	}
	inset := ringWidth / 2
	v.ring.Move(pos.AddXY(inset, inset))
	v.ring.Resize(size.SubtractWidthHeight(2*inset, 2*inset+gridHair))
}

// CreateRenderer draws the rows.
func (v *gridView) CreateRenderer() fyne.WidgetRenderer {
	return &gridPartRenderer{part: v, objects: &v.objects}
}

// CreateRenderer draws the grid.
func (g *Grid) CreateRenderer() fyne.WidgetRenderer {
	clip := container.NewClip(g.view)
	clip.ExtendBaseWidget(clip)
	return &gridRenderer{grid: g, clip: clip}
}

type gridRenderer struct {
	grid  *Grid
	clip  *container.Clip
	width float32 // that the rows were measured for
}

func (r *gridRenderer) Destroy() {}

// MinSize leaves room for a few rows.
func (r *gridRenderer) MinSize() fyne.Size { return fyne.NewSize(320, headerTall+3*rowTall) }

// Layout places the parts. Rows are measured only where the width has changed.
func (r *gridRenderer) Layout(size fyne.Size) {
	g := r.grid
	if g.style == nil || size.Width != r.width {
		r.adapt(size.Width)
	}
	r.place(size)
	g.header.show()
	g.scroll(g.offset, true)
}

// adapt takes theme, columns and source as they are now.
func (r *gridRenderer) adapt(width float32) {
	g := r.grid
	r.width = width
	g.style = newGridStyle(g)
	g.places = gridFit(g.columns, width, g.style.scale)
	g.measure(width)
}

func (r *gridRenderer) place(size fyne.Size) {
	g := r.grid
	top := g.style.px(headerTall)
	put(g.header, fyne.Position{}, fyne.NewSize(size.Width, top))
	below := fyne.NewSize(size.Width, max(0, size.Height-top))
	put(r.clip, fyne.NewPos(0, top), below)
	put(g.track, fyne.NewPos(size.Width-trackWide, top), fyne.NewSize(trackWide, below.Height))
	if g.empty == nil {
		return
	}
	put(g.empty, fyne.NewPos(0, top), below)
	SetVisible(g.empty, g.source.Len() == 0)
}

// Refresh shows source and theme as they are now.
func (r *gridRenderer) Refresh() {
	r.adapt(r.grid.Size().Width)
	r.Layout(r.grid.Size())
	canvas.Refresh(r.grid)
}

func (r *gridRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.grid.header, r.clip, r.grid.track}
	if r.grid.empty != nil {
		objects = append(objects, r.grid.empty)
	}
	return objects
}
