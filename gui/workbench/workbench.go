// Package workbench has what tests of the window stand its parts on: a UI thread that
// waits for them, a list and a run.
package workbench

import (
	"testing"

	"numberloader/gui/background"
	"numberloader/internal/number"
	"numberloader/internal/number/numbertest"
	"numberloader/internal/plan"
	"numberloader/internal/run"
)

// Home is the UI thread of a test: what comes home to it waits until the test receives and
// calls it.
type Home chan func()

// NewHome has room for a lot.
func NewHome() Home { return make(Home, 1000) }

// Loop returns a loop whose work comes home here, until the test ends.
func (h Home) Loop(tb testing.TB) *background.Loop {
	tb.Helper()
	return background.NewLoop(tb.Context(), func(do func()) { h <- do })
}

// Settle lets everything come home that a loop has under way.
func (h Home) Settle(loop interface{ Idle() bool }) {
	for !loop.Idle() {
		(<-h)()
	}
	for len(h) > 0 {
		(<-h)()
	}
}

// Table is a list of three numbers for Kansas City: one that goes as it is, one that can
// be read, and a problem.
func Table(path string) *number.Table {
	t := &number.Table{Path: path, Sheet: "DIDs", HeaderRow: 1, Columns: map[number.Field]int{number.FieldNumber: 0}}
	for i, text := range []string{"+19135550101", "(913) 555-0102", "913 555 01"} {
		t.Records = append(t.Records, numbertest.Record(number.Record{
			Line: i + 2, Stated: &number.Stated{number.FieldLocation: "Kansas City"},
		}, number.Cell{Type: number.CellText, Value: text}))
	}
	return t
}

// RunOf is a run of one request whose lines ended so; the last line stayed behind.
func RunOf(org run.Organization, outcomes ...run.Outcome) run.Run {
	r := run.Run{ID: "7", State: run.Unfinished}
	r.Organization = org
	request := plan.Request{Number: 1, Group: plan.Group{LocationID: "kc", Location: "Kansas City"}}
	for i, o := range outcomes {
		r.Lines = append(r.Lines, run.Line{
			Row:     number.Row{Kind: number.KindDID, State: number.StateActive, Shared: &number.Shared{LocationID: "kc", Location: "Kansas City"}},
			Request: 1, Result: run.Result{Outcome: o},
		})
		request.Rows = append(request.Rows, i)
	}
	r.Requests = []plan.Request{request}
	r.Lines = append(r.Lines, run.Line{})
	return r
}

// Practice is the practice organization.
func Practice() run.Organization {
	return run.Organization{ID: "Practice", Name: "Practice", Practice: true}
}
