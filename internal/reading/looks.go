package reading

import (
	"strings"

	"numberloader/internal/characters"
	"numberloader/internal/number"
)

// LooksLikePhone says that the cell looks like a phone number, which does not
// mean that it is one (docs/number-rules.md, 5.4). A text of more than 100,000
// bytes does not: no cell of Excel holds one.
func LooksLikePhone(c number.Cell) bool {
	switch c.Type {
	case number.CellText:
		return len(c.Value) <= number.MaxText && textLooksLikePhone(characters.Clean(c.Value).Text)
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

// minPhoneDigits is the fewest digits that look like a phone number.
const minPhoneDigits = 7

// textLooksLikePhone is LooksLikePhone for a clean text.
func textLooksLikePhone(text string) bool {
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
	return digits >= minPhoneDigits && letters <= 8 && !isDate(text)
}
