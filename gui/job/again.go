package job

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
}

// Deed is what can be done with a run.
type Deed uint8

// The deeds. DeedAdd makes a run, the others go on with one.
const (
	DeedAdd Deed = iota
	DeedResume
	DeedRetry
	DeedSettle
	DeedUndo
	DeedActivate
)

// Deeds lists what can be done with a run that is there.
func Deeds() []Deed { return []Deed{DeedResume, DeedRetry, DeedSettle, DeedActivate, DeedUndo} }

// Sends says that a deed sends numbers that are to be added.
func (d Deed) Sends() bool { return d == DeedAdd || d == DeedResume || d == DeedRetry }

// of is how an organization carries out a deed on a run that is there.
func (d Deed) of(c Changer) func(context.Context, string, run.Work) (run.Run, error) {
	switch d {
	case DeedAdd, DeedResume:
	case DeedRetry:
		return c.Retry
	case DeedSettle:
		return c.Settle
	case DeedUndo:
		return c.Undo
	case DeedActivate:
		return c.Activate
	}
	return c.Resume
}

// again is the deed that goes on with what a deed has begun.
func (d Deed) again() Deed {
	if d == DeedAdd {
		return DeedResume
	}
	return d
}

// concerns says that a deed is about a line of a run.
func (d Deed) concerns(r *run.Run, l *run.Line) bool {
	o := l.Result.Outcome
	if l.Request == 0 {
		return false
	}
	switch d {
	case DeedAdd:
		return true
	case DeedResume:
		return o == run.NotSent || o == run.NotKnown
	case DeedRetry:
		return o == run.Refused
	case DeedSettle:
		return o == run.NotKnown
	case DeedUndo:
		return o.IsIn()
	case DeedActivate:
		return (o == run.Added || o == run.NotActivated) && r.Inactive(l)
	}
	return false
}

// Chances says of each deed how many lines of a run it is about, for those that
// apply. Once an undo has begun, nothing is sent or activated any more.
func Chances(r run.Run) map[Deed]int {
	chances := map[Deed]int{}
	for i := range r.Lines {
		for _, d := range Deeds() {
			if d.concerns(&r, &r.Lines[i]) {
				chances[d]++
			}
		}
	}
	if undoing(&r) {
		delete(chances, DeedResume)
		delete(chances, DeedRetry)
		delete(chances, DeedActivate)
	}
	return chances
}

// undoing says that an undo has begun.
func undoing(r *run.Run) bool { return r.Stage == run.StageRemove }

// Next is what the user most likely wants to do with a run: to finish what was
// stopped. ok is false if nothing is left open.
func (r *Result) Next() (deed Deed, ok bool) {
	unknown, open := r.Chances[DeedSettle], r.Chances[DeedResume]
	switch {
	case undoing(&r.Run) && r.Chances[DeedUndo] > 0:
		return DeedUndo, true
	case open > unknown:
		return DeedResume, true
	case unknown > 0:
		return DeedSettle, true
	case r.Run.Stage == run.StageActivate && r.Run.State == run.Unfinished && r.Chances[DeedActivate] > 0:
		return DeedActivate, true
	}
	return DeedAdd, false
}

// concerned are the requests of a run that a deed sends, with the lines that are
// left of them. A deed whose requests only the organization knows has one without
// a number for each location.
func concerned(d Deed, r run.Run) []plan.Request {
	about := func(line int) bool {
		l := &r.Lines[line]
		return d.concerns(&r, l) || d == DeedRetry && DeedResume.concerns(&r, l)
	}
	if !d.Sends() {
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
		place, known := at[row.LocationID]
		if !known {
			place = len(gathered)
			at[row.LocationID] = place
			gathered = append(gathered, plan.Request{Group: plan.Group{LocationID: row.LocationID, Location: row.Location}})
		}
		gathered[place].Rows = append(gathered[place].Rows, i)
	}
	return gathered
}
