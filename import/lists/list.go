package lists

import (
	"slices"
	"strings"

	"numberloader/import/headers"
	"numberloader/import/sheet"
	"numberloader/internal/number"
)

// List is a list of phone numbers on a sheet: its table, and what its columns are.
type List struct {
	*look

	// Columns are the columns of fields, 0 is A, and Numbers further columns of
	// numbers that are read.
	Columns map[number.Field]int
	Numbers []int
	// ActiveHeader and EndIsCount are as number.List has them.
	ActiveHeader, EndIsCount bool
	// Ask is what is in doubt about the list, nil for nothing.
	Ask *number.Ask

	named           map[number.Field]string // by the user, "" for no column
	sheetIsLocation bool
}

func newList(v *view, t table) *List {
	return &List{look: newLook(v, t), Columns: map[number.Field]int{}}
}

// look is what the columns of a table look like, before anything is said of what they
// are.
type look struct {
	*view

	// Line is the row of the headers as Excel counts them, 0 for none, and Headings
	// their texts from column A on.
	Line     int
	Headings []string

	table     table
	roles     []headers.Roles // by column
	samples   [][]placed      // the first filled cells of each column
	told      [][]placed      // those that do not only say that nothing is there
	phonelike []bool          // columns that look like phone numbers
	doubtful  []bool          // those that do so only without what stands above the first one
}

// newLook looks at the header of a table and the columns below it.
func newLook(v *view, t table) *look {
	l := &look{view: v, table: t, Headings: make([]string, v.sheet.Width), roles: make([]headers.Roles, v.sheet.Width)}
	if t.header >= 0 {
		l.Line = v.sheet.Rows[t.header].Line
		for c := range l.Headings {
			l.Headings[c] = v.columnHeading(t.header, c)
			l.roles[c] = v.words.Roles(l.Headings[c])
		}
	}
	l.samples = v.firstCells(t.first, t.end)
	l.phonelike, l.doubtful, l.told = make([]bool, v.sheet.Width), make([]bool, v.sheet.Width), make([][]placed, v.sheet.Width)
	for c := range l.samples {
		l.told[c] = l.telling(c)
		if l.phonelike[c] = l.mostlyPhones(c, l.told[c]); l.phonelike[c] {
			continue
		}
		if cells := l.belowTop(c, l.told[c]); l.mostlyPhones(c, cells) {
			l.told[c], l.phonelike[c], l.doubtful[c] = cells, true, true
		}
	}
	return l
}

// mostlyPhones reports whether at least half of the cells of a column look like phone
// numbers.
func (l *look) mostlyPhones(column int, cells []placed) bool {
	if len(cells) == 0 {
		return false
	}
	n := l.phonesBetween(column, l.table.first, cells[len(cells)-1].row+1)
	return n > 0 && n*2 >= len(cells)
}

// findColumns finds what the columns are, as far as layout leaves it open.
func (l *List) findColumns(layout number.Layout) error {
	l.named, l.sheetIsLocation = layout.Columns, layout.SheetIsLocation
	if err := l.takeNamed(layout); err != nil {
		return err
	}
	l.findNumbers()
	l.findOthers()
	return nil
}

// belowTop are cells of a column without those above its first phone number, which are
// titles and labels where the list has no header. A single number makes no list.
func (l *look) belowTop(column int, cells []placed) []placed {
	const fewest = 2
	rows := l.phoneRows(column, l.table.first, l.table.end)
	if l.HasHeader() || len(rows) < fewest {
		return cells
	}
	first, _ := slices.BinarySearchFunc(cells, int(rows[0]), placed.compareRow)
	return cells[first:]
}

// telling are the sampled cells of a column without those that only say that
// nothing is there; cells further down take their place, in a column without phone
// numbers of the first rows only.
func (l *look) telling(column int) []placed {
	const firstRows = 10 * sampledCells
	sampled, end := l.samples[column], l.table.end
	if !slices.ContainsFunc(sampled, func(p placed) bool { return !l.tells(p.cell) }) {
		return sampled
	}
	if l.phonesIn(column) == 0 {
		end = min(end, l.table.first+firstRows)
	}
	var cells []placed
	for i := l.table.first; i < end && len(cells) < sampledCells; i++ {
		if c := l.sheet.Cell(&l.sheet.Rows[i], column); l.tells(c) {
			cells = append(cells, placed{i, c})
		}
	}
	return cells
}

