package grid

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"numberloader/gui/layout"
	"numberloader/gui/press"
	"numberloader/gui/theme"
)

const thumbInset float32 = 4

// track is a scroll bar of a Grid: a thumb to drag, and a track that pages
// when it is clicked.
type track struct {
	widget.BaseWidget
	press.Hover

	grid    *Grid
	across  bool // it scrolls sideways
	thumb   *canvas.Rectangle
	grabbed float64 // where the thumb was taken, from its start
	held    bool
}

var (
	_ fyne.Draggable    = (*track)(nil)
	_ fyne.Tappable     = (*track)(nil)
	_ desktop.Hoverable = (*track)(nil)
)

func newTrack(g *Grid, across bool) *track {
	t := &track{grid: g, across: across, thumb: canvas.NewRectangle(nil)}
	t.Hover = press.NewHover(func(bool) { t.show() })
	t.ExtendBaseWidget(t)
	return t
}

// track is how long the track is, how long what it scrolls, and how far that is
// scrolled.
func (t *track) track() (long, total, offset float64) {
	if t.across {
		return float64(t.Size().Width), float64(endOf(t.grid.places)), float64(t.grid.scroll.shift)
	}
	return float64(t.Size().Height), t.grid.heights.total(), t.grid.scroll.offset
}

// along is the part of a position that the track follows.
func (t *track) along(x, y float32) float64 {
	if t.across {
		return float64(x)
	}
	return float64(y)
}

func (t *track) scrollTo(offset float64) {
	if t.across {
		t.grid.scroll.across(float32(offset))
		return
	}
	t.grid.scroll.to(offset)
}

// extent is where the thumb begins and how long it is; 0 long if everything is
// seen.
func (t *track) extent() (start, long float64) {
	track, total, offset := t.track()
	if total <= track+float64(theme.Hair) || track <= 0 {
		return 0, 0
	}
	long = min(track, max(float64(theme.ThumbLeast), track*track/total))
	return (track - long) * offset / (total - track), long
}

// show draws the thumb where the list is.
func (t *track) show() {
	start, long := t.extent()
	t.Hidden = long == 0
	wide := theme.ThumbWidth
	if t.Hovered() || t.held {
		wide += thumbInset / 2
	}
	t.thumb.FillColor = t.grid.color(fynetheme.ColorNameScrollBar)
	t.thumb.CornerRadius = wide / 2
	aside := theme.TrackWidth - wide - thumbInset/2
	if t.across {
		layout.Put(t.thumb, fyne.NewPos(float32(start), aside), fyne.NewSize(float32(long), wide))
	} else {
		layout.Put(t.thumb, fyne.NewPos(aside, float32(start)), fyne.NewSize(wide, float32(long)))
	}
	canvas.Refresh(t)
}

// Tapped pages toward the pointer.
func (t *track) Tapped(e *fyne.PointEvent) {
	start, long := t.extent()
	page, _, offset := t.track()
	switch at := t.along(e.Position.X, e.Position.Y); {
	case at < start:
		t.scrollTo(offset - page)
	case at > start+long:
		t.scrollTo(offset + page)
	}
}

// Dragged moves the list with the thumb.
func (t *track) Dragged(e *fyne.DragEvent) {
	start, long := t.extent()
	at := t.along(e.Position.X, e.Position.Y)
	if !t.held {
		t.held = true
		t.grabbed = min(max(at-t.along(e.Dragged.DX, e.Dragged.DY)-start, 0), long)
	}
	track, total, _ := t.track()
	if long == 0 || track <= long {
		return
	}
	t.scrollTo((at - t.grabbed) / (track - long) * (total - track))
}

// DragEnd lets the thumb go.
func (t *track) DragEnd() {
	t.held = false
	t.show()
}

// CreateRenderer draws the scroll bar.
func (t *track) CreateRenderer() fyne.WidgetRenderer { return &trackRenderer{t} }

type trackRenderer struct{ track *track }

func (r *trackRenderer) Destroy()           {}
func (r *trackRenderer) Layout(fyne.Size)   { r.track.show() }
func (r *trackRenderer) MinSize() fyne.Size { return fyne.NewSize(theme.TrackWidth, theme.TrackWidth) }
func (r *trackRenderer) Refresh()           { canvas.Refresh(r.track) }
func (r *trackRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.track.thumb}
}
