package review

import (
	"fyne.io/fyne/v2"

	"numberloader/gui/review/worklist"
	"numberloader/gui/widgets/grid"
)

func (s *Screen) buildGrid() {
	s.grid = grid.New(s.source, s.source.columns(), worklist.ColumnFile)
	s.grid.Focus = s.cfg.Canvas.Focus
	s.grid.Modifiers = s.cfg.Modifiers
	s.grid.OnSelect = s.keyboard.selectRow
	s.grid.OnSort = func(column string) { s.change(func() { s.model.Sort(column) }) }
	s.grid.OnAction = func(row, id int) { s.cells.act(row, worklist.ActionKind(id)) }
	s.grid.OnEdit = s.edits.edit
	s.grid.OnKey = s.keyboard.key
	s.grid.OnShortcut = s.keyboard.shortcut
	s.grid.OnMenu = s.cells.openMenu
	s.grid.OnTitle = s.cells.openTitleMenu
	s.grid.OnReset = s.cells.resetWidth
	s.grid.OnWidth = s.widths.Set
	s.grid.OnSeen = func(bool) { s.detail.show() }
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
		s.keyboard.key(0, e.Name)
	case fyne.KeyF2, fyne.KeyReturn, fyne.KeyEnter:
		if s.model.Cursor() >= 0 {
			s.FocusRows()
			s.grid.TypedKey(e)
		}
	}
}

// Search moves the keyboard to the search field.
func (s *Screen) Search() { s.cfg.Canvas.Focus(s.head.search.Entry()) }
