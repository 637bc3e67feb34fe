package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

const (
	thumbWide  float32 = 6
	thumbInset float32 = 4
	thumbLeast float32 = 28 // a shorter one is hard to hit
	trackWide  float32 = 14
)

// gridTrack is the scroll bar of a Grid: a thumb to drag, and a track that
// pages when it is clicked.
type gridTrack struct {
	widget.BaseWidget

	grid    *Grid
	thumb   *canvas.Rectangle
	hovered bool
	grabbed float64 // where the thumb was taken, from its top
	held    bool
}

var (
	_ fyne.Draggable    = (*gridTrack)(nil)
	_ fyne.Tappable     = (*gridTrack)(nil)
	_ desktop.Hoverable = (*gridTrack)(nil)
)

func newGridTrack(g *Grid) *gridTrack {
	t := &gridTrack{grid: g, thumb: canvas.NewRectangle(nil)}
	t.ExtendBaseWidget(t)
	return t
}

// extent is where the thumb begins and how long it is; 0 long if all rows are
// seen.
func (t *gridTrack) extent() (top, long float64) {
	track, total := float64(t.Size().Height), t.grid.heights.total()
	if total <= track || track <= 0 {
		return 0, 0
	}
	long = min(track, max(float64(thumbLeast), track*track/total))
	return (track - long) * t.grid.offset / (total - track), long
}

// show draws the thumb where the list is.
func (t *gridTrack) show() {
	top, long := t.extent()
	t.Hidden = long == 0
	wide := thumbWide
	if t.hovered || t.held {
		wide += thumbInset / 2
	}
	t.thumb.FillColor = t.grid.color(fynetheme.ColorNameScrollBar)
	t.thumb.CornerRadius = wide / 2
	t.thumb.Move(fyne.NewPos(trackWide-wide-thumbInset/2, float32(top)))
	t.thumb.Resize(fyne.NewSize(wide, float32(long)))
	canvas.Refresh(t)
}

// Tapped pages toward the pointer.
func (t *gridTrack) Tapped(e *fyne.PointEvent) {
	top, long := t.extent()
	y, page := float64(e.Position.Y), float64(t.Size().Height)
	switch {
	case y < top:
		t.grid.scrollBy(-page)
	case y > top+long:
		t.grid.scrollBy(page)
	}
}

// Dragged moves the list with the thumb.
func (t *gridTrack) Dragged(e *fyne.DragEvent) {
	top, long := t.extent()
	y := float64(e.Position.Y)
	if !t.held {
		t.held = true
		t.grabbed = min(max(y-float64(e.Dragged.DY)-top, 0), long)
	}
	track := float64(t.Size().Height)
	if long == 0 || track <= long {
		return
	}
	t.grid.scrollTo((y - t.grabbed) / (track - long) * (t.grid.heights.total() - track))
}

// DragEnd lets the thumb go.
func (t *gridTrack) DragEnd() {
	t.held = false
	t.show()
}

// MouseIn makes the thumb wider.
func (t *gridTrack) MouseIn(*desktop.MouseEvent) { t.hover(true) }

// MouseMoved does nothing.
func (t *gridTrack) MouseMoved(*desktop.MouseEvent) {}

// MouseOut makes the thumb narrow again.
func (t *gridTrack) MouseOut() { t.hover(false) }

func (t *gridTrack) hover(on bool) {
	t.hovered = on
	t.show()
}

// CreateRenderer draws the scroll bar.
func (t *gridTrack) CreateRenderer() fyne.WidgetRenderer { return &gridTrackRenderer{t} }

type gridTrackRenderer struct{ track *gridTrack }

func (r *gridTrackRenderer) Destroy()           {}
func (r *gridTrackRenderer) Layout(fyne.Size)   { r.track.show() }
func (r *gridTrackRenderer) MinSize() fyne.Size { return fyne.NewSize(trackWide, thumbLeast) }
func (r *gridTrackRenderer) Refresh()           { canvas.Refresh(r.track) }
func (r *gridTrackRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.track.thumb}
}
