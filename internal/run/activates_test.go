package run

import (
	"slices"
	"testing"

	"numberloader/internal/fault"
	"numberloader/internal/number"
)

// activation is a draft that activates the numbers of every request.
func activation(t *testing.T) Draft {
	t.Helper()
	d := sampleDraft()
	d.Activates = true
	for i := range d.Requests {
		d.Requests[i].Group.State, d.Requests[i].Group.Kind = number.StateInactive, number.KindDID
		for _, line := range d.Requests[i].Rows {
			d.Lines[line].Result = Result{Outcome: AlreadyThere}
		}
	}
	return d
}

// A run that only activates adds and takes back nothing, whoever asks, and its
// journal says so when it is read again.
func TestARunThatOnlyActivates(t *testing.T) {
	t.Parallel()
	s := newTestStore(t.TempDir())
	j, err := s.Begin(activation(t))
	must(t, err)
	rows := j.Run().Requests[0].Rows
	for name, err := range map[string]error{
		"adding": j.Resumed(StageAdd, "Grace"), "sending": j.Sending(1, rows...),
		"an undo": j.Resumed(StageRemove, "Grace"), "a removal": j.Changing(1, StageRemove, rows),
	} {
		if fault.KindOf(err) != fault.Usage {
			t.Errorf("%s: %v", name, err)
		}
	}
	staying := slices.IndexFunc(j.Run().Lines, func(l Line) bool { return l.Request == 0 })
	if err := j.Changing(1, StageActivate, []int{staying}); err == nil {
		t.Error("a line that stays behind was activated")
	}
	must(t, j.Changing(1, StageActivate, rows), j.Changed(1, Sent{}, []Update{{rows[0], result(Activated)}}), j.Finish(), j.Close())
	r := load(t, s, j.ID())
	if !r.Activates || r.Stage != StageActivate || r.State != Unfinished {
		t.Errorf("read again it is %v, at stage %d", r.State, r.Stage)
	}
	for _, a := range []Action{ActionResume, ActionRetry, ActionUndo} {
		if len(r.Rows(a)) > 0 || r.Chances()[a] > 0 {
			t.Errorf("action %d acts on %v", a, r.Rows(a))
		}
	}
	if slices.Contains(r.Rows(ActionActivate), rows[0]) || !slices.Contains(r.Rows(ActionActivate), r.Requests[1].Rows[0]) {
		t.Errorf("it activates %v", r.Rows(ActionActivate))
	}
	if l := r.Lines[rows[1]]; l.Result.Outcome != NotKnown || l.Change.Before.Outcome != AlreadyThere {
		t.Errorf("what left is %+v", l)
	}
}
