package work

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"numberloader/gui/background"
	"numberloader/gui/workbench"
	"numberloader/internal/fault"
	"numberloader/internal/number"
	"numberloader/internal/run"
)

// bench is work in an organization that a test made up. It comes home when the
// test lets it.
type bench struct {
	*Work

	home    workbench.Home
	loop    *background.Loop
	results *Results
	place   Place

	ended, touched int
	refused        error
	steps          []run.Progress
	saved          []string
}

// doing is what an organization does with a run that is there.
type doing func(ctx context.Context, a run.Action, id string, work run.Work) (run.Run, error)

// place is an organization that does everything in one way.
type changer struct{ do doing }

func (c changer) Submit(ctx context.Context, _ run.Draft, work run.Work) (run.Run, error) {
	return c.do(ctx, run.ActionAdd, "", work)
}

func (c changer) Resume(ctx context.Context, id string, work run.Work) (run.Run, error) {
	return c.do(ctx, run.ActionResume, id, work)
}

func (c changer) Retry(ctx context.Context, id string, work run.Work) (run.Run, error) {
	return c.do(ctx, run.ActionRetry, id, work)
}

func (c changer) Settle(ctx context.Context, id string, work run.Work) (run.Run, error) {
	return c.do(ctx, run.ActionSettle, id, work)
}

func (c changer) Undo(ctx context.Context, id string, work run.Work) (run.Run, error) {
	return c.do(ctx, run.ActionUndo, id, work)
}

func (c changer) Activate(ctx context.Context, id string, work run.Work) (run.Run, error) {
	return c.do(ctx, run.ActionActivate, id, work)
}

func (c changer) ActivateList(ctx context.Context, _ run.Draft, work run.Work) (run.Run, error) {
	return c.do(ctx, run.ActionActivate, "", work)
}

// newBench is a bench in the practice organization.
func newBench(t *testing.T, do doing) *bench {
	t.Helper()
	b := &bench{home: workbench.NewHome(), place: Place{changer{do}, workbench.Practice()}}
	b.loop = b.home.Loop(t)
	b.results = NewResults(b.loop, Files{
		Load: func(string) (run.Run, error) { return run.Run{}, &fault.Error{Kind: fault.Internal} },
		ResultsPath: func(source string, _ time.Time) (path, refused string, err error) {
			return source + " - results.xlsx", "", nil
		},
		SaveResults: func(path string, _ run.Run, _ bool) error { b.saved = append(b.saved, path); return nil },
	}, func() {})
	b.Work = New(b.loop, b.results, Hooks{
		Place:    func() (Place, bool) { return b.place, b.place.Changer != nil },
		Changed:  func() {},
		Progress: func(steps []run.Progress) { b.steps = append(b.steps, steps...) },
		Touched:  func() { b.touched++ },
		Ended:    func(refused error) { b.ended++; b.refused = refused },
	})
	return b
}

// settle lets everything come home.
func (b *bench) settle() { b.home.Settle(b.loop) }

// shows is a bench that shows a run of the history.
func shows(t *testing.T, r run.Run, do doing) *bench {
	t.Helper()
	b := newBench(t, do)
	b.results.files.Load = func(string) (run.Run, error) { return r, nil }
	b.results.Show(r.ID, func(error) {})
	b.settle()
	return b
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
		"finished":           {workbench.RunOf(org, run.Added, run.Refused), run.ActionAdd},
		"stopped":            {workbench.RunOf(org, run.Added, run.NotSent, run.NotKnown), run.ActionResume},
		"unknown":            {workbench.RunOf(org, run.Added, run.NotKnown), run.ActionSettle},
		"undo was stopped":   {at(run.StageRemove, workbench.RunOf(org, run.Removed, run.Added, run.NotKnown)), run.ActionUndo},
		"undo is over":       {at(run.StageRemove, workbench.RunOf(org, run.Removed, run.NotRemoved)), run.ActionAdd},
		"activation stopped": {at(run.StageActivate, inactive(workbench.RunOf(org, run.Activated, run.Added))), run.ActionActivate},
	} {
		if got, ok := NewResult(c.run, nil).Next(); got != c.want || ok != (c.want != run.ActionAdd) {
			t.Errorf("%s: next is %d, want %d", name, got, c.want)
		}
	}
}

