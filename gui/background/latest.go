package background

import "context"

// Latest is a lane for questions of which only the last one matters: a new one
// cancels the one under way, and what that brings home is dropped.
type Latest struct {
	lane    *Lane
	asked   int
	cancel  context.CancelFunc // of the work under way
	waiting question
}

// question is work that waits for the lane.
type question struct{ start, abandon func() }

// Latest returns a new lane for the last question.
func (l *Loop) Latest() *Latest { return &Latest{lane: l.Lane()} }

// Busy reports whether work is under way, or waits for earlier work to end.
func (q *Latest) Busy() bool { return q.lane.Busy() }

// Cancel ends the last question, which comes home with context.Canceled.
func (q *Latest) Cancel() {
	if q.lane.Busy() {
		q.cancel()
	}
	q.waiting.start = q.waiting.abandon
}

// Replace runs work in the background and then done on the UI, in place of what
// the lane is doing. It waits for that to end, so that never two run at once.
func Replace[T any](q *Latest, work func(context.Context) (T, error), done func(T, error)) {
	q.asked++
	mine := q.asked
	start := func() {
		q.cancel, _ = Start(q.lane, work, func(got T, err error) {
			if next := q.waiting.start; next != nil {
				q.waiting = question{}
				next()
			}
			if mine == q.asked {
				done(got, err)
			}
		})
	}
	if !q.lane.Busy() {
		start()
		return
	}
	q.cancel()
	q.waiting = question{start, func() {
		var none T
		done(none, context.Canceled)
	}}
}
