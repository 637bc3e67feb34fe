package importer

import (
	"numberloader/import/refuse"
	"numberloader/import/sheet"
	"numberloader/internal/number"
)

// maxShown is how many texts all rows of a table may have, each from column A to
// its last cell.
const maxShown = 32_000_000

// lists are the lists of one sheet that were found to be read.
type lists struct {
	*detector

	found []*found
}

// findLists finds the lists of a sheet.
func findLists(s *sheet.Sheet, words *dictionary, layout number.Layout) (*lists, error) {
	d := newDetector(s, words)
	found, err := d.find(layout)
	if err != nil {
		return nil, err
	}
	return &lists{d, found}, nil
}

// ask is the first question about the lists, nil if there is none.
func (l *lists) ask() *number.Ask {
	for _, f := range l.found {
		if f.ask != nil {
			return f.ask
		}
	}
	return nil
}

// table makes the table of sheets. Each sheet is used up: its cells are let go of
// while the records are made.
func (in *search) table(sheets ...*lists) (*number.Table, error) {
	table := &number.Table{Path: in.file.path, Sheets: in.names}
	for _, l := range sheets {
		table.Inventory = append(table.Inventory, l.inventory()...)
		if err := in.addLists(table, l); err != nil {
			return nil, err
		}
		if table.Ask == nil {
			table.Ask = l.ask()
		}
	}
	noteRows(table)
	in.progress(number.Progress{Rows: len(table.Records), Share: 1})
	return table, nil
}

// addLists adds the lists of a sheet, and their records.
func (in *search) addLists(table *number.Table, l *lists) error {
	for _, f := range l.found {
		first := in.count
		for _, list := range l.described(f) {
			if in.count == 0 {
				table.Sheet, table.HeaderRow, table.Headings = list.Sheet, list.HeaderRow, list.Headings
				table.Columns, table.ActiveHeader, table.EndIsCount = list.Columns, list.ActiveHeader, list.EndIsCount
				table.Top = l.top(f.table)
			} else {
				table.Further = append(table.Further, list)
			}
			in.count++
		}
		records, err := in.records(l, f, first)
		if err != nil {
			return err
		}
		table.Records = append(table.Records, records...)
		table.Notes = append(table.Notes, l.notes(f)...)
	}
	return nil
}

// Rows of Table.Top: as many as stand above a header that is shown with all of
// them, a few above one that stands further down, and those below it.
const (
	topAbove = 12
	topFew   = 3
	topBelow = 8
)

// top is the start of a table as the sheet shows it.
func (l *lists) top(t table) []number.Line {
	first := 0
	if t.header > topAbove {
		first = t.header - topFew
	}
	var lines []number.Line
	for below, i := 0, first; i < len(l.sheet.Rows) && below < topBelow; i++ {
		r := &l.sheet.Rows[i]
		if !r.Filled {
			continue
		}
		if i > t.header {
			below++
		}
		line := number.Line{Number: r.Line, Texts: make([]string, r.Width())}
		for c := range r.Cells {
			line.Texts[r.Cells[c].Column] = l.sheet.Shown(&r.Cells[c])
		}
		lines = append(lines, line)
	}
	return lines
}

// described are the lists of a table as the rest of the program knows them: one
// for each column of numbers.
func (l *lists) described(f *found) []number.List {
	list := number.List{
		Sheet: l.sheet.Name, HeaderRow: f.line, Headings: f.headings, Columns: f.columns,
		ActiveHeader: f.active, EndIsCount: f.counts,
	}
	all := []number.List{list}
	for _, c := range f.numbers {
		further := list
		further.Columns = f.forNumbers(c)
		further.EndIsCount = false
		all = append(all, further)
	}
	return all
}

// forNumbers are the columns of a list whose numbers stand in a further column:
// what says where numbers begin and end belongs to the first one.
func (f *found) forNumbers(column int) map[number.Field]int {
	columns := map[number.Field]int{}
	for field, c := range f.columns {
		switch field {
		case number.FieldNumberEnd, number.FieldAreaCode, number.FieldExchange:
		case number.FieldNumber, number.FieldType, number.FieldUsage, number.FieldState, number.FieldLocation,
			number.FieldSubscription, number.FieldCountry, number.FieldAction:
			columns[field] = c
		}
	}
	columns[number.FieldNumber] = column
	return columns
}

// records are the rows of a table; list is the number of its first list.
func (in *search) records(l *lists, f *found, list int) ([]number.Record, error) {
	s := l.sheet
	n := 0
	for i := f.table.first; i < f.table.end; i++ {
		if !s.Rows[i].Filled {
			continue
		}
		n++
		if in.shown += s.Rows[i].Width(); in.shown > maxShown {
			return nil, refuse.TooLarge("refuse.large.blanks")
		}
	}
	builders := in.builders(l, f, list)
	records := make([]number.Record, 0, n)
	for i := f.table.first; i < f.table.end; i++ {
		if i%sheet.RowsBetweenChecks == 0 && in.Context.Err() != nil {
			return nil, in.failed(in.Context.Err())
		}
		if !s.Rows[i].Filled {
			continue
		}
		records = appendRow(records, builders, i)
		if len(s.Merges) == 0 {
			s.Rows[i].Cells = nil // no later row looks here
		}
	}
	return records, nil
}

// builders make the records of a table, one for each column of numbers.
func (in *search) builders(l *lists, f *found, list int) []*builder {
	all := []*builder{newBuilder(l.detector, f, f.columns, in.layout)}
	for _, c := range f.numbers {
		all = append(all, newBuilder(l.detector, f, f.forNumbers(c), in.layout))
	}
	for i, b := range all {
		b.list = uint16(min(list+i, 1<<16-1)) //nolint:gosec // bounded
	}
	return all
}

// appendRow appends the records of a row: one for each filled cell of numbers, and
// at least one.
func appendRow(records []number.Record, builders []*builder, row int) []number.Record {
	before := len(records)
	for _, b := range builders {
		if len(builders) == 1 || b.hasNumber(row) {
			records = append(records, b.record(row))
		}
	}
	if len(records) == before {
		records = append(records, builders[0].record(row))
	}
	return records
}
