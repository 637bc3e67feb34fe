package service

import (
	"net/http"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"numberloader/internal/fault"
	"numberloader/internal/run"
)

// Removals of one location go together, up to what may be under way at once; their
// readings go beside them, so that many take hardly longer than few.
func TestRemovalsOfOneLocationGoTogether(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t)
		done := r.begun(0, slices.Repeat([]int{10}, 100)...)
		r.takes, r.lists = time.Second, 0
		began := time.Now()
		got, err := r.Undo(t.Context(), done.ID, run.Work{})
		if err != nil || got.State != run.Undone || r.at != run.UsualParallel {
			t.Errorf("got %v, %v, %d at once", got.State, err, r.at)
		}
		sending := 200 * time.Second / run.UsualParallel
		if took := time.Since(began); took > sending+2*secondReading || r.lists > 1+2*1000/confirmEvery {
			t.Errorf("took %v with %d readings", took, r.lists)
		}
	})
}

// A list that can't be read while numbers are taken back ends the undo: nothing is
// claimed of what it should have shown, and an undo later goes on.
func TestAReadingThatFailsMeanwhileEndsTheUndo(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t)
		done := r.begun(0, slices.Repeat([]int{10}, 30)...)
		r.takes, r.reads = time.Second, []http.HandlerFunc{nil, says(403, "")}
		got, err := r.Undo(t.Context(), done.ID, run.Work{})
		counts := run.Count(got.Lines)
		switch {
		case fault.KindOf(err) != fault.NotAllowed:
			t.Errorf("%v is not of the kind %v", err, fault.NotAllowed)
		case counts[run.Added] == 0:
			t.Errorf("counts[run.Added] is %v", counts[run.Added])
		case counts[run.NotKnown] < confirmEvery:
			t.Errorf("counts[run.NotKnown] is %v", counts[run.NotKnown])
		case got.State != run.Unfinished:
			t.Errorf("got.State is %v, not %v", got.State, run.Unfinished)
		}
		if got, err = r.Undo(t.Context(), done.ID, run.Work{}); err != nil || got.State != run.Undone {
			t.Errorf("then %v, %v", got.State, err)
		}
	})
}
