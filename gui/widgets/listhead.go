package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"numberloader/gui/draw"
	"numberloader/gui/layout"
	"numberloader/gui/theme"
)

// The room above the lines of a ListHead, and at its sides.
const (
	headAbove  float32 = 8
	headBeside float32 = 24 // between the headline and what follows it
)

// ListHead is what stands above a Grid: a line with the headline, some words, a
// search field and buttons, and chips below it. Where the room is short the words
// go and the field folds into its icon; opened there, it covers all buttons but
// the last.
type ListHead struct {
	*fyne.Container

	line   *fyne.Container
	layout *headLine
}

// NewListHead returns the head of a grid. aside are words that are cut where they
// do not fit.
func NewListHead(headline *draw.Paragraph, aside *draw.Text, search *Search, chips *ChipRow, buttons ...fyne.CanvasObject) *ListHead {
	text := headline.Text()
	line := &headLine{headline: headline, whole: text, short: text, aside: aside, search: search, buttons: buttons}
	h := &ListHead{layout: line, line: container.New(line, append([]fyne.CanvasObject{headline, aside, search}, buttons...)...)}
	search.resized = h.line.Refresh
	h.Container = layout.VStack(0,
		layout.Inset(headAbove, theme.SideMargin, 0, theme.SideMargin, layout.AtLeast(theme.Control, h.line)),
		layout.Inset(headAbove, theme.SideMargin, 0, theme.SideMargin, chips.Container))
	return h
}

// SetHeadline changes the headline. short stands there where the whole one takes more
// than a line.
func (h *ListHead) SetHeadline(whole, short string) {
	h.layout.whole, h.layout.short = whole, short
	h.Arrange()
}

// Arrange places the line again after its texts have changed.
func (h *ListHead) Arrange() { h.line.Refresh() }

// headLine lays out the line of a ListHead.
type headLine struct {
	headline     *draw.Paragraph
	whole, short string // what it says
	aside        *draw.Text
	search       *Search
	buttons      []fyne.CanvasObject
}

// MinSize is that of the buttons, and as tall as the headline in the room that it
// has.
func (l *headLine) MinSize([]fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(searchSlim, l.headline.MinSize().Height)
	for _, button := range l.buttons {
		least := button.MinSize()
		size = fyne.NewSize(size.Width+theme.Gap+least.Width, max(size.Height, least.Height))
	}
	return size
}

// Layout places the buttons from the right, then the field, then the words.
func (l *headLine) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	x := size.Width
	put := func(o fyne.CanvasObject, width float32) {
		height := min(o.MinSize().Height, size.Height)
		x -= width
		layout.Put(o, fyne.NewPos(x, (size.Height-height)/2), fyne.NewSize(width, height))
	}
	wanted := l.width(l.whole)
	free := size.Width - wanted - headBeside
	for _, button := range l.buttons {
		free -= button.MinSize().Width + theme.Gap
	}
	l.search.shrink(free)
	covers, wide := l.search.used() && l.search.cramped(), l.search.MinSize().Width
	if covers {
		wide = l.search.wide()
	}
	for i, button := range slices.Backward(l.buttons) {
		if layout.SetVisible(button, !covers || i == len(l.buttons)-1); !button.Visible() {
			continue
		}
		put(button, button.MinSize().Width)
		x -= theme.Gap
	}
	put(l.search, wide)
	l.putAside(x-theme.Gap, wanted, size.Height)
	width := x - headBeside
	l.fit(width)
	if height := layout.HeightAt(l.headline, width); height > 0 {
		layout.Put(l.headline, fyne.NewPos(0, (size.Height-height)/2), fyne.NewSize(width, height))
	}
}

// fit shows the headline that takes one line in a room, if one does.
func (l *headLine) fit(room float32) {
	text := l.whole
	if l.width(text) > room {
		text = l.short
	}
	if text != l.headline.Text() {
		l.headline.Set(draw.Span{Text: text, Style: draw.Heading})
	}
}

// width is that of a headline in one line.
func (l *headLine) width(text string) float32 { return draw.Heading.Width(text, l.headline.Theme()) }

// putAside places the words between the headline and what ends at x, as far as
// there is room.
func (l *headLine) putAside(x, headline, tall float32) {
	room := min(draw.Caption.Width(l.aside.Text(), l.aside.Theme()), x-headline-headBeside)
	layout.SetVisible(l.aside, room > 0)
	height := l.aside.MinSize().Height
	layout.Put(l.aside, fyne.NewPos(x-room, (tall-height)/2), fyne.NewSize(max(0, room), height))
}
