package review

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"numberloader/gui/theme"
	"numberloader/gui/widgets"
	"numberloader/internal/phrase"
)

// The room beside and above the sentence that explains the choice of rows.
const (
	noteGap  float32 = 10
	noteRoom float32 = 8
	asideGap float32 = 24 // between the headline and the words beside the buttons
)

func (s *Screen) buildButtons() {
	s.headline = widgets.NewParagraph("", widgets.Heading)
	s.aside, s.asideBox = widgets.NewText("", widgets.Caption.Shortened()), widgets.Stack()
	s.undo = s.pointable(widgets.NewButton(phrase.Text("review.undo.button"), widgets.Plain, s.cfg.Steps.Undo))
	s.undo.Icon = fynetheme.ContentUndoIcon()
	s.redo = s.pointable(widgets.NewButton(phrase.Text("review.redo.button"), widgets.Plain, s.cfg.Steps.Redo))
	s.redo.Icon = fynetheme.ContentRedoIcon()
	s.fix = widgets.NewButton(phrase.Text("review.fix.button"), widgets.Usual, s.OpenFixes)
	s.fix.Icon = fynetheme.MenuDropDownIcon()
	s.fix.IconPlacement = widget.ButtonIconTrailingText
}

// pointable is a button that says what it would do while it is pointed at.
func (s *Screen) pointable(b *widgets.Button) *widgets.Button {
	b.OnPoint = func(on bool) {
		switch {
		case on:
			s.pointed = b
		case s.pointed == b:
			s.pointed = nil
		}
		s.showAside()
	}
	return b
}

// showButtons enables what can be done.
func (s *Screen) showButtons() {
	s.undo.SetEnabled(s.cfg.Steps.UndoName() != "")
	s.redo.SetEnabled(s.cfg.Steps.RedoName() != "")
	s.showAside()
}

// showAside says what the button would do that is pointed at, or how many rows
// are selected.
func (s *Screen) showAside() {
	text := ""
	switch n := s.model.Selected(); {
	case s.pointed == s.undo && s.cfg.Steps.UndoName() != "":
		text = phrase.Text("review.undo.step", "Step", s.cfg.Steps.UndoName())
	case s.pointed == s.redo && s.cfg.Steps.RedoName() != "":
		text = phrase.Text("review.redo.step", "Step", s.cfg.Steps.RedoName())
	case n > 0:
		text = phrase.Text("review.selected", "Count", n)
	}
	if text != s.aside.Text() {
		s.aside.SetText(text)
		s.fitAside()
	}
}

// fitAside gives the words beside the buttons the room that the headline leaves.
func (s *Screen) fitAside() {
	wanted := widgets.NewText(s.aside.Text(), widgets.Caption).MinSize().Width
	taken := widgets.NewText(s.headline.Text(), widgets.Heading).MinSize().Width + 2*theme.SideMargin + asideGap
	for _, b := range []*widgets.Button{s.undo, s.redo, s.fix} {
		taken += b.MinSize().Width + theme.Gap
	}
	room := max(0, min(wanted, s.content.Size().Width-taken))
	s.asideBox.Objects = []fyne.CanvasObject{widgets.Sized(room, 0, s.aside)}
	widgets.SetVisible(s.asideBox, room > 0)
	s.content.Refresh()
}

func (s *Screen) buildChips() {
	s.chips = map[Chip]*widgets.Chip{}
	s.apart = widgets.VerticalHairline()
	s.search = widgets.NewSearch(phrase.Text("review.search"))
	s.search.Focus = s.cfg.Canvas.Focus
	s.search.OnChanged = func(text string) { s.change(func() { s.model.Search(text) }) }
	s.search.OnKey = s.searchKey
	var row []fyne.CanvasObject
	for _, c := range allChips() {
		s.chips[c] = widgets.NewChip(s.look.chipIcon(c), s.model.ChipLabel(c), func() { s.Choose(c) })
		if c == ChipOver {
			row = append(row, s.apart)
		}
		row = append(row, s.chips[c])
	}
	s.chipRow = widgets.NewChipRow(s.search, row...)
}

func (s *Screen) showChips() {
	listed := map[Chip]bool{}
	for _, c := range s.model.Chips() {
		listed[c] = true
	}
	chosen, single := s.model.Chosen()
	for c, chip := range s.chips {
		chip.Set(s.model.ChipLabel(c), phrase.Count(s.model.Count(c)), single && c == chosen)
		widgets.SetVisible(chip, listed[c])
	}
	s.chipRow.Refresh()
}

// showNote says one thing above the grid: the answer to a key, what the choice of
// rows means, or what the window has to say.
func (s *Screen) showNote() {
	text, all := s.model.Note()
	icon := widgets.Icon(theme.IconOver20, theme.ColorOver20)
	var link fyne.CanvasObject
	chosen, single := s.model.Chosen()
	switch {
	case s.said != "":
		text, icon = s.said, widgets.Icon(theme.IconChanged, theme.ColorInfo)
	case text != "" && all:
		link = widgets.NewLink(WayShowAll.Label(), func() { s.Choose(ChipAll) })
	case text != "" && single && chosen == ChipOver:
		link = s.oneRequestLink()
	case text == "":
		text, icon = s.remark, widgets.Icon(theme.IconOrganization, theme.ColorSecondary)
	}
	s.note.RemoveAll()
	if text == "" {
		s.note.Refresh()
		return
	}
	sentence := widgets.Inset(0, noteGap, 0, noteGap, widgets.NewParagraph(text, widgets.Body))
	s.note.Add(widgets.VStack(0, widgets.Hairline(),
		widgets.Inset(noteRoom, theme.SideMargin, noteRoom, theme.SideMargin,
			widgets.Frame(nil, nil, icon, link, sentence))))
	s.content.Refresh()
}

// oneRequestLink switches between one request and as many as are needed.
func (s *Screen) oneRequestLink() fyne.CanvasObject {
	if s.model.OneRequest() {
		return widgets.NewLink(phrase.Text("review.several.allow"), func() { s.model.SetOneRequest(false) })
	}
	return widgets.NewLink(phrase.Text("review.several.forbid"), func() { s.model.SetOneRequest(true) })
}

// say answers a key in a sentence, "" for nothing.
func (s *Screen) say(text string) {
	if s.said != text {
		s.said = text
		s.showNote()
	}
}

// emptiness is what stands in place of rows.
func (s *Screen) emptiness() fyne.CanvasObject {
	e, ok := s.model.Empty()
	if !ok {
		return nil
	}
	var link fyne.CanvasObject
	if e.Way != WayNone {
		link = widgets.NewLink(e.Way.Label(), func() { s.leave(e.Way) })
	}
	return widgets.Emptiness(s.look.emptyIcon(e.Good), e.Text, link)
}

func (s *Screen) leave(way Way) {
	switch way {
	case WayShowAll:
		s.Choose(ChipAll)
	case WayClearSearch:
		s.search.SetText("")
	case WayNone:
	}
}
