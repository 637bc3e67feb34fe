// Package outcomes tells what becomes of the rows of a run: while it is worked on, and at
// its end, in text and in JSON lines.
package outcomes

import (
	"slices"

	"numberloader/internal/run"
)

// Task is what a verb does to the rows of a run.
type Task struct {
	Verb   string     // that goes on with it
	Action run.Action // that it is
	// good says that a row ended as it should.
	good func(*run.Run, *run.Line) bool
	// Outcomes are those that it gives rows, apart from those of adding.
	Outcomes []run.Outcome
}

// Adding is the task of submit and resume.
func Adding() *Task {
	return &Task{Verb: "resume", Action: run.ActionResume, good: isGood}
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

// Undoing is the task of undo. A row that the run did not add, and one that was
// left alone, are as they should be.
func Undoing() *Task {
	return &Task{
		Verb: "undo", Action: run.ActionUndo,
		good: func(r *run.Run, line *run.Line) bool {
			return r.Part(run.ActionUndo, line) == run.PartNone && line.Result.Outcome != run.NotRemoved
		},
		Outcomes: []run.Outcome{run.Removed, run.Kept, run.NotRemoved},
	}
}

// Activating is the task of activate. Of a list, rows that stay behind with a problem
// or are not in Webex are not as they should be.
func Activating() *Task {
	return &Task{
		Verb: "activate", Action: run.ActionActivate,
		good: func(r *run.Run, line *run.Line) bool {
			return r.Part(run.ActionActivate, line) == run.PartNone && (!r.Activates || isGood(r, line))
		},
		Outcomes: []run.Outcome{run.Activated, run.NotActivated},
	}
}

// Open reports whether there is something to do for a row of a run.
func (t *Task) Open(r *run.Run, line *run.Line) bool { return r.Part(t.Action, line) != run.PartNone }

// Counts are how many rows of a run have each part in the task.
func (t *Task) Counts(r *run.Run) map[run.Part]int {
	counts := map[run.Part]int{}
	for i := range r.Lines {
		counts[r.Part(t.Action, &r.Lines[i])]++
	}
	return counts
}

// Count is how many rows there is something to do for.
func (t *Task) Count(r *run.Run) int { return len(r.Lines) - t.Counts(r)[run.PartNone] }

// Succeeded reports whether every row of a run ended as it should, and that the task has
// been done to some. Without outcomes of its own, it has been done to every run.
func (t *Task) Succeeded(r *run.Run) bool {
	done := len(t.Outcomes) == 0
	for i := range r.Lines {
		if !t.good(r, &r.Lines[i]) {
			return false
		}
		done = done || slices.Contains(t.Outcomes, r.Lines[i].Result.Outcome)
	}
	return done
}
