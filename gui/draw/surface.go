package draw

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"numberloader/gui/theme"
)

// Paint is how a surface looks. Empty color names draw nothing.
type Paint struct {
	Fill   fyne.ThemeColorName
	Stroke fyne.ThemeColorName
	Width  float32 // of the stroke
	Radius float32
	// FlatTop and FlatBottom keep the corners there square, for a row of a card.
	FlatTop, FlatBottom bool
}

// Surface is a rectangle whose colors follow the theme.
type Surface struct {
	widget.BaseWidget

	paint Paint
	least fyne.Size
}

// NewSurface returns a rectangle.
func NewSurface(paint Paint) *Surface {
	s := &Surface{paint: paint}
	s.ExtendBaseWidget(s)
	return s
}

// Set changes the look.
func (s *Surface) Set(paint Paint) {
	if s.paint == paint {
		return
	}
	s.paint = paint
	s.Refresh()
}

// CreateRenderer draws the rectangle.
func (s *Surface) CreateRenderer() fyne.WidgetRenderer {
	r := &surfaceRenderer{surface: s, drawn: canvas.NewRectangle(nil)}
	r.apply()
	return r
}

type surfaceRenderer struct {
	surface *Surface
	drawn   *canvas.Rectangle
}

func (r *surfaceRenderer) apply() {
	paint, th := r.surface.paint, r.surface.Theme()
	fill, stroke := paint.Fill, paint.Stroke
	if stroke == "" {
		stroke = theme.ColorNone
	}
	r.drawn.StrokeColor = th.Color(stroke, Variant())
	if fill == "" || fill == theme.ColorNone {
		r.drawn.FillColor = Faint(r.drawn.StrokeColor)
	} else {
		r.drawn.FillColor = th.Color(fill, Variant())
	}
	r.drawn.StrokeWidth = paint.Width
	if paint.Stroke == "" {
		r.drawn.StrokeWidth = 0
	}
	r.drawn.CornerRadius = 0
	top, bottom := paint.Radius, paint.Radius
	if paint.FlatTop {
		top = 0
	}
	if paint.FlatBottom {
		bottom = 0
	}
	if top == bottom {
		r.drawn.CornerRadius = top
		top, bottom = 0, 0
	}
	r.drawn.TopLeftCornerRadius, r.drawn.TopRightCornerRadius = top, top
	r.drawn.BottomLeftCornerRadius, r.drawn.BottomRightCornerRadius = bottom, bottom
}

// Faint is a color that cannot be seen. The toolkit's painter blends the edge of
// a stroke with the fill, and what is fully transparent counts as black there,
// which makes light lines gray.
func Faint(c color.Color) color.Color {
	visible := color.NRGBAModel.Convert(c).(color.NRGBA) //nolint:forcetypeassert // the model's own type
	if visible.A == 0 {
		return color.Transparent
	}
	visible.A = 1
	return visible
}

func (r *surfaceRenderer) Layout(size fyne.Size)        { r.drawn.Resize(size) }
func (r *surfaceRenderer) MinSize() fyne.Size           { return r.surface.least }
func (r *surfaceRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.drawn} }
func (r *surfaceRenderer) Destroy()                     {}

func (r *surfaceRenderer) Refresh() {
	r.apply()
	r.drawn.Refresh()
}

// Hairline is a line of one unit across its place.
func Hairline() *Surface { return line(0, 1) }

// VerticalHairline is a line of one unit from top to bottom of its place.
func VerticalHairline() *Surface { return line(1, 0) }

func line(width, height float32) *Surface {
	s := NewSurface(Paint{Fill: theme.ColorSeparator})
	s.least = fyne.NewSize(width, height)
	return s
}
