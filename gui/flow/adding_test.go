package flow

import (
	"context"
	"errors"
	"slices"
	"testing"

	"numberloader/gui/connection"
	"numberloader/internal/fault"
	"numberloader/internal/number"
	"numberloader/internal/review"
	"numberloader/internal/run"
)

// prepared is a bench that is ready to add.
func prepared(t *testing.T, change ...func(*Services)) *bench {
	t.Helper()
	b := ready(t, change...)
	b.Survey.Prepare()
	b.settle()
	if b.Survey.Preflight() != (connection.Preflight{Done: true}) {
		t.Fatalf("preflight %+v", b.Survey.Preflight())
	}
	return b
}

func submitting(submit func(context.Context, run.Draft, func(run.Progress)) (run.Run, error)) func(*Services) {
	return func(s *Services) {
		s.Practice = func(context.Context) (connection.Organization, error) {
			return &place{name: "Practice", closed: make(chan string, 1), submit: submit}, nil
		}
	}
}

func TestNumbersAreAddedAndTheWorkbookSaved(t *testing.T) {
	t.Parallel()
	b := prepared(t)
	b.add()
	if !b.Work.Busy() || len(b.Work.Sending()) == 0 {
		t.Fatal("nothing is being added")
	}
	b.settle()
	result, past, ok := b.Results.Shown()
	switch {
	case !ok:
		t.Fatal("ok is false")
	case past:
		t.Fatal("past is true")
	case b.ended != 1:
		t.Fatalf("b.ended is %v, not 1", b.ended)
	case len(b.steps) != 2:
		t.Fatalf("b.steps is %v", b.steps)
	case !b.Results.Has():
		t.Fatal("b.Results.Has() is false")
	}
	if result.Saved != "/carrier.xlsx - results.xlsx" || result.Run.Person != "Dana Reyes" || result.Run.Program != "1.0.0" {
		t.Errorf("saved %q by %q with %q", result.Saved, result.Run.Person, result.Run.Program)
	}
	if b.Results.Own().Run.ID != "1" || b.Survey.Preflight().Done {
		t.Error("more could be added without asking again")
	}
	b.Reviewing()
	b.settle()
	if !b.Survey.Preflight().Done {
		t.Error("Review does not ask what is left")
	}
}

func TestNothingIsAddedBeforeThePreflight(t *testing.T) {
	t.Parallel()
	b := ready(t)
	b.Survey.Prepare()
	b.add()
	if b.Work.Busy() {
		t.Error("added while the organization was still asked")
	}
}

func TestTheOrganizationIsAskedWhileTheUserReviews(t *testing.T) {
	t.Parallel()
	b := ready(t)
	if !b.Survey.Preflight().Done || b.Survey.Locations()[0].PSTN != number.PSTNLocalGateway {
		t.Errorf("preflight %+v, locations %+v", b.Survey.Preflight(), b.Survey.Locations())
	}
	judgement := b.Judging.Judgement()
	b.Decisions.SetSettings(func(s *review.Settings) { s.IncludeHidden = true })
	b.settle()
	if got := b.Judging.Judgement() - judgement; got != 1 {
		t.Errorf("a choice that needs nothing new was judged %d times", got)
	}
}

// twoPlaces has two locations and says how the calls come in only of those that
// the rows name. A survey waits for gate, if there is one.
type twoPlaces struct {
	place

	gate chan struct{}
}

func (p *twoPlaces) Locations(context.Context) ([]number.Location, error) {
	return []number.Location{{ID: "kc", Name: "Kansas City", Country: "US"}, {ID: "aus", Name: "Austin", Country: "US"}}, nil
}

func (p *twoPlaces) Survey(ctx context.Context, rows []*number.Row) (review.Known, error) {
	if p.gate != nil {
		<-p.gate
	}
	locations, err := p.Locations(ctx)
	for i := range locations {
		if slices.ContainsFunc(rows, func(r *number.Row) bool { return r.LocationID() == locations[i].ID }) {
			locations[i].PSTN = number.PSTNLocalGateway
		}
	}
	return review.Known{Locations: locations, Existing: map[number.E164]number.Held{}}, err
}

