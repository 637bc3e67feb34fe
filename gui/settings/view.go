package settings

import (
	"fyne.io/fyne/v2"

	"numberloader/gui/draw"
	"numberloader/gui/filter"
	"numberloader/gui/layout"
	"numberloader/gui/theme"
	"numberloader/gui/widgets"
	"numberloader/internal/phrase"
)

// The measures of the page at the usual size of text.
const (
	rowHeight     float32 = 48
	captionHeight float32 = 52
	controlWidth  float32 = 160
	numberWidth   float32 = 64
	selectHeight  float32 = 32
	cardPad       float32 = 16 // before the words
	rowEnd        float32 = 12 // behind the control
	rowRoom       float32 = 6  // above and below
	besideMark    float32 = 12 // that a mark leaves before what stands beside it

	controlGrowth = 0.75 // of the growth of the text, so that the words have room
)

// Screen is the page. It belongs to the UI thread.
type Screen struct {
	model   *Model
	on      fyne.Canvas
	typed   func()
	notice  *fyne.Container
	content fyne.CanvasObject
	rows    []*line // of the left column, then of the right one
}

// New returns the page of a model. typed is called when something is typed that does
// not count.
func New(on fyne.Canvas, model *Model, typed func()) *Screen {
	s := &Screen{model: model, on: on, typed: typed, notice: layout.VStack(0)}
	left, right := model.Groups()
	cards := layout.Halves(theme.GroupGap, theme.NarrowWidth-theme.RailWidth, s.column(left), s.column(right))
	s.content = layout.Page(layout.Inset(16, theme.PageMargin, 24, theme.PageMargin, layout.VStack(0, s.notice, cards)))
	return s
}

// Content is what is drawn.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// First is what has the keyboard at first.
func (s *Screen) First() fyne.Focusable { return s.rows[0].first() }

// Refresh brings the page up to date. unsaved is why the last change could not be
// saved, nil if it was.
func (s *Screen) Refresh(unsaved error) {
	left, right := s.model.Groups()
	next := 0
	for _, group := range append(left, right...) {
		for _, row := range group.Rows {
			s.rows[next].update(row)
			next++
		}
	}
	s.notice.Objects = nil
	if unsaved != nil {
		text := phrase.Pieces("settings.unsaved.text", "Reason", phrase.Explain(unsaved).What)
		s.notice.Add(layout.Inset(0, 0, 16, 0, widgets.Band(widgets.MoodError, theme.IconProblem,
			draw.NewSpans(draw.Spans(draw.Body, text)...))))
	}
	if s.model.WasReset() {
		s.notice.Add(layout.Inset(0, 0, 16, 0, widgets.Band(widgets.MoodInfo, theme.IconCheck,
			draw.NewParagraph(phrase.Text("settings.reset.done"), draw.Body),
			widgets.NewLink(phrase.Text("words.undo"), s.model.Undo))))
	}
	s.notice.Refresh()
	s.content.Refresh()
}

// column is groups below each other.
func (s *Screen) column(groups []Group) fyne.CanvasObject {
	var parts []fyne.CanvasObject
	for _, group := range groups {
		rows := make([]fyne.CanvasObject, 0, 2*len(group.Rows))
		for i, row := range group.Rows {
			if i > 0 {
				rows = append(rows, draw.Hairline())
			}
			l := s.newLine(row)
			s.rows = append(s.rows, l)
			rows = append(rows, l.object)
		}
		border := draw.NewSurface(draw.Paint{Stroke: theme.ColorSeparator, Width: theme.Hair, Radius: theme.PanelRadius})
		parts = append(parts, draw.NewText(group.Title, draw.Section), layout.Space(0, 8),
			layout.Stack(border, layout.VStack(0, rows...)), layout.Space(0, theme.GroupGap))
	}
	return layout.VStack(0, parts...)
}

