package records

import (
	"strconv"
	"strings"

	"numberloader/import/sheet"
	"numberloader/internal/characters"
	"numberloader/internal/number"
)

// isTotal reports whether a row is a total: by its word, if there is no number or
// nothing but totals follows, or because its number is the sum of those above.
func (m *Maker) isTotal(row int, c sheet.Cell) bool {
	phone, addsUp := m.isPhone(row), m.addsUp(c)
	if (!phone || row >= m.lastPhone && row > m.firstPhone || addsUp) && number.IsTotalWord(m.firstText(&m.sheet.Rows[row])) {
		return true
	}
	if phone && row >= m.lastPhone && addsUp || m.closes(row, c) {
		return true
	}
	m.add(c)
	return false
}

// closes reports whether a row stands below all numbers, names a total, and has at most a
// count where a number would stand.
func (m *Maker) closes(row int, c sheet.Cell) bool {
	const mostDigits = 6
	if m.lastPhone < 0 || row <= m.lastPhone || !number.NamesTotal(m.firstText(&m.sheet.Rows[row])) {
		return false
	}
	text := m.sheet.Shown(c)
	_, count := plainValue(text)
	return strings.TrimSpace(text) == "" || number.NamesTotal(text) || count && len(text) <= mostDigits
}

// add adds a plain number to the sum.
func (m *Maker) add(c sheet.Cell) {
	if value, ok := plainValue(m.sheet.Shown(c)); ok {
		m.sum += value
		m.summed++
	}
}

// addsUp reports whether a cell holds the sum of the plain numbers above it, of which
// there are at least two.
func (m *Maker) addsUp(c sheet.Cell) bool {
	const least = 2
	value, ok := plainValue(m.sheet.Shown(c))
	return ok && m.summed >= least && value == m.sum
}

// plainValue is the value of a text of digits.
func plainValue(text string) (float64, bool) {
	text = strings.TrimSpace(text)
	if text == "" || !characters.OnlyDigits(text) {
		return 0, false
	}
	value, err := strconv.ParseFloat(text, 64)
	return value, err == nil
}
