package filter

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"numberloader/gui/draw"
	"numberloader/gui/layout"
	"numberloader/gui/rows"
	"numberloader/gui/theme"
	"numberloader/gui/widgets"
	"numberloader/internal/phrase"
)

// The measures of a filter.
const (
	filterRow   float32 = 32
	filterSeen          = 7   // values of a column at once
	filterLeast         = 4   // lines that a column has room for
	filterMost          = 100 // values of a column; typing finds the others
	filterRoom  float32 = 16
	filterRest  float32 = 140 // what is not values
)

// Value is a value that a list can be filtered by.
type Value struct {
	Label string
	Count int // lines that have it
	On    bool
	Turn  func(on bool) // chooses the value, or chooses it no longer
}

// Column is a column of a filter: its values, and a field that narrows them if
// there are many.
type Column struct {
	Title  string
	Wide   float32 // for text of the usual size
	Values func() []Value
}

// Filtered is a model whose rows can be filtered by the values of columns.
type Filtered[By any, ID comparable] interface {
	FilterValues(by By) []rows.FilterValue[ID]
	SetFilter(by By, v rows.FilterValue[ID], on bool)
}

// ColumnOf is a column of values as a model has them. What it changes in the model it
// hands to change.
func ColumnOf[By any, ID comparable](m Filtered[By, ID], by By, title string, wide float32, change func(func())) Column {
	return Column{Title: title, Wide: wide, Values: func() []Value {
		var all []Value
		for _, v := range m.FilterValues(by) {
			turn := func(on bool) { change(func() { m.SetFilter(by, v, on) }) }
			all = append(all, Value{Label: v.Label, Count: v.Count, On: v.On, Turn: turn})
		}
		return all
	}}
}

// Menu is a pop-up in which values are chosen, in columns side by side. All of it is
// required.
type Menu struct {
	Canvas  fyne.Canvas
	Below   fyne.CanvasObject // the button that opens it
	Columns []Column
	Words   func() []phrase.Piece // what is shown now
	Clear   func()                // takes all filters away
	Closed  func()                // the keyboard has to go elsewhere
}

// Label is the word of a button that opens a filter in which n columns are chosen
// from.
func Label(n int) string {
	if n > 0 {
		return phrase.Text("words.filter.active", "Count", n)
	}
	return phrase.Text("words.filter.button")
}

// Pills are the filters that are at work, each with a cross, and a link that takes
// all of them away.
func Pills(labels []string, clear func(i int), clearAll func()) []fyne.CanvasObject {
	items := make([]fyne.CanvasObject, 0, len(labels)+1)
	for i, label := range labels {
		items = append(items, newPill(label, draw.Scale(), func() { clear(i) }))
	}
	label := phrase.Text("words.filter.clear")
	switch {
	case len(labels) == 2: //nolint:mnd // both
		label = phrase.Text("words.filter.clearboth")
	case len(labels) > 2: //nolint:mnd // all
		label = phrase.Text("words.filter.clearall")
	}
	return append(items, widgets.NewStyledLink(label, draw.Message, clearAll))
}

// openColumn is a column while the filter is open.
type openColumn struct {
	Column

	rows  *fyne.Container
	marks []*widgets.Mark
	typed string
}

// openMenu is a filter while it is open.
type openMenu struct {
	Menu

	columns []*openColumn
	words   *draw.Paragraph
	seen    int // values of a column at once
	popup   *widget.PopUp
}

// Open opens the filter below its button.
func (f *Menu) Open() {
	b := &openMenu{Menu: *f, words: draw.NewParagraph("", draw.Body)}
	b.seen = min(filterSeen, max(2, int((widgets.RoomBelow(f.Canvas, f.Below)-filterRest*draw.Scale())/(filterRow*draw.Scale())))) //nolint:mnd // two can be scrolled
	closing := widgets.NewButton(phrase.Text("words.close"), widgets.Usual, b.close)
	clearing := widgets.NewButton(phrase.Text("words.filter.clear"), widgets.Plain, b.clear)
	closing.OnEscape, clearing.OnEscape = b.close, b.close
	wide := float32(0)
	for _, c := range f.Columns {
		wide += c.Wide
		b.columns = append(b.columns, &openColumn{Column: c})
	}
	foot := layout.Frame(nil, nil, nil, layout.HStack(theme.Gap, clearing, closing), layout.VStack(0, layout.Spacer(), b.words, layout.Spacer()))
	content := layout.VStack(0, b.body(), draw.Hairline(), layout.Inset(12, 12, 12, filterRoom, foot))
	b.popup = widget.NewPopUp(layout.Sized(min(wide*draw.Scale(), f.Canvas.Size().Width-2*filterRoom), 0, content), f.Canvas)
	b.fill()
	widgets.Drop(b.popup, f.Canvas, f.Below)
	b.focus(0, 0)
}

