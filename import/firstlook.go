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
	f, err := newDetector(s, newDictionary()).find(in.layout)
	if err != nil || f.ask != nil && len(f.ask.Candidates) == 0 {
		return
	}
	if f.ask != nil {
		f.columns = map[number.Field]int{} // they are in doubt
	}
	table := newTable(in.file.path, s, f)
	table.Sheets = in.names
	b := newBuilder(s, f, in.layout)
	for i := f.first; i < len(s.Rows) && len(table.Records) < lookShown; i++ {
		if s.Rows[i].Filled {
			table.Records = append(table.Records, b.record(i))
		}
	}
	in.looked = true
	in.progress(number.Progress{Rows: in.rows, Share: in.share, First: table})
}
