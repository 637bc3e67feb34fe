package open

import (
	"slices"

	"fyne.io/fyne/v2"

	"numberloader/gui/draw"
	"numberloader/gui/layout"
	"numberloader/gui/theme"
	"numberloader/gui/widgets"
	"numberloader/internal/phrase"
)

// asked is a question about the file: in cards of which each is taken or left out, or
// in a list of which one or more are chosen. Nothing is chosen before the user does.
type asked struct {
	cfg     Config
	content *fyne.Container

	question Question
	answers  answers
	chosen   []int           // positions of cards, in ascending order
	left     []int           // those that are left out, where each has to be answered
	other    int             // position among the further answers, -1 for none
	beside   *fyne.Container // the switch, empty for none
	mark     *widgets.Mark   // that of the switch
	caption  string          // that of the switch
}

// answers draw the cards of a question.
type answers interface {
	object() fyne.CanvasObject
	first() fyne.Focusable
	show(a *asked)
}

func newAsked(cfg Config, q Question) *asked {
	a := &asked{cfg: cfg, question: q, other: -1}
	if q.Chosen >= 0 {
		a.chosen = []int{q.Chosen}
	}
	text := layout.Followed(draw.NewParagraph(q.Text, draw.Secondary), widgets.NewLink(phrase.Text("words.change"), cfg.OnChange))
	parts := []fyne.CanvasObject{draw.NewParagraph(q.Title, draw.Heading), layout.Space(0, 2), text}
	if told := remembered(cfg.Opening); told != "" {
		parts = append(parts, layout.Space(0, 4), draw.NewParagraph(told, draw.Secondary))
	}
	parts = append(parts, layout.Space(0, 16))
	if q.Form == FormEach {
		a.answers = newCards(a)
	} else {
		a.answers = newAnswerList(a)
	}
	if len(q.Rows) > 0 {
		parts = append(parts, sampleTable(q.Rows), layout.Space(0, 16))
	}
	a.beside = layout.VStack(0)
	parts = append(parts, a.answers.object(), a.beside)
	if on, can := cfg.Opening.Remembering(); can {
		parts = append(parts, layout.Space(0, 20), widgets.NewCheck(phrase.Text("open.ask.remember"), on, cfg.Opening.SetRemembering))
	}
	a.content = layout.Inset(24, theme.PageMargin, 24, theme.PageMargin, layout.VStack(0, parts...))
	a.show(q)
	return a
}

// switchOf is a switch with its caption.
func switchOf(s *Switch) *widgets.Mark {
	label := layout.VStack(0, draw.NewText(s.Label, draw.Body), draw.NewParagraph(s.Caption, draw.Message.In(theme.ColorSecondary)))
	return widgets.NewSwitch(label, s.On(nil), s.Set)
}

// sampleTable shows some of the rows that are asked about; the first line names the
// columns if there are as many as three.
func sampleTable(rows [][]string) fyne.CanvasObject {
	const cell, text = 64, 170
	const named = 3
	lines := make([]fyne.CanvasObject, 0, 2*len(rows))
	for i, row := range rows {
		head := i == 0 && len(row) == named
		var places []fyne.CanvasObject
		for c, said := range row {
			style, width := draw.Secondary, float32(text)
			switch {
			case head:
				style = draw.Caption
			case c == 1:
				style = draw.Body
			}
			if c == 0 {
				width = cell
			}
			places = append(places, layout.Sized(width, 0, draw.NewText(said, style.Shortened())))
		}
		if i > 0 {
			lines = append(lines, draw.Hairline())
		}
		line := fyne.CanvasObject(layout.Tall(rowPlain, layout.Inset(0, cardSide, 0, cardSide, layout.HStack(0, places...))))
		if head {
			line = layout.Stack(draw.NewSurface(draw.Paint{Fill: theme.ColorHeader, Radius: cardInner, FlatBottom: true}), line)
		}
		lines = append(lines, line)
	}
	border := draw.NewSurface(draw.Paint{Stroke: theme.ColorSeparator, Width: 1, Radius: theme.PanelRadius})
	return layout.Stack(layout.Inset(1, 1, 1, 1, layout.VStack(0, lines...)), border)
}

// first is what has the keyboard at first.
func (a *asked) first() fyne.Focusable { return a.answers.first() }

// changed draws what is chosen, and tells of it.
func (a *asked) changed() {
	a.show(a.question)
	a.cfg.OnChosen()
}

// choose chooses a card. Where several can be chosen, a second time takes that back.
func (a *asked) choose(card int) {
	at, marked := slices.BinarySearch(a.chosen, card)
	switch {
	case a.question.Form == FormOne:
		a.chosen = []int{card}
	case marked:
		a.chosen = slices.Delete(a.chosen, at, at+1)
	default:
		a.chosen = slices.Insert(a.chosen, at, card)
	}
	a.other = -1
	a.changed()
}

// chooseAll chooses every card, or none if every one is.
func (a *asked) chooseAll() {
	all := len(a.chosen) == len(a.question.Cards)
	a.chosen = nil
	for i := range a.question.Cards {
		if !all {
			a.chosen = append(a.chosen, i)
		}
	}
	a.changed()
}

// chooseOther chooses one of the further answers.
func (a *asked) chooseOther(other int) {
	a.chosen, a.other = nil, other
	a.changed()
}

// answer takes a card, or leaves it out.
func (a *asked) answer(card int, take bool) {
	a.chosen = slices.DeleteFunc(a.chosen, func(c int) bool { return c == card })
	a.left = slices.DeleteFunc(a.left, func(c int) bool { return c == card })
	if take {
		a.chosen = append(a.chosen, card)
		slices.Sort(a.chosen)
	} else {
		a.left = append(a.left, card)
	}
	a.changed()
}

// show draws what is chosen, and what is known of each card by now.
func (a *asked) show(q Question) {
	a.question = q
	a.answers.show(a)
	a.showSwitch(q.Switch)
}

// showSwitch shows the switch as it is now. The locations that it tells of may become known
// while the question is asked, and are forgotten when the user signs out.
func (a *asked) showSwitch(s *Switch) {
	switch {
	case s == nil && a.mark == nil:
	case s == nil:
		a.beside.Objects, a.mark = nil, nil
		a.content.Refresh()
	case a.mark == nil || a.caption != s.Caption:
		a.mark, a.caption = switchOf(s), s.Caption
		a.beside.Objects = []fyne.CanvasObject{layout.Space(0, 20), a.mark}
		a.content.Refresh()
	}
	if s != nil {
		a.mark.Set(widgets.MarkIf(s.On(a.chosen)))
	}
}

// button takes the answer that is chosen.
func (a *asked) button() Button {
	q := &a.question
	off := func(reason string) Button {
		return Button{Label: phrase.Text("words.continue"), Do: func() {}, Reason: reason}
	}
	switch {
	case len(q.Cards) == 0:
		return Button{Label: phrase.Text("open.ask.column"), Do: a.cfg.OnChange}
	case a.other >= 0:
		return q.More[a.other].button()
	case q.Form == FormEach && len(a.chosen)+len(a.left) < len(q.Cards):
		return off(q.Pick)
	case q.Form == FormEach && len(a.chosen) == 0:
		return off(q.None)
	case len(a.chosen) == 0:
		return off(q.Pick)
	case len(a.chosen) == 1:
		return q.Cards[a.chosen[0]].button()
	}
	return q.Together(a.chosen).button()
}

// button takes the answer.
func (a Answer) button() Button { return Button{Label: a.Label, Do: a.Take} }
