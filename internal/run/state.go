package run

import (
	"fmt"

	"numberloader/internal/number"
)

// IsIn reports whether the run added the number and that it is still there, so that it
// could be taken back.
func (o Outcome) IsIn() bool {
	switch o {
	case Added, Activated, NotActivated:
		return true
	case NotSent, AlreadyThere, Refused, NotKnown, Removed, Kept, NotRemoved:
		return false
	}
	panic(fmt.Sprintf("run: outcome %d is not judged", int(o)))
}

// changeable reports whether a number of the run with such an outcome is in Webex and may
// be changed by it: one that it added, or one that it is there to activate.
func (r *Run) changeable(o Outcome) bool { return o.IsIn() || r.Activates && o == AlreadyThere }

// activating is how many numbers the run is there to activate, 0 if it adds.
func (r *Run) activating() int {
	n := 0
	for i := range r.Lines {
		if r.Activates && r.Lines[i].Request > 0 {
			n++
		}
	}
	return n
}

// CanHave reports whether rows of the run can have an outcome: those of an undo and of
// an activation come with the work only.
func (r *Run) CanHave(o Outcome) bool {
	switch o {
	case Removed, Kept, NotRemoved:
		return r.Undoing()
	case Activated, NotActivated:
		return r.Stage == StageActivate
	case NotSent, Added, AlreadyThere, Refused, NotKnown:
		return true
	}
	panic(fmt.Sprintf("run: outcome %d is not judged", int(o)))
}

// stateOf says whether anything is left to do. A run that never ended and rows
// that are not known always are.
func stateOf(run *Run) State {
	if run.Ended.IsZero() {
		return Unfinished
	}
	left := false
	for i := range run.Lines {
		line := &run.Lines[i]
		if line.Request == 0 || line.Lost == LostLine {
			continue
		}
		if line.Result.Outcome == NotKnown {
			return Unfinished
		}
		left = left || run.waits(line)
	}
	switch {
	case left:
		return Unfinished
	case run.Undoing():
		return Undone
	}
	return Finished
}

// waits reports whether a row still waits for what the run is at: to be taken back in
// an undo, otherwise to be sent, and in an activation to be made active, if that
// was not tried in vain.
func (r *Run) waits(line *Line) bool {
	switch r.Stage {
	case StageRemove:
		return ActionUndo.actsOn(r, line)
	case StageActivate:
		return ActionResume.actsOn(r, line) || ActionActivate.actsOn(r, line) && line.Result.Outcome != NotActivated
	case StageAdd, StageSettle:
		return ActionResume.actsOn(r, line)
	}
	panic(fmt.Sprintf("run: stage %d is not judged", int(r.Stage)))
}

// Inactive reports whether a line of the run was to be added as inactive, which mobile
// numbers never are.
func (r *Run) Inactive(line *Line) bool {
	if line.Request < 1 || line.Request > len(r.Requests) {
		return false
	}
	group := &r.Requests[line.Request-1].Group
	return group.State == number.StateInactive && group.Kind != number.KindMobile
}
