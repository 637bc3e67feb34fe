package service

import (
	"context"
	"net/http"
	"testing"
	"testing/synctest"

	"numberloader/internal/fault"
	"numberloader/internal/number"
	"numberloader/internal/run"
)

// waitingList is a draft that activates numbers, which are in Denver and inactive.
func (r *rig) waitingList(sizes ...int) run.Draft {
	d := inactiveDraft(sizes...)
	d.Activates = true
	r.inactive = map[string]bool{}
	for i := range d.Lines {
		d.Lines[i].Result.Outcome = run.AlreadyThere
		r.put(denver, tail(i))
		r.inactive[tail(i)] = true
	}
	return d
}

func TestActivateList(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name    string
		prepare func(r *rig)
		changes string
		want    string
		state   run.State
		stops   bool
	}{
		{name: "all goes well", changes: "PUT 00 01 02", want: "activated activated activated", state: run.Finished},
		{
			name: "some are active, or gone", prepare: func(r *rig) { delete(r.inactive, tail(0)); delete(r.numbers, tail(1)) },
			changes: "PUT 02", want: "activated not_activated activated", state: run.Finished,
		},
		{
			name: "one was moved", prepare: func(r *rig) { r.put(austin, tail(1)) },
			changes: "PUT 00 02", want: "activated not_activated activated", state: run.Finished,
		},
		{
			name: "an integrated location", prepare: func(r *rig) { r.organization.pstn[denver] = "CISCO_PSTN" },
			want: "not_activated not_activated not_activated", state: run.Finished,
		},
		{
			name: "no right", prepare: func(r *rig) { r.breaks = []http.HandlerFunc{says(403, "")} },
			changes: "PUT 00 01 02", want: "already_there already_there already_there", state: run.Unfinished, stops: true,
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				r := newRig(t)
				d := r.waitingList(2, 1)
				if test.prepare != nil {
					test.prepare(r)
				}
				got, err := r.ActivateList(t.Context(), d, run.Work{})
				if (err != nil) != test.stops || got.State != test.state {
					t.Errorf("the run is %v, %v", got.State, err)
				}
				r.wantChanges(test.changes)
				if o := r.words(got); o != test.want {
					t.Errorf("outcomes %q, want %q", o, test.want)
				}
				if test.stops {
					got, err = r.Activate(t.Context(), got.ID, run.Work{})
					if o := r.words(got); err != nil || o != "activated activated activated" {
						t.Errorf("gone on with: %q, %v", o, err)
					}
				}
			})
		})
	}
}

// What could be taken for numbers to be added, or is not inactive in Webex, is
// refused before anything is written down or sent.
func TestActivateListRefusesOtherDrafts(t *testing.T) {
	t.Parallel()
	for name, spoil := range map[string]func(*run.Draft){
		"adds":   func(d *run.Draft) { d.Activates = false },
		"active": func(d *run.Draft) { d.Requests[0].Group.State = number.StateActive },
		"mobile": func(d *run.Draft) { d.Requests[0].Group.Kind = number.KindMobile },
		"absent": func(d *run.Draft) { d.Lines[1].Result.Outcome = run.NotSent },
		"empty":  func(d *run.Draft) { d.Requests = nil },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				r := newRig(t)
				d := r.waitingList(2)
				spoil(&d)
				if got, err := r.ActivateList(t.Context(), d, run.Work{}); fault.KindOf(err) != fault.Usage || got.ID != "" {
					t.Errorf("%q, %v", got.ID, err)
				}
				r.wantChanges("")
			})
		})
	}
}

// A run that only activates can't be resumed as if it added, and can't be undone.
func TestARunThatOnlyActivatesIsNotAddedOrUndone(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t)
		got, err := r.ActivateList(t.Context(), r.waitingList(2), run.Work{})
		if err != nil {
			t.Fatal(err)
		}
		for name, do := range map[string]func(context.Context, string, run.Work) (run.Run, error){"resume": r.Resume, "retry": r.Retry, "undo": r.Undo} {
			if _, err := do(t.Context(), got.ID, run.Work{}); fault.KindOf(err) != fault.Usage {
				t.Errorf("%s: %v", name, err)
			}
		}
		r.wantChanges("PUT 00 01")
	})
}
