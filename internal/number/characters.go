package number

import "unicode"

// isBlank says that a character is a blank: Unicode's Zs, or a tab.
func isBlank(c rune) bool { return c == ' ' || c == '\t' || c > 0x7F && unicode.Is(unicode.Zs, c) }

// isLineBreak says that a character ends a line.
func isLineBreak(c rune) bool {
	switch c {
	case '\n', '\r', '\v', '\f', 0x85, 0x2028, 0x2029:
		return true
	}
	return false
}

// isInvisible says that a character cannot be seen and is no blank and no line
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

// isDigit says that a character is 0 to 9.
func isDigit(c rune) bool { return '0' <= c && c <= '9' }

// isLetter says that a character belongs to a word.
func isLetter(c rune) bool {
	if c < 0x80 {
		return 'a' <= c|0x20 && c|0x20 <= 'z'
	}
	return unicode.In(c, unicode.L, unicode.M)
}

// isDash says that a character is a dash, short or long.
func isDash(c rune) bool { return c == '-' || c == '–' }
