package service

import (
	"context"
	"errors"
	"sync"
	"time"

	"numberloader/internal/fault"
	"numberloader/internal/run"
	"numberloader/service/webex"
)

const (
	// changePause comes before a request goes again that failed: "a retry after
	// 10 s, up to 3 times, works".
	changePause = 10 * time.Second
	// confirmEvery is the least number of changed numbers that are looked up together
	// while others are still being changed.
	confirmEvery = 100
	// stale is how old a reading may be when a request that relies on it is sent:
	// somebody may have assigned a number in the meantime.
	stale = time.Minute
)

// change is one way to change numbers that a run has added.
type change struct {
	to     run.Stage
	action run.Action  // whose rows are changed
	size   int         // numbers in a request
	done   run.Outcome // of a row that was changed
	undone run.Outcome // of one that could not be
	call   func(ctx context.Context, locationID string, numbers []string) (webex.Accepted, error)
	// shows says that the list shows a number as changed; it lists the number
	// in the location, or does not.
	shows    func(v view, here bool) bool
	together bool // requests of one location may be under way at once
	// surely says that one reading is enough for that.
	surely bool
	// stays settles a row that, as a reading shows, needs no change or no longer does.
	stays func(*site, view) (run.Result, bool)
	again fault.Words // what to do about numbers that are not known
}

// changing is a change of a run under way.
type changing struct {
	*job
	change

	halt  context.CancelCauseFunc // ends the sending
	looks sync.WaitGroup          // readings that confirm changes while others leave

	mu      sync.Mutex
	waiting map[string][]taken   // by location
	looking map[string]bool      // locations of which a reading is under way
	late    int                  // rows that no reading showed as changed
	unread  error                // why a reading failed
	read    map[string]time.Time // when the rows of a location were looked at
}

// change sorts out the rows of a run, changes those that can be changed, and confirms
// what Webex accepted. Rows in locations whose PSTN forbids it are not changed. The
// error is why it stopped.
func (j *job) change(ctx context.Context, how change) error {
	if err := j.wrote(j.journal.Resumed(how.to, j.person)); err != nil {
		return err
	}
	r := j.journal.Run()
	j.begin(how.to, 0)
	c := &changing{
		job: j, change: how, waiting: map[string][]taken{}, looking: map[string]bool{}, read: map[string]time.Time{},
	}
	begun := j.service.settings.Now()
	going, err := j.sift(ctx, &r, r.Rows(how.action), how.undone, how.stays)
	if err != nil {
		return err
	}
	requests := batches(&r, going, how.size)
	for _, one := range requests {
		c.read[bare(one.Group.LocationID)] = begun
	}
	return c.carryOut(ctx, requests)
}

// carryOut sends requests that change rows, and confirms what Webex accepted: most of
// it while other requests are being sent, the rest at the end. The error is why it
// stopped.
func (c *changing) carryOut(ctx context.Context, requests []*request) error {
	c.begin(c.to, len(requests))
	sending, halt := context.WithCancelCause(ctx)
	defer halt(nil)
	c.halt = halt
	stop := c.share(sending, newQueue(requests, c.together), c.request)
	if !c.isBroken() {
		stop = firstOf(stop, c.share(ctx, newQueue(onePerPlace(requests), false), c.confirmRest))
	}
	c.looks.Wait()
	stop = firstOf(stop, c.unread)
	if c.late > 0 {
		stop = firstOf(stop, stillListed(c.late, c.again))
	}
	return stop
}

// onePerPlace is one request of each location.
func onePerPlace(requests []*request) []*request {
	seen := map[string]bool{}
	var some []*request
	for _, r := range requests {
		if place := bare(r.Group.LocationID); !seen[place] {
			seen[place] = true
			some = append(some, r)
		}
	}
	return some
}

// request sends one request until none of its rows is left.
func (c *changing) request(ctx context.Context, r *request) error {
	for r.part(c.size) {
		err := c.turn(ctx, r.Number)
		if err == nil {
			err = c.refresh(ctx, r)
		}
		if err != nil {
			return firstOf(c.restoreStanding(r), err)
		}
		if len(r.rows) == 0 {
			continue
		}
		if err := c.attempt(ctx, r); err != nil {
			return err
		}
	}
	c.confirmMeanwhile(ctx, r)
	return nil
}

// refresh looks up the rows that are sent next once more if the last look was long ago:
// before a pause, or many requests ago.
func (c *changing) refresh(ctx context.Context, r *request) error {
	now := c.service.settings.Now()
	c.mu.Lock()
	fresh := r.tries > 0 || now.Sub(c.read[bare(r.Group.LocationID)]) < stale
	if !fresh {
		c.read[bare(r.Group.LocationID)] = now
	}
	c.mu.Unlock()
	if fresh {
		return nil
	}
	left, err := c.leave(ctx, &site{r.Group.LocationID, c.place(r), r.rows}, c.stays)
	if err != nil {
		return err
	}
	r.rows = left
	return nil
}

// attempt sends what leaves next of a request once. What is said of job.attempt
// holds for it.
func (c *changing) attempt(ctx context.Context, r *request) error {
	if err := c.wrote(c.journal.Changing(r.Number, c.stage, r.rows)); err != nil {
		return err
	}
	c.report(run.Progress{Request: r.Number})
	a := reply{started: c.service.settings.Now()}
	accepted, err := c.call(context.WithoutCancel(ctx), r.Group.LocationID, c.numbers(r.rows))
	a.ended = c.service.settings.Now()
	if err == nil {
		a.status, a.trackingID = accepted.Status, accepted.TrackingID
		return c.accepted(r, a, accepted)
	}
	if api, ok := errors.AsType[*webex.APIError](err); ok && !api.Foreign {
		a.status, a.code, a.trackingID = api.Status, api.Code, api.TrackingID
		return c.refusal(ctx, r, a, api)
	}
	if mayHaveLeft(err) {
		return c.unclear(ctx, r, a, err)
	}
	return c.restore(r, a, explain(err))
}

// accepted leaves the rows of a request that Webex took to a reading, those aside
// that it names.
func (c *changing) accepted(r *request, a reply, accepted webex.Accepted) error {
	c.well()
	c.pace.well(a.ended)
	p := c.sort(r, a, c.undone, accepted.Refused)
	r.rows = nil
	c.mu.Lock()
	place := bare(r.Group.LocationID)
	for _, row := range p.others {
		c.waiting[place] = append(c.waiting[place], taken{row, a})
	}
	c.mu.Unlock()
	return c.answered(r, a.sent(), p.refused, p.others...)
}
