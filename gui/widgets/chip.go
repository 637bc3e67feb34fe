package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"numberloader/gui/theme"
)

const (
	chipLeft  float32 = 10
	chipRight float32 = 12
	chipGap   float32 = 7
	chipCount float32 = 8 // between word and count
)

// Chip is a choice among rows: an icon, a word and how many there are.
type Chip struct {
	widget.BaseWidget

	icon    fyne.Resource // nil for none
	label   string
	count   string
	chosen  bool
	focused bool
	hovered bool
	tapped  func()
}

var (
	_ fyne.Tappable     = (*Chip)(nil)
	_ fyne.Focusable    = (*Chip)(nil)
	_ desktop.Hoverable = (*Chip)(nil)
)

// NewChip returns a chip. An icon of nil is none.
func NewChip(icon fyne.Resource, label string, tapped func()) *Chip {
	c := &Chip{icon: icon, label: label, tapped: tapped}
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

// Chosen says that the chip is chosen.
func (c *Chip) Chosen() bool { return c.chosen }

// Tapped chooses the chip.
func (c *Chip) Tapped(*fyne.PointEvent) { c.tapped() }

// TypedKey chooses the chip with Space or Return.
func (c *Chip) TypedKey(e *fyne.KeyEvent) {
	if pressesIt(e) {
		c.tapped()
	}
}

// TypedRune does nothing.
func (c *Chip) TypedRune(rune) {}

// FocusGained draws the ring.
func (c *Chip) FocusGained() { c.focused = true; c.Refresh() }

// FocusLost removes the ring.
func (c *Chip) FocusLost() { c.focused = false; c.Refresh() }

// MouseIn shows that the chip is under the pointer.
func (c *Chip) MouseIn(*desktop.MouseEvent) { c.hovered = true; c.Refresh() }

// MouseMoved does nothing.
func (c *Chip) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes the sign of the pointer away.
func (c *Chip) MouseOut() { c.hovered = false; c.Refresh() }

// CreateRenderer draws the chip.
func (c *Chip) CreateRenderer() fyne.WidgetRenderer {
	r := &chipRenderer{
		chip: c, back: canvas.NewRectangle(nil), over: canvas.NewRectangle(nil),
		label: canvas.NewText("", nil), count: canvas.NewText("", nil), ring: NewRing(),
	}
	if c.icon != nil {
		r.icon = Picture(c.icon, theme.IconSize)
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
	ring  *Ring
}

func (r *chipRenderer) apply() {
	c, th := r.chip, r.chip.Theme()
	r.label.Text, r.count.Text = c.label, c.count
	Body.apply(r.label, th)
	Strong.apply(r.count, th)
	fill, stroke, over := theme.ColorHeader, theme.ColorNone, theme.ColorNone
	if c.chosen {
		fill, stroke = fynetheme.ColorNameSelection, theme.ColorPrimary
	}
	if c.hovered {
		over = fynetheme.ColorNameHover
	}
	r.back.FillColor, r.back.StrokeColor = th.Color(fill, variant()), th.Color(stroke, variant())
	// The renderer draws a hairline even for a stroke that nobody sees.
	r.back.StrokeWidth, r.back.CornerRadius = 0, theme.Radius
	if stroke != theme.ColorNone {
		r.back.StrokeWidth = gridHair
	}
	r.over.FillColor, r.over.CornerRadius = th.Color(over, variant()), theme.Radius
	r.ring.Show(c.focused, th)
}

// scale is how much larger than usual text is.
func (r *chipRenderer) scale() float32 { return r.chip.Theme().Size(theme.SizeText) / gridUsualText }

func (r *chipRenderer) MinSize() fyne.Size {
	s := r.scale()
	width := chipLeft + r.label.MinSize().Width + chipCount + r.count.MinSize().Width + chipRight
	if r.icon != nil {
		width += theme.IconSize*s + chipGap
	}
	return fyne.NewSize(width, theme.Chip*s)
}

func (r *chipRenderer) Layout(size fyne.Size) {
	r.back.Resize(size)
	r.over.Resize(size)
	x := chipLeft
	if r.icon != nil {
		side := theme.IconSize * r.scale()
		put(r.icon, fyne.NewPos(x, (size.Height-side)/2), fyne.NewSquareSize(side))
		x += side + chipGap
	}
	for _, text := range []*canvas.Text{r.label, r.count} {
		least := text.MinSize()
		put(text, fyne.NewPos(x, (size.Height-least.Height)/2), least)
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
