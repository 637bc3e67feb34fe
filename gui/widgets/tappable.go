package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"numberloader/gui/theme"
)

// Tappable makes one action of a whole area: a recent file, a card, the chip of
// the organization. Space and Return press it; it is marked under the mouse and
// ringed while it has the keyboard.
type Tappable struct {
	widget.BaseWidget

	content          fyne.CanvasObject
	tapped           func()
	radius           float32
	disabled         bool
	hovered, focused bool
}

// NewTappable returns an area with the content.
func NewTappable(content fyne.CanvasObject, radius float32, tapped func()) *Tappable {
	t := &Tappable{content: content, radius: radius, tapped: tapped}
	t.ExtendBaseWidget(t)
	return t
}

// Tapped does the action.
func (t *Tappable) Tapped(*fyne.PointEvent) {
	if !t.disabled {
		t.tapped()
	}
}

// TypedKey does the action with Space or Return.
func (t *Tappable) TypedKey(key *fyne.KeyEvent) {
	if pressesIt(key) {
		t.Tapped(nil)
	}
}

// TypedRune does nothing.
func (t *Tappable) TypedRune(rune) {}

// FocusGained draws the ring.
func (t *Tappable) FocusGained() { t.focused = true; t.Refresh() }

// FocusLost removes the ring.
func (t *Tappable) FocusLost() { t.focused = false; t.Refresh() }

// Disabled says that the action is not to be had.
func (t *Tappable) Disabled() bool { return t.disabled }

// Enable allows the action.
func (t *Tappable) Enable() { t.disabled = false; t.Refresh() }

// Disable forbids the action and keeps the keyboard off it.
func (t *Tappable) Disable() { t.disabled = true; t.Refresh() }

// MouseIn marks the area.
func (t *Tappable) MouseIn(*desktop.MouseEvent) { t.hovered = true; t.Refresh() }

// MouseMoved does nothing.
func (t *Tappable) MouseMoved(*desktop.MouseEvent) {}

// MouseOut removes the mark.
func (t *Tappable) MouseOut() { t.hovered = false; t.Refresh() }

// CreateRenderer draws the area.
func (t *Tappable) CreateRenderer() fyne.WidgetRenderer {
	r := &tappableRenderer{tappable: t, mark: canvas.NewRectangle(nil), ring: NewRing()}
	r.apply()
	return r
}

type tappableRenderer struct {
	tappable *Tappable
	mark     *canvas.Rectangle
	ring     *Ring
}

func (r *tappableRenderer) apply() {
	t, name := r.tappable, theme.ColorNone
	if t.hovered && !t.disabled {
		name = fynetheme.ColorNameHover
	}
	r.mark.FillColor = t.Theme().Color(name, variant())
	r.mark.CornerRadius = t.radius
	r.ring.Show(t.focused, t.Theme())
}

func (r *tappableRenderer) Layout(size fyne.Size) {
	r.mark.Resize(size)
	r.tappable.content.Resize(size)
	r.ring.Inside(size)
}

func (r *tappableRenderer) MinSize() fyne.Size { return r.tappable.content.MinSize() }

func (r *tappableRenderer) Refresh() {
	r.apply()
	r.tappable.content.Refresh()
	canvas.Refresh(r.tappable)
}

func (r *tappableRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.tappable.content, r.mark, r.ring.rectangle}
}

func (r *tappableRenderer) Destroy() {}
