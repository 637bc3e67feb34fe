// Package records makes the records of a list: it copies what the cells of each row
// hold, puts numbers together that stand in parts, and tells rows that are no
// records: totals, headings and notes (docs/number-rules.md, 5.5 and 5.6).
//
// It imports lists and sheet, internal/number, characters and pool.
package records

import (
	"maps"
	"slices"
	"strings"
	"unicode"

	"numberloader/import/lists"
	"numberloader/import/sheet"
	"numberloader/internal/characters"
	"numberloader/internal/number"
	"numberloader/internal/pool"
)

// Maker makes records of the rows of a list, from top to bottom. It is for one
// goroutine.
type Maker struct {
	sheet   *sheet.Sheet
	columns []int          // by field, -1 for a field without a column
	merged  [][]sheet.Span // ranges of more than one row, by field
	heading string         // of the column of the numbers
	phones  []int32        // rows with a number cell like a phone number
	list    uint16         // that the records are of
	sum     float64        // of the numbers so far, as far as they are plain
	summed  int            // how many these are

	layout  number.Layout
	counts  bool         // ends are counts
	extends bool         // numbers are main numbers with the extensions of their rows
	joins   bool         // numbers may stand in parts, of which these are one
	over    []mergedOver // columns whose merged cells show in all their rows

	firstPhone, lastPhone int          // the first and the last of these rows; -1 if there is none
	headless              bool         // headings may stand above the first number
	groups                map[int]bool // rows that name groups
	notes                 bool         // texts below the last number may be notes

	shown []number.Text // of the row at work
	known pool.Pool[number.Stated]
	kinds pool.Pool[number.Cell] // without values
}

// Of are makers of the records of a list, one for each column of its numbers. list
// is the number of the first one in its table (number.Record.List).
func Of(l *lists.List, layout number.Layout, list int) []*Maker {
	all := []*Maker{}
	for i, described := range l.Lists() {
		m := newMaker(l, described, layout)
		m.list = uint16(min(list+i, 1<<16-1)) //nolint:gosec // bounded
		all = append(all, m)
	}
	return all
}

// Listed are how many rows of a list would be read if a column were that of its numbers,
// with and without a cell of it: without totals, notes and the like.
func Listed(l *lists.List, layout number.Layout, column int) (filled, empty int) {
	described := l.Lists()[0]
	described.Columns = maps.Clone(described.Columns)
	described.Columns[number.FieldNumber] = column
	m := newMaker(l, described, layout)
	first, end := l.Rows()
	for i := first; i < end; i++ {
		r := &m.sheet.Rows[i]
		c := m.sheet.Cell(r, column)
		switch {
		case !r.Filled || m.skip(i, c) != number.SkipNone:
		case c.Filled():
			filled++
		default:
			empty++
		}
	}
	return filled, empty
}

func newMaker(l *lists.List, described number.List, layout number.Layout) *Maker {
	s, fields := l.Sheet(), number.AllFields()
	layout = layout.On(s.Name)
	m := &Maker{
		sheet: s, columns: make([]int, len(fields)), merged: make([][]sheet.Span, len(fields)), firstPhone: -1, lastPhone: -1,
		layout: layout, counts: described.EndIsCount,
	}
	for _, field := range fields {
		column, ok := described.Columns[field]
		if !ok {
			m.columns[field] = -1
			continue
		}
		m.columns[field] = column
		m.merged[field] = s.MergedDown(column, field != number.FieldNumber)
	}
	m.extends = m.columns[number.FieldExtension] >= 0 || m.columns[number.FieldLastDigits] >= 0
	m.joins = m.extends || m.columns[number.FieldAreaCode] >= 0 || m.columns[number.FieldExchange] >= 0
	m.over = m.findMerged(described.Places)
	if column := m.columns[number.FieldNumber]; column >= 0 {
		_, named := layout.Columns[number.FieldNumber]
		m.heading = l.Headings[column]
		m.headless = !l.HasHeader() && layout.Header == nil && !named
		m.phones = l.PhoneRows(column)
		if n := len(m.phones); n > 0 {
			m.firstPhone, m.lastPhone = int(m.phones[0]), int(m.phones[n-1])
			first, end := l.Rows()
			m.groups = m.findGroups(first)
			m.notes = m.lastPhone+1 < end && m.hasWideRows()
		}
	}
	return m
}

