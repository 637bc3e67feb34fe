package importer

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"numberloader/import/sheet"
	"numberloader/internal/characters"
	"numberloader/internal/number"
)

// builder makes records of rows.
type builder struct {
	sheet   *sheet.Sheet
	columns []int          // by field, -1 for a field without a column
	merged  [][]sheet.Span // ranges of more than one row, by field
	heading string         // of the column of the numbers
	phones  []int32        // rows with a number cell like a phone number
	list    uint16         // that the records are of
	sum     float64        // of the numbers so far, as far as they are plain
	summed  int            // how many these are

	layout number.Layout
	counts bool // ends are counts

	firstPhone, lastPhone int  // the first and the last of these rows; -1 if there is none
	headless              bool // headings may stand above the first number

	shown []string // a slab that the sources of records are cut out of
}

// shownSlab is how many texts of sources are allocated at once.
const shownSlab = 4096

func newBuilder(d *detector, f *found, columns map[number.Field]int, layout number.Layout) *builder {
	s, fields := d.sheet, number.AllFields()
	b := &builder{
		sheet: s, columns: make([]int, len(fields)), merged: make([][]sheet.Span, len(fields)), firstPhone: -1, lastPhone: -1,
		layout: layout, counts: f.counts,
	}
	for _, field := range fields {
		column, ok := columns[field]
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
		b.headless = f.table.header < 0 && layout.Header == nil && !named
		b.phones = d.phones[column]
		if first, last, ok := d.firstAndLastPhone(column, f.table); ok {
			b.firstPhone, b.lastPhone = first, last
		}
	}
	return b
}

func (b *builder) record(i int) number.Record {
	r := &b.sheet.Rows[i]
	record := number.Record{
		Line:         r.Line,
		Hidden:       r.Hidden,
		Source:       b.source(r),
		Type:         b.meant(r, number.FieldType),
		Usage:        b.meant(r, number.FieldUsage),
		State:        b.meant(r, number.FieldState),
		Location:     b.text(r, number.FieldLocation),
		Subscription: b.text(r, number.FieldSubscription),
		List:         b.list,
	}
	if b.layout.SheetIsLocation && strings.TrimSpace(record.Location) == "" {
		record.Location = b.sheet.Name
	}
	if column := b.columns[number.FieldNumber]; column >= 0 {
		c := r.Cell(column)
		record.Number = b.sheet.Value(c)
		record.Skipped = b.skip(i, c)
		if record.Skipped == number.SkipNone {
			b.join(r, &record)
		}
	}
	if end := b.columns[number.FieldNumberEnd]; end >= 0 {
		record.End = b.sheet.Value(r.Cell(end))
		if b.counts {
			record.End = lastOf(record.Number, record.End)
		}
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
	for _, field := range []number.Field{number.FieldCountry, number.FieldAreaCode, number.FieldExchange, number.FieldAction} {
		if c := b.columns[field]; len(b.merged[field]) > 0 && c < width {
			shown[c] = b.text(r, field)
		}
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

// meant is the text of a field in the words that the user explained.
func (b *builder) meant(r *sheet.Row, field number.Field) string {
	return b.layout.Meant(field, b.text(r, field))
}

// skip is why a row is left out of the list (docs/number-rules.md, 5.6); c is its
// number cell.
func (b *builder) skip(i int, c *sheet.Cell) number.Skip {
	r := &b.sheet.Rows[i]
	if m, ok := sheet.Covering(b.merged[number.FieldNumber], r.Line); ok && m.FirstLine < r.Line {
		return number.SkipMerged
	}
	if b.isTotal(i, c) {
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

// hasNumber says that the number cell of a row does not only say that nothing is there.
func (b *builder) hasNumber(row int) bool {
	return b.sheet.Tells(b.sheet.Rows[row].Cell(b.columns[number.FieldNumber]))
}

// isPhone says that the number cell of a row looks like a phone number.
func (b *builder) isPhone(row int) bool {
	_, found := slices.BinarySearch(b.phones, int32(row)) //nolint:gosec // a sheet has fewer rows
	return found
}

// isTotal says that a row is a total: by its word, if there is no number or
// nothing but totals follows, or because its number is the sum of those above.
func (b *builder) isTotal(row int, c *sheet.Cell) bool {
	phone := b.isPhone(row)
	if number.IsTotalWord(b.firstText(&b.sheet.Rows[row])) && (!phone || row >= b.lastPhone && row > b.firstPhone || b.addsUp(c)) {
		return true
	}
	if phone && row >= b.lastPhone && b.addsUp(c) {
		return true
	}
	b.add(c)
	return false
}

// add adds a plain number to the sum.
func (b *builder) add(c *sheet.Cell) {
	if value, ok := plainValue(b.sheet.Shown(c)); ok {
		b.sum += value
		b.summed++
	}
}

// addsUp says that a cell holds the sum of the plain numbers above it, of which
// there are at least two.
func (b *builder) addsUp(c *sheet.Cell) bool {
	const least = 2
	value, ok := plainValue(b.sheet.Shown(c))
	return ok && b.summed >= least && value == b.sum
}

// plainValue is the value of a text of digits.
func plainValue(text string) (float64, bool) {
	text = strings.TrimSpace(text)
	if text == "" || !characters.OnlyDigits(text) {
		return 0, false
	}
	value, err := strconv.ParseFloat(text, 64)
	return value, err == nil
}

// join puts the parts of a number together that stand in columns of their own. A
// number that is complete by itself is left as it is: one with a plus sign, or
// with the area code at its start.
func (b *builder) join(r *sheet.Row, record *number.Record) {
	area, exchange := b.text(r, number.FieldAreaCode), b.text(r, number.FieldExchange)
	if area == "" && exchange == "" {
		return
	}
	local := strings.TrimSpace(record.Number.Shown())
	if record.Number.HoldsNothing() || beginsWithArea(local, area) {
		return
	}
	parts := slices.DeleteFunc([]string{strings.TrimSpace(area), strings.TrimSpace(exchange), local}, func(part string) bool { return part == "" })
	record.Number = number.Cell{Type: number.CellText, Value: strings.Join(parts, " ")}
}

// beginsWithArea says that a number has a country code, or begins with its area
// code as that is written, or without zeros if it is long enough to be told.
func beginsWithArea(local, area string) bool {
	const told = 3
	digits, code := characters.KeepDigits(local), characters.KeepDigits(area)
	bare := strings.TrimLeft(code, "0")
	return strings.HasPrefix(local, "+") || strings.HasPrefix(digits, "00") ||
		len(code) >= told && strings.HasPrefix(digits, code) || len(bare) >= told && strings.HasPrefix(digits, bare)
}

// lastOf is the last number of a block of so many numbers. A count that is none
// stays as it is, so that a person sees it.
func lastOf(first, count number.Cell) number.Cell {
	n, ok := plainValue(strings.ReplaceAll(count.Shown(), ",", ""))
	digits := characters.KeepDigits(first.Shown())
	value, err := strconv.ParseUint(digits, 10, 64)
	switch {
	case !ok || err != nil || n < 1:
		return count
	case n == 1:
		return number.Cell{}
	}
	last := strconv.FormatUint(value+uint64(n)-1, 10)
	last = strings.Repeat("0", max(0, len(digits)-len(last))) + last
	if strings.HasPrefix(strings.TrimSpace(first.Shown()), "+") {
		last = "+" + last
	}
	return number.Cell{Type: number.CellText, Value: last}
}
