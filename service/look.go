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
	before   surveyed // stands for the first look, if it is not empty
}

// lookAgain is how old a look may be when a request leaves: after a pause, or in
// a long run, somebody else may have added numbers.
const lookAgain = 10 * time.Minute

func newLooks(requests []*request, before surveyed) map[string]*look {
	looks := map[string]*look{}
	for _, r := range requests {
		place := bare(r.Group.LocationID)
		if looks[place] == nil {
			looks[place] = &look{before: before}
		}
		looks[place].requests = append(looks[place].requests, r)
	}
	return looks
}

// look leaves out rows that are in the location by now: Webex may ignore them, and they
// would then appear to have been added by the run.
func (d *adding) look(ctx context.Context, r *request, l *look) error {
	now := d.service.settings.Now()
	if !l.last.IsZero() && now.Sub(l.last) < lookAgain {
		return nil
	}
	if err := r.late.now(); err != nil {
		return err
	}
	found, err := d.found(ctx, l, now)
	if err != nil {
		return d.stopped(ctx, err)
	}
	var all []run.Update
	for _, r := range l.requests {
		r.rows, all = d.absent(r, r.rows, found, all)
		for i, part := range r.later {
			r.later[i], all = d.absent(r, part, found, all)
		}
	}
	return d.settled(0, all)
}

// found is where the numbers are: the first time as a survey has just read it.
func (d *adding) found(ctx context.Context, l *look, now time.Time) (numberList, error) {
	if before := l.before; before.numbers != nil {
		l.last, l.before = before.at, surveyed{}
		return before.numbers, nil
	}
	l.last = now
	return d.service.listing(ctx, l.requests[0].Group.LocationID)
}

// absent are the rows of a request that the list of its location lacks; the others
// end.
func (d *adding) absent(r *request, rows []int, found numberList, ends []run.Update) ([]int, []run.Update) {
	a := reply{ended: d.service.settings.Now()}
	var left []int
	for _, row := range rows {
		entry, ok := found[d.lines[row].Row.Number]
		if !ok || !isIn(&entry, r.Group.LocationID) {
			left = append(left, row)
		} else {
			ends = append(ends, run.Update{Line: row, Result: a.result(run.AlreadyThere, alreadyIn(d.place(r), entry.Owner))})
		}
	}
	return left, ends
}
