package reading

import (
	"strings"

	"numberloader/internal/characters"
	"numberloader/internal/number"
)

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

// unwrap is unwrapped for a text with marks, of which most have nothing that would be taken
// off. The bare text has no others.
func unwrap(text string, has marks) (bare string, removed bool) {
	if has.any(wrapperMark|separatorMark|otherMark) || !has.any(digitMark) {
		return unwrapped(text)
	}
	return text, false
}

// unwrapped takes off what people put around a number to keep Excel from changing
// it, a name in front, and the marker for a primary number (docs/number-rules.md,
// 3.4). Removed
// says that the text is marked for removal.
func unwrapped(text string) (bare string, removed bool) {
	if name, inside, ok := cutName(text); ok && characters.CountDigits(name) == 0 && !number.IsOtherPhone(name) {
		text, removed = inside, number.IsRemoval(name)
	}
	for {
		before := text
		text = strings.Trim(dropFormulaSign(text), " ")
		text = strings.Trim(dropQuotes(text), " ")
		if mayBeQuote(text) {
			text = strings.Trim(strings.TrimLeft(text, "'‘’`´"), " ")
		}
		text = dropEscape(text)
		text = strings.Trim(cutFolded(text, primaryMarker), " ")
		if text == before {
			break
		}
	}
	return text, removed || strings.EqualFold(text, strings.TrimSuffix(removeMarker, "|")) || cutFolded(text, removeMarker) != text
}

// cutName takes the name off that stands in front of a number in angle brackets:
// "Ann" <+12125550100>. It says false if there is none.
func cutName(text string) (name, inside string, ok bool) {
	start := strings.LastIndexByte(text, '<')
	if start < 0 || !strings.HasSuffix(text, ">") {
		return "", "", false
	}
	name, inside = text[:start], text[start+1:len(text)-1]
	named := strings.ContainsFunc(name, characters.IsLetter)
	return name, strings.Trim(inside, " "), named && characters.CountDigits(inside) > 0 && !strings.Contains(inside, ">")
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
	if !mayBeQuote(text) {
		return text
	}
	for _, q := range quotes {
		inner, opened := strings.CutPrefix(text, q.open)
		inner, closed := strings.CutSuffix(inner, q.end)
		if opened && closed && !strings.Contains(inner, q.open) && !strings.Contains(inner, q.end) {
			return inner
		}
	}
	return text
}

// mayBeQuote says quickly of most texts that they begin with no quotation mark or apostrophe.
func mayBeQuote(text string) bool {
	return text != "" && (text[0] == '"' || text[0] == '\'' || text[0] == '`' || text[0] >= 0x80)
}

// cutFolded drops an ASCII prefix in any case.
func cutFolded(text, prefix string) string {
	if len(text) >= len(prefix) && text[0]|0x20 == prefix[0]|0x20 && strings.EqualFold(text[:len(prefix)], prefix) {
		return text[len(prefix):]
	}
	return text
}
