package review

import (
	"numberloader/gui/rows"
)

// selection holds rows by their index. Only rows that are shown can be selected,
// so that nothing is decided about a row that is not seen.
type selection struct {
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
func (s *selection) move(v moves) {
	if v.another {
		s.clear()
		return
	}
	s.on, s.n = v.flags(s.on), 0
	for _, on := range s.on {
		if on {
			s.n++
		}
	}
}

// MoveTo puts the cursor on the row at a position, as a click or an arrow does:
// nothing else is selected then. A position that does not exist takes the cursor
// away.
func (m *Model) MoveTo(i int) {
	m.selected.clear()
	m.put(i)
	m.selected.anchor = m.cursor
}

// put moves only the cursor.
func (m *Model) put(i int) {
	r := m.row(i)
	m.placed, m.at = r != nil, -1
	if m.placed {
		m.cursor, m.at = rows.KeyOf(r), i
	}
}

// ExtendTo selects the rows from the one where the selection began to a position,
// in the order that is shown, as Shift with a click or an arrow does.
func (m *Model) ExtendTo(i int) {
	if m.row(i) == nil {
		return
	}
	from := m.Position(m.selected.anchor)
	if from < 0 || !m.placed {
		from = i
		m.selected.anchor = rows.KeyOf(m.row(i))
	}
	m.selected.clear()
	m.selected.on = make([]bool, len(m.rows))
	for at := min(from, i); at <= max(from, i); at++ {
		m.selected.set(int(m.shown[at]), true)
	}
	m.put(i)
}

// ToggleAt selects the row at a position beside those that are selected, or takes
// it out of them, as Ctrl or ⌘ with a click does. The row that had the cursor
// counts as selected.
func (m *Model) ToggleAt(i int) {
	if m.row(i) == nil {
		return
	}
	if m.selected.on == nil {
		m.selected.on = make([]bool, len(m.rows))
		if at := m.Cursor(); at >= 0 && at != i {
			m.selected.set(int(m.shown[at]), true)
		}
	}
	m.selected.set(int(m.shown[i]), !m.selected.has(int(m.shown[i])))
	m.put(i)
	m.selected.anchor = m.cursor
}

// SelectAll selects all rows that are shown. The cursor stays.
func (m *Model) SelectAll() {
	m.selected.clear()
	m.selected.on = make([]bool, len(m.rows))
	for _, i := range m.shown {
		m.selected.set(int(i), true)
	}
}

// SelectNone leaves only the cursor.
func (m *Model) SelectNone() { m.selected.clear() }

// IsSelected says that the row at a position is selected.
func (m *Model) IsSelected(i int) bool { return m.row(i) != nil && m.selected.has(int(m.shown[i])) }

// Selected is how many rows are selected, the row under the cursor aside.
func (m *Model) Selected() int { return m.selected.n }

// Position is where a row is shown, or -1. With KeyAt, a view keeps the row at its
// top, or the one under the cursor, in its place when rows change.
func (m *Model) Position(key rows.Key) int {
	if m.placed && key == m.cursor {
		return m.at
	}
	wanted := m.indexOf(key)
	for at, i := range m.shown {
		if int(i) == wanted {
			return at
		}
	}
	return -1
}

// KeyAt is the identity of the row at a position. ok is false if there is none.
func (m *Model) KeyAt(i int) (key rows.Key, ok bool) {
	r := m.row(i)
	if r == nil {
		return rows.Key{}, false
	}
	return rows.KeyOf(r), true
}

// targets are the positions of the rows that a command is about: those that are
// selected, else the one under the cursor.
func (m *Model) targets() []int {
	if m.selected.n == 0 {
		if at := m.Cursor(); at >= 0 {
			return []int{at}
		}
		return nil
	}
	targets := make([]int, 0, m.selected.n)
	for at, i := range m.shown {
		if m.selected.has(int(i)) {
			targets = append(targets, at)
		}
	}
	return targets
}

// Targets is how many rows a command is about: those that are selected, else the
// one under the cursor.
func (m *Model) Targets() int {
	if m.selected.n == 0 && m.Cursor() >= 0 {
		return 1
	}
	return m.selected.n
}
