package rows

import "slices"

// Shown is what is shown of a list, in its order, with the cursor and what is selected.
// A row of the list is told by its index there, and by its position where it is shown.
// Only rows that are shown can be selected, so that nothing is done with a row that is
// not seen. Every method is total: any position has an answer. It belongs to one
// goroutine. Use NewShown.
type Shown struct {
	rows   []int32
	cursor int          // a row, shown or not, -1 for none
	anchor int          // the row where a range begins, -1 for none
	on     map[int]bool // nil while none is selected
}

// NewShown shows nothing, with the cursor on a row, -1 for none.
func NewShown(cursor int) Shown { return Shown{cursor: cursor, anchor: -1} }

// Arrange shows those of n rows that are kept, in an order, nil for that of the list.
// The cursor stays on its row, and rows that are still shown stay selected.
func (s *Shown) Arrange(n int, order []int32, keeps func(row int) bool) {
	s.rows = s.rows[:0]
	for i := range n {
		row := i
		if order != nil {
			row = int(order[i])
		}
		if keeps(row) {
			s.rows = append(s.rows, int32(row))
		} else {
			delete(s.on, row)
		}
	}
	if s.cursor >= n {
		s.cursor = -1
	}
}

// Len is how many rows are shown.
func (s *Shown) Len() int { return len(s.rows) }

// RowAt is the row at a position; ok is false for a position that does not exist.
func (s *Shown) RowAt(i int) (row int, ok bool) {
	if i < 0 || i >= len(s.rows) {
		return 0, false
	}
	return int(s.rows[i]), true
}

// Cursor is the position of the row under the cursor, or -1 if it is not shown.
func (s *Shown) Cursor() int { return s.position(s.cursor) }

// position is where a row is shown, or -1.
func (s *Shown) position(row int) int {
	return slices.Index(s.rows, int32(row)) //nolint:gosec // lists are shorter
}

// MoveTo puts the cursor on the row at a position, as a click or an arrow does: nothing
// else is selected then. A position that does not exist takes the cursor away.
func (s *Shown) MoveTo(i int) {
	row, ok := s.RowAt(i)
	if !ok {
		row = -1
	}
	s.cursor, s.anchor, s.on = row, row, nil
}

// ExtendTo selects the rows from the one where the selection began to a position, in the
// order that is shown, as Shift with a click or an arrow does.
func (s *Shown) ExtendTo(i int) {
	row, ok := s.RowAt(i)
	if !ok {
		return
	}
	from := s.position(s.anchor)
	if from < 0 {
		from, s.anchor = i, row
	}
	s.selectAll(s.rows[min(from, i) : max(from, i)+1])
	s.cursor = row
}

// ToggleAt selects the row at a position beside those that are selected, or takes it out
// of them, as Ctrl or ⌘ with a click does. The row that had the cursor counts as selected.
func (s *Shown) ToggleAt(i int) {
	row, ok := s.RowAt(i)
	if !ok {
		return
	}
	if s.on == nil {
		s.on = map[int]bool{}
		if s.cursor != row && s.Cursor() >= 0 {
			s.on[s.cursor] = true
		}
	}
	if s.on[row] {
		delete(s.on, row)
	} else {
		s.on[row] = true
	}
	s.cursor, s.anchor = row, row
}

// SelectAll selects all rows that are shown. The cursor stays.
func (s *Shown) SelectAll() { s.selectAll(s.rows) }

func (s *Shown) selectAll(rows []int32) {
	s.on = make(map[int]bool, len(rows))
	for _, row := range rows {
		s.on[int(row)] = true
	}
}

// SelectNone leaves only the cursor.
func (s *Shown) SelectNone() { s.on = nil }

// IsSelected reports whether the row at a position is selected.
func (s *Shown) IsSelected(i int) bool {
	row, ok := s.RowAt(i)
	return ok && s.on[row]
}

// SelectedRows are the rows that are selected, as they are shown. The row under the cursor
// alone is not selected.
func (s *Shown) SelectedRows() []int {
	if len(s.on) == 0 {
		return nil
	}
	rows := make([]int, 0, len(s.on))
	for _, row := range s.rows {
		if s.on[int(row)] {
			rows = append(rows, int(row))
		}
	}
	return rows
}

// Targets are the rows that a command is about: those that are selected, else the one
// under the cursor.
func (s *Shown) Targets() []int {
	if row, ok := s.RowAt(s.Cursor()); ok && len(s.on) == 0 {
		return []int{row}
	}
	return s.SelectedRows()
}
