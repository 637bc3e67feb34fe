// Package reading makes numbers or findings of one cell (docs/number-rules.md,
// 2 and 3). It is pure, and may be called from any goroutine.
package reading

import (
	"slices"
	"strconv"

	"numberloader/internal/characters"
	"numberloader/internal/number"
)

// Context is what is known of the row that a cell belongs to.
type Context struct {
	// Place is the address of the cell as messages name it.
	Place number.Place
	// Region is the country of the row's location (ISO 3166 alpha-2), "" if
	// there is none. A country that the numbering data does not know is none.
	Region string
	// Location is the name of that location for messages, "" if it has none.
	Location string
	// Kind is what the row says. KindUnset leaves the check out.
	Kind number.Kind
}

// Reading is what a cell was read as (docs/number-rules.md, 2).
type Reading struct {
	Level       number.Level
	Overridable bool
	remarks     number.Remarks // all that is said of a cell whose only number has nothing but these
	Code        number.Code    // the code that says most, "" for LevelOK
	// Numbers are sent; for a problem that can be overridden they would be sent
	// then. Other problems have none.
	Numbers Numbers
	// Country is that of the only number (ISO 3166 alpha-2) if it is accepted, else
	// "".
	Country string
	// Suggestion replaces the cell's text when it is accepted: one number, or
	// several joined by ", ". It was read by the same rules and accepted.
	Suggestion string
	shown      string // the text that what is said is about
	more       *more  // what few have, nil for nothing
}

// Tell makes what was read of a cell all that is said of its row, or of the row of one of
// its numbers. Number, country, place and input of the row are settled.
func (r *Reading) Tell(row *number.Row) {
	if r.remarks != 0 {
		row.SetRemarks(r.remarks, r.shown)
		return
	}
	row.SetOfCell(r.shown, r.findings()...)
}

// findings are what is said of a cell that has more than remarks on its only number. Those
// of a problem that can be overridden are followed by the problems that are left then.
func (r *Reading) findings() []number.Finding {
	switch {
	case r.more != nil && r.more.findings != nil:
		return r.more.findings
	case r.Level != number.LevelProblem:
		return nil
	}
	about := r.more
	if about == nil {
		about = &more{}
	}
	values := slices.Clip(about.values)
	if r.Code == number.CodeRange {
		first, last := r.Range()
		values = append(values, number.Arg{"count", strconv.Itoa(r.Count())}, number.Arg{"first", first.String()}, number.Arg{"last", last.String()})
	}
	if r.Suggestion != "" {
		values = append(values, number.Arg{"suggestion", r.Suggestion})
	}
	all := append(make([]number.Finding, 0, 1+len(about.further)), number.NewFinding(r.Code, about.variant, values))
	for i := range about.further {
		next := &about.further[i]
		all = append(all, number.NewFinding(next.problem, next.variant, next.values))
	}
	return all
}

// Numbers are the numbers of a cell in their order. The one of most cells takes no
// memory of its own. They never change.
type Numbers struct {
	first number.E164
	more  []number.E164
}

// numbersOf are the numbers that were found.
func numbersOf(all []found) Numbers {
	var n Numbers
	for i := range all {
		if i == 0 {
			n.first = all[i].number
			continue
		}
		n.more = append(n.more, all[i].number)
	}
	return n
}

// Len is how many there are.
func (n *Numbers) Len() int {
	if n.first.IsZero() {
		return 0
	}
	return 1 + len(n.more)
}

// At is the number of an index, from 0 to Len.
func (n *Numbers) At(i int) number.E164 {
	if i == 0 {
		return n.first
	}
	return n.more[i-1]
}

// All are the numbers as a list of their own.
func (n *Numbers) All() []number.E164 {
	if n.Len() == 0 {
		return nil
	}
	return append([]number.E164{n.first}, n.more...)
}

// span is a run of numbers that follow each other.
type span struct {
	first number.E164
	count int
}

// Read reads one cell by the rules of docs/number-rules.md, 3. It is total: any
// cell has a reading.
func Read(cell number.Cell, in Context) (result Reading) {
	if usual(&cell, &in, &result) {
		return result
	}
	r := newReader(in)
	out, clean := r.cell(cell)
	return r.reading(&out, clean.Exact, cell.Shown())
}

// ReadBlock reads the first and the last number of a block from two columns
// (docs/number-rules.md, 5.5). An end that holds nothing, or the start again, is
// one number.
func ReadBlock(start, end number.Cell, in Context) Reading {
	r := newReader(in)
	out, clean := r.cell(start)
	if !out.accepted() || end.HoldsNothing() {
		return r.reading(&out, clean.Exact, start.Shown())
	}
	text, problem := r.blockEnd(end)
	if !problem.accepted() {
		return r.reading(&problem, "", end.Shown())
	}
	shown := start.Shown() + " - " + end.Shown()
	numbers := out.numbers()
	if len(numbers) != 1 {
		several := notFull(clean.Text)
		return r.reading(&several, clean.Exact, shown)
	}
	left := numbers[0]
	last, ok := r.endOf(left, text)
	switch {
	case !ok:
		out = notFull(end.Shown())
	case last.number == left.number:
		return r.reading(&out, clean.Exact, start.Shown())
	default:
		out = checkSpans(block(left, last))
	}
	return r.reading(&out, clean.Exact, shown)
}

// blockEnd is the text of the end of a block. The outcome has a problem if the
// cell holds none.
func (r *reader) blockEnd(end number.Cell) (string, outcome) {
	if out, _ := r.cell(end); out.problem == number.CodeBadCell || out.problem == number.CodeDigitsLost && (out.more == nil || out.variant == number.Usual) {
		return "", out
	}
	text, removed := unwrapped(characters.Clean(end.Shown()).Text)
	if removed {
		return "", reject(number.CodeRemoveMarker)
	}
	return dropLabel(text), outcome{}
}

// Count is how many numbers a range has, 0 if the reading is none.
func (r *Reading) Count() int {
	count := 0
	for _, s := range r.spans() {
		count += s.count
	}
	return count
}

// Range are the first and the last number of a range, nothing if the reading is none.
func (r *Reading) Range() (first, last number.E164) {
	spans := r.spans()
	if len(spans) == 0 {
		return first, last
	}
	end := spans[len(spans)-1]
	return spans[0].first, end.first.Plus(end.count - 1)
}

// spans are the parts of a range, nil if the reading is none.
func (r *Reading) spans() []span {
	if r.more == nil {
		return nil
	}
	return r.more.spans
}

// Expanded are all numbers of a range in their order, at most 10,000; nil if
// the reading is no range.
func (r *Reading) Expanded() []number.E164 {
	var all []number.E164
	for _, s := range r.spans() {
		for i := range s.count {
			all = append(all, s.first.Plus(i))
		}
	}
	return all
}
