package job

import (
	"context"
	"slices"
	"testing"

	"numberloader/internal/fault"
	"numberloader/internal/number"
	"numberloader/internal/plan"
	"numberloader/internal/run"
)

// runOf is a run of one request whose lines ended so; the last line stayed
// behind.
func runOf(org run.Organization, outcomes ...run.Outcome) run.Run {
	r := run.Run{ID: "7", State: run.Unfinished}
	r.Organization = org
	request := plan.Request{Number: 1, Group: plan.Group{LocationID: "kc", Location: "Kansas City"}}
	for i, o := range outcomes {
		r.Lines = append(r.Lines, run.Line{
			Row:     number.Row{Kind: number.KindDID, State: number.StateActive, LocationID: "kc", Location: "Kansas City"},
			Request: 1, Result: run.Result{Outcome: o},
		})
		request.Rows = append(request.Rows, i)
	}
	r.Requests = []plan.Request{request}
	r.Lines = append(r.Lines, run.Line{})
	return r
}

func practiceOrganization() run.Organization {
	return run.Organization{ID: "Practice", Name: "Practice", Practice: true}
}

// at is a run in a stage.
func at(stage run.Stage, r run.Run) run.Run {
	r.Stage = stage
	return r
}

// inactive is a run whose numbers were added inactive.
func inactive(r run.Run) run.Run {
	r.Requests[0].Group.State = number.StateInactive
	return r
}

func TestNextIsWhatWasLeftOpen(t *testing.T) {
	t.Parallel()
	org := run.Organization{}
	for name, c := range map[string]struct {
		run  run.Run
		want run.Action
	}{
		"finished":           {runOf(org, run.Added, run.Refused), run.ActionAdd},
		"stopped":            {runOf(org, run.Added, run.NotSent, run.NotKnown), run.ActionResume},
		"unknown":            {runOf(org, run.Added, run.NotKnown), run.ActionSettle},
		"undo was stopped":   {at(run.StageRemove, runOf(org, run.Removed, run.Added, run.NotKnown)), run.ActionUndo},
		"undo is over":       {at(run.StageRemove, runOf(org, run.Removed, run.NotRemoved)), run.ActionAdd},
		"activation stopped": {at(run.StageActivate, inactive(runOf(org, run.Activated, run.Added))), run.ActionActivate},
	} {
		if got, ok := newResult(c.run, nil).Next(); got != c.want || ok != (c.want != run.ActionAdd) {
			t.Errorf("%s: next is %d, want %d", name, got, c.want)
		}
	}
}

// shows is a bench that shows a run of the history, and an organization that
// does what again does.
func shows(t *testing.T, r run.Run, again func(context.Context, run.Action, string, run.Work) (run.Run, error)) *bench {
	t.Helper()
	b := ready(t, func(s *Services) {
		s.Load = func(string) (run.Run, error) { return r, nil }
		s.Practice = func(context.Context) (Organization, error) {
			return &place{name: "Practice", closed: make(chan string, 1), submit: addAll, again: again}, nil
		}
		s.SignIn = func(_ context.Context, token string) (Organization, bool, error) {
			return &place{name: token, closed: make(chan string, 9), submit: addAll, again: again}, true, nil
		}
	})
	b.job.ShowRun(r.ID, func(error) {})
	b.settle()
	return b
}

func TestEachDeedIsCarriedOutAndItsResultSaved(t *testing.T) {
	t.Parallel()
	before := runOf(practiceOrganization(), run.Added, run.Refused, run.NotKnown, run.NotSent)
	before.Requests[0].Group.State = number.StateInactive
	for d, lines := range map[run.Action][]int{
		run.ActionResume: {2, 3}, run.ActionRetry: {1, 2, 3}, run.ActionSettle: {2}, run.ActionActivate: {0, 2}, run.ActionUndo: {0, 2},
	} {
		var asked run.Action
		b := shows(t, before, func(_ context.Context, d run.Action, id string, work run.Work) (run.Run, error) {
			asked = d
			work.Progress(run.Progress{Run: id, Request: 1})
			return runOf(practiceOrganization(), run.Added, run.Added), nil
		})
		b.job.Again(d)
		if !b.job.Adding() || b.job.Doing() != d || len(b.job.Sending()) != 1 || !slices.Equal(b.job.Sending()[0].Rows, lines) {
			t.Errorf("deed %d is about %+v", d, b.job.Sending())
		}
		b.settle()
		result, past, _ := b.job.Shown()
		if asked != d || !past || result.Counts[run.Added] != 2 || b.ended != 1 || len(b.steps) != 1 || len(b.saved) != 1 {
			t.Errorf("deed %d: asked for %d, %+v, saved %q", d, asked, result, b.saved)
		}
	}
}