// body are the columns side by side.
func (b *openMenu) body() fyne.CanvasObject {
	last := len(b.columns) - 1
	body := b.column(last)
	for i := last - 1; i >= 0; i-- {
		side := layout.Sized(b.columns[i].Wide*draw.Scale(), 0, b.column(i))
		body = layout.Frame(nil, nil, layout.Frame(nil, nil, nil, draw.VerticalHairline(), side), nil, body)
	}
	return body
}

// column is one column: its title and its values.
func (b *openMenu) column(i int) fyne.CanvasObject {
	c := b.columns[i]
	c.rows = layout.VStack(0)
	parts := []fyne.CanvasObject{layout.AtLeast(filterRow, layout.VStack(0, layout.Spacer(), draw.NewText(c.Title, draw.Caption), layout.Spacer()))}
	if n := len(c.Values()); n > b.seen {
		field := widget.NewEntry()
		field.PlaceHolder = phrase.Text("words.filter.find")
		field.OnChanged = func(typed string) {
			c.typed = strings.ToLower(typed)
			b.fillColumn(i)
		}
		scroll := layout.Scrolled(layout.Inset(0, theme.TrackWidth, 0, 0, c.rows))
		parts = append(parts, field, layout.Sized(0, float32(b.seen-1)*filterRow*draw.Scale(), scroll))
	} else {
		parts = append(parts, layout.AtLeast(float32(min(b.seen, max(n, filterLeast)))*filterRow*draw.Scale(), c.rows))
	}
	return layout.Inset(4, 12, 8, filterRoom, layout.VStack(0, parts...))
}

// fill brings all columns and the words up to date.
func (b *openMenu) fill() {
	for i := range b.columns {
		b.fillColumn(i)
	}
	b.say()
}

// fillColumn lists the values of a column that fit what was typed.
func (b *openMenu) fillColumn(i int) {
	c := b.columns[i]
	c.rows.Objects, c.marks = nil, nil
	for _, v := range c.Values() {
		if len(c.marks) == filterMost || !strings.Contains(strings.ToLower(v.Label), c.typed) {
			continue
		}
		c.marks = append(c.marks, b.mark(i, len(c.marks), v))
		c.rows.Add(layout.AtLeast(filterRow*draw.Scale(), c.marks[len(c.marks)-1]))
	}
	c.rows.Refresh()
}

// mark is the check box of a value.
func (b *openMenu) mark(column, at int, v Value) *widgets.Mark {
	words := layout.HStack(theme.Gap, draw.NewText(v.Label, draw.Body.Shortened()), layout.Spacer(), draw.NewText(phrase.Count(v.Count), draw.Secondary))
	var mark *widgets.Mark
	on := v.On
	mark = widgets.NewMark(widgets.ShapeBox, words, func() {
		on = !on
		mark.Set(widgets.MarkIf(on))
		v.Turn(on)
		b.say()
	})
	mark.Set(widgets.MarkIf(on))
	mark.OnKey(func(key fyne.KeyName) { b.key(column, at, key) })
	return mark
}

// key moves the keyboard among the values; Escape closes the filter.
func (b *openMenu) key(column, at int, key fyne.KeyName) {
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
func (b *openMenu) focus(column, at int) {
	marks := b.columns[min(max(column, 0), len(b.columns)-1)].marks
	if len(marks) > 0 {
		b.Canvas.Focus(marks[min(max(at, 0), len(marks)-1)])
	}
}

// say says what is shown now.
func (b *openMenu) say() {
	b.words.Set(draw.Spans(draw.Body, b.Words())...)
	b.popup.Resize(b.popup.MinSize())
}

func (b *openMenu) clear() {
	b.Clear()
	b.fill()
	b.focus(0, 0)
}

func (b *openMenu) close() {
	b.popup.Hide()
	b.Closed()
}
