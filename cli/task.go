package cli

import (
	"slices"

	"numberloader/internal/run"
)

// task is what a verb does to the rows of a run.
type task struct {
	verb   string // that goes on with it
	action run.Action
	// good says that a row ended as it should.
	good func(*run.Run, *run.Line) bool
	// outcomes are those that it gives rows, apart from those of adding.
	outcomes []run.Outcome
}

// adding is the task of submit and resume.
func adding() *task {
	return &task{verb: "resume", action: run.ActionResume, good: isGood}
}

// isGood reports whether a row of a run ended as it should: it is in Webex, it was
// taken back, or it is hidden and nobody asked for it.
func isGood(_ *run.Run, line *run.Line) bool {
	switch line.Result.Outcome {
	case run.Added, run.AlreadyThere, run.Activated, run.NotActivated, run.Removed, run.Kept:
		return true
	case run.NotSent:
		return line.Row.Hidden
	case run.Refused, run.NotKnown, run.NotRemoved:
	}
	return false
}

// undoing is the task of undo. A row that the run did not add, and one that was
// left alone, are as they should be.
func undoing() *task {
	return &task{
		verb: "undo", action: run.ActionUndo,
		good: func(r *run.Run, line *run.Line) bool {
			return r.Part(run.ActionUndo, line) == run.PartNone && line.Result.Outcome != run.NotRemoved
		},
		outcomes: []run.Outcome{run.Removed, run.Kept, run.NotRemoved},
	}
}

// activating is the task of activate. Of a list, rows that stay behind with a problem
// or are not in Webex are not as they should be.
func activating() *task {
	return &task{
		verb: "activate", action: run.ActionActivate,
		good: func(r *run.Run, line *run.Line) bool {
			return r.Part(run.ActionActivate, line) == run.PartNone && (!r.Activates || isGood(r, line))
		},
		outcomes: []run.Outcome{run.Activated, run.NotActivated},
	}
}

// open reports whether there is something to do for a row of a run.
func (t *task) open(r *run.Run, line *run.Line) bool { return r.Part(t.action, line) != run.PartNone }

// counts are how many rows of a run have each part in the task.
func (t *task) counts(r *run.Run) map[run.Part]int {
	counts := map[run.Part]int{}
	for i := range r.Lines {
		counts[r.Part(t.action, &r.Lines[i])]++
	}
	return counts
}

// count is how many rows there is something to do for.
func (t *task) count(r *run.Run) int { return len(r.Lines) - t.counts(r)[run.PartNone] }

// succeeded reports whether every row of a run ended as it should, and that the task has
// been done to some. Without outcomes of its own, it has been done to every run.
func (t *task) succeeded(r *run.Run) bool {
	done := len(t.outcomes) == 0
	for i := range r.Lines {
		if !t.good(r, &r.Lines[i]) {
			return false
		}
		done = done || slices.Contains(t.outcomes, r.Lines[i].Result.Outcome)
	}
	return done
}
