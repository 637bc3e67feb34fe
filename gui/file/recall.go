package file

import (
	"cmp"
	"context"
	"slices"

	"numberloader/internal/number"
)

// opened is a file that was read.
type opened struct {
	table    *number.Table
	layout   number.Layout
	first    *string // the key of its first reading, nil if somebody said how to read it
	recalled Answers // what was recalled, and fits
}

// load reads a file. As far as nobody said how, it is read as earlier files with
// the same headings were; what does not fit is left out.
func (s *Services) load(ctx context.Context, path string, layout number.Layout, why occasion, report func(number.Progress)) (opened, error) {
	table, err := s.Read(ctx, path, layout, report)
	got := opened{table: table, layout: layout}
	if err != nil || why == toChange || layout.Header != nil || len(layout.Columns) > 0 {
		return got, err
	}
	again := func(layout number.Layout) bool {
		table, err := s.Read(ctx, path, layout, report)
		if err == nil {
			got.table, got.layout = table, layout
		}
		return err == nil
	}
	if !layout.NamesSheets() && layout.Encoding == "" {
		first := firstKey(table)
		got.first = &first
		if a, ok := s.recall(first); ok {
			got.recallSheet(a, again)
		}
	}
	if got.sheetInDoubt() {
		return got, ctx.Err() //nolint:wrapcheck // the caller compares it
	}
	if a, ok := s.recall(columnsKey(got.table)); ok {
		got.recallColumns(a, again)
	}
	return got, ctx.Err() //nolint:wrapcheck // the caller compares it
}

func (o *opened) sheetInDoubt() bool { return len(o.table.Rivals) > 0 && !o.layout.NamesSheets() }

func (s *Services) recall(key string) (Answers, bool) {
	if key == "" {
		return Answers{}, false
	}
	return s.Recall(key)
}

// recallSheet reads the sheet that was chosen, in the encoding and with the delimiter
// that were.
func (o *opened) recallSheet(a Answers, again func(number.Layout) bool) {
	layout := o.layout
	missing := func(name string) bool {
		return !slices.ContainsFunc(o.table.Sheets, func(s number.Sheet) bool { return s.Name == name })
	}
	if missing(a.Sheet) {
		a.Sheet = ""
	} else {
		layout.Sheet = &a.Sheet
	}
	if slices.ContainsFunc(a.Sheets, missing) {
		a.Sheets = nil
	}
	layout.Sheets, layout.Encoding, layout.Delimiter, layout.SheetIsLocation = a.Sheets, a.Encoding, a.Delimiter, a.SheetIsLocation
	asRead := layout.Sheet == nil || a.Sheet == o.table.Sheet && o.table.Ask == nil
	if layout.Encoding == "" && layout.Delimiter == nil && len(layout.Sheets) == 0 && !layout.SheetIsLocation && asRead {
		o.layout = layout
	} else if !again(layout) {
		return
	}
	o.recalled.Sheet, o.recalled.Sheets, o.recalled.Encoding = a.Sheet, a.Sheets, a.Encoding
	o.recalled.Delimiter, o.recalled.SheetIsLocation = a.Delimiter, a.SheetIsLocation
}

// recallColumns reads the columns that were chosen, and takes the other choices.
func (o *opened) recallColumns(a Answers, again func(number.Layout) bool) {
	o.recalled.Country = a.Country
	if len(HiddenRows(o.table)) > 0 {
		o.recalled.Hidden = a.Hidden
	}
	layout := o.layout
	layout.Columns = map[number.Field]string{}
	layout.Words = explainedAs(a.Words)
	read := len(layout.Words) == 0 && !o.asksExtension() // as it is to be read
	for field, name := range fieldNames() {
		headed, chosen := a.Columns[name]
		if !chosen {
			continue
		}
		now, found := o.table.Columns[number.Field(field)]
		if headed.None {
			layout.Columns[number.Field(field)] = ""
			read = read && !found
			continue
		}
		column, ok := headed.in(o.table.Headings)
		if !ok {
			return
		}
		layout.Columns[number.Field(field)] = number.ColumnName(column)
		read = read && found && now == column
	}
	for _, headed := range a.Numbers {
		column, ok := headed.in(o.table.Headings)
		if !ok {
			return
		}
		layout.Numbers, read = append(layout.Numbers, number.ColumnName(column)), false
	}
	if len(layout.Columns) == 0 && len(layout.Words) == 0 || !read && !again(layout) {
		return
	}
	o.layout, o.recalled.Columns, o.recalled.Numbers, o.recalled.Words = layout, a.Columns, a.Numbers, a.Words
}

// Recalled is what was chosen about the open file because it was for earlier
// files with the same headings, as far as it still holds. ok is false if nothing
// was.
func (m *memory) Recalled() (answers Answers, ok bool) {
	answers, settings := m.recalled, m.rows.Settings()
	if answers.Country != settings.Region {
		answers.Country = ""
	}
	if answers.Hidden != nil && *answers.Hidden != settings.IncludeHidden {
		answers.Hidden = nil
	}
	return answers, m.file.table != nil && !answers.isZero()
}

// and adds answers to those that were recalled before.
func (a Answers) and(more Answers) Answers {
	a.Sheet, a.Encoding, a.Country = cmp.Or(more.Sheet, a.Sheet), cmp.Or(more.Encoding, a.Encoding), cmp.Or(more.Country, a.Country)
	if more.Sheets != nil {
		a.Sheets = more.Sheets
	}
	if more.Columns != nil {
		a.Columns, a.Numbers = more.Columns, more.Numbers
	}
	if more.Delimiter != nil {
		a.Delimiter = more.Delimiter
	}
	if more.Words != nil {
		a.Words = more.Words
	}
	a.SheetIsLocation = a.SheetIsLocation || more.SheetIsLocation
	if more.Hidden != nil {
		a.Hidden = more.Hidden
	}
	return a
}

// asksExtension reports whether it was asked what extensions are for.
func (o *opened) asksExtension() bool {
	return o.table.Ask != nil && o.table.Ask.Question == number.QuestionExtension
}
