package open

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"numberloader/gui/theme"
	"numberloader/gui/widgets"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
)

// card is an answer to choose. What it says may become known later; its size
// stays.
type card struct {
	object  *widgets.Tappable
	border  *widgets.Surface
	mark    *fyne.Container
	marked  func(on bool) fyne.CanvasObject // draws the mark
	caption *widgets.Text
	samples []sampleLine
	counts  *cardCounts // nil if rows are not counted

	chosen bool
}

// newCard is a card of which several can be chosen, or one.
func newCard(c *Card, several bool, choose func()) *card {
	mark := widgets.Radio
	if several {
		mark = widgets.Box
	}
	view := &card{
		border: widgets.NewSurface(widgets.Paint{}), mark: widgets.Stack(mark(false)), marked: mark,
		caption: widgets.NewText(c.Caption, widgets.Message.In(theme.ColorSecondary).Shortened()),
	}
	heading := widgets.Frame(nil, nil, widgets.HStack(0, view.mark), nil, widgets.Inset(0, 0, 0, 12, widgets.VStack(0,
		widgets.NewText(c.Title, widgets.Section.Shortened()), view.caption)))
	lines := []fyne.CanvasObject{widgets.Inset(14, 16, 12, 16, heading)}
	for range c.Samples {
		line := newSampleLine()
		view.samples = append(view.samples, line)
		lines = append(lines, widgets.Hairline(), line.object)
	}
	if c.Counts != nil {
		view.counts = newCardCounts()
		lines = append(lines, widgets.Spacer(), widgets.Hairline(), view.counts.object)
	}
	content := widgets.Stack(view.border, widgets.Inset(1, 1, 4, 1, widgets.VStack(0, lines...)))
	view.object = widgets.NewTappable(content, theme.PanelRadius, choose)
	return view
}

// show draws what is known of the answer. The chosen one has a blue border.
func (v *card) show(c *Card, chosen bool) {
	border := widgets.Paint{Fill: fynetheme.ColorNameBackground, Stroke: theme.ColorBorder, Width: 1, Radius: theme.PanelRadius}
	if chosen {
		border.Stroke, border.Width = theme.ColorPrimary, 2
	}
	v.border.Set(border)
	if chosen != v.chosen {
		v.chosen = chosen
		v.mark.Objects = []fyne.CanvasObject{v.marked(chosen)}
		v.mark.Refresh()
	}
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
	cell, text *widgets.Text
}

func newSampleLine() sampleLine {
	l := sampleLine{cell: widgets.NewText("", widgets.Secondary), text: widgets.NewText("", widgets.Body.Shortened())}
	row := widgets.HStack(0, widgets.Sized(52, 0, l.cell), l.text)
	l.object = widgets.Sized(0, 28, widgets.Inset(0, 16, 0, 16, row))
	return l
}

func (l sampleLine) show(sample number.Sample) {
	l.cell.SetText(sample.Cell)
	if sample.Text == "" && sample.Cell != "" {
		l.text.Set(phrase.Text("open.ask.empty"), widgets.Secondary)
	} else {
		l.text.Set(sample.Text, widgets.Body.Shortened())
	}
	l.object.Refresh()
}

// cardCounts says what would become of the rows with an answer. Its room is the
// same before the counts are known.
type cardCounts struct {
	object  *fyne.Container
	title   *widgets.Text
	waiting *widgets.Text
	counts  [3]*widgets.Text
	known   *fyne.Container
	shown   CardCounts
}

func newCardCounts() *cardCounts {
	c := &cardCounts{title: widgets.NewText("", widgets.Caption.Shortened()), waiting: widgets.NewText("", widgets.Secondary.Shortened())}
	const ready, changed, problems = 1000, 100, 100
	for i, usual := range []string{
		phrase.Text("open.counts.ready", "Rows", ready), phrase.Text("open.counts.changed", "Rows", changed), phrase.Text("open.counts.problems", "Count", problems),
	} {
		c.counts[i] = widgets.NewText(usual, widgets.Body)
	}
	c.known = container.New(&wrapping{across: 20},
		count(theme.IconReady, theme.ColorOK, c.counts[0]),
		count(theme.IconChanged, theme.ColorWarn, c.counts[1]),
		count(theme.IconProblem, theme.ColorError, c.counts[2]))
	waiting := widgets.VStack(0, widgets.Sized(0, countTall, widgets.HStack(0, c.waiting)), widgets.Spacer())
	c.object = widgets.Inset(8, 16, 6, 16, widgets.VStack(4, c.title, widgets.Stack(c.known, waiting)))
	return c
}

// countTall is the height of a line of counts.
const countTall float32 = 24

func count(icon theme.IconName, tone fyne.ThemeColorName, text *widgets.Text) fyne.CanvasObject {
	return widgets.Sized(0, countTall, widgets.HStack(6, widgets.Icon(icon, tone), text))
}

func (c *cardCounts) show(counts CardCounts) {
	c.shown = counts
	c.title.SetText(counts.Title)
	if counts.Known {
		for i, text := range []string{counts.Ready, counts.Changed, counts.Problems} {
			c.counts[i].SetText(text)
		}
		counts.Waiting = ""
	}
	c.waiting.SetText(counts.Waiting)
	for _, part := range c.known.Objects {
		if counts.Known {
			part.Show()
		} else {
			part.Hide()
		}
	}
	c.object.Refresh()
}
