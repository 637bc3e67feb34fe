package report

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// escaped is how long a character is that stands as its code: _x000D_ for a carriage
// return (ECMA-376, part 1, 22.9.2.19).
const escaped = len("_x000D_")

// appendText adds a text so that it reads back as it is: what means something in XML,
// what XML can't hold, and what programs would take for an escaped character. What is
// no UTF-8 becomes the replacement character.
func appendText(xml []byte, text string) []byte {
	from := 0 // where what is added as it is begins
	for i := 0; i < len(text); {
		if plainBytes[text[i]] {
			i++
			continue
		}
		with, size := instead(text[i:])
		if with != "" {
			xml = append(append(xml, text[from:i]...), with...)
			from = i + size
		}
		i += size
	}
	return append(xml, text[from:]...)
}

// plainBytes says of each byte whether it is a character that stands for itself wherever it
// is. Looking there takes half as long as comparing.
//
//nolint:gochecknoglobals // a constant table
var plainBytes = func() (table [256]bool) {
	for c := range table {
		table[c] = c >= ' ' && c < utf8.RuneSelf && !strings.ContainsRune("<>&_", rune(c))
	}
	return table
}()

// instead is what stands in XML for the first character of a text, "" for itself, and
// how many bytes the character has.
func instead(text string) (with string, size int) {
	switch c := text[0]; {
	case c == '<':
		return "&lt;", 1
	case c == '>':
		return "&gt;", 1
	case c == '&':
		return "&amp;", 1
	case c == '_' && looksEscaped(text):
		return "_x005F_", 1
	case c < ' ' && c != '\t' && c != '\n':
		return code(rune(c)), 1
	case c < utf8.RuneSelf:
		return "", 1
	}
	r, size := utf8.DecodeRuneInString(text)
	switch {
	case r == utf8.RuneError && size == 1:
		return string(utf8.RuneError), 1
	case r == 0xFFFE || r == 0xFFFF:
		return code(r), size
	}
	return "", size
}

// looksEscaped reports whether a text begins like a character that stands as its code.
func looksEscaped(text string) bool {
	if len(text) < escaped || text[1] != 'x' || text[escaped-1] != '_' {
		return false
	}
	for _, c := range []byte(text[2 : escaped-1]) {
		if !isHex(c) {
			return false
		}
	}
	return true
}

func isHex(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F'
}

// code is a character as its code.
func code(r rune) string {
	const digits = "0123456789ABCDEF"
	return "_x" + string([]byte{digits[r>>12&15], digits[r>>8&15], digits[r>>4&15], digits[r&15]}) + "_"
}

// cut is the start of a text, at most so many UTF-16 units, as Excel counts.
func cut(text string, most int) string {
	if len(text) <= most {
		return text
	}
	units := 0
	for i, r := range text {
		if units += utf16.RuneLen(r); units > most {
			return text[:i]
		}
	}
	return text
}
