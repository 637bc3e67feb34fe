package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"numberloader/gui/theme"
)

// Link is an action as a word in the color of links. Space and Return follow
// it; it is underlined under the mouse, and ringed while it has the keyboard.
type Link struct {
	widget.BaseWidget

	text             string
	style            Style
	tapped           func()
	hovered, focused bool
}

// NewLink returns a link.
func NewLink(text string, tapped func()) *Link {
	return NewStyledLink(text, Body, tapped)
}

// NewStyledLink returns a link in a style, whose color stays that of links.
func NewStyledLink(text string, style Style, tapped func()) *Link {
	l := &Link{text: text, style: style.In(theme.ColorLink), tapped: tapped}
	l.ExtendBaseWidget(l)
	return l
}

// Text is what the link says.
func (l *Link) Text() string { return l.text }

// Tapped follows the link.
func (l *Link) Tapped(*fyne.PointEvent) { l.tapped() }

// TypedKey follows the link with Space or Return.
func (l *Link) TypedKey(key *fyne.KeyEvent) {
	if pressesIt(key) {
		l.tapped()
	}
}

// pressesIt says that a key presses what has the keyboard.
func pressesIt(key *fyne.KeyEvent) bool {
	return key.Name == fyne.KeySpace || key.Name == fyne.KeyReturn || key.Name == fyne.KeyEnter
}

// TypedRune does nothing.
func (l *Link) TypedRune(rune) {}

// FocusGained draws the ring.
func (l *Link) FocusGained() { l.focused = true; l.Refresh() }

// FocusLost removes the ring.
func (l *Link) FocusLost() { l.focused = false; l.Refresh() }

// MouseIn underlines the link.
func (l *Link) MouseIn(*desktop.MouseEvent) { l.hovered = true; l.Refresh() }

// MouseMoved does nothing.
func (l *Link) MouseMoved(*desktop.MouseEvent) {}

// MouseOut removes the line.
func (l *Link) MouseOut() { l.hovered = false; l.Refresh() }

// Cursor is a hand.
func (l *Link) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer draws the link.
func (l *Link) CreateRenderer() fyne.WidgetRenderer {
	r := &linkRenderer{link: l, text: canvas.NewText("", nil), line: canvas.NewRectangle(nil), ring: NewRing()}
	r.apply()
	return r
}

type linkRenderer struct {
	link *Link
	text *canvas.Text
	line *canvas.Rectangle
	ring *Ring
}

func (r *linkRenderer) apply() {
	l := r.link
	r.text.Text = l.text
	l.style.apply(r.text, l.Theme())
	r.line.FillColor = r.text.Color
	r.line.Hidden = !l.hovered
	r.ring.Show(l.focused, l.Theme())
}

func (r *linkRenderer) Layout(size fyne.Size) {
	smallest := r.text.MinSize()
	at := fyne.NewPos(0, (size.Height-smallest.Height)/2)
	r.text.Move(at)
	r.text.Resize(smallest)
	r.line.Move(at.AddXY(0, smallest.Height-2))
	r.line.Resize(fyne.NewSize(smallest.Width, 1))
	r.ring.Around(size)
}

func (r *linkRenderer) MinSize() fyne.Size { return r.text.MinSize() }

func (r *linkRenderer) Refresh() {
	r.apply()
	r.Layout(r.link.Size())
	canvas.Refresh(r.link)
}

func (r *linkRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.text, r.line, r.ring.rectangle}
}

func (r *linkRenderer) Destroy() {}
