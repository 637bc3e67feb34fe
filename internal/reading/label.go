package reading

import (
	"strings"

	"golang.org/x/text/unicode/norm"

	"numberloader/internal/characters"
)

// labels say only that a phone number follows. Longer ones stand before those
// that they begin with.
//
//nolint:gochecknoglobals // a constant table, never written
var labels = [...]string{
	"telephone", "téléphone", "teléfono", "telefono", "telefone", "telefon", "tel", "tél", "téléf", "phone number", "phone", "ph",
	"number", "電話番号", "電話", "☎", "☏", "✆", "📞", "℡",
}

// dropLabel drops a label in front of a number.
func dropLabel(text string) string {
	if text == "" || characters.IsDigit(rune(text[0])) || text[0] == '+' || text[0] == '(' {
		return text
	}
	folded := norm.NFC.String(text)
	for _, label := range labels {
		if rest := cutFolded(folded, label); rest != folded {
			if rest = strings.TrimLeft(rest, ".: "); beginsLikeNumber(rest) {
				return rest
			}
		}
	}
	for _, label := range []string{"t", "p"} { // these need a sign of their own
		if rest := cutFolded(folded, label); rest != folded && endsLabel(rest) {
			if rest = strings.TrimLeft(rest, ".: "); beginsLikeNumber(rest) {
				return rest
			}
		}
	}
	return text
}

// withoutLabel is dropLabel for a text that is no link, which may begin as labels do.
func withoutLabel(text string, has marks) string {
	if !has.any(letterMark|otherMark) || isLink(text, has) {
		return text
	}
	return dropLabel(text)
}

// endsLabel reports whether a text begins with the sign that ends a label, with or
// without the blank that French puts before it.
func endsLabel(text string) bool {
	text = strings.TrimLeft(text, " ")
	return strings.HasPrefix(text, ".") || strings.HasPrefix(text, ":")
}

// beginsLikeNumber reports whether a text begins with +, a bracket or a digit.
func beginsLikeNumber(text string) bool {
	return text != "" && marksOf[text[0]].any(plusMark|digitMark|bracketMark|squareMark) && text[0] != ')' && text[0] != ']'
}
