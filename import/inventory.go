package importer

import (
	"slices"

	"numberloader/internal/number"
	"numberloader/internal/phrase"
)

// inventory accounts for the phone-like cells of the sheet, and for the columns
// that bear on numbers. It has to be made before the cells are let go of.
func (l *lists) inventory() []number.Item {
	var items []number.Item
	for column := range l.phones {
		end := 0 // of what was accounted for
		for _, f := range l.found {
			items = l.outside(items, column, end, f.table.first)
			items = append(items, l.inside(f, column)...)
			end = f.table.end
		}
		items = l.outside(items, column, end, len(l.sheet.Rows))
	}
	return items
}

// outside accounts for the phone-like cells of a column that stand in no list.
func (l *lists) outside(items []number.Item, column, first, end int) []number.Item {
	t := table{first: first, end: end}
	top, bottom, ok := l.firstAndLastPhone(column, t)
	if !ok {
		return items
	}
	why := number.AsideSecondTable
	if end == l.found[0].table.first {
		why = number.AsideAboveHeader
	}
	n := l.phonesBetween(column, first, end)
	return append(items, number.Item{
		Sheet: l.sheet.Name, Column: column, First: l.sheet.Rows[top].Line, Last: l.sheet.Rows[bottom].Line,
		Filled: n, Phones: n, Aside: why,
	})
}

// inside accounts for a column of a list, if it holds anything like phone numbers
// or bears on them.
func (l *lists) inside(f *found, column int) []number.Item {
	phones, role := f.phonesIn(l.detector, column), f.roles[column]
	field, used := f.fieldOf(column)
	if phones == 0 && !used && (role&(bearingRoles|rolePlace) == 0 || len(f.samples[column]) == 0) {
		return nil
	}
	item := number.Item{
		Sheet: l.sheet.Name, Column: column, Heading: f.headings[column], Filled: l.filled(f, column), Phones: phones, Field: field,
	}
	if f.table.first < f.table.end {
		item.First, item.Last = l.sheet.Rows[f.table.first].Line, l.sheet.Rows[f.table.end-1].Line
	}
	switch {
	case used && (field == number.FieldAction || field == number.FieldState):
		if n := l.removedIn(f, column); n > 0 {
			item.Aside, item.Filled = number.AsideRemoved, n
		}
	case used:
	case phones == 0:
		item.Aside = number.AsideUnusedColumn
	case role&roleNotPhone != 0:
		item.Aside = number.AsideNotPhone
	default:
		item.Aside = number.AsideOtherPhone
	}
	return []number.Item{item}
}

// fieldOf is what a column is used as.
func (f *found) fieldOf(column int) (number.Field, bool) {
	for field, c := range f.columns {
		if c == column {
			return field, true
		}
	}
	return number.FieldNumber, slices.Contains(f.numbers, column)
}

// removedIn counts the rows that a column takes out.
func (l *lists) removedIn(f *found, column int) int {
	n := 0
	for i := f.table.first; i < f.table.end; i++ {
		if number.IsRemoval(l.sheet.Shown(l.sheet.Rows[i].Cell(column))) {
			n++
		}
	}
	return n
}

// notes say what a person should know of the columns of a list.
func (l *lists) notes(f *found) []number.Note {
	notes := f.notes
	if f.ask != nil {
		return notes
	}
	for c := range f.headings {
		if f.used(c) {
			continue
		}
		role := f.roles[c]
		switch {
		case f.phones[c]:
			notes = append(notes, number.Note{
				Kind: number.NoteOtherPhoneColumn,
				Text: phrase.Text("reading.othercolumn", "Column", f.describe(c)),
			})
		case role&(roleKind|roleUsage|roleState) != 0 && len(f.samples[c]) > 0 && !f.phones[c]:
			notes = append(notes, number.Note{
				Kind: number.NoteColumnNotUsed,
				Text: phrase.Text("reading.unusedcolumn", "Column", f.describe(c)),
			})
		}
	}
	return notes
}
