package service

import (
	"context"

	"numberloader/internal/fault"
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
	return s.takeUp(ctx, id, run.ActionActivate, work, func(ctx context.Context, j *job) error {
		return j.change(ctx, change{
			to: run.StageActivate, action: run.ActionActivate, size: activateSize, done: run.Activated, undone: run.NotActivated,
			call: s.api.ActivateNumbers, stays: j.needsNone, again: fault.Say("fates.activate.again"), surely: true,
			shows: func(v view, here bool) bool { return here && v.active },
		})
	})
}

// needsNone ends a row that can't be activated or is active already.
func (j *job) needsNone(p *site, v view) (result run.Result, ends bool) {
	a := reply{ended: j.service.settings.Now()}
	switch {
	case !v.ok || !v.isIn(p.id):
		return a.result(run.NotActivated, goneMeanwhile(p.name)), true
	case v.active:
		return a.result(run.Activated, run.Because(fault.Say("fates.activate.already"), fault.Words{})), true
	}
	return run.Result{}, false
}
