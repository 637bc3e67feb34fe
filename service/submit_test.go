package service

import (
	"context"
	"net/http"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"numberloader/internal/fault"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
	"numberloader/internal/run"
	"numberloader/service/servicetest"
)

func TestWaitsAreToldAndKept(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t)
		r.faults = []http.HandlerFunc{says(429, "", "Retry-After", "12"), says(423, ""), says(429, "", "Retry-After", "x")}
		started := time.Now()
		if _, err := r.submit(t.Context(), draft(1)); err != nil {
			t.Fatal(err)
		}
		if got := r.waits(); !slices.Equal(got, []time.Duration{12 * time.Second, 10 * time.Second, 15 * time.Second}) {
			t.Errorf("told %v", got)
		}
		if took := time.Since(started); took != 37*time.Second {
			t.Errorf("took %v", took)
		}
	})
}

// Each try is followed by readings until the list can't be behind it any more.
func TestNotThereTakesAReadingThatIsLateEnough(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t)
		r.faults = slices.Repeat([]http.HandlerFunc{says(502, "")}, maxTries)
		started := time.Now()
		got, err := r.submit(t.Context(), draft(1))
		if err != nil || r.outcomes(got) != "not_sent" {
			t.Errorf("got %v, %v", got.Lines, err)
		}
		if r.lists != maxTries*5 || time.Since(started) != maxTries*listLag {
			t.Errorf("%d readings in %v", r.lists, time.Since(started))
		}
		if got := r.waits(); len(got) > 0 {
			t.Errorf("told %v, for which Webex did not ask", got)
		}
		result := got.Lines[0].Result
		if result.HTTPStatus != 502 || result.TrackingID != "ROUTERGW_f" || !strings.Contains(phrase.Reason(&got.Lines[0]), "did not add") {
			t.Errorf("got %+v", result)
		}
	})
}

func TestALostReplyIsNoAnswer(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t)
		r.faults = []http.HandlerFunc{r.doing(cut, tail(0)), r.doing(says(502, ""), tail(1))}
		got, err := r.submit(t.Context(), draft(1, 1))
		if err != nil {
			t.Fatal(err)
		}
		switch lost, failed := got.Sent[0], got.Sent[1]; {
		case lost.State != run.SentUnderWay:
			t.Errorf("lost.State is %v, not %v", lost.State, run.SentUnderWay)
		case lost.HTTPStatus != 0:
			t.Errorf("lost.HTTPStatus is %v, not 0", lost.HTTPStatus)
		case failed.State != run.SentAnswered:
			t.Errorf("failed.State is %v, not %v", failed.State, run.SentAnswered)
		case failed.HTTPStatus != 502:
			t.Errorf("failed.HTTPStatus is %v, not 502", failed.HTTPStatus)
		}
	})
}

func TestARequestThatNeverLeftHasNoAnswer(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t)
		r.journal = func(j *run.Journal) Journal {
			r.mu.Lock()
			defer r.mu.Unlock()
			r.down = true
			r.transport.CloseIdleConnections()
			return j
		}
		got, err := r.submit(t.Context(), draft(1))
		if fault.KindOf(err) != fault.Unreachable || r.outcomes(got) != "not_sent" {
			t.Errorf("got %v, %v", got.Lines, err)
		}
		if s := got.Sent[0]; s.State == run.SentAnswered || s.HTTPStatus != 0 {
			t.Errorf("got %+v", s)
		}
	})
}

// What is on the disk at the moment a request is received decides what a crash
// leaves behind.
func TestARequestIsWrittenDownBeforeItLeaves(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t)
		var began *run.Journal
		r.journal = func(j *run.Journal) Journal { began = j; return j }
		var seen []string
		r.after = func(int) {
			store := run.NewStore(r.folder, servicetest.FreeLock{}, time.Now, strings.NewReader(""))
			onDisk, err := store.Load(began.ID())
			if err != nil {
				t.Error(err)
				return
			}
			for _, l := range onDisk.Lines {
				seen = append(seen, l.Result.Outcome.String())
			}
		}
		if _, err := r.submit(t.Context(), draft(1, 1)); err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(seen, " "); got != "not_known not_sent added not_known" {
			t.Errorf("got %s", got)
		}
	})
}