// Append appends the records of a row to others: one for each filled cell of
// numbers, and at least one. row is an index into the rows of the sheet. The error says
// that the texts of the sheet are too much in all.
func Append(records []number.Record, makers []*Maker, row int) ([]number.Record, error) {
	before := len(records)
	for _, m := range makers {
		if len(makers) == 1 || m.hasNumber(row) {
			records = append(records, number.Record{})
			if err := m.fill(row, &records[len(records)-1]); err != nil {
				return nil, err
			}
		}
	}
	if len(records) > before {
		return records, nil
	}
	records = append(records, number.Record{})
	return records, makers[0].fill(row, &records[before])
}

// fill makes the record of a row where it is kept. i is an index into the rows of the
// sheet.
func (m *Maker) fill(i int, record *number.Record) error {
	r := &m.sheet.Rows[i]
	source, err := m.source(r)
	if err != nil {
		return err
	}
	*record = number.Record{
		Line:   r.Line,
		Hidden: r.Hidden,
		Source: source,
		Stated: m.stated(r),
		List:   m.list,
	}
	if column := m.columns[number.FieldNumber]; column >= 0 {
		c := m.numberCell(r)
		m.setNumber(record, column, m.sheet.Value(c))
		record.Struck = c.IsStruck()
		record.Skipped = m.skip(i, c)
		if record.Skipped == number.SkipNone {
			m.join(r, record)
		}
	}
	if end := m.columns[number.FieldNumberEnd]; end >= 0 {
		c := m.sheet.Cell(r, end)
		record.End, record.Struck = m.end(record.Number(), c), record.Struck || c.IsStruck()
	}
	return nil
}

// setNumber makes a cell that of the number of a record. Nearly always its row shows the
// value in its column.
func (m *Maker) setNumber(record *number.Record, column int, c number.Cell) {
	if c.Value != record.Source.At(column) {
		record.SetNumber(c)
		return
	}
	c.Value = ""
	record.ShowNumber(column, m.kinds.Of(c))
}

// end is where a range ends that begins with a number; nil where its cell is empty.
func (m *Maker) end(first number.Cell, c sheet.Cell) *number.Cell {
	last := m.sheet.Value(c)
	if m.counts {
		last = lastOf(first, last)
	}
	if last == (number.Cell{}) {
		return nil
	}
	return &last
}

// stated are the texts of the other cells of a row, shared with the records of others.
func (m *Maker) stated(r *sheet.Row) *number.Stated {
	stated := number.Stated{
		number.FieldType:         m.meant(r, number.FieldType),
		number.FieldUsage:        m.meant(r, number.FieldUsage),
		number.FieldState:        m.meant(r, number.FieldState),
		number.FieldLocation:     m.text(r, number.FieldLocation),
		number.FieldSubscription: m.text(r, number.FieldSubscription),
	}
	if m.layout.SheetIsLocation && strings.TrimSpace(stated[number.FieldLocation]) == "" {
		stated[number.FieldLocation] = m.sheet.Name
	}
	return m.known.Of(stated)
}

// numberCell is the cell of the number of a row. A merged main number counts for all
// its rows.
func (m *Maker) numberCell(r *sheet.Row) sheet.Cell {
	column := m.columns[number.FieldNumber]
	if m.extends {
		return m.sheet.CellOver(r, column, m.merged[number.FieldNumber])
	}
	return m.sheet.Cell(r, column)
}

// source is what the row shows in each column.
func (m *Maker) source(r *sheet.Row) (source number.Source, err error) {
	if source, plain := m.sheet.Source(r); plain && len(m.over) == 0 {
		return source, nil
	}
	width := m.sheet.WidthOf(r)
	m.shown = append(m.shown[:0], make([]number.Text, width)...)
	shown := m.shown
	for c := range m.sheet.Cells(r) {
		if shown[c.Column], err = m.sheet.ShownText(c); err != nil {
			return source, err
		}
	}
	for _, o := range m.over {
		if o.column < width {
			if shown[o.column], err = m.sheet.ShownText(m.sheet.CellOver(r, o.column, o.merged)); err != nil {
				return source, err
			}
		}
	}
	return m.sheet.Showing(r, shown), nil
}

// mergedOver is a column with merged cells of more than one row.
type mergedOver struct {
	column int
	merged []sheet.Span
}

