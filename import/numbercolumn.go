package importer

import (
	"slices"
	"strings"

	"numberloader/internal/characters"
	"numberloader/internal/number"
)

// numberColumn finds the number column, unless the user named it, and the columns
// that say where its numbers begin and end (docs/number-rules.md, 5.5).
func (d *detector) numberColumn(f *found) {
	if _, chosen := f.columns[number.FieldNumber]; !chosen {
		candidates, sure := f.numberCandidates(d)
		if !sure {
			f.ask = &number.Ask{Question: number.QuestionColumn, Candidates: d.candidates(f, candidates), Several: len(candidates) > 1}
			return
		}
		f.columns[number.FieldNumber] = candidates[0]
	}
	d.parts(f)
	d.blockEnd(f)
}

// numberCandidates are the columns that may hold the numbers. It is sure if there
// is one, and nothing speaks against it.
func (f *found) numberCandidates(d *detector) (columns []int, sure bool) {
	likely := f.likely(d)
	if line, ok := f.lineColumn(d); ok && !slices.Contains(likely, line) {
		likely = append(likely, line)
		slices.Sort(likely)
	}
	headed := slices.DeleteFunc(slices.Clone(likely), func(c int) bool { return f.roles[c]&(numberRoles|roleLine) == 0 })
	titled := slices.DeleteFunc(f.withRole(roleNumber), func(c int) bool { return f.phones[c] || f.isIndex(d, c) })
	filled := slices.DeleteFunc(slices.Clone(titled), func(c int) bool { return len(f.told[c]) == 0 })
	switch {
	case len(headed) > 1 || len(headed) == 1 && f.roles[headed[0]]&(roleNumber|roleFirst) != 0:
		return f.strongest(d, likely)
	case len(headed) == 1 && len(filled) > 0:
		return together(filled, headed), false
	case len(headed) == 1:
		return headed, true
	case len(filled) > 0:
		return filled, len(filled) == 1
	case len(likely) > 0 && len(titled) > 0:
		return together(titled, likely), false
	case len(likely) > 0:
		return likely, len(likely) == 1 && !f.speaksAgainst(d, likely[0])
	case len(titled) > 0:
		return titled, len(titled) == 1
	}
	return f.against(d), false
}

func together(a, b []int) []int {
	all := slices.Concat(a, b)
	slices.Sort(all)
	return all
}

// speaksAgainst says that the header of a column is one of extensions, and that
// its cells are not written as whole numbers.
func (f *found) speaksAgainst(d *detector, column int) bool {
	return f.roles[column]&roleExtension != 0 && !d.share(f, column, func(text string) bool { return strings.HasPrefix(text, "+") })
}

// against are the columns that look like phone numbers although their header
// speaks against it.
func (f *found) against(d *detector) []int {
	var columns []int
	for c, phone := range f.phones {
		if phone && !f.isIndex(d, c) {
			columns = append(columns, c)
		}
	}
	return columns
}

// likely are the columns that look like phone numbers and whose header does not
// speak against it, without the last numbers of blocks.
func (f *found) likely(d *detector) []int {
	var columns []int
	for c, phone := range f.phones {
		if phone && f.roles[c]&roleNotPhone == 0 && !f.isIndex(d, c) {
			columns = append(columns, c)
		}
	}
	if _, last, ok := f.firstAndLast(); ok {
		columns = slices.DeleteFunc(columns, func(c int) bool { return c == last })
	}
	if plausible := slices.DeleteFunc(slices.Clone(columns), func(c int) bool { return f.roles[c]&(roleExtension|roleOther) != 0 }); len(plausible) > 0 {
		return plausible
	}
	return columns
}

// strongest is the one of several columns whose header alone speaks of numbers to
// add, if those of other phones hold few beside it: a fourth of its numbers, and
// if columns without a known header don't hold many times as many. If there is
// none, all may be meant.
func (f *found) strongest(d *detector, likely []int) ([]int, bool) {
	const few = 4
	headed := slices.DeleteFunc(slices.Clone(likely), func(c int) bool { return f.roles[c]&(roleNumber|roleFirst|roleLine) == 0 })
	if len(headed) != 1 {
		return likely, len(likely) == 1
	}
	known, unknown := 0, 0
	for _, c := range likely {
		switch {
		case c == headed[0]:
		case f.roles[c]&numberRoles != 0:
			known += f.phonesIn(d, c)
		default:
			unknown += f.phonesIn(d, c)
		}
	}
	phones := max(f.phonesIn(d, headed[0]), 1)
	if known*few > phones || unknown > phones*few {
		return likely, false
	}
	return headed, true
}

