// Package lists finds the lists of phone numbers on a sheet by
// docs/number-rules.md, 5.3 to 5.5: where tables begin and end, which row has
// their headers, what their columns are, and what is in doubt. It accounts for all
// that looks like a phone number, whether it is of a list or not.
//
// Each step has a file and a type: view looks at every cell once, tables parts the
// sheet, List is one table with its columns, and numberColumn and wordColumns find
// these. Nothing here knows what became of an earlier file, or of the user's
// answers to questions but by a number.Layout.
//
// It imports headers, refuse and sheet, internal/number, reading, characters and
// fault.
package lists

import (
	"slices"

	"numberloader/import/headers"
	"numberloader/import/sheet"
	"numberloader/internal/number"
)

// Found is what was found on a sheet: its lists from top to bottom, of which there
// is at least one, which may list nothing.
type Found struct {
	Lists []*List

	view *view
}

// Find finds the lists of a sheet, as far as layout leaves them open. If it is in
// doubt which tables are meant, the first one is there, with the question. The
// error is a *fault.Error of the kind Usage: layout names a row or a column that
// the sheet does not have. It may be called from any goroutine that nobody else
// uses the sheet and the words from.
func Find(s *sheet.Sheet, words *headers.Words, layout number.Layout) (*Found, error) {
	v := newView(s, words)
	layout = layout.On(s.Name)
	tables, err := tables{v}.chosen(layout)
	if err != nil {
		return nil, err
	}
	lists := make([]*List, len(tables))
	for i, t := range tables {
		lists[i] = newList(v, t)
		if err := lists[i].findColumns(layout); err != nil {
			return nil, err
		}
	}
	if len(lists) > 1 && layout.Header == nil && len(layout.Headers) == 0 {
		lists[0].askTables(lists)
		lists = lists[:1]
	}
	return &Found{lists, v}, nil
}

// Phones counts the cells of a sheet that look like phone numbers, whatever lists
// there are. It may be called from any goroutine that nobody else uses the sheet
// from.
func Phones(s *sheet.Sheet) int {
	return (&Found{view: newView(s, nil)}).Phones()
}

// Sheet is the sheet that was looked at.
func (f *Found) Sheet() *sheet.Sheet { return f.view.sheet }

// Phones counts the cells of the sheet that look like phone numbers.
func (f *Found) Phones() int { return f.view.phonesOf(0, len(f.view.sheet.Rows)) }

// Ask is the first question about the lists, nil if there is none.
func (f *Found) Ask() *number.Ask {
	i := slices.IndexFunc(f.Lists, func(l *List) bool { return l.Ask != nil })
	if i < 0 {
		return nil
	}
	return f.Lists[i].Ask
}

// Rank is how plausible it is that a sheet is the one with the list.
type Rank uint8

// The ranks, from the least plausible one.
const (
	ListsNothing Rank = iota
	HoldsPhones       // labels and their values, or a column that speaks against it
	ListsNumbers      // without a header
	HeadsNumbers      // with a header, be it at the left of a turned list
)

// Rank is how plausibly the sheet lists numbers.
func (f *Found) Rank() Rank {
	l := f.Lists[0]
	column, ok := l.likelyColumn()
	switch {
	case l.across() > 0:
		return HeadsNumbers
	case f.Phones() == 0 && (!ok || l.table.phones == 0):
		return ListsNothing
	case !ok || l.roles[column]&headers.NotPhone != 0 || len(l.withRole(headers.Phones)) == 0 && l.isCover():
		return HoldsPhones
	case !l.HasHeader():
		return ListsNumbers
	}
	return HeadsNumbers
}

// Candidate is the sheet as an answer to the question which one is meant.
func (f *Found) Candidate() number.Candidate {
	l := f.Lists[0]
	column := l.Columns[number.FieldNumber]
	if l.Ask != nil && len(l.Ask.Candidates) > 0 {
		return l.Ask.Candidates[0]
	}
	if column >= len(l.Headings) {
		return number.Candidate{Sheet: l.sheet.Name}
	}
	return l.candidate(column)
}
