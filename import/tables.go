package importer

import (
	"slices"
	"strings"
	"unicode"

	"numberloader/import/sheet"
	"numberloader/internal/reading"
)

// table is a part of a sheet: rows below a header, or without one. Rows are
// indexes into sheet.Rows.
type table struct {
	header     int // -1 for none
	first, end int // the rows of the table, end not included
	words      int // known header words of the header
	phones     int // cells that look like phone numbers
}

// scan looks at every cell once: which look like phone numbers.
func (d *detector) scan() {
	d.phones = make([][]int32, d.sheet.Width)
	d.before = make([]int32, len(d.sheet.Rows)+1)
	for i := range d.sheet.Rows {
		d.before[i+1] = d.before[i]
		cells := d.sheet.Rows[i].Cells
		for c := range cells {
			if reading.LooksLikePhone(d.sheet.Value(&cells[c])) {
				column := cells[c].Column
				d.phones[column] = append(d.phones[column], int32(i))
				d.before[i+1]++
			}
		}
	}
	d.top = d.samples(0, len(d.sheet.Rows), headerRows+sampledCells)
}

// isPhone says that the cell of a row in a column looks like a phone number.
func (d *detector) isPhone(row, column int) bool {
	_, found := slices.BinarySearch(d.phones[column], int32(row)) //nolint:gosec // a sheet has fewer rows
	return found
}

// phonesBetween counts the cells of a column that look like phone numbers, from
// one row up to another.
func (d *detector) phonesBetween(column, first, end int) int {
	from, _ := slices.BinarySearch(d.phones[column], int32(first)) //nolint:gosec // a sheet has fewer rows
	to, _ := slices.BinarySearch(d.phones[column], int32(end))     //nolint:gosec // a sheet has fewer rows
	return to - from
}

// phonesOf counts the cells of all columns that look like phone numbers, from one
// row up to another.
func (d *detector) phonesOf(first, end int) int { return int(d.before[end] - d.before[first]) }

func (d *detector) hasPhone(row int) bool { return d.phonesOf(row, row+1) > 0 }

// tables are the parts of the sheet that list phone numbers, from top to bottom
// (docs/number-rules.md, 5.4). There is at least one, which may list none.
func (d *detector) tables() []table {
	current := table{header: -1}
	var all []table
	seen, lookedUp := 0, 0
	for i := range d.sheet.Rows {
		if !d.sheet.Rows[i].Filled {
			continue
		}
		seen++
		if d.hasPhone(i) || seen > headerRows && (d.phonesOf(current.first, i) == 0 || lookedUp > lookedUpRows) {
			continue
		}
		lookedUp++
		words := d.headerWords(i)
		switch listed := d.listedIn(&current, i); {
		case words == 0:
		case !listed && words >= current.words:
			current = table{header: i, first: i + 1, words: words}
		case listed && d.beginsTable(&current, i, words):
			all = append(all, d.closed(current, i))
			current = table{header: i, first: i + 1, words: words}
		}
	}
	all = append(all, d.closed(current, len(d.sheet.Rows)))
	return withPhones(all)
}

// lookedUpRows is how many rows without phone numbers are looked at for headers
// of further tables.
const lookedUpRows = 2000

