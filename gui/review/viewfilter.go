package review

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"numberloader/gui/review/worklist"
	"numberloader/gui/theme"
	"numberloader/gui/widgets"
	"numberloader/internal/phrase"
)

// The measures of the filter.
const (
	filterWide  float32 = 652
	stateWide   float32 = 176 // what the column of states adds
	filterRow   float32 = 32
	filterSeen          = 7   // values of a column at once
	filterLeast         = 4   // lines that a column has room for
	filterMost          = 100 // values of a column; typing finds the others
	filterRoom  float32 = 16
	filterRest  float32 = 140 // what is not values
)

// filterColumn is a column of the filter: its values, and a field that narrows them
// if there are many.
type filterColumn struct {
	by    worklist.FilterBy
	title string
	wide  float32 // of all but the last
	rows  *fyne.Container
	marks []*widgets.Mark
	typed string
}

// filterBox is the filter while it is open.
type filterBox struct {
	screen  *Screen
	columns []*filterColumn
	words   *widgets.Paragraph
	seen    int // values of a column at once
	popup   *widget.PopUp
}

// OpenFilter opens the filter below its button.
func (s *Screen) OpenFilter() {
	s.grid.EndEdit(true)
	larger, room := s.head.larger(), s.cfg.Canvas.Size()
	tall := widgets.RoomBelow(s.cfg.Canvas, s.find.filter)
	b := &filterBox{screen: s, words: widgets.NewParagraph("", widgets.Body)}
	b.seen = min(filterSeen, max(2, int((tall-filterRest*larger)/(filterRow*larger)))) //nolint:mnd // two can be scrolled
	columns := []*filterColumn{
		{by: worklist.FilterPlace, title: phrase.Text("columns.location.title"), wide: 184},
		{by: worklist.FilterKind, title: phrase.Text("columns.type"), wide: 152},
		{by: worklist.FilterReason, title: phrase.Text("columns.reason")},
	}
	if s.chips.chipRow.Leave() {
		columns = append([]*filterColumn{{by: worklist.FilterState, title: phrase.Text("columns.state"), wide: stateWide}}, columns...)
	}
	b.columns = columns
	closing := widgets.NewButton(phrase.Text("words.close"), widgets.Usual, b.close)
	clearing := widgets.NewButton(phrase.Text("review.filter.clear"), widgets.Plain, b.clear)
	closing.OnEscape, clearing.OnEscape = b.close, b.close
	foot := widgets.Frame(nil, nil, nil, widgets.HStack(theme.Gap, clearing, closing),
		widgets.VStack(0, widgets.Spacer(), b.words, widgets.Spacer()))
	content := widgets.VStack(0, b.body(), widgets.Hairline(), widgets.Inset(12, 12, 12, filterRoom, foot))
	wide := filterWide
	if len(columns) > 3 { //nolint:mnd // the state, too
		wide += stateWide
	}
	b.popup = widget.NewPopUp(widgets.Sized(min(wide*larger, room.Width-2*filterRoom), 0, content), s.cfg.Canvas)
	b.fill()
	widgets.Drop(b.popup, s.cfg.Canvas, s.find.filter)
	b.focus(0, 0)
}

// body are the columns side by side.
func (b *filterBox) body() fyne.CanvasObject {
	larger := b.screen.head.larger()
	last := len(b.columns) - 1
	body := b.column(last, b.columns[last])
	for i := last - 1; i >= 0; i-- {
		side := widgets.Sized(b.columns[i].wide*larger, 0, b.column(i, b.columns[i]))
		body = widgets.Frame(nil, nil, widgets.Frame(nil, nil, nil, widgets.VerticalHairline(), side), nil, body)
	}
	return body
}