// withRole are the columns whose header has any of these roles, left to right.
func (l *look) withRole(r headers.Roles) []int {
	var columns []int
	for c, have := range l.roles {
		if have&r != 0 {
			columns = append(columns, c)
		}
	}
	return columns
}

// first is the leftmost column whose header has any of these roles and whose content
// fits, that has no role yet and does not look like phone numbers.
func (l *List) first(r headers.Roles, fits func(column int) bool) (column int, ok bool) {
	for _, c := range l.withRole(r) {
		if l.free(c) && fits(c) {
			return c, true
		}
	}
	return 0, false
}

// phonesIn counts the cells of a column that look like phone numbers.
func (l *look) phonesIn(column int) int {
	return l.phonesBetween(column, l.table.first, l.table.end)
}

// used reports whether a column has a role already.
func (l *List) used(column int) bool {
	for _, c := range l.Columns {
		if c == column {
			return true
		}
	}
	return slices.Contains(l.Numbers, column)
}

// share reports whether at least half of the sampled cells of a column that tell
// anything are so, and that there are any.
func (l *look) share(column int, so func(text string) bool) bool {
	n := 0
	for _, p := range l.told[column] {
		if so(strings.TrimSpace(l.sheet.Shown(p.cell))) {
			n++
		}
	}
	return n > 0 && n*2 >= len(l.told[column])
}

// free reports whether a column has no role yet and does not look like phone numbers.
func (l *List) free(column int) bool { return !l.phonelike[column] && !l.used(column) }

// Lists are a list as the rest of the program knows it: one for each column of
// numbers.
func (l *List) Lists() []number.List {
	list := number.List{
		Sheet: l.sheet.Name, HeaderRow: l.Line, Headings: l.Headings, Columns: l.Columns,
		ActiveHeader: l.ActiveHeader, EndIsCount: l.EndIsCount, Places: l.places(),
	}
	list.HiddenPlaces = slices.DeleteFunc(slices.Clone(list.Places), func(c int) bool { return !l.sheet.HidesColumn(c) })
	list.MobileHeader = l.namesMobile(l.Columns)
	all := []number.List{list}
	for _, c := range l.Numbers {
		further := list
		further.Columns = l.forNumbers(c)
		further.EndIsCount = false
		further.MobileHeader = l.namesMobile(further.Columns)
		all = append(all, further)
	}
	return all
}

// forNumbers are the columns of a list whose numbers stand in a further column:
// what says where numbers begin and end belongs to the first one.
func (l *List) forNumbers(column int) map[number.Field]int {
	columns := map[number.Field]int{}
	for field, c := range l.Columns {
		switch field {
		case number.FieldNumberEnd, number.FieldAreaCode, number.FieldExchange, number.FieldExtension, number.FieldLastDigits:
		case number.FieldNumber, number.FieldType, number.FieldUsage, number.FieldState, number.FieldLocation,
			number.FieldSubscription, number.FieldCountry, number.FieldAction, number.FieldActivateOn:
			columns[field] = c
		}
	}
	columns[number.FieldNumber] = column
	return columns
}

// Sheet is the sheet that the list stands on.
func (l *look) Sheet() *sheet.Sheet { return l.sheet }

// Rows are the rows of the list as indexes into those of its sheet, end not
// included.
func (l *look) Rows() (first, end int) { return l.table.first, l.table.end }

// HasHeader reports whether the list has a row of headers.
func (l *look) HasHeader() bool { return l.table.header >= 0 }

// PhoneRows are the rows of the list, as Rows counts them, whose cell in a column
// looks like a phone number.
func (l *look) PhoneRows(column int) []int32 {
	return l.phoneRows(column, l.table.first, l.table.end)
}

// namesMobile reports whether the header of the numbers says that they are mobile ones.
func (l *List) namesMobile(columns map[number.Field]int) bool {
	c, ok := columns[number.FieldNumber]
	return ok && c < len(l.Headings) && l.words.NamesMobile(l.Headings[c])
}
