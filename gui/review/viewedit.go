package review

import (
	"slices"

	"numberloader/gui/theme"
	"numberloader/gui/widgets/grid"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
)

// editing is the cell that is being edited, and what would become of it.
type editing struct {
	cell   Cell
	column string
	live   Live
}

// edit edits a cell in place, or says why that cannot be done.
func (s *Screen) edit(row int, column string) {
	cell, why, ok := s.model.Edit(row, column)
	if !ok {
		s.say(why)
		return
	}
	s.begin(row, column, cell)
}

func (s *Screen) begin(row int, column string, cell Cell) {
	if s.model.Cursor() != row {
		s.grid.MoveTo(row)
	}
	s.said = ""
	s.editing = &editing{cell: cell, column: column, live: s.model.Check(cell, cell.Text)}
	text := cell.Text
	var labels []string
	for i, o := range cell.Choice {
		labels = append(labels, o.Label)
		if i == cell.Chosen {
			text = o.Label
		}
	}
	s.showNote()
	s.grid.Edit(grid.Edit{
		Row: row, Column: column, Text: text, Choices: labels, Chosen: cell.Chosen,
		OnChange: s.typed, OnEnd: s.ended,
	})
}

// answer is what the field stands for: the text itself, or the choice's. ok is
// false if nothing is chosen.
func (e *editing) answer(text string, choice int) (answer string, ok bool) {
	switch {
	case e.cell.Choice == nil:
		return text, true
	case choice < 0 || choice >= len(e.cell.Choice):
		return "", false
	}
	return e.cell.Choice[choice].Text, true
}

// is says that the cell that is being edited is that of a row, which may be nil. The
// row may be of another file by now.
func (e *editing) is(r *number.Row) bool {
	return r != nil && r.Record == e.cell.Record && r.Input == e.cell.Input
}

// typed says what would become of the cell.
func (s *Screen) typed(text string, choice int) {
	answer, ok := s.editing.answer(text, choice)
	if !ok {
		answer = s.editing.cell.Text
	}
	if live := s.model.Check(s.editing.cell, answer); live != s.editing.live {
		s.editing.live = live
		s.grid.Redraw()
	}
}

// ended keeps what was typed, and goes on to another cell if that is wanted.
func (s *Screen) ended(text string, choice int, how grid.End) {
	e := s.editing
	s.editing = nil
	answer, ok := e.answer(text, choice)
	if how != grid.Left && ok {
		s.model.Commit(e.cell, answer)
	}
	switch how {
	case grid.Next:
		s.editNext(e.column, 1)
	case grid.Prior:
		s.editNext(e.column, -1)
	case grid.Left, grid.Kept:
	}
}

// editNext edits the next cell that can be edited, or the one before; past the
// end of the row it goes on in the next one.
func (s *Screen) editNext(column string, step int) {
	columns := slices.DeleteFunc(s.grid.Editable(), func(id string) bool { return id == ColumnSend && column != id })
	row, at := s.model.Cursor(), 0
	for i, id := range columns {
		if id == column {
			at = i
		}
	}
	for range 2 * len(columns) {
		if at += step; at < 0 || at >= len(columns) {
			at = (at + len(columns)) % len(columns)
			row += step
		}
		cell, _, ok := s.model.Edit(row, columns[at])
		if ok {
			s.begin(row, columns[at], cell)
			return
		}
	}
}

// liveLines are the lines below a row that is being edited.
func (e *editing) liveLines() []grid.Line {
	live := grid.Line{Text: e.live.Text}
	switch e.live.Tone {
	case ToneProblem:
		live.Color = theme.ColorError
	case ToneGood:
		live.Bold = true
	case TonePlain, ToneWarn:
	}
	return []grid.Line{live, {Text: phrase.Text("review.edit.keys"), Color: theme.ColorSecondary}}
}
