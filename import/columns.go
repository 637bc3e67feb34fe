package importer

import (
	"fmt"
	"slices"
	"strings"

	"numberloader/import/refuse"
	"numberloader/internal/fault"
	"numberloader/internal/number"
	"numberloader/internal/reading"
)

// found is what was found on a sheet: where the list is.
type found struct {
	header   int // index of the header row in sheet.rows, -1 for none
	line     int // its number, 0 for none
	first    int // index of the first row of the list
	headings []string
	roles    []roles // by column
	samples  [][]placed
	phones   []bool // columns that look like phone numbers

	named   map[number.Field]string // by the user, "" for no column
	columns map[number.Field]int
	active  bool
	ask     *number.Ask
	notes   []number.Note
}

// find finds the header row and the columns, as far as layout leaves them open.
func (d *detector) find(layout number.Layout) (*found, error) {
	f := &found{header: -1, columns: map[number.Field]int{}}
	if layout.Header != nil {
		if err := d.setHeader(f, *layout.Header); err != nil {
			return nil, err
		}
	} else {
		d.findHeader(f)
	}
	f.named = layout.Columns
	chosen, err := f.chosen()
	if err != nil {
		return nil, err
	}
	f.columns = chosen
	d.numberColumn(f)
	d.wordColumns(f)
	return f, nil
}

func (d *detector) setHeader(f *found, line int) error {
	if line == 0 {
		d.lookBelow(f, -1)
		return nil
	}
	i, ok := d.sheet.Find(line)
	if !ok {
		last := 0
		if n := len(d.sheet.Rows); n > 0 {
			last = d.sheet.Rows[n-1].Line
		}
		return &fault.Error{Kind: fault.Usage, What: fmt.Sprintf("Row %d holds nothing, so it can't be the header row.", line), Next: fmt.Sprintf("Choose a row with headers, at most row %d, or 0 for none.", last)}
	}
	d.lookBelow(f, i)
	return nil
}

func (d *detector) findHeader(f *found) {
	d.lookBelow(f, d.headerRow())
	if f.header >= 0 {
		return
	}
	candidates := f.candidates()
	if len(candidates) == 0 {
		return
	}
	if above := d.headerAbove(f.samples[candidates[0]]); above >= 0 {
		d.lookBelow(f, above)
	}
}

// lookBelow takes a row for the header, -1 for none, and looks at the columns
// below it.
func (d *detector) lookBelow(f *found, header int) {
	f.header, f.first, f.line = header, header+1, 0
	f.headings, f.roles = make([]string, d.sheet.Width), make([]roles, d.sheet.Width)
	if header >= 0 {
		f.line = d.sheet.Rows[header].Line
		for c := range f.headings {
			f.headings[c] = d.heading(header, c)
			f.roles[c] = d.words.roles(f.headings[c])
		}
	}
	f.samples = d.samples(f.first, sampledCells)
	f.phones = make([]bool, len(f.samples))
	for c, cells := range f.samples {
		n := d.phonesIn(cells)
		f.phones[c] = n > 0 && n*2 >= len(cells)
	}
}

func (d *detector) phonesIn(cells []placed) int {
	n := 0
	for _, p := range cells {
		if reading.LooksLikePhone(d.sheet.Value(p.cell)) {
			n++
		}
	}
	return n
}

// withRole are the columns whose header has any of these roles, left to right.
func (f *found) withRole(r roles) []int {
	var columns []int
	for c, have := range f.roles {
		if have&r != 0 {
			columns = append(columns, c)
		}
	}
	return columns
}

// candidates are the columns that may hold the numbers (docs/number-rules.md,
// 5.5): one is taken, several or none are asked.
func (f *found) candidates() []int {
	if columns := f.headedPhones(); len(columns) > 0 {
		return columns
	}
	if columns := f.withRole(roleNumber); len(columns) > 0 {
		return columns
	}
	var columns []int
	for c, phone := range f.phones {
		if phone {
			columns = append(columns, c)
		}
	}
	return columns
}

// headedPhones are the columns that look like phone numbers and have a header
// that says so.
func (f *found) headedPhones() []int {
	return slices.DeleteFunc(f.withRole(roleNumber|roleOtherPhone), func(c int) bool { return !f.phones[c] })
}

// firstAndLast are the columns of the first and the last numbers of ranges.
func (f *found) firstAndLast() (first, last int, ok bool) {
	firsts, lasts := f.withRole(roleFirst), f.withRole(roleLast)
	for _, first := range firsts {
		for _, last := range lasts {
			if first != last && f.phones[first] {
				return first, last, true
			}
		}
	}
	return 0, 0, false
}

