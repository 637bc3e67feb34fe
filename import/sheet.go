package importer

import (
	"cmp"
	"slices"

	"numberloader/internal/number"
)

// Limits of a sheet. Rows are docs/number-rules.md, 5.1; columns are those of
// Excel; cells keep the memory for one sheet below about 1 GB.
const (
	maxRows     = 1_048_576
	maxColumns  = 16_384
	maxCells    = 16_000_000
	longText    = 64         // bytes of the shortest text that counts as a long one
	maxLongText = 256 << 20  // bytes of the long texts and formats of all cells; a shared one counts for each cell that names it
	maxShown    = 32_000_000 // texts of all rows of a table, each from column A to its last cell
)

// sheet is the cells of one sheet, or of a text file. It holds rows that have
// any cell, in the order of their numbers.
type sheet struct {
	name    string
	rows    []row
	merges  []span
	formats []string // number formats that cells name
	width   int      // columns from A on
	cells   int
	text    int // bytes of the long texts and formats of all cells

	slab  []cell // the last slab; rows have slices of slabs
	begin int    // where in it the row begins that is being read

	looked bool // its first rows were looked at
}

// row is one row that has any cell.
type row struct {
	line   int
	hidden bool
	filled bool // a cell shows anything
	cells  []cell
}

// cell is number.Cell in less memory.
type cell struct {
	value   string
	format  uint32 // index into sheet.formats
	column  uint16 // 0 is A
	kind    number.CellType
	formula bool
}

// span is a range of merged cells, ends included.
type span struct{ firstLine, lastLine, firstColumn, lastColumn int }

// sort brings rows that the file holds in another order into that of their
// numbers.
func (s *sheet) sort() {
	if byLine := func(a, b row) int { return cmp.Compare(a.line, b.line) }; !slices.IsSortedFunc(s.rows, byLine) {
		slices.SortStableFunc(s.rows, byLine)
	}
	slices.SortFunc(s.merges, func(a, b span) int { return cmp.Compare(a.firstLine, b.firstLine) })
}

// empty says that no cell shows anything.
func (s *sheet) empty() bool {
	return !slices.ContainsFunc(s.rows, func(r row) bool { return r.filled })
}

// find is the index of the row with this number, or where it would be.
func (s *sheet) find(line int) (int, bool) {
	return slices.BinarySearchFunc(s.rows, line, func(r row, line int) int { return cmp.Compare(r.line, line) })
}

// cell is the cell of a column; an empty one if there is none.
func (r *row) cell(column int) *cell {
	if column < len(r.cells) && int(r.cells[column].column) == column {
		return &r.cells[column] // no blank cell before it
	}
	if i, ok := slices.BinarySearchFunc(r.cells, column, func(c cell, column int) int { return cmp.Compare(int(c.column), column) }); ok {
		return &r.cells[i]
	}
	return &cell{}
}

// width is how many columns there are from A to the last cell of a row.
func (r *row) width() int { return int(r.cells[len(r.cells)-1].column) + 1 }

// of is a cell as the rest of the program knows it.
func (s *sheet) of(c *cell) number.Cell {
	full := number.Cell{Type: c.kind, Formula: c.formula, Value: c.value}
	if int(c.format) < len(s.formats) && (c.kind == number.CellNumber || c.kind == number.CellDate) {
		full.Format = s.formats[c.format]
	}
	return full
}

// shown is the text of a cell as a person sees it.
func (s *sheet) shown(c *cell) string {
	if c.kind == number.CellText {
		return c.value
	}
	return s.of(c).Shown()
}

// filled says that a cell shows anything. A formula without a stored result
// counts, because the user has to hear of it; blanks alone do not.
func (c *cell) filled() bool {
	if c.value != "" && c.value[0] > ' ' && c.value[0] < 0x7f {
		return true // most cells
	}
	return !number.Cell{Type: c.kind, Formula: c.formula, Value: c.value}.IsEmpty()
}

// isBlank says that a text shows nothing.
func isBlank(text string) bool {
	return number.Cell{Type: number.CellText, Value: text}.IsEmpty()
}

// mergedDown are the merged ranges of more than one row that cover a column, in
// the order of their rows. With first set, only those that begin in it.
func (s *sheet) mergedDown(column int, first bool) []span {
	var found []span
	for _, m := range s.merges {
		if m.lastLine > m.firstLine && m.firstColumn <= column && column <= m.lastColumn && (!first || m.firstColumn == column) {
			found = append(found, m)
		}
	}
	return found
}

// covering is the merged range, of those in one column, in which a row lies.
func covering(merged []span, line int) (span, bool) {
	i, _ := slices.BinarySearchFunc(merged, line+1, func(m span, line int) int { return cmp.Compare(m.firstLine, line) })
	if i == 0 || merged[i-1].lastLine < line {
		return span{}, false
	}
	return merged[i-1], true
}

// cellIn is the cell of a row in a column, or the one that is merged over it
// from above.
func (s *sheet) cellIn(r *row, column int, merged []span) *cell {
	if c := r.cell(column); c.filled() || len(merged) == 0 {
		return c
	}
	m, ok := covering(merged, r.line)
	if !ok {
		return &cell{}
	}
	top, ok := s.find(m.firstLine)
	if !ok {
		return &cell{}
	}
	return s.rows[top].cell(column)
}
