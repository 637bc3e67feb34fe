package importer

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"numberloader/import/refuse"
	"numberloader/internal/fault"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
)

// found is what was found on a sheet: where a list is.
type found struct {
	table    table
	line     int // of the header, 0 for none
	headings []string
	roles    []roles // by column
	samples  [][]placed
	told     [][]placed // samples of the cells that do not only say that nothing is there
	phones   []bool     // columns that look like phone numbers

	named   map[number.Field]string // by the user, "" for no column
	columns map[number.Field]int
	numbers []int // further columns of numbers that are read
	active  bool
	counts  bool // the ends of blocks are counts
	ask     *number.Ask
	notes   []number.Note
}

// find finds the lists of the sheet, as far as layout leaves them open. If it is
// in doubt which tables are meant, the first one is returned with the question.
func (d *detector) find(layout number.Layout) ([]*found, error) {
	tables, err := d.chosenTables(layout)
	if err != nil {
		return nil, err
	}
	lists := make([]*found, len(tables))
	for i, t := range tables {
		if lists[i], err = d.list(t, layout); err != nil {
			return nil, err
		}
	}
	if len(lists) > 1 && layout.Header == nil && len(layout.Headers) == 0 {
		lists[0].askTables(d, lists)
		lists = lists[:1]
	}
	return lists, nil
}

// chosenTables are the tables whose headers the user named, or all that there are.
func (d *detector) chosenTables(layout number.Layout) ([]table, error) {
	all := d.tables()
	lines := layout.Headers
	if len(lines) == 0 && layout.Header != nil {
		lines = []int{*layout.Header}
	}
	if len(lines) == 0 {
		if len(all) == 1 && all[0].header < 0 {
			all[0] = d.headed(all[0])
		}
		return all, nil
	}
	var chosen []table
	for _, line := range lines {
		t, err := d.tableAt(line, all)
		if err != nil {
			return nil, err
		}
		if n := len(chosen); n > 0 {
			chosen[n-1].end = min(chosen[n-1].end, max(t.header, chosen[n-1].first))
		}
		chosen = append(chosen, t)
	}
	return chosen, nil
}

// tableAt is the table below the header in a row, 0 for one without a header. It
// ends where another one begins.
func (d *detector) tableAt(line int, all []table) (table, error) {
	header := -1
	if line > 0 {
		i, ok := d.sheet.Find(line)
		if !ok {
			last := 0
			if n := len(d.sheet.Rows); n > 0 {
				last = d.sheet.Rows[n-1].Line
			}
			return table{}, &fault.Error{Kind: fault.Usage, What: phrase.Text("reading.emptyrow.what", "Row", strconv.Itoa(line)), Next: phrase.Text("reading.emptyrow.next", "Last", strconv.Itoa(last))}
		}
		header = i
	}
	t := table{header: header, first: header + 1}
	end := len(d.sheet.Rows)
	for i := 1; i < len(all); i++ {
		if begun := all[i].header; begun > header && (header >= 0 || all[0].header < 0) {
			end = begun
			break
		}
	}
	return d.closed(t, end), nil
}

// headed is a table without known header words, with the row above its first
// number for a header if that can be one.
func (d *detector) headed(t table) table {
	f := d.lookBelow(t)
	for _, c := range f.likely(d) {
		if above := d.headerAbove(c); above >= 0 {
			return d.closed(table{header: above, first: above + 1}, t.end)
		}
	}
	return t
}

// list finds the columns of a table.
func (d *detector) list(t table, layout number.Layout) (*found, error) {
	f := d.lookBelow(t)
	f.named = layout.Columns
	if err := f.choose(layout); err != nil {
		return nil, err
	}
	d.numberColumn(f)
	d.otherColumns(f)
	return f, nil
}

