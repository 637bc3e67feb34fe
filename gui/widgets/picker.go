package widgets

import (
	"fyne.io/fyne/v2"

	"numberloader/gui/draw"
	"numberloader/gui/layout"
	"numberloader/gui/press"
	"numberloader/gui/theme"
	"numberloader/internal/phrase"
)

// Picker is a list to choose from with a field above it that narrows it: for
// countries and locations, of which there may be hundreds. Without lines it is a
// field for any text.
type Picker struct {
	// OnChange is told what is chosen, by its index, or what is typed.
	OnChange func(index int, text string)
	OnTake   func() // Enter
	OnEscape func()

	entry  *pickerEntry
	list   *List
	object *fyne.Container
}

// NewPicker returns a picker with room for some lines; hint stands in the empty
// field.
func NewPicker(lines []string, seen int, hint string) *Picker {
	p := &Picker{}
	p.entry = newPickerEntry(p, hint)
	if len(lines) == 0 {
		p.object = layout.VStack(0, p.entry)
		return p
	}
	p.list = NewList(min(seen, len(lines)))
	p.list.None = phrase.Text("words.nomatch")
	items := make([]ListItem, len(lines))
	for i, line := range lines {
		items[i].Label = line
	}
	p.list.Set(items, -1)
	p.list.OnMark = func(int) { p.tell() }
	p.list.OnTake = func(int) { p.OnTake() }
	p.list.OnEscape = func() { p.OnEscape() }
	frame := draw.NewSurface(draw.Paint{Stroke: theme.ColorSeparator, Width: 1, Radius: theme.Radius})
	parts := []fyne.CanvasObject{layout.Stack(frame, p.list)}
	if len(lines) > seen {
		parts = []fyne.CanvasObject{p.entry, layout.Space(0, listPad), parts[0]}
	}
	p.object = layout.VStack(0, parts...)
	return p
}

// Object is what is drawn.
func (p *Picker) Object() fyne.CanvasObject { return p.object }

// First is what has the keyboard at first.
func (p *Picker) First() fyne.Focusable {
	if p.list != nil && len(p.list.items) <= p.list.seen {
		return p.list
	}
	return p.entry
}

func (p *Picker) tell() {
	index := -1
	if p.list != nil {
		index = p.list.Marked()
	}
	if p.OnChange != nil {
		p.OnChange(index, p.entry.Text)
	}
}

// pickerEntry is the field of a Picker.
type pickerEntry struct {
	Entry

	picker *Picker
}

func newPickerEntry(p *Picker, hint string) *pickerEntry {
	e := &pickerEntry{picker: p}
	e.PlaceHolder = hint
	e.OnChanged = func(text string) {
		if p.list != nil {
			p.list.Filter(text)
			return
		}
		p.tell()
	}
	e.ExtendBaseWidget(e)
	return e
}

// TypedKey moves in the list, takes what is chosen, or leaves.
func (e *pickerEntry) TypedKey(key *fyne.KeyEvent) {
	moves := key.Name != fyne.KeyHome && key.Name != fyne.KeyEnd
	switch {
	case e.Composes(key):
	case e.picker.list != nil && moves && e.picker.list.Step(key.Name):
	case key.Name == fyne.KeyEscape:
		e.picker.OnEscape()
	case key.Name == fyne.KeyReturn || key.Name == fyne.KeyEnter:
		e.picker.OnTake()
	case !press.IsTyping(key):
		press.HandOn(e, key)
	default:
		e.Entry.TypedKey(key)
	}
}
