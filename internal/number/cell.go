package number

import (
	"math"
	"strconv"
	"strings"
	"time"
)

// excelDigits is how many digits a spreadsheet keeps of a number. In longer
// ones the rest are zeros.
const excelDigits = 15

// IsEmpty says that a person sees nothing in the cell. A formula without a
// stored result is not empty: something is missing there.
func (c Cell) IsEmpty() bool {
	switch c.Type {
	case CellEmpty:
		return !c.Formula
	case CellText:
		return strings.TrimFunc(c.Value, isEdge) == ""
	case CellNumber, CellDate, CellError, CellBool:
		return c.Value == "" && !c.Formula
	}
	return false
}

// HasDateFormat says that the cell shows a date or a time.
func (c Cell) HasDateFormat() bool {
	return c.Type == CellDate || c.Type == CellNumber && isDateFormat(c.Format)
}

// Shown is the cell as a person sees it. Numbers stand in the digits that the
// file holds, never as 1.9E+10; dates as 2026-08-01; a formula without a stored
// result as "".
func (c Cell) Shown() string {
	switch c.Type {
	case CellEmpty:
		return ""
	case CellText, CellError:
		return c.Value
	case CellBool:
		return strings.ToUpper(c.Value)
	case CellDate:
		return readableDate(c.Value)
	case CellNumber:
		return c.shownNumber()
	}
	return c.Value
}

// shownNumber is Shown for a number.
func (c Cell) shownNumber() string {
	if isDateFormat(c.Format) {
		return readableDate(c.Value)
	}
	value, ok := parseDecimal(c.Value)
	if !ok {
		return c.Value
	}
	if value.isWhole() && !value.negative {
		if text, ok := showPhoneLike(c.Format, value.whole()); ok {
			return text
		}
	}
	return value.String()
}

// readableDate is a stored date as a person reads it: a serial number counts
// days since the end of 1899, as Excel does; any other text is returned as it
// is.
func readableDate(stored string) string {
	serial, err := strconv.ParseFloat(stored, 64)
	if err != nil || !(serial >= 0 && serial < 2958466) { // the day after 9999-12-31
		return stored
	}
	days, fraction := math.Modf(serial)
	moment := time.Date(1899, time.December, 30, 0, 0, int(math.Round(fraction*24*60*60)), 0, time.UTC).AddDate(0, 0, int(days))
	switch {
	case days == 0:
		return moment.Format("15:04:05")
	case fraction == 0:
		return moment.Format(time.DateOnly)
	}
	return moment.Format(time.DateTime)
}

// LooksLikePhone says that the cell looks like a phone number, which does not
// mean that it is one (docs/number-rules.md, 5.4). A text of more than 100,000
// bytes does not: no cell of Excel holds one.
func (c Cell) LooksLikePhone() bool {
	switch c.Type {
	case CellText:
		return len(c.Value) <= maxText && textLooksLikePhone(cleanText(c.Value).text)
	case CellNumber:
		value, ok := parseDecimal(c.Value)
		if !ok || !value.isWhole() || isDateFormat(c.Format) {
			return false
		}
		digits := len(value.whole())
		return digits >= minPhoneDigits && digits <= excelDigits
	case CellEmpty, CellDate, CellError, CellBool:
	}
	return false
}

// maxText is the longest text, in bytes, that is looked at: the 32,767
// characters that Excel lets a cell have fit in. Longer ones stand only in files
// that no spreadsheet wrote; they are no phone number and no word.
const maxText = 100_000

// minPhoneDigits is the fewest digits that look like a phone number.
const minPhoneDigits = 7

// textLooksLikePhone is LooksLikePhone for a clean text.
func textLooksLikePhone(text string) bool {
	digits, letters := 0, 0
	for _, c := range dropEscape(text) {
		switch {
		case isDigit(c):
			digits++
		case isLetter(c):
			letters++
		case !strings.ContainsRune("+-–.()[]/·,;|#:&='\"~ \n", c):
			return false
		}
	}
	return digits >= minPhoneDigits && letters <= 8 && !isDate(text)
}
