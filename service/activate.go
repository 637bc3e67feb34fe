package service

import (
	"context"

	"numberloader/internal/fault"
	"numberloader/internal/number"
	"numberloader/internal/run"
)

// activateSize is how many numbers a request activates. Webex publishes no limit;
// it is as many as a request adds.
const activateSize = 20

// Activate makes the inactive DID and toll-free numbers active that a run has
// added; those that could not be activated before are tried again. Mobile numbers
// become active when they are assigned, and are left alone. It first finds out
// what is not known; an activation that was stopped goes on where it was. A run
// whose undo has begun is refused as by Resume. Errors and progress are those of
// Undo.
func (s *Service) Activate(ctx context.Context, id string, work run.Work) (run.Run, error) {
	return s.takeUp(ctx, id, run.ActionActivate, work, func(ctx context.Context, j *job) error { return j.activate(ctx) })
}

// ActivateList makes inactive numbers active that are in Webex already: the lines in
// the requests of a draft with run.Draft.Activates. It is a run of its own, and goes
// on with Activate where it was stopped. Before anything is written down or sent it
// refuses another organization than the draft's, who may not change numbers, and a
// draft that is none of this kind. Errors and progress are those of Submit.
func (s *Service) ActivateList(ctx context.Context, draft run.Draft, work run.Work) (run.Run, error) {
	if !onlyActivates(&draft) {
		return run.Run{}, &fault.Error{Kind: fault.Usage, What: fault.Say("fates.guard.activates")}
	}
	person, err := s.guardAccount(ctx, &draft, true)
	if err != nil {
		return run.Run{}, err
	}
	j, err := s.begin(ctx, draft, work)
	if err != nil {
		return run.Run{}, err
	}
	j.person = person
	return j.end(j.activate(j.hearing(ctx)))
}

// There says of each row what its number is in the row's location, by one reading of the
// organization's list, and writes nothing. The zero value is a number that is not there. Errors are those of Survey. It is safe for
// several goroutines.
func (s *Service) There(ctx context.Context, rows []*number.Row) ([]number.Held, error) {
	all, err := s.listing(ctx, "")
	if err != nil {
		return nil, lacking(readNumbers, err)
	}
	there := make([]number.Held, len(rows))
	for i, row := range rows {
		if n, ok := all[row.Number]; ok && !row.Number.IsZero() && bare(n.Location.ID) == bare(row.LocationID()) {
			there[i] = n
		}
	}
	return there, nil
}

// onlyActivates reports whether a draft activates numbers and does nothing else: nobody
// could add one of them.
func onlyActivates(draft *run.Draft) bool {
	for i := range draft.Requests {
		group := &draft.Requests[i].Group
		if group.State != number.StateInactive || group.Kind == number.KindMobile {
			return false
		}
		for _, row := range draft.Requests[i].Rows {
			if draft.Lines[row].Result.Outcome != run.AlreadyThere {
				return false
			}
		}
	}
	return draft.Activates && len(draft.Requests) > 0
}

// activate makes the inactive numbers of a run active.
func (j *job) activate(ctx context.Context) error {
	return j.change(ctx, change{
		to: run.StageActivate, action: run.ActionActivate, size: activateSize, done: run.Activated, undone: run.NotActivated,
		call: j.service.api.ActivateNumbers, stays: j.needsNone, again: fault.Say("fates.activate.again"), surely: true,
		shows: func(v view, here bool) bool { return here && v.active() },
	})
}

// needsNone ends a row that can't be activated or is active already.
func (j *job) needsNone(p *site, v view) (result run.Result, ends bool) {
	a := reply{ended: j.service.settings.Now()}
	switch {
	case !v.ok || !v.isIn(p.id):
		return a.result(run.NotActivated, goneMeanwhile(p.name)), true
	case v.active():
		return a.result(run.Activated, run.Because(fault.Say("fates.activate.already"), fault.Words{})), true
	}
	return run.Result{}, false
}
