package reading

import (
	"strings"

	"numberloader/internal/characters"
)

// part is one of several numbers in a text.
type part struct {
	text string
	// shortens says that the sign or word in front of the part may join a short
	// end to the number before it: 0161 496 0112/13.
	shortens bool
	// either says that the text around the part may also be one number.
	either bool
}

// separatorWords stand between two numbers.
//
//nolint:gochecknoglobals // a constant table, never written
var separatorWords = [...]string{
	"and", "or", "und", "oder", "bzw.", "bzw", "y", "o", "u", "et", "ou", "e", "ed",
}

// separating are the marks of the characters with which separators begin.
const separating = blankMark | plusMark | bracketMark | squareMark | commaMark | colonMark | separatorMark | otherMark

// tripleColon is what Google Contacts writes between several numbers.
const tripleColon = ":::"

// fewParts are as many parts as most texts have at most.
const fewParts = 2

// appendParts takes a text apart at the separators of docs/number-rules.md, 3.7.
// Empty parts are dropped.
func appendParts(parts []part, text string) []part {
	start, shortens := 0, false
	add := func(end int) {
		if piece := strings.Trim(text[start:end], " "); piece != "" {
			parts = append(parts, part{text: piece, shortens: shortens})
		}
	}
	for i := 0; i < len(text); {
		if !marksOf[text[i]].any(separating) {
			i++
			continue
		}
		size, joins := separatorAt(text, start, i)
		if size < 0 {
			i++
			continue
		}
		add(i)
		i += size
		start, shortens = i, joins
		if size == 0 { // a plus sign separates and belongs to the next number
			i++
		}
	}
	add(len(text))
	return parts
}

// hasSeparator reports whether a text has separators inside, as no figure has.
func hasSeparator(text string) bool { return !isFigure(text) && len(appendParts(nil, text)) > 1 }

// separatorAt is the length of the separator at i, or -1 if there is none.
// Start is where the part before it begins; joins is part.shortens.
func separatorAt(text string, start, i int) (size int, joins bool) {
	switch text[i] {
	case '\n', ';', ',':
		return 1, false
	case ':':
		if strings.HasPrefix(text[i:], tripleColon) {
			return len(tripleColon), false
		}
	case '|':
		if endsWithMarker(text[start:i]) {
			return -1, false
		}
		return 1, false
	case '&':
		return 1, true
	case ' ':
		return wordSeparator(text[i:]), true
	case '+', '(', '[':
		return plusSeparator(text[start:i], text[i:]), false
	}
	return -1, false
}

// endsWithMarker reports whether a bar belongs to a marker of Control Hub.
func endsWithMarker(before string) bool {
	marker := strings.TrimLeft(before, " \"'")
	return strings.EqualFold(marker+"|", primaryMarker) || strings.EqualFold(marker+"|", removeMarker)
}

// wordSeparator is the length of a word that separates, with the blank before
// it, or -1. A blank follows it.
func wordSeparator(text string) int {
	if len(text) < 2 || !characters.IsLetter(rune(text[1])) {
		return -1 // all words begin with a letter of ASCII
	}
	for _, word := range separatorWords {
		end := 1 + len(word)
		if len(text) > end && text[end] == ' ' && strings.EqualFold(text[1:end], word) {
			return end
		}
	}
	return -1
}

// plusSeparator is 0 if a number begins with the plus sign of after, directly
// behind another one or after blanks; otherwise -1.
func plusSeparator(before, after string) int {
	before = strings.TrimRight(before, " ")
	if !endsInDigit(before) { // first, so that a long row of brackets is gone through once
		return -1
	}
	number := strings.TrimLeft(after, "([")
	rest, plus := strings.CutPrefix(number, "+")
	if plus && rest != "" && characters.IsDigit(rune(rest[0])) && endsLikeNumber(before) {
		return 0
	}
	return -1
}
