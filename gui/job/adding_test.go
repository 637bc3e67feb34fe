package job

import (
	"context"
	"errors"
	"slices"
	"testing"

	"numberloader/internal/fault"
	"numberloader/internal/number"
	"numberloader/internal/review"
	"numberloader/internal/run"
)

// prepared is a bench that is ready to add.
func prepared(t *testing.T, change ...func(*Services)) *bench {
	t.Helper()
	b := ready(t, change...)
	b.job.Prepare()
	b.settle()
	if b.job.Preflight() != (Preflight{Done: true}) {
		t.Fatalf("preflight %+v", b.job.Preflight())
	}
	return b
}

func submitting(submit func(context.Context, run.Draft, func(run.Progress)) (run.Run, error)) func(*Services) {
	return func(s *Services) {
		s.Practice = func(context.Context) (Organization, error) {
			return &place{name: "Practice", closed: make(chan string, 1), submit: submit}, nil
		}
	}
}

func TestNumbersAreAddedAndTheWorkbookSaved(t *testing.T) {
	t.Parallel()
	b := prepared(t)
	b.job.Add()
	if !b.job.Adding() || len(b.job.Sending()) == 0 {
		t.Fatal("nothing is being added")
	}
	b.settle()
	result, past, ok := b.job.Shown()
	if !ok || past || b.ended != 1 || len(b.steps) != 2 || !b.job.HasResult() {
		t.Fatalf("ended %d times with %d steps", b.ended, len(b.steps))
	}
	if result.Saved != "/carrier.xlsx - results.xlsx" || result.Run.Person != "Dana Reyes" || result.Run.Program != "1.0.0" {
		t.Errorf("saved %q by %q with %q", result.Saved, result.Run.Person, result.Run.Program)
	}
	if b.job.Own().Run.ID != "1" || b.job.Preflight().Done {
		t.Error("more could be added without asking again")
	}
}

func TestNothingIsAddedBeforeThePreflight(t *testing.T) {
	t.Parallel()
	b := ready(t)
	b.job.Prepare()
	b.job.Add()
	if b.job.Adding() {
		t.Error("added while the organization was still asked")
	}
}

