package xls

import (
	"errors"
	"strconv"

	"numberloader/import/refuse"
	"numberloader/import/sheet"
)

// maskFormat2 is the bits of the number of a format in Excel 2.
const maskFormat2 = 0x3F

// readFormat reads a number format. Before Excel 5 they had no numbers.
func (b *book) readFormat(id uint16, f *fields) error {
	key, size := len(b.own), 0
	if id == idFormat {
		if n := f.uint16(); b.version >= excel5 {
			key = n
		}
	}
	if b.version == excel97 {
		size = f.uint16()
	} else {
		size = f.byte()
	}
	code, err := b.text(f, size)
	b.own[strconv.Itoa(key)] = code
	return errors.Join(err, checkFormats(len(b.own)))
}

// readStyle reads the number of the format of a style.
func (b *book) readStyle(id uint16, f *fields) error {
	format := 0
	switch id {
	case idXF:
		f.skip(2)
		format = f.uint16()
	case idXF2:
		f.skip(2)
		format = f.byte() & maskFormat2
	default:
		f.skip(1)
		format = f.byte()
	}
	b.styles = append(b.styles, strconv.Itoa(format))
	return errors.Join(f.err(), checkFormats(len(b.styles)))
}

func checkFormats(n int) error {
	if n > sheet.MaxFormats {
		return refuse.TooManyFormats()
	}
	return nil
}

// formats are the number formats of the styles and then, for the cells of Excel 2,
// all formats of the workbook.
func (b *book) formats() []string {
	all := make([]string, 0, len(b.styles)+len(b.own))
	for _, id := range b.styles {
		all = append(all, sheet.FormatOf(id, b.own))
	}
	for n := 0; b.version < excel5 && n < len(b.own); n++ {
		all = append(all, sheet.FormatOf(strconv.Itoa(n), b.own))
	}
	return all
}
