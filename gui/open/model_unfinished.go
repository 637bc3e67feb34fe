package open

import (
	"path/filepath"
	"time"

	"numberloader/internal/phrase"
	"numberloader/internal/run"
)

// Unfinished is the newest run that was stopped before its end. Its zero value says
// that there is none.
type Unfinished struct {
	Run *run.Run
	// More is how many other runs were stopped before their end.
	More int
	// Resume is the label of the button that goes on with it, "" if nothing is left
	// that could be gone on with. Blocked says why it can't be pressed now, "" if it
	// can.
	Resume, Blocked string
}

// Counts are the outcomes of the numbers of the run, without the rows that stayed
// behind.
func (u Unfinished) Counts() run.Counts {
	counts := run.Counts{}
	for i := range u.Run.Lines {
		if line := &u.Run.Lines[i]; line.Request > 0 {
			counts[line.Result.Outcome]++
		}
	}
	return counts
}

// Text says which run it is, and how far it came.
func (u Unfinished) Text() []phrase.Piece {
	counts := u.Counts()
	in, removed := counts.There(), counts[run.Removed]
	if u.Run.Activates {
		in = counts.Total()
	}
	key, done, total := "open.unfinished.adding", in, counts.Total()
	switch u.Run.Stage {
	case run.StageAdd, run.StageSettle:
	case run.StageRemove:
		key, done, total = "open.unfinished.undo", removed, in+removed+counts[run.NotRemoved]+counts[run.Kept]
	case run.StageActivate:
		key, done, total = "open.unfinished.activation", counts[run.Activated], in
	}
	return phrase.Pieces(key, "File", filepath.Base(u.Run.Path), "Done", done, "Count", total)
}

// About says where the run belongs and when it was stopped, or why it can't be gone
// on with now.
func (u Unfinished) About(now time.Time) string {
	if u.Blocked != "" {
		return u.Blocked
	}
	return phrase.Text("open.unfinished.stopped",
		"Organization", phrase.OrganizationAlone(u.Run.Organization), "When", phrase.Moment(u.stopped(), now))
}

// stopped is when the run was last heard of.
func (u Unfinished) stopped() time.Time {
	last := u.Run.Started
	for i := range u.Run.Lines {
		if t := u.Run.Lines[i].Result.Time; t.After(last) {
			last = t
		}
	}
	if u.Run.Ended.After(last) {
		last = u.Run.Ended
	}
	return last
}
