package review

import (
	"fyne.io/fyne/v2"

	"numberloader/gui/draw"
	"numberloader/gui/layout"
	"numberloader/gui/review/judged"
	"numberloader/gui/rows"
	"numberloader/gui/theme"
	"numberloader/gui/widgets"
	"numberloader/internal/phrase"
)

// The room beside and above the sentence.
const (
	noteGap  float32 = 10
	noteRoom float32 = 8
)

// notice is the sentence above the grid.
type notice struct {
	screen *Screen
	box    *fyne.Container
	said   string // the answer to a key, until the next one
	remark string // what the window has to say about the rows
}

// show says one thing above the grid: the answer to a key, what the choice of
// rows means, or what the window has to say.
func (n *notice) show() {
	text, all := n.screen.model.Note()
	icon := draw.Icon(theme.IconOver20, theme.ColorOver20)
	var link fyne.CanvasObject
	chosen, single := n.screen.model.Chosen()
	switch {
	case n.said != "":
		text, icon = n.said, draw.Icon(theme.IconChanged, theme.ColorInfo)
	case text != "" && all:
		link = widgets.NewLink(rows.WayShowAll.Label(), func() { n.screen.Choose(judged.ChipAll) })
	case text != "" && single && chosen == judged.ChipOver:
		link = n.oneRequestLink()
	case text == "":
		text, icon = n.remark, draw.Icon(theme.IconOrganization, theme.ColorSecondary)
	}
	n.box.RemoveAll()
	if text == "" {
		n.box.Refresh()
		return
	}
	sentence := layout.Inset(0, noteGap, 0, noteGap, draw.NewParagraph(text, draw.Body))
	n.box.Add(layout.VStack(0, draw.Hairline(),
		layout.Inset(noteRoom, theme.SideMargin, noteRoom, theme.SideMargin,
			layout.Frame(nil, nil, icon, link, sentence))))
	n.screen.content.Refresh()
}

// oneRequestLink switches between one request and as many as are needed.
func (n *notice) oneRequestLink() fyne.CanvasObject {
	if n.screen.model.OneRequest() {
		return widgets.NewLink(phrase.Text("review.several.allow"), func() { n.screen.model.SetOneRequest(false) })
	}
	return widgets.NewLink(phrase.Text("review.several.forbid"), func() { n.screen.model.SetOneRequest(true) })
}

// say answers a key in a sentence, "" for nothing.
func (n *notice) say(text string) {
	if n.said != text {
		n.said = text
		n.show()
	}
}