func TestAnAddedRowHasNoErrorCodeOfAnother(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t)
		r.faults = []http.HandlerFunc{r.doing(says(400, namedBody), tail(0))}
		got, err := r.submit(t.Context(), draft(2))
		if err != nil {
			t.Fatal(err)
		}
		first, second := got.Lines[0].Result, got.Lines[1].Result
		if first.ErrorCode != "" || first.HTTPStatus != 400 || second.ErrorCode == "" {
			t.Errorf("got %+v and %+v", first, second)
		}
	})
}

func TestResultsNameStatusCodeAndTrackingID(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t)
		r.put(austin, tail(2))
		r.faults = []http.HandlerFunc{nil, says(409, inUseBody), says(201, namedBody)}
		d := draft(1, 3)
		got, err := r.submit(t.Context(), d)
		if err != nil {
			t.Fatal(err)
		}
		want := []run.Result{
			{Outcome: run.Added, HTTPStatus: 201, TrackingID: "ROUTERGW_1"},
			{
				Outcome: run.Refused, HTTPStatus: 201, TrackingID: "ROUTERGW_f", ErrorCode: "ERR.V.TRM.TMN60045",
				Why: &run.Why{
					Says: []fault.Words{fault.Say("fates.refused.what"), fault.Say("fates.said", "Text", "It has business texting.")},
					Next: fault.Say("fates.refused.next"),
				},
			},
			{
				Outcome: run.Refused, HTTPStatus: 409, TrackingID: "ROUTERGW_b", ErrorCode: "8363",
				Why: run.Because(fault.Say("fates.elsewhere.what", "Location", "Austin"), fault.Say("fates.elsewhere.next")),
			},
			{Outcome: run.Added, HTTPStatus: 201, TrackingID: "ROUTERGW_f"},
		}
		for i, l := range got.Lines {
			if l.Result.Time.IsZero() {
				t.Errorf("line %d has no time", i)
			}
			l.Result.Time = time.Time{}
			if d := cmp.Diff(want[i], l.Result); d != "" {
				t.Errorf("line %d: %s", i, d)
			}
		}
		switch s := got.Sent[1]; {
		case s.State != run.SentAnswered:
			t.Errorf("s.State is %v, not %v", s.State, run.SentAnswered)
		case s.HTTPStatus != 201:
			t.Errorf("s.HTTPStatus is %v, not 201", s.HTTPStatus)
		case s.Started.IsZero():
			t.Error("s.Started.IsZero() is true")
		case s.Ended.IsZero():
			t.Error("s.Ended.IsZero() is true")
		}
		if got.State != run.Finished {
			t.Error("the run is not finished")
		}
	})
}

func TestWhatIsSent(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t)
		r.organization.pstn[denver] = "CISCO_PSTN"
		r.organization.pstn[austin] = "NON_INTEGRATED_CCP"
		d := draft(1, 1)
		d.Requests[0].Group.Kind, d.Requests[0].Group.State = number.KindMobile, number.StateActive
		d.Requests[0].Group.Subscription, d.Requests[0].Group.Carrier = "Sub-1", "c"
		g := &d.Requests[1].Group
		g.LocationID, g.Kind, g.Usage, g.State = austin, number.KindTollFree, number.UsageService, number.StateInactive
		g.Subscription, g.Carrier = "Sub-1", "c"
		if _, err := r.submit(t.Context(), d); err != nil {
			t.Fatal(err)
		}
		first, second := r.posts[0].body, r.posts[1].body
		if r.posts[0].location == austin { // two locations are worked on at once
			first, second = second, first
		}
		switch {
		case first.NumberType != "MOBILE":
			t.Errorf("first.NumberType is %q, not %q", first.NumberType, "MOBILE")
		case first.NumberUsageType != "NONE":
			t.Errorf("first.NumberUsageType is %q, not %q", first.NumberUsageType, "NONE")
		case first.State != "":
			t.Errorf("first.State is %q", first.State)
		case first.SubscriptionID != "Sub-1":
			t.Errorf("first.SubscriptionID is %q, not %q", first.SubscriptionID, "Sub-1")
		case first.CarrierID != "c":
			t.Errorf("first.CarrierID is %q, not %q", first.CarrierID, "c")
		}
		switch {
		case second.NumberType != "TOLLFREE":
			t.Errorf("second.NumberType is %q, not %q", second.NumberType, "TOLLFREE")
		case second.NumberUsageType != "SERVICE":
			t.Errorf("second.NumberUsageType is %q, not %q", second.NumberUsageType, "SERVICE")
		case second.State != "INACTIVE":
			t.Errorf("second.State is %q, not %q", second.State, "INACTIVE")
		case second.SubscriptionID != "":
			t.Errorf("second.SubscriptionID is %q", second.SubscriptionID)
		}
	})
}

