// Package activation says which numbers of a list are to be activated, and when: those
// that are in Webex in the list's location and inactive, by the days that the column
// "Activate on" names. It is pure.
package activation

import (
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode"

	"numberloader/internal/number"
)

// The forms of days (docs/number-rules.md, 5.5). What follows a day is its time.
var (
	yearFirst = regexp.MustCompile(`^(\d{4})(?:[-/.] ?(\d{1,2})[-/.] ?(\d{1,2})|(\d{2})(\d{2}))\.?(?:[T ,].*)?$`)
	yearLast  = regexp.MustCompile(`^(\d{1,2})([-/.]) ?(\d{1,2})[-/.] ?(\d{4}|\d{2})(?:[T ,].*)?$`)
	withSigns = regexp.MustCompile(`^(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]?(?:\s.*)?$`)
)

// months are the names of the months, short and long, in English, German, Spanish,
// French, Italian, Portuguese and Dutch.
//
//nolint:gochecknoglobals // a constant table, never written
var months = [12]string{
	"jan january januar janvier ene enero gen gennaio janeiro januari jän jänner",
	"feb february februar fév févr février febrero febbraio fev fevereiro februari",
	"mar march mär mrz märz marz mars marzo março maart mrt",
	"apr april avr avril abr abril aprile",
	"may mai mayo mag maggio maio mei",
	"jun june juni juin junio giu giugno junho",
	"jul july juli juil juillet julio lug luglio julho",
	"aug august août ago agosto augustus",
	"sep sept september septembre septiembre set settembre setembro",
	"oct october okt oktober octobre octubre ott ottobre out outubro",
	"nov november novembre noviembre novembro",
	"dec december dez dezember déc décembre dic diciembre dicembre dezembro",
}

// monthsByName are the months, from 1, by their folded names.
//
//nolint:gochecknoglobals // made of a constant table once, never written after that
var monthsByName = sync.OnceValue(func() map[string]int {
	byName := map[string]int{}
	for i, names := range months {
		for name := range strings.FieldsSeq(names) {
			byName[number.Fold(name)] = i + 1
		}
	}
	return byName
})

// order is which of two numbers is the day.
type order uint8

const (
	orderUnknown order = iota
	orderDayFirst
	orderMonthFirst
)

// ParseDay reads a day that can be read in one way only. Days are midnights in UTC.
func ParseDay(text string) (time.Time, bool) { return readDay(text, orderUnknown) }

// readDay reads a day; the order decides where two numbers could each be the month.
func readDay(text string, by order) (time.Time, bool) {
	text = strings.TrimSpace(text)
	if m := withSigns.FindStringSubmatch(text); m != nil {
		return day(m[1], m[2], m[3])
	}
	if m := yearFirst.FindStringSubmatch(text); m != nil {
		return day(m[1], m[2]+m[4], m[3]+m[5])
	}
	m := yearLast.FindStringSubmatch(text)
	if m == nil {
		return spelled(text)
	}
	if own := orderIn(m); own != orderUnknown {
		by = own
	}
	year := m[4]
	if len(year) == 2 {
		year = "20" + year
	}
	switch by {
	case orderDayFirst:
		return day(year, m[3], m[1])
	case orderMonthFirst:
		return day(year, m[1], m[3])
	case orderUnknown:
	}
	return time.Time{}, false
}

// orderIn is what the parts of a day with its year last say of their order.
func orderIn(parts []string) order {
	first, _ := strconv.Atoi(parts[1])
	second, _ := strconv.Atoi(parts[3])
	switch {
	case first > 12 || parts[2] == ".":
		return orderDayFirst
	case second > 12:
		return orderMonthFirst
	case first == second:
		return orderDayFirst // both say the same
	}
	return orderUnknown
}

// day is a day that there is.
func day(year, month, of string) (time.Time, bool) {
	y, _ := strconv.Atoi(year)
	m, _ := strconv.Atoi(month)
	d, _ := strconv.Atoi(of)
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	return t, y >= 2000 && y < 2100 && t.Year() == y && int(t.Month()) == m && t.Day() == d
}

// spelled reads a day whose month is a word: 28 November 2026, Nov 28th, 2026.
func spelled(text string) (time.Time, bool) {
	var year, month, of string
	for _, word := range strings.FieldsFunc(text, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) && !unicode.IsMark(c) }) {
		digits := strings.TrimRightFunc(word, unicode.IsLetter)
		n, err := strconv.Atoi(digits)
		switch m := monthNamed(word); {
		case m > 0 && month == "":
			month = strconv.Itoa(m)
		case err == nil && len(digits) == 4 && year == "" && month != "":
			year = digits
		case err == nil && n <= 31 && len(digits) <= 2 && of == "":
			of = digits
		case err == nil && len(digits) == 4 && year == "":
			year = digits
		case err == nil && year != "" && of != "":
			return day(year, month, of) // the time follows
		case err == nil || m > 0:
			return time.Time{}, false
		}
	}
	return day(year, month, of)
}

// monthNamed is the month, from 1, that a word names, 0 for none.
func monthNamed(word string) int { return monthsByName()[number.Fold(word)] }
