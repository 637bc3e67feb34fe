package lists

import (
	"slices"
	"strings"
	"unicode"

	"numberloader/import/headers"
	"numberloader/internal/number"
)

// Inventory accounts for the phone-like cells of the sheet, and for the columns
// that bear on numbers (docs/number-rules.md, 5.5).
func (f *Found) Inventory() []number.Item {
	var items []number.Item
	for column := range f.view.phones {
		end := 0 // of what was accounted for
		for _, l := range f.Lists {
			items = f.outside(items, column, end, l.table.first)
			items = append(items, l.account(column)...)
			end = l.table.end
		}
		items = f.outside(items, column, end, len(f.view.sheet.Rows))
	}
	return items
}

// outside accounts for the phone-like cells of a column that stand in no list.
func (f *Found) outside(items []number.Item, column, first, end int) []number.Item {
	rows := f.view.phoneRows(column, first, end)
	if len(rows) == 0 {
		return items
	}
	why := number.AsideSecondTable
	if end == f.Lists[0].table.first {
		why = number.AsideAboveHeader
	}
	s := f.view.sheet
	return append(items, number.Item{
		Sheet: s.Name, Column: column, First: s.Rows[rows[0]].Line, Last: s.Rows[rows[len(rows)-1]].Line,
		Filled: len(rows), Phones: len(rows), Hidden: s.HidesColumn(column), Aside: why,
	})
}

// account accounts for a column of a list, if it holds anything like phone numbers
// or bears on them.
func (l *List) account(column int) []number.Item {
	phones, role := l.phonesIn(column), l.roles[column]
	field, used := l.fieldOf(column)
	bears := role&(headers.Bearing|headers.Place) != 0 && len(l.samples[column]) > 0 || l.repeats(column)
	if phones == 0 && !used && !bears {
		return nil
	}
	item := number.Item{
		Sheet: l.sheet.Name, Column: column, Heading: l.Headings[column], Filled: l.filledIn(column, l.table.first, l.table.end), Phones: phones,
		Hidden: l.sheet.HidesColumn(column), Field: field,
	}
	if l.table.first < l.table.end {
		item.First, item.Last = l.sheet.Rows[l.table.first].Line, l.sheet.Rows[l.table.end-1].Line
	}
	switch {
	case used && (field == number.FieldAction || field == number.FieldState):
		if n := l.removedIn(column); n > 0 {
			item.Aside, item.Filled = number.AsideRemoved, n
		}
	case used:
	case phones == 0:
		item.Aside = number.AsideUnusedColumn
	case role&headers.NotPhone != 0:
		item.Aside = number.AsideNotPhone
	default:
		item.Aside = number.AsideOtherPhone
	}
	return []number.Item{item}
}

// repeats reports whether a column may name locations by what stands in it alone: the
// list has no headers and no column of locations, and most cells say what another says.
func (l *List) repeats(column int) bool {
	cells := l.samples[column]
	if l.HasHeader() || len(cells) == 0 || !l.free(column) || !l.seeksPlaces() {
		return false
	}
	texts, alike := map[string]int{}, 0
	for _, p := range cells {
		text := strings.TrimSpace(l.sheet.Shown(p.cell))
		if !strings.ContainsFunc(text, unicode.IsLetter) {
			return false
		}
		texts[text]++
	}
	for _, n := range texts {
		if n > 1 {
			alike += n
		}
	}
	return alike*2 > len(cells)
}

// fieldOf is what a column is used as.
func (l *List) fieldOf(column int) (number.Field, bool) {
	for field, c := range l.Columns {
		if c == column {
			return field, true
		}
	}
	return number.FieldNumber, slices.Contains(l.Numbers, column)
}

// removedIn counts the rows that a column takes out.
func (l *look) removedIn(column int) int {
	n, asked := 0, number.IsRemoval(l.Headings[column])
	for i := l.table.first; i < l.table.end; i++ {
		c := l.sheet.Cell(&l.sheet.Rows[i], column)
		if l.removes(c) || asked && number.TakesOut(l.Headings[column], l.sheet.Shown(c)) {
			n++
		}
	}
	return n
}
