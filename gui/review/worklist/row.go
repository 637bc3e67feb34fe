package worklist

import (
	"strings"

	"numberloader/gui/review/judged"
	"numberloader/gui/rows"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
	"numberloader/internal/plan"
)

// The columns of the grid.
const (
	ColumnStatus       = "status"
	ColumnCell         = rows.ColumnCell
	ColumnFile         = rows.ColumnFile
	ColumnSend         = rows.ColumnSend
	ColumnCountry      = rows.ColumnCountry
	ColumnType         = rows.ColumnType
	ColumnUsage        = rows.ColumnUsage
	ColumnState        = rows.ColumnState
	ColumnLocation     = rows.ColumnLocation
	ColumnSubscription = rows.ColumnSubscription
	ColumnRequest      = rows.ColumnRequest
	ColumnFinding      = rows.ColumnFinding
	ColumnWhat         = "what" // of what the user corrected: the field, and what it says now
	ColumnMine         = "mine"
)

// columns are all columns of the grid, in their order. The finding is shown below
// its row and not in a column of its own; it is there to be sorted by and copied.
func columns() []rows.Column[rows.Placed] {
	status := rows.Column[rows.Placed]{
		ID: ColumnStatus, Title: phrase.Text("columns.status"), Width: 118, Narrow: 116,
		Text: func(r rows.Placed) string { return phrase.Standing(r.Standing()) },
		Key:  func(r rows.Placed) uint64 { return uint64(r.Standing()) },
	}
	return append([]rows.Column[rows.Placed]{status}, rows.FileColumns()...)
}

// Columns are the columns of the grid, in their order, without the finding,
// which stands below its row, and without those that no row uses.
func (l *list) Columns() []rows.Column[rows.Placed] {
	if l.mine != nil {
		return mineColumns()
	}
	var used []rows.Column[rows.Placed]
	for _, c := range columns() {
		if c.ID == ColumnFinding {
			continue
		}
		optional := c.ID == ColumnUsage || c.ID == ColumnSubscription || c.ID == rows.ColumnSheet
		if c.ID == ColumnStatus && l.Count(judged.ChipThere) > 0 {
			c.Width, c.Narrow = 146, 142 // "Already there"
		}
		if !optional || l.uses(c.ID) {
			used = append(used, c)
		}
	}
	return used
}

// uses reports whether any row has something to show in a column that is left out
// otherwise: a usage other than the standard one, a subscription, or its sheet among
// several.
func (l *list) uses(column string) bool {
	switch column {
	case ColumnUsage:
		return l.HasUsage()
	case ColumnSubscription:
		return l.HasSubscription()
	case rows.ColumnSheet:
		return len(l.Rows) > 0 && l.Rows[0].Sheet() != l.Rows[len(l.Rows)-1].Sheet()
	}
	return false
}

// Value is what a cell of the grid shows.
type Value struct {
	Text  string
	Added int  // leading bytes of Text that the file does not hold
	Quiet bool // secondary text
	Over  bool // the row goes in a further request

	Bold, Struck bool
	Arrow        bool // it stands in place of what is before it
}

// Value is the content of a column of the row at a position; empty where there
// is none.
func (l *list) Value(i int, column string) Value {
	r := l.Row(i)
	if r == nil {
		return Value{}
	}
	if c, ok := l.mineAt(i); ok {
		if v, ok := c.value(column); ok {
			return v
		}
	}
	switch column {
	case ColumnCell:
		return Value{Text: r.Cell(), Quiet: true}
	case ColumnSend:
		if !r.Goes() {
			return Value{Text: phrase.Text("columns.nothing"), Quiet: true}
		}
		return Value{Text: r.Number.String(), Added: added(r)}
	}
	c, ok := l.column(column)
	if !ok {
		return Value{}
	}
	at := l.placedAt(i)
	return Value{Text: c.Text(at), Over: column == ColumnRequest && at.Request > 0 && r.Overflows()}
}

// Widest is the widest content of a column whose content grows with the file: of
// the last cell, and of the last request. It is empty for other columns.
func (l *list) Widest(column string) Value {
	switch {
	case column == ColumnCell && len(l.Rows) > 0:
		return Value{Text: l.Rows[len(l.Rows)-1].Cell()}
	case column == ColumnRequest && len(l.Requests) > 0:
		var last plan.Request
		for i := range l.Requests {
			last.Of = max(last.Of, l.Requests[i].Of)
		}
		last.Index = last.Of
		return Value{Text: rows.OfRequests(last.Placement()), Over: l.Count(judged.ChipOver) > 0}
	}
	return Value{}
}

// column is a column by its ID, from a list that is made once.
func (l *list) column(id string) (rows.Column[rows.Placed], bool) {
	if l.columns == nil {
		l.columns = columns()
	}
	return rows.ColumnOf(l.columns, id)
}

// added is how many bytes the number has in front of the digits that it shares
// with the file. Where hardly any are shared, the file wrote the number in a way
// that says nothing about the front, and the answer is 0.
func added(r *number.Row) int {
	const telling = 4
	want := r.Number.String()
	digits := digitsOf(r.Input)
	shared := 0
	for shared < len(digits) && shared < len(want)-1 && digits[len(digits)-1-shared] == want[len(want)-1-shared] {
		shared++
	}
	if shared < telling || shared == len(want)-1 && strings.Contains(r.Input, "+") {
		return 0
	}
	return len(want) - shared
}

func digitsOf(text string) string {
	return strings.Map(func(c rune) rune {
		if c < '0' || c > '9' {
			return -1
		}
		return c
	}, text)
}
