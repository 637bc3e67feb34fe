package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"numberloader/gui/draw"
	"numberloader/gui/layout"
	"numberloader/gui/theme"
)

// The measures of the bar and of what it opens.
const (
	decisionTall  float32 = 36
	decisionRoom  float32 = 14
	decisionBelow float32 = 4
	decisionArrow float32 = 18
	decisionWords float32 = 260 // the room that words need beside controls
	decisionGap   float32 = 4   // between words
)

// Decision is something that waits for an answer.
type Decision struct {
	Words string // in the bar: "3 rows name no location"
	Title string
	Text  []string          // lines below the title
	Link  fyne.CanvasObject // behind the lines, nil for none
	Icon  theme.IconName
	Mood  Mood
	// Controls answer it, the first one first; First has the keyboard at first.
	Controls []fyne.CanvasObject
	First    fyne.Focusable
}

// DecisionBar is one slim bar for everything that waits for an answer. It opens a
// pop-up with a line for each; what is answered goes away, and after the last one the
// bar does, too.
type DecisionBar struct {
	// OnClose is told when the pop-up has closed, to give the keyboard back; it may be nil.
	OnClose func()

	on     fyne.Canvas
	box    *fyne.Container
	area   *Tappable
	all    []Decision
	popup  *widget.PopUp
	labels DecisionLabels
}

// DecisionLabels are what a bar says.
type DecisionLabels struct {
	Count string             // in front, bold: "2 things to decide:"
	More  func(n int) string // "and 2 more"
	Open  string             // "Decide"
}

// NewDecisionBar returns a bar on a canvas, without decisions.
func NewDecisionBar(on fyne.Canvas) *DecisionBar {
	b := &DecisionBar{on: on, box: layout.Stack()}
	b.box.Hide()
	return b
}

// Object is what is drawn: nothing unless something waits.
func (b *DecisionBar) Object() fyne.CanvasObject { return b.box }

// Set changes what waits.
func (b *DecisionBar) Set(all []Decision, labels DecisionLabels) {
	b.all, b.labels = all, labels
	b.box.Objects = nil
	layout.SetVisible(b.box, len(all) > 0)
	open := b.IsOpen()
	if open {
		b.popup.Hide()
	}
	if len(all) > 0 {
		b.box.Add(b.bar())
	}
	b.box.Refresh()
	switch {
	case open && len(all) > 0:
		b.Open()
	case open:
		b.closed()
	}
}

// IsOpen reports whether the pop-up is shown.
func (b *DecisionBar) IsOpen() bool { return b.popup != nil && b.popup.Visible() }

// bar is the bar itself: a click anywhere opens it.
func (b *DecisionBar) bar() fyne.CanvasObject {
	items := []fyne.CanvasObject{}
	if b.labels.Count != "" {
		items = append(items, draw.NewText(b.labels.Count, draw.Strong))
	}
	for _, d := range b.all {
		items = append(items, draw.NewText(d.Words, draw.Body.Shortened()))
	}
	more := NewLink("", b.Open)
	end := layout.HStack(decisionGap, draw.NewText(b.labels.Open, draw.Strong), DropArrow(decisionArrow))
	row := layout.NewFitRow(0, theme.Gap, items, more, b.labels.More, end)
	words := layout.Frame(nil, nil, layout.Inset(0, 10, 0, 0, layout.HStack(0, draw.Icon(b.all[0].Icon, b.all[0].Mood.Color()))), nil, row.Container)
	back := draw.NewSurface(draw.Paint{Fill: b.all[0].Mood.tint(), Radius: theme.PanelRadius})
	b.area = NewTappable(layout.Stack(back, layout.Inset(0, decisionRoom, 0, decisionRoom, words)), theme.PanelRadius, b.Open)
	return layout.Inset(theme.Gap, theme.SideMargin, 0, theme.SideMargin, layout.Sized(0, decisionTall*draw.TallScale(), b.area))
}

// Open shows what waits, and moves the keyboard to the first answer.
func (b *DecisionBar) Open() {
	if len(b.all) == 0 {
		return
	}
	lines := make([]fyne.CanvasObject, 0, 2*len(b.all))
	for i, d := range b.all {
		if i > 0 {
			lines = append(lines, draw.Hairline())
		}
		lines = append(lines, d.line())
	}
	b.popup = widget.NewPopUp(layout.Sized(b.area.Size().Width, 0, layout.VStack(0, lines...)), b.on)
	// The box has been on the screen before. The area in it may be new, and the driver
	// does not know where an object is before it has painted it.
	b.popup.ShowAtRelativePosition(fyne.NewPos(theme.SideMargin, b.box.Size().Height+decisionBelow), b.box)
	if first := b.all[0].First; first != nil {
		b.on.Focus(first)
	}
}

// Close closes the pop-up.
func (b *DecisionBar) Close() {
	if b.IsOpen() {
		b.popup.Hide()
		b.closed()
	}
}

func (b *DecisionBar) closed() {
	if b.OnClose != nil {
		b.OnClose()
	}
}

// line is a line of the pop-up.
func (d Decision) line() fyne.CanvasObject {
	words := layout.VStack(0, layout.Spacer(), draw.NewParagraph(d.Title, draw.Strong))
	for _, text := range d.Text {
		words.Add(draw.NewParagraph(text, draw.Message.In(theme.ColorSecondary)))
	}
	if d.Link != nil {
		words.Add(layout.HStack(0, d.Link))
	}
	words.Add(layout.Spacer())
	icon := layout.Inset(0, 12, 0, 0, layout.HStack(0, draw.Icon(d.Icon, d.Mood.Color())))
	return layout.Inset(12, 16, 12, 16, layout.Tailed(12, decisionWords, layout.Frame(nil, nil, icon, nil, words), layout.HStack(theme.Gap*3/2, d.Controls...)))
}
