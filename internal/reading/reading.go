// Package reading makes numbers or findings of one cell (docs/number-rules.md,
// 2 and 3). It is pure, and may be called from any goroutine.
package reading

import (
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
	// remarks are what is said of a cell whose only number has nothing but these,
	// findings what is said of any other. Those of a problem that can be overridden are
	// followed by the problems that are left then.
	remarks number.Remarks
	Code    number.Code // the code that says most, "" for LevelOK
	// Numbers are sent; for a problem that can be overridden they would be sent
	// then. Other problems have none.
	Numbers Numbers
	// Country is that of the only number (ISO 3166 alpha-2) if it is accepted, else
	// "".
	Country string
	// Suggestion replaces the cell's text when it is accepted: one number, or
	// several joined by ", ". It was read by the same rules and accepted.
	Suggestion string
	// Count, First and Last belong to CodeRange only.
	Count       int
	First, Last number.E164
	spans       []span
	findings    []number.Finding
	shown       string // the text that they are about
}

// Tell makes what was read of a cell all that is said of its row, or of the row of one of
// its numbers. Number, country, place and input of the row are settled.
func (r *Reading) Tell(row *number.Row) {
	if r.remarks != 0 {
		row.SetRemarks(r.remarks, r.shown)
		return
	}
	row.SetOfCell(r.shown, r.findings...)
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
	r := newReader(in)
	if r.usual(&cell, &result) {
		return result
	}
	out, clean := r.cell(cell)
	return r.reading(&out, clean, cell.Shown())
}

// ReadBlock reads the first and the last number of a block from two columns
// (docs/number-rules.md, 5.5). An end that holds nothing, or the start again, is
// one number.
func ReadBlock(start, end number.Cell, in Context) Reading {
	r := newReader(in)
	out, clean := r.cell(start)
	if !out.accepted() || end.HoldsNothing() {
		return r.reading(&out, clean, start.Shown())
	}
	text, problem := r.blockEnd(end)
	if !problem.accepted() {
		return r.reading(&problem, characters.Cleaned{}, end.Shown())
	}
	shown := start.Shown() + " - " + end.Shown()
	if len(out.numbers) != 1 {
		several := notFull(clean.Text)
		return r.reading(&several, clean, shown)
	}
	left := out.numbers[0]
	last, ok := r.endOf(left, text)
	switch {
	case !ok:
		out = notFull(end.Shown())
	case last.number == left.number:
		return r.reading(&out, clean, start.Shown())
	default:
		out = checkSpans(block(left, last))
	}
	return r.reading(&out, clean, shown)
}

// blockEnd is the text of the end of a block. The outcome has a problem if the
// cell holds none.
func (r *reader) blockEnd(end number.Cell) (string, outcome) {
	if out, _ := r.cell(end); out.problem == number.CodeBadCell || out.problem == number.CodeDigitsLost && out.variant == number.Usual {
		return "", out
	}
	text, removed := unwrapped(characters.Clean(end.Shown()).Text)
	if removed {
		return "", reject(number.CodeRemoveMarker)
	}
	return dropLabel(text), outcome{}
}

// setSpans makes it the reading of a range.
func (r *Reading) setSpans(spans []span) {
	r.spans = spans
	for _, s := range spans {
		r.Count += s.count
	}
	last := spans[len(spans)-1]
	r.First, r.Last = spans[0].first, last.at(last.count-1)
}

// Expanded are all numbers of a range in their order, at most 10,000; nil if
// the reading is no range.
func (r *Reading) Expanded() []number.E164 {
	var all []number.E164
	for _, s := range r.spans {
		for i := range s.count {
			all = append(all, s.at(i))
		}
	}
	return all
}
