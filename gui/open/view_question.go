package open

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"numberloader/gui/theme"
	"numberloader/gui/widgets"
	"numberloader/internal/phrase"
)

// checkInset is how far the toolkit's check box stands from its left edge.
const checkInset float32 = 7

// perLine is how many cards stand side by side.
const perLine = 3

// asked is a question in cards, of which one can be chosen, or several.
type asked struct {
	cfg     Config
	content *fyne.Container

	question Question
	cards    []*card
	chosen   []int // positions of cards, in ascending order
	other    int   // position among the further answers, -1 for none
	more     *widgets.Choice
}

func newAsked(cfg Config, q Question) *asked {
	a := &asked{cfg: cfg, question: q, other: -1}
	if q.Chosen >= 0 {
		a.chosen = []int{q.Chosen}
	}
	text := widgets.Followed(widgets.NewParagraph(q.Text, widgets.Secondary), widgets.NewLink(phrase.Text("words.change"), cfg.OnChange))
	parts := []fyne.CanvasObject{widgets.NewText(q.Title, widgets.Heading), widgets.Space(0, 2), text}
	if told := Remembered(cfg.Opening); told != "" {
		parts = append(parts, widgets.Space(0, 4), widgets.NewParagraph(told, widgets.Secondary))
	}
	parts = append(parts, widgets.Space(0, 20))
	var objects []fyne.CanvasObject
	for i := range q.Cards {
		c := newCard(&q.Cards[i], q.Together != nil, func() { a.choose(i, -1) })
		a.cards = append(a.cards, c)
		objects = append(objects, c.object)
	}
	for line := range slices.Chunk(padded(objects), perLine) {
		parts = append(parts, widgets.Columns(16, line...), widgets.Space(0, 16))
	}
	if len(q.More) > 0 {
		parts = append(parts, a.further(), widgets.Space(0, 16))
	}
	if remember := a.remember(); remember != nil {
		parts = append(parts, remember)
	}
	a.content = widgets.Inset(24, theme.PageMargin, 24, theme.PageMargin, widgets.VStack(0, parts...))
	a.show(q)
	return a
}

// padded are cards with empty places that keep those of the last line as wide as
// the others, if there is more than one line.
func padded(cards []fyne.CanvasObject) []fyne.CanvasObject {
	for len(cards) > perLine && len(cards)%perLine != 0 {
		cards = append(cards, widgets.Space(0, 0))
	}
	return cards
}

// further is the list of answers beyond the cards.
func (a *asked) further() fyne.CanvasObject {
	names := make([]string, len(a.question.More))
	for i, c := range a.question.More {
		names[i] = c.Title
	}
	a.more = widgets.NewChoice(names, -1, func(i int) {
		if i >= 0 {
			a.choose(-1, i)
		}
	})
	a.more.PlaceHolder = phrase.Text("open.ask.choose")
	return widgets.HStack(12, widgets.NewText(a.question.MoreLabel, widgets.Secondary), widgets.Sized(260, 0, a.more.Object()))
}

// remember asks whether the answer is for files like this one; it is nil where
// it can't be remembered.
func (a *asked) remember() fyne.CanvasObject {
	on, can := a.cfg.Opening.Remembering()
	if !can {
		return nil
	}
	check := widget.NewCheck(phrase.Text("open.ask.remember"), nil)
	check.SetChecked(on)
	check.OnChanged = a.cfg.Opening.SetRemembering
	return widgets.Inset(0, 0, 0, -checkInset, widgets.HStack(0, check))
}

// first is what has the keyboard at first.
func (a *asked) first() fyne.Focusable {
	if len(a.cards) == 0 {
		return nil
	}
	return a.cards[max(0, a.question.Chosen)].object
}

// choose marks another card, or a further answer. Where several cards can be
// chosen, a second time takes the mark away.
func (a *asked) choose(card, other int) {
	at, marked := slices.BinarySearch(a.chosen, card)
	switch {
	case other >= 0:
		a.chosen = nil
	case a.question.Together == nil:
		a.chosen = []int{card}
	case marked:
		a.chosen = slices.Delete(a.chosen, at, at+1)
	default:
		a.chosen = slices.Insert(a.chosen, at, card)
	}
	a.other = other
	if a.more != nil && other < 0 {
		a.more.ClearSelected()
	}
	a.show(a.question)
	a.cfg.OnChosen()
}

// show draws what is chosen, and what is known of each card by now.
func (a *asked) show(q Question) {
	a.question = q
	for i, c := range a.cards {
		c.show(&q.Cards[i], slices.Contains(a.chosen, i))
	}
}

// button takes the answer that is chosen.
func (a *asked) button() Button {
	switch {
	case len(a.question.Cards) == 0:
		return Button{Label: phrase.Text("open.ask.column"), Do: a.cfg.OnChange}
	case a.other >= 0:
		return a.question.More[a.other].button()
	case len(a.chosen) == 1:
		return a.question.Cards[a.chosen[0]].button()
	case len(a.chosen) > 1:
		return a.question.Together(a.chosen).button()
	}
	return Button{Label: phrase.Text("words.continue"), Do: func() {}, Reason: a.question.Pick}
}

// button takes the answer.
func (a Answer) button() Button { return Button{Label: a.Label, Do: a.Take} }
