package review

import (
	"slices"
	"strings"

	"numberloader/internal/number"
)

// Returned is a workbook of problem rows of a list that came back, beside that list.
type Returned struct {
	// Open is the list, with the columns that Located finds, and Rows how it is judged now.
	Open *number.Table
	Rows []*number.Row
	// Decided is what was decided about a record of Open so far, and Meant the word that
	// counts in its columns in place of another (Layout.Meant).
	Decided func(record int) Decision
	Meant   func(field number.Field, word string) string
	// Back is the workbook, and Cells the column of its first list that names the cells
	// of Open; 0 is A.
	Back  *number.Table
	Cells int
}

// Corrections are what a list that came back says in place of the rows of the open one.
// All are in the order of the workbook; cells are with their sheet.
type Corrections struct {
	Changes []Change     // what is to be decided so that it counts
	Values  []Correction // what that changes, cell by cell
	Edited  int          // how many values take the place of one that the user typed
	// What is not taken over, and no row with any of it is: columns of which nothing can
	// be decided, cells of which several lines say different things, and cells whose
	// number is gone or crossed out.
	Untaken []Correction
	Unclear []string
	Emptied []string
	// Strange are names of no cell of a number of the open list, and cells of one that
	// has no problem and of which nothing was decided: rows have moved since.
	Strange []string
	Absent  []string // cells with a problem of which the workbook has no line
}

// Correction is what one cell says instead of what it said.
type Correction struct {
	Cell    string // of the number of the row
	Field   number.Field
	Heading string
	Was, Is string
}

// Corrections compares each column that has a role with the row of the open list, as the
// file holds it: what the workbook left as it was changes nothing. A row is taken over
// whole or not at all. It is pure, and may be called from any goroutine as long as nobody
// changes the tables. ok is false if the workbook has lost the column of the numbers.
func (r *Returned) Corrections() (c Corrections, ok bool) {
	b := &bringing{Returned: r, union: number.UnionOf(r.Open), lines: map[int][]*number.Record{}, problems: map[int]bool{}}
	if !b.has(number.FieldNumber) {
		return Corrections{}, false
	}
	for _, row := range r.Rows {
		if row.IsProblem() {
			b.problems[int(row.Record)] = true
		}
	}
	for _, record := range b.collect() {
		b.row(record)
	}
	last := int32(-1)
	for _, row := range r.Rows {
		if _, there := b.lines[int(row.Record)]; !there && row.Record != last && row.IsProblem() {
			b.Absent = append(b.Absent, row.Place())
			last = row.Record
		}
	}
	return b.Corrections, true
}

// bringing is how far the comparison has come.
type bringing struct {
	*Returned
	Corrections

	union    *number.Union
	at       addresses
	lines    map[int][]*number.Record // of the workbook, by record of the open list
	problems map[int]bool             // the records with a problem
}

// has reports whether the workbook still has the column of a field, of any list.
func (b *bringing) has(field number.Field) bool {
	for list := range 1 + len(b.Open.Further) {
		of := number.Record{List: uint16(list)}
		if column, ok := b.Open.List(&of).Columns[field]; ok && b.column(&of, column) >= 0 {
			return true
		}
	}
	return false
}

// collect finds the lines of each record, and returns the records in the order in which
// the workbook names them first.
func (b *bringing) collect() []int {
	b.at = newAddresses(b.Open)
	records := make(map[string]int, len(b.Open.Records))
	for i := range b.Open.Records {
		at := b.at.of(i).String()
		if _, twice := records[at]; twice || b.Open.Records[i].Skipped != number.SkipNone {
			records[at] = -1
			continue
		}
		records[at] = i
	}
	var order []int
	for i := range b.Back.Records {
		line := &b.Back.Records[i]
		cell := strings.TrimSpace(line.Source.At(b.Cells))
		if cell == "" || line.List > 0 {
			continue
		}
		record, known := records[cell]
		if !known || record < 0 {
			b.Strange = append(b.Strange, cell)
			continue
		}
		if b.lines[record] == nil {
			order = append(order, record)
		}
		b.lines[record] = append(b.lines[record], line)
	}
	return order
}

