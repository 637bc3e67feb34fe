package service

import (
	"testing"
	"testing/synctest"
	"time"

	"numberloader/internal/number"
	"numberloader/internal/run"
)

// A submit right after a survey reads no list and asks for no PSTN connection
// again; one that comes later, and the next one, do.
func TestASurveyAndItsSubmitReadOnce(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		wait        time.Duration
		lists, pstn int
		want        string
	}{
		"at once":    {0, 1, 1, "added added"},
		"much later": {stale, 2, 2, "already_there added"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				r := newRig(t)
				if _, err := r.Survey(t.Context(), []*number.Row{{Shared: &number.Shared{LocationID: denver}}}); err != nil {
					t.Fatal(err)
				}
				time.Sleep(test.wait)
				if test.wait > 0 {
					r.put(denver, tail(0)) // by somebody else
				}
				got, err := r.submit(t.Context(), draft(2))
				if err != nil || r.outcomes(got) != test.want {
					t.Errorf("got %s, %v", r.outcomes(got), err)
				}
				if r.listed != test.lists || r.asked != test.pstn {
					t.Errorf("%d lists and %d PSTN connections were read", r.listed, r.asked)
				}
				time.Sleep(time.Second) // or the runs had the same ID
				d := draft(3)
				if got, err = r.Submit(t.Context(), d, run.Work{}); err != nil || r.words(got) != "already_there already_there added" {
					t.Errorf("then %s, %v", r.words(got), err)
				}
			})
		})
	}
}

func TestASurveyKnowsWhatIsInWhenTheSubmitFollows(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t)
		r.put(denver, tail(0))
		r.organization.pstn[austin] = "CISCO_PSTN"
		if _, err := r.Survey(t.Context(), []*number.Row{{Shared: &number.Shared{LocationID: denver}}}); err != nil {
			t.Fatal(err)
		}
		d := draft(1, 1)
		d.Requests[1].Group.LocationID = austin
		if _, err := r.Submit(t.Context(), d, run.Work{}); err == nil {
			t.Error("a location that the survey did not ask about was taken for an open one")
		}
		if _, err := r.Survey(t.Context(), []*number.Row{{Shared: &number.Shared{LocationID: denver}}}); err != nil {
			t.Fatal(err)
		}
		got, err := r.submit(t.Context(), draft(2))
		if err != nil || r.outcomes(got) != "already_there added" {
			t.Errorf("got %s, %v", r.outcomes(got), err)
		}
		r.wantPosts("01")
	})
}
