package importer

import (
	"strings"
	"unicode"

	"numberloader/import/sheet"
	"numberloader/internal/number"
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

	phones [][]int32  // rows with a cell like a phone number, by column
	before []int32    // how many such cells there are before a row
	top    [][]placed // the first filled cells of each column
}

func newDetector(s *sheet.Sheet, words *dictionary) *detector {
	d := &detector{sheet: s, words: words, merged: map[int][]sheet.Span{}}
	for _, m := range s.Merges {
		if m.LastLine > m.FirstLine {
			d.merged[m.FirstColumn] = append(d.merged[m.FirstColumn], m)
		}
	}
	d.scan()
	return d
}

// samples are the first filled cells of each column, from one row up to another.
func (d *detector) samples(from, end, limit int) [][]placed {
	columns, full := make([][]placed, d.sheet.Width), 0
	for i := from; i < end && full < len(columns); i++ {
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

// below are the first filled cells of a column below a row.
func (d *detector) below(column []placed, row int) []placed {
	for i, p := range column {
		if p.row > row {
			return column[i:min(len(column), i+sampledCells)]
		}
	}
	return nil
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

// headerAbove is the row directly above the first phone number of a column, if it
// has a text there that can be a header; -1 if not. A title that stands alone in
// its row and has digits is none.
func (d *detector) headerAbove(numbers int) int {
	if len(d.phones[numbers]) == 0 {
		return -1
	}
	first := int(d.phones[numbers][0])
	if first == 0 || d.sheet.Rows[first-1].Line != d.sheet.Rows[first].Line-1 || d.hasPhone(first-1) {
		return -1
	}
	above := first - 1
	text := d.heading(above, numbers)
	hasDigits := strings.IndexFunc(text, unicode.IsDigit) >= 0
	if number.SaysNothing(text) || strings.IndexFunc(text, unicode.IsLetter) < 0 || hasDigits && d.isAlone(above) {
		return -1
	}
	return above
}
