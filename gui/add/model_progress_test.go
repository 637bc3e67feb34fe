package add

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"numberloader/internal/phrase"
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

// adding is a task that adds all numbers of requests to Acme Corp.
func adding(all []plan.Request) Task {
	n := 0
	for _, r := range all {
		n += len(r.Rows)
	}
	return Task{Headline: "Adding " + phrase.Text("words.numbers", "Count", n) + " to Acme Corp", Requests: all, Sends: true, Organization: "Acme Corp"}
}

func TestProgressCountsWhatIsDone(t *testing.T) {
	t.Parallel()
	all := requests()
	p := NewProgress(adding(all), start)
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
	p := NewProgress(adding(all), start)
	p.Take(run.Progress{Request: 5, Answered: true, Lines: results(all[4], run.Added)}, start)
	p.Take(run.Progress{Request: 5, Answered: true, Lines: results(all[4], run.Added)}, start)
	if diff := cmp.Diff([]Tally{{run.Added, 1}}, p.Tallies()); diff != "" {
		t.Error(diff)
	}
}

func TestAWaitIsShownUntilItIsOver(t *testing.T) {
	t.Parallel()
	p := NewProgress(adding(requests()), start)
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
	p := NewProgress(adding(all), start)
	p.Hold(HoldStop, start)
	if got, want := p.Sentence(start), "0 done, 34 left. Stopping after the requests under way"; got != want || p.Held() != HoldStop {
		t.Errorf("sentence %q, want %q", got, want)
	}
	p = NewProgress(adding(all), start)
	for _, r := range all {
		p.Take(run.Progress{Request: r.Number, Answered: true, Lines: results(r, run.Added)}, start)
	}
	if got := p.Bars(start)[1]; got.State != BarDone || got.Text != "Done" {
		t.Errorf("at the end: %+v", got)
	}
	if got := p.Sentence(start); got != "34 done, 0 left" || p.Share() != 1 {
		t.Errorf("at the end: %q, share %v", got, p.Share())
	}
	if got := NewProgress(Task{}, start).Share(); got != 0 {
		t.Errorf("an empty run has the share %v", got)
	}
}

