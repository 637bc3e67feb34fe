package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"numberloader/gui/draw"
	"numberloader/gui/layout"
	"numberloader/gui/press"
	"numberloader/gui/theme"
)

// StepState is where a step of the rail stands.
type StepState uint8

// The states of a step.
const (
	StepAhead StepState = iota
	StepCurrent
	StepDone
)

// Step is a step of the rail as it is to be drawn.
type Step struct {
	Number  string
	Title   string
	Caption string // says the state, such as "26 problems"; may be empty
	State   StepState
	Ready   bool // it can be gone to
	Last    bool // no line leads on
}

// The measures of a step.
const (
	stepHeight  float32 = 56
	stepDot     float32 = 24
	stepInset   float32 = 8
	stepGap     float32 = 12  // between the circle and the name
	stepSlimGap float32 = 16  // below a circle without a name
	stepGrowth  float32 = 0.7 // of the growth of the text, since the lines are close
)

// StepButton is one step of the rail: a circle with its number or a check, its
// name and a caption.
type StepButton struct {
	widget.BaseWidget
	press.Target

	step   Step
	slim   bool
	tapped func()
}

// NewStepButton returns a step that is drawn by Set.
func NewStepButton(tapped func()) *StepButton {
	s := &StepButton{tapped: tapped}
	s.Target = press.NewTarget(s, s.enter)
	s.ExtendBaseWidget(s)
	return s
}

// Set changes what is drawn.
func (s *StepButton) Set(step Step) {
	if s.step == step {
		return
	}
	s.step = step
	s.Refresh()
}

// SetSlim says whether only the circle is drawn, as where there is no room for names.
func (s *StepButton) SetSlim(slim bool) {
	if s.slim != slim {
		s.slim = slim
		s.Refresh()
	}
}

// StepWide is how wide a step is of which only the circle is drawn.
func StepWide() float32 { return 2*stepInset + stepDot*draw.Scale() }

// enter goes to the step if it can be gone to.
func (s *StepButton) enter() {
	if s.step.Ready {
		s.tapped()
	}
}

// Disabled keeps the keyboard off a step that can't be gone to.
func (s *StepButton) Disabled() bool { return !s.step.Ready }

// Enable does nothing: Set decides.
func (s *StepButton) Enable() {}

// Disable does nothing: Set decides.
func (s *StepButton) Disable() {}

// CreateRenderer draws the step.
func (s *StepButton) CreateRenderer() fyne.WidgetRenderer {
	r := &stepRenderer{
		button: s, back: canvas.NewRectangle(nil), dot: canvas.NewCircle(nil), line: canvas.NewRectangle(nil),
		number: canvas.NewText("", nil), title: canvas.NewText("", nil), caption: canvas.NewText("", nil),
		check: draw.Picture(theme.Icon(theme.IconCheck, theme.ColorOK), theme.IconSize), ring: press.NewRing(),
	}
	r.apply()
	return r
}

type stepRenderer struct {
	button                 *StepButton
	back, line             *canvas.Rectangle
	dot                    *canvas.Circle
	number, title, caption *canvas.Text
	check                  *canvas.Image
	ring                   *press.Ring
}

func (r *stepRenderer) apply() {
	s, th := r.button.step, r.button.Theme()
	color := func(name fyne.ThemeColorName) color.Color { return th.Color(name, draw.Variant()) }
	r.back.CornerRadius = theme.Radius
	r.back.FillColor = color(theme.ColorNone)
	if r.button.Hovered() && s.Ready {
		r.back.FillColor = color(fynetheme.ColorNameHover)
	}
	title, number := r.titleStyle(), draw.Caption
	fill, stroke := theme.ColorRail, theme.ColorBorder
	switch s.State {
	case StepAhead:
	case StepCurrent:
		number = draw.Caption.In(fynetheme.ColorNameForegroundOnPrimary)
		number.Bold = true
		fill, stroke = theme.ColorPrimary, theme.ColorPrimary
	case StepDone:
		stroke = theme.ColorOK
	}
	r.dot.FillColor, r.dot.StrokeColor, r.dot.StrokeWidth = color(fill), color(stroke), 1.5
	r.line.FillColor = color(theme.ColorSeparator)
	r.line.Hidden = s.Last
	r.number.Hidden = s.State == StepDone
	r.check.Hidden = s.State != StepDone
	number.Write(r.number, s.Number, th)
	title.Write(r.title, s.Title, th)
	draw.Caption.Write(r.caption, s.Caption, th)
	r.title.Hidden, r.caption.Hidden = r.button.slim, r.button.slim
	r.ring.Show(r.button.Focused(), th)
}

func (r *stepRenderer) Layout(size fyne.Size) {
	grown := draw.ScaleOf(r.button)
	dot, check := stepDot*grown, theme.IconSize*grown
	left := stepInset + dot + stepGap
	r.back.Resize(size)
	layout.Put(r.dot, fyne.NewPos(stepInset, stepInset), fyne.NewSquareSize(dot))
	center := fyne.NewPos(stepInset+dot/2, stepInset+dot/2)
	number := r.number.MinSize()
	layout.Put(r.number, center.SubtractXY(number.Width/2, number.Height/2), number)
	layout.Put(r.check, center.SubtractXY(check/2, check/2), fyne.NewSquareSize(check))
	below := 2*stepInset + dot - 4
	layout.Put(r.line, fyne.NewPos(center.X-1, below), fyne.NewSize(2, max(0, size.Height-below-4)))
	r.write(r.title, r.button.step.Title, r.titleStyle(), size.Width-left)
	title := r.title.MinSize()
	layout.Put(r.title, fyne.NewPos(left, center.Y-title.Height/2), title)
	r.write(r.caption, r.button.step.Caption, draw.Caption, size.Width-left-4)
	layout.Put(r.caption, fyne.NewPos(left, center.Y+title.Height/2-3), r.caption.MinSize())
	r.ring.Inside(size)
}

// write sets as much of a text as there is room for.
func (r *stepRenderer) write(on *canvas.Text, text string, style draw.Style, room float32) {
	th := r.button.Theme()
	style.Write(on, draw.Shorten(text, room, func(text string) float32 { return style.Width(text, th) }), th)
}

// titleStyle is that of the name of the step.
func (r *stepRenderer) titleStyle() draw.Style {
	switch r.button.step.State {
	case StepAhead:
		return draw.Secondary
	case StepCurrent:
		return draw.Strong
	case StepDone:
	}
	return draw.Body
}

// MinSize has room for the name and the caption, which grow with the text.
func (r *stepRenderer) MinSize() fyne.Size {
	if r.button.slim {
		return fyne.NewSize(StepWide(), StepWide()+stepSlimGap)
	}
	return fyne.NewSize(stepInset+stepDot+stepGap+60, stepHeight*(1+stepGrowth*(draw.ScaleOf(r.button)-1)))
}

func (r *stepRenderer) Refresh() {
	r.apply()
	r.Layout(r.button.Size())
	canvas.Refresh(r.button)
}

func (r *stepRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.back, r.line, r.dot, r.number, r.check, r.title, r.caption, r.ring.Object()}
}

func (r *stepRenderer) Destroy() {}
