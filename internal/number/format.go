package number

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"numberloader/internal/characters"
)

// formatPart is one piece of an Excel number format: a quoted text, an escaped
// character, a pair of brackets, or a single sign.
type formatPart struct {
	kind formatKind
	text string // without quotes, escapes and brackets
}

type formatKind uint8

const (
	formatSign    formatKind = iota // a sign with a meaning of its own, or itself
	formatLiteral                   // quoted or escaped text
	formatBracket                   // a colour, a condition, a locale, elapsed time
	formatSpace                     // _x, a blank as wide as x
	formatFill                      // *x, which fills the cell
)

// formatSections takes an Excel number format apart into its sections.
func formatSections(format string) [][]formatPart {
	sections := [][]formatPart{nil}
	for format != "" {
		part, size := nextFormatPart(format)
		format = format[size:]
		if part.kind == formatSign && part.text == ";" {
			sections = append(sections, nil)
			continue
		}
		last := len(sections) - 1
		sections[last] = append(sections[last], part)
	}
	return sections
}

// nextFormatPart is the first part of a format and its length in bytes.
func nextFormatPart(format string) (formatPart, int) {
	switch format[0] {
	case '"':
		text, _, _ := strings.Cut(format[1:], `"`)
		return formatPart{formatLiteral, text}, min(len(text)+2, len(format))
	case '[':
		text, _, _ := strings.Cut(format[1:], "]")
		return formatPart{formatBracket, text}, min(len(text)+2, len(format))
	}
	_, size := utf8.DecodeRuneInString(format)
	_, next := utf8.DecodeRuneInString(format[size:])
	switch format[0] {
	case '\\':
		return formatPart{formatLiteral, format[1 : 1+next]}, 1 + next
	case '_':
		return formatPart{formatSpace, " "}, 1 + next
	case '*':
		return formatPart{formatFill, ""}, 1 + next
	}
	return formatPart{formatSign, format[:size]}, size
}

// isDateFormat reports whether a format shows a date or a time: its first section has
// one of y, m, d, h, s, or an elapsed time such as [h] (docs/number-rules.md,
// 3.1). A letter that only gives its width to a blank, as in "0 _D_M", is none.
func isDateFormat(format string) bool {
	if format == "" || format == "General" {
		return false
	}
	for _, part := range formatSections(format)[0] {
		switch part.kind {
		case formatSign:
			if strings.ContainsAny(part.text, "ymdhsYMDHS") {
				return true
			}
		case formatBracket:
			if isElapsed(part.text) {
				return true
			}
		case formatLiteral, formatSpace, formatFill:
		}
	}
	return false
}

// isElapsed reports whether the text in brackets is an elapsed time: h, mm, ss.
func isElapsed(text string) bool {
	text = strings.ToLower(text)
	return text != "" && strings.ContainsAny(text[:1], "hms") && strings.Trim(text, text[:1]) == ""
}

// showPhoneLike is what Excel shows of a whole number under a format that only
// places digits between literals, such as `"+"0` or `(###) ###-####`. It says
// false for any other format (docs/number-rules.md, 3.1, rule 4).
func showPhoneLike(format, digits string) (string, bool) {
	if format == "" || format == "General" {
		return "", false
	}
	section, ok := sectionFor(format, digits)
	if !ok || !isPhoneLike(section) {
		return "", false
	}
	return fillPlaceholders(section, digits), true
}

// sectionFor is the section of a format that applies to a number: the first
// whose condition holds or that has none.
func sectionFor(format, digits string) ([]formatPart, bool) {
	for _, section := range formatSections(format) {
		if conditionsHold(section, digits) {
			return section, true
		}
	}
	return nil, false
}

// conditionsHold reports whether every condition of a section holds for the number.
func conditionsHold(section []formatPart, digits string) bool {
	value, err := strconv.ParseFloat(digits, 64)
	if err != nil {
		return false
	}
	for _, part := range section {
		if part.kind == formatBracket && isCondition(part.text) && !holds(part.text, value) {
			return false
		}
	}
	return true
}

// isCondition reports whether the text in brackets is a condition such as <=9999999.
func isCondition(text string) bool { return strings.IndexAny(text, "<>=") == 0 }

// holds reports whether a condition holds. One that cannot be read does not.
func holds(condition string, value float64) bool {
	operand := strings.TrimLeft(condition, "<>=")
	limit, err := strconv.ParseFloat(strings.TrimSpace(operand), 64)
	if err != nil {
		return false
	}
	switch strings.TrimSuffix(condition, operand) {
	case "<":
		return value < limit
	case "<=":
		return value <= limit
	case ">":
		return value > limit
	case ">=":
		return value >= limit
	case "=":
		return value == limit
	case "<>":
		return value != limit
	}
	return false
}

// isPhoneLike reports whether a section has a placeholder and otherwise only literals,
// colours, conditions and the signs + - ( ) : and blank.
func isPhoneLike(section []formatPart) bool {
	placeholders := false
	for _, part := range section {
		switch part.kind {
		case formatSign:
			if isPlaceholder(part) {
				placeholders = true
			} else if !isOneOf(part.text, "+-(): ") {
				return false
			}
		case formatBracket:
			if !isCondition(part.text) && !isColor(part.text) {
				return false
			}
		case formatLiteral, formatSpace, formatFill:
		}
	}
	return placeholders
}

// isPlaceholder reports whether a digit can stand here.
func isPlaceholder(part formatPart) bool {
	return part.kind == formatSign && isOneOf(part.text, "0#?")
}

// isOneOf reports whether a text of one character is one of signs.
func isOneOf(text, signs string) bool { return strings.ContainsAny(text, signs) }

// isColor reports whether the text in brackets is a colour of Excel's formats.
func isColor(text string) bool {
	text = strings.ToLower(text)
	switch text {
	case "black", "blue", "cyan", "green", "magenta", "red", "white", "yellow":
		return true
	}
	index, ok := strings.CutPrefix(text, "color")
	return ok && characters.OnlyDigits(strings.TrimSpace(index))
}

// fillPlaceholders puts digits into a section: from the right, the rest of them
// at the first placeholder.
func fillPlaceholders(section []formatPart, digits string) string {
	if digits == "0" {
		digits = "" // a zero is shown by the placeholder 0 only
	}
	places := 0
	for _, part := range section {
		if isPlaceholder(part) {
			places++
		}
	}
	surplus := max(len(digits)-places, 0)
	missing := max(places-len(digits), 0)
	var b strings.Builder
	for _, part := range section {
		switch {
		case isPlaceholder(part) && missing > 0:
			missing--
			b.WriteString(map[string]string{"0": "0", "?": " "}[part.text])
		case isPlaceholder(part):
			b.WriteString(digits[:surplus+1])
			digits, surplus = digits[surplus+1:], 0
		case part.kind != formatBracket:
			b.WriteString(part.text)
		}
	}
	return b.String()
}
