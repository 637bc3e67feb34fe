package open

import (
	"slices"

	"fyne.io/fyne/v2"

	"numberloader/gui/draw"
	"numberloader/gui/file"
	"numberloader/gui/layout"
	"numberloader/gui/theme"
	"numberloader/gui/widgets"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
)

// sideBySide is how many cards stand side by side; more stand below each other.
const sideBySide = 2

// cards are answers of which each has to be taken or left out.
type cards struct {
	drawn fyne.CanvasObject
	all   []*card
}

func newCards(a *asked) *cards {
	c := &cards{}
	var objects []fyne.CanvasObject
	for i := range a.question.Cards {
		one := newCard(a, i)
		c.all = append(c.all, one)
		objects = append(objects, one.object)
	}
	if len(objects) > sideBySide {
		c.drawn = layout.VStack(16, objects...)
	} else {
		c.drawn = layout.Columns(16, objects...)
	}
	return c
}

func (c *cards) object() fyne.CanvasObject { return c.drawn }

func (c *cards) first() fyne.Focusable {
	if len(c.all) == 0 {
		return nil
	}
	return c.all[0].take.mark
}

func (c *cards) show(a *asked) {
	for i, one := range c.all {
		one.show(&a.question.Cards[i], slices.Contains(a.chosen, i), slices.Contains(a.left, i))
	}
}

// card is a column or a list of the file that is taken or left out. What it says may
// become known later; its size stays.
type card struct {
	object      fyne.CanvasObject
	caption     *draw.Text
	samples     []sampleLine
	counts      *cardCounts // nil if rows are not counted
	take, leave *option
}

// option is a radio with a caption.
type option struct {
	mark    *widgets.Mark
	caption *draw.Text
}

func newOption(o Option, press func()) *option {
	v := &option{caption: draw.NewText(o.Caption, draw.Message.In(theme.ColorSecondary).Shortened())}
	v.mark = widgets.NewMark(widgets.ShapeRadio, layout.VStack(0, draw.NewText(o.Label, draw.Strong), v.caption), press)
	v.mark.Top = true
	return v
}

// newCard is the card at a position of a question.
func newCard(a *asked, at int) *card {
	c := &a.question.Cards[at]
	view := &card{
		caption: draw.NewText(c.Caption, draw.Message.In(theme.ColorSecondary).Shortened()),
		take:    newOption(c.Yes, func() { a.answer(at, true) }), leave: newOption(c.No, func() { a.answer(at, false) }),
	}
	widgets.Group(a.cfg.Canvas, view.take.mark, view.leave.mark)
	heading := layout.VStack(0, draw.NewText(c.Title, draw.Section.Shortened()), view.caption)
	lines := []fyne.CanvasObject{layout.Inset(14, cardSide, 12, cardSide, heading)}
	for range c.Samples {
		line := newSampleLine()
		view.samples = append(view.samples, line)
		lines = append(lines, draw.Hairline(), line.object)
	}
	if c.Counts != nil {
		view.counts = newCardCounts()
		lines = append(lines, draw.Hairline(), view.counts.object)
	}
	lines = append(lines, layout.Spacer(), draw.Hairline(),
		layout.Inset(14, cardSide, 14, cardSide, layout.VStack(14, view.take.mark, view.leave.mark)))
	border := draw.NewSurface(draw.Paint{Stroke: theme.ColorBorder, Width: 1, Radius: theme.PanelRadius})
	view.object = layout.Stack(border, layout.Inset(1, 1, 1, 1, layout.VStack(0, lines...)))
	return view
}

// show draws what is known of the card, and how it was answered.
func (v *card) show(c *Card, taken, left bool) {
	v.take.mark.Set(widgets.MarkIf(taken))
	v.leave.mark.Set(widgets.MarkIf(left))
	v.take.caption.SetText(c.Yes.Caption)
	v.caption.SetText(c.Caption)
	for i := range v.samples {
		v.samples[i].show(c.Samples[i])
	}
	if v.counts != nil && c.Counts != nil && *c.Counts != v.counts.shown {
		v.counts.show(*c.Counts)
	}
}

// sampleLine is a cell of the file.
type sampleLine struct {
	object     *fyne.Container
	cell, text *draw.Text
}

func newSampleLine() sampleLine {
	l := sampleLine{cell: draw.NewText("", draw.Secondary), text: draw.NewText("", draw.Body.Shortened())}
	row := layout.HStack(0, layout.Wide(52, l.cell), l.text)
	l.object = layout.Tall(28, layout.Inset(0, 16, 0, 16, row))
	return l
}

func (l sampleLine) show(sample number.Sample) {
	l.cell.SetText(sample.Cell)
	if sample.Text == "" && sample.Cell != "" {
		l.text.Set(phrase.Text("open.ask.empty"), draw.Secondary)
	} else {
		l.text.Set(sample.Text, draw.Body.Shortened())
	}
	l.object.Refresh()
}

// cardCounts says what would become of the rows with an answer. Its room is the
// same before the counts are known.
type cardCounts struct {
	object  *fyne.Container
	title   *draw.Text
	waiting *draw.Text
	counts  [5]*draw.Text // as CardCounts.said has them
	known   *fyne.Container
	shown   CardCounts
}

func newCardCounts() *cardCounts {
	c := &cardCounts{title: draw.NewText("", draw.Caption.Shortened()), waiting: draw.NewText("", draw.Secondary.Shortened())}
	const many = 1000
	usual := file.Preview{Countryless: many}
	for i := range usual.Counts.By {
		usual.Counts.By[i] = many
	}
	for i, said := range countedOf(usual).said() {
		c.counts[i] = draw.NewText(said, draw.Body)
	}
	c.known = layout.Wrapped(draw.AlignStart, 20, 0,
		count(theme.IconReady, theme.ColorOK, c.counts[0]),
		count(theme.IconTidied, theme.ColorSecondary, c.counts[1]),
		count(theme.IconChanged, theme.ColorWarn, c.counts[2]),
		count(theme.IconWait, theme.ColorInfo, c.counts[3]),
		count(theme.IconProblem, theme.ColorError, c.counts[4]))
	waiting := layout.VStack(0, layout.Tall(countTall, layout.HStack(0, c.waiting)), layout.Spacer())
	c.object = layout.Inset(8, 16, 6, 16, layout.VStack(4, c.title, layout.Stack(c.known, waiting)))
	return c
}

// countTall is the height of a line of counts.
const countTall float32 = 24

func count(icon theme.IconName, tone fyne.ThemeColorName, text *draw.Text) fyne.CanvasObject {
	return layout.Tall(countTall, layout.HStack(6, draw.Icon(icon, tone), text))
}

func (c *cardCounts) show(counts CardCounts) {
	c.shown = counts
	c.title.SetText(counts.Title)
	if counts.Known {
		for i, text := range counts.said() {
			c.counts[i].SetText(text)
		}
		counts.Waiting = ""
	}
	c.waiting.SetText(counts.Waiting)
	for i, part := range c.known.Objects {
		layout.SetVisible(part, counts.Known && c.counts[i].Text() != "")
	}
	c.object.Refresh()
}
