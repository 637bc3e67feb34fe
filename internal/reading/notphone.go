package reading

import (
	"strings"
	"unicode"

	"numberloader/internal/characters"
	"numberloader/internal/number"
)

// notPhone recognizes texts that are no phone number (docs/number-rules.md,
// 3.5). It says false for all others.
func notPhone(text string, has marks) (outcome, bool) {
	switch {
	case has.any(otherMark) && isErrorText(text):
		return reject(number.CodeBadCell), true
	case has.any(otherMark) && text != "" && strings.Trim(text, "#") == "": // a column that was too narrow
		return reject(number.CodeDigitsLost), true
	case number.SaysNothing(text):
		return reason(number.CodeMissingNumber, number.VariantSaid, nil), true
	case characters.CountDigits(text) == 0:
		return reject(number.CodeNotANumber), true
	}
	if has.any(letterMark) {
		if digits, ok := readExponent(text); ok {
			return reject(number.CodeDigitsLost, digits), true
		}
	}
	if has.any(dashMark|dotMark|slashMark) && isDate(text) {
		return reason(number.CodeBadCell, number.VariantDate, nil), true
	}
	if !has.any(dotMark | commaMark | wrapperMark | otherMark) {
		return outcome{}, false
	}
	if _, ok := withoutDecimals(text); ok {
		return outcome{}, false
	}
	if isFraction(text) {
		return reject(number.CodeNotANumber), true
	}
	if digits, ok := readAmount(text, has); ok {
		return reject(number.CodeNotANumber, digits), true
	}
	return outcome{}, false
}

// isErrorText reports whether a text is an Excel error, in any language: # and a word
// in capitals, such as #N/A, #DIV/0! or #NV.
func isErrorText(text string) bool {
	word, ok := strings.CutPrefix(text, "#")
	if !ok {
		return false
	}
	word = strings.TrimPrefix(word, "¡")
	before := rune(0)
	for _, c := range word {
		switch {
		case unicode.IsUpper(c):
		case before == 0:
			return false // the word begins with a letter
		case characters.IsDigit(c) && before != '/': // #DIV/0!
			return false
		case !characters.IsDigit(c) && !strings.ContainsRune("/!?_.-¡", c):
			return false
		}
		before = c
	}
	return before != 0
}

// scanner walks over a text from its start.
type scanner struct{ rest string }

// digits takes at most limit digits and returns them.
func (s *scanner) digits(limit int) string {
	end := 0
	for end < len(s.rest) && end < limit && characters.IsDigit(rune(s.rest[end])) {
		end++
	}
	found := s.rest[:end]
	s.rest = s.rest[end:]
	return found
}

// sign takes one character if it is one of signs. It returns 0 otherwise.
func (s *scanner) sign(signs string) byte {
	if s.rest == "" || strings.IndexByte(signs, s.rest[0]) < 0 {
		return 0
	}
	c := s.rest[0]
	s.rest = s.rest[1:]
	return c
}

// unlimited lets a scanner take any number of digits.
const unlimited = 1 << 30

// readExponent says that a text is a number with an exponent (2.13E+09). Digits
// are all of its digits, with the plus sign in front if it had one, or "" if
// some are not there.
func readExponent(text string) (digits string, ok bool) {
	s := scanner{text}
	plus := s.sign("+") != 0
	whole := s.digits(unlimited)
	decimals := ""
	if s.sign(".,") != 0 {
		if decimals = s.digits(unlimited); decimals == "" {
			return "", false
		}
	}
	if whole == "" || s.sign("eE") == 0 {
		return "", false
	}
	s.sign("+")
	exponent := s.digits(2)
	if exponent == "" || s.rest != "" {
		return "", false
	}
	power := 0
	for _, c := range exponent {
		power = power*10 + int(c-'0')
	}
	if power > len(decimals) || strings.Trim(decimals[power:], "0") != "" {
		return "", true
	}
	digits = whole + decimals[:power]
	if plus {
		digits = "+" + digits
	}
	return digits, true
}

// isDate reports whether a text is a date of the years 1900 to 2099, with or without
// a time: 2026-08-01, 15.03.2023, 3/15/2023.
func isDate(text string) bool {
	s := scanner{text}
	first := s.digits(4)
	separator := s.sign("-./")
	second := s.digits(2)
	if separator == 0 || s.sign(string(separator)) == 0 {
		return false
	}
	third := s.digits(4)
	if !isTimeOrNothing(s.rest) {
		return false
	}
	if len(first) == 4 {
		return isYear(first) && isDayAndMonth(second, third)
	}
	return isYear(third) && isDayAndMonth(first, second)
}