func TestEachDeedIsCarriedOutAndItsResultSaved(t *testing.T) {
	t.Parallel()
	before := workbench.RunOf(workbench.Practice(), run.Added, run.Refused, run.NotKnown, run.NotSent)
	before.Requests[0].Group.State = number.StateInactive
	for d, lines := range map[run.Action][]int{
		run.ActionResume: {2, 3}, run.ActionRetry: {1, 2, 3}, run.ActionSettle: {2}, run.ActionActivate: {0, 2}, run.ActionUndo: {0, 2},
	} {
		var asked run.Action
		b := shows(t, before, func(_ context.Context, d run.Action, id string, work run.Work) (run.Run, error) {
			asked = d
			work.Progress(run.Progress{Run: id, Request: 1})
			return workbench.RunOf(workbench.Practice(), run.Added, run.Added), nil
		})
		b.Again(d)
		switch {
		case !b.Busy():
			t.Error("b.Busy() is false")
		case b.Doing() != d:
			t.Errorf("b.Doing() is %v, not %v", b.Doing(), d)
		case len(b.Sending()) != 1:
			t.Errorf("b.Sending() is %v", b.Sending())
		case !slices.Equal(b.Sending()[0].Rows, lines):
			t.Errorf("b.Sending()[0].Rows is %v, not %v", b.Sending()[0].Rows, lines)
		}
		b.settle()
		result, past, _ := b.results.Shown()
		switch {
		case asked != d:
			t.Errorf("asked is %v, not %v", asked, d)
		case !past:
			t.Error("past is false")
		case result.Counts[run.Added] != 2:
			t.Errorf("result.Counts[run.Added] is %v, not 2", result.Counts[run.Added])
		case b.ended != 1:
			t.Errorf("b.ended is %v, not 1", b.ended)
		case len(b.steps) != 1:
			t.Errorf("b.steps is %v", b.steps)
		case len(b.saved) != 1:
			t.Errorf("b.saved is %v", b.saved)
		}
	}
}

func TestADeedThatDoesNotApplyIsNotBegun(t *testing.T) {
	t.Parallel()
	b := newBench(t, nil)
	b.Again(run.ActionUndo) // nothing is shown
	b = shows(t, workbench.RunOf(workbench.Practice(), run.Refused), nil)
	b.Again(run.ActionUndo)
	other := shows(t, workbench.RunOf(run.Organization{ID: "acme"}, run.Added), nil)
	other.Again(run.ActionUndo)
	if b.Busy() || other.Busy() {
		t.Error("something is being done")
	}
}

func TestADeedThatIsRefusedLeavesTheResultAsItWas(t *testing.T) {
	t.Parallel()
	b := shows(t, workbench.RunOf(workbench.Practice(), run.Added), func(context.Context, run.Action, string, run.Work) (run.Run, error) {
		return run.Run{}, &fault.Error{Kind: fault.Busy}
	})
	b.Again(run.ActionUndo)
	b.settle()
	if result, _, _ := b.results.Shown(); fault.KindOf(b.refused) != fault.Busy || result.Counts[run.Added] != 1 || b.ended != 1 {
		t.Errorf("trouble %v, shown %+v", b.refused, result)
	}
}

func TestWorkIsHeldByAPauseAndGoesOn(t *testing.T) {
	t.Parallel()
	b := shows(t, workbench.RunOf(workbench.Practice(), run.Added), func(ctx context.Context, _ run.Action, _ string, work run.Work) (run.Run, error) {
		err := work.Pause.Wait(ctx)
		return workbench.RunOf(workbench.Practice(), run.Removed), err
	})
	b.Pause() // nothing is done
	b.Again(run.ActionUndo)
	b.Pause()
	if !b.Paused() {
		t.Error("not paused")
	}
	b.Continue()
	b.settle()
	if result, _, _ := b.results.Shown(); b.Paused() || result.Counts[run.Removed] != 1 {
		t.Errorf("shown %+v", result)
	}
}

func TestWorkThatIsStoppedIsNotPaused(t *testing.T) {
	t.Parallel()
	b := shows(t, workbench.RunOf(workbench.Practice(), run.Added), func(ctx context.Context, _ run.Action, _ string, work run.Work) (run.Run, error) {
		work.Pause.Hold()
		return workbench.RunOf(workbench.Practice(), run.Added), work.Pause.Wait(ctx)
	})
	b.Again(run.ActionUndo)
	b.Pause()
	b.Stop()
	b.Continue()
	if b.Paused() || !b.Stopping() {
		t.Error("paused and stopping")
	}
	b.settle()
}

func TestARunThatIsReadWhileItIsChangedDoesNotComeBack(t *testing.T) {
	t.Parallel()
	b := shows(t, workbench.RunOf(workbench.Practice(), run.Added), func(context.Context, run.Action, string, run.Work) (run.Run, error) {
		return workbench.RunOf(workbench.Practice(), run.Removed), nil
	})
	b.results.Show("7", func(error) { t.Error("the run was read though it changes") })
	b.Again(run.ActionUndo)
	b.settle()
	if result, _, _ := b.results.Shown(); result.Counts[run.Removed] != 1 {
		t.Errorf("shown %+v", result)
	}
}

func TestWithoutAnOrganizationNothingIsDone(t *testing.T) {
	t.Parallel()
	b := shows(t, workbench.RunOf(workbench.Practice(), run.Added), nil)
	b.place = Place{}
	b.Add(run.Draft{})
	b.Again(run.ActionUndo)
	b.Connected()
	if b.Busy() {
		t.Error("something is being done")
	}
}

