package grid

import (
	"fyne.io/fyne/v2"

	"numberloader/gui/widgets"
)

// entry is the field over a cell. Enter and Tab keep what it holds, Escape
// leaves it; Up and Down choose from the list.
type entry struct {
	widgets.Entry

	editor *editor
}

var _ fyne.Tabbable = (*entry)(nil)

func newEntry(d *editor) *entry {
	e := &entry{editor: d}
	e.Text, e.CursorColumn = d.Text, len([]rune(d.Text))
	if d.Choices != nil {
		e.PlaceHolder = d.Text
		e.Text, e.CursorColumn = "", 0
	}
	e.Scroll = fyne.ScrollNone
	e.OnChanged = func(string) { d.changed() }
	e.ExtendBaseWidget(e)
	return e
}

// AcceptsTab keeps the tabulator from moving the keyboard elsewhere.
func (e *entry) AcceptsTab() bool { return true }

// TypedKey ends the edit or moves in the list.
func (e *entry) TypedKey(key *fyne.KeyEvent) {
	if e.Composes(key) {
		return
	}
	d := e.editor
	switch key.Name { //nolint:exhaustive // the field has the others
	case fyne.KeyEscape:
		d.end(Left)
	case fyne.KeyReturn, fyne.KeyEnter:
		d.end(Kept)
	case fyne.KeyTab:
		if d.grid.modifiers()&fyne.KeyModifierShift != 0 {
			d.end(Prior)
			return
		}
		d.end(Next)
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown:
		if d.list != nil {
			d.list.Step(key.Name)
		}
	default:
		e.Entry.TypedKey(key)
	}
}
