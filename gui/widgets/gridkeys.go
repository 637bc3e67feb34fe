package widgets

import "fyne.io/fyne/v2"

var (
	_ fyne.Focusable  = (*Grid)(nil)
	_ fyne.Scrollable = (*Grid)(nil)
)

// tap puts the cursor on a row that was clicked. The row stays where it is.
func (g *Grid) tap(row int) {
	if g.Focus != nil {
		g.Focus(g)
	}
	g.keyed = false
	g.move(row)
}

// act does an action of a row.
func (g *Grid) act(row, id int) {
	if g.OnAction != nil {
		g.OnAction(row, id)
	}
}

// move puts the cursor on a row. What is above the row may become taller or
// shorter by that, but the row stays where it is on the screen, and the list
// moves only to show all of it.
func (g *Grid) move(row int) {
	if g.style == nil || row < 0 || row >= g.heights.len() {
		return
	}
	if row != g.cursor {
		seen := g.heights.top(row) - g.offset
		g.action = 0
		g.placeCursor(row, g.Size().Width)
		g.offset = g.heights.top(row) - seen
		if g.OnCursor != nil {
			g.OnCursor(row)
		}
	}
	g.scroll(g.showing(row), true)
}

// FocusGained shows that the grid has the keyboard.
func (g *Grid) FocusGained() {
	g.focused = true
	g.view.show(true)
}

// FocusLost takes the sign of the keyboard away.
func (g *Grid) FocusLost() {
	g.focused, g.keyed = false, false
	g.view.show(true)
}

// TypedRune does nothing.
func (g *Grid) TypedRune(rune) {}

// TypedKey moves the cursor or does an action.
func (g *Grid) TypedKey(e *fyne.KeyEvent) {
	if g.style == nil {
		return
	}
	g.keyed = true
	if to, ok := g.target(e.Name); ok {
		g.move(min(max(to, 0), g.heights.len()-1))
		return
	}
	switch actions := g.actions(); {
	case e.Name == fyne.KeyLeft || e.Name == fyne.KeyRight:
		g.choose(e.Name, len(actions))
	case pressesIt(e):
		if g.action < len(actions) {
			g.act(g.cursor, actions[g.action].ID)
		}
	case g.OnKey != nil:
		g.OnKey(g.cursor, e.Name)
	}
}

// target is the row that a key moves the cursor to.
func (g *Grid) target(key fyne.KeyName) (row int, ok bool) {
	page := max(1, int(g.room()/float64(g.style.px(rowTall)))-1)
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
		return g.heights.at(g.offset)
	}
	return g.cursor + rows
}

// actions are the actions of the row under the cursor.
func (g *Grid) actions() []GridAction {
	var all []GridAction
	if g.cursor < 0 {
		return nil
	}
	for _, line := range g.source.Lines(g.cursor, true) {
		all = append(all, line.Actions...)
	}
	return all
}

func (g *Grid) choose(key fyne.KeyName, n int) {
	if key == fyne.KeyLeft {
		g.action = max(0, g.action-1)
	} else {
		g.action = max(0, min(n-1, g.action+1))
	}
	g.view.show(true)
}
