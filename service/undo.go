package service

import (
	"context"

	"numberloader/internal/fault"
	"numberloader/internal/phrase"
	"numberloader/internal/run"
)

// removeSize is how many numbers a request takes back. "Only 5 numbers can be
// removed per request", says the reference of the call. Several such requests for
// one location at a time are in tests of an SDK against Webex itself.
const removeSize = 5

// Undo takes back what a run has added: the numbers that are still in their
// location, are assigned to nobody and are not its main number. It first finds
// out what is not known; an undo that was stopped goes on where it was. Errors and
// progress are those of Resume. Numbers that Webex still lists after it has taken
// their removal are not known, and the error is then fault.Failing.
func (s *Service) Undo(ctx context.Context, id string, work run.Work) (run.Run, error) {
	return s.takeUp(ctx, id, run.ActionUndo, work, func(ctx context.Context, j *job) error {
		return j.change(ctx, change{
			to: run.StageRemove, action: run.ActionUndo, size: removeSize, together: true, done: run.Removed, undone: run.NotRemoved,
			call: s.api.RemoveNumbers, stays: j.keeps, again: fault.Say("fates.undo.again"),
			shows: func(_ view, here bool) bool { return !here },
		})
	})
}

// keeps says why an undo leaves a row alone; it is not kept if it goes.
func (j *job) keeps(p *site, v view) (result run.Result, kept bool) {
	a := reply{ended: j.service.settings.Now()}
	switch {
	case !v.ok:
		return a.result(run.Kept, goneBefore()), true
	case !v.isIn(p.id):
		return a.result(run.Kept, movedAway(v.Location)), true
	case v.Main:
		return a.result(run.Kept, isMain(p.name)), true
	case !v.Owner.IsNobody():
		return a.result(run.Kept, isAssigned(phrase.Owner(v.Owner))), true
	}
	return run.Result{}, false
}
