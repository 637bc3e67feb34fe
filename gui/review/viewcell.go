package review

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"numberloader/gui/review/worklist"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
)

// openMenu opens the menu of a cell at a place of the window.
func (s *Screen) openMenu(row int, column string, at fyne.Position) {
	s.menuOf(row, column).ShowAtPosition(at)
}

// openMenuHere opens the menu of the cell that is meant, below it.
func (s *Screen) openMenuHere() {
	row, column := s.model.Cursor(), s.grid.Column()
	if row < 0 {
		return
	}
	s.grid.MoveTo(row) // into sight
	at, size := s.grid.CellAt(row, column)
	s.menuOf(row, column).ShowAtRelativePosition(at.AddXY(0, size.Height), s.grid)
}

func (s *Screen) menuOf(row int, column string) *widget.PopUpMenu {
	items := []*fyne.MenuItem{
		fyne.NewMenuItem(phrase.Text("review.menu.cell"), func() { s.copyCell(row, column) }),
		fyne.NewMenuItem(phrase.Text("review.menu.row", "Count", s.model.Targets()), s.copyRows),
	}
	if label, ok := s.model.Alike(row, column); ok {
		items = append(items, fyne.NewMenuItemSeparator(),
			fyne.NewMenuItem(phrase.Text("review.menu.only", "Values", label), func() { s.alike(row, column, false) }),
			fyne.NewMenuItem(phrase.Text("review.menu.without", "Values", label), func() { s.alike(row, column, true) }))
	}
	edit := fyne.NewMenuItem(phrase.Text("review.menu.edit"), func() { s.edits.edit(row, column) })
	_, _, editable := s.model.Edit(row, column)
	edit.Disabled = !editable
	revert := fyne.NewMenuItem(phrase.Text("review.menu.revert"), func() { s.model.Act(row, worklist.ActionRevert) })
	r := s.model.Row(row)
	revert.Disabled = r == nil || !r.ByUser
	skip := fyne.NewMenuItem(phrase.Text("review.menu.skip"), s.model.ToggleSkip)
	skip.Disabled = s.model.Status(row) == number.StandingSkipped && (r == nil || !r.LeftOut)
	items = append(items, fyne.NewMenuItemSeparator(), edit, skip, revert)
	return widget.NewPopUpMenu(fyne.NewMenu("", items...), s.cfg.Canvas)
}

// openTitleMenu opens the menu of a title at a place of the window.
func (s *Screen) openTitleMenu(column string, at fyne.Position) {
	_, own := s.widths.Of(column)
	usual := fyne.NewMenuItem(phrase.Text("review.menu.width"), func() { s.resetWidth(column) })
	usual.Disabled = !own
	all := fyne.NewMenuItem(phrase.Text("review.menu.widths"), func() {
		for _, c := range s.model.Columns() {
			s.resetWidth(c.ID)
		}
	})
	widget.NewPopUpMenu(fyne.NewMenu("", usual, all), s.cfg.Canvas).ShowAtPosition(at)
}

// resetWidth gives a column its usual width.
func (s *Screen) resetWidth(column string) {
	s.widths.Reset(column)
	s.showRows()
}

// alike shows only the rows that have the same as a row in a column, or all others.
func (s *Screen) alike(row int, column string, without bool) {
	s.change(func() { s.model.FilterAlike(row, column, without) })
	s.FocusRows()
}

// copyCell puts the text of a cell on the clipboard.
func (s *Screen) copyCell(row int, column string) {
	if text := s.model.Value(row, column).Text; text != "" {
		s.cfg.Copy(text)
	}
}

// Copy puts the rows that are selected on the clipboard, as they paste into Excel, or
// the cell that is meant if none are.
func (s *Screen) Copy() {
	if s.model.Selected() == 0 {
		s.copyCell(s.model.Cursor(), s.grid.Column())
		return
	}
	s.copyRows()
}

func (s *Screen) copyRows() {
	if s.model.Targets() == 0 {
		return
	}
	var ids []string
	for _, c := range s.model.Columns() {
		ids = append(ids, c.ID)
	}
	s.cfg.Copy(s.model.Copied(append(ids, worklist.ColumnFinding)))
}

// paste puts what is on the clipboard into the cell that is meant, and the rows below
// it, or says why that cannot be done.
func (s *Screen) paste(text string) {
	s.note.say(s.model.Paste(text, s.grid.Column()))
}
