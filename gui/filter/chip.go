package filter

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"numberloader/gui/draw"
	"numberloader/gui/layout"
	"numberloader/gui/press"
	"numberloader/gui/theme"
)

const (
	chipLeft  float32 = 10
	chipRight float32 = 12
	chipGap   float32 = 7
	chipCount float32 = 8 // between word and count
	chipTight float32 = 2 // less at either end where room is short
)

// Chip is a choice among rows: an icon, a word and how many there are.
type Chip struct {
	widget.BaseWidget
	press.Target

	icon   fyne.Resource // nil for none
	label  string
	count  string
	chosen bool
	tight  bool // room is short
}

// NewChip returns a chip. An icon of nil is none.
func NewChip(icon fyne.Resource, label string, tapped func()) *Chip {
	c := &Chip{icon: icon, label: label}
	c.Target = press.NewTarget(c, tapped)
	c.ExtendBaseWidget(c)
	return c
}

// Set changes the word, the count and whether the chip is chosen.
func (c *Chip) Set(label, count string, chosen bool) {
	if c.label == label && c.count == count && c.chosen == chosen {
		return
	}
	c.label, c.count, c.chosen = label, count, chosen
	c.Refresh()
}

// Text is what the chip says: "Ready 1,180".
func (c *Chip) Text() string { return c.label + " " + c.count }

// Chosen reports whether the chip is chosen.
func (c *Chip) Chosen() bool { return c.chosen }

// CreateRenderer draws the chip.
func (c *Chip) CreateRenderer() fyne.WidgetRenderer {
	r := &chipRenderer{
		chip: c, back: canvas.NewRectangle(nil), over: canvas.NewRectangle(nil),
		label: canvas.NewText("", nil), count: canvas.NewText("", nil), ring: press.NewRing(),
	}
	if c.icon != nil {
		r.icon = draw.Picture(c.icon, theme.IconSize)
	}
	r.apply()
	return r
}

type chipRenderer struct {
	chip  *Chip
	back  *canvas.Rectangle
	over  *canvas.Rectangle
	icon  *canvas.Image
	label *canvas.Text
	count *canvas.Text
	ring  *press.Ring
}

func (r *chipRenderer) apply() {
	c, th := r.chip, r.chip.Theme()
	draw.Body.Write(r.label, c.label, th)
	draw.Strong.Write(r.count, c.count, th)
	fill, stroke, over := theme.ColorHeader, theme.ColorNone, theme.ColorNone
	if c.chosen {
		fill, stroke = fynetheme.ColorNameSelection, theme.ColorPrimary
	}
	if c.Hovered() {
		over = fynetheme.ColorNameHover
	}
	r.back.FillColor, r.back.StrokeColor = th.Color(fill, draw.Variant()), th.Color(stroke, draw.Variant())
	// The renderer draws a hairline even for a stroke that nobody sees.
	r.back.StrokeWidth, r.back.CornerRadius = 0, theme.Radius
	if stroke != theme.ColorNone {
		r.back.StrokeWidth = theme.Hair
	}
	r.over.FillColor, r.over.CornerRadius = th.Color(over, draw.Variant()), theme.Radius
	r.ring.Show(c.Focused(), th)
}

func (r *chipRenderer) MinSize() fyne.Size {
	s := draw.ScaleOf(r.chip)
	width := chipLeft + r.label.MinSize().Width + chipRight
	if r.chip.count != "" {
		width += chipCount + r.count.MinSize().Width
	}
	if r.icon != nil {
		width += theme.IconSize*s + chipGap
	}
	if r.chip.tight {
		width -= 2 * chipTight
	}
	return fyne.NewSize(width, theme.Chip*draw.TallScale())
}

func (r *chipRenderer) Layout(size fyne.Size) {
	r.back.Resize(size)
	r.over.Resize(size)
	x := chipLeft
	if r.chip.tight {
		x -= chipTight
	}
	if r.icon != nil {
		side := theme.IconSize * draw.ScaleOf(r.chip)
		layout.Put(r.icon, fyne.NewPos(x, (size.Height-side)/2), fyne.NewSquareSize(side))
		x += side + chipGap
	}
	for _, text := range []*canvas.Text{r.label, r.count} {
		least := text.MinSize()
		layout.Put(text, fyne.NewPos(x, (size.Height-least.Height)/2), least)
		x += least.Width + chipCount
	}
	r.ring.Around(size)
}

func (r *chipRenderer) Refresh() {
	r.apply()
	r.Layout(r.chip.Size())
	if r.icon != nil {
		r.icon.Refresh()
	}
	canvas.Refresh(r.chip)
}

func (r *chipRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.back, r.over, r.label, r.count, r.ring.Object()}
	if r.icon != nil {
		objects = append(objects, r.icon)
	}
	return objects
}

func (r *chipRenderer) Destroy() {}