func TestSeveralRequestsAreUnderWayAtOnce(t *testing.T) {
	t.Parallel()
	p := NewProgress(adding(requests()), start)
	if got := p.UnderWay(); got != "" {
		t.Errorf("before the first: %q", got)
	}
	p.Take(run.Progress{Request: 1, Requests: 5}, start)
	p.Take(run.Progress{Request: 5, Requests: 5}, start)
	want := []Bar{
		{Location: "Kansas City", Total: 33, State: BarUnderWay, Text: "Sending request 1 of 4"},
		{Location: "Chicago", Total: 1, State: BarUnderWay, Text: "Sending request 1 of 1"},
	}
	if diff := cmp.Diff(want, p.Bars(start)); diff != "" {
		t.Error(diff)
	}
	if got, want := p.UnderWay(), "2 requests under way, 0 of 5 answered"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	p.Take(run.Progress{Request: 1, Wait: 3 * time.Second}, start)
	p.Take(run.Progress{Request: 5, Wait: 9 * time.Second}, start)
	if got := p.Waiting(start); got != 9 {
		t.Errorf("%d seconds to wait, want the longest", got)
	}
	p.Take(run.Progress{Request: 5, Answered: true}, start)
	if got := p.Waiting(start); got != 3 {
		t.Errorf("%d seconds to wait after the answer", got)
	}
	if got, want := p.UnderWay(), "1 request under way, 1 of 5 answered"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestAPauseIsToldAndTakesNoTime(t *testing.T) {
	t.Parallel()
	all := requests()
	p := NewProgress(adding(all), start)
	p.Take(run.Progress{Request: 1}, start)
	p.Take(run.Progress{Request: 1, Answered: true, Lines: results(all[0], run.Added)}, start)
	p.Take(run.Progress{Request: 2}, start)
	now := start.Add(10 * time.Second)
	p.Hold(HoldPause, now)
	if got, want := p.Sentence(now), "10 done, 24 left. Paused after the requests under way"; got != want {
		t.Errorf("sentence %q, want %q", got, want)
	}
	p.Take(run.Progress{Request: 2, Answered: true, Lines: results(all[1], run.Added)}, now)
	if got, want := p.Sentence(now), "12 done, 22 left. Paused"; got != want {
		t.Errorf("sentence %q, want %q", got, want)
	}
	p.Hold(HoldNone, now.Add(time.Hour))
	if got, want := p.Sentence(now.Add(time.Hour+2*time.Second)), "12 done, 22 left, about 22 seconds more"; got != want {
		t.Errorf("sentence %q, want %q", got, want)
	}
}

func TestASignInThatEndedIsTold(t *testing.T) {
	t.Parallel()
	p := NewProgress(adding(requests()), start)
	p.Take(run.Progress{Request: 1, Wait: time.Minute}, start)
	p.Hold(HoldSignIn, start)
	if got, want := p.Sentence(start), "0 done, 34 left. Paused, because the sign-in ended"; got != want || p.Waiting(start) != 0 {
		t.Errorf("sentence %q, want %q", got, want)
	}
}

func TestWhatIsFoundOutByReadingIsSentAfterwards(t *testing.T) {
	t.Parallel()
	all := requests()
	p := NewProgress(adding(all), start)
	step := run.Progress{Stage: run.StageSettle, Lines: results(all[0], run.NotSent)}
	step.Lines[0].Result.Outcome = run.Added
	p.Take(step, start)
	if got, want := p.Sentence(start), "1 done, 33 left. First finding out what is not known, by reading"; got != want {
		t.Errorf("sentence %q, want %q", got, want)
	}
	if diff := cmp.Diff([]Tally{{run.Added, 1}}, p.Tallies()); diff != "" {
		t.Error(diff)
	}
	p.Take(run.Progress{Stage: run.StageAdd, Request: 1, Answered: true, Lines: results(all[0], run.Added)}, start)
	if got := p.Sentence(start); got != "10 done, 24 left, about 1 second more" {
		t.Errorf("sentence %q", got)
	}
}

// What Webex has taken moves the bar and the count at once, and counts as removed
// only when a reading has shown it.
func TestWhatWebexHasTakenCountsEvenlyAndIsConfirmedLater(t *testing.T) {
	t.Parallel()
	whole := []plan.Request{{Group: plan.Group{Location: "Kansas City"}, Rows: []int{0, 1, 2, 3}}}
	p := NewProgress(Task{Headline: "Removing 4 numbers from Acme Corp", Requests: whole}, start)
	removed := func(lines ...int) run.Progress {
		return run.Progress{Stage: run.StageRemove, Lines: results(plan.Request{Rows: lines}, run.Removed)}
	}
	steps := []struct {
		step     run.Progress
		sentence string
		share    float64
		tallies  []Tally
	}{
		{
			run.Progress{Stage: run.StageRemove, Request: 1, Answered: true, Taken: []int{0, 1}},
			"0 done, 2 to be confirmed, 2 left, about 10 seconds more", 0.5, nil,
		},
		{removed(0), "1 done, 1 to be confirmed, 2 left, about 10 seconds more", 0.5, []Tally{{run.Removed, 1}}},
		{
			run.Progress{Stage: run.StageRemove, Request: 2, Answered: true, Taken: []int{0, 2, 3}},
			"1 done, 3 to be confirmed, 0 left", 1,
			[]Tally{{run.Removed, 1}},
		},
		{removed(1, 2, 3), "4 done, 0 left", 1, []Tally{{run.Removed, 4}}},
	}
	for i, s := range steps {
		p.Take(s.step, start)
		if got := p.Sentence(start.Add(10 * time.Second)); got != s.sentence {
			t.Errorf("step %d: sentence %q, want %q", i, got, s.sentence)
		}
		if got := p.Share(); got != s.share {
			t.Errorf("step %d: share %v, want %v", i, got, s.share)
		}
		if got := float64(p.Bars(start)[0].Done) / 4; got != s.share {
			t.Errorf("step %d: bar at %v, want %v", i, got, s.share)
		}
		if diff := cmp.Diff(s.tallies, p.Tallies()); diff != "" {
			t.Errorf("step %d: %s", i, diff)
		}
	}
}

func TestNumbersAreRemovedLocationByLocation(t *testing.T) {
	t.Parallel()
	whole := []plan.Request{{Group: plan.Group{Location: "Kansas City"}, Rows: []int{0, 1, 2}}, {Group: plan.Group{LocationID: "chi", Location: "Chicago"}, Rows: []int{3}}}
	p := NewProgress(Task{Headline: "Removing 4 numbers from Acme Corp", Requests: whole}, start)
	p.Take(run.Progress{Stage: run.StageRemove, Request: 1, Requests: 2}, start)
	p.Take(run.Progress{Stage: run.StageRemove, Request: 1, Answered: true, Lines: []run.Update{
		{Line: 0, Result: run.Result{Outcome: run.Removed}}, {Line: 3, Result: run.Result{Outcome: run.Kept}},
	}}, start)
	want := []Bar{
		{Location: "Kansas City", Done: 1, Total: 3, State: BarUnderWay, Text: "Under way"},
		{Location: "Chicago", Done: 1, Total: 1, State: BarDone, Text: "Done"},
	}
	if diff := cmp.Diff(want, p.Bars(start)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]Tally{{run.Removed, 1}, {run.Kept, 1}}, p.Tallies()); diff != "" {
		t.Error(diff)
	}
}
