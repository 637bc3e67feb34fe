package service

import (
	"context"
	"time"

	"numberloader/internal/fault"
	"numberloader/internal/number"
)

const (
	// secondReading is the pause before a number counts as not there: "only
	// when a second reading, 2 s after the first, lacks it too".
	secondReading = 2 * time.Second
	// listLag is how far the number list may be behind a change: "be right for at
	// least 20 s of it".
	listLag = 20 * time.Second
	// inFlight is how long a request may be on its way, and be worked on, whose answer
	// nobody waits for any more.
	inFlight = 10 * time.Second
	// maxReadings is how often the list is read for rows that it shows now one way
	// and now another, once it can't be behind any more.
	maxReadings = 4
	// findTime is how long the readings may take in all that a stop does not end.
	findTime = 3 * time.Minute
)

// view is what a reading of the number list says of one row.
type view struct {
	number.Held

	ok    bool // it is in the list
	twice bool // the reading before said the same, as far as it matters
	late  bool // the list can't be behind the last change of the number any more
}

// isIn reports whether the number is in a location, and active that it is active.
func (v view) isIn(locationID string) bool { return isIn(&v.Held, locationID) }
func (v view) active() bool                { return v.State == number.StateActive }

// same reports whether two readings say the same, as far as it matters.
func (v view) same(w view) bool {
	return v.ok == w.ok && v.isIn(w.Location.ID) && v.active() == w.active()
}

// gone reports whether the number is proved not to be where the list was read.
func (v view) gone() bool { return !v.ok && v.twice && v.late }

// question is what is asked of the number list about rows.
type question struct {
	place   string // the location whose list is read, "" for the organization
	rows    []int
	changed func(row int) time.Time // when the run last changed the number, or may have
	decided func(row int, v view) bool
	// finish says that a stop does not end the first two readings.
	finish bool
}

// since says of all rows that their numbers were changed at the same time.
func since(t time.Time) func(int) time.Time { return func(int) time.Time { return t } }

// known is when it became known how a row stands.
func (j *job) known(row int) time.Time { return j.lines[row].Result.Time }

// watch reads the number list until each row is decided, with pauses that grow.
// Rows that stay undecided are absent from the answer: the list shows them now one
// way and now another, or a stop came. The error is a *fault.Error: the list could
// not be read.
func (j *job) watch(ctx context.Context, q question) (map[int]view, error) {
	reading := ctx
	if q.finish {
		var cancel context.CancelFunc
		reading, cancel = context.WithTimeout(context.WithoutCancel(ctx), findTime)
		defer cancel()
	}
	decided, last := map[int]view{}, map[int]view{}
	for n, late := 1, 0; len(q.rows) > 0; n++ {
		began := j.service.settings.Now()
		list, err := j.service.listing(reading, q.place)
		if err != nil {
			return nil, j.stopped(reading, err)
		}
		wait := q.judge(j, list, began, decided, last)
		if wait == 0 {
			late++
		}
		if len(decided) == len(q.rows) || late == maxReadings {
			break
		}
		sleeping := reading
		if n > 1 {
			sleeping = ctx
		}
		if err := j.service.settings.Sleep(sleeping, pauseAfter(n, wait)); err != nil {
			if q.finish && ctx.Err() != nil {
				break
			}
			return nil, j.stopped(sleeping, err)
		}
	}
	return decided, nil
}

// pauseAfter is how long it is until the next reading: longer each time, and not
// much longer than the list may be behind, which is wait.
func pauseAfter(readings int, wait time.Duration) time.Duration {
	return max(secondReading, min(secondReading<<min(readings-1, 4), wait))
}

// judge takes a reading that began at a time, and returns how long the list may be
// behind the rows that are not decided.
func (q *question) judge(j *job, list numberList, began time.Time, decided, last map[int]view) time.Duration {
	var wait time.Duration
	for _, row := range q.rows {
		if _, done := decided[row]; done {
			continue
		}
		behind := q.changed(row).Add(listLag).Sub(began)
		now := view{late: behind <= 0}
		now.Held, now.ok = list[j.lines[row].Row.Number]
		before, had := last[row]
		now.twice = had && before.same(now)
		if last[row] = now; q.decided(row, now) {
			decided[row] = now
		} else {
			wait = max(wait, behind)
		}
	}
	return wait
}

// undecided is why rows are not known that the number list did not decide.
func undecided(ctx context.Context) error {
	if ctx.Err() != nil {
		return explain(context.Cause(ctx))
	}
	return &fault.Error{Kind: fault.Failing, What: fault.Say("fates.undecided.what")}
}

// stopped is why work stopped that a reading ended which ctx may have cut.
func (j *job) stopped(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return explain(context.Cause(ctx))
	}
	return explain(err)
}
