package reading

import (
	"strings"

	"numberloader/internal/characters"
)

// maxExtension is the most digits of an extension.
const maxExtension = 7

// extensionWords stand between a number and its extension, longer ones before
// those that end like them.
//
//nolint:gochecknoglobals // a constant table, never written
var extensionWords = [...]string{
	"extension", "extn", ";ext", "ext", "x", "#", "poste", "durchwahl", "dw", "interno", "int", "anexo", "ramal",
	"toestel", "доб", "内線",
}

// cutExtension takes an extension off a text and returns the number in front of
// it (docs/number-rules.md, 3.6). It says false if there is none.
func cutExtension(text string, has marks) (front string, ok bool) {
	if !has.any(letterMark | commaMark | otherMark) {
		return "", false
	}
	if front, ok = cutWordExtension(text); !ok && has.any(commaMark) {
		front, ok = cutPauseExtension(text)
	}
	return front, ok && endsLikeNumber(front)
}

// endsLikeNumber reports whether a text has at least 7 digits and ends in a digit or
// a closing bracket.
func endsLikeNumber(text string) bool {
	return endsInDigit(text) && characters.CountDigits(text) >= minPhoneDigits
}

// endsInDigit reports whether a text ends in a digit or a closing bracket.
func endsInDigit(text string) bool {
	return text != "" && (characters.IsDigit(rune(text[len(text)-1])) || text[len(text)-1] == ')')
}

// cutWordExtension takes off an extension behind a word: x123, ext. 45.
func cutWordExtension(text string) (front string, ok bool) {
	head, ok := cutShortNumber(text)
	if !ok {
		return "", false
	}
	head = strings.TrimRight(head, " .:=")
	if endsInDigit(head) {
		return "", false // as most do, and no word does
	}
	for _, word := range extensionWords {
		if front, ok := cutFoldedSuffix(head, word); ok {
			return strings.TrimRight(front, " "), true
		}
	}
	return "", false
}

// cutPauseExtension takes off an extension behind pauses: ,,123# or ;123#.
func cutPauseExtension(text string) (front string, ok bool) {
	body, hash := strings.CutSuffix(text, "#")
	head, ok := cutShortNumber(strings.TrimRight(body, " "))
	if !ok {
		return "", false
	}
	head = strings.TrimRight(head, " ")
	front = strings.TrimRight(head, ",;")
	pauses := len(head) - len(front)
	return strings.TrimRight(front, " "), pauses >= 2 || pauses == 1 && hash
}

// cutShortNumber takes 1 to 7 digits off the end of a text.
func cutShortNumber(text string) (head string, ok bool) {
	end := len(text)
	for end > 0 && characters.IsDigit(rune(text[end-1])) {
		end--
	}
	digits := len(text) - end
	return text[:end], digits >= 1 && digits <= maxExtension
}

// cutFoldedSuffix drops a suffix in any case. Suffix is in lower case.
func cutFoldedSuffix(text, suffix string) (string, bool) {
	at := len(text) - len(suffix)
	if at < 0 || !strings.EqualFold(text[at:], suffix) {
		return text, false
	}
	return text[:at], true
}
