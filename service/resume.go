package service

import (
	"context"
	"fmt"
	"slices"

	"numberloader/internal/fault"
	"numberloader/internal/run"
)

// Resume goes on with an earlier run: it first finds out by reading what is not
// known, and then sends what is left. A run with nothing left, or one that was
// undone, is returned as it is. Before anything is done it refuses another
// organization than the run's, and who may not add numbers; before anything is
// sent, what Submit refuses. Errors and progress are those of Submit, and those of
// the journal's Open.
func (s *Service) Resume(ctx context.Context, id string, work run.Work) (run.Run, error) {
	return s.goOn(ctx, id, work, run.NotSent)
}

// Retry is Resume, and sends rows again that Webex refused.
func (s *Service) Retry(ctx context.Context, id string, work run.Work) (run.Run, error) {
	return s.goOn(ctx, id, work, run.NotSent, run.Refused)
}

// Settle only finds out by reading what is not known of an earlier run, which
// whoever may read the numbers can do. Errors are those of Resume.
func (s *Service) Settle(ctx context.Context, id string, work run.Work) (run.Run, error) {
	return s.takeUp(ctx, id, work, func(*run.Run) bool { return false }, nil)
}

// goOn settles an earlier run and sends its rows with these outcomes.
func (s *Service) goOn(ctx context.Context, id string, work run.Work, again ...run.Outcome) (run.Run, error) {
	left := func(r *run.Run) bool {
		return r.State != run.Undone && len(leftOf(r, again)) > 0
	}
	return s.takeUp(ctx, id, work, left, func(ctx context.Context, j *job) error {
		r := j.journal.Run()
		requests := leftOf(&r, again)
		if len(requests) == 0 {
			return nil
		}
		draft := r.Draft
		draft.Requests = draft.Requests[:0:0]
		for _, one := range requests {
			draft.Requests = append(draft.Requests, one.Request)
		}
		var err error
		if j.names, err = s.guardPlaces(ctx, &draft); err != nil {
			return err
		}
		if err := j.wrote(j.journal.Resumed(run.StageAdd, j.person)); err != nil {
			return err
		}
		return j.send(ctx, requests, len(r.Requests))
	})
}

// leftOf are the requests of a run with the rows that have these outcomes.
func leftOf(r *run.Run, outcomes []run.Outcome) []*request {
	var all []*request
	for i := range r.Requests {
		var rows []int
		for _, row := range r.Requests[i].Rows {
			if slices.Contains(outcomes, r.Lines[row].Result.Outcome) {
				rows = append(rows, row)
			}
		}
		if len(rows) > 0 {
			all = append(all, newRequest(r.Requests[i], rows))
		}
	}
	return all
}

// takeUp opens an earlier run, finds out what is not known, and does the rest of
// the work if it is wanted; nil changes nothing. A run with nothing to do is
// returned as it is.
func (s *Service) takeUp(ctx context.Context, id string, work run.Work, wanted func(*run.Run) bool, rest func(context.Context, *job) error) (run.Run, error) {
	journal, err := s.journals.Open(id)
	if err != nil {
		return run.Run{}, err
	}
	r := journal.Run()
	if len(unknownRows(&r)) == 0 && !wanted(&r) {
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
	return j.end(j.carryOn(ctx, &r, wanted, rest))
}

// carryOn settles and then does the rest of the work.
func (j *job) carryOn(ctx context.Context, r *run.Run, wanted func(*run.Run) bool, rest func(context.Context, *job) error) error {
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
	if !wanted(&now) {
		return nil
	}
	return rest(ctx, j)
}

// unknownRows are the rows of requests that are not known.
func unknownRows(r *run.Run) []int {
	var rows []int
	for i := range r.Lines {
		if r.Lines[i].Request > 0 && r.Lines[i].Result.Outcome == run.NotKnown {
			rows = append(rows, i)
		}
	}
	return rows
}

// stillListed is the error of changes that Webex has taken and does not show.
func stillListed(count int, again string) error {
	return &fault.Error{
		Kind: fault.Failing,
		What: fmt.Sprintf("Webex took the changes, but its list of numbers does not show them yet for %d of the numbers.", count),
		Next: again,
	}
}