func TestWhatWasAddedIsTheResultOfTheOpenFile(t *testing.T) {
	t.Parallel()
	b := newBench(t, func(context.Context, run.Action, string, run.Work) (run.Run, error) {
		return workbench.RunOf(workbench.Practice(), run.Added), nil
	})
	b.Add(run.Draft{})
	if !b.Busy() || b.Allows(workbench.Practice()) {
		t.Error("another organization may be connected in the middle of a request")
	}
	b.settle()
	switch result, past, ok := b.results.Shown(); {
	case !ok:
		t.Error("ok is false")
	case past:
		t.Error("past is true")
	case !b.results.Has():
		t.Error("b.results.Has() is false")
	case result.Saved == "":
		t.Errorf("result.Saved is %q", result.Saved)
	case b.touched != 1:
		t.Errorf("b.touched is %v, not 1", b.touched)
	}
	b.results.Reset()
	if _, _, ok := b.results.Shown(); ok || b.results.Has() {
		t.Error("the result of a file that was left is shown")
	}
}

func TestNothingIsSentWhileTheResultsCanBeSavedNowhere(t *testing.T) {
	t.Parallel()
	for name, begin := range map[string]func(*bench){
		"adding":   func(b *bench) { b.Add(run.Draft{}) },
		"an undo":  func(b *bench) { b.Again(run.ActionUndo) },
		"checking": func(b *bench) { b.Again(run.ActionSettle) },
	} {
		asked := 0
		b := shows(t, workbench.RunOf(workbench.Practice(), run.Added, run.NotKnown), func(context.Context, run.Action, string, run.Work) (run.Run, error) {
			asked++
			return workbench.RunOf(workbench.Practice(), run.Removed), nil
		})
		b.results.files.ResultsPath = func(string, time.Time) (path, refused string, err error) {
			return "", "", &fault.Error{Kind: fault.SaveFailed}
		}
		begin(b)
		if !b.Busy() {
			t.Errorf("%s: the place was not tried in the background", name)
		}
		b.settle()
		switch {
		case asked != 0:
			t.Errorf("%s: asked is %v, not 0", name, asked)
		case !errors.Is(b.refused, ErrNowhere):
			t.Errorf("%s: errors.Is(b.refused, ErrNowhere) is false", name)
		case b.ended != 1:
			t.Errorf("%s: b.ended is %v, not 1", name, b.ended)
		case b.touched != 0:
			t.Errorf("%s: b.touched is %v, not 0", name, b.touched)
		case b.Busy():
			t.Errorf("%s: b.Busy() is true", name)
		}
		b.Anyway(func() { begin(b) })
		b.settle()
		switch result, _, _ := b.results.Shown(); {
		case asked != 1:
			t.Errorf("%s: asked is %v, not 1", name, asked)
		case b.ended != 2:
			t.Errorf("%s: b.ended is %v, not 2", name, b.ended)
		case b.refused != nil:
			t.Errorf("%s: b.refused is %v", name, b.refused)
		case fault.KindOf(result.SaveErr) != fault.SaveFailed:
			t.Errorf("%s: %v is not of the kind %v", name, result.SaveErr, fault.SaveFailed)
		}
		begin(b)
		b.settle()
		if asked != 1 {
			t.Errorf("%s: going on anyway was taken for the next time, too", name)
		}
	}
}

func TestWorkThatASignInHeldIsNotTriedAnew(t *testing.T) {
	t.Parallel()
	var did []run.Action
	b := newBench(t, func(_ context.Context, d run.Action, _ string, _ run.Work) (run.Run, error) {
		did = append(did, d)
		if d == run.ActionAdd {
			return workbench.RunOf(workbench.Practice(), run.Added, run.NotSent), &fault.Error{Kind: fault.TokenRefused}
		}
		return workbench.RunOf(workbench.Practice(), run.Added, run.Added), nil
	})
	b.Add(run.Draft{})
	b.settle()
	b.results.files.ResultsPath = func(string, time.Time) (path, refused string, err error) {
		return "", "", &fault.Error{Kind: fault.SaveFailed}
	}
	b.Connected()
	b.settle()
	if !slices.Equal(did, []run.Action{run.ActionAdd, run.ActionResume}) || b.refused != nil {
		t.Errorf("did %v, refused %v", did, b.refused)
	}
}

func TestAWorkbookSaysWhichFolderRefusedItUntilItIsSavedElsewhere(t *testing.T) {
	t.Parallel()
	b := shows(t, workbench.RunOf(workbench.Practice(), run.Added), nil)
	b.results.files.ResultsPath = func(string, time.Time) (path, refused string, err error) {
		return "/home/dana/Documents/results.xlsx", "/mnt/share", nil
	}
	b.results.SaveBeside()
	b.settle()
	if got, _, _ := b.results.Shown(); got.Saved != "/home/dana/Documents/results.xlsx" || got.Refused != "/mnt/share" {
		t.Errorf("saved as %q, refused by %q", got.Saved, got.Refused)
	}
	b.results.SavedAs("/home/dana/a.xlsx")
	if got, _, _ := b.results.Shown(); got.Refused != "" {
		t.Errorf("where the user wants it, it is said to be refused by %q", got.Refused)
	}
}
