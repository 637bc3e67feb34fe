package review

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"numberloader/gui/review/worklist"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
)

// cells is what can be done with a cell of the grid or with its row: the menus, the
// clipboard, and the actions that stand below a row.
type cells struct{ screen *Screen }

// openMenu opens the menu of a cell at a place of the window.
func (c *cells) openMenu(row int, column string, at fyne.Position) {
	c.menuOf(row, column).ShowAtPosition(at)
}

// openMenuHere opens the menu of the cell that is meant, below it.
func (c *cells) openMenuHere() {
	s := c.screen
	row, column := s.model.Cursor(), s.grid.Column()
	if row < 0 {
		return
	}
	s.grid.MoveTo(row) // into sight
	at, size := s.grid.CellAt(row, column)
	c.menuOf(row, column).ShowAtRelativePosition(at.AddXY(0, size.Height), s.grid)
}

func (c *cells) menuOf(row int, column string) *widget.PopUpMenu {
	s := c.screen
	items := []*fyne.MenuItem{
		fyne.NewMenuItem(phrase.Text("review.menu.cell"), func() { c.copyCell(row, column) }),
		fyne.NewMenuItem(phrase.Text("review.menu.row", "Count", s.model.Targets()), c.copyRows),
	}
	if label, ok := s.model.Alike(row, column); ok {
		items = append(items, fyne.NewMenuItemSeparator(),
			fyne.NewMenuItem(phrase.Text("review.menu.only", "Values", label), func() { c.alike(row, column, false) }),
			fyne.NewMenuItem(phrase.Text("review.menu.without", "Values", label), func() { c.alike(row, column, true) }))
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
func (c *cells) openTitleMenu(column string, at fyne.Position) {
	s := c.screen
	_, own := s.widths.Of(column)
	usual := fyne.NewMenuItem(phrase.Text("review.menu.width"), func() { c.resetWidth(column) })
	usual.Disabled = !own
	all := fyne.NewMenuItem(phrase.Text("review.menu.widths"), func() {
		for _, each := range s.model.Columns() {
			c.resetWidth(each.ID)
		}
	})
	widget.NewPopUpMenu(fyne.NewMenu("", usual, all), s.cfg.Canvas).ShowAtPosition(at)
}

// resetWidth gives a column its usual width.
func (c *cells) resetWidth(column string) {
	c.screen.widths.Reset(column)
	c.screen.showRows()
}

// alike shows only the rows that have the same as a row in a column, or all others.
func (c *cells) alike(row int, column string, without bool) {
	s := c.screen
	s.change(func() { s.model.FilterAlike(row, column, without) })
	s.FocusRows()
}

// copyCell puts the text of a cell on the clipboard.
func (c *cells) copyCell(row int, column string) {
	if text := c.screen.model.Value(row, column).Text; text != "" {
		c.screen.cfg.Copy(text)
	}
}

// copy puts the rows that are selected on the clipboard, as they paste into Excel, or
// the cell that is meant if none are.
func (c *cells) copy() {
	s := c.screen
	if s.model.Selected() == 0 {
		c.copyCell(s.model.Cursor(), s.grid.Column())
		return
	}
	c.copyRows()
}

func (c *cells) copyRows() {
	s := c.screen
	if s.model.Targets() == 0 {
		return
	}
	var ids []string
	for _, each := range s.model.Columns() {
		ids = append(ids, each.ID)
	}
	s.cfg.Copy(s.model.Copied(append(ids, worklist.ColumnFinding)))
}

// paste puts what is on the clipboard into the cell that is meant, and the rows below
// it, or says why that cannot be done.
func (c *cells) paste(text string) {
	s := c.screen
	s.note.say(s.model.Paste(text, s.grid.Column()))
}

// act does an action of a row.
func (c *cells) act(row int, kind worklist.ActionKind) {
	s := c.screen
	switch kind {
	case worklist.ActionEdit:
		s.edits.edit(row, s.model.EditColumn(row))
	case worklist.ActionPlace:
		c.place(row)
	case worklist.ActionMeant:
		s.model.UseMeant(row)
	case worklist.ActionUse, worklist.ActionExpand, worklist.ActionOverride, worklist.ActionConfirm, worklist.ActionSkip, worklist.ActionPutBack, worklist.ActionRevert:
		s.model.Act(row, kind)
	}
}
