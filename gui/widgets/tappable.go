package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"numberloader/gui/draw"
	"numberloader/gui/press"
	"numberloader/gui/theme"
)

// Tappable makes one action of a whole area: a recent file, a card, the chip of
// the organization. Space and Return press it; it is marked under the mouse and
// ringed while it has the keyboard.
type Tappable struct {
	widget.BaseWidget
	press.Target

	content  fyne.CanvasObject
	tapped   func()
	radius   float32
	disabled bool
}

// NewTappable returns an area with the content.
func NewTappable(content fyne.CanvasObject, radius float32, tapped func()) *Tappable {
	t := &Tappable{content: content, radius: radius, tapped: tapped}
	t.Target = press.NewTarget(t, t.act)
	t.ExtendBaseWidget(t)
	return t
}

func (t *Tappable) act() {
	if !t.disabled {
		t.tapped()
	}
}

// Disabled reports whether the action is not to be had.
func (t *Tappable) Disabled() bool { return t.disabled }

// Enable allows the action.
func (t *Tappable) Enable() { t.disable(false) }

// Disable forbids the action and keeps the keyboard off it.
func (t *Tappable) Disable() { t.disable(true) }

func (t *Tappable) disable(disabled bool) {
	if t.disabled != disabled {
		t.disabled = disabled
		t.Refresh()
	}
}

// CreateRenderer draws the area.
func (t *Tappable) CreateRenderer() fyne.WidgetRenderer {
	r := &tappableRenderer{tappable: t, mark: canvas.NewRectangle(nil), ring: press.NewRing()}
	r.apply()
	return r
}

type tappableRenderer struct {
	tappable *Tappable
	mark     *canvas.Rectangle
	ring     *press.Ring
}

func (r *tappableRenderer) apply() {
	t, name := r.tappable, theme.ColorNone
	if t.Hovered() && !t.disabled {
		name = fynetheme.ColorNameHover
	}
	r.mark.FillColor = t.Theme().Color(name, draw.Variant())
	r.mark.CornerRadius = t.radius
	r.ring.Show(t.Focused(), t.Theme())
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
	return []fyne.CanvasObject{r.tappable.content, r.mark, r.ring.Object()}
}

func (r *tappableRenderer) Destroy() {}
