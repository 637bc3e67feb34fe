package worklist

import (
	"numberloader/gui/review/judged"
	"numberloader/gui/rows"
	"numberloader/internal/number"
)

// list is what is shown of the rows, in its order, and the cursor. Positions are
// those of what is shown.
type list struct {
	*judged.File

	work   Work    // nil if nothing is decided
	shown  []int32 // indexes into rows
	cursor rows.Key
	field  number.Field   // of the line under the cursor, where lines are cells
	mine   []number.Field // of each line, where lines are cells that the user corrected; else nil
	placed bool           // the cursor is somewhere
	at     int            // position of the cursor in shown, -1 if it is not there
	guest  rows.Key       // the row that is shown although it may not fit
	hosts  bool           // there is one

	columns []rows.Column[rows.Placed] // all of them, made when first needed
}

// list lists a row: in one line, or in one for each cell that the user corrected.
func (l *list) list(i int, cursor bool) {
	if l.mine == nil {
		if cursor {
			l.at = len(l.shown)
		}
		l.shown = append(l.shown, int32(i)) //nolint:gosec // a file has fewer rows
		return
	}
	for _, c := range l.mineOf(l.Rows[i]) {
		if cursor && (l.at < 0 || c.field == l.field) {
			l.at = len(l.shown)
		}
		l.shown, l.mine = append(l.shown, int32(i)), append(l.mine, c.field) //nolint:gosec // a file has fewer rows
	}
}

// Len is how many rows are shown.
func (l *list) Len() int { return len(l.shown) }

// Row is the row at a position of what is shown, or nil.
func (l *list) Row(i int) *number.Row {
	if i < 0 || i >= len(l.shown) {
		return nil
	}
	return l.Rows[l.shown[i]]
}

// placedAt is the row at a position that exists, as the columns take it.
func (l *list) placedAt(i int) rows.Placed { return judged.Placed(l.Plan, int(l.shown[i])) }

// statusAt is the status of the row at a position that exists.
func (l *list) statusAt(i int) number.Standing { return l.Marks[l.shown[i]].Standing() }

// Number is the index of the row at a position among all rows, or -1.
func (l *list) Number(i int) int {
	if i < 0 || i >= len(l.shown) {
		return -1
	}
	return int(l.shown[i])
}

// Status is the status of the row at a position. The row of a position that does
// not exist is skipped.
func (l *list) Status(i int) number.Standing {
	if l.Row(i) == nil {
		return number.StandingSkipped
	}
	return l.statusAt(i)
}

// Cursor is the position of the row under the cursor, or -1 if it is not shown.
func (l *list) Cursor() int {
	if !l.placed {
		return -1
	}
	return l.at
}

// put moves only the cursor.
func (l *list) put(i int) {
	r := l.Row(i)
	l.placed, l.at = r != nil, -1
	if l.placed {
		l.cursor, l.at = rows.KeyOf(r), i
		if i < len(l.mine) {
			l.field = l.mine[i]
		}
	}
}

// keepCursor moves the cursor, if its row was shown and is gone, to another number
// of the same cell, and else to the row that is now at its place.
func (l *list) keepCursor(before int) {
	if before < 0 || l.Cursor() >= 0 {
		return
	}
	for at, i := range l.shown {
		if l.Rows[i].Record == l.cursor.Record {
			l.put(at)
			return
		}
	}
	l.put(min(before, len(l.shown)-1))
}

// position is where a row is shown, or -1.
func (l *list) position(key rows.Key) int {
	if l.placed && key == l.cursor {
		return l.at
	}
	wanted := l.IndexOf(key)
	for at, i := range l.shown {
		if int(i) == wanted {
			return at
		}
	}
	return -1
}
