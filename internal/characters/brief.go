package characters

import "strings"

// ShownLength is how much of a cell a message quotes (docs/number-rules.md, 6).
const ShownLength = 40

// Brief is a text as messages quote it: on one line, at most 40 characters.
func Brief(text string) string {
	text = strings.TrimFunc(text, IsEdge)
	if len(text) <= ShownLength && isPlainASCII(text) {
		return text
	}
	line := make([]rune, 0, ShownLength+1)
	for _, c := range text {
		switch {
		case isBlank(c) || isLineBreak(c):
			c = ' '
		case isInvisible(c):
			continue
		}
		if len(line) == ShownLength {
			return string(line) + "…"
		}
		line = append(line, c)
	}
	return string(line)
}
