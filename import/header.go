package importer

import (
	"strings"
	"unicode"

	"numberloader/import/sheet"
	"numberloader/internal/number"
	"numberloader/internal/reading"
)

const (
	headerRows   = 50  // non-blank rows that may be the header (docs/number-rules.md, 5.4)
	sampledCells = 200 // filled cells of a column that decide about it
)

// placed is a cell with the row that it is in.
type placed struct {
	row  int // index into sheet.rows
	cell *sheet.Cell
}

// detector finds the header row and the columns of one sheet.
type detector struct {
	sheet  *sheet.Sheet
	words  *dictionary
	merged map[int][]sheet.Span // merged ranges of more than one row, by their first column
}

func newDetector(s *sheet.Sheet, words *dictionary) *detector {
	d := &detector{sheet: s, words: words, merged: map[int][]sheet.Span{}}
	for _, m := range s.Merges {
		if m.LastLine > m.FirstLine {
			d.merged[m.FirstColumn] = append(d.merged[m.FirstColumn], m)
		}
	}
	return d
}

// samples are the first filled cells of each column, from a row on.
func (d *detector) samples(from, limit int) [][]placed {
	columns, full := make([][]placed, d.sheet.Width), 0
	for i := from; i < len(d.sheet.Rows) && full < len(columns); i++ {
		cells := d.sheet.Rows[i].Cells
		for c := range cells {
			column := cells[c].Column
			if len(columns[column]) == limit || !cells[c].Filled() {
				continue
			}
			columns[column] = append(columns[column], placed{i, &cells[c]})
			if len(columns[column]) == limit {
				full++
			}
		}
	}
	return columns
}

// headerRow is the index of the row of headers by its words; -1 if there is none.
func (d *detector) headerRow() int {
	columns := d.samples(0, headerRows+sampledCells)
	phones := make([][]placed, len(columns)) // cells that look like phone numbers
	for c := range columns {
		phones[c] = d.phonesOf(columns[c])
	}
	best, bestWords, seen := -1, 0, 0
	for i := range d.sheet.Rows {
		if !d.sheet.Rows[i].Filled {
			continue
		}
		if seen++; seen > headerRows {
			break
		}
		if d.hasPhone(i) {
			continue
		}
		if words := d.headerWordsIn(i, columns, phones); words > 0 && words >= bestWords {
			best, bestWords = i, words
		}
	}
	return best
}

// firstPhone is the row of the first of these cells that looks like a phone
// number, or one behind the last row.
func (d *detector) firstPhone(column []placed) int {
	for _, p := range column {
		if reading.LooksLikePhone(d.sheet.Value(p.cell)) {
			return p.row
		}
	}
	return len(d.sheet.Rows)
}

func (d *detector) phonesOf(column []placed) []placed {
	var phones []placed
	for _, p := range column {
		if reading.LooksLikePhone(d.sheet.Value(p.cell)) {
			phones = append(phones, p)
		}
	}
	return phones
}

// listedAbove says that a list has begun above a row: one of these phone-like
// cells of a column stands there, and not in a title such as "Order no
// 5500012345". Titles stand alone in their rows, have letters or are the only
// one, and the row has more than one cell (docs/number-rules.md, 5.4).
func (d *detector) listedAbove(phones []placed, row int) bool {
	bare := 0
	for _, p := range phones {
		if p.row >= row {
			return false
		}
		if !d.isAlone(p.row) || d.isAlone(row) {
			return true
		}
		if strings.IndexFunc(d.sheet.Shown(p.cell), unicode.IsLetter) < 0 {
			bare++
		}
		if bare > 1 {
			return true
		}
	}
	return false
}

// isAlone says that a row has just one filled cell.
func (d *detector) isAlone(row int) bool {
	filled := 0
	for c := range d.sheet.Rows[row].Cells {
		if d.sheet.Rows[row].Cells[c].Filled() {
			filled++
		}
	}
	return filled == 1
}

func (d *detector) hasPhone(row int) bool {
	cells := d.sheet.Rows[row].Cells
	for c := range cells {
		if reading.LooksLikePhone(d.sheet.Value(&cells[c])) {
			return true
		}
	}
	return false
}

// headerWordsIn counts the header words of a row; 0 if none of them is about a
// phone number, so that the row cannot be the header.
func (d *detector) headerWordsIn(row int, columns, phones [][]placed) int {
	words, candidate := 0, false
	for c := range columns {
		text := d.heading(row, c)
		if text == "" {
			continue
		}
		found := d.words.roles(text)
		if found == 0 || repeats(text, d.below(columns[c], row), d.sheet) {
			continue
		}
		words++
		if found&(roleNumber|roleFirst|roleOtherPhone) != 0 && !d.listedAbove(phones[c], row) {
			candidate = true
		}
	}
	if !candidate {
		return 0
	}
	return words
}

// below are the first filled cells of a column below a row.
func (d *detector) below(column []placed, row int) []placed {
	for i, p := range column {
		if p.row > row {
			return column[i:min(len(column), i+sampledCells)]
		}
	}
	return nil
}

// repeats says that at least a quarter of the cells have this text: then it is a
// value such as DID, and no header.
func repeats(text string, cells []placed, s *sheet.Sheet) bool {
	same := 0
	for _, p := range cells {
		if strings.EqualFold(strings.TrimSpace(s.Shown(p.cell)), text) {
			same++
		}
	}
	return same > 0 && same*4 >= len(cells)
}

// heading is the text of a row in a column, without blanks around it. A merged
// cell counts in every row that it covers, in its first column.
func (d *detector) heading(row, column int) string {
	c := d.sheet.CellOver(&d.sheet.Rows[row], column, d.merged[column])
	if c.Type != number.CellText {
		return ""
	}
	return strings.TrimSpace(c.Value)
}

// headerAbove is the row directly above the first phone number of a column, if
// it has a text without digits there; -1 if not.
func (d *detector) headerAbove(column []placed) int {
	first := d.firstPhone(column)
	if first == 0 || first == len(d.sheet.Rows) {
		return -1
	}
	above := first - 1
	if d.sheet.Rows[above].Line != d.sheet.Rows[first].Line-1 || d.hasPhone(above) {
		return -1
	}
	text := d.heading(above, int(column[0].cell.Column))
	if text == "" || strings.IndexFunc(text, unicode.IsDigit) >= 0 {
		return -1
	}
	return above
}
