package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

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
	stepHeight float32 = 56
	stepDot    float32 = 24
	stepInset  float32 = 8
	stepText   float32 = stepInset + stepDot + 12
)

// StepButton is one step of the rail: a circle with its number or a check, its
// name and a caption.
type StepButton struct {
	widget.BaseWidget
	pressable

	step   Step
	tapped func()
}

// NewStepButton returns a step that is drawn by Set.
func NewStepButton(tapped func()) *StepButton {
	s := &StepButton{tapped: tapped}
	s.pressable = pressable{press: s.enter, redraw: s.Refresh, self: s}
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
		check: Picture(theme.Icon(theme.IconCheck, theme.ColorOK), theme.IconSize), ring: newRing(),
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
	ring                   *ring
}

func (r *stepRenderer) apply() {
	s, th := r.button.step, r.button.Theme()
	color := func(name fyne.ThemeColorName) color.Color { return th.Color(name, variant()) }
	r.back.CornerRadius = theme.Radius
	r.back.FillColor = color(theme.ColorNone)
	if r.button.hovered && s.Ready {
		r.back.FillColor = color(fynetheme.ColorNameHover)
	}
	title, number := Secondary, Caption
	fill, stroke := theme.ColorRail, theme.ColorBorder
	switch s.State {
	case StepAhead:
	case StepCurrent:
		title, number = Strong, Caption.In(fynetheme.ColorNameForegroundOnPrimary)
		number.Bold = true
		fill, stroke = theme.ColorPrimary, theme.ColorPrimary
	case StepDone:
		title, stroke = Body, theme.ColorOK
	}
	r.dot.FillColor, r.dot.StrokeColor, r.dot.StrokeWidth = color(fill), color(stroke), 1.5
	r.line.FillColor = color(theme.ColorSeparator)
	r.line.Hidden = s.Last
	r.number.Hidden = s.State == StepDone
	r.check.Hidden = s.State != StepDone
	r.number.Text, r.title.Text, r.caption.Text = s.Number, s.Title, s.Caption
	number.Apply(r.number, th)
	title.Apply(r.title, th)
	Caption.Apply(r.caption, th)
	r.ring.show(r.button.focused, th)
}

func (r *stepRenderer) Layout(size fyne.Size) {
	r.back.Resize(size)
	r.dot.Move(fyne.NewPos(stepInset, stepInset))
	r.dot.Resize(fyne.NewSquareSize(stepDot))
	center := fyne.NewPos(stepInset+stepDot/2, stepInset+stepDot/2)
	number := r.number.MinSize()
	r.number.Move(center.SubtractXY(number.Width/2, number.Height/2))
	r.number.Resize(number)
	r.check.Move(center.SubtractXY(theme.IconSize/2, theme.IconSize/2))
	r.check.Resize(fyne.NewSquareSize(theme.IconSize))
	r.line.Move(fyne.NewPos(stepInset+stepDot/2-1, 36))
	r.line.Resize(fyne.NewSize(2, 16))
	title := r.title.MinSize()
	r.title.Move(fyne.NewPos(stepText, center.Y-title.Height/2))
	r.title.Resize(title)
	r.caption.Text = shorten(r.button.step.Caption, size.Width-stepText-4, func(text string) float32 {
		return Caption.width(text, r.button.Theme())
	})
	r.caption.Move(fyne.NewPos(stepText, center.Y+title.Height/2-3))
	r.caption.Resize(r.caption.MinSize())
	r.ring.inside(size)
}

func (r *stepRenderer) MinSize() fyne.Size { return fyne.NewSize(stepText+60, stepHeight) }

func (r *stepRenderer) Refresh() {
	r.apply()
	r.Layout(r.button.Size())
	canvas.Refresh(r.button)
}

func (r *stepRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.back, r.line, r.dot, r.number, r.check, r.title, r.caption, r.ring.rectangle}
}

func (r *stepRenderer) Destroy() {}
