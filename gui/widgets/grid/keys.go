package grid

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"numberloader/gui/press"
)

var (
	_ fyne.Focusable    = (*Grid)(nil)
	_ fyne.Shortcutable = (*Grid)(nil)
	_ fyne.Scrollable   = (*Grid)(nil)
)

// tap puts the cursor on a row that was clicked. The row stays where it is.
func (g *Grid) tap(row int, held fyne.KeyModifier) {
	g.EndEdit(true)
	if g.Focus != nil {
		g.Focus(g)
	}
	g.keyed = false
	g.moveTo(row, selecting(held))
}

// act does an action of a row.
func (g *Grid) act(row, id int) {
	if g.OnAction != nil {
		g.OnAction(row, id)
	}
}

// moveTo puts the cursor on a row and selects.
func (g *Grid) moveTo(row int, how Selecting) {
	if g.style == nil || row < 0 || row >= g.heights.len() {
		return
	}
	moved := g.place(row)
	switch {
	case g.OnSelect != nil:
		g.OnSelect(row, how)
	case moved && g.OnCursor != nil:
		g.OnCursor(row)
	}
	g.scroll.move(g.scroll.showing(row), true)
}

// place puts the cursor on a row. What is above the row may become taller or
// shorter by that, but the row stays where it is on the screen, and the list
// moves only to show all of it. moved is false if the cursor is there already.
func (g *Grid) place(row int) (moved bool) {
	if row == g.cursor {
		return false
	}
	seen := g.heights.top(row) - g.scroll.offset
	g.stops.stop.action = 0
	g.layout.cursor(row)
	g.scroll.offset = g.heights.top(row) - seen
	return true
}

// MoveTo puts the cursor on a row, in sight, as the keyboard would.
func (g *Grid) MoveTo(row int) {
	g.keyed = true
	g.moveTo(row, SelectOne)
}

// MoveToCell is MoveTo, and puts the keyboard on a cell of the row.
func (g *Grid) MoveToCell(row int, column string) {
	g.MoveTo(row)
	g.stops.point(column)
	g.view.show(true)
}

// Begin moves the keyboard to the rows as a screen opens: nothing shows that before it
// is used.
func (g *Grid) Begin() {
	g.quiet = true
	if g.Focus != nil {
		g.Focus(g)
	}
}

// FocusGained shows that the grid has the keyboard.
func (g *Grid) FocusGained() {
	g.focused = true
	g.view.show(true)
}

// FocusLost no longer shows that the grid has the keyboard.
func (g *Grid) FocusLost() {
	g.focused, g.keyed, g.quiet = false, false, false
	g.view.show(true)
}

// TypedRune does nothing.
func (g *Grid) TypedRune(rune) {}

// TypedKey moves the cursor, edits or does an action.
func (g *Grid) TypedKey(e *fyne.KeyEvent) {
	if g.style == nil {
		return
	}
	g.keyed, g.quiet = true, false
	if to, ok := g.target(e.Name); ok {
		how := selecting(g.modifiers() & fyne.KeyModifierShift)
		g.moveTo(min(max(to, 0), g.heights.len()-1), how)
		return
	}
	_, action := g.stops.at()
	switch {
	case e.Name == fyne.KeyLeft:
		g.stops.step(-1)
	case e.Name == fyne.KeyRight:
		g.stops.step(1)
	case e.Name == fyne.KeyF2 && len(g.Editable()) > 0:
		g.stops.do(true)
	case press.IsPress(e) && (action >= 0 || e.Name != fyne.KeySpace):
		g.stops.do(false)
	case g.OnKey != nil:
		g.OnKey(g.cursor, e.Name)
	}
}

// TypedShortcut goes to the first or the last row; others are the owner's.
func (g *Grid) TypedShortcut(s fyne.Shortcut) {
	if custom, ok := s.(*desktop.CustomShortcut); ok && g.style != nil {
		to, known := g.target(custom.KeyName)
		if known && (custom.KeyName == fyne.KeyHome || custom.KeyName == fyne.KeyEnd) {
			g.keyed = true
			g.moveTo(to, selecting(custom.Modifier&fyne.KeyModifierShift))
			return
		}
	}
	if g.OnShortcut != nil {
		g.OnShortcut(s)
	}
}

// target is the row that a key moves the cursor to.
func (g *Grid) target(key fyne.KeyName) (row int, ok bool) {
	page := max(1, int(g.scroll.room()/float64(g.style.tall(rowTall)))-1)
	steps := map[fyne.KeyName]int{fyne.KeyDown: 1, fyne.KeyUp: -1, fyne.KeyPageDown: page, fyne.KeyPageUp: -page}
	if key == fyne.KeyHome {
		return 0, true
	}
	if key == fyne.KeyEnd {
		return g.heights.len() - 1, true
	}
	by, ok := steps[key]
	return g.step(by), ok
}

// step counts rows from the cursor, or from the first row that is seen if the
// cursor is nowhere.
func (g *Grid) step(rows int) int {
	if g.cursor < 0 {
		return g.heights.at(g.scroll.offset)
	}
	return g.cursor + rows
}