// column is one column: its title and its values.
func (b *filterBox) column(i int, c *filterColumn) fyne.CanvasObject {
	c.rows = widgets.VStack(0)
	larger := b.screen.head.larger()
	parts := []fyne.CanvasObject{widgets.AtLeast(filterRow, widgets.VStack(0, widgets.Spacer(), widgets.NewText(c.title, widgets.Caption), widgets.Spacer()))}
	if n := len(b.screen.model.FilterValues(c.by)); n > b.seen {
		field := widget.NewEntry()
		field.PlaceHolder = phrase.Text("review.filter.find")
		field.OnChanged = func(typed string) {
			c.typed = strings.ToLower(typed)
			b.fillColumn(i)
		}
		scroll := widgets.Scrolled(widgets.Inset(0, theme.TrackWidth, 0, 0, c.rows))
		parts = append(parts, field, widgets.Sized(0, float32(b.seen-1)*filterRow*larger, scroll))
	} else {
		parts = append(parts, widgets.AtLeast(float32(min(b.seen, max(n, filterLeast)))*filterRow*larger, c.rows))
	}
	return widgets.Inset(4, 12, 8, filterRoom, widgets.VStack(0, parts...))
}

// fill brings all columns and the words up to date.
func (b *filterBox) fill() {
	for i := range b.columns {
		b.fillColumn(i)
	}
	b.say()
}

// fillColumn lists the values of a column that fit what was typed.
func (b *filterBox) fillColumn(i int) {
	c := b.columns[i]
	c.rows.Objects, c.marks = nil, nil
	for _, v := range b.screen.model.FilterValues(c.by) {
		if len(c.marks) == filterMost || !strings.Contains(strings.ToLower(v.Label), c.typed) {
			continue
		}
		c.marks = append(c.marks, b.mark(i, len(c.marks), v))
		c.rows.Add(widgets.AtLeast(filterRow*b.screen.head.larger(), c.marks[len(c.marks)-1]))
	}
	c.rows.Refresh()
}

// mark is the check box of a value.
func (b *filterBox) mark(column, at int, v worklist.FilterValue) *widgets.Mark {
	c := b.columns[column]
	words := widgets.HStack(theme.Gap, widgets.NewText(v.Label, widgets.Body.Shortened()), widgets.Spacer(),
		widgets.NewText(phrase.Count(v.Count), widgets.Secondary))
	var mark *widgets.Mark
	on := v.On
	mark = widgets.NewMark(widgets.ShapeBox, words, func() {
		on = !on
		mark.Set(widgets.MarkIf(on))
		b.screen.change(func() { b.screen.model.SetFilter(c.by, v, on) })
		b.say()
	})
	mark.Set(widgets.MarkIf(on))
	mark.OnKey(func(key fyne.KeyName) { b.key(column, at, key) })
	return mark
}

// key moves the keyboard among the values; Escape closes the filter.
func (b *filterBox) key(column, at int, key fyne.KeyName) {
	switch key { //nolint:exhaustive // the others mean nothing here
	case fyne.KeyDown:
		b.focus(column, at+1)
	case fyne.KeyUp:
		b.focus(column, at-1)
	case fyne.KeyRight:
		b.focus(column+1, at)
	case fyne.KeyLeft:
		b.focus(column-1, at)
	case fyne.KeyEscape:
		b.close()
	}
}

// focus gives the keyboard to a value, as near as there is one.
func (b *filterBox) focus(column, at int) {
	marks := b.columns[min(max(column, 0), len(b.columns)-1)].marks
	if len(marks) > 0 {
		b.screen.cfg.Canvas.Focus(marks[min(max(at, 0), len(marks)-1)])
	}
}

// say says which rows are shown now.
func (b *filterBox) say() {
	b.words.Set(widgets.Spans(widgets.Body, b.screen.model.FilterWords())...)
	b.popup.Resize(b.popup.MinSize())
}

func (b *filterBox) clear() {
	b.screen.change(b.screen.model.ClearFilters)
	b.fill()
	b.focus(0, 0)
}

func (b *filterBox) close() {
	b.popup.Hide()
	b.screen.cfg.Canvas.Focus(b.screen.grid)
}
