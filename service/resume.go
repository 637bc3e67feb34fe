package service

import (
	"context"

	"numberloader/internal/fault"
	"numberloader/internal/run"
)

// Resume goes on with an earlier run: it first finds out by reading what is not
// known, and then sends what is left. A run with nothing left is returned as it
// is; one whose undo has begun is refused with fault.Usage. Before anything is done
// it refuses another organization than the run's, and who may not add numbers;
// before anything is sent, what Submit refuses. Errors and progress are those of
// Submit, and those of the journal's Open.
func (s *Service) Resume(ctx context.Context, id string, work run.Work) (run.Run, error) {
	return s.takeUp(ctx, id, run.ActionResume, work, func(ctx context.Context, j *job) error { return j.goOn(ctx, run.ActionResume) })
}

// Retry is Resume, and sends rows again that Webex refused.
func (s *Service) Retry(ctx context.Context, id string, work run.Work) (run.Run, error) {
	return s.takeUp(ctx, id, run.ActionRetry, work, func(ctx context.Context, j *job) error { return j.goOn(ctx, run.ActionRetry) })
}

// Settle only finds out by reading what is not known of an earlier run, which
// whoever may read the numbers can do. Errors are those of Resume.
func (s *Service) Settle(ctx context.Context, id string, work run.Work) (run.Run, error) {
	return s.takeUp(ctx, id, run.ActionSettle, work, nil)
}

// goOn sends the rows of a settled run that an action is for.
func (j *job) goOn(ctx context.Context, action run.Action) error {
	r := j.journal.Run()
	requests := requestsOf(&r, action)
	draft := r.Draft
	draft.Requests = draft.Requests[:0:0]
	for _, one := range requests {
		draft.Requests = append(draft.Requests, one.Request)
	}
	var err error
	if j.names, err = j.service.guardPlaces(ctx, &draft, surveyed{}); err != nil {
		return err
	}
	if err := j.wrote(j.journal.Resumed(run.StageAdd, j.person)); err != nil {
		return err
	}
	return j.send(ctx, requests, len(r.Requests), surveyed{})
}

// requestsOf are the requests of a run with the rows that an action sends.
func requestsOf(r *run.Run, action run.Action) []*request {
	rows := make([][]int, len(r.Requests)+1)
	for _, row := range r.Rows(action) {
		number := r.Lines[row].Request
		rows[number] = append(rows[number], row)
	}
	var all []*request
	for i := range r.Requests {
		if left := rows[r.Requests[i].Number]; len(left) > 0 {
			all = append(all, newRequest(r.Requests[i], left))
		}
	}
	return all
}

// takeUp opens an earlier run, finds out what is not known, and does the rest of
// the action if rows are left that it is for; nil does no more. A run with nothing
// to do is returned as it is.
func (s *Service) takeUp(ctx context.Context, id string, action run.Action, work run.Work, rest func(context.Context, *job) error) (run.Run, error) {
	journal, err := s.journals.Open(id)
	if err != nil {
		return run.Run{}, err
	}
	r := journal.Run()
	if err := r.May(action); err != nil {
		return run.Run{}, firstOf(err, journal.Close())
	}
	if len(r.Unknown())+len(r.Rows(action)) == 0 {
		if r.Ended.IsZero() {
			return s.newJob(journal, r.Lines, work).end(nil)
		}
		return r, journal.Close()
	}
	person, err := s.guardAccount(ctx, &r.Draft, rest != nil)
	if err != nil {
		return r, firstOf(err, journal.Close())
	}
	j := s.newJob(journal, r.Lines, work)
	j.person = person
	return j.end(j.caught(func() error { return j.carryOn(j.hearing(ctx), &r, action, rest) }))
}

// carryOn settles and then does the rest of an action.
func (j *job) carryOn(ctx context.Context, r *run.Run, action run.Action, rest func(context.Context, *job) error) error {
	if err := j.wrote(j.journal.Resumed(run.StageSettle, j.person)); err != nil {
		return err
	}
	if err := j.settleOpen(ctx, r); err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return explain(err)
	}
	now := j.journal.Run()
	if rest == nil || len(now.Rows(action)) == 0 {
		return nil
	}
	return rest(ctx, j)
}

// stillListed is the error of changes that Webex has taken and does not show.
func stillListed(count int, again fault.Words) error {
	return &fault.Error{
		Kind: fault.Failing,
		What: fault.Say("fates.stilllisted", "Numbers", count),
		Next: again,
	}
}
