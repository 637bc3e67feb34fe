package service

import (
	"testing"
	"testing/synctest"

	"numberloader/internal/run"
)

// Each request that Webex has taken is told at once, before a reading confirms it.
func TestAnUndoTellsWhatWebexHasTaken(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t)
		added, err := r.submit(t.Context(), draft(12))
		if err != nil {
			t.Fatal(err)
		}
		taken, removed := map[int]bool{}, 0
		_, err = r.Undo(t.Context(), added.ID, run.Work{Parallel: 1, Progress: func(p run.Progress) {
			if len(p.Taken) > 0 && !p.Answered {
				t.Errorf("%+v", p)
			}
			for _, line := range p.Taken {
				taken[line] = true
			}
			for _, u := range p.Lines {
				if u.Result.Outcome == run.Removed && !taken[u.Line] {
					t.Errorf("line %d was removed before Webex took it", u.Line)
				}
				removed++
			}
		}})
		if err != nil || len(taken) != 12 || removed != 12 {
			t.Errorf("%d taken, %d removed, %v", len(taken), removed, err)
		}
	})
}
