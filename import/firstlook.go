package importer

import (
	"numberloader/import/sheet"
	"numberloader/internal/number"
)

// lookShown is how many records a first look shows.
const lookShown = 50

// A look is what can be told of a long list by its first rows. It is handed on
// once, and only to be looked at: nothing that comes later depends on it.

// lookAt hands on the first rows of a list. A sheet without numbers is none.
func (in *search) lookAt(s *sheet.Sheet) {
	if in.looked || s == nil {
		return
	}
	l, err := findLists(s, newDictionary(), in.layout)
	if err != nil || l.ask() != nil && len(l.ask().Candidates) == 0 {
		return
	}
	f := l.found[0]
	if f.ask != nil {
		f.columns = map[number.Field]int{} // they are in doubt
	}
	list := l.described(f)[0]
	table := &number.Table{
		Path: in.file.path, Sheets: in.names, Sheet: list.Sheet, HeaderRow: list.HeaderRow, Headings: list.Headings,
		Columns: list.Columns, ActiveHeader: list.ActiveHeader, EndIsCount: list.EndIsCount, Top: l.top(f.table),
	}
	b := newBuilder(l.detector, f, f.columns, in.layout)
	for i := f.table.first; i < f.table.end && len(table.Records) < lookShown; i++ {
		if s.Rows[i].Filled {
			table.Records = append(table.Records, b.record(i))
		}
	}
	in.looked = true
	in.progress(number.Progress{Rows: in.rows, Share: in.share, First: table})
}
