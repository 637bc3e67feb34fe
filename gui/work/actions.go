package work

import (
	"context"

	"numberloader/internal/plan"
	"numberloader/internal/run"
)

// Changer is what can be done with a run in an organization. A returned run with
// an ID is in the journal, whatever the error; one without an ID means that
// nothing was done. When ctx ends, the requests under way are finished, and the
// error is of kind Stopped. Progress comes one step at a time, from other
// goroutines.
type Changer interface {
	// Submit adds the numbers of a draft.
	Submit(ctx context.Context, draft run.Draft, work run.Work) (run.Run, error)
	// Resume finds out what is not known, by reading, and then sends what is
	// left.
	Resume(ctx context.Context, id string, work run.Work) (run.Run, error)
	// Retry is Resume that also sends refused rows again.
	Retry(ctx context.Context, id string, work run.Work) (run.Run, error)
	// Settle only finds out what is not known, by reading.
	Settle(ctx context.Context, id string, work run.Work) (run.Run, error)
	// Undo removes what the run added, and goes on where a stopped undo was.
	Undo(ctx context.Context, id string, work run.Work) (run.Run, error)
	// Activate activates the inactive numbers that the run added.
	Activate(ctx context.Context, id string, work run.Work) (run.Run, error)
	// ActivateList activates the numbers of a draft, which are in Webex.
	ActivateList(ctx context.Context, draft run.Draft, work run.Work) (run.Run, error)
}

// carriedOut is how an organization carries out an action on a run that is there.
func carriedOut(a run.Action, c Changer) func(context.Context, string, run.Work) (run.Run, error) {
	switch a {
	case run.ActionAdd, run.ActionResume:
	case run.ActionRetry:
		return c.Retry
	case run.ActionSettle:
		return c.Settle
	case run.ActionUndo:
		return c.Undo
	case run.ActionActivate:
		return c.Activate
	}
	return c.Resume
}

// goesOnWith is the action that goes on with what an action has begun.
func goesOnWith(a run.Action) run.Action {
	if a == run.ActionAdd {
		return run.ActionResume
	}
	return a
}

// Next is what the user most likely wants to do with a run: to finish what was
// stopped. ok is false if nothing is left open.
func (r *Result) Next() (next run.Action, ok bool) {
	unknown, open := r.Chances[run.ActionSettle], r.Chances[run.ActionResume]
	switch {
	case r.Run.Undoing() && r.Chances[run.ActionUndo] > 0:
		return run.ActionUndo, true
	case open > unknown:
		return run.ActionResume, true
	case unknown > 0:
		return run.ActionSettle, true
	case r.Run.Stage == run.StageActivate && r.Run.State == run.Unfinished && r.Chances[run.ActionActivate] > 0:
		return run.ActionActivate, true
	}
	return run.ActionAdd, false
}

// concerned are the requests of a run that an action sends, with the lines that
// are left of them. An action whose requests only the organization knows has one
// without a number for each location.
func concerned(a run.Action, r run.Run) []plan.Request {
	about := func(line int) bool { return r.Part(a, &r.Lines[line]) >= run.PartPerhaps }
	if !a.Adds() {
		return byLocation(r.Lines, about)
	}
	var left []plan.Request
	for _, request := range r.Requests {
		var rows []int
		for _, line := range request.Rows {
			if about(line) {
				rows = append(rows, line)
			}
		}
		if len(rows) > 0 {
			request.Rows = rows
			left = append(left, request)
		}
	}
	return left
}

func byLocation(lines []run.Line, about func(line int) bool) []plan.Request {
	var gathered []plan.Request
	at := map[string]int{}
	for i := range lines {
		if !about(i) {
			continue
		}
		row := &lines[i].Row
		place, known := at[row.LocationID()]
		if !known {
			place = len(gathered)
			at[row.LocationID()] = place
			gathered = append(gathered, plan.Request{Group: plan.Group{LocationID: row.LocationID(), Location: row.Location()}})
		}
		gathered[place].Rows = append(gathered[place].Rows, i)
	}
	return gathered
}
