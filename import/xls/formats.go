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
	b.own[strconv.Itoa(key)] = b.store.At(code)
	return errors.Join(err, checkFormats(len(b.own)))
}

// readFont reads whether a font crosses texts out ([MS-XLS], 2.4.122).
func (b *book) readFont(f *fields) error {
	const struckOut = 0x08
	f.skip(2)
	b.fonts = append(b.fonts, f.uint16()&struckOut != 0)
	return errors.Join(f.err(), checkFormats(len(b.fonts)))
}

// crossesOut reports whether the font of a number crosses texts out. There is none of the
// number 4 ([MS-XLS], 2.5.129).
func (b *book) crossesOut(font int) bool {
	const missing = 4
	if font > missing {
		font--
	}
	return font < len(b.fonts) && b.fonts[font]
}

// readStyle reads the numbers of the format and of the font of a style.
func (b *book) readStyle(id uint16, f *fields) error {
	font, format := 0, 0
	switch id {
	case idXF:
		font = f.uint16()
		format = f.uint16()
	case idXF2:
		font = f.byte()
		f.skip(1)
		format = f.byte() & maskFormat2
	default:
		font = f.byte()
		format = f.byte()
	}
	b.styles = append(b.styles, strconv.Itoa(format))
	b.struck = append(b.struck, b.crossesOut(font))
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