// isYear reports whether a text is a year from 1900 to 2099.
func isYear(text string) bool {
	return len(text) == 4 && (text[:2] == "19" || text[:2] == "20")
}

// isDayAndMonth reports whether one text can be a day and the other one a month.
func isDayAndMonth(a, b string) bool {
	return isUpTo(a, "31") && isUpTo(b, "12") || isUpTo(a, "12") && isUpTo(b, "31")
}

// isUpTo reports whether a text of one or two digits is a number from 1 to limit.
func isUpTo(text, limit string) bool {
	if len(text) == 1 {
		text = "0" + text
	}
	return len(text) == 2 && "00" < text && text <= limit
}

// isTimeOrNothing reports whether what follows a date is a time, or nothing.
func isTimeOrNothing(text string) bool {
	if text == "" {
		return true
	}
	s := scanner{strings.ToUpper(text)}
	if s.sign(" T") == 0 || s.digits(2) == "" {
		return false
	}
	for s.sign(":") != 0 {
		if s.digits(2) == "" {
			return false
		}
	}
	if s.sign(".") != 0 {
		s.digits(unlimited)
	}
	rest := strings.TrimSpace(s.rest)
	return rest == "" || rest == "AM" || rest == "PM" || rest == "Z"
}

// withoutDecimals takes the decimals off a number that another program wrote
// with them: 19136748200.0.
func withoutDecimals(text string) (string, bool) {
	s := scanner{text}
	s.sign("+")
	digits := s.digits(unlimited)
	if !isPhoneLength(digits) || digits[0] == '0' || s.sign(".,") == 0 {
		return "", false
	}
	if s.rest == "0" || s.rest == "00" {
		return text[:len(text)-len(s.rest)-1], true
	}
	return "", false
}

// isFraction reports whether a text is a number with one or two decimals.
func isFraction(text string) bool {
	s := scanner{text}
	s.sign("+-–")
	return isPhoneLength(s.digits(unlimited)) && s.sign(".,") != 0 && s.digits(2) != "" && s.rest == ""
}

// isPhoneLength reports whether there are as many digits as phone numbers have.
func isPhoneLength(digits string) bool {
	return len(digits) >= minPhoneDigits && len(digits) <= number.MaxDigits
}

// currencySigns are the signs that make any number an amount.
const currencySigns = "$€£¥"

// readAmount says that a text is an amount of money or another number with
// groups of thousands. Digits are all its digits except the decimals.
func readAmount(text string, has marks) (digits string, ok bool) {
	bare := strings.TrimFunc(text, func(c rune) bool {
		return c == ' ' || c == '-' || c == '(' || c == ')' || unicode.Is(unicode.Sc, c)
	})
	if digits, ok = readGroups(bare); ok {
		return digits, true
	}
	if !has.any(otherMark) || !strings.ContainsAny(text, currencySigns) || strings.Trim(text, "0123456789.,' "+currencySigns) != "" {
		return "", false
	}
	return characters.KeepDigits(dropDecimals(bare)), true
}

// readGroups reads groups of thousands, all joined by the same sign, with or
// without one or two decimals: 2,125,550,198.00.
func readGroups(text string) (digits string, ok bool) {
	if text == "" || !characters.IsDigit(rune(text[0])) {
		return "", false // as most do
	}
	text = strings.ReplaceAll(text, "’", "'")
	s := scanner{text}
	firstLength := len(s.digits(3))
	separator := s.sign(",.'")
	if firstLength == 0 || separator == 0 {
		return "", false
	}
	groups := 0
	for {
		if len(s.digits(3)) != 3 {
			return "", false
		}
		groups++
		if s.sign(string(separator)) == 0 {
			break
		}
	}
	grouped := text[:len(text)-len(s.rest)]
	point := s.sign(".,")
	decimals := s.digits(2)
	complete := s.rest == "" && (point == 0) == (decimals == "") && point != separator
	if separator == '.' && firstLength == 3 && decimals == "" { // how phone numbers are written in Spain or Portugal
		complete = false
	}
	if !complete || groups < 2 {
		return "", false
	}
	return characters.KeepDigits(grouped), true
}

// dropDecimals takes one or two decimals off the end of an amount.
func dropDecimals(text string) string {
	at := strings.LastIndexAny(text, ".,")
	if at < 0 {
		return text
	}
	if decimals := len(text) - at - 1; decimals == 1 || decimals == 2 {
		return text[:at]
	}
	return text
}
