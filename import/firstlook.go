package importer

import (
	"numberloader/import/headers"
	"numberloader/import/lists"
	"numberloader/import/records"
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
	found, err := lists.Find(s, headers.New(), in.layout)
	if err != nil || found.Ask() != nil && len(found.Ask().Candidates) == 0 {
		return
	}
	l := found.Lists[0]
	if l.Ask != nil {
		l.Columns = map[number.Field]int{} // they are in doubt
	}
	list := l.Lists()[0]
	table := &number.Table{
		Path: in.file.path, Sheets: in.names, Sheet: list.Sheet, HeaderRow: list.HeaderRow, Headings: list.Headings,
		Columns: list.Columns, ActiveHeader: list.ActiveHeader, EndIsCount: list.EndIsCount, Top: l.Top(),
	}
	makers := records.Of(l, in.layout, 0)[:1]
	for i, end := l.Rows(); i < end && len(table.Records) < lookShown; i++ {
		if s.Rows[i].Filled {
			if table.Records, err = records.Append(table.Records, makers, i); err != nil {
				return
			}
		}
	}
	in.looked = true
	in.progress(number.Progress{Rows: in.rows, Share: in.share, First: table})
}
