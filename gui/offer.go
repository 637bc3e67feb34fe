package gui

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"numberloader/gui/decisions"
	"numberloader/gui/frame"
	"numberloader/gui/theme"
	"numberloader/gui/widgets"
	"numberloader/internal/phrase"
)

// offer asks, in place of the rows, what becomes of what was decided about the file
// when it was open before.
type offer struct {
	asked decisions.Offer
	fresh bool // to start afresh is chosen
	cards [2]*widgets.Tappable
}

// offering reports whether the question is shown.
func (r *reviewing) offering() bool { return r.offer != nil }

// refreshOffer shows the question, or the rows.
func (r *reviewing) refreshOffer() {
	asked, ok := r.flow.Decisions.Offer()
	switch {
	case ok && (r.offer == nil || r.offer.asked != asked):
		r.offer = &offer{asked: asked}
		r.drawOffer()
		r.focusOffer()
	case !ok && r.offer != nil:
		r.offer = nil
		r.rows.Objects = []fyne.CanvasObject{r.grid}
		r.rows.Refresh()
		r.begin()
	}
}

// begin gives the keyboard to the rows, or to the question in their place.
func (r *reviewing) begin() {
	switch {
	case r.current != frame.Review:
	case r.offering():
		r.focusOffer()
	default:
		r.screen.Begin()
	}
}

// focusOffer gives the keyboard to the answer that is chosen.
func (r *reviewing) focusOffer() {
	if r.offer != nil && r.current == frame.Review {
		r.window.Canvas().Focus(r.offer.first())
	}
}

func (o *offer) first() fyne.Focusable {
	if o.fresh {
		return o.cards[1]
	}
	return o.cards[0]
}

func (r *reviewing) drawOffer() {
	o := r.offer
	choose := func(fresh bool) func() {
		return func() {
			o.fresh = fresh
			r.drawOffer()
			r.focusOffer()
			r.refresh()
		}
	}
	o.cards[0] = offerCard(phrase.Text("shell.offer.resume.title"), phrase.Text("shell.offer.resume.about"), !o.fresh, choose(false))
	o.cards[1] = offerCard(phrase.Text("shell.offer.fresh.title"), phrase.Text("shell.offer.fresh.about"), o.fresh, choose(true))
	content := widgets.VStack(0,
		widgets.NewText(phrase.Text("shell.offer.title"), widgets.Heading), widgets.Space(0, 2),
		widgets.NewParagraph(o.asked.Text(r.program.Now()), widgets.Secondary), widgets.Space(0, 20),
		widgets.Columns(16, o.cards[0], o.cards[1]))
	r.rows.Objects = []fyne.CanvasObject{widgets.Page(widgets.Inset(24, theme.PageMargin, 24, theme.PageMargin, content))}
	r.rows.Refresh()
}

// offerCard is an answer.
func offerCard(title, caption string, chosen bool, choose func()) *widgets.Tappable {
	border := widgets.Paint{Fill: fynetheme.ColorNameBackground, Stroke: theme.ColorBorder, Width: 1, Radius: theme.PanelRadius}
	if chosen {
		border.Stroke, border.Width = theme.ColorPrimary, 2
	}
	words := widgets.VStack(2, widgets.NewText(title, widgets.Section), widgets.NewParagraph(caption, widgets.Message.In(theme.ColorSecondary)))
	heading := widgets.Frame(nil, nil, widgets.VStack(0, widgets.Radio(chosen), widgets.Spacer()), nil, widgets.Inset(0, 0, 0, 12, words))
	return widgets.NewTappable(widgets.Stack(widgets.NewSurface(border), widgets.Inset(14, 16, 14, 16, heading)), theme.PanelRadius, choose)
}

// answerOffer does what is chosen.
func (r *reviewing) answerOffer() {
	if r.offer.fresh {
		r.flow.Decisions.DropDraft()
	} else {
		r.flow.Decisions.TakeDraft()
	}
}

// offerBottom is the bar at the bottom while the question is shown.
func (r *reviewing) offerBottom() frame.State {
	label := phrase.Text("shell.offer.resume.title")
	if r.offer.fresh {
		label = phrase.Text("shell.offer.fresh.title")
	}
	return frame.State{
		Left:    frame.Action{Label: phrase.Text("shell.do.back"), Do: func() { r.show(frame.Open) }, Leaves: true},
		Hint:    phrase.Text("shell.hint.filestays"),
		Primary: frame.Action{Label: label, Do: r.answerOffer},
	}
}
