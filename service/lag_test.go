package service

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"numberloader/internal/number"
	"numberloader/internal/run"
)

// behind runs a test with lists that are so far behind a change.
func behind(t *testing.T, test func(r *rig)) {
	t.Helper()
	for _, lag := range []time.Duration{0, 2 * time.Second, 5 * time.Second, listLag} {
		t.Run(fmt.Sprint(lag), func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				r := newRig(t)
				r.lag = lag
				test(r)
			})
		})
	}
}

func TestAnUndoRightAfterTheAddsTakesAllBack(t *testing.T) {
	t.Parallel()
	behind(t, func(r *rig) {
		done := r.begun(0, 10)
		r.lists = 0
		got, err := r.Undo(r.t.Context(), done.ID, run.Work{Parallel: 1})
		switch {
		case err != nil:
			r.t.Error(err)
		case got.State != run.Undone:
			r.t.Errorf("got.State is %v, not %v", got.State, run.Undone)
		case run.Count(got.Lines)[run.Removed] != 10:
			r.t.Errorf("run.Count(got.Lines)[run.Removed] is %v, not 10", run.Count(got.Lines)[run.Removed])
		case len(r.numbers) > 0:
			r.t.Errorf("r.numbers is %v", r.numbers)
		}
		r.wantChanges("DELETE 00 01 02 03 04 | DELETE 05 06 07 08 09")
		if r.lag == 0 && r.lists != 3 { // one before, and two to confirm
			r.t.Errorf("%d readings of a list that is not behind", r.lists)
		}
	})
}

func TestAnActivationRightAfterTheAddsActivatesAll(t *testing.T) {
	t.Parallel()
	behind(t, func(r *rig) {
		d := draft(3)
		d.Requests[0].Group.State = number.StateInactive
		done, err := r.submit(r.t.Context(), d)
		if err != nil {
			r.t.Fatal(err)
		}
		r.inactive = map[string]bool{tail(0): true, tail(1): true, tail(2): true}
		if got, err := r.Activate(r.t.Context(), done.ID, run.Work{}); err != nil || run.Count(got.Lines)[run.Activated] != 3 {
			r.t.Errorf("got %v, %v", run.Count(got.Lines), err)
		}
	})
}

// A request whose answer is lost, or that is refused without names, may have added
// numbers all the same: they are not sent again while the list may be behind.
func TestWhatMayBeInIsNotSentAgainWhileTheListMayBeBehind(t *testing.T) {
	t.Parallel()
	for name, answer := range map[string]http.HandlerFunc{"lost": cut, "refused": says(400, namelessBad), "gateway": says(504, "")} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			behind(t, func(r *rig) {
				r.faults = []http.HandlerFunc{r.doing(answer, tail(0), tail(1))}
				got, err := r.submit(r.t.Context(), draft(2))
				if err != nil || r.outcomes(got) != "added added" {
					r.t.Errorf("got %s, %v", r.outcomes(got), err)
				}
				r.wantPosts("00 01")
			})
		})
	}
}

// A program that was killed right after a request left finds out later what became
// of it.
func TestWhatIsNotKnownIsSettledByALateReading(t *testing.T) {
	t.Parallel()
	behind(t, func(r *rig) {
		id := r.crash(2)
		r.put(denver, tail(0))
		if got, err := r.Settle(r.t.Context(), id, run.Work{}); err != nil || r.words(got) != "added not_sent" {
			r.t.Errorf("got %s, %v", r.words(got), err)
		}
	})
}

// The same for an undo that was killed: what the list still shows may be gone, and
// what it does not show yet may be in.
func TestAnUndoThatWasKilledIsSettledByALateReading(t *testing.T) {
	t.Parallel()
	behind(t, func(r *rig) {
		done := r.begun(0, 3)
		r.killUndo(done.ID, 0, 1)
		r.mu.Lock()
		delete(r.numbers, tail(0))
		r.note()
		r.mu.Unlock()
		if got, err := r.Settle(r.t.Context(), done.ID, run.Work{}); err != nil || r.words(got) != "removed added added" {
			r.t.Errorf("got %s, %v", r.words(got), err)
		}
	})
}

func TestARemovalThatKeepsFailingIsJudgedByALateReading(t *testing.T) {
	t.Parallel()
	behind(t, func(r *rig) {
		done := r.begun(0, 2)
		r.breaks = []http.HandlerFunc{says(502, ""), says(502, ""), r.losing(says(502, ""), tail(0))}
		if got, err := r.Undo(r.t.Context(), done.ID, run.Work{}); err != nil || r.words(got) != "removed not_removed" {
			r.t.Errorf("got %s, %v", r.words(got), err)
		}
	})
}

// A removal that was carried out and got no clear answer is not called undone because
// the list still shows the number when the work stops.
func TestAnUndoThatStopsDoesNotBelieveAListThatIsBehind(t *testing.T) {
	t.Parallel()
	behind(t, func(r *rig) {
		done := r.begun(0, 1)
		r.breaks = []http.HandlerFunc{r.losing(says(502, ""), tail(0)), says(401, "")}
		if r.lag < changePause { // the list shows it before the next try
			r.breaks = r.breaks[:1]
		}
		got, _ := r.Undo(r.t.Context(), done.ID, run.Work{})
		if o := r.words(got); o != "removed" && (r.lag < changePause || o != "not_known") {
			r.t.Errorf("got %s", o)
		}
		if got, err := r.Undo(r.t.Context(), done.ID, run.Work{}); err != nil || r.words(got) != "removed" {
			r.t.Errorf("then %s, %v", r.words(got), err)
		}
	})
}

// What an answer said about numbers in use does not hold for the request after it.
func TestARequestAfterOneWithNumbersInUseIsJudgedByItself(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t)
		r.put(austin, tail(0))
		r.faults = []http.HandlerFunc{says(409, inUseBody), r.doing(cut, tail(1))}
		r.reads = []http.HandlerFunc{nil, nil, nil, nil, nil, says(401, "")}
		stopped, _ := r.submit(t.Context(), draft(2))
		if got := r.outcomes(stopped); got != "refused not_known" {
			t.Errorf("got %s", got)
		}
		if got, err := r.Resume(t.Context(), stopped.ID, run.Work{}); err != nil || r.words(got) != "refused added" {
			t.Errorf("then %s, %v", r.words(got), err)
		}
	})
}

func TestAStopDoesNotWaitForALateReading(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t)
		r.faults = []http.HandlerFunc{says(504, "")}
		ctx, cancel := context.WithCancel(t.Context())
		r.after = func(int) { cancel() }
		began := time.Now()
		got, _ := r.submit(ctx, draft(2))
		if took := time.Since(began); took > 2*secondReading || !strings.Contains(r.outcomes(got), "not_known") {
			t.Errorf("got %s in %v", r.outcomes(got), took)
		}
	})
}
