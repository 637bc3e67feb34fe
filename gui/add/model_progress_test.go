package add

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"numberloader/internal/plan"
	"numberloader/internal/run"
)

var start = time.Date(2026, 11, 23, 14, 12, 0, 0, time.UTC)

func results(request plan.Request, outcome run.Outcome) []run.Update {
	var all []run.Update
	for _, line := range request.Rows {
		all = append(all, run.Update{Line: line, Result: run.Result{Outcome: outcome}})
	}
	return all
}

func TestProgressCountsWhatIsDone(t *testing.T) {
	t.Parallel()
	all := requests()
	p := NewProgress(all, "Acme Corp", start)
	if got := p.Headline() + "; " + p.Sentence(start); got != "Adding 34 numbers to Acme Corp; 0 done, 34 left" {
		t.Errorf("at the start: %q", got)
	}
	p.Take(run.Progress{Request: 1}, start)
	p.Take(run.Progress{Request: 1, Answered: true, Lines: results(all[0], run.Added)}, start)
	p.Take(run.Progress{Request: 2}, start)
	p.Take(run.Progress{Request: 2, Answered: true, Lines: results(all[1], run.Refused)}, start)
	now := start.Add(12 * time.Second)
	if got, want := p.Sentence(now), "12 done, 22 left, about 22 seconds more"; got != want {
		t.Errorf("sentence %q, want %q", got, want)
	}
	if diff := cmp.Diff([]Tally{{run.Added, 10}, {run.Refused, 2}}, p.Tallies()); diff != "" {
		t.Error(diff)
	}
	want := []Bar{
		{Location: "Kansas City", Done: 12, Total: 33, State: BarUnderWay, Text: "Request 2 of 4 done"},
		{Location: "Chicago", Total: 1, State: BarAhead, Text: "Not started"},
	}
	if diff := cmp.Diff(want, p.Bars(now)); diff != "" {
		t.Error(diff)
	}
	if got := p.Share(); got != 12.0/34 {
		t.Errorf("share %v", got)
	}
}

func TestALineThatIsSettledAgainCountsOnce(t *testing.T) {
	t.Parallel()
	all := requests()
	p := NewProgress(all, "Acme Corp", start)
	p.Take(run.Progress{Request: 5, Answered: true, Lines: results(all[4], run.Added)}, start)
	p.Take(run.Progress{Request: 5, Answered: true, Lines: results(all[4], run.Added)}, start)
	if diff := cmp.Diff([]Tally{{run.Added, 1}}, p.Tallies()); diff != "" {
		t.Error(diff)
	}
}

func TestAWaitIsShownUntilItIsOver(t *testing.T) {
	t.Parallel()
	p := NewProgress(requests(), "Acme Corp", start)
	p.Take(run.Progress{Request: 3}, start)
	if got := p.Bars(start)[0]; got.State != BarUnderWay || got.Text != "Sending request 3 of 4" {
		t.Errorf("under way: %+v", got)
	}
	p.Take(run.Progress{Request: 3, Wait: 12 * time.Second}, start)
	now := start.Add(500 * time.Millisecond)
	if got := p.Waiting(now); got != 12 {
		t.Errorf("%d seconds to wait, want 12", got)
	}
	if got := p.Bars(now)[0]; got.State != BarWaiting || got.Text != "Waiting: request 3 of 4" {
		t.Errorf("waiting: %+v", got)
	}
	if got := p.Waiting(start.Add(12 * time.Second)); got != 0 {
		t.Errorf("%d seconds to wait after the wait", got)
	}
}

func TestTheEndAndStopAreSaid(t *testing.T) {
	t.Parallel()
	all := requests()
	p := NewProgress(all, "Acme Corp", start)
	p.Stop()
	if got, want := p.Sentence(start), "0 done, 34 left. Stopping after the request under way"; got != want || !p.stopping {
		t.Errorf("sentence %q, want %q", got, want)
	}
	p = NewProgress(all, "Acme Corp", start)
	for _, r := range all {
		p.Take(run.Progress{Request: r.Number, Answered: true, Lines: results(r, run.Added)}, start)
	}
	if got := p.Bars(start)[1]; got.State != BarDone || got.Text != "Done" {
		t.Errorf("at the end: %+v", got)
	}
	if got := p.Sentence(start); got != "34 done, 0 left" || p.Share() != 1 {
		t.Errorf("at the end: %q, share %v", got, p.Share())
	}
	if got := NewProgress(nil, "", start).Share(); got != 0 {
		t.Errorf("an empty run has the share %v", got)
	}
}

func TestDurationsAreRough(t *testing.T) {
	t.Parallel()
	for d, want := range map[time.Duration]string{
		0: "1 second", 59 * time.Second: "59 seconds", 60 * time.Second: "1 minute", 95 * time.Second: "2 minutes",
	} {
		if got := duration(d); got != want {
			t.Errorf("%v: %q, want %q", d, got, want)
		}
	}
}
