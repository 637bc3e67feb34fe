package reading

import "strings"

// quotes are the pairs of quotation marks that may stand around everything.
//
//nolint:gochecknoglobals // a constant table, never written
var quotes = [...]struct{ open, end string }{
	{`"`, `"`}, {"'", "'"}, {"“", "”"}, {"„", "“"}, {"‘", "’"}, {"«", "»"},
}

// The markers of Control Hub exports.
const (
	primaryMarker = "PRIMARY|"
	removeMarker  = "REMOVE|"
)

// unwrap takes off what people put around a number to keep Excel from changing
// it, and the marker for a primary number (docs/number-rules.md, 3.4). Removed
// says that the text is marked for removal.
func unwrap(text string) (bare string, removed bool) {
	for {
		before := text
		text = strings.Trim(dropFormulaSign(text), " ")
		text = strings.Trim(dropQuotes(text), " ")
		text = strings.Trim(strings.TrimLeft(text, "'‘’`´"), " ")
		text = dropEscape(text)
		text = strings.Trim(cutFolded(text, primaryMarker), " ")
		if text == before {
			break
		}
	}
	return text, strings.EqualFold(text, strings.TrimSuffix(removeMarker, "|")) || cutFolded(text, removeMarker) != text
}

// dropFormulaSign drops a leading = in front of a quotation mark, +, digit or
// bracket.
func dropFormulaSign(text string) string {
	rest, ok := strings.CutPrefix(text, "=")
	if ok && rest != "" && strings.ContainsRune(`"'“„‘«+([0123456789`, []rune(rest)[0]) {
		return rest
	}
	return text
}

// dropEscape drops the backslash that phone systems write in front of a +, which
// has a meaning of its own in their dial patterns.
func dropEscape(text string) string {
	if strings.HasPrefix(text, `\+`) {
		return text[1:]
	}
	return text
}

// dropQuotes drops a pair of quotation marks around everything. Marks that also
// stand inside are not around everything.
func dropQuotes(text string) string {
	for _, q := range quotes {
		inner, opened := strings.CutPrefix(text, q.open)
		inner, closed := strings.CutSuffix(inner, q.end)
		if opened && closed && !strings.Contains(inner, q.open) && !strings.Contains(inner, q.end) {
			return inner
		}
	}
	return text
}

// cutFolded drops an ASCII prefix in any case.
func cutFolded(text, prefix string) string {
	if len(text) >= len(prefix) && strings.EqualFold(text[:len(prefix)], prefix) {
		return text[len(prefix):]
	}
	return text
}
