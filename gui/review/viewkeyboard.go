package review

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"numberloader/gui/press"
	"numberloader/gui/widgets/grid"
)

// keyboard is what keys and shortcuts of the grid and of the search do.
type keyboard struct{ screen *Screen }

// shift reports whether the shift key is held, which turns a direction around.
func (k *keyboard) shift() bool { return k.screen.cfg.Modifiers()&fyne.KeyModifierShift != 0 }

// selectRow puts the cursor on a row and selects as a click or an arrow says.
func (k *keyboard) selectRow(row int, how grid.Selecting) {
	s := k.screen
	how.In(s.model, row)
	s.head.showAside()
	s.head.search.SetHits(s.model.Hits())
	s.note.say("")
}

// key takes the keys that the grid has no use for.
func (k *keyboard) key(_ int, key fyne.KeyName) {
	s := k.screen
	switch key { //nolint:exhaustive // the others mean nothing here
	case fyne.KeySpace:
		s.model.ToggleSkip()
	case fyne.KeyF8:
		s.NextProblem(k.shift())
	case fyne.KeyF9:
		if s.cfg.OnDecide != nil {
			s.cfg.OnDecide()
		}
	case fyne.KeyF3:
		s.NextHit(k.shift())
	case desktop.KeyMenu:
		s.cells.openMenuHere()
	case fyne.KeyF10:
		if !k.shift() {
			press.HandOn(s.grid, &fyne.KeyEvent{Name: key})
			return
		}
		s.cells.openMenuHere()
	case fyne.KeyEscape:
		s.model.SelectNone()
		s.note.said = ""
		s.show()
	default:
		press.HandOn(s.grid, &fyne.KeyEvent{Name: key})
	}
}

// searchKey takes keys of the search field: those of the rows, Enter to go from one that
// was found to the next, and Down and Escape to go on to the rows.
func (k *keyboard) searchKey(key fyne.KeyName) bool {
	s := k.screen
	switch key { //nolint:exhaustive // the field has the others
	case fyne.KeyF8, fyne.KeyF9, fyne.KeyF2:
		s.TypedKey(&fyne.KeyEvent{Name: key})
	case fyne.KeyF3, fyne.KeyReturn, fyne.KeyEnter:
		s.NextHit(k.shift())
	case fyne.KeyDown, fyne.KeyEscape:
		s.FocusRows()
	default:
		return false
	}
	return true
}

// shortcut takes the shortcuts of the grid; others are the window's.
func (k *keyboard) shortcut(shortcut fyne.Shortcut) {
	s := k.screen
	switch pasted := shortcut.(type) {
	case *fyne.ShortcutSelectAll:
		s.model.SelectAll()
		s.show()
	case *fyne.ShortcutCopy:
		s.cells.copy()
	case *fyne.ShortcutPaste:
		s.cells.paste(pasted.Clipboard.Content())
	default:
		press.HandOnShortcut(s.cfg.Canvas, shortcut)
	}
}
