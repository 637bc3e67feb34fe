package grid

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"numberloader/gui/theme"
	"numberloader/gui/widgets"
)

// anchor is a row that is seen, and where on the screen it begins.
type anchor struct {
	row, number int
	y           float64
}

// anchor is the row that is to stay where it is: the one under the cursor if it
// is seen, else the first that is seen; row -1 without any.
func (g *Grid) anchor() anchor {
	if g.style == nil || g.heights.len() == 0 || g.offset == 0 {
		return anchor{row: -1}
	}
	row := g.heights.at(g.offset)
	if c := g.cursor; c >= 0 && g.heights.top(c) >= g.offset && g.heights.top(c) < g.offset+g.room() {
		row = c
	}
	return anchor{row, g.drawnNumber(row), g.heights.top(row) - g.offset}
}

// drawnNumber is the number of a row as it was drawn, since the source may have
// changed by now; -1 without one.
func (g *Grid) drawnNumber(row int) int {
	for _, r := range g.view.rows {
		if r.index == row {
			return r.number
		}
	}
	return -1
}

// number is the number of a row, or -1 if the source has none.
func (g *Grid) number(row int) int {
	if numbers, ok := g.source.(Numbers); ok {
		return numbers.Number(row)
	}
	return -1
}

// hold changes what is shown, and then scrolls so that the anchor is where it was.
func (g *Grid) hold(change func(), a anchor) {
	g.holding = true
	change()
	g.holding = false
	if g.style == nil {
		return
	}
	row := a.row
	if row >= 0 && a.number >= 0 {
		row = g.find(a.number, a.row)
	}
	if row >= 0 {
		g.scroll(g.heights.top(row)-a.y, true)
	}
	g.look()
}

// find is the row with a number, or near if there is none.
func (g *Grid) find(number, near int) int {
	n := g.source.Len()
	if near < n && g.number(near) == number {
		return near
	}
	for row := range n {
		if g.number(row) == number {
			return row
		}
	}
	return min(near, n-1)
}

// lay measures and places everything for a size. With anew there is a new style if
// the theme has changed.
func (g *Grid) lay(size fyne.Size, anew bool) {
	if size.Width <= 0 {
		return
	}
	if g.style == nil || anew && g.style.look != lookOf(g) {
		g.style = newStyle(g)
		g.ForgetAll()
	}
	g.places = fit(g.roomy(), size.Width, g.style.scale)
	g.measure(size.Width)
	g.put(size)
	g.shiftTo(g.shift)
}

// measure finds the height of every row in a grid of a width.
func (g *Grid) measure(width float32) {
	room := g.messageRoom(width)
	h := &g.heights
	if h.room != room {
		h.room, h.known = room, nil
	}
	numbers, _ := g.source.(Numbers)
	h.reset(g.source.Len(), func(row int) float32 {
		if numbers == nil {
			return g.style.height(g.lines(row, false))
		}
		return g.style.height(h.remember(numbers.Number(row), func() int { return g.lines(row, false) }))
	})
	g.placeCursor(min(g.cursor, g.source.Len()-1))
}

// lines is how many lines of text a row has below it.
func (g *Grid) lines(row int, cursor bool) int {
	return g.style.flow(g.source.Lines(row, cursor), g.heights.room, nil)
}

// placeCursor puts the cursor on a row, which may be taller for that.
func (g *Grid) placeCursor(row int) {
	g.cursor = row
	if row < 0 {
		g.heights.place(-1, 0)
		return
	}
	g.heights.place(row, g.style.height(g.lines(row, true)))
}

// put places the parts.
func (g *Grid) put(size fyne.Size) {
	top := g.style.px(headerTall)
	widgets.Put(g.header.clip, fyne.Position{}, fyne.NewSize(size.Width, top))
	below := fyne.NewSize(size.Width, max(0, size.Height-top))
	if endOf(g.places) > size.Width+theme.Hair {
		below.Height = max(0, below.Height-theme.TrackWidth)
	}
	widgets.Put(g.view.clip, fyne.NewPos(0, top), below)
	widgets.Put(g.track, fyne.NewPos(size.Width-theme.TrackWidth, top), fyne.NewSize(theme.TrackWidth, below.Height))
	widgets.Put(g.across, fyne.NewPos(0, top+below.Height), fyne.NewSize(size.Width, theme.TrackWidth))
	if g.empty != nil {
		widgets.Put(g.empty, fyne.NewPos(0, top), below)
		widgets.SetVisible(g.empty, g.source.Len() == 0)
	}
}

// CreateRenderer draws the grid.
func (g *Grid) CreateRenderer() fyne.WidgetRenderer { return &renderer{grid: g} }

func newClip(o fyne.CanvasObject) *container.Clip {
	clip := container.NewClip(o)
	clip.ExtendBaseWidget(clip)
	return clip
}

type renderer struct{ grid *Grid }

func (r *renderer) Destroy() {}

// MinSize leaves room for a few rows.
func (r *renderer) MinSize() fyne.Size { return fyne.NewSize(320, headerTall+3*rowTall) }

// Layout places the parts. What is seen stays in sight.
func (r *renderer) Layout(size fyne.Size) {
	g := r.grid
	seen := g.cursor >= 0 && !g.unseen
	g.hold(func() { g.lay(size, false) }, g.anchor())
	if seen {
		g.ScrollToCursor()
	}
}

// Refresh shows source and theme as they are now.
func (r *renderer) Refresh() {
	r.grid.hold(func() { r.grid.lay(r.grid.Size(), true) }, r.grid.anchor())
	canvas.Refresh(r.grid)
}

func (r *renderer) Objects() []fyne.CanvasObject {
	g := r.grid
	objects := []fyne.CanvasObject{g.header.clip, g.view.clip, g.track, g.across}
	if g.empty != nil {
		objects = append(objects, g.empty)
	}
	if g.editor != nil && g.editor.list != nil {
		objects = append(objects, g.editor.panel, g.editor.list)
	}
	return objects
}