func TestADeedThatDoesNotApplyIsNotBegun(t *testing.T) {
	t.Parallel()
	b := ready(t)
	b.job.Again(run.ActionUndo) // nothing is shown
	b = shows(t, runOf(practiceOrganization(), run.Refused), nil)
	b.job.Again(run.ActionUndo)
	other := shows(t, runOf(run.Organization{ID: "acme"}, run.Added), nil)
	other.job.Again(run.ActionUndo)
	if b.job.Adding() || other.job.Adding() {
		t.Error("something is being done")
	}
}

func TestADeedThatIsRefusedLeavesTheResultAsItWas(t *testing.T) {
	t.Parallel()
	b := shows(t, runOf(practiceOrganization(), run.Added), func(context.Context, run.Action, string, run.Work) (run.Run, error) {
		return run.Run{}, &fault.Error{Kind: fault.Busy}
	})
	b.job.Again(run.ActionUndo)
	b.settle()
	if result, _, _ := b.job.Shown(); fault.KindOf(b.job.AddTrouble()) != fault.Busy || result.Counts[run.Added] != 1 || b.ended != 1 {
		t.Errorf("trouble %v, shown %+v", b.job.AddTrouble(), result)
	}
}

func TestWorkIsHeldByAPauseAndGoesOn(t *testing.T) {
	t.Parallel()
	b := shows(t, runOf(practiceOrganization(), run.Added), func(ctx context.Context, _ run.Action, _ string, work run.Work) (run.Run, error) {
		err := work.Pause.Wait(ctx)
		return runOf(practiceOrganization(), run.Removed), err
	})
	b.job.Pause() // nothing is done
	b.job.Again(run.ActionUndo)
	b.job.Pause()
	if !b.job.Paused() {
		t.Error("not paused")
	}
	b.job.Continue()
	b.settle()
	if result, _, _ := b.job.Shown(); b.job.Paused() || result.Counts[run.Removed] != 1 {
		t.Errorf("shown %+v", result)
	}
}

func TestWorkThatIsStoppedIsNotPaused(t *testing.T) {
	t.Parallel()
	b := shows(t, runOf(practiceOrganization(), run.Added), func(ctx context.Context, _ run.Action, _ string, work run.Work) (run.Run, error) {
		work.Pause.Hold()
		return runOf(practiceOrganization(), run.Added), work.Pause.Wait(ctx)
	})
	b.job.Again(run.ActionUndo)
	b.job.Pause()
	b.job.Stop()
	b.job.Continue()
	if b.job.Paused() || !b.job.Stopping() {
		t.Error("paused and stopping")
	}
	b.settle()
}

// expiring is a bench whose sign-in to Acme Corp ends while an undo is under way.
// calls counts what the organization is asked to do.
func expiring(t *testing.T, calls *[]run.Action) *bench {
	t.Helper()
	acme := run.Organization{ID: "Acme Corp", Name: "Acme Corp"}
	b := shows(t, runOf(acme, run.Added, run.NotSent), func(_ context.Context, d run.Action, _ string, _ run.Work) (run.Run, error) {
		*calls = append(*calls, d)
		if len(*calls) == 1 {
			return runOf(acme, run.Added, run.NotSent), &fault.Error{Kind: fault.TokenRefused}
		}
		return runOf(acme, run.Added, run.Added), nil
	})
	signInTo(b, "Acme Corp")
	return b
}

func signInTo(b *bench, name string) {
	b.job.CheckToken(name)
	b.settle()
	b.job.UseFound()
	b.settle()
}

