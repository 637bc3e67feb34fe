package review

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"numberloader/gui/review/worklist"
	"numberloader/gui/widgets"
	"numberloader/gui/widgets/grid"
)

func (s *Screen) buildGrid() {
	s.grid = grid.New(s.source, s.source.columns(), worklist.ColumnFile)
	s.grid.Focus = s.cfg.Canvas.Focus
	s.grid.Modifiers = s.cfg.Modifiers
	s.grid.OnSelect = s.selectRow
	s.grid.OnSort = func(column string) { s.change(func() { s.model.Sort(column) }) }
	s.grid.OnAction = func(row, id int) { s.act(row, worklist.ActionKind(id)) }
	s.grid.OnEdit = s.edits.edit
	s.grid.OnKey = s.key
	s.grid.OnShortcut = s.shortcut
	s.grid.OnMenu = s.openMenu
	s.grid.OnTitle = s.openTitleMenu
	s.grid.OnReset = s.resetWidth
	s.grid.OnWidth = s.widths.Set
	s.grid.OnSeen = func(bool) { s.detail.show() }
}

// selectRow puts the cursor on a row and selects as a click or an arrow says.
func (s *Screen) selectRow(row int, how grid.Selecting) {
	switch how {
	case grid.SelectOne:
		s.model.MoveTo(row)
	case grid.SelectToggle:
		s.model.ToggleAt(row)
	case grid.SelectRange:
		s.model.ExtendTo(row)
	}
	s.head.showAside()
	s.head.search.SetHits(s.model.Hits())
	s.note.say("")
}

// key takes the keys that the grid has no use for.
func (s *Screen) key(_ int, key fyne.KeyName) {
	switch key { //nolint:exhaustive // the others mean nothing here
	case fyne.KeySpace:
		s.model.ToggleSkip()
	case fyne.KeyF8:
		s.NextProblem(s.cfg.Modifiers()&fyne.KeyModifierShift != 0)
	case fyne.KeyF9:
		if s.cfg.OnDecide != nil {
			s.cfg.OnDecide()
		}
	case fyne.KeyF3:
		s.NextHit(s.cfg.Modifiers()&fyne.KeyModifierShift != 0)
	case desktop.KeyMenu:
		s.openMenuHere()
	case fyne.KeyF10:
		if s.cfg.Modifiers()&fyne.KeyModifierShift == 0 {
			widgets.HandOn(s.grid, &fyne.KeyEvent{Name: key})
			return
		}
		s.openMenuHere()
	case fyne.KeyEscape:
		s.model.SelectNone()
		s.note.said = ""
		s.show()
	default:
		widgets.HandOn(s.grid, &fyne.KeyEvent{Name: key})
	}
}

// searchKey takes keys of the search field: those of the rows, Enter to go from one that
// was found to the next, and Down and Escape to go on to the rows.
func (s *Screen) searchKey(key fyne.KeyName) bool {
	switch key { //nolint:exhaustive // the field has the others
	case fyne.KeyF8, fyne.KeyF9, fyne.KeyF2:
		s.TypedKey(&fyne.KeyEvent{Name: key})
	case fyne.KeyF3, fyne.KeyReturn, fyne.KeyEnter:
		s.NextHit(s.cfg.Modifiers()&fyne.KeyModifierShift != 0)
	case fyne.KeyDown, fyne.KeyEscape:
		s.FocusRows()
	default:
		return false
	}
	return true
}

// shortcut takes the shortcuts of the grid; others are the window's.
func (s *Screen) shortcut(shortcut fyne.Shortcut) {
	switch pasted := shortcut.(type) {
	case *fyne.ShortcutSelectAll:
		s.model.SelectAll()
		s.show()
	case *fyne.ShortcutCopy:
		s.Copy()
	case *fyne.ShortcutPaste:
		s.paste(pasted.Clipboard.Content())
	default: // the toolkit asks the canvas only while nothing has the keyboard
		if canvas, ok := s.cfg.Canvas.(fyne.Shortcutable); ok {
			canvas.TypedShortcut(shortcut)
		}
	}
}

// NextProblem moves the cursor to the next problem, or to the previous one.
func (s *Screen) NextProblem(back bool) {
	s.grid.EndEdit(true)
	jump := s.model.NextProblem(back)
	if jump.Row >= 0 {
		s.grid.MoveToCell(jump.Row, s.model.EditColumn(jump.Row))
		s.FocusRows()
	}
	s.note.say(jump.Word)
}

// Begin moves the keyboard to the rows as the screen opens.
func (s *Screen) Begin() { s.grid.Begin() }

// NextHit moves the cursor to the next row that was found, or to the previous one; the
// keyboard stays where it is. Without a search it begins one.
func (s *Screen) NextHit(back bool) {
	if !s.model.Searching() {
		s.Search()
		return
	}
	s.grid.EndEdit(true)
	if row := s.model.Step(back); row >= 0 {
		s.grid.MoveTo(row)
	}
}

// FocusRows moves the keyboard to the rows, and the cursor to the first if it is
// nowhere.
func (s *Screen) FocusRows() {
	s.cfg.Canvas.Focus(s.grid)
	if s.model.Cursor() < 0 && s.model.Len() > 0 {
		s.grid.MoveTo(0)
	}
}

// TypedKey takes a key that nothing else has a use for: it is for the rows.
func (s *Screen) TypedKey(e *fyne.KeyEvent) {
	switch e.Name { //nolint:exhaustive // the others mean nothing here
	case fyne.KeyDown, fyne.KeyUp, fyne.KeyPageDown, fyne.KeyPageUp, fyne.KeyHome, fyne.KeyEnd:
		s.FocusRows()
	case fyne.KeyF3, fyne.KeyF8, fyne.KeyF9, fyne.KeySpace, fyne.KeyEscape:
		s.key(0, e.Name)
	case fyne.KeyF2, fyne.KeyReturn, fyne.KeyEnter:
		if s.model.Cursor() >= 0 {
			s.FocusRows()
			s.grid.TypedKey(e)
		}
	}
}

// Search moves the keyboard to the search field.
func (s *Screen) Search() { s.cfg.Canvas.Focus(s.head.search.Entry()) }

// act does an action of a row.
func (s *Screen) act(row int, kind worklist.ActionKind) {
	switch kind {
	case worklist.ActionEdit:
		s.edits.edit(row, s.model.EditColumn(row))
	case worklist.ActionPlace:
		s.place(row)
	case worklist.ActionMeant:
		s.model.UseMeant(row)
	case worklist.ActionUse, worklist.ActionExpand, worklist.ActionOverride, worklist.ActionConfirm, worklist.ActionSkip, worklist.ActionPutBack, worklist.ActionRevert:
		s.model.Act(row, kind)
	}
}
