package lists

import (
	"slices"
	"strings"
	"unicode"

	"numberloader/import/headers"
	"numberloader/internal/characters"
	"numberloader/internal/number"
)

// numberColumn finds the column of the numbers of a list (docs/number-rules.md,
// 5.5).
type numberColumn struct{ *look }

// findNumbers finds the number column, unless the user named it, and the columns
// that say where its numbers begin and end. If the user said that it is in no column,
// that is asked about.
func (l *List) findNumbers() {
	if _, chosen := l.Columns[number.FieldNumber]; !chosen {
		candidates, sure := numberColumn{l.look}.candidates()
		if !sure || l.across() > 0 || l.settled(number.FieldNumber) {
			l.Ask = l.askColumns(candidates)
			return
		}
		l.Columns[number.FieldNumber] = candidates[0]
	}
	l.findParts()
	l.findExtension()
	l.findBlockEnd()
}

// candidates are the columns that may hold the numbers. It is sure if there is one,
// and nothing speaks against it.
func (l numberColumn) candidates() (columns []int, sure bool) {
	if main, _, ok := l.mainAndExtension(); ok {
		return []int{main}, true
	}
	likely := l.likely()
	if line, ok := l.lineColumn(); ok && !slices.Contains(likely, line) {
		likely = append(likely, line)
		slices.Sort(likely)
	}
	headed := slices.DeleteFunc(slices.Clone(likely), func(c int) bool { return l.roles[c]&(headers.Phones|headers.Line) == 0 })
	titled := slices.DeleteFunc(l.withRole(headers.Number), func(c int) bool { return l.phonelike[c] || l.isIndex(c) })
	filled := slices.DeleteFunc(slices.Clone(titled), func(c int) bool { return len(l.told[c]) == 0 })
	switch {
	case len(headed) > 1 || len(headed) == 1 && l.roles[headed[0]]&(headers.Number|headers.First) != 0:
		return l.strongest(likely)
	case len(headed) == 1 && len(filled) > 0:
		return together(filled, headed), false
	case len(headed) == 1:
		return l.otherPhone(headed[0], likely)
	case len(filled) > 0:
		return l.damaged(filled, likely)
	case len(likely) > 0 && len(titled) > 0:
		return together(titled, likely), false
	case len(likely) > 0:
		return likely, len(likely) == 1 && !l.speaksAgainst(likely[0])
	case len(titled) > 0:
		return titled, len(titled) == 1
	}
	return l.against(), false
}

// damaged are columns whose header speaks of numbers and whose cells do not look like
// any. If others do, these may be meant, too.
func (l numberColumn) damaged(filled, likely []int) ([]int, bool) {
	hasPhones := func(c int) bool { return l.phonesIn(c) > 0 }
	if len(likely) > 0 && !slices.ContainsFunc(filled, hasPhones) {
		return together(filled, likely), false
	}
	return filled, len(filled) == 1
}

func together(a, b []int) []int {
	all := slices.Concat(a, b)
	slices.Sort(all)
	return all
}

// speaksAgainst says that the header of a column is one of extensions, and that
// its cells are not written as whole numbers, or that other things stand above its
// first number.
func (l numberColumn) speaksAgainst(column int) bool {
	return l.doubtful[column] || l.roles[column]&headers.Extension != 0 && !l.share(column, func(text string) bool { return strings.HasPrefix(text, "+") })
}

// against are the columns that look like phone numbers although their header
// speaks against it.
func (l numberColumn) against() []int {
	var columns []int
	for c, phone := range l.phonelike {
		if phone && !l.isIndex(c) {
			columns = append(columns, c)
		}
	}
	return columns
}

// likely are the columns that look like phone numbers and whose header does not
// speak against it, without the last numbers of blocks.
func (l numberColumn) likely() []int {
	var columns []int
	for c, phone := range l.phonelike {
		if phone && l.roles[c]&headers.NotPhone == 0 && !l.isIndex(c) {
			columns = append(columns, c)
		}
	}
	if _, last, ok := l.firstAndLast(); ok {
		columns = slices.DeleteFunc(columns, func(c int) bool { return c == last })
	}
	plausible := slices.DeleteFunc(slices.Clone(columns), func(c int) bool { return l.roles[c]&(headers.Extension|headers.Other) != 0 })
	if slices.ContainsFunc(plausible, func(c int) bool { return l.roles[c]&headers.OtherPhone == 0 }) {
		return plausible
	}
	return columns
}

// otherPhone is the column of other phones, if the columns whose headers are not known
// hold few numbers beside it: a fourth of its own. If not, all may be meant.
func (l numberColumn) otherPhone(column int, likely []int) ([]int, bool) {
	const few = 4
	for _, c := range likely {
		if c != column && l.phonesIn(c)*few > l.phonesIn(column) {
			return likely, false
		}
	}
	return []int{column}, true
}

// strongest is the one of several columns whose header alone speaks of numbers to
// add, if those of other phones hold few beside it: a fourth of its numbers, and
// if columns without a known header don't hold many times as many. Columns that say one
// number in all rows don't count. If there is none, all may be meant.
func (l numberColumn) strongest(likely []int) ([]int, bool) {
	const few = 4
	headed := slices.DeleteFunc(slices.Clone(likely), func(c int) bool { return l.roles[c]&(headers.Number|headers.First|headers.Line) == 0 })
	if len(headed) != 1 {
		return likely, len(likely) == 1
	}
	known, unknown := 0, 0
	for _, c := range likely {
		switch {
		case c == headed[0] || l.saysOne(c) && !l.saysOne(headed[0]):
		case l.roles[c]&headers.Phones != 0:
			known += l.phonesIn(c)
		default:
			unknown += l.phonesIn(c)
		}
	}
	phones := max(l.phonesIn(headed[0]), 1)
	if known*few > phones || unknown > phones*few {
		return likely, false
	}
	return headed, true
}

// saysOne reports whether the first cells of a column, three at least, all say the same:
// the number under which others are billed or routed is no list of them.
func (l numberColumn) saysOne(column int) bool {
	const fewest = 3
	cells := l.told[column]
	if len(cells) < fewest {
		return false
	}
	first := l.sheet.Shown(cells[0].cell)
	return !slices.ContainsFunc(cells, func(p placed) bool { return l.sheet.Shown(p.cell) != first })
}

// isIndex says that a column counts its rows: 1, 2, 3, and so on. Texts without a digit,
// at most one in four, are names of groups or the header once more.
func (l numberColumn) isIndex(column int) bool {
	const most, few = 1_000_000, 4
	last, others := -1, 0
	for _, p := range l.told[column] {
		text := strings.TrimSuffix(strings.TrimSpace(l.sheet.Shown(p.cell)), ".")
		if !strings.ContainsFunc(text, unicode.IsDigit) {
			others++
			continue
		}
		if !characters.OnlyDigits(text) || len(text) > len("1000000") {
			return false
		}
		value := 0
		for _, digit := range text {
			value = value*10 + int(digit-'0')
		}
		if value > most || last >= 0 && value != last+1 {
			return false
		}
		last = value
	}
	return last >= 0 && others*few <= len(l.told[column])
}

// lineColumn is the column of the ends of numbers whose start stands in columns
// for area code or exchange.
func (l numberColumn) lineColumn() (int, bool) {
	if len(l.withRole(headers.AreaCode|headers.Exchange)) == 0 {
		return 0, false
	}
	for _, c := range l.withRole(headers.Line) {
		if l.isShort(c) {
			return c, true
		}
	}
	return 0, false
}
