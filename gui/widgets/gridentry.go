package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// gridEntry is the field over a cell. Enter and Tab keep what it holds, Escape
// leaves it; Up and Down choose from the list.
type gridEntry struct {
	widget.Entry

	editor *gridEditor
}

var _ fyne.Tabbable = (*gridEntry)(nil)

func newGridEntry(d *gridEditor) *gridEntry {
	e := &gridEntry{editor: d}
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
func (e *gridEntry) AcceptsTab() bool { return true }

// TypedKey ends the edit or moves in the list.
func (e *gridEntry) TypedKey(key *fyne.KeyEvent) {
	d := e.editor
	switch key.Name { //nolint:exhaustive // the field has the others
	case fyne.KeyEscape:
		d.end(GridLeft)
	case fyne.KeyReturn, fyne.KeyEnter:
		d.end(GridKept)
	case fyne.KeyTab:
		if d.grid.modifiers()&fyne.KeyModifierShift != 0 {
			d.end(GridPrior)
			return
		}
		d.end(GridNext)
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown:
		if d.list != nil {
			d.list.Step(key.Name)
		}
	default:
		e.Entry.TypedKey(key)
	}
}
