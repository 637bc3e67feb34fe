package compare

import (
	"maps"
	"slices"

	"numberloader/gui/rows"
	"numberloader/internal/phrase"
)

// selection is the cursor and what is selected, as indexes into the pairs.
type selection struct {
	cursor int // -1 for none
	anchor int // where a range begins
	on     map[int]bool
}

func newSelection() selection { return selection{cursor: -1, anchor: -1, on: map[int]bool{}} }

// MoveTo puts the cursor on the number at a position, and selects nothing else; a
// position that does not exist takes the cursor away.
func (m *Model) MoveTo(i int) {
	m.selection = newSelection()
	if m.at(i) != nil {
		m.cursor = int(m.shown[i])
		m.anchor = m.cursor
	}
}

// ExtendTo selects the numbers from where the selection began to a position.
func (m *Model) ExtendTo(i int) {
	if m.at(i) == nil {
		return
	}
	from := m.position(m.anchor)
	if from < 0 {
		from, m.anchor = i, int(m.shown[i])
	}
	clear(m.on)
	for at := min(from, i); at <= max(from, i); at++ {
		m.on[int(m.shown[at])] = true
	}
	m.cursor = int(m.shown[i])
}

// ToggleAt selects the number at a position beside the others, or no longer. The one
// under the cursor counts as selected.
func (m *Model) ToggleAt(i int) {
	if m.at(i) == nil {
		return
	}
	at := int(m.shown[i])
	if len(m.on) == 0 && m.cursor >= 0 && m.cursor != at {
		m.on[m.cursor] = true
	}
	if m.on[at] {
		delete(m.on, at)
	} else {
		m.on[at] = true
	}
	m.cursor, m.anchor = at, at
}

// SelectAll selects all numbers that are shown. The cursor stays.
func (m *Model) SelectAll() {
	for _, i := range m.shown {
		m.on[int(i)] = true
	}
}

// SelectNone leaves only the cursor.
func (m *Model) SelectNone() { clear(m.on) }

// IsSelected reports whether the number at a position is selected.
func (m *Model) IsSelected(i int) bool { return m.at(i) != nil && m.on[int(m.shown[i])] }

// Selected says how many numbers are selected, "" for none but the cursor.
func (m *Model) Selected() string {
	if len(m.on) == 0 {
		return ""
	}
	return phrase.Text("compare.selected", "Count", len(m.on))
}

// Cursor is the position of the number under the cursor, or -1 if it is not shown.
func (m *Model) Cursor() int { return m.position(m.cursor) }

// position is where a pair is shown, or -1.
func (m *Model) position(pair int) int {
	if pair < 0 {
		return -1
	}
	return slices.Index(m.shown, int32(pair)) //nolint:gosec // it came from shown
}

// Copied are the numbers that are selected, else the one under the cursor, with all that
// is told of them, as lines for a spreadsheet; "" for none.
func (m *Model) Copied() string {
	chosen := maps.Clone(m.on)
	if len(chosen) == 0 && m.cursor >= 0 {
		chosen[m.cursor] = true
	}
	columns := AllColumns()
	texts := make([]string, len(columns))
	var b []byte
	for _, i := range m.shown {
		if !chosen[int(i)] {
			continue
		}
		for k, c := range columns {
			texts[k] = c.Text(&m.pairs[i])
		}
		b = append(append(b, rows.Pasted(texts)...), '\r', '\n')
	}
	return string(b)
}
