package campaign

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"
	"testing/synctest"
	"time"

	"numberloader/internal/activation"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
	"numberloader/internal/run"
	"numberloader/service"
)

// waiting is a list of numbers that are in a world already, some of them inactive, and
// which of them are to be activated.
type waiting struct {
	table *number.Table
	rows  []*number.Row
}

func newWaiting(rng *rand.Rand, rows int) waiting {
	table, all := newList(rng, rows)
	return waiting{table, all}
}

// chosen leaves some numbers inactive.
func (waiting) chosen(n *activation.Number) bool { return n.Row.Record%4 != 0 }

// plant puts the numbers into a world: most inactive in their location, some active,
// elsewhere, used by somebody or not there at all.
func (l waiting) plant(w *world, rng *rand.Rand) {
	w.spared = map[string]bool{}
	for i, row := range l.rows {
		n := row.Number.String()
		e := &entry{location: row.LocationID(), state: "INACTIVE", mobile: row.Kind == number.KindMobile}
		switch rng.IntN(12) {
		case 0:
			e.state = "ACTIVE"
		case 1:
			e.location = "L-elsewhere"
		case 2:
			e.owner = "Ann"
		case 3:
			continue
		}
		w.numbers[n] = e
		// what is no number of the list in its place must stay as it is, too
		w.spared[n] = i%4 == 0 || e.mobile || e.location != row.LocationID()
	}
}

// activate finds out which numbers wait, and activates the chosen ones.
func (l waiting) activate(ctx context.Context, s *service.Service, work run.Work) (run.Run, error) {
	there, err := s.There(ctx, l.rows)
	if err != nil {
		return run.Run{}, err
	}
	draft := activation.New(l.table, l.rows, there).Draft(l.chosen, run.Organization{ID: "O", Name: "Acme Corp"})
	draft.Person, draft.Program = "Pat Admin", "1.0"
	return s.ActivateList(ctx, draft, work)
}

// check holds a finished run against the list: what was chosen is active, or it is said
// why not, and nothing else was touched.
func (l waiting) check(t *testing.T, w *world, r run.Run) {
	t.Helper()
	w.compare(t, r, true)
	for _, i := range r.Rows(run.ActionActivate) {
		if o := r.Lines[i].Result.Outcome; o != run.NotActivated {
			t.Errorf("%s is left as %v", r.Lines[i].Row.Number, o)
		}
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	for n, e := range w.numbers {
		if e.ours {
			t.Errorf("%s was added", n)
		}
	}
}

// TestTheReportOfAnActivationIsTheTruth activates numbers of a list in worlds with
// other manners and faults by every seed, stopped and gone on with, and compares the
// report with the truth after every step.
func TestTheReportOfAnActivationIsTheTruth(t *testing.T) {
	t.Parallel()
	for seed := range times(t, 20) {
		t.Run(fmt.Sprintf("seed %d", seed), func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				c := newCampaign(t, uint64(seed)) //nolint:gosec // never negative
				l := newWaiting(c.rng, 40+c.rng.IntN(60))
				l.plant(c.world, c.rng)
				c.step("activate", func(ctx context.Context, work run.Work) (run.Run, error) { return l.activate(ctx, c.service, work) })
				if c.last.ID == "" { // refused before anything was written down: reading failed
					return
				}
				c.finishWith("activate", c.service.Activate)
				if c.last.State == run.Finished {
					l.check(t, c.world, c.last)
				}
			})
		})
	}
}

// activating is the verb of a child that activates numbers of a list.
const activating = "activate"

func killWaiting(seed uint64) waiting { return newWaiting(rand.New(rand.NewPCG(seed, 3)), 60) } //nolint:gosec // the same each time

// TestAKilledActivationLosesNothing kills a program at any moment while it activates
// numbers of a list; the last activation tells the truth.
func TestAKilledActivationLosesNothing(t *testing.T) {
	t.Parallel()
	for seed := range times(t, 12) {
		t.Run(fmt.Sprintf("seed %d", seed), func(t *testing.T) {
			t.Parallel()
			killActivating(t, uint64(seed)) //nolint:gosec // never negative
		})
	}
}

func killActivating(t *testing.T, seed uint64) {
	t.Helper()
	rng := rand.New(rand.NewPCG(seed, 5))                                                                         //nolint:gosec // the same each time
	w := newWorld(manners{slowness: 12 * time.Millisecond}, rand.New(rand.NewPCG(seed, 6)), time.Now, time.Sleep) //nolint:gosec // as above
	l := killWaiting(seed)
	l.plant(w, rng)
	v := newVictim(t, w, seed, rng)
	s := v.outlived(t, w, activating, 1+rng.IntN(4))
	if s == nil {
		return
	}
	got, err := s.Activate(t.Context(), v.id, run.Work{})
	if err != nil || got.State != run.Finished {
		t.Errorf("%v, %v: %v", got.State, run.Count(got.Lines), phrase.Explain(err))
	}
	l.check(t, w, got)
}
