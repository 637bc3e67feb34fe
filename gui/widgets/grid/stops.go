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

// stops are what the keyboard goes to within the row under the cursor.
type stops struct {
	grid *Grid

	stop stop
	cell string // the column that was clicked last
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

// point remembers the cell that was clicked; the keyboard goes on from there.
func (s *stops) point(column string) {
	s.cell = column
	if slices.Contains(s.grid.Editable(), column) {
		s.stop = stop{column: column}
	}
}

// Column is the column of the cell that is meant: the one that was clicked last, or
// that the keyboard is at.
func (g *Grid) Column() string {
	if g.keyed || g.stops.cell == "" {
		column, _ := g.stops.at()
		return column
	}
	return g.stops.cell
}

// actions are the actions of the row under the cursor.
func (s *stops) actions() []Action {
	var all []Action
	if s.grid.cursor < 0 {
		return nil
	}
	for _, line := range s.grid.source.Lines(s.grid.cursor, true) {
		all = append(all, line.Actions...)
	}
	return all
}

// at is where the keyboard is: the column of a cell, or the index of an
// action; -1 and "" for neither.
func (s *stops) at() (column string, action int) {
	cells, n := s.grid.Editable(), len(s.actions())
	if s.stop.action > 0 && n > 0 {
		return "", min(s.stop.action, n) - 1
	}
	for _, id := range cells {
		if id == s.stop.column {
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
func (s *stops) step(by int) {
	cells, n := s.grid.Editable(), len(s.actions())
	column, action := s.at()
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
		s.stop = stop{column: cells[at]}
		s.grid.scroll.reveal(cells[at])
	default:
		s.stop.action = at - len(cells) + 1
	}
	s.grid.view.show(true)
}

// do edits the cell or does the action that the keyboard is at; with edit it is
// always a cell.
func (s *stops) do(edit bool) {
	column, action := s.at()
	switch {
	case s.grid.cursor < 0:
	case action >= 0 && !edit:
		s.grid.act(s.grid.cursor, s.actions()[action].ID)
	default:
		if column == "" {
			column = s.stop.column
		}
		s.edit(s.grid.cursor, column)
	}
}

// edit asks for a cell to be edited, if it can be; the first that can stands for
// none.
func (s *stops) edit(row int, column string) {
	if s.grid.OnEdit == nil {
		return
	}
	cells := s.grid.Editable()
	for _, id := range cells {
		if id == column {
			s.grid.OnEdit(row, id)
			return
		}
	}
	if column == "" && len(cells) > 0 {
		s.grid.OnEdit(row, cells[0])
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

// selectable is a list in which rows are selected.
type selectable interface {
	MoveTo(row int)
	ToggleAt(row int)
	ExtendTo(row int)
}

// In selects a row in a list.
func (how Selecting) In(list selectable, row int) {
	switch how {
	case SelectOne:
		list.MoveTo(row)
	case SelectToggle:
		list.ToggleAt(row)
	case SelectRange:
		list.ExtendTo(row)
	}
}

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