// row compares a record with its lines.
func (b *bringing) row(record int) {
	cell := b.at.of(record).String()
	decision, values := Decision{}, []Correction(nil)
	for _, line := range b.lines[record] {
		read, changes := b.line(record, line)
		switch {
		case line.Struck || slices.ContainsFunc(changes, takesNumberAway):
			b.Emptied = append(b.Emptied, cell)
			return
		case len(changes) == 0:
			continue
		case values != nil && !slices.Equal(values, changes):
			b.Unclear = append(b.Unclear, cell)
			return
		}
		decision, values = read, changes
	}
	if before := b.Decided(record); len(values) > 0 && !b.problems[record] && before.Equal(&Decision{}) {
		b.Strange = append(b.Strange, cell)
		return
	}
	untaken := slices.DeleteFunc(slices.Clone(values), func(c Correction) bool { return b.canHold(record, c.Field) })
	if len(untaken) > 0 {
		b.Untaken = append(b.Untaken, untaken...)
		return
	}
	b.decide(record, decision, values)
}

// line is what a line of the workbook says of a record in other words than the file.
func (b *bringing) line(record int, line *number.Record) (decision Decision, changes []Correction) {
	source := &b.Open.Records[record]
	list := b.Open.List(source)
	old := b.union.Source(source)
	for _, field := range number.AllFields() {
		column, has := list.Columns[field]
		if !has {
			continue
		}
		at := b.column(source, column)
		was, is := strings.TrimSpace(old.At(b.union.Place(source, column))), strings.TrimSpace(line.Source.At(at))
		if at < 0 || was == is {
			continue
		}
		heading := ""
		if column < len(list.Headings) {
			heading = list.Headings[column]
		}
		changes = append(changes, Correction{b.at.of(record).String(), field, heading, was, is})
		if text := decision.Typed(field); text != nil {
			*text = new(b.Meant(field, is))
		}
	}
	return decision, changes
}

// canHold reports whether a decision about a record can hold what stands in the column of
// a field: of a number in several columns it can't.
func (b *bringing) canHold(record int, field number.Field) bool {
	source := &b.Open.Records[record]
	list := b.Open.List(source)
	inParts := func(f number.Field) bool { return f != number.FieldNumber && source.Shown(list, f) != "" }
	if field == number.FieldNumber && slices.ContainsFunc(partFields(), inParts) {
		return false
	}
	return new(Decision).Typed(field) != nil
}

// decide takes over what a record says now, in place of what was decided about the same
// cells. What was said of the number before does not hold for another one.
func (b *bringing) decide(record int, says Decision, values []Correction) {
	before := b.Decided(record)
	after := before
	for _, c := range values {
		text, is := after.Typed(c.Field), *says.Typed(c.Field)
		if *text != nil {
			if **text == *is {
				continue
			}
			c.Was = **text
			b.Edited++
		}
		*text = is
		b.Values = append(b.Values, c)
		if c.Field == number.FieldNumber {
			after.Overridden, after.Confirmed, after.Expand = nil, nil, false
		}
	}
	if !after.Equal(&before) {
		b.Changes = append(b.Changes, Change{record, after})
	}
}

// takesNumberAway reports whether a correction leaves no number.
func takesNumberAway(c Correction) bool {
	return c.Field == number.FieldNumber && (c.Is == "" || number.SaysNothing(c.Is))
}

// column is where a column of the list of a record stands in the workbook, -1 if it is not
// there or can't be told from another one. It may have been moved.
func (b *bringing) column(of *number.Record, column int) int {
	place := b.union.Place(of, column)
	same := func(other string) bool { // a column without a heading got its letter as one
		return slices.Contains(strings.Fields(other), number.ColumnName(place))
	}
	if place < len(b.union.Headings) && b.union.Headings[place] != "" {
		heading := b.union.Headings[place]
		same = func(other string) bool { return other == heading || number.WordKey(other) == number.WordKey(heading) }
	}
	headings := b.Back.Headings
	if place < len(headings) && same(headings[place]) {
		return place
	}
	at := slices.IndexFunc(headings, same)
	if at >= 0 && slices.ContainsFunc(headings[at+1:], same) {
		return -1
	}
	return at
}
