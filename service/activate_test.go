package service

import (
	"context"
	"net/http"
	"slices"
	"testing"
	"testing/synctest"

	"numberloader/internal/fault"
	"numberloader/internal/number"
	"numberloader/internal/run"
)

// inactiveDraft is a draft of inactive numbers in requests of these sizes.
func inactiveDraft(sizes ...int) run.Draft {
	d := draft(sizes...)
	for i := range d.Requests {
		d.Requests[i].Group.State = number.StateInactive
	}
	return d
}

func TestActivate(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name    string
		prepare func(r *rig)
		changes string
		want    string
		state   run.State
		stops   bool
	}{
		{name: "all goes well", changes: "PUT 00 01 02", want: "activated activated activated"},
		{
			name: "some are active, or gone", prepare: func(r *rig) { delete(r.inactive, tail(0)); delete(r.numbers, tail(1)) },
			changes: "PUT 02", want: "activated not_activated activated",
		},
		{
			name: "a refusal without names", prepare: func(r *rig) { r.bad = []string{tail(2)} },
			changes: "PUT 00 01 02 | PUT 00 01 | PUT 02", want: "activated activated not_activated",
		},
		{
			name: "an integrated location", prepare: func(r *rig) { r.organization.pstn[denver] = "CISCO_PSTN" },
			want: "not_activated not_activated not_activated",
		},
		{
			name: "a failure that stays", prepare: func(r *rig) { r.breaks = slices.Repeat([]http.HandlerFunc{says(500, "")}, 3) },
			changes: "PUT 00 01 02 | PUT 00 01 02 | PUT 00 01 02", want: "not_activated not_activated not_activated",
		},
		{
			name: "no right", prepare: func(r *rig) { r.breaks = []http.HandlerFunc{says(403, "")} },
			changes: "PUT 00 01 02", want: "added added added", state: run.Unfinished, stops: true,
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				r := newRig(t)
				done, err := r.submit(t.Context(), inactiveDraft(3))
				if err != nil {
					t.Fatal(err)
				}
				r.inactive = map[string]bool{tail(0): true, tail(1): true, tail(2): true}
				if test.prepare != nil {
					test.prepare(r)
				}
				if test.state == 0 && !test.stops {
					test.state = run.Finished
				}
				got, err := r.Activate(t.Context(), done.ID, run.Work{})
				if test.stops != (err != nil) || r.words(got) != test.want || got.State != test.state {
					t.Errorf("got %s, %v, %v", r.words(got), got.State, err)
				}
				r.wantChanges(test.changes)
			})
		})
	}
}

func TestMobileAndActiveNumbersAreNotActivated(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t)
		d := inactiveDraft(1, 1)
		d.Requests[0].Group.Kind = number.KindMobile
		d.Requests[1].Group.State = number.StateActive
		done, err := r.submit(t.Context(), d)
		if err != nil {
			t.Fatal(err)
		}
		got, err := r.Activate(t.Context(), done.ID, run.Work{})
		if err != nil || r.words(got) != "added added" || got.State != run.Finished {
			t.Errorf("got %s, %v", r.words(got), err)
		}
		r.wantChanges("")
	})
}

func TestAnActivationThatWasStoppedGoesOnAndCanBeTakenBack(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t)
		done, err := r.submit(t.Context(), inactiveDraft(20, 4))
		if err != nil {
			t.Fatal(err)
		}
		r.inactive = map[string]bool{}
		for n := range r.numbers {
			r.inactive[n] = true
		}
		ctx, cancel := context.WithCancel(t.Context())
		r.after = func(int) { cancel() }
		stopped, err := r.Activate(ctx, done.ID, run.Work{})
		r.after = nil
		if fault.KindOf(err) != fault.Stopped || stopped.State != run.Unfinished || run.Count(stopped.Lines)[run.Activated] != activateSize {
			t.Fatalf("got %s, %v, %v", r.words(stopped), stopped.State, err)
		}
		got, err := r.Activate(t.Context(), done.ID, run.Work{})
		if err != nil || got.State != run.Finished || run.Count(got.Lines)[run.Activated] != 24 {
			t.Errorf("got %s, %v, %v", r.words(got), got.State, err)
		}
		got, err = r.Undo(t.Context(), done.ID, run.Work{})
		if err != nil || got.State != run.Undone || run.Count(got.Lines)[run.Removed] != 24 {
			t.Errorf("undone: %s, %v, %v", r.words(got), got.State, err)
		}
	})
}
