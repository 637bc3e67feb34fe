package sheet

import (
	"encoding/binary"
	"slices"

	"numberloader/internal/number"
)

// form is what the cells of a row are but for their texts. The rows of a list have few
// different ones, so that a cell takes no more room than the place of its text.
type form struct {
	cells  []Cell // without texts
	width  int    // columns from A to the last cell
	filled bool   // a cell shows anything
	plain  bool   // what stands in each column from A on is a text, or nothing
}

// forms are those of the rows of a sheet.
type forms struct {
	all   []form
	last  uint32 // that a row had
	known map[string]uint32
	key   []byte
}

// mostForms is how many different forms are looked for among later ones.
const mostForms = 4096

// isLast reports whether a row has the form that the one before has.
func (f *forms) isLast(row []Cell) bool { return len(f.all) > 0 && isForm(f.all[f.last].cells, row) }

// of is the place of the form of a row.
func (f *forms) of(row []Cell) uint32 {
	if f.isLast(row) {
		return f.last
	}
	f.key = f.key[:0]
	for _, c := range row {
		f.key = binary.LittleEndian.AppendUint32(f.key, uint32(c.Format))
		f.key = binary.LittleEndian.AppendUint16(f.key, c.Column)
		f.key = append(f.key, byte(c.Type), boolByte(c.Formula))
	}
	at, known := f.known[string(f.key)]
	if !known {
		at = f.add(row)
	}
	f.last = at
	return at
}

// add adds the form of a row, which the key is of.
func (f *forms) add(row []Cell) uint32 {
	if f.known == nil || len(f.known) == mostForms {
		f.known = map[string]uint32{}
	}
	width := width(row)
	added := form{cells: slices.Clone(row), width: width, plain: width == len(row)}
	for i := range added.cells {
		c := &added.cells[i]
		c.Text = 0
		added.filled = added.filled || c.Filled()
		added.plain = added.plain && (c.Type == number.CellText || c.isGap())
	}
	at := uint32(len(f.all)) //nolint:gosec // there are no more than rows
	f.all, f.known[string(f.key)] = append(f.all, added), at
	return at
}

// isForm reports whether cells differ from those of a form in their texts only.
func isForm(form, row []Cell) bool {
	if len(form) != len(row) {
		return false
	}
	for i, c := range row {
		if c.Text = 0; c != form[i] {
			return false
		}
	}
	return true
}

func boolByte(b bool) byte {
	if b {
		return 1
	}
	return 0
}

// fewGaps is how many columns without a cell a row may have beside as many as cells for empty
// cells to stand in them: a row then lies as it is shown.
const fewGaps = 16

// withoutGaps are the cells of a row with empty ones between them, if there are few gaps.
func withoutGaps(row []Cell) []Cell {
	n, w := len(row), width(row)
	if w == n || w-n > n+fewGaps {
		return row
	}
	row = append(row, make([]Cell, w-n)...)
	for column, from := w-1, n-1; column >= 0; column-- {
		if from >= 0 && int(row[from].Column) == column {
			row[column] = row[from]
			from--
		} else {
			row[column] = gap(column)
		}
	}
	return row
}

// gap is what stands in a column without a cell.
func gap(column int) Cell { return Cell{Column: uint16(column)} } //nolint:gosec // it is before another one

// isGap reports whether a cell of a form stands for none.
func (c Cell) isGap() bool { return c == Cell{Column: c.Column} }

// textsOf are the texts of cells, until the next call.
func (s *Sheet) textsOf(row []Cell) []number.Text {
	s.at = s.at[:0]
	for _, c := range row {
		s.at = append(s.at, c.Text)
	}
	return s.at
}
