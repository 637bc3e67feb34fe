package report

import (
	"archive/zip"
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"strconv"
	"unicode"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"numberloader/internal/number"
)

// endOfRows is where the rows go in a sheet that has none yet.
const endOfRows = "</sheetData>"

// chunk is as much of a sheet as is made before it is written, in bytes.
const chunk = 64 << 10

var errNoRows = errors.New("the sheet has no place for rows")

// parts takes the parts of a workbook from the library and writes them, those that are
// sheets with a table with its rows.
type parts struct {
	*zip.Writer

	book   *book
	failed error // the first; the library may go on after it
}

// Create begins a part.
func (p *parts) Create(name string) (io.Writer, error) {
	w, err := p.Writer.Create(name)
	return &part{parts: p, name: name, w: w}, err //nolint:wrapcheck // it names the part
}

// Close ends the workbook, and says what has failed on the way.
func (p *parts) Close() error { return errors.Join(p.failed, p.Writer.Close()) }

// part is a part of a workbook, which the library hands over in one piece.
type part struct {
	parts *parts
	name  string
	w     io.Writer
}

// Write writes the part.
func (p *part) Write(content []byte) (int, error) {
	err := p.write(content)
	if err != nil {
		err = fmt.Errorf("%s: %w", p.name, err)
		p.parts.failed = cmp.Or(p.parts.failed, err)
	}
	return len(content), err
}

func (p *part) write(content []byte) error {
	t, is := p.parts.book.tables[p.name]
	if !is {
		_, err := p.w.Write(content)
		return err //nolint:wrapcheck // Write says which
	}
	head, tail, found := bytes.Cut(content, []byte(endOfRows))
	if !found {
		return errNoRows
	}
	return p.parts.book.fill(p.w, t, head, append([]byte(endOfRows), tail...))
}

// fill writes a sheet: what stands before its rows, the rows, and the rest.
func (b *book) fill(w io.Writer, t table, head, tail []byte) error {
	s := sheetRows{begins: make([]string, len(t.columns)), styles: b.styles()}
	texts := make([]string, len(t.columns))
	for i, c := range t.columns {
		s.begins[i], texts[i] = `<c r="`+number.ColumnName(i), c.title
	}
	s.xml = appendWidths(s.xml, head, t.columns)
	first := b.header
	if t.headless {
		first = b.text
	}
	if t.above != "" {
		s.add([]string{t.above}, b.text, outcomeStyle{}, style{})
	}
	s.add(texts, first, outcomeStyle{}, style{})
	for row := range t.rows {
		clear(texts)
		colored := t.cells(row, texts)
		s.add(texts, b.text, colored, b.outcomes[colored.outcome])
		if len(s.xml) < chunk {
			continue
		}
		if _, err := w.Write(s.xml); err != nil {
			return err //nolint:wrapcheck // write says which
		}
		s.xml = s.xml[:0]
	}
	_, err := w.Write(append(s.xml, tail...))
	return err //nolint:wrapcheck // write says which
}

// appendWidths adds what stands before the rows, with the widths of the columns.
func appendWidths(xml, head []byte, columns []column) []byte {
	const rows = "<sheetData>"
	xml = append(xml, bytes.TrimSuffix(head, []byte(rows))...)
	before := len(xml)
	xml = append(xml, "<cols>"...)
	none := len(xml)
	for i, c := range columns {
		if c.width == 0 {
			continue
		}
		xml = fmt.Appendf(xml, `<col min="%d" max="%d" customWidth="1" width="%g"/>`, i+1, i+1, c.width)
	}
	if len(xml) == none {
		return append(xml[:before], rows...)
	}
	return append(xml, "</cols>"+rows...)
}

// sheetRows are the rows of a sheet as XML. All cells are texts, which stand in the
// sheet itself (ECMA-376, part 1, 18.3.1.4 and 18.18.11).
type sheetRows struct {
	xml    []byte
	count  int
	row    []byte   // the number of the last, as a text
	begins []string // how the cells of each column begin, up to the number of their row
	styles []string // how cells of each style go on behind it, up to their text
}

// add adds a row. One of its cells may have another style, colored.
func (s *sheetRows) add(texts []string, usual style, colored outcomeStyle, color style) {
	s.count++
	s.row = strconv.AppendInt(s.row[:0], int64(s.count), 10)
	s.xml = append(append(append(s.xml, `<row r="`...), s.row...), `">`...)
	for i, text := range texts {
		switch {
		case colored.set && colored.at == i:
			s.cell(i, text, color.of(text))
		case text != "":
			s.cell(i, text, usual.of(text))
		}
	}
	s.xml = append(s.xml, `</row>`...)
}

func (s *sheetRows) cell(column int, text string, style int) {
	s.xml = append(append(append(s.xml, s.begins[column]...), s.row...), s.styles[style]...)
	if text = cut(text, excelize.TotalCellChars); isPadded(text) {
		s.xml = append(s.xml, ` xml:space="preserve"`...)
	}
	s.xml = append(appendText(append(s.xml, '>'), text), `</t></is></c>`...)
}

// isPadded reports whether a text begins or ends with a blank, which readers drop unless
// they are told not to.
func isPadded(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	last, _ := utf8.DecodeLastRuneInString(text)
	return unicode.IsSpace(first) || unicode.IsSpace(last)
}
