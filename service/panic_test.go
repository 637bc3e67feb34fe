package service

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"

	"numberloader/internal/fault"
	"numberloader/internal/number"
	"numberloader/internal/number/numbertest"
	"numberloader/internal/run"
	"numberloader/service/webex"
)

// faulty is a way to Webex with a fault of the program behind each of these calls.
type faulty struct {
	API
}

func (f faulty) AddNumbers(ctx context.Context, location string, add webex.AddNumbers) (webex.Accepted, error) {
	_, _ = f.API.AddNumbers(ctx, location, add)
	panic("no row")
}

func (f faulty) RemoveNumbers(ctx context.Context, location string, numbers []string) (webex.Accepted, error) {
	_, _ = f.API.RemoveNumbers(ctx, location, numbers)
	panic("no row")
}

func (faulty) ValidateNumbers(context.Context, []string) ([]webex.Validated, error) { panic("no row") }

func panicked(err error) bool {
	_, ok := errors.AsType[*fault.PanicError](err)
	return ok && fault.KindOf(err) == fault.Internal
}

// TestAFaultWhileNumbersAreAddedCostsNothing has the program fail after Webex was asked:
// the run can be resumed in the same program, and nothing is sent twice or called not
// sent.
func TestAFaultWhileNumbersAreAddedCostsNothing(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t)
		sound := r.api
		r.api = faulty{sound}
		got, err := r.submit(t.Context(), draft(2, 1))
		if !panicked(err) {
			t.Fatalf("got %v", err)
		}
		for i, want := range []run.Outcome{run.NotKnown, run.NotKnown, run.NotSent} {
			if o := got.Lines[i].Result.Outcome; o != want {
				t.Errorf("line %d is %v, want %v", i, o, want)
			}
		}
		r.api = sound
		if got, err = r.Resume(t.Context(), got.ID, run.Work{}); err != nil {
			t.Fatal(err)
		}
		for i := range got.Lines {
			if o := got.Lines[i].Result.Outcome; o != run.Added {
				t.Errorf("line %d is %v after it was resumed", i, o)
			}
		}
	})
}

func TestAFaultWhileNumbersAreTakenBackCostsNothing(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t)
		got, err := r.submit(t.Context(), draft(2))
		if err != nil {
			t.Fatal(err)
		}
		sound := r.api
		r.api = faulty{sound}
		if _, err = r.Undo(t.Context(), got.ID, run.Work{}); !panicked(err) {
			t.Fatalf("got %v", err)
		}
		r.api = sound
		if got, err = r.Undo(t.Context(), got.ID, run.Work{}); err != nil {
			t.Fatal(err)
		}
		for i := range got.Lines {
			if o := got.Lines[i].Result.Outcome; o != run.Removed {
				t.Errorf("line %d is %v", i, o)
			}
		}
	})
}

func TestAFaultWhileNumbersAreValidatedComesHome(t *testing.T) {
	t.Parallel()
	r := newRig(t)
	r.api = faulty{r.api}
	if _, err := r.Survey(t.Context(), []*number.Row{{Number: numbertest.E164("+12145550100")}}); !panicked(err) {
		t.Errorf("got %v", err)
	}
}
