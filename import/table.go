package importer

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"numberloader/internal/number"
)

// table makes the table of a sheet. sheets are those of the workbook.
func (in *input) table(s *sheet, sheets []number.Sheet) (*number.Table, error) {
	d := newDetector(s, newDictionary())
	f, err := d.find(in.layout)
	if err != nil {
		return nil, err
	}
	b := newBuilder(s, f, in.layout)
	table := &number.Table{
		Path:         in.file.path,
		Sheet:        s.name,
		HeaderRow:    f.line,
		Headings:     f.headings,
		Columns:      f.columns,
		ActiveHeader: f.active,
		Sheets:       sheets,
		Ask:          f.ask,
		Notes:        f.notes,
	}
	shown := 0
	for i := f.first; i < len(s.rows); i++ {
		if i%rowsBetweenChecks == 0 && in.ctx.Err() != nil {
			return nil, in.failed(in.ctx.Err())
		}
		if !s.rows[i].filled {
			continue
		}
		if shown += s.rows[i].width(); shown > maxShown {
			return nil, tooLarge("more than 32 million cells, blank ones between others counted")
		}
		table.Records = append(table.Records, b.record(i))
	}
	noteRows(table)
	in.progress(number.Progress{Rows: len(table.Records), Share: 1})
	return table, nil
}

// builder makes records of rows.
type builder struct {
	sheet   *sheet
	found   *found
	columns map[number.Field]int
	merged  map[number.Field][]span // ranges of more than one row, by field
	number  int                     // column of the numbers, -1 if in doubt
	heading string                  // of that column

	firstPhone, lastPhone int  // rows with a number cell like a phone number; -1 if there is none
	headless              bool // headings may stand above the first number
}

func newBuilder(s *sheet, f *found, layout number.Layout) *builder {
	b := &builder{sheet: s, found: f, columns: f.columns, merged: map[number.Field][]span{}, number: -1, firstPhone: -1, lastPhone: -1}
	for field, column := range f.columns {
		b.merged[field] = s.mergedDown(column, field != number.FieldNumber)
	}
	column, ok := f.columns[number.FieldNumber]
	if !ok {
		return b
	}
	b.number, b.heading = column, f.headings[column]
	_, named := layout.Columns[number.FieldNumber]
	b.headless = f.header < 0 && layout.Header == nil && !named
	for i := f.first; i < len(s.rows); i++ {
		if s.of(s.rows[i].cell(column)).LooksLikePhone() {
			if b.firstPhone < 0 {
				b.firstPhone = i
			}
			b.lastPhone = i
		}
	}
	return b
}

func (b *builder) record(i int) number.Record {
	r := &b.sheet.rows[i]
	record := number.Record{
		Line:         r.line,
		Hidden:       r.hidden,
		Source:       b.source(r),
		Type:         b.text(r, number.FieldType),
		Usage:        b.text(r, number.FieldUsage),
		State:        b.text(r, number.FieldState),
		Location:     b.text(r, number.FieldLocation),
		Subscription: b.text(r, number.FieldSubscription),
	}
	if b.number >= 0 {
		record.Number = b.sheet.of(r.cell(b.number))
		record.Skipped = b.skip(i)
	}
	if end, ok := b.columns[number.FieldNumberEnd]; ok {
		record.End = b.sheet.of(r.cell(end))
	}
	return record
}

// source is what the row shows in each column.
func (b *builder) source(r *row) []string {
	shown := make([]string, r.width())
	for i := range r.cells {
		shown[r.cells[i].column] = b.sheet.shown(&r.cells[i])
	}
	return shown
}

// text is the text of a field; that of a merged cell counts for all its rows.
func (b *builder) text(r *row, field number.Field) string {
	column, ok := b.columns[field]
	if !ok {
		return ""
	}
	return b.sheet.shown(b.sheet.cellIn(r, column, b.merged[field]))
}

