package service

import (
	"context"

	"numberloader/internal/number"
	"numberloader/internal/plan"
	"numberloader/internal/run"
)

// maxFailures is how many requests in a row may fail on the side of Webex, and
// be settled by reading, before the work stops.
const maxFailures = 5

// Submit adds the numbers of a draft. Before anything is written down or sent it
// refuses what must not leave (see guard); the error is then a *fault.Error, and
// there is no run.
//
// Otherwise the run is returned as it was written down, with an error that says
// why it stopped before its end, if it did. When ctx ends, the requests under way
// are finished, the rest is left as not sent, and the error is fault.Stopped.
// Progress is told before each request, for each pause that Webex asks for, and
// with the rows whose fate has become final, each row once.
func (s *Service) Submit(ctx context.Context, draft run.Draft, work run.Work) (run.Run, error) {
	before := s.survey.take(s.settings.Now())
	names, err := s.guard(ctx, &draft, before)
	if err != nil {
		return run.Run{}, err
	}
	j, err := s.begin(ctx, draft, work)
	if err != nil {
		return run.Run{}, err
	}
	j.names = names
	requests := make([]*request, len(draft.Requests))
	for i := range draft.Requests {
		requests[i] = newRequest(draft.Requests[i], draft.Requests[i].Rows)
	}
	return j.end(j.caught(func() error { return j.send(j.hearing(ctx), requests, len(draft.Requests), before) }))
}

// begin writes down a run of which nothing was done yet. The error is fault.Stopped, or
// that of the journal; there is no run then.
func (s *Service) begin(ctx context.Context, draft run.Draft, work run.Work) (*job, error) {
	if ctx.Err() != nil {
		return nil, explain(ctx.Err())
	}
	journal, err := s.journals.Begin(draft)
	if err != nil {
		return nil, err
	}
	return s.newJob(journal, draft.Lines, work), nil
}

// send adds the rows of requests, and writes down those that were left. What a
// survey has just read is not read again. The error is why it stopped.
func (j *job) send(ctx context.Context, requests []*request, total int, before surveyed) error {
	j.begin(run.StageAdd, total)
	looks, d := newLooks(requests, before), &adding{job: j, sizes: map[number.Kind]int{}}
	stop := j.share(ctx, newQueue(requests, false), func(ctx context.Context, r *request) error {
		return d.add(ctx, r, looks[bare(r.Group.LocationID)])
	})
	if stop != nil && !j.broken {
		return firstOf(stop, j.settled(0, j.rest(requests, stop)))
	}
	return stop
}

// rest are the rows that work that stopped did not come to. Rows that were
// refused before and did not leave again stay refused.
func (j *job) rest(requests []*request, stop error) []run.Update {
	left := run.Result{Outcome: run.NotSent, Why: notReached(stop)}
	lines := j.journal.Run().Lines
	var updates []run.Update
	for _, r := range requests {
		for _, row := range r.all {
			if o := lines[row].Result.Outcome; !j.final[row] && (o == run.NotSent || o == run.NotKnown) {
				updates = append(updates, run.Update{Line: row, Result: left})
			}
		}
	}
	return updates
}

// newRequest is a request with those of its rows that are to be sent.
func newRequest(r plan.Request, rows []int) *request {
	return &request{Request: r, all: rows, rows: rows}
}
