package grid

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"numberloader/gui/draw"
	"numberloader/gui/layout"
	"numberloader/gui/theme"
)

// arrangement places what a grid shows.
type arrangement struct{ grid *Grid }

// number is the number of a row, or -1 if the source has none.
func (l *arrangement) number(row int) int {
	if numbers, ok := l.grid.source.(Numbers); ok {
		return numbers.Number(row)
	}
	return -1
}

// lay measures and places everything for a size. With anew there is a new style if
// the theme has changed.
func (l *arrangement) lay(size fyne.Size, anew bool) {
	if size.Width <= 0 {
		return
	}
	if l.grid.style == nil || anew && l.grid.style.look != lookOf(l.grid) {
		l.grid.style = newStyle(l.grid)
		l.grid.ForgetAll()
	}
	l.grid.places = fit(l.grid.widths.roomy(), size.Width, l.grid.style.scale)
	l.measure(size.Width)
	l.put(size)
	l.grid.scroll.across(l.grid.scroll.shift)
}

// measure finds the height of every row in a grid of a width.
func (l *arrangement) measure(width float32) {
	room := l.messageRoom(width)
	h := &l.grid.heights
	if h.room != room {
		h.room, h.known = room, nil
	}
	numbers, _ := l.grid.source.(Numbers)
	h.reset(l.grid.source.Len(), func(row int) float32 {
		if numbers == nil {
			return l.grid.style.height(l.lines(row, false))
		}
		return l.grid.style.height(h.remember(numbers.Number(row), func() int { return l.lines(row, false) }))
	})
	l.cursor(min(l.grid.cursor, l.grid.source.Len()-1))
}

// lines is how many lines of text a row has below it.
func (l *arrangement) lines(row int, cursor bool) int {
	return l.grid.style.flow(l.grid.source.Lines(row, cursor), l.grid.heights.room, nil)
}

// cursor puts the cursor on a row, which may be taller for that.
func (l *arrangement) cursor(row int) {
	l.grid.cursor = row
	if row < 0 {
		l.grid.heights.place(-1, 0)
		return
	}
	l.grid.heights.place(row, l.grid.style.height(l.lines(row, true)))
}

// put places the parts.
func (l *arrangement) put(size fyne.Size) {
	top := l.grid.style.tall(headerTall)
	layout.Put(l.grid.header.clip, fyne.Position{}, fyne.NewSize(size.Width, top))
	below := fyne.NewSize(size.Width, max(0, size.Height-top))
	if endOf(l.grid.places) > size.Width+theme.Hair {
		below.Height = max(0, below.Height-theme.TrackWidth)
	}
	layout.Put(l.grid.view.clip, fyne.NewPos(0, top), below)
	layout.Put(l.grid.track, fyne.NewPos(size.Width-theme.TrackWidth, top), fyne.NewSize(theme.TrackWidth, below.Height))
	layout.Put(l.grid.across, fyne.NewPos(0, top+below.Height), fyne.NewSize(size.Width, theme.TrackWidth))
	if l.grid.empty != nil {
		layout.Put(l.grid.empty, fyne.NewPos(0, top), below)
		layout.SetVisible(l.grid.empty, l.grid.source.Len() == 0)
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
func (r *renderer) MinSize() fyne.Size {
	return fyne.NewSize(320, (headerTall+fewRows*rowTall)*draw.TallScale())
}

// Layout places the parts. What is seen stays in sight.
func (r *renderer) Layout(size fyne.Size) {
	g := r.grid
	seen := g.cursor >= 0 && !g.scroll.unseen
	g.scroll.hold(func() { g.layout.lay(size, false) }, g.scroll.anchor())
	if seen {
		g.ScrollToCursor()
	}
}

// Refresh shows source and theme as they are now.
func (r *renderer) Refresh() {
	r.grid.scroll.hold(func() { r.grid.layout.lay(r.grid.Size(), true) }, r.grid.scroll.anchor())
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

// left is where a column begins as the grid is scrolled now.
func (l *arrangement) left(p place) float32 { return p.x - l.grid.scroll.shift }

// padding is the room in front of the text of a column.
func (l *arrangement) padding(p place) float32 {
	if p.x == 0 {
		return theme.SideMargin
	}
	return l.grid.style.px(theme.CellPad)
}

// messageX is where messages start. It does not follow the columns sideways, so
// that a message can be read wherever they are.
func (l *arrangement) messageX(width float32) float32 {
	const most = 0.4 // of the width
	p := columnAt(l.grid.places, l.grid.under)
	return min(p.x+l.padding(p), max(width*most, theme.SideMargin))
}

// messageRoom is how wide a line of a message may be in a grid of a width.
func (l *arrangement) messageRoom(width float32) float32 {
	return width - l.messageX(width) - theme.SideMargin
}
