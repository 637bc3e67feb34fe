package importer

import (
	"bytes"

	"numberloader/internal/number"
)

const (
	lookRows    = 256     // rows that are read before a look at the list is given
	lookShown   = 50      // records in it
	lookPortion = 8       // it is given if these rows are at most one part of so many of the file
	lookBytes   = 32_000  // of a text file, for a look at it
	lookText    = 100_000 // bytes of the smallest text file that is looked at
)

// A look is what can be told of a long list by its first rows. It is handed on
// once, and only to be looked at: nothing that comes later depends on it.

// lookAtSheet looks at a sheet that is being read, after a row. done of all bytes
// of its part were needed for the rows so far.
func (in *input) lookAtSheet(s *sheet, list func() []number.Sheet, done, all int64) {
	if in.looked || s.looked || len(s.rows) < lookRows {
		return
	}
	if s.looked = true; done*lookPortion <= all {
		in.look(s.start(), list())
	}
}

// lookAtStart looks at a text file before it is read and decoded. The last
// record may be cut off and is left out.
func (in *input) lookAtStart() {
	content := in.file.start[:min(len(in.file.start), lookBytes)]
	end := bytes.LastIndexByte(content, '\n')
	if in.file.size < lookText || end < 0 {
		return
	}
	text, _, err := decodeText(content[:end+1], in.layout.Encoding)
	if err != nil || refuseText(text) != nil {
		return
	}
	delimiter, text := cutSepLine(text)
	if delimiter == "" {
		delimiter = findDelimiter(text)
	}
	s := &sheet{}
	r := &recordReader{text: text, delimiter: delimiter}
	for line := 1; line <= lookRows; line++ {
		fields, ok, err := r.next()
		if !ok || err != nil {
			break
		}
		if s.addText(line, fields) != nil {
			return
		}
	}
	in.look(s, nil)
}

// look hands on the first rows of a list. A sheet without numbers is none.
func (in *input) look(s *sheet, sheets []number.Sheet) {
	f, err := newDetector(s, newDictionary()).find(in.layout)
	if err != nil || f.ask != nil && len(f.ask.Candidates) == 0 {
		return
	}
	if f.ask != nil {
		f.columns = map[number.Field]int{} // they are in doubt
	}
	table := newTable(in.file.path, s, f)
	table.Sheets = sheets
	b := newBuilder(s, f, in.layout)
	for i := f.first; i < len(s.rows) && len(table.Records) < lookShown; i++ {
		if s.rows[i].filled {
			table.Records = append(table.Records, b.record(i))
		}
	}
	in.looked = true
	in.progress(number.Progress{Rows: in.rows, Share: in.share, First: table})
}

// start is a copy of a sheet that is still being read, so that it may be sorted.
func (s *sheet) start() *sheet {
	c := &sheet{name: s.name, formats: s.formats, width: s.width}
	c.rows = append(c.rows, s.rows...)
	c.sort()
	return c
}