// isIndex says that a column counts its rows: 1, 2, 3, and so on.
func (f *found) isIndex(d *detector, column int) bool {
	const most = 1_000_000
	last := -1
	for _, p := range f.told[column] {
		text := strings.TrimSuffix(strings.TrimSpace(d.sheet.Shown(p.cell)), ".")
		if !characters.OnlyDigits(text) || text == "" || len(text) > len("1000000") {
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
	return last >= 0
}

// firstAndLast are the columns of the first and the last numbers of ranges.
func (f *found) firstAndLast() (first, last int, ok bool) {
	for _, first := range f.withRole(roleFirst) {
		for _, last := range f.withRole(roleLast) {
			if first != last && f.phones[first] {
				return first, last, true
			}
		}
	}
	return 0, 0, false
}

// lineColumn is the column of the ends of numbers whose start stands in columns
// for area code or exchange.
func (f *found) lineColumn(d *detector) (int, bool) {
	if len(f.withRole(roleArea|roleExchange)) == 0 {
		return 0, false
	}
	for _, c := range f.withRole(roleLine) {
		if d.share(f, c, isShortNumber) {
			return c, true
		}
	}
	return 0, false
}

// parts finds the columns that hold the start of the numbers. A column whose
// header speaks of area codes and that holds other things is none.
func (d *detector) parts(f *found) {
	for _, part := range []struct {
		field number.Field
		role  roles
	}{{number.FieldAreaCode, roleArea}, {number.FieldExchange, roleExchange}} {
		if f.settled(part.field) {
			continue
		}
		if c, ok := f.first(part.role); ok && d.share(f, c, isShortNumber) {
			f.columns[part.field] = c
		}
	}
}

// blockEnd finds the column that says where the block of a row ends: its last
// number, the last digits of that, or how many numbers there are.
func (d *detector) blockEnd(f *found) {
	if f.settled(number.FieldNumberEnd) {
		c, named := f.columns[number.FieldNumberEnd]
		f.counts = named && f.roles[c]&roleCount != 0
		return
	}
	numbers := f.columns[number.FieldNumber]
	if first, last, ok := f.firstAndLast(); ok && first == numbers {
		f.columns[number.FieldNumberEnd] = last
		return
	}
	for _, c := range f.withRole(roleLast) {
		if !f.used(c) && (f.phones[c] || d.share(f, c, isShortNumber)) {
			f.columns[number.FieldNumberEnd] = c
			return
		}
	}
	if c, ok := f.first(roleCount); ok && d.share(f, c, isShortNumber) {
		f.columns[number.FieldNumberEnd], f.counts = c, true
	}
}

// share says that at least half of the sampled cells of a column that tell
// anything are so, and that there are any.
func (d *detector) share(f *found, column int, so func(text string) bool) bool {
	n := 0
	for _, p := range f.told[column] {
		if so(strings.TrimSpace(d.sheet.Shown(p.cell))) {
			n++
		}
	}
	return n > 0 && n*2 >= len(f.told[column])
}

// isShortNumber says that a text is up to eight digits, with signs around them as
// area codes have.
func isShortNumber(text string) bool {
	const longest = 8
	digits := strings.Trim(text, "+()/- ")
	return digits != "" && len(digits) <= longest && characters.OnlyDigits(digits)
}

// askTables asks which of several tables are meant.
func (f *found) askTables(d *detector, lists []*found) {
	ask := &number.Ask{Question: number.QuestionHeader, Several: true}
	for _, list := range lists {
		column, ok := list.columns[number.FieldNumber]
		if !ok && list.ask != nil && len(list.ask.Candidates) > 0 {
			column = list.ask.Candidates[0].Column
		}
		ask.Candidates = append(ask.Candidates, d.candidate(list, column))
	}
	f.ask = ask
	for _, field := range []number.Field{number.FieldNumber, number.FieldNumberEnd, number.FieldAreaCode, number.FieldExchange} {
		delete(f.columns, field)
	}
}
