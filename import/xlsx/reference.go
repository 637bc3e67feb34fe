package xlsx

import (
	"strings"

	"numberloader/import/parts"
	"numberloader/import/sheet"
)

// parseReference is the column (0 is A) and the row of an address such as "B7"
// or "$B$7"; the row may be missing and is then 0.
func parseReference[T string | []byte](text T) (column, line int, ok bool) {
	i := 0
	skip := func() {
		for i < len(text) && text[i] == '$' {
			i++
		}
	}
	skip()
	letters := 0
	for ; i < len(text) && letters < 4; i++ {
		b := text[i] &^ ('a' - 'A')
		if b < 'A' || b > 'Z' {
			break
		}
		column = column*26 + int(b-'A') + 1
		letters++
	}
	if letters == 0 || letters > 3 {
		return 0, 0, false
	}
	skip()
	if i == len(text) {
		return column - 1, 0, true
	}
	line, ok = parts.ParseNatural(text[i:])
	return column - 1, line, ok
}

// parseSpan is a range such as "A1:B3", in any order of its corners.
func parseSpan(text string) (sheet.Span, bool) {
	from, to, ok := strings.Cut(text, ":")
	if !ok {
		return sheet.Span{}, false
	}
	c1, l1, ok1 := parseReference(from)
	c2, l2, ok2 := parseReference(to)
	return sheet.Span{FirstLine: min(l1, l2), LastLine: max(l1, l2), FirstColumn: min(c1, c2), LastColumn: max(c1, c2)}, ok1 && ok2
}
