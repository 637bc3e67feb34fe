package importer

import (
	"slices"

	"numberloader/import/lists"
	"numberloader/import/records"
	"numberloader/import/refuse"
	"numberloader/import/sheet"
	"numberloader/internal/number"
)

// maxShown is how many texts all rows of a table may have, each from column A to
// its last cell.
const maxShown = 32_000_000

// table makes the table of sheets, whose records keep what rows of the sheets show.
func (in *search) table(sheets ...*lists.Found) (*number.Table, error) {
	table := &number.Table{Path: in.file.path, Sheets: in.names}
	for _, found := range sheets {
		table.Inventory = append(table.Inventory, found.Inventory()...)
		if err := in.addLists(table, found); err != nil {
			return nil, err
		}
		if table.Ask == nil {
			table.Ask = found.Ask()
		}
	}
	noteRows(table)
	in.progress(number.Progress{Rows: len(table.Records), Share: 1})
	return table, nil
}

// addLists adds the lists of a sheet, and their records.
func (in *search) addLists(table *number.Table, found *lists.Found) error {
	for _, l := range found.Lists {
		first := in.count
		for _, list := range l.Lists() {
			if in.count == 0 {
				table.Sheet, table.HeaderRow, table.Headings = list.Sheet, list.HeaderRow, list.Headings
				table.Columns, table.ActiveHeader, table.EndIsCount = list.Columns, list.ActiveHeader, list.EndIsCount
				table.MobileHeader, table.Places, table.HiddenPlaces, table.Top = list.MobileHeader, list.Places, list.HiddenPlaces, l.Top()
			} else {
				table.Further = append(table.Further, list)
			}
			in.count++
		}
		if err := in.addRecords(table, l, first); err != nil {
			return err
		}
	}
	return nil
}

// addRecords adds the rows of a list; list is the number of the first list in them.
func (in *search) addRecords(table *number.Table, l *lists.List, list int) error {
	s, n := l.Sheet(), 0
	first, end := l.Rows()
	for i := first; i < end; i++ {
		if !s.Rows[i].Filled {
			continue
		}
		n++
		if in.shown += s.WidthOf(&s.Rows[i]); in.shown > maxShown {
			return refuse.TooLarge("refuse.large.blanks")
		}
	}
	if ask := l.Ask; ask != nil && ask.Question == number.QuestionColumn {
		for i := range ask.Candidates {
			c := &ask.Candidates[i]
			c.Filled, c.Empty = records.Listed(l, in.layout, c.Column)
		}
	}
	makers := records.Of(l, in.layout, list)
	table.Records = slices.Grow(table.Records, n)
	for i := first; i < end; i++ {
		if i%sheet.RowsBetweenChecks == 0 && in.Context.Err() != nil {
			return in.failed(in.Context.Err())
		}
		if !s.Rows[i].Filled {
			continue
		}
		var err error
		if table.Records, err = records.Append(table.Records, makers, i); err != nil {
			return err
		}
	}
	return nil
}