// numberColumn finds the number column, unless the user named it, and the column
// of the last numbers of ranges.
func (d *detector) numberColumn(f *found) {
	first, last, ranges := f.firstAndLast()
	if _, chosen := f.columns[number.FieldNumber]; !chosen {
		candidates := f.candidates()
		if ranges {
			candidates = slices.DeleteFunc(f.headedPhones(), func(c int) bool { return c == first || c == last })
			candidates = append(candidates, first)
			slices.Sort(candidates)
		}
		if len(candidates) != 1 {
			f.ask = &number.Ask{Candidates: d.candidates(f, candidates)}
			return
		}
		f.columns[number.FieldNumber] = candidates[0]
	}
	if ranges && !f.settled(number.FieldNumberEnd) && f.columns[number.FieldNumber] == first {
		f.columns[number.FieldNumberEnd] = last
	}
	f.noteOtherPhones()
}

func (d *detector) candidates(f *found, columns []int) []number.Candidate {
	const shown = 8
	all := make([]number.Candidate, 0, len(columns))
	for _, c := range columns {
		candidate := number.Candidate{Column: c, Heading: f.headings[c], Filled: d.filled(f.first, c)}
		for _, p := range f.samples[c][:min(shown, len(f.samples[c]))] {
			address := fmt.Sprintf("%s%d", number.ColumnName(c), d.sheet.Rows[p.row].Line)
			candidate.Samples = append(candidate.Samples, number.Sample{Cell: address, Text: d.sheet.Shown(p.cell)})
		}
		all = append(all, candidate)
	}
	return all
}

// filled counts the filled cells of a column from a row on.
func (d *detector) filled(from, column int) int {
	n := 0
	for i := from; i < len(d.sheet.Rows); i++ {
		if d.sheet.Rows[i].Cell(column).Filled() {
			n++
		}
	}
	return n
}

func (f *found) noteOtherPhones() {
	for c, phone := range f.phones {
		if phone && !f.used(c) {
			f.notes = append(f.notes, number.Note{
				Kind: number.NoteOtherPhoneColumn,
				Text: fmt.Sprintf("Column %s also holds phone numbers. They were not read.", f.describe(c)),
			})
		}
	}
}

// used says that a column has a role already.
func (f *found) used(column int) bool {
	for _, c := range f.columns {
		if c == column {
			return true
		}
	}
	return false
}

// describe names a column by its letter and its header.
func (f *found) describe(column int) string {
	if f.headings[column] == "" {
		return number.ColumnName(column)
	}
	return fmt.Sprintf("%s (%s)", number.ColumnName(column), strings.Join(strings.Fields(f.headings[column]), " "))
}

// settled says that the column of a field was found, or that the user named it or
// said that there is none.
func (f *found) settled(field number.Field) bool {
	_, ok := f.columns[field]
	name, named := f.named[field]
	return ok || named && name == ""
}

// chosen are the columns that the user named.
func (f *found) chosen() (map[number.Field]int, error) {
	columns := map[number.Field]int{}
	for _, field := range number.Fields() {
		name, ok := f.named[field]
		if !ok || name == "" && field != number.FieldNumber {
			continue
		}
		column, err := f.columnNamed(name)
		if err != nil {
			return nil, err
		}
		columns[field] = column
	}
	return columns, nil
}

// columnNamed is the column with this letter, or else with this header.
func (f *found) columnNamed(name string) (int, error) {
	name = strings.TrimSpace(name)
	if c, ok := number.ColumnIndex(name); ok && c < len(f.headings) {
		return c, nil
	}
	var fitting []int
	for _, same := range []func(a, b string) bool{strings.EqualFold, func(a, b string) bool { return number.Fold(a) == number.Fold(b) }} {
		for c, heading := range f.headings {
			if heading != "" && same(heading, name) {
				fitting = append(fitting, c)
			}
		}
		if len(fitting) > 0 {
			break
		}
	}
	switch len(fitting) {
	case 1:
		return fitting[0], nil
	case 0:
		return 0, refuse.NoSuch("column", name, "columns", f.describeAll(nil))
	}
	return 0, &fault.Error{Kind: fault.Usage, What: fmt.Sprintf("More than one column has the header %q.", name), Next: fmt.Sprintf("Name it by its letter: %s.", strings.Join(f.describeAll(fitting), ", "))}
}

// describeAll names these columns; all that hold anything if there are none.
func (f *found) describeAll(columns []int) []string {
	var all []string
	for c := range f.headings {
		if columns == nil && (f.headings[c] != "" || len(f.samples[c]) > 0) || slices.Contains(columns, c) {
			all = append(all, f.describe(c))
		}
	}
	return all
}