// closed is a table that ends before a row.
func (d *detector) closed(t table, end int) table {
	t.end = end
	t.phones = d.phonesOf(t.first, end)
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

// headerWords counts the known header words of a row; 0 if it can be no header:
// no word is about phone numbers, or most cells are none.
func (d *detector) headerWords(row int) int {
	known, about, parts := 0, false, roles(0)
	for c := range d.sheet.Width {
		text := d.heading(row, c)
		if text == "" {
			continue
		}
		found := d.words.roles(text)
		if found == 0 || d.repeats(text, c, row) {
			continue
		}
		known++
		parts |= found
		about = about || found&numberRoles != 0
	}
	joined := parts&(roleArea|roleExchange) != 0 && parts&roleLine != 0
	if !about && !joined {
		return 0
	}
	return known
}

// listedIn says that a list has begun in a table above a row: phone-like cells
// stand there that are no titles, such as "Order no 5500012345", and no labels
// with their values, such as "Support" and a number beside it.
func (d *detector) listedIn(t *table, row int) bool {
	if t.header >= 0 && !d.isAlone(t.header) {
		return d.phonesOf(t.first, row) > 0
	}
	bare := 0
	for i := t.first; i < row; i++ {
		if !d.hasPhone(i) || d.isLabel(i) {
			continue
		}
		if !d.isAlone(i) {
			return true
		}
		if !d.hasLetters(i) {
			bare++
		}
	}
	return bare > 1
}

// isLabel says that a row is a label and its value: two cells, of which the first
// is a known header word or ends in a colon.
func (d *detector) isLabel(row int) bool {
	const two = 2
	cells := d.filledCells(row)
	if len(cells) != two || d.isPhone(row, int(cells[0].Column)) {
		return false
	}
	text := strings.TrimSpace(d.sheet.Shown(cells[0]))
	return strings.HasSuffix(text, ":") || isLabelWord(text) || d.words.roles(text) != 0
}

// labelWords stand before the numbers of a cover sheet or a letterhead.
//
//nolint:gochecknoglobals // a constant table, never written
var labelWords = setOf("support hotline helpdesk emergency sales switchboard reception billing servicenummer notruf zentrale vertrieb soporte centralita asistencia assistance standard urgences assistenza centralino suporte central サポート お問い合わせ 代表")

func isLabelWord(text string) bool {
	for _, token := range tokensOf(text) {
		if labelWords[token] {
			return true
		}
	}
	return false
}

// beginsTable says that a row which stands below listed numbers is the header of
// another table, and neither one of the list that is at work nor a row of data
// that holds a header word: it has several of them, in most of its cells, or half of
// its cells are such words and it stands below a gap; and phone numbers follow below
// a word about them.
func (d *detector) beginsTable(t *table, row, words int) bool {
	filled := len(d.filledCells(row))
	gap := d.sheet.Rows[row].Line > d.lastLine(row)+1
	if words*2 < filled || !gap && (words == 1 || words*2 == filled) {
		return false
	}
	if !d.headsPhones(row) {
		return false
	}
	return t.header < 0 || !d.sameHeader(t.header, row)
}

// headsPhones says that a word about phone numbers stands over some.
func (d *detector) headsPhones(row int) bool {
	for c := range d.sheet.Width {
		if d.words.roles(d.heading(row, c))&(numberRoles|roleLine) != 0 && d.phonesBetween(c, row+1, len(d.sheet.Rows)) > 0 {
			return true
		}
	}
	return false
}

// lastLine is the number of the last filled row before a row.
func (d *detector) lastLine(row int) int {
	for i := row - 1; i >= 0; i-- {
		if d.sheet.Rows[i].Filled {
			return d.sheet.Rows[i].Line
		}
	}
	return 0
}

// sameHeader says that a row repeats the header, as on every page: all its texts
// are there in the same columns.
func (d *detector) sameHeader(header, row int) bool {
	for _, cell := range d.filledCells(row) {
		c := int(cell.Column)
		if !strings.EqualFold(d.heading(header, c), d.heading(row, c)) {
			return false
		}
	}
	return true
}

// hasLetters says that a phone-like cell of a row has letters.
func (d *detector) hasLetters(row int) bool {
	for _, cell := range d.filledCells(row) {
		if d.isPhone(row, int(cell.Column)) && strings.IndexFunc(d.sheet.Shown(cell), unicode.IsLetter) >= 0 {
			return true
		}
	}
	return false
}

// filledCells are the cells of a row that show anything.
func (d *detector) filledCells(row int) []*sheet.Cell {
	var filled []*sheet.Cell
	cells := d.sheet.Rows[row].Cells
	for c := range cells {
		if cells[c].Filled() {
			filled = append(filled, &cells[c])
		}
	}
	return filled
}

// isAlone says that a row has just one filled cell.
func (d *detector) isAlone(row int) bool { return len(d.filledCells(row)) == 1 }

// repeats says that at least a quarter of the next cells of a column below a row,
// of those beside numbers, have the same text: then it is a value such as DID, and
// no header.
func (d *detector) repeats(text string, column, row int) bool {
	cells := d.below(d.top[column], row)
	same, beside := 0, 0
	for _, p := range cells {
		if !d.hasPhone(p.row) {
			continue
		}
		beside++
		if strings.EqualFold(strings.TrimSpace(d.sheet.Shown(p.cell)), text) {
			same++
		}
	}
	return same > 0 && same*4 >= beside
}

// firstAndLastPhone are the rows of the first and the last cell of a column in a
// table that look like phone numbers.
func (d *detector) firstAndLastPhone(column int, t table) (first, last int, ok bool) {
	rows := d.phones[column]
	from, _ := slices.BinarySearch(rows, int32(t.first)) //nolint:gosec // a sheet has fewer rows
	to, _ := slices.BinarySearch(rows, int32(t.end))     //nolint:gosec // a sheet has fewer rows
	if from == to {
		return 0, 0, false
	}
	return int(rows[from]), int(rows[to-1]), true
}
