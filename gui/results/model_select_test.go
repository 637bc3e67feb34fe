package results

import (
	"slices"
	"testing"
	"time"

	"numberloader/internal/number"
	"numberloader/internal/plan"
	"numberloader/internal/run"
)

// inactive is a run of so many numbers that it added as inactive; each third was refused.
func inactive(n int) run.Run {
	r := run.Run{ID: "7"}
	request := plan.Request{Number: 1, Group: plan.Group{State: number.StateInactive, Kind: number.KindDID}}
	for i := range n {
		o := run.Added
		if i%3 == 2 {
			o = run.Refused
		}
		r.Lines = append(r.Lines, run.Line{Request: 1, Result: run.Result{Outcome: o}})
		request.Rows = append(request.Rows, i)
	}
	r.Requests = []plan.Request{request}
	return r
}

func TestAnActionTakesTheSelectedRowsThatItIsFor(t *testing.T) {
	t.Parallel()
	m := newModel(time.UTC)
	m.Set(inactive(9))
	of := func() []int { return m.Selected(run.ActionActivate) }
	m.MoveTo(1)
	if got := of(); len(got) > 0 {
		t.Errorf("the cursor alone selects %v", got)
	}
	m.ExtendTo(4)
	if got := of(); !slices.Equal(got, []int{1, 3, 4}) {
		t.Errorf("a range: %v", got)
	}
	m.Sort(ColumnFile)
	m.Sort(ColumnFile)
	if got := of(); len(got) > 0 {
		t.Errorf("in another order, selected are %v", got)
	}
	m.SelectAll()
	if got := of(); !slices.Equal(got, []int{0, 1, 3, 4, 6, 7}) {
		t.Errorf("all: %v", got)
	}
	m.Choose(run.Added)
	if got := m.SelectedRows(); got != nil {
		t.Errorf("other rows are shown, and selected are %v", got)
	}
}
