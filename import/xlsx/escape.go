package xlsx

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf16"
)

// unescape decodes the _x000D_ style escapes by which workbooks hold characters
// that XML cannot (ECMA-376, part 1, 22.9.2.19). Two of them can make one
// character.
func unescape(text string) string {
	if !strings.Contains(text, "_x") {
		return text
	}
	var b strings.Builder
	for text != "" {
		i := strings.Index(text, "_x")
		if i < 0 {
			break
		}
		b.WriteString(text[:i])
		text = text[i:]
		unit, ok := escaped(text)
		if !ok {
			b.WriteString(text[:2])
			text = text[2:]
			continue
		}
		text = text[escapeSize:]
		if second, ok := escaped(text); ok && utf16.IsSurrogate(unit) {
			if r := utf16.DecodeRune(unit, second); r != '\uFFFD' {
				unit, text = r, text[escapeSize:]
			}
		}
		b.WriteRune(unit)
	}
	b.WriteString(text)
	return b.String()
}

// unescapeFrom decodes the escapes of text from a position on, in its place.
func unescapeFrom(text []byte, start int) []byte {
	if !bytes.Contains(text[start:], []byte("_x")) {
		return text
	}
	return append(text[:start], unescape(string(text[start:]))...)
}

const escapeSize = len("_x000D_")

// escaped is the UTF-16 unit of the escape at the start of text.
func escaped(text string) (rune, bool) {
	if len(text) < escapeSize || !strings.HasPrefix(text, "_x") || text[escapeSize-1] != '_' {
		return 0, false
	}
	unit, err := strconv.ParseUint(text[2:escapeSize-1], 16, 16)
	return rune(unit), err == nil
}
