package results

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

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

func TestSelectedRowsAreThoseThatAreClicked(t *testing.T) {
	t.Parallel()
	m := newModel(time.UTC)
	m.Set(inactive(9))
	of := func() []int { return m.Selected(run.ActionActivate) }
	m.MoveTo(1)
	if got := of(); got != nil {
		t.Errorf("the cursor alone selects %v", got)
	}
	m.ExtendTo(4)
	if got := of(); !slices.Equal(got, []int{1, 3, 4}) || m.Cursor() != 4 {
		t.Errorf("a range: %v", got)
	}
	m.ToggleAt(3)
	m.ToggleAt(7)
	if got := of(); !slices.Equal(got, []int{1, 4, 7}) || !m.IsSelected(7) || m.IsSelected(3) {
		t.Errorf("turned: %v", got)
	}
	m.Choose(run.Added)
	if got := of(); got != nil || m.HasSelected() {
		t.Errorf("other rows are shown, and selected are %v", got)
	}
	m.SelectAll()
	if got := of(); !slices.Equal(got, []int{0, 1, 3, 4, 6, 7}) {
		t.Errorf("all: %v", got)
	}
	m.MoveTo(0)
	m.ToggleAt(2)
	if got := of(); !slices.Equal(got, []int{0, 3}) {
		t.Errorf("the row with the cursor and another one: %v", got)
	}
	m.SelectNone()
	if of() != nil {
		t.Error("nothing is selected")
	}
}

// Whatever is clicked, only rows that are shown and can be activated are acted on.
func TestOnlyShownRowsAreSelected(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		m := newModel(time.UTC)
		r := inactive(12)
		m.Set(r)
		t.Repeat(map[string]func(*rapid.T){
			"move":   func(t *rapid.T) { m.MoveTo(rapid.IntRange(-1, 12).Draw(t, "to")) },
			"toggle": func(t *rapid.T) { m.ToggleAt(rapid.IntRange(-1, 12).Draw(t, "at")) },
			"extend": func(t *rapid.T) { m.ExtendTo(rapid.IntRange(-1, 12).Draw(t, "to")) },
			"all":    func(*rapid.T) { m.SelectAll() },
			"some":   func(t *rapid.T) { m.Choose(rapid.SampledFrom([]run.Outcome{run.Added, run.Refused}).Draw(t, "only")) },
			"every":  func(*rapid.T) { m.ShowAll() },
			"": func(t *rapid.T) {
				for _, line := range m.Selected(run.ActionActivate) {
					if !slices.Contains(m.shown, line) || r.Part(run.ActionActivate, &r.Lines[line]) != run.PartAct {
						t.Fatalf("line %d is selected", line)
					}
				}
			},
		})
	})
}
