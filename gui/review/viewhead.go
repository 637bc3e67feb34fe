package review

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"numberloader/gui/draw"
	"numberloader/gui/filter"
	"numberloader/gui/theme"
	"numberloader/gui/widgets"
	"numberloader/internal/phrase"
)

// head is the headline, and beside it the search, the buttons and some words about
// them.
type head struct {
	screen *Screen

	headline *draw.Paragraph
	aside    *draw.Text // how many rows are selected, or what a button would do
	search   *filter.Search
	undo     *widgets.Button
	redo     *widgets.Button
	fix      *widgets.Button
	pointed  *widgets.Button // that the pointer or the keyboard is on
	list     *filter.ListHead
}

func newHead(s *Screen) *head {
	h := &head{
		screen: s, headline: draw.NewParagraph("", draw.Heading),
		aside: draw.NewText("", draw.Caption.Shortened()), search: newSearch(s),
	}
	h.undo = h.pointable(widgets.NewButton(phrase.Text("words.undo"), widgets.Plain, s.cfg.Steps.Undo))
	h.undo.Icon = fynetheme.ContentUndoIcon()
	h.redo = h.pointable(widgets.NewButton(phrase.Text("words.redo"), widgets.Plain, s.cfg.Steps.Redo))
	h.redo.Icon = fynetheme.ContentRedoIcon()
	h.fix = widgets.NewButton(phrase.Text("review.fix.button"), widgets.Usual, s.OpenFixes)
	h.fix.Icon = fynetheme.MenuDropDownIcon()
	h.fix.IconPlacement = widget.ButtonIconTrailingText
	return h
}

// above is the head with chips below it.
func (h *head) above(chips *filter.ChipRow) fyne.CanvasObject {
	h.list = filter.NewListHead(h.headline, h.aside, h.search, chips, h.undo, h.redo, h.fix)
	h.list.SetLeaving(h.undo, h.redo)
	return h.list.Container
}

// newSearch is the search field of the screen.
func newSearch(s *Screen) *filter.Search {
	search := filter.NewSearch(phrase.Text("words.search"))
	search.Focus = s.cfg.Canvas.Focus
	search.OnChanged = func(text string) { s.change(func() { s.model.Search(text) }) }
	search.OnKey = s.keyboard.searchKey
	return search
}

// pointable is a button that says what it would do while it is pointed at.
func (h *head) pointable(b *widgets.Button) *widgets.Button {
	b.OnPoint = func(on bool) {
		switch {
		case on:
			h.pointed = b
		case h.pointed == b:
			h.pointed = nil
		}
		h.showAside()
	}
	return b
}

// show enables what can be done.
func (h *head) show() {
	h.undo.SetEnabled(h.screen.cfg.Steps.UndoName() != "")
	h.redo.SetEnabled(h.screen.cfg.Steps.RedoName() != "")
	h.showAside()
}

// showAside says what the button would do that is pointed at, or how many rows
// are selected.
func (h *head) showAside() {
	text := ""
	switch n := h.screen.model.Selected(); {
	case h.pointed == h.undo && h.screen.cfg.Steps.UndoName() != "":
		text = phrase.Text("words.undostep", "Step", h.screen.cfg.Steps.UndoName())
	case h.pointed == h.redo && h.screen.cfg.Steps.RedoName() != "":
		text = phrase.Text("words.redostep", "Step", h.screen.cfg.Steps.RedoName())
	case n > 0:
		text = phrase.Text("review.selected", "Count", n)
	}
	if text != h.aside.Text() {
		h.aside.SetText(text)
		h.list.Arrange()
	}
}

// larger is how much larger than usual text is.
func (h *head) larger() float32 { return h.headline.Theme().Size(theme.SizeText) / theme.UsualText }
