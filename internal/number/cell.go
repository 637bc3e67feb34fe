package number

import (
	"math"
	"strconv"
	"strings"
	"time"

	"numberloader/internal/characters"
)

// ExcelDigits is how many digits a spreadsheet keeps of a number. In longer
// ones the rest are zeros.
const ExcelDigits = 15

// IsEmpty reports whether a person sees nothing in the cell. A formula without a
// stored result is not empty: something is missing there.
func (c Cell) IsEmpty() bool {
	switch c.Type {
	case CellEmpty:
		return !c.Formula
	case CellText:
		return strings.TrimFunc(c.Value, characters.IsEdge) == ""
	case CellNumber, CellDate, CellError, CellBool:
		return c.Value == "" && !c.Formula
	}
	return false
}

// HoldsNothing reports whether the cell is empty, or that its text only says that
// nothing is there: a dash, N/A, none.
func (c Cell) HoldsNothing() bool {
	return c.IsEmpty() || c.Type == CellText && SaysNothing(c.Value)
}

// HasDateFormat reports whether the cell shows a date or a time.
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
	if value.IsWhole() && !value.negative {
		if text, ok := showPhoneLike(c.Format, value.Whole()); ok {
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

// MaxText is the longest text, in bytes, that is looked at: the 32,767
// characters that Excel lets a cell have fit in. Longer ones stand only in files
// that no spreadsheet wrote; they are no phone number and no word.
const MaxText = 100_000

// Stored is the number that a CellNumber holds. It says false if the file holds
// something else there.
func (c Cell) Stored() (Decimal, bool) { return parseDecimal(c.Value) }
