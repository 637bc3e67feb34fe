package flow

import (
	"context"
	"slices"
	"testing"

	"numberloader/gui/connection"
	"numberloader/gui/workbench"
	"numberloader/internal/fault"
	"numberloader/internal/run"
)

// shows is a bench that shows a run of the history, and an organization that
// does what again does.
func shows(t *testing.T, r run.Run, again func(context.Context, run.Action, string, run.Work) (run.Run, error)) *bench {
	t.Helper()
	b := ready(t, func(s *Services) {
		s.Load = func(string) (run.Run, error) { return r, nil }
		s.Practice = func(context.Context) (connection.Organization, error) {
			return &place{name: "Practice", closed: make(chan string, 1), submit: addAll, again: again}, nil
		}
		s.SignIn = func(_ context.Context, token string) (connection.Organization, bool, error) {
			return &place{name: token, closed: make(chan string, 9), submit: addAll, again: again}, true, nil
		}
	})
	b.Results.Show(r.ID, func(error) {})
	b.settle()
	return b
}

// expiring is a bench whose sign-in to Acme Corp ends while an undo is under way.
// calls counts what the organization is asked to do.
func expiring(t *testing.T, calls *[]run.Action) *bench {
	t.Helper()
	acme := run.Organization{ID: "Acme Corp", Name: "Acme Corp"}
	b := shows(t, workbench.RunOf(acme, run.Added, run.NotSent), func(_ context.Context, d run.Action, _ string, _ run.Work) (run.Run, error) {
		*calls = append(*calls, d)
		if len(*calls) == 1 {
			return workbench.RunOf(acme, run.Added, run.NotSent), &fault.Error{Kind: fault.TokenRefused}
		}
		return workbench.RunOf(acme, run.Added, run.Added), nil
	})
	signInTo(b, "Acme Corp")
	return b
}

func signInTo(b *bench, name string) {
	b.Signer.CheckToken(name)
	b.settle()
	b.Signer.UseFound()
	b.settle()
}

func TestASignInThatEndsHoldsTheWorkUntilTheNextOne(t *testing.T) {
	t.Parallel()
	var calls []run.Action
	b := expiring(t, &calls)
	b.Work.Again(run.ActionResume)
	b.settle()
	held, ok := b.Work.Held()
	switch {
	case !ok:
		t.Fatal("ok is false")
	case !b.Work.Busy():
		t.Fatal("b.Work.Busy() is false")
	case b.ended != 0:
		t.Fatalf("b.ended is %v, not 0", b.ended)
	case held.Counts[run.Added] != 1:
		t.Fatalf("held.Counts[run.Added] is %v, not 1", held.Counts[run.Added])
	}
	b.Work.Pause()
	b.Connection.UsePractice()
	signInTo(b, "Umbrella")
	if _, ok := b.Work.Held(); !ok || b.Connection.To(run.Organization{ID: "Umbrella"}) || len(calls) != 1 {
		t.Fatal("another organization was taken")
	}
	signInTo(b, "Acme Corp")
	if _, ok := b.Work.Held(); ok || b.ended != 1 || !slices.Equal(calls, []run.Action{run.ActionResume, run.ActionResume}) {
		t.Errorf("ended %d times after %v", b.ended, calls)
	}
	if result, past, _ := b.Results.Shown(); !past || result.Counts[run.Added] != 2 {
		t.Errorf("shown %+v", result)
	}
}

func TestWorkThatIsHeldCanBeLeft(t *testing.T) {
	t.Parallel()
	var calls []run.Action
	b := expiring(t, &calls)
	b.Work.Again(run.ActionUndo)
	b.settle()
	b.Work.Stop()
	b.settle()
	result, _, _ := b.Results.Shown()
	switch {
	case b.Work.Busy():
		t.Error("b.Work.Busy() is true")
	case b.ended != 1:
		t.Errorf("b.ended is %v, not 1", b.ended)
	case fault.KindOf(result.Err) != fault.TokenRefused:
		t.Errorf("%v is not of the kind %v", result.Err, fault.TokenRefused)
	case len(b.saved) != 1:
		t.Errorf("b.saved is %v", b.saved)
	}
}

func TestAddingIsHeldTooAndGoesOnByResume(t *testing.T) {
	t.Parallel()
	var calls []run.Action
	var org *place
	b := ready(t, func(s *Services) {
		s.SignIn = func(context.Context, string) (connection.Organization, bool, error) { return org, true, nil }
	})
	org = &place{
		name: "Acme Corp", closed: make(chan string, 9),
		submit: func(_ context.Context, draft run.Draft, _ func(run.Progress)) (run.Run, error) {
			return run.Run{ID: "7", Draft: draft}, &fault.Error{Kind: fault.TokenRefused}
		},
		again: func(_ context.Context, d run.Action, _ string, _ run.Work) (run.Run, error) {
			calls = append(calls, d)
			return workbench.RunOf(run.Organization{ID: "Acme Corp"}, run.Added), nil
		},
	}
	signInTo(b, "")
	b.add()
	b.settle()
	signInTo(b, "")
	switch _, past, ok := b.Results.Shown(); {
	case !ok:
		t.Error("ok is false")
	case past:
		t.Error("past is true")
	case !slices.Equal(calls, []run.Action{run.ActionResume}):
		t.Errorf("calls is %v, not %v", calls, []run.Action{run.ActionResume})
	case b.Results.Own().Counts[run.Added] != 1:
		t.Errorf("b.Results.Own().Counts[run.Added] is %v, not 1", b.Results.Own().Counts[run.Added])
	}
}

func TestThePracticeOrganizationIsConnectedByItself(t *testing.T) {
	t.Parallel()
	b := ready(t)
	count := 0
	b.Connection.WithPractice(func() { count++ })
	signInTo(b, "Acme Corp")
	b.Connection.WithPractice(func() { count++ })
	b.settle()
	if count != 2 || !b.Connection.To(workbench.Practice()) {
		t.Errorf("called %d times", count)
	}
}

func TestADeletedRunIsNoLongerShown(t *testing.T) {
	t.Parallel()
	b := prepared(t)
	b.add()
	b.settle()
	b.Results.Show("1", func(error) {})
	b.settle()
	if _, past, _ := b.Results.Shown(); past {
		t.Error("the own run is one of the past")
	}
	b.Results.Forget("1")
	if _, _, ok := b.Results.Shown(); ok || b.Results.Has() {
		t.Error("a run that is gone is shown")
	}
}
