package xls

import (
	"errors"
	"math"
	"strconv"

	"numberloader/import/sheet"
	"numberloader/internal/number"
)

// errNoText says that a cell names a text of a workbook that has none.
var errNoText = errors.New("a cell names a shared text that is not there")

// addCells adds the cell of a record, or its cells: numbers of one row may share
// a record ([MS-XLS], 2.4.175).
func (b *book) addCells(s *sheet.Sheet, r record) error {
	const sizeOfRow, sizeOfLast = 2, 2
	f := b.stream.fields(r)
	f.skip(sizeOfRow)
	column := f.uint16()
	if r.id != idMulRK {
		return b.addCell(s, r, &f, column)
	}
	for ; len(f.data) > sizeOfLast; column++ {
		if err := b.addCell(s, r, &f, column); err != nil {
			return err
		}
	}
	return f.err()
}

// addCell adds a cell whose style and value are the next fields.
func (b *book) addCell(s *sheet.Sheet, r record, f *fields, column int) error {
	if column >= sheet.MaxColumns {
		return errWide
	}
	c := sheet.Cell{Column: uint16(column), Format: b.struck.Format(b.readStyleOf(r.id, f))} //nolint:gosec // it was two bytes
	if err := errors.Join(b.setValue(&c, r, f), f.err()); err != nil {
		return err
	}
	if !c.Formula && c.Text == 0 {
		return nil
	}
	return s.AddCell(c)
}

// readStyleOf reads the style of a cell. Cells of Excel 2 name the number of
// their format, and those follow the styles in the list that the sheet has.
func (b *book) readStyleOf(id uint16, f *fields) int {
	if id > idString2 || id == idFormula && b.version != excel2 {
		return f.uint16()
	}
	f.skip(1)
	format := f.byte() & maskFormat2
	f.skip(1)
	return len(b.styles) + format
}

// setValue fills a cell from the fields after its style.
func (b *book) setValue(c *sheet.Cell, r record, f *fields) error {
	switch r.id {
	case idNumber, idNumber2:
		return b.setNumber(c, f.float())
	case idInteger2:
		return b.setNumber(c, float64(f.uint16()))
	case idRK, idRKOld, idMulRK:
		return b.setNumber(c, shortNumber(f.uint32()))
	case idLabel, idRString:
		return b.setText(c, f, f.uint16())
	case idLabel2:
		return b.setText(c, f, f.byte())
	case idLabelSST:
		return b.setShared(c, f.uint32())
	case idBoolErr, idBoolErr2:
		value := f.byte()
		return b.setSpecial(c, value, f.byte() == 1)
	}
	return b.setResult(c, r, f.take(sizeOfResult))
}

// shortNumber is a number in four bytes ([MS-XLS], 2.5.217): a whole one of 30
// bits, or the upper 30 bits of a float, each perhaps times 100.
func shortNumber(stored uint32) float64 {
	const hundred, whole, flags = 1, 2, 3
	n := math.Float64frombits(uint64(stored&^flags) << 32)
	if stored&whole != 0 {
		n = float64(int32(stored) >> 2) //nolint:gosec // the sign is one of the bits
	}
	if stored&hundred != 0 {
		n /= 100
	}
	return n
}

// setNumber fills a cell with a number in all of its digits.
func (b *book) setNumber(c *sheet.Cell, n float64) (err error) {
	const large, small = 1e21, 1e-6 // outside, it is shorter with an exponent
	if math.IsNaN(n) || math.IsInf(n, 0) {
		c.Type = number.CellError
		c.Text, err = b.store.KeepString("#NUM!")
		return err
	}
	form := byte('f')
	if size := math.Abs(n); size >= large || size > 0 && size < small {
		form = 'E'
	}
	b.buf = strconv.AppendFloat(b.buf[:0], n+0, form, -1, 64)
	c.Type = number.CellNumber
	c.Text, err = b.store.Keep(b.buf)
	return err
}

func (b *book) setText(c *sheet.Cell, f *fields, n int) (err error) {
	c.Type = number.CellText
	c.Text, err = b.text(f, n)
	return err
}

// setShared fills a cell with the shared text of this number. A number past the
// last text makes an error cell, which a person gets to see.
func (b *book) setShared(c *sheet.Cell, i uint32) (err error) {
	switch {
	case len(b.texts) == 0:
		return errNoText
	case int64(i) >= int64(len(b.texts)):
		c.Type = number.CellError
		c.Text, err = b.store.KeepString("#REF!")
	default:
		c.Type, c.Text = number.CellText, b.texts[i]
		if b.crossed[int(i)] {
			c.Format |= sheet.Struck
		}
	}
	return err
}

// setSpecial fills a cell with a logical value or an error.
func (b *book) setSpecial(c *sheet.Cell, value int, isError bool) (err error) {
	if isError {
		c.Type = number.CellError
		c.Text, err = b.store.KeepString(nameOfError(value))
		return err
	}
	c.Type = number.CellBool
	c.Text, err = b.store.KeepString(strconv.FormatBool(value != 0))
	return err
}

// nameOfError is an error as a cell shows it ([MS-XLS], 2.5.10).
func nameOfError(code int) string {
	switch code {
	case 0x00:
		return "#NULL!"
	case 0x07:
		return "#DIV/0!"
	case 0x0F:
		return "#VALUE!"
	case 0x17:
		return "#REF!"
	case 0x1D:
		return "#NAME?"
	case 0x24:
		return "#NUM!"
	case 0x2B:
		return "#GETTING_DATA"
	}
	return "#N/A"
}

// sizeOfResult is how many bytes the stored result of a formula has.
const sizeOfResult = 8

// setResult fills a cell with the stored result of its formula ([MS-XLS],
// 2.5.133): a float, or what is marked as something else by its last two bytes.
func (b *book) setResult(c *sheet.Cell, r record, result []byte) error {
	const kindText, kindBool, kindError, kindEmptyText = 0, 1, 2, 3
	const mark, valueAt = 0xFF, 2
	c.Formula = true
	if result == nil {
		return errShort
	}
	if result[6] != mark || result[7] != mark {
		f := fields{data: result}
		return b.setNumber(c, f.float())
	}
	switch result[0] {
	case kindText:
		return b.setFollowing(c, r)
	case kindBool, kindError:
		return b.setSpecial(c, int(result[valueAt]), result[0] == kindError)
	case kindEmptyText:
		c.Type = number.CellText
	}
	return nil
}

// setFollowing fills the cell of a formula with its text, which follows in a
// record of its own, perhaps behind formulas that several cells share. A cell
// without one stays as one without a stored result.
func (b *book) setFollowing(c *sheet.Cell, r record) error {
	for next := r; ; {
		var err error
		if next, err = b.stream.record(next.end()); err != nil {
			return err
		}
		switch next.id {
		case idShared, idArray, idArray2, idTable, idTable2, idContinue:
			continue
		case idString:
			f := b.stream.fields(next)
			return b.setText(c, &f, f.uint16())
		case idString2:
			f := b.stream.fields(next)
			return b.setText(c, &f, f.byte())
		}
		return nil
	}
}
