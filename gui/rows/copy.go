package rows

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Pasted is a line of tab-separated texts that Excel takes as texts when it is
// pasted. A text that Excel would take for a number, a date or a formula is
// written as a formula that yields it, ="+19135550101": pasted as it is, the plus
// sign and zeros in front would be lost, and a text that begins with =, +, - or @
// would be calculated. Tabs and line breaks become blanks.
func Pasted(texts []string) string {
	cells := make([]string, len(texts))
	for i, text := range texts {
		cells[i] = pasted(OneLine(text))
	}
	return strings.Join(cells, "\t")
}

// mostQuoted is how many characters a text in a formula of Excel may have.
const mostQuoted = 255

func pasted(text string) string {
	switch {
	case text == "":
		return ""
	case !misread(text):
		if text[0] == '"' {
			return `"` + strings.ReplaceAll(text, `"`, `""`) + `"`
		}
		return text
	case utf8.RuneCountInString(text) > mostQuoted:
		return " " + text // a blank in front keeps it a text
	}
	return `="` + strings.ReplaceAll(text, `"`, `""`) + `"`
}

// misread reports whether Excel may take a text for something else when it is pasted.
func misread(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	switch {
	case strings.ContainsRune("=+-@'", first):
		return true
	case !strings.ContainsFunc(text, unicode.IsDigit):
		return false
	case !unicode.IsLetter(first):
		return true
	}
	return isMonth(text)
}

// isMonth reports whether a text begins with the name of a month, as a date may.
func isMonth(text string) bool {
	months := []string{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}
	text = strings.ToLower(text)
	return slices.ContainsFunc(months, func(month string) bool { return strings.HasPrefix(text, month) })
}
