package results

import "numberloader/internal/run"

// selection holds lines of the run by their index. Only rows that are shown can be
// selected, so that nothing is done with a row that is not seen.
type selection struct {
	on     map[int]bool
	anchor int // index of the line where a range begins, -1 for none
}

// ToggleAt selects the row at a position beside those that are selected, or takes it out
// of them. The row that had the cursor counts as selected.
func (m *Model) ToggleAt(i int) {
	if m.at(i) == nil {
		return
	}
	if m.selected.on == nil {
		m.selected.on = map[int]bool{}
		if at := m.Cursor(); at >= 0 && at != i {
			m.selected.on[m.cursor] = true
		}
	}
	m.cursor = m.shown[i]
	m.selected.on[m.cursor] = !m.selected.on[m.cursor]
	m.selected.anchor = m.cursor
}

// ExtendTo selects the rows from the one where the selection began to a position.
func (m *Model) ExtendTo(i int) {
	if m.at(i) == nil {
		return
	}
	from := i
	for at, line := range m.shown {
		if line == m.selected.anchor {
			from = at
		}
	}
	m.selected.on = map[int]bool{}
	for at := min(from, i); at <= max(from, i); at++ {
		m.selected.on[m.shown[at]] = true
	}
	m.cursor, m.selected.anchor = m.shown[i], m.shown[from]
}

// SelectAll selects all rows that are shown. The cursor stays.
func (m *Model) SelectAll() {
	m.selected.on = map[int]bool{}
	for _, line := range m.shown {
		m.selected.on[line] = true
	}
}

// SelectNone leaves only the cursor.
func (m *Model) SelectNone() { m.selected = selection{anchor: m.cursor} }

// HasSelected says that rows are selected.
func (m *Model) HasSelected() bool { return len(m.selected.on) > 0 }

// IsSelected says that the row at a position is selected.
func (m *Model) IsSelected(i int) bool { return m.at(i) != nil && m.selected.on[m.shown[i]] }

// Selected are the selected lines that an action acts on, as indexes into those of the
// run, in its order. The row under the cursor alone is not selected.
func (m *Model) Selected(a run.Action) []int {
	var lines []int
	for i := range m.run.Lines {
		if m.selected.on[i] && m.run.Part(a, &m.run.Lines[i]) == run.PartAct {
			lines = append(lines, i)
		}
	}
	return lines
}
