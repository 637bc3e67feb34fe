package xls

import (
	"errors"
	"slices"

	"golang.org/x/text/encoding"

	"numberloader/import/refuse"
	"numberloader/import/sheet"
	"numberloader/internal/number"
)

// errNoSheets says that a workbook names no sheet at all.
var errNoSheets = errors.New("the workbook has no sheets")

// Versions by the number of Excel. Excel 95 writes what 5 does.
const (
	excel2  = 2
	excel3  = 3
	excel4  = 4
	excel5  = 5
	excel97 = 8
)

// book is a workbook with what its sheets share.
type book struct {
	file     *sheet.Input
	stream   stream
	version  int
	sheets   []place
	store    *sheet.Texts
	buf      []byte            // of the value at work
	passed   int               // bytes of the sheets read so far
	texts    []number.Text     // those that cells name by their number
	crossed  map[int]bool      // of which a part is crossed out
	letters  encoding.Encoding // of texts before Excel 97
	from1904 bool              // days count from 1904

	own    map[string]string // number formats by their number
	styles []string          // number of the format of each style
	fonts  []bool            // that cross texts out
	struck sheet.Styles      // styles with such a font
}

// place is a sheet and where it begins.
type place struct {
	number.Sheet

	at int
}

// Sheets are the sheets of cells.
func (b *book) Sheets() []sheet.Info {
	all := make([]sheet.Info, len(b.sheets))
	for i, s := range b.sheets {
		all[i] = sheet.Info{Sheet: s.Sheet}
	}
	return all
}

// openBook reads what the sheets share.
func openBook(file *sheet.Input, s stream) (*book, error) {
	b := &book{file: file, stream: s, store: sheet.NewTexts(sheet.MaxTextBytes), letters: westEuropean(), own: map[string]string{}, crossed: map[int]bool{}}
	first, err := s.record(0)
	if err != nil {
		return nil, err
	}
	kind := 0
	b.version, kind = versionOf(first)
	if err := s.unlock(b.version, file.Password); err != nil {
		return nil, refused(err, file.Password)
	}
	switch {
	case kind == kindCells: // without a list of its sheets, as all were before Excel 4
		b.sheets = []place{{Sheet: number.Sheet{Name: "Sheet1"}}}
	case b.version < excel5: // a chart, macros, or sheets that Excel 4 bound together
		return nil, refuse.OldExcel()
	}
	if err := s.list(0, b.read); err != nil {
		return nil, err
	}
	if len(b.sheets) == 0 {
		return nil, errNoSheets
	}
	return b, nil
}

// refused is why a protected workbook is not read, in words.
func refused(err error, password string) error {
	switch {
	case errors.Is(err, errPassword) && password == "":
		return refuse.Password()
	case errors.Is(err, errPassword):
		return refuse.WrongPassword(err)
	case errors.Is(err, errProtection):
		return refuse.UnknownEncryption(err)
	}
	return err
}

// kindCells is what the first record of a list says if it is a sheet of cells.
const kindCells = 0x0010

// versionOf is the version of a workbook and the kind of its first list by the
// record that begins it.
func versionOf(first record) (version, kind int) {
	f := &fields{data: first.data}
	version, kind = f.uint16(), f.uint16()
	switch first.id {
	case idBegin2:
		return excel2, kind
	case idBegin3:
		return excel3, kind
	case idBegin4:
		return excel4, kind
	}
	if version == 0x0600 {
		return excel97, kind
	}
	return excel5, kind
}

// read reads one record of those that the sheets share.
func (b *book) read(r record) error {
	all := b.stream.fields(r)
	f := &all
	switch r.id {
	case idCodePage:
		b.letters = lettersOf(f.uint16())
	case idDateMode:
		b.from1904 = f.uint16() == 1
	case idBoundSheet:
		return b.readPlace(f)
	case idFormat, idFormat2:
		return b.readFormat(r.id, f)
	case idFont, idFont3:
		return b.readFont(f)
	case idXF, idXF2, idXF3, idXF4:
		return b.readStyle(r.id, f)
	case idSST:
		return b.readTexts(f)
	}
	return f.err()
}

// readPlace reads where a sheet begins, whether it is hidden, what it is and its
// name ([MS-XLS], 2.4.28). Charts, macros and dialogs are no sheets of cells.
func (b *book) readPlace(f *fields) error {
	at, state, kind := f.uint32(), f.byte(), f.byte()
	name, err := b.text(f, f.byte())
	if err != nil {
		return err
	}
	if len(b.sheets) == sheet.MaxSheets {
		return refuse.TooManySheets()
	}
	if kind == 0 {
		b.sheets = append(b.sheets, place{number.Sheet{Name: b.store.At(name), Hidden: state&3 != 0}, int(at)})
	}
	return nil
}

// readTexts reads the texts that cells name by their number ([MS-XLS], 2.4.265).
// Some programs write fewer than they say; a cell that names one of the others
// shows so.
func (b *book) readTexts(f *fields) error {
	f.skip(4)
	n := f.uint32()
	if n > sheet.MaxTexts {
		return refuse.TooManyTexts()
	}
	for range n {
		if f.done() {
			break
		}
		b.buf = f.text(b.buf[:0], f.uint16())
		if f.short {
			return errShort
		}
		if slices.ContainsFunc(f.fonts, b.crossesOut) {
			b.crossed[len(b.texts)] = true
		}
		text, err := b.store.Keep(b.buf)
		if err != nil {
			return err
		}
		b.texts = append(b.texts, text)
	}
	return f.err()
}

// text is the next field, a text of n characters.
func (b *book) text(f *fields, n int) (number.Text, error) {
	if b.version == excel97 {
		b.buf = f.text(b.buf[:0], n)
	} else {
		b.buf = decode(b.letters, f.take(n))
	}
	if f.short {
		return 0, errShort
	}
	return b.store.Keep(b.buf)
}
