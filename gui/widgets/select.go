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

// Select is a field that shows one of several choices and opens a list of them
// below itself, with a field that narrows it where there are many. Space, Return and
// Down open it; Escape closes it.
type Select struct {
	widget.BaseWidget
	press.Target

	// Hint stands in the field while nothing is chosen.
	Hint string
	// Quiet is the choice that is shown as less important, -1 for none: "Not used".
	Quiet int
	// Bold shows every other choice bold.
	Bold bool

	on       fyne.Canvas
	height   float32
	choices  []string
	chosen   int
	changed  func(index int)
	popUp    *widget.PopUp
	disabled bool
}

// selectSeen is how many choices are listed at once; more are narrowed by typing.
const selectSeen = 9

// NewSelect returns a field of a height on a canvas. changed is told when another
// choice is made.
func NewSelect(on fyne.Canvas, height float32, changed func(index int)) *Select {
	s := &Select{on: on, height: height, chosen: -1, Quiet: -1, changed: changed}
	s.Target = press.NewTarget(s, s.Open)
	s.ExtendBaseWidget(s)
	return s
}

// Set changes the choices and the one that is chosen, -1 for none.
func (s *Select) Set(choices []string, chosen int) {
	s.choices, s.chosen = choices, chosen
	s.Refresh()
}

// Clear takes the choice back, and tells nobody.
func (s *Select) Clear() { s.Set(s.choices, -1) }

// Chosen is the choice that is made, or -1.
func (s *Select) Chosen() int { return s.chosen }

// Text is what the field shows.
func (s *Select) Text() string {
	if s.chosen < 0 || s.chosen >= len(s.choices) {
		return s.Hint
	}
	return s.choices[s.chosen]
}

// Disabled reports whether no choice can be made.
func (s *Select) Disabled() bool { return s.disabled }

// Disable lets no choice be made and keeps the keyboard off the field.
func (s *Select) Disable() { s.disabled = true; s.Refresh() }

// Enable lets a choice be made.
func (s *Select) Enable() { s.disabled = false; s.Refresh() }

// TypedKey opens the list, or hands the key on.
func (s *Select) TypedKey(key *fyne.KeyEvent) {
	if key.Name == fyne.KeyDown {
		s.Open()
		return
	}
	s.Target.TypedKey(key)
}

// Open shows the choices.
func (s *Select) Open() {
	if s.disabled || len(s.choices) == 0 {
		return
	}
	list := NewList(min(len(s.choices), selectSeen))
	list.Follows = true
	items := make([]ListItem, len(s.choices))
	for i, choice := range s.choices {
		items[i].Label = choice
	}
	list.Set(items, s.chosen)
	width := max(s.Size().Width, list.Widest())
	content, first := fyne.CanvasObject(list), fyne.Focusable(list)
	take := s.take
	list.OnClick, list.OnTake, list.OnEscape = take, take, s.close
	if len(s.choices) > selectSeen {
		picker := NewPicker(s.choices, selectSeen, "")
		picker.list.OnClick, picker.list.Follows = take, true
		picker.list.setMark(s.chosen)
		picker.OnTake = func() { take(picker.list.Marked()) }
		picker.OnEscape = s.close
		content, first = layout.Inset(listPad, listPad, 0, listPad, picker.Object()), picker.First()
		width += 2 * listPad
	}
	s.popUp = widget.NewPopUp(layout.Sized(width, 0, content), s.on)
	s.popUp.ShowAtPosition(s.place(s.popUp.MinSize()))
	s.on.Focus(first)
}

// place is where a list of a size opens: below the field, or above it where there is
// no room.
func (s *Select) place(list fyne.Size) fyne.Position {
	const apart = 4
	at := press.PlaceOf(s.on, s)
	below := at.AddXY(0, s.Size().Height+apart)
	if above := at.Y - apart - list.Height; below.Y+list.Height > s.on.Size().Height && above >= 0 {
		return fyne.NewPos(at.X, above)
	}
	return below
}

func (s *Select) take(index int) {
	s.close()
	if index < 0 || index == s.chosen {
		return
	}
	s.chosen = index
	s.Refresh()
	s.changed(index)
}

func (s *Select) close() {
	s.popUp.Hide()
	s.on.Focus(s)
}

// Wanted is the width at which what the field shows is not cut.
func (s *Select) Wanted() float32 {
	return draw.Style{Bold: s.Bold}.Width(s.Text(), s.Theme()) + 2*selectPad + selectArrow*draw.ScaleOf(s)
}

// CreateRenderer draws the field.
func (s *Select) CreateRenderer() fyne.WidgetRenderer {
	r := &selectRenderer{
		field: s, box: canvas.NewRectangle(nil), text: draw.NewText("", draw.Body), ring: press.NewRing(),
		arrow: draw.Picture(theme.Colored(fynetheme.MenuDropDownIcon(), theme.ColorText), selectArrow),
	}
	r.apply()
	return r
}

const (
	selectPad   float32 = 8
	selectArrow float32 = 18
	selectLeast float32 = 24 // of text that is seen
)

type selectRenderer struct {
	field *Select
	box   *canvas.Rectangle
	text  *draw.Text
	arrow *canvas.Image
	ring  *press.Ring
}

func (r *selectRenderer) apply() {
	s, th := r.field, r.field.Theme()
	r.box.StrokeColor = th.Color(theme.ColorBorder, draw.Variant())
	r.box.FillColor = th.Color(fynetheme.ColorNameInputBackground, draw.Variant())
	if s.Hovered() && !s.disabled {
		r.box.FillColor = th.Color(theme.ColorHeader, draw.Variant())
	}
	r.box.StrokeWidth, r.box.CornerRadius = theme.Hair, theme.Radius
	style := draw.Style{Bold: s.Bold, Cut: true}
	if s.disabled || s.chosen < 0 || s.chosen == s.Quiet {
		style = draw.Secondary.Shortened()
	}
	r.text.Set(s.Text(), style)
	r.ring.Show(s.Focused(), th)
}

func (r *selectRenderer) Layout(size fyne.Size) {
	r.box.Resize(size)
	least, side := r.text.MinSize(), selectArrow*draw.ScaleOf(r.field)
	layout.Put(r.text, fyne.NewPos(selectPad, (size.Height-least.Height)/2), fyne.NewSize(size.Width-2*selectPad-side, least.Height))
	layout.Put(r.arrow, fyne.NewPos(size.Width-selectPad/2-side, (size.Height-side)/2), fyne.NewSquareSize(side))
	r.ring.Around(size)
}

func (r *selectRenderer) MinSize() fyne.Size {
	return fyne.NewSize(2*selectPad+selectArrow*draw.ScaleOf(r.field)+selectLeast, r.field.height*draw.ScaleOf(r.field))
}

func (r *selectRenderer) Refresh() {
	r.apply()
	r.Layout(r.field.Size())
	r.arrow.Refresh()
	canvas.Refresh(r.field)
}

func (r *selectRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.box, r.text, r.arrow, r.ring.Object()}
}

func (r *selectRenderer) Destroy() {}
