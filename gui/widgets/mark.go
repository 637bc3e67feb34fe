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
)

// Shape is what a Mark looks like.
type Shape uint8

// The shapes: a check box for several of many, a radio for one of many, and a switch
// for what applies at once.
const (
	ShapeBox Shape = iota
	ShapeRadio
	ShapeSwitch
)

// MarkState is what a Mark says. MarkSome is for check boxes over others.
type MarkState uint8

// The states.
const (
	MarkOff MarkState = iota
	MarkOn
	MarkSome
)

// MarkIf is MarkOn or MarkOff.
func MarkIf(on bool) MarkState {
	if on {
		return MarkOn
	}
	return MarkOff
}

// Mark is a check box, a radio or a switch, with what stands beside it. A click on
// any of it presses it, and so does Space; it is ringed around its shape while it
// has the keyboard, which cannot be mistaken for being on.
type Mark struct {
	widget.BaseWidget
	press.Target

	// OnArrow is told of the arrow keys: -1 for up and left, 1 for down and right. It
	// may be nil.
	OnArrow func(by int)
	// OnSide is told of the left and the right arrow key in place of OnArrow: true is
	// right. It may be nil.
	OnSide func(right bool)
	// Top lays the shape beside the first line of what stands beside it.
	Top bool

	shape    Shape
	state    MarkState
	beside   fyne.CanvasObject
	disabled bool
	resting  bool // the keyboard comes to another one of its group
}

// NewMark returns a mark that is off.
func NewMark(shape Shape, beside fyne.CanvasObject, pressed func()) *Mark {
	m := &Mark{shape: shape, beside: beside}
	m.Target = press.NewTarget(m, func() {
		if !m.disabled {
			pressed()
		}
	})
	m.ExtendBaseWidget(m)
	return m
}

// NewCheck returns a check box with a label, which wraps. It turns by itself, and
// tells changed.
func NewCheck(label string, on bool, changed func(on bool)) *Mark {
	return newTurning(ShapeBox, draw.NewParagraph(label, draw.Body), on, changed)
}

// NewSwitch returns a switch beside an object. It turns by itself, and tells changed.
func NewSwitch(beside fyne.CanvasObject, on bool, changed func(on bool)) *Mark {
	return newTurning(ShapeSwitch, beside, on, changed)
}

func newTurning(shape Shape, beside fyne.CanvasObject, on bool, changed func(on bool)) *Mark {
	var m *Mark
	m = NewMark(shape, beside, func() {
		m.Set(MarkIf(m.state != MarkOn))
		changed(m.state == MarkOn)
	})
	m.state, m.Top = MarkIf(on), true
	return m
}

// Set changes what the mark says.
func (m *Mark) Set(state MarkState) {
	if m.state != state {
		m.state = state
		m.Refresh()
	}
}

// Shape is what the mark looks like.
func (m *Mark) Shape() Shape { return m.shape }

// State is what the mark says.
func (m *Mark) State() MarkState { return m.state }

// Disabled reports whether the mark can't be changed, or that the keyboard comes to another
// one of its group.
func (m *Mark) Disabled() bool { return m.disabled || m.resting }

// Group makes one stop for the keyboard of several marks. Arrow keys move it among
// them, and change nothing.
func Group(on fyne.Canvas, marks ...*Mark) {
	move := func(to int) {
		for i, m := range marks {
			m.resting = i != to
		}
	}
	move(0)
	for i, m := range marks {
		m.Before(func() { move(i) })
		m.OnArrow = func(by int) {
			if to := i + by; to >= 0 && to < len(marks) {
				move(to)
				on.Focus(marks[to])
			}
		}
	}
}

// Disable keeps the mark as it is, and the keyboard off it.
func (m *Mark) Disable() { m.disabled = true; m.Refresh() }

// Enable lets the mark be changed.
func (m *Mark) Enable() { m.disabled = false; m.Refresh() }

// TypedKey presses the mark with Space, or tells of an arrow key.
func (m *Mark) TypedKey(key *fyne.KeyEvent) {
	if side := key.Name == fyne.KeyRight; m.OnSide != nil && (side || key.Name == fyne.KeyLeft) {
		m.OnSide(side)
		return
	}
	by, arrow := map[fyne.KeyName]int{fyne.KeyUp: -1, fyne.KeyLeft: -1, fyne.KeyDown: 1, fyne.KeyRight: 1}[key.Name]
	if arrow && m.OnArrow != nil {
		m.OnArrow(by)
		return
	}
	m.Target.TypedKey(key)
}

// The measures of marks for text of the usual size.
const (
	markSide   float32 = 18
	switchWide float32 = 36
	switchTall float32 = 20
	switchKnob float32 = 12
	checkSide  float32 = 12
	someWide   float32 = 8
	someTall   float32 = 2
	markGap    float32 = 12
	markLine   float32 = 19 // height of the line of text that Top refers to
	markRing   float32 = 3  // from the shape to the middle of its ring
	radioDot   float32 = 8
)

