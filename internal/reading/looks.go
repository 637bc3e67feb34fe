package reading

import (
	"strings"

	"numberloader/internal/characters"
	"numberloader/internal/number"
)

// LooksLikePhone reports whether the cell looks like a phone number, which does not
// mean that it is one (docs/number-rules.md, 5.4). A text of more than 100,000
// bytes does not: no cell of Excel holds one.
func LooksLikePhone(c number.Cell) bool {
	switch c.Type {
	case number.CellText:
		if len(c.Value) < minPhoneDigits {
			return false // most words
		}
		digits, may := mayBePhone(c.Value)
		if may && digits == len(strings.TrimPrefix(c.Value, "+")) {
			return digits <= number.MaxDigits // most numbers
		}
		return may && len(c.Value) <= number.MaxText && textLooksLikePhone(characters.Clean(c.Value).Text)
	case number.CellNumber:
		value, ok := c.Stored()
		if !ok || !value.IsWhole() || c.HasDateFormat() {
			return false
		}
		digits := len(value.Whole())
		return digits >= minPhoneDigits && digits <= number.ExcelDigits
	case number.CellEmpty, number.CellDate, number.CellError, number.CellBool:
	}
	return false
}

// minPhoneDigits is the fewest digits that look like a phone number, and
// mostPhoneLetters the most letters beside them.
const (
	minPhoneDigits   = 7
	mostPhoneLetters = 8
)

// mayBePhone says quickly of most texts that they do not look like a phone
// number: the names, words and short numbers of a list. For others digits are those
// from 0 to 9; one of another script takes two bytes at least.
func mayBePhone(text string) (digits int, may bool) {
	letters, others := 0, 0
	for i := range len(text) {
		switch b := text[i]; {
		case '0' <= b && b <= '9':
			digits++
		case 'a' <= b|0x20 && b|0x20 <= 'z':
			if letters++; letters > mostPhoneLetters {
				return digits, false
			}
		case b >= 0x80:
			others++
		}
	}
	return digits, digits+others/2 >= minPhoneDigits
}

// textLooksLikePhone is LooksLikePhone for a clean text.
func textLooksLikePhone(text string) bool {
	if _, inside, ok := cutName(text); ok {
		text = inside
	}
	digits, letters := 0, 0
	for _, c := range dropEscape(text) {
		switch {
		case characters.IsDigit(c):
			digits++
		case characters.IsLetter(c):
			letters++
		case !strings.ContainsRune("+-–.()[]/·,;|#:&='\"~ \n", c):
			return false
		}
	}
	return digits >= minPhoneDigits && letters <= mostPhoneLetters && !isOtherThanPhone(text)
}

// isOtherThanPhone reports whether a text has digits enough and is something else: a
// date, a time, an address of a network or a device, or a longer number.
func isOtherThanPhone(text string) bool {
	return isProportion(text) || isDate(text) || isDate(afterLabel(text)) || isSpan(text) || isNetworkAddress(text) || isDeviceAddress(text) || isLongNumber(text)
}

// isProportion reports whether a text is a number with decimals that is less than 1: 0.1234567,
// -73.9123456. Others may be an area code and a number.
func isProportion(text string) bool {
	bare := strings.TrimLeft(text, "-–")
	whole, decimals, found := strings.Cut(strings.ReplaceAll(bare, ",", "."), ".")
	return found && characters.OnlyDigits(whole+decimals) && decimals != "" && (whole == "0" || bare != text)
}

// afterLabel is a text without the word that stands before it: "Stand: 1.8.2026".
func afterLabel(text string) string {
	return strings.TrimLeftFunc(text, func(c rune) bool { return characters.IsLetter(c) || c == ':' || c == '.' || c == ' ' })
}

// isSpan reports whether a text is from one date to another, or one time to another:
// 01.01.2026 - 31.12.2026, 08:00-17:30.
func isSpan(text string) bool {
	for i, c := range text {
		if !characters.IsDash(c) {
			continue
		}
		from, to := strings.TrimSpace(text[:i]), strings.TrimSpace(strings.TrimLeft(text[i:], "-–"))
		if isDate(from) && isDate(to) || isTime(from) && isTime(to) {
			return true
		}
	}
	return false
}

// isTime reports whether a text is a time of day: 8:00, 17:30:00.
func isTime(text string) bool {
	parts := strings.Split(text, ":")
	if len(parts) != 2 && len(parts) != 3 {
		return false
	}
	for _, part := range parts {
		if !characters.OnlyDigits(part) || len(part) > 2 {
			return false
		}
	}
	return len(parts[1]) == 2
}

// isNetworkAddress reports whether a text is an IP address, with or without a port or a
// mask. Four groups of two digits are how numbers are written in Denmark.
func isNetworkAddress(text string) bool {
	const octets, most = 4, 255
	if end := strings.IndexAny(text, ":/"); end >= 0 {
		text = text[:end]
	}
	groups := strings.Split(text, ".")
	pairs := 0
	for _, group := range groups {
		if !characters.OnlyDigits(group) || len(group) > 3 || len(group) > 1 && group[0] == '0' {
			return false
		}
		if value := valueOf(group); value > most {
			return false
		}
		if len(group) == 2 {
			pairs++
		}
	}
	return len(groups) == octets && pairs < octets
}

// valueOf is the value of a few digits.
func valueOf(digits string) int {
	value := 0
	for i := range len(digits) {
		value = value*10 + int(digits[i]-'0')
	}
	return value
}

// isDeviceAddress reports whether a text is a MAC address: twelve hexadecimal digits,
// in one or in groups of two or four.
func isDeviceAddress(text string) bool {
	const longest, digits, groups = 17, 12, 6
	if len(text) > longest {
		return false
	}
	hexadecimal, letters, colons := 0, 0, 0
	for _, c := range text {
		switch {
		case characters.IsDigit(c):
			hexadecimal++
		case 'a' <= c|0x20 && c|0x20 <= 'f':
			hexadecimal++
			letters++
		case c == ':':
			colons++
		case c != '-' && c != '.':
			return false
		}
	}
	return hexadecimal == digits && (letters > 0 || colons == groups-1)
}

// isLongNumber reports whether a text is one number of more digits than a phone number
// has: that of a card or a device, in one or in groups of up to five.
func isLongNumber(text string) bool {
	const longestGroup = 5
	run, longest, all, grouped := 0, 0, 0, true
	for _, c := range text {
		switch {
		case characters.IsDigit(c):
			run++
			all++
		case c == ' ' || c == '-':
			run = 0
		default:
			run, grouped = 0, false
		}
		longest = max(longest, run)
	}
	return longest > number.MaxDigits || grouped && all > number.MaxDigits && longest <= longestGroup
}
