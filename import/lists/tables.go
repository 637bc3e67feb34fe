package lists

import (
	"slices"
	"strings"
	"unicode"

	"numberloader/import/headers"
	"numberloader/import/sheet"
	"numberloader/internal/number"
)

// table is a part of a sheet: rows below a header, or without one. Rows are
// indexes into sheet.Rows.
type table struct {
	header     int // -1 for none
	first, end int // the rows of the table, end not included
	words      int // known header words of the header
	phones     int // cells that look like phone numbers
}

// tables finds the tables of a sheet.
type tables struct{ *view }

// all are the parts of the sheet that list phone numbers, from top to bottom
// (docs/number-rules.md, 5.4). There is at least one, which may list none.
func (v tables) all() []table {
	current := table{header: -1}
	var all []table
	seen, lookedUp := 0, 0
	for i := range v.sheet.Rows {
		if !v.sheet.Rows[i].Filled {
			continue
		}
		seen++
		if v.hasPhone(i) || seen > headerRows && (v.phonesOf(current.first, i) == 0 || lookedUp > lookedUpRows) {
			continue
		}
		lookedUp++
		listed, above := v.listedIn(&current, i), current.header
		if listed {
			above = -1
		}
		switch words := v.headerWords(i, above); {
		case words == 0:
		case !listed && words >= current.words:
			current = table{header: i, first: i + 1, words: words}
		case listed && v.beginsTable(&current, i, words):
			all = append(all, v.closed(current, i))
			current = table{header: i, first: i + 1, words: words}
		}
	}
	all = append(all, v.closed(current, len(v.sheet.Rows)))
	return withPhones(all)
}

// lookedUpRows is how many rows without phone numbers are looked at for headers
// of further tables.
const lookedUpRows = 2000

// closed is a table that ends before a row.
func (v tables) closed(t table, end int) table {
	t.end = end
	t.phones = v.phonesOf(t.first, end)
	return t
}

// withPhones are the tables that list phone numbers; the one with the most header
// words if none does.
func withPhones(all []table) []table {
	listing := slices.DeleteFunc(slices.Clone(all), func(t table) bool { return t.phones == 0 })
	if len(listing) > 0 {
		return listing
	}
	best := slices.MaxFunc(all, func(a, b table) int { return a.words - b.words })
	return []table{best}
}

// headerWords counts the known header words of a row; 0 if it can be no header: no word
// is about phone numbers, it is a title, or a row of the list below the header above it,
// -1 for none. Values of that header's columns are no header words.
func (v tables) headerWords(row, above int) int {
	known, about, parts := 0, false, headers.Roles(0)
	for c := range v.sheet.Width {
		text := v.heading(row, c)
		if text == "" {
			continue
		}
		found := v.words.Roles(text)
		if found == 0 || v.repeats(text, c, row) || v.isValue(text, c, above) {
			continue
		}
		known++
		parts |= found
		about = about || found&(headers.Phones|headers.Head) != 0
	}
	joined := parts&(headers.AreaCode|headers.Exchange) != 0 && parts&headers.Line != 0
	if !about && !joined || v.isTitle(row) || v.isRecord(row, above) {
		return 0
	}
	return known
}

// isValue reports whether a text is a value of the column that a header names, such as
// DID below Type.
func (v tables) isValue(text string, column, header int) bool {
	if header < 0 {
		return false
	}
	named := v.words.Roles(v.heading(header, column))
	return slices.ContainsFunc(wordFields, func(w wordField) bool {
		return named&(w.role|w.maybe) != 0 && w.knows(text, false)
	})
}

// isRecord reports whether a row is one of the list below a header: where that has a word
// about phone numbers, the row has a number, however damaged, or says that there is none.
// A header of one cell may be a title.
func (v tables) isRecord(row, header int) bool {
	if header < 0 || v.isAlone(header) {
		return false
	}
	return slices.ContainsFunc(v.filledCells(row), func(cell sheet.Cell) bool {
		text := strings.TrimSpace(v.sheet.Shown(cell))
		return v.words.Roles(v.heading(header, int(cell.Column)))&headers.Phones != 0 &&
			(number.SaysNothing(text) || strings.ContainsFunc(text, unicode.IsDigit) && v.words.Roles(text) == 0)
	})
}

// isTitle reports whether a row is the title of a list and no header: it has one cell,
// below which no cell looks like a phone number although others do.
func (v tables) isTitle(row int) bool {
	cells, end := v.filledCells(row), len(v.sheet.Rows)
	return len(cells) == 1 && v.phonesBetween(int(cells[0].Column), row+1, end) == 0 && v.phonesOf(row+1, end) > 0
}

// listedIn reports whether a list has begun in a table above a row: phone-like cells
// stand there that are no titles, such as "Order no 5500012345", and no labels
// with their values, such as "Support" and a number beside it.
func (v tables) listedIn(t *table, row int) bool {
	if t.header >= 0 && !v.isAlone(t.header) {
		return v.phonesOf(t.first, row) > 0
	}
	const mostTitles = 3
	titles, bare := 0, 0
	for i := t.first; i < row; i++ {
		if !v.hasPhone(i) || v.isLabel(i) {
			continue
		}
		if !v.isAlone(i) {
			return true
		}
		if titles++; !v.hasLetters(i) {
			bare++
		}
	}
	return bare > 1 || titles > mostTitles
}

// beginsTable reports whether a row which stands below listed numbers is the header of
// another table, and neither one of the list that is at work nor a row of data
// that holds a header word: it has several of them, in most of its cells, or half of
// its cells are such words and it stands below a gap; and phone numbers follow below
// a word about them.
func (v tables) beginsTable(t *table, row, words int) bool {
	filled := len(v.filledCells(row))
	gap := v.sheet.Rows[row].Line > v.lastLine(row)+1
	if words*2 < filled || !gap && (words == 1 || words*2 == filled) {
		return false
	}
	if !v.headsPhones(row) {
		return false
	}
	return t.header < 0 || !v.sameHeader(t.header, row)
}

// headsPhones reports whether a word about phone numbers stands over some.
func (v tables) headsPhones(row int) bool {
	for c := range v.sheet.Width {
		if v.words.Roles(v.heading(row, c))&(headers.Phones|headers.Line) != 0 && v.phonesBetween(c, row+1, len(v.sheet.Rows)) > 0 {
			return true
		}
	}
	return false
}

// sameHeader reports whether a row repeats the header, as on every page: all its texts
// are there in the same columns.
func (v tables) sameHeader(header, row int) bool {
	for _, cell := range v.filledCells(row) {
		c := int(cell.Column)
		if !strings.EqualFold(v.heading(header, c), v.heading(row, c)) {
			return false
		}
	}
	return true
}

// repeats reports whether at least a quarter of the next cells of a column below a row,
// of those beside numbers, have the same text: then it is a value such as DID, and
// no header.
func (v tables) repeats(text string, column, row int) bool {
	cells := v.below(v.top[column], row)
	same, beside := 0, 0
	for _, p := range cells {
		if !v.hasPhone(p.row) {
			continue
		}
		beside++
		if strings.EqualFold(strings.TrimSpace(v.sheet.Shown(p.cell)), text) {
			same++
		}
	}
	return same > 0 && same*4 >= beside
}
