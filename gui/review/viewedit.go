package review

import (
	"slices"

	"numberloader/gui/review/worklist"
	"numberloader/gui/theme"
	"numberloader/gui/widgets/grid"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
)

// editing is the cell that is being edited, and what would become of it.
type editing struct {
	cell   worklist.Cell
	column string
	live   worklist.Live
}

// edits edits cells in place.
type edits struct {
	screen *Screen
	now    *editing // nil while no cell is edited
}

// edit edits a cell in place, or says why that cannot be done.
func (e *edits) edit(row int, column string) {
	cell, why, ok := e.screen.model.Edit(row, column)
	if !ok {
		e.screen.note.say(why)
		return
	}
	e.begin(row, column, cell)
}

func (e *edits) begin(row int, column string, cell worklist.Cell) {
	if e.screen.model.Cursor() != row {
		e.screen.grid.MoveTo(row)
	}
	e.screen.note.said = ""
	e.now = &editing{cell: cell, column: column, live: e.screen.model.Check(cell, cell.Text)}
	text := cell.Text
	var labels []string
	for i, o := range cell.Choice {
		labels = append(labels, o.Label)
		if i == cell.Chosen {
			text = o.Label
		}
	}
	e.screen.note.show()
	e.screen.grid.Edit(grid.Edit{
		Row: row, Column: column, Text: text, Choices: labels, Chosen: cell.Chosen,
		OnChange: e.typed, OnEnd: e.ended,
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

// is reports whether the cell that is being edited is that of a row, which may be nil. The
// row may be of another file by now.
func (e *editing) is(r *number.Row) bool {
	return r != nil && int(r.Record) == e.cell.Record && r.Input == e.cell.Input
}

// typed says what would become of the cell.
func (e *edits) typed(text string, choice int) {
	answer, ok := e.now.answer(text, choice)
	if !ok {
		answer = e.now.cell.Text
	}
	if live := e.screen.model.Check(e.now.cell, answer); live != e.now.live {
		e.now.live = live
		e.screen.grid.Redraw()
	}
}

// ended keeps what was typed, and goes on to another cell if that is wanted.
func (e *edits) ended(text string, choice int, how grid.End) {
	was := e.now
	e.now = nil
	answer, ok := was.answer(text, choice)
	if how != grid.Left && ok {
		e.screen.model.Commit(was.cell, answer)
	}
	switch how {
	case grid.Next:
		e.next(was.column, 1)
	case grid.Prior:
		e.next(was.column, -1)
	case grid.Left, grid.Kept:
	}
}

// next edits the next cell that can be edited, or the one before; past the
// end of the row it goes on in the next one.
func (e *edits) next(column string, step int) {
	columns := slices.DeleteFunc(e.screen.grid.Editable(), func(id string) bool { return id == worklist.ColumnSend && column != id })
	row, at := e.screen.model.Cursor(), 0
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
		cell, _, ok := e.screen.model.Edit(row, columns[at])
		if ok {
			e.begin(row, columns[at], cell)
			return
		}
	}
}

// liveLines are the lines below a row that is being edited.
func (e *editing) liveLines() []grid.Line {
	live := grid.Line{Text: e.live.Text}
	switch e.live.Tone {
	case worklist.ToneProblem:
		live.Color = theme.ColorError
	case worklist.ToneGood:
		live.Bold = true
	case worklist.TonePlain, worklist.ToneWarn:
	}
	return []grid.Line{live, {Text: phrase.Text("review.edit.keys"), Color: theme.ColorSecondary}}
}
