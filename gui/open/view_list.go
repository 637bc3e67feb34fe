package open

import (
	"slices"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"numberloader/gui/draw"
	"numberloader/gui/layout"
	"numberloader/gui/theme"
	"numberloader/gui/widgets"
	"numberloader/internal/phrase"
)

// The measures of lists of answers.
const (
	rowPlain  float32 = 35 // and a hairline
	rowChoice float32 = 47
	rowTwo    float32 = 51 // with a caption
	rowAll    float32 = 40
	cardSide  float32 = 16
	cardInner float32 = 7 // radius within the border
	otherWide float32 = 220
	titleWide float32 = 200
)

// answerList is a list of answers of which one can be chosen, or several.
type answerList struct {
	drawn fyne.CanvasObject
	all   *widgets.Mark // over the others; nil where one is chosen
	rows  []*answerRow
	more  *widgets.Select
	radio *answerRow // of the further answers
}

// answerRow is an answer in a list. The one that is chosen has a fill.
type answerRow struct {
	mark                *widgets.Mark
	fill                *draw.Surface
	corners             draw.Paint
	caption, detail, at *draw.Text
	laid                *fyne.Container // what these texts stand in; nil for the further answers
}

func newAnswerList(a *asked) *answerList {
	l := &answerList{}
	q := &a.question
	shape, height := widgets.ShapeRadio, rowChoice
	var lines []fyne.CanvasObject
	if q.Below {
		height = rowTwo
	}
	if q.Form == FormAny {
		shape, height = widgets.ShapeBox, rowTwo
		lines = append(lines, l.head(a))
	}
	last := len(q.Cards) + min(len(q.More), 1) - 1
	add := func(row *answerRow, beside fyne.CanvasObject, press func()) {
		at := len(l.rows)
		row.mark = widgets.NewMark(shape, beside, press)
		row.corners = draw.Paint{Radius: cardInner, FlatTop: at > 0 || q.Form == FormAny, FlatBottom: at < last}
		row.fill = draw.NewSurface(row.corners)
		l.rows = append(l.rows, row)
		if len(lines) > 0 {
			lines = append(lines, draw.Hairline())
		}
		lines = append(lines, layout.Tall(height, layout.Stack(row.fill, layout.Inset(0, cardSide, 0, cardSide, row.mark))))
	}
	for i := range q.Cards {
		if i == len(q.Cards)-1 && len(q.More) > 0 {
			l.radio = &answerRow{}
			add(l.radio, l.further(a), func() { l.more.Open() })
		}
		row := &answerRow{}
		add(row, row.content(&q.Cards[i], q), func() { a.choose(i) })
	}
	if shape == widgets.ShapeRadio {
		marks := make([]*widgets.Mark, len(l.rows))
		for i, row := range l.rows {
			marks[i] = row.mark
		}
		widgets.Group(a.cfg.Canvas, marks...)
	}
	border := draw.NewSurface(draw.Paint{Stroke: theme.ColorBorder, Width: 1, Radius: theme.PanelRadius})
	list := layout.Stack(layout.Inset(1, 1, 1, 1, layout.VStack(0, lines...)), border)
	l.drawn = list
	if q.Form == FormOne && q.End != "" {
		head := layout.Inset(0, cardSide, 0, 0, layout.HStack(0, draw.NewText(phrase.Text("open.ask.single"), draw.Section), layout.Spacer(), draw.NewText(q.End, draw.Caption)))
		l.drawn = layout.VStack(theme.Gap, head, list)
	}
	return l
}

// titleRoom is how wide a title with a caption below is. It grows with the text: of the
// numbers beside it there are others, of the caption there is one.
func titleRoom() float32 { return draw.Larger(titleWide) }

