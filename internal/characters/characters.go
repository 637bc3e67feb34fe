// Package characters says which characters of a text are blank, invisible,
// digits or letters, and cleans a text of those that nobody sees or means
// (docs/number-rules.md, 3.2 and 3.3).
package characters

import (
	"strings"
	"unicode"
)

// isBlank reports whether a character is a blank: Unicode's Zs, or a tab.
func isBlank(c rune) bool { return c == ' ' || c == '\t' || c > 0x7F && unicode.Is(unicode.Zs, c) }

// isLineBreak reports whether a character ends a line.
func isLineBreak(c rune) bool {
	switch c {
	case '\n', '\r', '\v', '\f', 0x85, 0x2028, 0x2029:
		return true
	}
	return false
}

// isInvisible reports whether a character cannot be seen and is no blank and no line
// break (docs/number-rules.md, 3.2).
func isInvisible(c rune) bool {
	switch {
	case c >= ' ' && c < 0x7F:
		return false
	case c == '\t' || isLineBreak(c):
		return false
	case c >= 0xFE00 && c <= 0xFE0F, c >= 0xE0100 && c <= 0xE01EF: // variation selectors
		return true
	}
	switch c {
	case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0:
		return true
	}
	return unicode.In(c, unicode.Cf, unicode.Cc)
}

// IsDigit reports whether a character is 0 to 9.
func IsDigit(c rune) bool { return '0' <= c && c <= '9' }

// IsLetter reports whether a character belongs to a word.
func IsLetter(c rune) bool {
	if c < 0x80 {
		return 'a' <= c|0x20 && c|0x20 <= 'z'
	}
	return unicode.In(c, unicode.L, unicode.M)
}

// IsDash reports whether a character is a dash, short or long.
func IsDash(c rune) bool { return c == '-' || c == '–' }

// OnlyDigits reports whether a text holds nothing but 0 to 9.
func OnlyDigits(text string) bool {
	for i := range len(text) {
		if !IsDigit(rune(text[i])) {
			return false
		}
	}
	return true
}

// CountDigits is the number of digits in a text.
func CountDigits(text string) int {
	digits := 0
	for i := range len(text) {
		if IsDigit(rune(text[i])) {
			digits++
		}
	}
	return digits
}

// KeepDigits are the digits of a text.
func KeepDigits(text string) string {
	text = strings.TrimFunc(text, func(c rune) bool { return !IsDigit(c) })
	if OnlyDigits(text) {
		return text
	}
	return string(AppendDigits(make([]byte, 0, CountDigits(text)), text))
}

// AppendDigits appends the digits of a text to others.
func AppendDigits(to []byte, text string) []byte {
	for i := range len(text) {
		if IsDigit(rune(text[i])) {
			to = append(to, text[i])
		}
	}
	return to
}