// line is a setting as it is drawn.
type line struct {
	object  fyne.CanvasObject
	caption *draw.Paragraph
	words   *fyne.Container
	now     Row

	choice *widgets.Select
	chips  []*filter.Chip
	field  *widgets.Field
	border *draw.Surface
	mark   *widgets.Mark
	show   *widgets.Button
}

func (s *Screen) newLine(row Row) *line {
	l := &line{caption: draw.NewParagraph("", draw.Caption), now: row}
	l.words = layout.VStack(0, layout.Spacer(), draw.NewParagraph(row.Title, draw.Body), l.caption, layout.Spacer())
	control := l.control(s)
	height := rowHeight
	if row.Caption != "" {
		height = captionHeight
	}
	end := layout.VStack(0, layout.Spacer(), control, layout.Spacer())
	content := layout.Frame(nil, nil, nil, end, layout.Inset(0, theme.Gap, 0, 0, l.words))
	l.object = layout.AtLeast(height, layout.Inset(rowRoom, rowEnd, rowRoom, cardPad, content))
	l.update(row)
	return l
}

// control is what the setting is changed with, at the right end of the line.
func (l *line) control(s *Screen) fyne.CanvasObject {
	switch row := l.now; {
	case row.Choice != nil && row.Choice.SideBySide:
		objects := make([]fyne.CanvasObject, len(row.Choice.Options))
		for i := range row.Choice.Options {
			l.chips = append(l.chips, filter.NewChip(nil, "", func() { l.now.Choice.Choose(i) }))
			objects[i] = l.chips[i]
		}
		return layout.HStack(4, objects...)
	case row.Choice != nil:
		l.choice = widgets.NewSelect(s.on, selectHeight, func(i int) { l.now.Choice.Choose(i) })
		return layout.WideBy(controlWidth, controlGrowth, l.choice)
	case row.Number != nil:
		l.field = widgets.NewField(false)
		l.field.OnChanged = func(text string) {
			if text != l.now.Number.Text {
				l.now.Number.Type(text)
				s.typed()
			}
		}
		l.border = draw.NewSurface(draw.Paint{})
		return layout.Wide(numberWidth, layout.Stack(l.field, l.border))
	case row.Switch != nil:
		l.mark = widgets.NewMark(widgets.ShapeSwitch, layout.Space(0, 0), func() { l.now.Switch.Turn(!l.now.Switch.On) })
		return layout.Inset(0, -besideMark, 0, 0, l.mark)
	}
	l.show = widgets.NewButton(phrase.Text("settings.folders.show"), widgets.Usual, func() { l.now.Show() })
	return l.show
}

// first is what has the keyboard at first in the line.
func (l *line) first() fyne.Focusable {
	switch {
	case l.choice != nil:
		return l.choice
	case l.field != nil:
		return l.field
	case l.mark != nil:
		return l.mark
	case l.show != nil:
		return l.show
	}
	return l.chips[0]
}

// update draws the setting as it is now.
func (l *line) update(row Row) {
	l.now = row
	style := draw.Caption
	if row.Wrong {
		style = style.In(theme.ColorError)
	}
	l.caption.Set(draw.Span{Text: row.Caption, Style: style})
	layout.SetVisible(l.caption, row.Caption != "")
	switch {
	case l.choice != nil:
		l.choice.Set(row.Choice.Options, row.Choice.Chosen)
	case l.chips != nil:
		for i, chip := range l.chips {
			chip.Set(row.Choice.Options[i], "", i == row.Choice.Chosen)
		}
	case l.field != nil:
		if l.field.Text != row.Number.Text {
			l.field.SetText(row.Number.Text)
		}
		paint := draw.Paint{Radius: theme.Radius}
		if row.Wrong {
			paint.Stroke, paint.Width = theme.ColorError, 2
		}
		l.border.Set(paint)
	case l.mark != nil:
		l.mark.Set(widgets.MarkIf(row.Switch.On))
	}
	l.words.Refresh()
}
