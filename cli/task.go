package cli

import (
	"slices"

	"numberloader/internal/run"
)

// task is what a verb does to the rows of a run.
type task struct {
	verb string // that goes on with it
	// open says that there is something to do for a row of a run.
	open func(*run.Run, *run.Line) bool
	// spares says that a row that is not known is found out about, and that no more
	// is done to it.
	spares func(*run.Line) bool
	// good says that it ended as it should.
	good func(*run.Run, *run.Line) bool
	// outcomes are those that it gives rows, apart from those of adding.
	outcomes []run.Outcome
}

// adding is the task of submit and resume. It never adds what was to be removed or
// activated since.
func adding() *task {
	return &task{
		verb: "resume", open: isLeft, good: isGood,
		spares: func(line *run.Line) bool { return line.Change != nil },
	}
}

// isLeft says that a row was to be sent and was not, or may not have been. A run
// that was undone sends nothing more.
func isLeft(r *run.Run, line *run.Line) bool {
	return isUnknown(line) || line.Request > 0 && line.Result.Outcome == run.NotSent && r.State != run.Undone
}

// isUnknown says that a row was in a request, and that it is not known what became
// of it. Every task finds that out first.
func isUnknown(line *run.Line) bool { return line.Request > 0 && line.Result.Outcome == run.NotKnown }

// isGood says that a row of a run ended as it should: it is in Webex, it was
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
		verb: "undo",
		open: func(_ *run.Run, line *run.Line) bool {
			return line.Result.Outcome.IsIn() || isUnknown(line)
		},
		spares: func(*run.Line) bool { return false },
		good: func(_ *run.Run, line *run.Line) bool {
			outcome := line.Result.Outcome
			return !outcome.IsIn() && outcome != run.NotRemoved && outcome != run.NotKnown
		},
		outcomes: []run.Outcome{run.Removed, run.Kept, run.NotRemoved},
	}
}

// activating is the task of activate.
func activating() *task {
	return &task{
		verb:     "activate",
		open:     isInactive,
		good:     func(r *run.Run, line *run.Line) bool { return !isInactive(r, line) },
		outcomes: []run.Outcome{run.Activated, run.NotActivated},
	}
}

// isInactive says that the run added a row's number as inactive, or may have, and
// that it is not known to be active since.
func isInactive(r *run.Run, line *run.Line) bool {
	added := line.Result.Outcome == run.Added || line.Result.Outcome == run.NotActivated || isUnknown(line)
	return added && r.Inactive(line)
}

// count is how many rows there is something to do for.
func (t *task) count(r *run.Run) int { return t.those(r, func(*run.Line) bool { return true }) }

// unknown is how many of them are not known.
func (t *task) unknown(r *run.Run) int { return t.those(r, isUnknown) }

// spared is how many of them the task only finds out about.
func (t *task) spared(r *run.Run) int {
	return t.those(r, func(line *run.Line) bool { return isUnknown(line) && t.spares(line) })
}

func (t *task) those(r *run.Run, also func(*run.Line) bool) int {
	n := 0
	for i := range r.Lines {
		if t.open(r, &r.Lines[i]) && also(&r.Lines[i]) {
			n++
		}
	}
	return n
}

// succeeded says that every row of a run ended as it should, and that the task has
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
