package characters

import (
	"strings"
	"unicode"
)

// Cleaned is a text without the characters that nobody sees or means.
type Cleaned struct {
	// Text has ordinary blanks, line breaks (one "\n", no blanks around it),
	// ASCII digits and signs; nothing of it stands at the ends.
	Text string
	// Exact is the text before that, without blanks and the like at its ends.
	Exact  string
	Hidden bool // invisible characters were inside
	Folded bool // digits or plus signs of other scripts became ASCII
}

// IsEdge reports whether a character is dropped from the ends of a text.
func IsEdge(c rune) bool { return isBlank(c) || isLineBreak(c) || isInvisible(c) }

// Clean carries out docs/number-rules.md, 3.2 and 3.3.
func Clean(raw string) Cleaned {
	exact := strings.TrimFunc(raw, IsEdge)
	if isPlainASCII(exact) {
		return Cleaned{Text: exact, Exact: exact}
	}
	out := Cleaned{Exact: exact}
	var b strings.Builder
	for _, c := range exact {
		if isInvisible(c) {
			out.Hidden = true
			continue
		}
		text, folded := foldCharacter(c)
		out.Folded = out.Folded || folded
		b.WriteString(text)
	}
	out.Text = b.String()
	if strings.Contains(out.Text, "\n") {
		out.Text = joinLines(out.Text)
	}
	return out
}

// isPlainASCII reports whether a text has only ASCII characters that can be seen, and
// ordinary blanks.
func isPlainASCII(text string) bool {
	for i := range len(text) {
		if text[i] < ' ' || text[i] > '~' {
			return false
		}
	}
	return true
}

// foldCharacter is the ASCII form of a character of another script, or the
// character itself; folded says that it is a digit or plus sign to remark on.
func foldCharacter(c rune) (text string, folded bool) {
	switch {
	case c > ' ' && c <= '~':
		return string(c), false
	case isBlank(c):
		return " ", false
	case isLineBreak(c):
		return "\n", false
	}
	if digit, ok := decimalDigit(c); ok {
		return string(digit), true
	}
	switch c {
	case '＋', '﹢', '⁺', '➕':
		return "+", true
	case '‐', '‑', '⁃', '−', '﹘', '﹣', 'ー', 'ｰ':
		return "-", false
	case '–', '—', '―':
		return "–", false
	case '〜':
		return "~", false
	case '、':
		return ",", false
	case '…':
		return "...", false
	}
	if c >= 0xFF01 && c <= 0xFF5E { // full-width signs and letters
		return string(c - 0xFF01 + '!'), false
	}
	return string(c), false
}

// decimalDigit is the ASCII digit of a decimal digit of any script. Unicode puts
// them in runs of ten, from zero to nine.
func decimalDigit(c rune) (rune, bool) {
	for _, r := range unicode.Nd.R16 {
		if rune(r.Lo) <= c && c <= rune(r.Hi) {
			return '0' + (c-rune(r.Lo))%10, true
		}
	}
	for _, r := range unicode.Nd.R32 {
		first, last := rune(r.Lo), rune(r.Hi) //nolint:gosec // characters end at 0x10FFFF
		if first <= c && c <= last {
			return '0' + (c-first)%10, true
		}
	}
	return 0, false
}

// joinLines leaves one line break between two lines, without blanks around it.
func joinLines(text string) string {
	var lines []string
	for line := range strings.SplitSeq(text, "\n") {
		if line = strings.Trim(line, " "); line != "" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}
