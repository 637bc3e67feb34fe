package review

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"numberloader/gui/theme"
	"numberloader/gui/widgets"
	"numberloader/internal/phrase"
)

const (
	asideGap  float32 = 24 // between the headline and the words beside the buttons
	usualText float32 = 14
)

// head is the headline, and beside it the buttons and some words about them.
type head struct {
	screen *Screen

	headline *widgets.Paragraph
	asideBox *fyne.Container
	aside    *widgets.Text // how many rows are selected, or what a button would do
	undo     *widgets.Button
	redo     *widgets.Button
	fix      *widgets.Button
	pointed  *widgets.Button // that the pointer or the keyboard is on
}

func newHead(s *Screen) *head {
	h := &head{
		screen: s, headline: widgets.NewParagraph("", widgets.Heading),
		aside: widgets.NewText("", widgets.Caption.Shortened()), asideBox: widgets.Stack(),
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

// buttons are the buttons and the words beside them.
func (h *head) buttons() fyne.CanvasObject {
	return widgets.HStack(theme.Gap, h.asideBox, h.undo, h.redo, h.fix)
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
		h.fitAside()
	}
}

// fitAside gives the words beside the buttons the room that the headline leaves.
func (h *head) fitAside() {
	wanted := widgets.NewText(h.aside.Text(), widgets.Caption).MinSize().Width
	taken := widgets.NewText(h.headline.Text(), widgets.Heading).MinSize().Width + 2*theme.SideMargin + asideGap
	for _, b := range []*widgets.Button{h.undo, h.redo, h.fix} {
		taken += b.MinSize().Width + theme.Gap
	}
	room := max(0, min(wanted, h.screen.content.Size().Width-taken))
	h.asideBox.Objects = []fyne.CanvasObject{widgets.Sized(room, 0, h.aside)}
	widgets.SetVisible(h.asideBox, room > 0)
	h.screen.content.Refresh()
}

// larger is how much larger than usual text is.
func (h *head) larger() float32 { return h.headline.Theme().Size(theme.SizeText) / usualText }
