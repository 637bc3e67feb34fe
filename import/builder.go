package importer

import (
	"strings"
	"unicode"

	"numberloader/import/sheet"
	"numberloader/internal/number"
	"numberloader/internal/reading"
)

// builder makes records of rows.
type builder struct {
	sheet   *sheet.Sheet
	columns []int          // by field, -1 for a field without a column
	merged  [][]sheet.Span // ranges of more than one row, by field
	heading string         // of the column of the numbers
	phones  []bool         // rows with a number cell like a phone number

	firstPhone, lastPhone int  // the first and the last of these rows; -1 if there is none
	headless              bool // headings may stand above the first number

	shown []string // a slab that the sources of records are cut out of
}

// shownSlab is how many texts of sources are allocated at once.
const shownSlab = 4096

func newBuilder(s *sheet.Sheet, f *found, layout number.Layout) *builder {
	fields := number.Fields()
	b := &builder{sheet: s, columns: make([]int, len(fields)), merged: make([][]sheet.Span, len(fields)), firstPhone: -1, lastPhone: -1}
	for _, field := range fields {
		column, ok := f.columns[field]
		if !ok {
			b.columns[field] = -1
			continue
		}
		b.columns[field] = column
		b.merged[field] = s.MergedDown(column, field != number.FieldNumber)
	}
	if column := b.columns[number.FieldNumber]; column >= 0 {
		_, named := layout.Columns[number.FieldNumber]
		b.heading = f.headings[column]
		b.headless = f.header < 0 && layout.Header == nil && !named
		b.findPhones(f.first, column)
	}
	return b
}

// findPhones looks for the rows whose number cell is like a phone number.
func (b *builder) findPhones(first, column int) {
	b.phones = make([]bool, len(b.sheet.Rows))
	for i := first; i < len(b.sheet.Rows); i++ {
		if !reading.LooksLikePhone(b.sheet.Value(b.sheet.Rows[i].Cell(column))) {
			continue
		}
		if b.phones[i] = true; b.firstPhone < 0 {
			b.firstPhone = i
		}
		b.lastPhone = i
	}
}

func (b *builder) record(i int) number.Record {
	r := &b.sheet.Rows[i]
	record := number.Record{
		Line:         r.Line,
		Hidden:       r.Hidden,
		Source:       b.source(r),
		Type:         b.text(r, number.FieldType),
		Usage:        b.text(r, number.FieldUsage),
		State:        b.text(r, number.FieldState),
		Location:     b.text(r, number.FieldLocation),
		Subscription: b.text(r, number.FieldSubscription),
	}
	if column := b.columns[number.FieldNumber]; column >= 0 {
		c := r.Cell(column)
		record.Number = b.sheet.Value(c)
		record.Skipped = b.skip(i, c)
	}
	if end := b.columns[number.FieldNumberEnd]; end >= 0 {
		record.End = b.sheet.Value(r.Cell(end))
	}
	return record
}

// source is what the row shows in each column.
func (b *builder) source(r *sheet.Row) []string {
	width := r.Width()
	if len(b.shown) < width {
		b.shown = make([]string, max(shownSlab, width))
	}
	shown := b.shown[:width:width]
	b.shown = b.shown[width:]
	for i := range r.Cells {
		shown[r.Cells[i].Column] = b.sheet.Shown(&r.Cells[i])
	}
	return shown
}

// text is the text of a field; that of a merged cell counts for all its rows.
func (b *builder) text(r *sheet.Row, field number.Field) string {
	column := b.columns[field]
	if column < 0 {
		return ""
	}
	return b.sheet.Shown(b.sheet.CellOver(r, column, b.merged[field]))
}

// skip is why a row is left out of the list (docs/number-rules.md, 5.6); c is its
// number cell.
func (b *builder) skip(i int, c *sheet.Cell) number.Skip {
	r := &b.sheet.Rows[i]
	if m, ok := sheet.Covering(b.merged[number.FieldNumber], r.Line); ok && m.FirstLine < r.Line {
		return number.SkipMerged
	}
	if !b.phones[i] && number.IsTotalWord(b.firstText(r)) {
		return number.SkipTotal
	}
	if b.isHeading(i, c) {
		return number.SkipHeading
	}
	if b.lastPhone >= 0 && i > b.lastPhone && !c.Filled() && filledCells(r) == 1 {
		return number.SkipNote
	}
	return number.SkipNone
}

// firstText is what the first filled cell of a row shows.
func (b *builder) firstText(r *sheet.Row) string {
	for i := range r.Cells {
		if r.Cells[i].Filled() {
			return b.sheet.Shown(&r.Cells[i])
		}
	}
	return ""
}

func (b *builder) isHeading(i int, c *sheet.Cell) bool {
	headless := b.headless && i < b.firstPhone
	if b.heading == "" && !headless {
		return false
	}
	text := b.sheet.Shown(c)
	if b.heading != "" && strings.EqualFold(strings.TrimSpace(text), b.heading) {
		return true
	}
	return headless && strings.IndexFunc(text, unicode.IsDigit) < 0
}

func filledCells(r *sheet.Row) int {
	n := 0
	for i := range r.Cells {
		if r.Cells[i].Filled() {
			n++
		}
	}
	return n
}