func TestStopFinishesTheRequestUnderWay(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name   string
		answer func(o *organization) http.HandlerFunc
		want   string
	}{
		{"an ordinary answer", func(*organization) http.HandlerFunc { return nil }, "added added not_sent"},
		{"a slow answer", func(o *organization) http.HandlerFunc {
			return func(w http.ResponseWriter, _ *http.Request) {
				time.Sleep(time.Minute)
				o.put(denver, tail(0), tail(1))
				w.WriteHeader(http.StatusCreated)
			}
		}, "added added not_sent"},
		{"a failure that has to be settled", func(o *organization) http.HandlerFunc {
			return o.doing(says(502, ""), tail(1))
		}, "not_known added not_sent"},
		{"a part that would go again", func(*organization) http.HandlerFunc { return says(400, namedBody) }, "not_known refused not_sent"},
		{"a wait", func(*organization) http.HandlerFunc { return says(429, "", "Retry-After", "60") }, "not_sent not_sent not_sent"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				r := newRig(t)
				ctx, cancel := context.WithCancel(t.Context())
				r.after = func(int) { cancel() }
				r.faults = []http.HandlerFunc{test.answer(r.organization)}
				got, err := r.submit(ctx, draft(2, 1))
				if fault.KindOf(err) != fault.Stopped {
					t.Errorf("got %v", err)
				}
				if o := r.outcomes(got); o != test.want {
					t.Errorf("got %s, want %s", o, test.want)
				}
				r.wantPosts("00 01")
				if got.State != run.Unfinished || got.Ended.IsZero() {
					t.Errorf("state %v, ended %v", got.State, got.Ended)
				}
			})
		})
	}
}

// Webex may ignore a number that somebody else has added during a pause: the run
// must not take it for its own.
func TestALongPauseIsFollowedByAnotherLook(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t)
		pause := &run.Pause{}
		r.after = func(posts int) {
			if posts == 1 {
				time.AfterFunc(time.Second, pause.Hold)
			}
		}
		time.AfterFunc(2*time.Second, func() { r.put(denver, tail(1)) })
		time.AfterFunc(time.Hour, pause.Release)
		r.faults = []http.HandlerFunc{func(w http.ResponseWriter, q *http.Request) {
			time.Sleep(3 * time.Second)
			r.doing(says(201, ""), tail(0))(w, q)
		}}
		got, err := r.Submit(t.Context(), draft(1, 1, 1), run.Work{Pause: pause})
		if err != nil || run.Count(got.Lines)[run.AlreadyThere] != 1 || run.Count(got.Lines)[run.Added] != 2 {
			t.Errorf("got %v, %v", run.Count(got.Lines), err)
		}
		r.wantPosts("00 | 02")
	})
}

func TestStopInAWaitDoesNotWait(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t)
		ctx, cancel := context.WithCancel(t.Context())
		r.faults = []http.HandlerFunc{says(429, "", "Retry-After", "3600")}
		started := time.Now()
		time.AfterFunc(3*time.Second, cancel)
		got, err := r.submit(ctx, draft(1))
		if fault.KindOf(err) != fault.Stopped || r.outcomes(got) != "not_sent" || time.Since(started) != 3*time.Second {
			t.Errorf("got %v after %v", err, time.Since(started))
		}
	})
}

func TestNothingLeavesWithoutAConnection(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t)
		r.journal = func(j *run.Journal) Journal {
			r.mu.Lock()
			defer r.mu.Unlock()
			r.down = true
			r.transport.CloseIdleConnections()
			return j
		}
		got, err := r.submit(t.Context(), draft(1, 1))
		if fault.KindOf(err) != fault.Unreachable || r.outcomes(got) != "not_sent not_sent" {
			t.Errorf("got %v", err)
		}
		r.wantPosts("")
	})
}