func TestASignInThatEndsHoldsTheWorkUntilTheNextOne(t *testing.T) {
	t.Parallel()
	var calls []run.Action
	b := expiring(t, &calls)
	b.job.Again(run.ActionResume)
	b.settle()
	held, ok := b.job.Held()
	if !ok || !b.job.Adding() || b.ended != 0 || held.Counts[run.Added] != 1 {
		t.Fatalf("held %+v", held)
	}
	b.job.Pause()
	b.job.UsePractice()
	signInTo(b, "Umbrella")
	if _, ok := b.job.Held(); !ok || b.job.ConnectedTo(run.Organization{ID: "Umbrella"}) || len(calls) != 1 {
		t.Fatal("another organization was taken")
	}
	signInTo(b, "Acme Corp")
	if _, ok := b.job.Held(); ok || b.ended != 1 || !slices.Equal(calls, []run.Action{run.ActionResume, run.ActionResume}) {
		t.Errorf("ended %d times after %v", b.ended, calls)
	}
	if result, past, _ := b.job.Shown(); !past || result.Counts[run.Added] != 2 {
		t.Errorf("shown %+v", result)
	}
}

func TestWorkThatIsHeldCanBeLeft(t *testing.T) {
	t.Parallel()
	var calls []run.Action
	b := expiring(t, &calls)
	b.job.Again(run.ActionUndo)
	b.settle()
	b.job.Stop()
	b.settle()
	result, _, _ := b.job.Shown()
	if b.job.Adding() || b.ended != 1 || fault.KindOf(result.Err) != fault.TokenRefused || len(b.saved) != 1 {
		t.Errorf("shown %+v, saved %q", result, b.saved)
	}
}

func TestAddingIsHeldTooAndGoesOnByResume(t *testing.T) {
	t.Parallel()
	var calls []run.Action
	var org *place
	b := ready(t, func(s *Services) {
		s.SignIn = func(context.Context, string) (Organization, bool, error) { return org, true, nil }
	})
	org = &place{
		name: "Acme Corp", closed: make(chan string, 9),
		submit: func(_ context.Context, draft run.Draft, _ func(run.Progress)) (run.Run, error) {
			return run.Run{ID: "7", Draft: draft}, &fault.Error{Kind: fault.TokenRefused}
		},
		again: func(_ context.Context, d run.Action, _ string, _ run.Work) (run.Run, error) {
			calls = append(calls, d)
			return runOf(run.Organization{ID: "Acme Corp"}, run.Added), nil
		},
	}
	signInTo(b, "")
	b.job.Add()
	b.settle()
	signInTo(b, "")
	if _, past, ok := b.job.Shown(); !ok || past || !slices.Equal(calls, []run.Action{run.ActionResume}) || b.job.Own().Counts[run.Added] != 1 {
		t.Errorf("did %v, own %+v", calls, b.job.Own())
	}
}

func TestARunThatIsReadWhileItIsChangedDoesNotComeBack(t *testing.T) {
	t.Parallel()
	b := shows(t, runOf(practiceOrganization(), run.Added), func(context.Context, run.Action, string, run.Work) (run.Run, error) {
		return runOf(practiceOrganization(), run.Removed), nil
	})
	b.job.ShowRun("7", func(error) { t.Error("the run was read though it changes") })
	b.job.Again(run.ActionUndo)
	b.settle()
	if result, _, _ := b.job.Shown(); result.Counts[run.Removed] != 1 {
		t.Errorf("shown %+v", result)
	}
}

func TestThePracticeOrganizationIsConnectedByItself(t *testing.T) {
	t.Parallel()
	b := ready(t)
	count := 0
	b.job.WithPractice(func() { count++ })
	signInTo(b, "Acme Corp")
	b.job.WithPractice(func() { count++ })
	b.settle()
	if count != 2 || !b.job.ConnectedTo(practiceOrganization()) {
		t.Errorf("called %d times", count)
	}
}

func TestADeletedRunIsNoLongerShown(t *testing.T) {
	t.Parallel()
	b := prepared(t)
	b.job.Add()
	b.settle()
	b.job.ShowRun("1", func(error) {})
	b.settle()
	if _, past, _ := b.job.Shown(); past {
		t.Error("the own run is one of the past")
	}
	b.job.Forget("1")
	if _, _, ok := b.job.Shown(); ok || b.job.HasResult() {
		t.Error("a run that is gone is shown")
	}
}
