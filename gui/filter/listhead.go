package filter

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
	headAbove   float32 = 8
	headBeside  float32 = 24 // between the headline and what follows it
	headBetween float32 = 4  // below a headline in a line of its own
)

// ListHead is what stands above a Grid: a line with the headline, some words, a
// search field and buttons, and chips below it. Where the room is short the words
// go and the field folds into its icon; opened there, it covers all buttons but
// the last. Where that does not do, buttons leave that may, and at last the headline
// has a line of its own.
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

// SetLeaving says which buttons leave where there is no room; menus have them, too.
func (h *ListHead) SetLeaving(buttons ...fyne.CanvasObject) { h.layout.leaving = buttons }

// Arrange places the line again after its texts have changed.
func (h *ListHead) Arrange() { h.line.Refresh() }

// headLine lays out the line of a ListHead. Its height follows from the width that it
// was last given.
type headLine struct {
	headline     *draw.Paragraph
	whole, short string // what it says
	aside        *draw.Text
	search       *Search
	buttons      []fyne.CanvasObject
	leaving      []fyne.CanvasObject
	width        float32
}

// MinSize is as wide as the buttons that stay, and as tall as the headline in the room
// that it has.
func (l *headLine) MinSize([]fyne.CanvasObject) fyne.Size {
	tools := l.toolsTall()
	height := max(l.headline.MinSize().Height, tools)
	if l.stacked(l.width) {
		height = l.headline.MinSize().Height + headBetween + tools
	}
	return fyne.NewSize(l.tools(l.staying()), height)
}

// staying are the buttons that never leave.
func (l *headLine) staying() []fyne.CanvasObject {
	return slices.DeleteFunc(slices.Clone(l.buttons), func(b fyne.CanvasObject) bool { return slices.Contains(l.leaving, b) })
}

// tools is how wide the search, folded, and buttons are.
func (l *headLine) tools(buttons []fyne.CanvasObject) float32 {
	width := searchSlim * draw.ScaleOf(l.search)
	for _, button := range buttons {
		width += theme.Gap + button.MinSize().Width
	}
	return width
}

// toolsTall is how tall the tallest of them is.
func (l *headLine) toolsTall() float32 {
	return max(l.search.MinSize().Height, layout.Tallest(l.buttons))
}

// beside reports whether the shortest headline has room in a line with some buttons.
func (l *headLine) beside(buttons []fyne.CanvasObject, width float32) bool {
	least := min(l.wide(l.whole), l.wide(l.short))
	return least+headBeside+l.tools(buttons) <= width
}

// stacked reports whether the headline has a line of its own.
func (l *headLine) stacked(width float32) bool { return !l.beside(l.staying(), width) }

// Layout places the headline and, beside or below it, everything else.
func (l *headLine) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	line, top := size, float32(0)
	stacked := l.stacked(size.Width)
	if stacked {
		l.say(l.whole)
		top = layout.HeightAt(l.headline, size.Width)
		layout.Put(l.headline, fyne.Position{}, fyne.NewSize(size.Width, top))
		top += headBetween
		line.Height = l.toolsTall()
	}
	buttons := l.buttons
	if !l.beside(buttons, size.Width) && (!stacked || l.tools(buttons) > size.Width) {
		buttons = l.staying()
	}
	for _, button := range l.buttons {
		layout.SetVisible(button, slices.Contains(buttons, button))
	}
	wanted := l.wide(l.whole)
	if stacked {
		wanted = -headBeside
	}
	x := l.putTools(buttons, line, top, wanted)
	l.putAside(x-theme.Gap, wanted, top, line.Height)
	if !stacked {
		l.putBeside(x-headBeside, size.Height)
	}
}

// putTools places buttons from the right, then the field, and returns where it begins.
// wanted is how much is taken from the left.
func (l *headLine) putTools(buttons []fyne.CanvasObject, line fyne.Size, top, wanted float32) float32 {
	x := line.Width
	put := func(o fyne.CanvasObject, width float32) {
		height := min(o.MinSize().Height, line.Height)
		x -= width
		layout.Put(o, fyne.NewPos(x, top+(line.Height-height)/2), fyne.NewSize(width, height))
	}
	free := line.Width - wanted - headBeside
	for _, button := range buttons {
		free -= button.MinSize().Width + theme.Gap
	}
	l.search.shrink(free)
	covers, wide := l.search.used() && l.search.cramped(), l.search.MinSize().Width
	if covers {
		taken := buttons[len(buttons)-1].MinSize().Width + theme.Gap + headBeside + min(l.wide(l.whole), l.wide(l.short))
		wide = min(l.search.wide(), max(line.Width-taken, searchLeast))
	}
	for i, button := range slices.Backward(buttons) {
		if layout.SetVisible(button, !covers || i == len(buttons)-1); !button.Visible() {
			continue
		}
		put(button, button.MinSize().Width)
		x -= theme.Gap
	}
	put(l.search, min(wide, x))
	return x
}

// putBeside places the headline in a room in front of everything else.
func (l *headLine) putBeside(room, tall float32) {
	l.fit(room)
	if height := layout.HeightAt(l.headline, room); height > 0 {
		layout.Put(l.headline, fyne.NewPos(0, (tall-height)/2), fyne.NewSize(room, height))
	}
}

// fit shows the headline that takes one line in a room, if one does.
func (l *headLine) fit(room float32) {
	text := l.whole
	if l.wide(text) > room {
		text = l.short
	}
	l.say(text)
}

// say changes what the headline says.
func (l *headLine) say(text string) {
	if text != l.headline.Text() {
		l.headline.Set(draw.Span{Text: text, Style: draw.Heading})
	}
}

// wide is how wide a headline is in one line.
func (l *headLine) wide(text string) float32 { return draw.Heading.Width(text, l.headline.Theme()) }

// putAside places the words between the headline and what ends at x, as far as
// there is room.
func (l *headLine) putAside(x, headline, top, tall float32) {
	room := min(draw.Caption.Width(l.aside.Text(), l.aside.Theme()), x-headline-headBeside)
	layout.SetVisible(l.aside, room > 0)
	height := l.aside.MinSize().Height
	layout.Put(l.aside, fyne.NewPos(x-room, top+(tall-height)/2), fyne.NewSize(max(0, room), height))
}
