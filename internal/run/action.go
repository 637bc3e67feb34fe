package run

import (
	"fmt"

	"numberloader/internal/fault"
)

// Action is what can be done with a run.
type Action uint8

// The actions. ActionAdd makes a run, and the others go on with one: with the
// rows that were not sent, with those and the ones that were refused, with what
// is not known, with numbers that were added as inactive, and with all that were
// added.
const (
	ActionAdd Action = iota
	ActionResume
	ActionRetry
	ActionSettle
	ActionActivate
	ActionUndo
)

// Actions lists what can be done with a run that is there.
func Actions() []Action {
	return []Action{ActionResume, ActionRetry, ActionSettle, ActionActivate, ActionUndo}
}

// Adds reports whether an action sends numbers that are to be added.
func (a Action) Adds() bool { return a == ActionAdd || a == ActionResume || a == ActionRetry }

// Part is what an action does to a row.
type Part uint8

// The parts that a row has in an action. Every action finds out first what is not
// known.
const (
	PartNone    Part = iota // the row stays as it is
	PartSettle              // it is found out what became of it, and no more is done
	PartPerhaps             // that is found out first, and then it may be acted on
	PartAct                 // it is acted on
)

// Undoing reports whether an undo of the run has begun, finished or not.
func (r *Run) Undoing() bool { return r.Stage == StageRemove }

// allows reports whether an action may be done to the run: it is known what was to be
// sent, once an undo has begun, nothing of it is added or activated any more, and
// of a run that only activates nothing is added or taken back.
func (r *Run) allows(a Action) bool {
	switch {
	case r.Damage.Plan:
		return false
	case r.Activates:
		return a == ActionSettle || a == ActionActivate
	}
	return !r.Undoing() || a == ActionSettle || a == ActionUndo
}

// May is nil if an action may be done to the run. Otherwise it is a *fault.Error
// that says why not, and what can be done instead: of kind Usage once an undo has
// begun and of a run that only activates, and of kind FileDamaged where the journal does
// not tell enough.
func (r *Run) May(a Action) error {
	if r.allows(a) {
		return nil
	}
	if r.Damage.Plan {
		return r.Damaged()
	}
	if r.Activates {
		return &fault.Error{Kind: fault.Usage, What: fault.Say("run.activates"), Next: fault.Say("run.activates_next")}
	}
	next := fault.Say("run.undoing_next")
	if r.State == Undone {
		next = fault.Say("run.undone_next")
	}
	return &fault.Error{Kind: fault.Usage, What: fault.Say("run.undoing"), Next: next}
}

// Part says what an action does to a line of the run. It is PartNone for all of
// them where the action is not allowed.
func (r *Run) Part(a Action, l *Line) Part {
	unknown := l.Result.Outcome == NotKnown
	switch {
	case l.Request == 0 || l.Lost == LostLine || !r.allows(a):
		return PartNone
	case a.actsOn(r, l):
		return PartAct
	case unknown && a.mayFollow(r, l):
		return PartPerhaps
	case unknown:
		return PartSettle
	}
	return PartNone
}

// Rows are the lines of the run that an action acts on, whatever becomes of those
// that are not known.
func (r *Run) Rows(a Action) []int { return r.those(a, PartAct) }

// Unknown are the lines of the run of which it is not known what became of them.
func (r *Run) Unknown() []int { return r.those(ActionSettle, PartAct) }

func (r *Run) those(a Action, part Part) []int {
	var rows []int
	for i := range r.Lines {
		if r.Part(a, &r.Lines[i]) == part {
			rows = append(rows, i)
		}
	}
	return rows
}

// Chances counts, for each action, the lines it acts on or may turn out to act on.
// Actions without any are absent. A retry counts refused lines only.
func (r *Run) Chances() map[Action]int {
	chances := map[Action]int{}
	for i := range r.Lines {
		for _, a := range Actions() {
			if r.Part(a, &r.Lines[i]) >= PartPerhaps {
				chances[a]++
			}
		}
	}
	chances[ActionRetry] -= chances[ActionResume]
	for a, n := range chances {
		if n == 0 {
			delete(chances, a)
		}
	}
	return chances
}

// actsOn reports whether an action acts on a line with such an outcome.
func (a Action) actsOn(r *Run, l *Line) bool {
	o := l.Result.Outcome
	switch a {
	case ActionAdd, ActionResume:
		return o == NotSent
	case ActionRetry:
		return o == NotSent || o == Refused
	case ActionSettle:
		return o == NotKnown
	case ActionActivate:
		return (r.changeable(o) && o != Activated) && r.Inactive(l)
	case ActionUndo:
		return o.IsIn()
	}
	panic(fmt.Sprintf("run: action %d is not judged", int(a)))
}

// mayFollow reports whether an action may act on a line of unknown outcome once that
// outcome is known. A line that was being removed or activated had been added before.
func (a Action) mayFollow(r *Run, l *Line) bool {
	switch a {
	case ActionAdd, ActionResume, ActionRetry:
		return l.Change == nil
	case ActionActivate:
		return r.Inactive(l)
	case ActionUndo:
		return true
	case ActionSettle:
		return false
	}
	panic(fmt.Sprintf("run: action %d is not judged", int(a)))
}