func TestALocationThatIsChosenWhileOthersAreAskedAboutIsAskedAboutToo(t *testing.T) {
	t.Parallel()
	org := &twoPlaces{place: place{name: "Practice", closed: make(chan string, 1)}}
	b := ready(t, func(s *Services) {
		s.Practice = func(context.Context) (connection.Organization, error) { return org, nil }
	})
	org.gate = make(chan struct{})
	b.Survey.Prepare()
	austin, judgement := "Austin", b.Judging.Judgement()
	b.decide(0, review.Decision{Location: &austin})
	for b.Judging.Judgement() == judgement {
		(<-b.home)()
	}
	close(org.gate)
	b.settle()
	for _, l := range b.Survey.Locations() {
		if l.PSTN != number.PSTNLocalGateway {
			t.Errorf("%s was not asked about", l.Name)
		}
	}
	if !b.Survey.Preflight().Done {
		t.Errorf("preflight %+v", b.Survey.Preflight())
	}
}

func TestAFailedPreflightKeepsTheReason(t *testing.T) {
	t.Parallel()
	refused := &fault.Error{Kind: fault.NotAllowed}
	b := ready(t, func(s *Services) {
		s.Practice = func(context.Context) (connection.Organization, error) {
			return &place{name: "Practice", closed: make(chan string, 1), survey: refused}, nil
		}
	})
	b.Survey.Prepare()
	b.settle()
	if !errors.Is(b.Survey.Preflight().Err, refused) {
		t.Errorf("preflight %+v", b.Survey.Preflight())
	}
}

func TestAPreflightCanBeCanceled(t *testing.T) {
	t.Parallel()
	b := ready(t)
	b.Survey.Cancel() // nothing is asked
	b.Survey.Prepare()
	if !b.Survey.Preflight().Checking {
		t.Error("not checking")
	}
	b.Survey.Cancel()
	b.settle()
	if b.Survey.Preflight().Checking {
		t.Error("still checking")
	}
}

func TestStopEndsTheAddingAndKeepsTheRun(t *testing.T) {
	t.Parallel()
	b := prepared(t, submitting(func(ctx context.Context, draft run.Draft, _ func(run.Progress)) (run.Run, error) {
		<-ctx.Done()
		return run.Run{ID: "2", Draft: draft}, &fault.Error{Kind: fault.Stopped}
	}))
	b.Work.Stop() // nothing is added yet
	b.add()
	b.Work.Stop()
	b.Work.Stop()
	if !b.Work.Stopping() {
		t.Error("not stopping")
	}
	b.settle()
	result, _, _ := b.Results.Shown()
	if fault.KindOf(result.Err) != fault.Stopped || result.Run.ID != "2" || b.Work.Stopping() {
		t.Errorf("result %+v", result)
	}
}

func TestWhatCannotChangeWhileNumbersAreAddedStays(t *testing.T) {
	t.Parallel()
	finish := make(chan struct{})
	b := prepared(t, submitting(func(ctx context.Context, draft run.Draft, progress func(run.Progress)) (run.Run, error) {
		<-finish
		return addAll(ctx, draft, progress)
	}))
	b.Decisions.AcceptSuggestions()
	b.settle()
	b.Survey.Prepare()
	b.settle()
	b.add()
	rows := b.Judging.Plan().Rows
	b.File.Open("/other.xlsx", number.Layout{})
	b.File.OpenSample()
	b.Decisions.Undo()
	b.Decisions.AcceptSuggestions()
	b.File.Close()
	b.Connection.UsePractice()
	b.Survey.Prepare()
	b.add()
	close(finish)
	b.settle()
	if b.File.Name() != "carrier.xlsx" || len(rows) != len(b.Judging.Plan().Rows) || b.ended != 1 {
		t.Errorf("open is %q, ended %d times", b.File.Name(), b.ended)
	}
}

