package grid

import (
	"slices"

	"fyne.io/fyne/v2"
)

// stop is where the keyboard is within the row under the cursor: at a cell
// that can be edited, or, past the cells, at an action.
type stop struct {
	column string // "" for the first cell that can be edited
	action int    // 1 for the first action, 0 for the cell
}

// Editable lists the columns that are seen and whose cells can be edited, by ID.
func (g *Grid) Editable() []string {
	var all []string
	for _, p := range g.places {
		if p.Edits {
			all = append(all, p.ID)
		}
	}
	return all
}

// pointAt remembers the cell that was clicked; the keyboard goes on from there.
func (g *Grid) pointAt(column string) {
	g.cell = column
	if slices.Contains(g.Editable(), column) {
		g.stop = stop{column: column}
	}
}

// Column is the column of the cell that is meant: the one that was clicked last, or
// that the keyboard is at.
func (g *Grid) Column() string {
	if g.keyed || g.cell == "" {
		column, _ := g.stopped()
		return column
	}
	return g.cell
}

// actions are the actions of the row under the cursor.
func (g *Grid) actions() []Action {
	var all []Action
	if g.cursor < 0 {
		return nil
	}
	for _, line := range g.source.Lines(g.cursor, true) {
		all = append(all, line.Actions...)
	}
	return all
}

// stopped is where the keyboard is: the column of a cell, or the index of an
// action; -1 and "" for neither.
func (g *Grid) stopped() (column string, action int) {
	cells, n := g.Editable(), len(g.actions())
	if g.stop.action > 0 && n > 0 {
		return "", min(g.stop.action, n) - 1
	}
	for _, id := range cells {
		if id == g.stop.column {
			return id, -1
		}
	}
	switch {
	case len(cells) > 0:
		return cells[0], -1
	case n > 0:
		return "", 0
	}
	return "", -1
}

// step moves the keyboard by one within the row, and shows the column that it
// comes to.
func (g *Grid) stepStop(by int) {
	cells, n := g.Editable(), len(g.actions())
	column, action := g.stopped()
	at := len(cells) + action
	for i, id := range cells {
		if action < 0 && id == column {
			at = i
		}
	}
	at = min(max(at+by, 0), len(cells)+n-1)
	switch {
	case at < 0:
		return
	case at < len(cells):
		g.stop = stop{column: cells[at]}
		g.reveal(cells[at])
	default:
		g.stop.action = at - len(cells) + 1
	}
	g.view.show(true)
}

// reveal scrolls sideways until a column is seen.
func (g *Grid) reveal(column string) {
	p, width := columnAt(g.places, column), g.view.Size().Width
	shift := min(max(g.shift, p.x+p.width-width), p.x)
	if shift != g.shift {
		g.shiftTo(shift)
	}
}

// do edits the cell or does the action that the keyboard is at; with edit it is
// always a cell.
func (g *Grid) do(edit bool) {
	column, action := g.stopped()
	switch {
	case g.cursor < 0:
	case action >= 0 && !edit:
		g.act(g.cursor, g.actions()[action].ID)
	default:
		if column == "" {
			column = g.stop.column
		}
		g.edit(g.cursor, column)
	}
}

// edit asks for a cell to be edited, if it can be; the first that can stands for
// none.
func (g *Grid) edit(row int, column string) {
	if g.OnEdit == nil {
		return
	}
	cells := g.Editable()
	for _, id := range cells {
		if id == column {
			g.OnEdit(row, id)
			return
		}
	}
	if column == "" && len(cells) > 0 {
		g.OnEdit(row, cells[0])
	}
}

// Selecting is how a row is selected.
type Selecting uint8

// The ways to select a row.
const (
	SelectOne    Selecting = iota // it alone
	SelectToggle                  // it as well, or no longer
	SelectRange                   // all from where the last selecting began
)

// selecting is what modifier keys mean.
func selecting(held fyne.KeyModifier) Selecting {
	switch {
	case held&fyne.KeyModifierShift != 0:
		return SelectRange
	case held&fyne.KeyModifierShortcutDefault != 0:
		return SelectToggle
	}
	return SelectOne
}

func (g *Grid) modifiers() fyne.KeyModifier {
	if g.Modifiers == nil {
		return 0
	}
	return g.Modifiers()
}