// findMerged are the columns that are read from what a row shows, and have merged
// cells: those of some fields, and those that may name locations.
func (m *Maker) findMerged(places []int) []mergedOver {
	var all []mergedOver
	for _, field := range []number.Field{number.FieldCountry, number.FieldNumber, number.FieldAreaCode, number.FieldExchange, number.FieldAction, number.FieldActivateOn} {
		if len(m.merged[field]) > 0 && (field != number.FieldNumber || m.extends) {
			all = append(all, mergedOver{m.columns[field], m.merged[field]})
		}
	}
	for _, c := range places {
		if merged := m.sheet.MergedDown(c, true); len(merged) > 0 {
			all = append(all, mergedOver{c, merged})
		}
	}
	return all
}

// text is the text of a field; that of a merged cell counts for all its rows.
func (m *Maker) text(r *sheet.Row, field number.Field) string {
	column := m.columns[field]
	if column < 0 {
		return ""
	}
	return m.sheet.Shown(m.sheet.CellOver(r, column, m.merged[field]))
}

// meant is the text of a field in the words that the user explained.
func (m *Maker) meant(r *sheet.Row, field number.Field) string {
	return m.layout.Meant(field, m.text(r, field))
}

// skip is why a row is left out of the list (docs/number-rules.md, 5.6); c is its
// number cell.
func (m *Maker) skip(i int, c sheet.Cell) number.Skip {
	r := &m.sheet.Rows[i]
	if over, ok := sheet.Covering(m.merged[number.FieldNumber], r.Line); ok && over.FirstLine < r.Line && !m.extends {
		return number.SkipMerged
	}
	if m.isTotal(i, c) {
		return number.SkipTotal
	}
	if m.isHeading(i, c) || m.groups[i] {
		return number.SkipHeading
	}
	if m.lastPhone >= 0 && i > m.lastPhone && m.filledCells(r) == 1 && (!c.Filled() || m.isNote(c)) {
		return number.SkipNote
	}
	return number.SkipNone
}

// isNote reports whether a text where a number would stand is a note below the list, such
// as "Exported 29 Nov 2026": several words that begin with a letter and have more letters
// than digits, in a list of which most rows hold something else, too.
func (m *Maker) isNote(c sheet.Cell) bool {
	text := strings.TrimSpace(m.sheet.Shown(c))
	letters := 0
	for _, r := range text {
		if unicode.IsLetter(r) {
			letters++
		}
	}
	return m.notes && strings.ContainsFunc(text, unicode.IsSpace) && strings.IndexFunc(text, unicode.IsLetter) == 0 &&
		letters > len(characters.KeepDigits(text)) && !number.SaysNothing(text) && !number.IsRemoval(text)
}

// firstText is what the first filled cell of a row shows.
func (m *Maker) firstText(r *sheet.Row) string {
	return m.sheet.Shown(m.firstFilled(r))
}

// firstFilled is the first cell of a row that shows anything, an empty one if none does.
func (m *Maker) firstFilled(r *sheet.Row) sheet.Cell {
	for c := range m.sheet.Cells(r) {
		if c.Filled() {
			return c
		}
	}
	return sheet.Cell{}
}

func (m *Maker) isHeading(i int, c sheet.Cell) bool {
	headless := m.headless && i < m.firstPhone
	if m.heading == "" && !headless {
		return false
	}
	text := m.sheet.Shown(c)
	if m.heading != "" && strings.EqualFold(strings.TrimSpace(text), m.heading) {
		return true
	}
	return headless && strings.IndexFunc(text, unicode.IsDigit) < 0
}

// filledCells counts the cells of a row that show anything.
func (m *Maker) filledCells(r *sheet.Row) int {
	n := 0
	for c := range m.sheet.Cells(r) {
		if c.Filled() {
			n++
		}
	}
	return n
}

// hasNumber reports whether the number cell of a row does not only say that nothing is there.
func (m *Maker) hasNumber(row int) bool {
	return m.sheet.Tells(m.sheet.Cell(&m.sheet.Rows[row], m.columns[number.FieldNumber]))
}

// isPhone reports whether the number cell of a row looks like a phone number.
func (m *Maker) isPhone(row int) bool {
	_, found := slices.BinarySearch(m.phones, int32(row)) //nolint:gosec // a sheet has fewer rows
	return found
}
