package importer

import (
	"numberloader/import/refuse"
	"numberloader/import/sheet"
	"numberloader/internal/number"
)

// maxShown is how many texts all rows of a table may have, each from column A to
// its last cell.
const maxShown = 32_000_000

// table makes the table of a sheet. The sheet is used up: its cells are let go of
// while the records are made.
func (in *search) table(s *sheet.Sheet) (*number.Table, error) {
	d := newDetector(s, newDictionary())
	f, err := d.find(in.layout)
	if err != nil {
		return nil, err
	}
	records, err := in.records(s, f)
	if err != nil {
		return nil, err
	}
	table := newTable(in.file.path, s, f)
	table.Sheets, table.Records = in.names, records
	table.Ask, table.Notes = f.ask, f.notes
	noteRows(table)
	in.progress(number.Progress{Rows: len(table.Records), Share: 1})
	return table, nil
}

// newTable is a table of what was found, without records.
func newTable(path string, s *sheet.Sheet, f *found) *number.Table {
	return &number.Table{
		Path:         path,
		Sheet:        s.Name,
		HeaderRow:    f.line,
		Headings:     f.headings,
		Columns:      f.columns,
		ActiveHeader: f.active,
	}
}

// records are the rows of the list.
func (in *search) records(s *sheet.Sheet, f *found) ([]number.Record, error) {
	n, shown := 0, 0
	for i := f.first; i < len(s.Rows); i++ {
		if !s.Rows[i].Filled {
			continue
		}
		n++
		if shown += s.Rows[i].Width(); shown > maxShown {
			return nil, refuse.TooLarge("more than 32 million cells, blank ones between others counted")
		}
	}
	b := newBuilder(s, f, in.layout)
	records := make([]number.Record, 0, n)
	for i := f.first; i < len(s.Rows); i++ {
		if i%sheet.RowsBetweenChecks == 0 && in.Context.Err() != nil {
			return nil, in.failed(in.Context.Err())
		}
		if !s.Rows[i].Filled {
			continue
		}
		records = append(records, b.record(i))
		if len(s.Merges) == 0 {
			s.Rows[i].Cells = nil // no later row looks here
		}
	}
	return records, nil
}
