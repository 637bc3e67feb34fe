package importer

import (
	"numberloader/internal/number"
)

// table makes the table of a sheet. sheets are those of the workbook. The sheet
// is used up: its cells are let go of while the records are made.
func (in *input) table(s *sheet, sheets []number.Sheet) (*number.Table, error) {
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
	table.Sheets, table.Records = sheets, records
	table.Ask, table.Notes = f.ask, f.notes
	noteRows(table)
	in.progress(number.Progress{Rows: len(table.Records), Share: 1})
	return table, nil
}

// newTable is a table of what was found, without records.
func newTable(path string, s *sheet, f *found) *number.Table {
	return &number.Table{
		Path:         path,
		Sheet:        s.name,
		HeaderRow:    f.line,
		Headings:     f.headings,
		Columns:      f.columns,
		ActiveHeader: f.active,
	}
}

// records are the rows of the list.
func (in *input) records(s *sheet, f *found) ([]number.Record, error) {
	n, shown := 0, 0
	for i := f.first; i < len(s.rows); i++ {
		if !s.rows[i].filled {
			continue
		}
		n++
		if shown += s.rows[i].width(); shown > maxShown {
			return nil, tooLarge("more than 32 million cells, blank ones between others counted")
		}
	}
	b := newBuilder(s, f, in.layout)
	records := make([]number.Record, 0, n)
	for i := f.first; i < len(s.rows); i++ {
		if i%rowsBetweenChecks == 0 && in.ctx.Err() != nil {
			return nil, in.failed(in.ctx.Err())
		}
		if !s.rows[i].filled {
			continue
		}
		records = append(records, b.record(i))
		if len(s.merges) == 0 {
			s.rows[i].cells = nil // no later row looks here
		}
	}
	return records, nil
}
