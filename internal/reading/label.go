package reading

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// labelsOf are what says only that a phone number follows, by the byte that it begins with.
// Longer ones stand before those that they begin with.
//
//nolint:gochecknoglobals // a constant table, never written
var labelsOf = func() (of [256][]string) {
	for _, label := range [...]string{
		"telephone", "téléphone", "teléfono", "telefono", "telefone", "telefon", "tel", "tél", "téléf", "phone number", "phone", "ph",
		"number", "t", "p", "電話番号", "電話", "☎", "☏", "✆", "📞", "℡",
	} {
		of[label[0]] = append(of[label[0]], label)
	}
	for small := 'a'; small <= 'z'; small++ {
		of[small-'a'+'A'] = of[small]
	}
	return of
}()

// dropLabel drops a label in front of a number. One letter needs a sign of its own.
func dropLabel(text string) string {
	if text == "" || labelsOf[text[0]] == nil {
		return text
	}
	folded := text
	if marksIn(text).any(otherMark) {
		folded = norm.NFC.String(text)
	}
	for _, label := range labelsOf[folded[0]] {
		rest := cutFolded(folded, label)
		if rest == folded || len(label) == 1 && !endsLabel(rest) {
			continue
		}
		if rest = strings.TrimLeft(rest, ".: "); beginsLikeNumber(rest) {
			return rest
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
