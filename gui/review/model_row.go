package review

import (
	"cmp"
	"strings"

	"numberloader/gui/rows"
	"numberloader/internal/number"
)

// The columns of the grid.
const (
	ColumnStatus       = "status"
	ColumnCell         = "cell"
	ColumnFile         = "file"
	ColumnSend         = "send"
	ColumnCountry      = "country"
	ColumnType         = "type"
	ColumnUsage        = "usage"
	ColumnState        = "state"
	ColumnLocation     = "location"
	ColumnSubscription = "subscription"
	ColumnRequest      = "request"
)

// Value is what a cell of the grid shows.
type Value struct {
	Text  string
	Added int  // leading bytes of Text that the file does not hold
	Quiet bool // secondary text
	Over  bool // the row goes in a further request
}

// Value is the content of a column of the row at a position; empty where there
// is none.
func (m *Model) Value(i int, column string) Value {
	r := m.at(i)
	if r == nil {
		return Value{}
	}
	switch column {
	case ColumnStatus:
		return Value{Text: m.statusAt(i).Label()}
	case ColumnCell:
		return Value{Text: r.Cell, Quiet: true}
	case ColumnFile:
		return Value{Text: rows.OneLine(r.Input)}
	case ColumnSend:
		if !r.Goes() {
			return Value{Text: "Nothing", Quiet: true}
		}
		return Value{Text: r.Number.String(), Added: added(r)}
	case ColumnRequest:
		return Value{Text: rows.OfRequests(r), Over: r.Overflow && r.Request > 0}
	}
	return Value{Text: plainText(r, column)}
}

// plainText is the content of the columns that are shown as they are.
func plainText(r *number.Row, column string) string {
	switch column {
	case ColumnCountry:
		return r.Country
	case ColumnType:
		return r.Kind.Label()
	case ColumnUsage:
		return r.Usage.Label()
	case ColumnState:
		return r.State.Label()
	case ColumnLocation:
		return rows.OneLine(r.Location)
	case ColumnSubscription:
		return rows.OneLine(r.Subscription)
	}
	return ""
}

// Status is the status of the row at a position. The row of a position that does
// not exist is skipped.
func (m *Model) Status(i int) Status {
	if m.at(i) == nil {
		return StatusSkipped
	}
	return m.statusAt(i)
}

// Uses says whether any row has something to show in a column that is left out
// otherwise: a usage other than the standard one, or a subscription.
func (m *Model) Uses(column string) bool {
	for i := range m.rows {
		switch {
		case column == ColumnUsage && m.rows[i].Usage == number.UsageService,
			column == ColumnSubscription && m.rows[i].Subscription != "":
			return true
		}
	}
	return false
}

// order compares rows by a column, nil for the order of the file.
func (m *Model) order(column string) func(a, b int) int {
	switch column {
	case ColumnStatus:
		return func(a, b int) int { return cmp.Compare(m.status[a], m.status[b]) }
	case ColumnCell:
		return func(a, b int) int { return rows.Place(&m.rows[a], &m.rows[b]) }
	case ColumnFile:
		return rows.ByText(len(m.rows), func(i int) string { return m.rows[i].Input })
	case ColumnSend:
		return rows.ByText(len(m.rows), m.sent)
	case ColumnRequest:
		return func(a, b int) int { return cmp.Compare(m.rows[a].Request, m.rows[b].Request) }
	case ColumnCountry, ColumnType, ColumnUsage, ColumnState, ColumnLocation, ColumnSubscription:
		return rows.ByText(len(m.rows), func(i int) string { return plainText(&m.rows[i], column) })
	}
	return nil
}

func (m *Model) sent(i int) string {
	if !m.rows[i].Goes() {
		return ""
	}
	return m.rows[i].Number.String()
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
