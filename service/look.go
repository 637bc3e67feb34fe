package service

import (
	"context"
	"time"

	"numberloader/internal/run"
)

// look is what the number list of a location says before the first request to
// it. Only one worker at a time has it.
type look struct {
	requests []*request
	last     time.Time
}

// lookAgain is how old a look may be when a request leaves: after a pause, or in
// a long run, somebody else may have added numbers.
const lookAgain = 10 * time.Minute

func newLooks(requests []*request) map[string]*look {
	looks := map[string]*look{}
	for _, r := range requests {
		place := bare(r.Group.LocationID)
		if looks[place] == nil {
			looks[place] = &look{}
		}
		looks[place].requests = append(looks[place].requests, r)
	}
	return looks
}

// look leaves out rows that are in the location by now: Webex may ignore them, and
// then they would seem to be added by the run.
func (j *job) look(ctx context.Context, l *look) error {
	now := j.service.settings.Now()
	if !l.last.IsZero() && now.Sub(l.last) < lookAgain {
		return nil
	}
	l.last = now
	listed, err := j.service.listing(ctx, l.requests[0].Group.LocationID)
	if err != nil {
		return j.stopped(ctx, err)
	}
	var all []run.Update
	for _, r := range l.requests {
		r.rows, all = j.absent(r, r.rows, listed, all)
		for i, part := range r.later {
			r.later[i], all = j.absent(r, part, listed, all)
		}
	}
	return j.settled(0, all)
}

// absent are the rows of a request that the list of its location lacks; the others
// end.
func (j *job) absent(r *request, rows []int, found numberList, ends []run.Update) ([]int, []run.Update) {
	a := reply{ended: j.service.settings.Now()}
	var left []int
	for _, row := range rows {
		entry, ok := found[j.lines[row].Row.Number]
		if !ok || !entry.isIn(r.Group.LocationID) {
			left = append(left, row)
		} else {
			ends = append(ends, run.Update{Line: row, Result: a.result(run.AlreadyThere, alreadyIn(j.place(r)))})
		}
	}
	return left, ends
}