// skip is why a row is left out of the list (docs/number-rules.md, 5.6).
func (b *builder) skip(i int) number.Skip {
	r := &b.sheet.rows[i]
	c := r.cell(b.number)
	if m, ok := covering(b.merged[number.FieldNumber], r.line); ok && m.firstLine < r.line {
		return number.SkipMerged
	}
	if !b.sheet.of(c).LooksLikePhone() && number.IsTotalWord(b.firstText(r)) {
		return number.SkipTotal
	}
	if b.isHeading(i, c) {
		return number.SkipHeading
	}
	if b.lastPhone >= 0 && i > b.lastPhone && !c.filled() && filledCells(r) == 1 {
		return number.SkipNote
	}
	return number.SkipNone
}

// firstText is what the first filled cell of a row shows.
func (b *builder) firstText(r *row) string {
	for i := range r.cells {
		if r.cells[i].filled() {
			return b.sheet.shown(&r.cells[i])
		}
	}
	return ""
}

func (b *builder) isHeading(i int, c *cell) bool {
	text := b.sheet.shown(c)
	if b.heading != "" && strings.EqualFold(strings.TrimSpace(text), b.heading) {
		return true
	}
	return b.headless && i < b.firstPhone && strings.IndexFunc(text, unicode.IsDigit) < 0
}

func filledCells(r *row) int {
	n := 0
	for i := range r.cells {
		if r.cells[i].filled() {
			n++
		}
	}
	return n
}

func note(table *number.Table, kind number.NoteKind, text string) {
	table.Notes = append(table.Notes, number.Note{Kind: kind, Text: text})
}

// noteRows says how many rows are hidden, and how many were left out and why.
func noteRows(table *number.Table) {
	hidden := 0
	left := map[number.Skip]int{}
	for i := range table.Records {
		r := &table.Records[i]
		if r.Skipped != number.SkipNone {
			left[r.Skipped]++
		} else if r.Hidden {
			hidden++
		}
	}
	if hidden > 0 {
		text := "%d rows are hidden in the file, by hand or by a filter. They are left out unless you include them."
		if hidden == 1 {
			text = "%d row is hidden in the file, by hand or by a filter. It is left out unless you include it."
		}
		note(table, number.NoteHiddenRows, fmt.Sprintf(text, hidden))
	}
	reasons := []struct {
		skip      number.Skip
		one, many string
	}{
		{number.SkipMerged, "lower part of a merged cell", "lower parts of merged cells"},
		{number.SkipTotal, "total", "totals"},
		{number.SkipHeading, "heading", "headings"},
		{number.SkipNote, "note below the list", "notes below the list"},
	}
	var parts []string
	for _, reason := range reasons {
		if n := left[reason.skip]; n > 0 {
			parts = append(parts, count(n, reason.one, reason.many))
		}
	}
	if len(parts) > 0 {
		note(table, number.NoteLinesLeftOut, fmt.Sprintf("Left out: %s.", strings.Join(parts, ", ")))
	}
}

func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// The endings that fit a workbook, and those that promise something else than a
// text file. Text files may have any other ending.
//
//nolint:gochecknoglobals // constant tables, never written
var (
	workbookEndings = []string{".xlsx", ".xlsm", ".xltx", ".xltm", ".xlam"}
	otherEndings    = append([]string{".xls", ".xlsb", ".ods", ".numbers", ".pdf", ".htm", ".html"}, workbookEndings...)
)

// noteName notes that the ending of the file's name does not fit its content.
func (in *input) noteName(table *number.Table, isWorkbook bool) {
	ending := strings.ToLower(filepath.Ext(in.file.path))
	content, fits := "a text file", !slices.Contains(otherEndings, ending)
	if isWorkbook {
		content, fits = "an Excel workbook", ending == "" || slices.Contains(workbookEndings, ending)
	}
	if !fits {
		note(table, number.NoteWrongName, fmt.Sprintf("The name ends in %s, but the file is %s. It was read as what it is.", ending, content))
	}
}