// head chooses all or none, above the names of columns.
func (l *answerList) head(a *asked) fyne.CanvasObject {
	names := layout.HStack(0, layout.Sized(titleRoom(), 0, draw.NewText(phrase.Text("open.sheets.all"), draw.Body)),
		layout.Space(cardSide, 0), draw.NewText(phrase.Text("open.sheets.first"), draw.Caption), layout.Spacer(), layout.Space(cardSide, 0), draw.NewText(a.question.End, draw.Caption))
	l.all = widgets.NewMark(widgets.ShapeBox, names, a.chooseAll)
	back := draw.NewSurface(draw.Paint{Fill: theme.ColorHeader, Radius: cardInner, FlatBottom: true})
	return layout.Tall(rowAll, layout.Stack(back, layout.Inset(0, cardSide, 0, cardSide, l.all)))
}

// further is the list of answers beyond those that are shown.
func (l *answerList) further(a *asked) fyne.CanvasObject {
	names := make([]string, len(a.question.More))
	for i, c := range a.question.More {
		names[i] = c.Title
	}
	l.more = widgets.NewSelect(a.cfg.Canvas, theme.Chip, a.chooseOther)
	l.more.Hint = phrase.Text("open.ask.country")
	l.more.Set(names, -1)
	return layout.HStack(0, draw.NewText(a.question.MoreLabel, draw.Strong), layout.Spacer(), layout.Sized(otherWide, 0, l.more))
}

// content is what stands beside the mark of an answer.
func (r *answerRow) content(c *Card, q *Question) fyne.CanvasObject {
	r.detail = draw.NewText("", draw.Secondary.Shortened())
	r.at = draw.NewText("", draw.Body)
	title, width := fyne.CanvasObject(draw.NewText(c.Title, draw.Strong.Shortened())), titleWide
	if q.Below {
		r.detail = draw.NewText("", draw.Caption.Shortened())
		r.laid = layout.Frame(nil, nil, nil, layout.HStack(0, layout.Space(cardSide, 0), r.at),
			layout.VStack(0, layout.Spacer(), title, r.detail, layout.Spacer()))
		return r.laid
	}
	if q.Form == FormAny {
		r.caption = draw.NewText("", draw.Caption.Shortened())
		r.detail = draw.NewText("", draw.Body.Shortened())
		title, width = layout.VStack(0, title, r.caption), titleRoom()
	}
	r.laid = layout.HStack(0, layout.Sized(width, 0, title), layout.Space(cardSide, 0), r.detail, layout.Spacer(), layout.Space(cardSide, 0), r.at)
	return r.laid
}

func (l *answerList) object() fyne.CanvasObject { return l.drawn }

func (l *answerList) first() fyne.Focusable {
	switch {
	case l.all != nil:
		return l.all
	case len(l.rows) > 0:
		return l.rows[0].mark
	}
	return nil
}

// show draws what is chosen, and what is known of each answer.
func (l *answerList) show(a *asked) {
	i := 0
	for _, row := range l.rows {
		if row == l.radio {
			row.show(a.other >= 0)
			if a.other < 0 && l.more.Chosen() >= 0 {
				l.more.Clear()
			}
			continue
		}
		c := &a.question.Cards[i]
		row.detail.SetText(c.Detail)
		style := draw.Body
		if c.Quiet {
			style = draw.Secondary
		}
		row.at.Set(c.End, style)
		if row.caption != nil {
			row.caption.SetText(c.Caption)
		}
		row.laid.Refresh() // texts may have become longer
		row.show(slices.Contains(a.chosen, i))
		i++
	}
	if l.all != nil {
		state := widgets.MarkIf(len(a.chosen) == len(a.question.Cards))
		if n := len(a.chosen); n > 0 && n < len(a.question.Cards) {
			state = widgets.MarkSome
		}
		l.all.Set(state)
	}
}

func (r *answerRow) show(chosen bool) {
	paint := r.corners
	if chosen && r.mark.Shape() == widgets.ShapeRadio {
		paint.Fill = fynetheme.ColorNameSelection
	}
	r.fill.Set(paint)
	r.mark.Set(widgets.MarkIf(chosen))
	r.mark.Refresh()
}
