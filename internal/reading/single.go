package reading

import (
	"regexp"
	"strings"

	"numberloader/internal/characters"
	"numberloader/internal/number"
)

// single reads one number: its prefixes, letters and signs
// (docs/number-rules.md, 3.9).
func (r *reader) single(text string) outcome {
	has := r.marks(text)
	if rest, ok := cutTel(text, has); ok {
		text = rest
		if at := strings.IndexByte(text, ';'); at >= 0 {
			return telParameter(text[:at], text[at:])
		}
	} else if isAddress(text, has) {
		return reject(number.CodeNotANumber, sipNumber(text)...)
	}
	text = dropLabel(text)
	switch {
	case has.any(letterMark|otherMark) && strings.ContainsFunc(text, characters.IsLetter):
		return reject(number.CodeLetters, withoutLetters(text)...)
	case strings.HasPrefix(text, "-") || strings.HasPrefix(text, "–"):
		return reject(number.CodeNotANumber, strings.TrimLeft(text, "-– "))
	case has.any(^usualMarks) && strings.ContainsFunc(text, isOtherSign):
		return reject(number.CodeNotANumber, strings.TrimFunc(text, func(c rune) bool { return c == ' ' || isOtherSign(c) }))
	}
	return r.plusAndDigits(text)
}

// plusAndDigits judges a text of digits and separators by where its plus signs
// stand.
func (r *reader) plusAndDigits(text string) outcome {
	digits := characters.KeepDigits(text)
	if digits == "" {
		return reject(number.CodeNotANumber)
	}
	before := strings.IndexByte(text, digits[0])
	plus := strings.LastIndexByte(text, '+')
	switch {
	case plus < 0:
		return r.national(digits)
	case plus < before:
		return r.international(digits)
	case strings.Count(text, "+") > 1:
		return reject(number.CodeNotANumber)
	case plus == len(text)-1:
		return reject(number.CodeAmbiguousPrefix, "+"+digits)
	}
	if zeros := characters.KeepDigits(text[:plus]); zeros == "0" || zeros == "00" {
		return reject(number.CodeAmbiguousPrefix, text[plus:])
	}
	return reject(number.CodeNotANumber)
}

// isOtherSign reports whether a character is none of those that may stand in a phone
// number.
func isOtherSign(c rune) bool {
	switch c {
	case ' ', '-', '–', '.', '(', ')', '[', ']', '/', '·', '+':
		return false
	}
	return !characters.IsDigit(c)
}

// cutTel drops the scheme of a phone link.
func cutTel(text string, has marks) (string, bool) {
	if !has.any(colonMark) {
		return text, false
	}
	for _, scheme := range []string{"tel:", "callto:"} {
		if rest := cutFolded(text, scheme); rest != text {
			return strings.Trim(strings.TrimPrefix(rest, "//"), " "), true
		}
	}
	return text, false
}

// telParameter is the outcome of a phone link with a parameter.
func telParameter(front, parameter string) outcome {
	if cutFolded(parameter, ";ext=") != parameter {
		return reject(number.CodeExtension, front)
	}
	return reject(number.CodeNotANumber)
}

// isLink reports whether a text is an address or a link as a whole, so that its ; and
// / separate nothing (docs/number-rules.md, 3.5).
func isLink(text string, has marks) bool {
	if !has.any(colonMark) {
		return false
	}
	for _, scheme := range []string{"tel:", "callto:", "sip:", "sips:", "http:", "https:", "mailto:"} {
		if cutFolded(text, scheme) != text {
			return true
		}
	}
	return false
}

// isAddress reports whether a text is an address or a link other than a phone link.
func isAddress(text string, has marks) bool {
	return isLink(text, has) || has.any(otherMark) && strings.Contains(text, "@") || has.any(colonMark) && strings.Contains(text, "://")
}

// sipNumber is the number of a SIP address, if it has one with a plus sign.
func sipNumber(text string) []string {
	for _, scheme := range []string{"sip:", "sips:"} {
		user := cutFolded(text, scheme)
		if user == text {
			continue
		}
		if end := strings.IndexAny(user, "@;"); end >= 0 {
			user = user[:end]
		}
		if strings.HasPrefix(user, "+") {
			return []string{user}
		}
	}
	return nil
}

// withoutLetters are the texts that may be meant by a text with letters, the
// likeliest first.
func withoutLetters(text string) []string {
	var candidates []string
	if _, inside, ok := cutName(text); ok {
		candidates = append(candidates, inside)
	}
	if digits, ok := withoutCarrier(text); ok {
		candidates = append(candidates, digits)
	}
	if digits, ok := lookalikes(text); ok {
		candidates = append(candidates, digits)
	}
	if digits, ok := keypad(text); ok {
		candidates = append(candidates, digits)
	}
	if digits, ok := stretch(text); ok {
		candidates = append(candidates, digits)
	}
	return candidates
}

// carrierPlace is a 0 and one or two x, where a carrier's code is dialed in front of
// an area code: 0xx11, (0XX11), +55 (0xx11).
var carrierPlace = regexp.MustCompile(`^((?:\+ ?\d{1,3})?[ (.-]*)0 ?[xX]{1,2}`)

// withoutCarrier drops the place for a carrier's code. It says false if there is
// none.
func withoutCarrier(text string) (string, bool) {
	if !strings.ContainsAny(text, "xX") {
		return text, false
	}
	rest := carrierPlace.ReplaceAllString(text, "$1")
	return rest, rest != text
}

// lookalikes reads O as 0, and l and I as 1. It says false if there are other
// letters.
func lookalikes(text string) (string, bool) {
	if strings.ContainsFunc(text, func(c rune) bool { return characters.IsLetter(c) && !strings.ContainsRune("OoОоΟοlIi", c) }) {
		return "", false // as most words have
	}
	digits := strings.Map(func(c rune) rune {
		switch c {
		case 'O', 'o', 'О', 'о', 'Ο', 'ο': // Latin, Cyrillic, Greek
			return '0'
		case 'l', 'I', 'i':
			return '1'
		}
		return c
	}, text)
	return digits, !strings.ContainsFunc(digits, characters.IsLetter)
}

// keypad reads letters as the digits of a phone's keypad: 1-800-FLOWERS. It
// says false unless at least 3 digits stand in front of at least 3 letters A to
// Z.
func keypad(text string) (string, bool) {
	const keys = "22233344455566677778889999"
	letters, digitsBefore := 0, 0
	for _, c := range text {
		if characters.IsLetter(c) {
			letters++
		} else if letters == 0 && characters.IsDigit(c) {
			digitsBefore++
		}
	}
	if letters < 3 || digitsBefore < 3 {
		return "", false
	}
	digits := strings.Map(func(c rune) rune {
		if c < 0x80 && characters.IsLetter(c) {
			return rune(keys[(c|0x20)-'a'])
		}
		return c
	}, text)
	return digits, !strings.ContainsFunc(digits, characters.IsLetter)
}

// stretch is what stands from the first digit, with the bracket or plus sign in
// front of it, to the last one. It says false if there is a letter inside.
func stretch(text string) (string, bool) {
	first, last := strings.IndexFunc(text, characters.IsDigit), strings.LastIndexFunc(text, characters.IsDigit)
	if first < 0 {
		return "", false
	}
	start := len(strings.TrimRight(text[:first], "+(["))
	between := text[start : last+1]
	return between, !strings.ContainsFunc(between, characters.IsLetter)
}
