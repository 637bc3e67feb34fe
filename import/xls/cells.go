package xls

import (
	"cmp"
	"fmt"
	"slices"

	"numberloader/import/sheet"
)

// maxRows is how many rows a sheet can have.
const maxRows = 1 << 16

// survey is what is found out about a sheet before its cells are read: that it is
// whole, and what stands behind the cells that it is about.
type survey struct {
	cells  []cellRecord // in the order of their rows
	hidden [maxRows]bool
	narrow []sheet.Span // columns that are hidden; their lines say nothing
	merges []sheet.Span
	size   int // of the sheet in bytes
}

// cellRecord is the row of a record that holds cells, from 0, and where the record
// begins.
type cellRecord struct {
	row uint16
	at  uint32
}

// Read reads a sheet, and says how far it is.
func (b *book) Read(index int) (*sheet.Sheet, error) {
	p := b.sheets[index]
	s := sheet.New(p.Name, b.store, b.formats())
	s.From1904 = b.from1904
	found, err := b.stream.survey(p.at)
	if err == nil {
		err = b.count(found)
	}
	if err == nil {
		err = b.fill(s, found)
	}
	if err != nil {
		return nil, fmt.Errorf("sheet %q: %w", p.Name, err)
	}
	return s, nil
}

// maxPasses is how often the bytes of a workbook are read for its sheets. Sheets
// that lie within each other, thousands of them, would take forever.
const maxPasses = 4

func (b *book) count(found *survey) error {
	if b.passed += found.size; b.passed > maxPasses*len(b.stream) {
		return errNested
	}
	return nil
}

// survey looks through the sheet that begins at a place. Programs may write the
// cells in the order in which they were entered.
func (s stream) survey(at int) (*survey, error) {
	found := &survey{}
	if err := s.list(at, found.note); err != nil {
		return nil, err
	}
	byRow := func(a, b cellRecord) int { return cmp.Compare(a.row, b.row) }
	if !slices.IsSortedFunc(found.cells, byRow) {
		slices.SortStableFunc(found.cells, byRow)
	}
	return found, nil
}

func (v *survey) note(r record) error {
	v.size += headerSize + len(r.data)
	f := fields{data: r.data}
	switch r.id {
	case idRow, idRow2:
		v.noteRow(r.id, &f)
	case idColumns, idWidths2:
		v.noteColumns(r.id, &f)
	case idMergedCells:
		v.noteMerges(&f)
	case idInteger2, idNumber, idNumber2, idRK, idRKOld, idMulRK, idLabel, idLabel2, idLabelSST, idRString,
		idBoolErr, idBoolErr2, idFormula, idFormula3, idFormula4:
		v.cells = append(v.cells, cellRecord{uint16(f.uint16()), uint32(r.at - headerSize)}) //nolint:gosec // both fit: two bytes, and a place in a file of 200 MB
	}
	return f.err()
}

// noteRow notes whether a row is hidden, which is so as well if it was dragged to
// a height of 0 ([MS-XLS], 2.4.221).
func (v *survey) noteRow(id uint16, f *fields) {
	const sizeOfColumns, hidden, byHand = 4, 0x20, 0x40
	row := f.uint16()
	f.skip(sizeOfColumns)
	height, flags := f.uint16(), byHand
	if id == idRow {
		f.skip(4)
		flags = f.uint16()
	}
	v.hidden[row] = flags&hidden != 0 || height == 0 && flags&byHand != 0
}

// noteColumns notes whether columns are hidden, which they are as well without any
// width ([MS-XLS], 2.4.53; Excel 2 knew only widths).
func (v *survey) noteColumns(id uint16, f *fields) {
	if id == idWidths2 {
		first, last := f.byte(), f.byte()
		if f.uint16() == 0 {
			v.narrow = append(v.narrow, sheet.Span{FirstColumn: first, LastColumn: last})
		}
		return
	}
	const hidden = 1
	first, last, width := f.uint16(), f.uint16(), f.uint16()
	f.skip(2)
	if f.uint16()&hidden != 0 || width == 0 {
		v.narrow = append(v.narrow, sheet.Span{FirstColumn: first, LastColumn: last})
	}
}

func (v *survey) noteMerges(f *fields) {
	for range f.uint16() {
		first, last := f.uint16(), f.uint16()
		v.merges = append(v.merges, sheet.Span{FirstLine: first + 1, LastLine: last + 1, FirstColumn: f.uint16(), LastColumn: f.uint16()})
	}
}

// fill reads the cells that were found into a sheet.
func (b *book) fill(s *sheet.Sheet, found *survey) error {
	for _, c := range found.narrow {
		s.HideColumns(c.FirstColumn, c.LastColumn)
	}
	for i, c := range found.cells {
		r, err := b.stream.record(int(c.at))
		if err != nil {
			return err
		}
		if err := b.addCells(s, r); err != nil {
			return err
		}
		if i+1 < len(found.cells) && found.cells[i+1].row == c.row {
			continue
		}
		if err := s.EndRow(sheet.Row{Line: int(c.row) + 1, Hidden: found.hidden[c.row]}); err != nil {
			return err
		}
		if err := b.file.Step(s, float64(i+1)/float64(len(found.cells)), float64(c.at)/float64(len(b.stream))); err != nil {
			return err
		}
	}
	for _, m := range found.merges {
		if err := s.AddMerge(m); err != nil {
			return err
		}
	}
	s.Sort()
	return nil
}