func TestTheOrganizationIsAskedWhileTheUserReviews(t *testing.T) {
	t.Parallel()
	b := ready(t)
	if !b.job.Preflight().Done || b.job.Locations()[0].PSTN != number.PSTNLocalGateway {
		t.Errorf("preflight %+v, locations %+v", b.job.Preflight(), b.job.Locations())
	}
	judgement := b.job.Judgement()
	b.job.SetSettings(func(s *review.Settings) { s.IncludeHidden = true })
	b.settle()
	if got := b.job.Judgement() - judgement; got != 1 {
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

func (p *twoPlaces) Survey(ctx context.Context, rows []number.Row) (review.Known, error) {
	if p.gate != nil {
		<-p.gate
	}
	locations, err := p.Locations(ctx)
	for i := range locations {
		if slices.ContainsFunc(rows, func(r number.Row) bool { return r.LocationID == locations[i].ID }) {
			locations[i].PSTN = number.PSTNLocalGateway
		}
	}
	return review.Known{Locations: locations, Existing: map[number.E164]number.Location{}}, err
}

func TestALocationThatIsChosenWhileOthersAreAskedAboutIsAskedAboutToo(t *testing.T) {
	t.Parallel()
	org := &twoPlaces{place: place{name: "Practice", closed: make(chan string, 1)}}
	b := ready(t, func(s *Services) {
		s.Practice = func(context.Context) (Organization, error) { return org, nil }
	})
	org.gate = make(chan struct{})
	b.job.Prepare()
	austin, judgement := "Austin", b.job.Judgement()
	b.job.Decide([]int{0}, func(d *review.Decision) { d.Location = &austin })
	for b.job.Judgement() == judgement {
		(<-b.home)()
	}
	close(org.gate)
	b.settle()
	for _, l := range b.job.Locations() {
		if l.PSTN != number.PSTNLocalGateway {
			t.Errorf("%s was not asked about", l.Name)
		}
	}
	if !b.job.Preflight().Done {
		t.Errorf("preflight %+v", b.job.Preflight())
	}
}

func TestAFailedPreflightKeepsTheReason(t *testing.T) {
	t.Parallel()
	refused := &fault.Error{Kind: fault.NotAllowed}
	b := ready(t, func(s *Services) {
		s.Practice = func(context.Context) (Organization, error) {
			return &place{name: "Practice", closed: make(chan string, 1), survey: refused}, nil
		}
	})
	b.job.Prepare()
	b.settle()
	if !errors.Is(b.job.Preflight().Err, refused) {
		t.Errorf("preflight %+v", b.job.Preflight())
	}
}

func TestAPreflightCanBeCanceled(t *testing.T) {
	t.Parallel()
	b := ready(t)
	b.job.CancelPrepare() // nothing is asked
	b.job.Prepare()
	if !b.job.Preflight().Checking {
		t.Error("not checking")
	}
	b.job.CancelPrepare()
	b.settle()
	if b.job.Preflight().Checking {
		t.Error("still checking")
	}
}

func TestStopEndsTheAddingAndKeepsTheRun(t *testing.T) {
	t.Parallel()
	b := prepared(t, submitting(func(ctx context.Context, draft run.Draft, _ func(run.Progress)) (run.Run, error) {
		<-ctx.Done()
		return run.Run{ID: "2", Draft: draft}, &fault.Error{Kind: fault.Stopped}
	}))
	b.job.Stop() // nothing is added yet
	b.job.Add()
	b.job.Stop()
	b.job.Stop()
	if !b.job.Stopping() {
		t.Error("not stopping")
	}
	b.settle()
	result, _, _ := b.job.Shown()
	if fault.KindOf(result.Err) != fault.Stopped || result.Run.ID != "2" || b.job.Stopping() {
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
	b.job.AcceptSuggestions()
	b.settle()
	b.job.Prepare()
	b.settle()
	b.job.Add()
	rows := b.job.Rows()
	b.job.Open("/other.xlsx", number.Layout{})
	b.job.OpenSample()
	b.job.Undo()
	b.job.AcceptSuggestions()
	b.job.CloseFile()
	b.job.UsePractice()
	b.job.Prepare()
	b.job.Add()
	close(finish)
	b.settle()
	if b.job.Name() != "carrier.xlsx" || len(rows) != len(b.job.Rows()) || b.ended != 1 {
		t.Errorf("open is %q, ended %d times", b.job.Name(), b.ended)
	}
}

func TestARefusalBeforeAnythingWasSentLeavesNoRun(t *testing.T) {
	t.Parallel()
	b := prepared(t, submitting(func(context.Context, run.Draft, func(run.Progress)) (run.Run, error) {
		return run.Run{}, &fault.Error{Kind: fault.Busy}
	}))
	b.job.Add()
	b.settle()
	if fault.KindOf(b.job.AddTrouble()) != fault.Busy || b.job.HasResult() || b.ended != 1 {
		t.Errorf("trouble %v", b.job.AddTrouble())
	}
	if b.job.Own().Run.ID != "" {
		t.Error("there is a run")
	}
}

func TestAWorkbookThatCannotBeSavedIsTold(t *testing.T) {
	t.Parallel()
	b := prepared(t, func(s *Services) {
		s.SaveResults = func(string, run.Run, bool) error { return &fault.Error{Kind: fault.SaveFailed} }
	})
	b.job.Add()
	b.settle()
	result, _, _ := b.job.Shown()
	if result.Saved != "" || fault.KindOf(result.SaveErr) != fault.SaveFailed {
		t.Fatalf("result %+v", result)
	}
	b.job.SavedAs("/elsewhere.xlsx")
	if result, _, _ := b.job.Shown(); result.Saved != "/elsewhere.xlsx" || result.SaveErr != nil {
		t.Errorf("result %+v", result)
	}
}

func TestARunOfTheHistoryIsShownBesideTheOwnResult(t *testing.T) {
	t.Parallel()
	b := prepared(t)
	b.job.SaveBeside() // nothing is shown
	b.job.SavedAs("/nowhere.xlsx")
	b.job.Add()
	b.settle()
	b.job.ShowRun("7", func(err error) {
		if err != nil {
			t.Error(err)
		}
	})
	b.settle()
	if result, past, ok := b.job.Shown(); !ok || !past || result.Run.ID != "7" || result.Saved != "" {
		t.Errorf("shown %+v", result)
	}
	b.job.SaveBeside()
	b.settle()
	if !slices.Contains(b.saved, " - results.xlsx") {
		t.Errorf("saved %q", b.saved)
	}
	b.job.ShowResult()
	if result, past, _ := b.job.Shown(); past || result.Run.ID != "1" {
		t.Errorf("shown %+v", result)
	}
}

func TestALocationForRowsWithoutOneIsAskedAbout(t *testing.T) {
	t.Parallel()
	b := prepared(t)
	b.job.SetLocation("kc")
	b.settle()
	if b.job.Choices().Settings.Location != "kc" || !b.job.Preflight().Done {
		t.Errorf("preflight %+v", b.job.Preflight())
	}
}

func TestAKeptSignInThatEndedFallsBackToPractice(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	b.job.Connect(true)
	b.settle()
	account, connected := b.job.Account()
	if !connected || !account.Organization.Practice {
		t.Errorf("connected to %+v", account)
	}
	if first, second := b.job.TakeTrouble(), b.job.TakeTrouble(); fault.KindOf(first) != fault.TokenRefused || second != nil {
		t.Errorf("told %v and %v", first, second)
	}
}

func TestAKeptSignInIsRestored(t *testing.T) {
	t.Parallel()
	b := newBench(t, func(s *Services) {
		s.Restore = func(context.Context) (Organization, error) {
			return &place{name: "Acme Corp", closed: make(chan string, 1)}, nil
		}
	})
	b.job.Connect(true)
	b.settle()
	if account, _ := b.job.Account(); account.Organization.Name != "Acme Corp" {
		t.Errorf("connected to %+v", account)
	}
}