// CreateRenderer draws the mark.
func (m *Mark) CreateRenderer() fyne.WidgetRenderer {
	r := &markRenderer{
		mark: m, body: canvas.NewRectangle(nil), knob: canvas.NewRectangle(nil),
		check: canvas.NewImageFromResource(theme.Colored(fynetheme.ConfirmIcon(), fynetheme.ColorNameForegroundOnPrimary)), ring: press.NewRing(),
	}
	r.check.FillMode = canvas.ImageFillContain
	r.apply()
	return r
}

type markRenderer struct {
	mark       *Mark
	body, knob *canvas.Rectangle // the shape, and the bar or the knob in it
	check      *canvas.Image
	ring       *press.Ring
}

// size is that of the shape.
func (r *markRenderer) size() fyne.Size {
	if r.mark.shape == ShapeSwitch {
		return fyne.NewSize(switchWide*draw.ScaleOf(r.mark), switchTall*draw.ScaleOf(r.mark))
	}
	return fyne.NewSquareSize(markSide * draw.ScaleOf(r.mark))
}

func (r *markRenderer) apply() {
	m, th := r.mark, r.mark.Theme()
	on := m.state != MarkOff
	color := func(name fyne.ThemeColorName) { r.body.StrokeColor = th.Color(name, draw.Variant()) }
	color(theme.ColorBorder)
	r.body.StrokeWidth, r.body.CornerRadius = 2, theme.PillRadius
	if m.shape != ShapeBox {
		r.body.CornerRadius = r.size().Height / 2
	}
	if on {
		color(theme.ColorPrimary)
	}
	r.body.FillColor = draw.Faint(r.body.StrokeColor)
	if on {
		r.body.FillColor = r.body.StrokeColor
	}
	r.knob.Hidden, r.check.Hidden = true, m.shape != ShapeBox || m.state != MarkOn
	switch {
	case m.shape == ShapeSwitch:
		r.knob.Hidden, r.knob.FillColor, r.knob.CornerRadius = false, r.body.StrokeColor, switchKnob*draw.ScaleOf(r.mark)/2
	case m.shape == ShapeRadio && on:
		r.knob.Hidden, r.knob.CornerRadius = false, radioDot*draw.ScaleOf(r.mark)/2
	case m.state == MarkSome:
		r.knob.Hidden, r.knob.CornerRadius = false, 0
	}
	if on {
		r.knob.FillColor = th.Color(fynetheme.ColorNameForegroundOnPrimary, draw.Variant())
	}
	r.ring.Round(r.body.CornerRadius + markRing)
	r.ring.Show(m.Focused() && !m.disabled, th)
}

func (r *markRenderer) Layout(size fyne.Size) {
	shape, s := r.size(), draw.ScaleOf(r.mark)
	at := fyne.NewPos(0, (size.Height-shape.Height)/2)
	if r.mark.Top {
		at.Y = (markLine*s - shape.Height) / 2
	}
	layout.Put(r.body, at, shape)
	center := func(o fyne.CanvasObject, inner fyne.Size) {
		layout.Put(o, at.AddXY((shape.Width-inner.Width)/2, (shape.Height-inner.Height)/2), inner)
	}
	center(r.check, fyne.NewSquareSize(checkSide*s))
	switch r.mark.shape {
	case ShapeSwitch:
		knob, margin := switchKnob*s, (switchTall-switchKnob)/2*s
		x := margin
		if r.mark.state == MarkOn {
			x = shape.Width - margin - knob
		}
		layout.Put(r.knob, at.AddXY(x, margin), fyne.NewSquareSize(knob))
	case ShapeRadio:
		center(r.knob, fyne.NewSquareSize(radioDot*s))
	case ShapeBox:
		center(r.knob, fyne.NewSize(someWide*s, someTall*s))
	}
	layout.Put(r.ring.Object(), at.SubtractXY(markRing, markRing), shape.AddWidthHeight(2*markRing, 2*markRing))
	left := shape.Width + r.gap()
	layout.Put(r.mark.beside, fyne.NewPos(left, 0), fyne.NewSize(size.Width-left, size.Height))
}

func (r *markRenderer) gap() float32 {
	if r.mark.shape == ShapeBox {
		return theme.Gap
	}
	return markGap
}

func (r *markRenderer) MinSize() fyne.Size {
	shape := r.size()
	left := shape.Width + r.gap()
	if now := r.mark.Size().Width; now > left { // wrapped text is as tall as its width lets it be
		layout.HeightAt(r.mark.beside, now-left)
	}
	beside := r.mark.beside.MinSize()
	return fyne.NewSize(left+beside.Width, max(shape.Height, beside.Height))
}

func (r *markRenderer) Refresh() {
	r.apply()
	r.Layout(r.mark.Size())
	r.check.Refresh()
	canvas.Refresh(r.mark)
}

func (r *markRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.mark.beside, r.body, r.knob, r.check, r.ring.Object()}
}

func (r *markRenderer) Destroy() {}
