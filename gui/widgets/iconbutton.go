package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"numberloader/gui/draw"
	"numberloader/gui/layout"
	"numberloader/gui/press"
	"numberloader/gui/theme"
	"numberloader/internal/phrase"
)

// iconArea is how wide and tall the part is that can be hit.
const iconArea float32 = 24

// IconButton is a small icon to press, where a word beside it says what it is
// about: the cross of what can be taken away, the arrow of what can be opened.
type IconButton struct {
	widget.BaseWidget
	press.Target

	name string // what it does, for those who don't see it
	icon fyne.Resource
	size float32
}

// NewIconButton returns an icon of a size; name says what it does, for those who don't
// see it.
func NewIconButton(name string, icon fyne.Resource, size float32, tapped func()) *IconButton {
	b := &IconButton{name: name, icon: icon, size: size}
	b.Target = press.NewTarget(b, tapped)
	b.ExtendBaseWidget(b)
	return b
}

// NewCross returns the cross that takes something away.
func NewCross(tapped func()) *IconButton {
	const cross = 14
	return NewIconButton(phrase.Text("spoken.clear"), theme.Colored(fynetheme.CancelIcon(), theme.ColorSecondary), cross, tapped)
}

// SetIcon changes the icon.
func (b *IconButton) SetIcon(icon fyne.Resource) {
	if b.icon != icon {
		b.icon = icon
		b.Refresh()
	}
}

// CreateRenderer draws the icon.
func (b *IconButton) CreateRenderer() fyne.WidgetRenderer {
	r := &iconButtonRenderer{button: b, over: canvas.NewRectangle(nil), icon: draw.Picture(b.icon, b.size), ring: press.NewRing()}
	r.over.CornerRadius = theme.PillRadius
	r.apply()
	return r
}

type iconButtonRenderer struct {
	button *IconButton
	over   *canvas.Rectangle
	icon   *canvas.Image
	ring   *press.Ring
}

func (r *iconButtonRenderer) apply() {
	b, over := r.button, theme.ColorNone
	if b.Hovered() {
		over = fynetheme.ColorNameHover
	}
	r.over.FillColor = b.Theme().Color(over, draw.Variant())
	r.icon.Resource = b.icon
	r.ring.Show(b.Focused(), b.Theme())
}

func (r *iconButtonRenderer) Layout(size fyne.Size) {
	r.over.Resize(size)
	side := r.button.size * draw.ScaleOf(r.button)
	layout.Put(r.icon, fyne.NewPos((size.Width-side)/2, (size.Height-side)/2), fyne.NewSquareSize(side))
	r.ring.Inside(size)
}

func (r *iconButtonRenderer) MinSize() fyne.Size {
	return fyne.NewSquareSize(iconArea * draw.ScaleOf(r.button))
}

func (r *iconButtonRenderer) Refresh() {
	r.apply()
	r.icon.Refresh()
	canvas.Refresh(r.button)
}

func (r *iconButtonRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.over, r.icon, r.ring.Object()}
}

func (r *iconButtonRenderer) Destroy() {}
