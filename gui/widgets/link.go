package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"numberloader/gui/draw"
	"numberloader/gui/press"
	"numberloader/gui/theme"
)

// Link is an action as a word in the color of links. Space and Return follow
// it; it is underlined under the mouse, and ringed while it has the keyboard.
type Link struct {
	widget.BaseWidget
	press.Target

	text  string
	style draw.Style
}

// NewLink returns a link.
func NewLink(text string, tapped func()) *Link {
	return NewStyledLink(text, draw.Body, tapped)
}

// NewStyledLink returns a link in a style, whose color stays that of links.
func NewStyledLink(text string, style draw.Style, tapped func()) *Link {
	l := &Link{text: text, style: style.In(theme.ColorLink)}
	l.Target = press.NewTarget(l, tapped)
	l.ExtendBaseWidget(l)
	return l
}

// SetText changes what the link says.
func (l *Link) SetText(text string) {
	if l.text != text {
		l.text = text
		l.Refresh()
	}
}

// Text is what the link says.
func (l *Link) Text() string { return l.text }

// Cursor is a hand.
func (l *Link) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer draws the link.
func (l *Link) CreateRenderer() fyne.WidgetRenderer {
	r := &linkRenderer{link: l, text: canvas.NewText("", nil), line: canvas.NewRectangle(nil), ring: press.NewRing()}
	r.apply()
	return r
}

type linkRenderer struct {
	link *Link
	text *canvas.Text
	line *canvas.Rectangle
	ring *press.Ring
}

func (r *linkRenderer) apply() {
	l := r.link
	l.style.Write(r.text, l.text, l.Theme())
	r.line.FillColor = r.text.Color
	r.line.Hidden = !l.Hovered()
	r.ring.Show(l.Focused(), l.Theme())
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
	return []fyne.CanvasObject{r.text, r.line, r.ring.Object()}
}

func (r *linkRenderer) Destroy() {}