func TestARefusalBeforeAnythingWasSentLeavesNoRun(t *testing.T) {
	t.Parallel()
	b := prepared(t, submitting(func(context.Context, run.Draft, func(run.Progress)) (run.Run, error) {
		return run.Run{}, &fault.Error{Kind: fault.Busy}
	}))
	b.add()
	b.settle()
	if fault.KindOf(b.refused) != fault.Busy || b.Results.Has() || b.ended != 1 {
		t.Errorf("trouble %v", b.refused)
	}
	if b.Results.Own().Run.ID != "" {
		t.Error("there is a run")
	}
}

func TestAWorkbookThatCannotBeSavedIsTold(t *testing.T) {
	t.Parallel()
	b := prepared(t, func(s *Services) {
		s.SaveResults = func(string, run.Run, bool) error { return &fault.Error{Kind: fault.SaveFailed} }
	})
	b.add()
	b.settle()
	result, _, _ := b.Results.Shown()
	if result.Saved != "" || fault.KindOf(result.SaveErr) != fault.SaveFailed {
		t.Fatalf("result %+v", result)
	}
	b.Results.SavedAs("/elsewhere.xlsx")
	if result, _, _ := b.Results.Shown(); result.Saved != "/elsewhere.xlsx" || result.SaveErr != nil {
		t.Errorf("result %+v", result)
	}
}

func TestARunOfTheHistoryIsShownBesideTheOwnResult(t *testing.T) {
	t.Parallel()
	b := prepared(t)
	b.Results.SaveBeside() // nothing is shown
	b.Results.SavedAs("/nowhere.xlsx")
	b.add()
	b.settle()
	b.Results.Show("7", func(err error) {
		if err != nil {
			t.Error(err)
		}
	})
	b.settle()
	switch result, past, ok := b.Results.Shown(); {
	case !ok:
		t.Error("ok is false")
	case !past:
		t.Error("past is false")
	case result.Run.ID != "7":
		t.Errorf("result.Run.ID is %q, not %q", result.Run.ID, "7")
	case result.Saved != "":
		t.Errorf("result.Saved is %q", result.Saved)
	}
	b.Results.SaveBeside()
	b.settle()
	if !slices.Contains(b.saved, " - results.xlsx") {
		t.Errorf("saved %q", b.saved)
	}
	b.Results.ShowOwn()
	if result, past, _ := b.Results.Shown(); past || result.Run.ID != "1" {
		t.Errorf("shown %+v", result)
	}
}

func TestALocationForRowsWithoutOneIsAskedAbout(t *testing.T) {
	t.Parallel()
	b := prepared(t)
	b.Decisions.SetLocation("kc")
	b.settle()
	if b.Decisions.Settings().Location != "kc" || !b.Survey.Preflight().Done {
		t.Errorf("preflight %+v", b.Survey.Preflight())
	}
}

func TestAKeptSignInThatEndedFallsBackToPractice(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	b.Connection.Connect(true)
	b.settle()
	account, connected := b.Connection.Account()
	if !connected || !account.Organization.Practice {
		t.Errorf("connected to %+v", account)
	}
	if first, second := b.Connection.TakeTrouble(), b.Connection.TakeTrouble(); fault.KindOf(first) != fault.TokenRefused || second != nil {
		t.Errorf("told %v and %v", first, second)
	}
}

func TestAKeptSignInIsRestored(t *testing.T) {
	t.Parallel()
	b := newBench(t, func(s *Services) {
		s.Restore = func(context.Context) (connection.Organization, error) {
			return &place{name: "Acme Corp", closed: make(chan string, 1)}, nil
		}
	})
	b.Connection.Connect(true)
	b.settle()
	if account, _ := b.Connection.Account(); account.Organization.Name != "Acme Corp" {
		t.Errorf("connected to %+v", account)
	}
}
