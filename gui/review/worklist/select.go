package worklist

import (
	"numberloader/gui/review/judged"
	"numberloader/gui/rows"
)

// selection holds rows by their index. Only rows that are shown can be selected,
// so that nothing is decided about a row that is not seen.
type selection struct {
	*list

	on     []bool // nil for none
	n      int
	anchor rows.Key // where a range begins
}

func (s *selection) has(i int) bool { return s.on != nil && s.on[i] }

func (s *selection) set(i int, on bool) {
	if s.has(i) == on || s.on == nil {
		return
	}
	s.on[i] = on
	if on {
		s.n++
	} else {
		s.n--
	}
}

func (s *selection) clear() { s.on, s.n = nil, 0 }

// move keeps the rows that are still there.
func (s *selection) move(v judged.Moves) {
	if v.Another {
		s.clear()
		return
	}
	s.on, s.n = v.Flags(s.on), 0
	for _, on := range s.on {
		if on {
			s.n++
		}
	}
}

// MoveTo puts the cursor on the row at a position, as a click or an arrow does:
// nothing else is selected then. A position that does not exist takes the cursor
// away.
func (s *selection) MoveTo(i int) {
	s.clear()
	s.put(i)
	s.anchor = s.cursor
}

// ExtendTo selects the rows from the one where the selection began to a position,
// in the order that is shown, as Shift with a click or an arrow does.
func (s *selection) ExtendTo(i int) {
	if s.Row(i) == nil {
		return
	}
	from := s.position(s.anchor)
	if from < 0 || !s.placed {
		from = i
		s.anchor = rows.KeyOf(s.Row(i))
	}
	s.clear()
	s.on = make([]bool, len(s.Rows))
	for at := min(from, i); at <= max(from, i); at++ {
		s.set(int(s.shown[at]), true)
	}
	s.put(i)
}

// ToggleAt selects the row at a position beside those that are selected, or takes
// it out of them, as Ctrl or ⌘ with a click does. The row that had the cursor
// counts as selected.
func (s *selection) ToggleAt(i int) {
	if s.Row(i) == nil {
		return
	}
	if s.on == nil {
		s.on = make([]bool, len(s.Rows))
		if at := s.Cursor(); at >= 0 && at != i {
			s.set(int(s.shown[at]), true)
		}
	}
	s.set(int(s.shown[i]), !s.has(int(s.shown[i])))
	s.put(i)
	s.anchor = s.cursor
}

// SelectAll selects all rows that are shown. The cursor stays.
func (s *selection) SelectAll() {
	s.clear()
	s.on = make([]bool, len(s.Rows))
	for _, i := range s.shown {
		s.set(int(i), true)
	}
}

// SelectNone leaves only the cursor.
func (s *selection) SelectNone() { s.clear() }

// IsSelected reports whether the row at a position is selected.
func (s *selection) IsSelected(i int) bool { return s.Row(i) != nil && s.has(int(s.shown[i])) }

// Selected is how many rows are selected, the row under the cursor aside.
func (s *selection) Selected() int { return s.n }

// targets are the positions of the rows that a command is about: those that are
// selected, else the one under the cursor.
func (s *selection) targets() []int {
	if s.n == 0 {
		if at := s.Cursor(); at >= 0 {
			return []int{at}
		}
		return nil
	}
	targets := make([]int, 0, s.n)
	for at, i := range s.shown {
		if s.has(int(i)) {
			targets = append(targets, at)
		}
	}
	return targets
}

// Targets is how many rows a command is about: those that are selected, else the
// one under the cursor.
func (s *selection) Targets() int {
	if s.n == 0 && s.Cursor() >= 0 {
		return 1
	}
	return s.n
}
