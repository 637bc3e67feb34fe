package service

import (
	"context"
	"strconv"
	"sync"

	"numberloader/internal/run"
)

// queue hands out requests in the order of their numbers. It is safe for several
// goroutines.
type queue struct {
	mu    sync.Mutex
	lines []*waiting
}

// waiting are requests of which never two are under way at once.
type waiting struct {
	requests []*request
	busy     bool
}

// newQueue is a queue that never hands out two requests of one location at once,
// but for those that may go together.
func newQueue(all []*request, together bool) *queue {
	q := &queue{}
	at := map[string]*waiting{}
	for _, r := range all {
		place := bare(r.Group.LocationID)
		if together {
			place = strconv.Itoa(r.Number)
		}
		if at[place] == nil {
			at[place] = &waiting{}
			q.lines = append(q.lines, at[place])
		}
		at[place].requests = append(at[place].requests, r)
	}
	return q
}

// next hands out a request. Without one there is none that another worker does
// not come to itself.
func (q *queue) next() (*request, func()) {
	q.mu.Lock()
	defer q.mu.Unlock()
	var first *waiting
	for _, line := range q.lines {
		if !line.busy && len(line.requests) > 0 && (first == nil || line.requests[0].Number < first.requests[0].Number) {
			first = line
		}
	}
	if first == nil {
		return nil, nil
	}
	r := first.requests[0]
	first.busy, first.requests = true, first.requests[1:]
	return r, func() {
		q.mu.Lock()
		defer q.mu.Unlock()
		first.busy = false
	}
}

// workers is how many requests of a queue may be under way at once.
func (q *queue) workers(work run.Work) int { return min(work.AtOnce(), len(q.lines)) }

// share lets workers carry out the requests of a queue until all are done or one says why the
// work stops. Then the others finish what is under way, since their ctx ends, and
// that reason is the error.
func (j *job) share(ctx context.Context, q *queue, do func(context.Context, *request) error) error {
	ctx, halt := context.WithCancelCause(ctx)
	defer halt(nil)
	var group sync.WaitGroup
	var once sync.Once
	var reason error
	for range q.workers(j.work) {
		group.Go(func() {
			last := &late{}
			if err := firstOf(j.carry(ctx, q, last, do), j.caught(last.now)); err != nil {
				once.Do(func() { reason = err })
				halt(err)
			}
		})
	}
	group.Wait()
	return reason
}

// carry carries out requests of a queue, one after the other. The error is why it stops;
// the last answer may not be told yet.
func (j *job) carry(ctx context.Context, q *queue, last *late, do func(context.Context, *request) error) error {
	for r, done := q.next(); r != nil; r, done = q.next() {
		r.late = last
		err := j.caught(func() error { return do(ctx, r) })
		done()
		if err != nil {
			return err
		}
	}
	return nil
}
