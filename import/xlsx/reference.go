package xlsx

import (
	"bytes"

	"numberloader/import/parts"
	"numberloader/import/sheet"
)

// parseReference is the column (0 is A) and the row of an address such as "B7"
// or "$B$7"; the row may be missing and is then 0.
func parseReference(text []byte) (column, line int, ok bool) {
	text = bytes.TrimLeft(text, "$")
	letters := len(text) - len(bytes.TrimLeftFunc(text, parts.IsLetter[rune]))
	column = columnOf(text[:letters])
	row := bytes.TrimLeft(text[letters:], "$")
	if column < 0 || len(row) == 0 {
		return column, 0, column >= 0
	}
	line, ok = parts.ParseNatural(row)
	return column, line, ok
}

// columnOf is the column with these letters, 0 for A; -1 for none, or more than three.
func columnOf(letters []byte) int {
	if len(letters) > 3 {
		return -1
	}
	column := 0
	for _, b := range letters {
		column = column*26 + int(b&^0x20-'A') + 1
	}
	return column - 1
}

// parseSpan is a range such as "A1:B3", in any order of its corners.
func parseSpan(text []byte) (sheet.Span, bool) {
	from, to, ok := bytes.Cut(text, []byte(":"))
	if !ok {
		return sheet.Span{}, false
	}
	c1, l1, ok1 := parseReference(from)
	c2, l2, ok2 := parseReference(to)
	return sheet.Span{FirstLine: min(l1, l2), LastLine: max(l1, l2), FirstColumn: min(c1, c2), LastColumn: max(c1, c2)}, ok1 && ok2
}
