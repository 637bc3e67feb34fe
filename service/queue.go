package service

import (
	"context"
	"sync"

	"numberloader/internal/run"
)

// The range of run.Work.Parallel, and what 0 stands for.
const (
	usualParallel = 4
	mostParallel  = 8
)

// queue hands out requests in the order of their numbers, and never two of one
// location at once. It is safe for several goroutines.
type queue struct {
	mu     sync.Mutex
	places []*waiting
}

// waiting are the requests of a location.
type waiting struct {
	requests []*request
	busy     bool
}

func newQueue(all []*request) *queue {
	q := &queue{}
	at := map[string]*waiting{}
	for _, r := range all {
		place := bare(r.Group.LocationID)
		if at[place] == nil {
			at[place] = &waiting{}
			q.places = append(q.places, at[place])
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
	for _, place := range q.places {
		if !place.busy && len(place.requests) > 0 && (first == nil || place.requests[0].Number < first.requests[0].Number) {
			first = place
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
func (q *queue) workers(work run.Work) int {
	wanted := work.Parallel
	if wanted == 0 {
		wanted = usualParallel
	}
	return min(max(wanted, 1), mostParallel, len(q.places))
}

// share lets workers carry out requests until all are done or one says why the
// work stops. Then the others finish what is under way, since their ctx ends, and
// that reason is the error.
func (j *job) share(ctx context.Context, all []*request, do func(context.Context, *request) error) error {
	ctx, halt := context.WithCancelCause(ctx)
	defer halt(nil)
	var group sync.WaitGroup
	var once sync.Once
	var reason error
	q := newQueue(all)
	for range q.workers(j.work) {
		group.Go(func() {
			for r, done := q.next(); r != nil; r, done = q.next() {
				err := do(ctx, r)
				done()
				if err != nil {
					once.Do(func() { reason = err })
					halt(err)
					return
				}
			}
		})
	}
	group.Wait()
	return reason
}
