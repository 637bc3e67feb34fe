package press

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"

	"numberloader/gui/draw"
	"numberloader/gui/theme"
)

// The ring around what has the keyboard: its width, and how far outside it lies.
const (
	RingWidth  float32 = 2
	ringOffset float32 = 4
)

// Ring is drawn by a widget's renderer around what has the keyboard.
type Ring struct{ rectangle *canvas.Rectangle }

// NewRing returns a ring that is not shown.
func NewRing() *Ring {
	r := &Ring{canvas.NewRectangle(nil)}
	r.rectangle.StrokeWidth = RingWidth
	r.rectangle.CornerRadius = theme.Radius + ringOffset - RingWidth/2
	r.rectangle.Hide()
	return r
}

// Object is what is drawn, for the renderer's objects.
func (r *Ring) Object() fyne.CanvasObject { return r.rectangle }

// Round rounds the corners of the ring, as its inner line has them.
func (r *Ring) Round(radius float32) { r.rectangle.CornerRadius = radius }

// Around lays the ring around a widget of this size, outside of it.
func (r *Ring) Around(size fyne.Size) {
	r.rectangle.Move(fyne.NewPos(-ringOffset, -ringOffset))
	r.rectangle.Resize(size.AddWidthHeight(2*ringOffset, 2*ringOffset))
}

// Inside lays the ring along the inner edge of a widget of this size, for rows
// and cards that touch others.
func (r *Ring) Inside(size fyne.Size) {
	r.rectangle.Move(fyne.NewPos(RingWidth/2, RingWidth/2))
	r.rectangle.Resize(size.SubtractWidthHeight(RingWidth, RingWidth))
}

// Show shows or hides the ring, in the color of a theme.
func (r *Ring) Show(focused bool, th fyne.Theme) {
	r.rectangle.StrokeColor = th.Color(fynetheme.ColorNamePrimary, draw.Variant())
	if focused {
		r.rectangle.Show()
	} else {
		r.rectangle.Hide()
	}
	r.rectangle.Refresh()
}
