package rows

import (
	"strings"

	"numberloader/internal/number"
)

// Query is what a person typed into the search box. Its zero value fits every
// row.
type Query struct {
	typed  string
	text   string // in lower case
	digits string // "" if the text is more than a number
}

// ParseQuery reads what was typed. Anything is a query; blanks around it do not
// count.
func ParseQuery(typed string) Query {
	typed = strings.TrimSpace(typed)
	text := strings.ToLower(typed)
	return Query{typed: typed, text: text, digits: onlyDigits(text)}
}

// IsZero says that nothing is searched for.
func (q Query) IsZero() bool { return q.text == "" }

// NoMatch is the sentence for a search that found nothing. A long query is
// shortened.
func (q Query) NoMatch() string {
	const most = 40
	shown := []rune(OneLine(q.typed))
	if len(shown) > most {
		shown = append(shown[:most], '…')
	}
	return "No rows match \"" + string(shown) + "\"."
}

// Matches says whether a row fits: the text stands in what the file holds or in
// the location, it is the cell's address, or its digits stand in the number,
// however they were separated.
func (q Query) Matches(r *number.Row) bool {
	if q.text == "" {
		return true
	}
	if q.digits != "" && strings.Contains(r.Number.String(), q.digits) {
		return true
	}
	return strings.Contains(strings.ToLower(r.Input), q.text) ||
		strings.Contains(strings.ToLower(r.Location), q.text) ||
		strings.EqualFold(r.Cell, q.text)
}

// onlyDigits is a number as it may be typed without its separators, with a plus
// sign only in front, or "" if the text is more than a number.
func onlyDigits(text string) string {
	digits := make([]byte, 0, len(text))
	for i := range len(text) {
		switch c := text[i]; {
		case c >= '0' && c <= '9', c == '+' && len(digits) == 0:
			digits = append(digits, c)
		case strings.IndexByte(" -./()", c) >= 0:
		default:
			return ""
		}
	}
	if string(digits) == "+" {
		return ""
	}
	return string(digits)
}
