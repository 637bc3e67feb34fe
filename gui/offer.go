package gui

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"numberloader/gui/decisions"
	"numberloader/gui/draw"
	"numberloader/gui/frame"
	"numberloader/gui/layout"
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
	case r.At() != frame.Review:
	case r.offering():
		r.focusOffer()
	default:
		r.screen.Get().Begin()
	}
}

// focusOffer gives the keyboard to the answer that is chosen.
func (r *reviewing) focusOffer() {
	if r.offer != nil && r.At() == frame.Review {
		r.Canvas().Focus(r.offer.first())
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
			r.Refresh()
		}
	}
	o.cards[0] = offerCard(phrase.Text("shell.offer.resume.title"), phrase.Text("shell.offer.resume.about"), !o.fresh, choose(false))
	o.cards[1] = offerCard(phrase.Text("shell.offer.fresh.title"), phrase.Text("shell.offer.fresh.about"), o.fresh, choose(true))
	content := layout.VStack(0,
		draw.NewText(phrase.Text("shell.offer.title"), draw.Heading), layout.Space(0, 2),
		draw.NewParagraph(o.asked.Text(r.program.Now()), draw.Secondary), layout.Space(0, 20),
		layout.Columns(16, o.cards[0], o.cards[1]))
	r.rows.Objects = []fyne.CanvasObject{layout.Page(layout.Inset(24, theme.PageMargin, 24, theme.PageMargin, content))}
	r.rows.Refresh()
}

// offerCard is an answer.
func offerCard(title, caption string, chosen bool, choose func()) *widgets.Tappable {
	border := draw.Paint{Fill: fynetheme.ColorNameBackground, Stroke: theme.ColorBorder, Width: 1, Radius: theme.PanelRadius}
	if chosen {
		border.Stroke, border.Width = theme.ColorPrimary, 2
	}
	words := layout.VStack(2, draw.NewText(title, draw.Section), draw.NewParagraph(caption, draw.Message.In(theme.ColorSecondary)))
	heading := layout.Frame(nil, nil, layout.VStack(0, widgets.Radio(chosen), layout.Spacer()), nil, layout.Inset(0, 0, 0, 12, words))
	return widgets.NewTappable(layout.Stack(draw.NewSurface(border), layout.Inset(14, 16, 14, 16, heading)), theme.PanelRadius, choose)
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
		Left:    frame.Action{Label: phrase.Text("shell.do.back"), Do: func() { r.GoTo(frame.Open) }, Leaves: true},
		Hint:    phrase.Text("shell.hint.filestays"),
		Primary: frame.Action{Label: label, Do: r.answerOffer},
	}
}
