package lists

import (
	"strings"

	"numberloader/import/headers"
	"numberloader/internal/characters"
	"numberloader/internal/number"
)

// findParts finds the columns that hold the start of the numbers. A column whose
// header speaks of area codes and that holds other things is none.
func (l *List) findParts() {
	for _, part := range []struct {
		field number.Field
		role  headers.Roles
	}{{number.FieldAreaCode, headers.AreaCode}, {number.FieldExchange, headers.Exchange}} {
		if l.settled(part.field) {
			continue
		}
		if c, ok := l.first(part.role, l.isShort); ok {
			l.Columns[part.field] = c
		}
	}
}

// findBlockEnd finds the column that says where the block of a row ends: its last
// number, the last digits of that, or how many numbers there are.
func (l *List) findBlockEnd() {
	if l.settled(number.FieldNumberEnd) {
		c, named := l.Columns[number.FieldNumberEnd]
		l.EndIsCount = named && l.roles[c]&headers.Count != 0
		return
	}
	numbers := l.Columns[number.FieldNumber]
	if first, last, ok := l.firstAndLast(); ok && first == numbers {
		l.Columns[number.FieldNumberEnd] = last
		return
	}
	for _, c := range l.withRole(headers.Last) {
		if !l.used(c) && (l.phonelike[c] || l.isShort(c)) {
			l.Columns[number.FieldNumberEnd] = c
			return
		}
	}
	if c, ok := l.first(headers.Count, l.isShort); ok {
		l.Columns[number.FieldNumberEnd], l.EndIsCount = c, true
	}
}

// firstAndLast are the columns of the first and the last numbers of ranges.
func (l *look) firstAndLast() (first, last int, ok bool) {
	for _, first := range l.withRole(headers.First) {
		for _, last := range l.withRole(headers.Last) {
			if first != last && l.phonelike[first] {
				return first, last, true
			}
		}
	}
	return 0, 0, false
}

// isShort reports whether a column holds mostly short numbers.
func (l *look) isShort(column int) bool { return l.share(column, isShortNumber) }

// isShortNumber reports whether a text is up to eight digits, with signs around them as
// area codes have.
func isShortNumber(text string) bool {
	const longest = 8
	digits := strings.Trim(text, "+()/- ")
	return digits != "" && len(digits) <= longest && characters.OnlyDigits(digits)
}
