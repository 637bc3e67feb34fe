package open

import (
	"testing"
	"time"

	"numberloader/internal/phrase"
	"numberloader/internal/run"
)

// stopped is a run that was stopped at a stage, with a line for each outcome; the last
// row of the file was in no request.
func stopped(stage run.Stage, outcomes ...run.Outcome) *run.Run {
	r := &run.Run{ID: "1", Stage: stage, Started: time.Date(2026, 11, 22, 16, 31, 0, 0, time.UTC)}
	r.Path, r.Organization = "/home/dana/carrier-list.xlsx", run.Organization{Name: "Acme Corp"}
	for i, o := range outcomes {
		r.Lines = append(r.Lines, run.Line{Request: 1, Result: run.Result{Outcome: o, Time: r.Started.Add(time.Duration(i) * time.Minute)}})
	}
	r.Lines = append(r.Lines, run.Line{})
	return r
}

func plain(pieces []phrase.Piece) string {
	var text string
	for _, p := range pieces {
		text += p.Text
	}
	return text
}

func TestARunThatWasStoppedSaysHowFarItCame(t *testing.T) {
	t.Parallel()
	for want, r := range map[string]*run.Run{
		"carrier-list.xlsx is not finished. 2 of 4 numbers were added.":               stopped(run.StageAdd, run.Added, run.Added, run.NotSent, run.NotKnown),
		"The undo of carrier-list.xlsx is not finished. 1 of 3 numbers were removed.": stopped(run.StageRemove, run.Removed, run.Added, run.Kept, run.NotSent),
		"carrier-list.xlsx is not finished. 1 of 2 numbers were activated.":           stopped(run.StageActivate, run.Activated, run.Added, run.Refused),
		"carrier-list.xlsx is not finished. 0 of 1 number was added.":                 stopped(run.StageSettle, run.NotKnown),
	} {
		if got := plain((Unfinished{Run: r}).Text()); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestARunThatWasStoppedSaysWhereAndWhen(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)
	u := Unfinished{Run: stopped(run.StageAdd, run.Added, run.NotSent)}
	if got, want := u.About(now), "Acme Corp, stopped yesterday at 4:32 PM"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	u.Run.Ended = u.Run.Started.Add(9 * time.Minute)
	if got, want := u.About(now), "Acme Corp, stopped yesterday at 4:40 PM"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	u.Blocked = "Sign in to Acme Corp to resume"
	if got := u.About(now); got != u.Blocked {
		t.Errorf("got %q", got)
	}
}