// lookBelow looks at the header of a table and the columns below it.
func (d *detector) lookBelow(t table) *found {
	f := &found{table: t, columns: map[number.Field]int{}}
	f.headings, f.roles = make([]string, d.sheet.Width), make([]roles, d.sheet.Width)
	if t.header >= 0 {
		f.line = d.sheet.Rows[t.header].Line
		for c := range f.headings {
			f.headings[c] = d.heading(t.header, c)
			f.roles[c] = d.words.roles(f.headings[c])
		}
	}
	f.samples = d.samples(t.first, t.end, sampledCells)
	f.phones, f.told = make([]bool, len(f.samples)), make([][]placed, len(f.samples))
	for c := range f.samples {
		cells := d.told(c, t, f.samples[c])
		f.told[c] = cells
		n := 0
		if len(cells) > 0 {
			n = d.phonesBetween(c, t.first, cells[len(cells)-1].row+1)
		}
		f.phones[c] = n > 0 && n*2 >= len(cells)
	}
	return f
}

// told are the sampled cells of a column without those that only say that nothing
// is there; cells further down take their place.
func (d *detector) told(column int, t table, sampled []placed) []placed {
	if !slices.ContainsFunc(sampled, func(p placed) bool { return !d.sheet.Tells(p.cell) }) {
		return sampled
	}
	var cells []placed
	for i := t.first; i < t.end && len(cells) < sampledCells; i++ {
		if c := d.sheet.Rows[i].Cell(column); d.sheet.Tells(c) {
			cells = append(cells, placed{i, c})
		}
	}
	return cells
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

// first is the leftmost column whose header has any of these roles, that has no
// role yet and does not look like phone numbers.
func (f *found) first(r roles) (column int, ok bool) {
	for _, c := range f.withRole(r) {
		if !f.used(c) && !f.phones[c] {
			return c, true
		}
	}
	return 0, false
}

// phonesIn counts the cells of a column that look like phone numbers.
func (f *found) phonesIn(d *detector, column int) int {
	return d.phonesBetween(column, f.table.first, f.table.end)
}

func (d *detector) candidates(f *found, columns []int) []number.Candidate {
	all := make([]number.Candidate, 0, len(columns))
	for _, c := range columns {
		all = append(all, d.candidate(f, c))
	}
	return all
}

// candidate is a column as an answer, with its first cells.
func (d *detector) candidate(f *found, column int) number.Candidate {
	const shown = 8
	c := number.Candidate{
		Sheet: d.sheet.Name, HeaderRow: f.line, Column: column, Heading: f.headings[column],
		Filled: d.filled(f, column), Phones: f.phonesIn(d, column),
	}
	cells := f.samples[column]
	for _, p := range cells[:min(shown, len(cells))] {
		address := fmt.Sprintf("%s%d", number.ColumnName(column), d.sheet.Rows[p.row].Line)
		c.Samples = append(c.Samples, number.Sample{Cell: address, Text: d.sheet.Shown(p.cell)})
	}
	return c
}

// filled counts the filled cells of a column of a table.
func (d *detector) filled(f *found, column int) int {
	n := 0
	for i := f.table.first; i < f.table.end; i++ {
		if d.sheet.Rows[i].Cell(column).Filled() {
			n++
		}
	}
	return n
}

// used says that a column has a role already.
func (f *found) used(column int) bool {
	for _, c := range f.columns {
		if c == column {
			return true
		}
	}
	return slices.Contains(f.numbers, column)
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

// choose takes the columns that the user named. Of several sheets, those that have
// no such column go without.
func (f *found) choose(layout number.Layout) error {
	several := len(layout.Sheets) > 1
	for _, field := range number.AllFields() {
		name, ok := f.named[field]
		if !ok || name == "" && field != number.FieldNumber {
			continue
		}
		column, err := f.columnNamed(name)
		switch {
		case err == nil:
			f.columns[field] = column
		case !several:
			return err
		}
	}
	for _, name := range layout.Numbers {
		column, err := f.columnNamed(name)
		switch {
		case err == nil:
			f.numbers = append(f.numbers, column)
		case !several:
			return err
		}
	}
	return nil
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
		return 0, refuse.NoColumn(name, f.describeAll(nil))
	}
	return 0, &fault.Error{Kind: fault.Usage, What: phrase.Text("reading.sameheader.what", "Header", strconv.Quote(name)), Next: phrase.Text("reading.sameheader.next", "Columns", phrase.Commas(f.describeAll(fitting)))}
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
