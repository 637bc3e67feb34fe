package flow

import (
	"numberloader/gui/decisions"
	"numberloader/gui/work"
	"numberloader/internal/fault"
	"numberloader/internal/phrase"
	"numberloader/internal/review"
	"numberloader/internal/run"
)

// approval is what the user saw of what goes.
type approval struct {
	reviewed decisions.Shown  // by Review, when it was left
	asked    decisions.Shown  // by the question before adding
	in       run.Organization // that the question named
}

// Reviewing says that Review is shown, so that nothing can be added before it is left.
// It tells what there is to add now, after earlier work on runs.
func (f *Flow) Reviewing() {
	f.seen = approval{}
	f.Survey.AskMissing()
}

// Reviewed says that Review is left, which shows what goes now. Nothing else can
// be added before it is shown there.
func (f *Flow) Reviewed() {
	f.seen.reviewed = f.Judging.Show()
}

// Ask says that the user is asked whether to add what goes now. The error, a
// *fault.Error of kind PlanChanged, names the rows that Review showed otherwise.
func (f *Flow) Ask() error {
	f.seen.asked = f.Judging.Show()
	account, _ := f.Connection.Account()
	f.seen.in = account.Organization
	return changed(f.seen.reviewed.Unshown(f.seen.asked))
}

// Add adds the numbers that the user was asked about. It does nothing unless the
// preflight is done and there are numbers to add. If anything but what was shown
// would be sent, nothing is, and the error names the rows as that of Ask does.
func (f *Flow) Add() error {
	account, connected := f.Connection.Account()
	plan := f.Judging.Plan()
	if !connected || !f.Survey.Preflight().Done || len(plan.Requests) == 0 {
		return nil
	}
	if err := f.approved(account.Organization); err != nil {
		return err
	}
	draft := run.NewDraft(review.Located(f.File.Table(), f.known().Locations), plan, account.Organization)
	draft.Person, draft.Program = account.Person, f.version
	f.Work.Add(draft)
	return nil
}

// approved compares what goes now, and where, with what the user saw.
func (f *Flow) approved(in run.Organization) error {
	now := f.Judging.Show()
	if err := changed(f.seen.reviewed.Unshown(now)); err != nil {
		return err
	}
	if err := changed(f.seen.asked.Changed(now)); err != nil {
		return err
	}
	if !work.Same(in, f.seen.in) {
		return &fault.Error{Kind: fault.PlanChanged, What: fault.Say("flow.elsewhere")}
	}
	return nil
}

// changed is the error about places that do not go as they were shown, nil without
// any.
func changed(places []string) error {
	const most = 5 // that are named
	if len(places) == 0 {
		return nil
	}
	what := fault.Say("flow.changed", "Count", len(places), "Places", phrase.List(places[:min(most, len(places))]))
	if more := len(places) - most; more > 0 {
		what = fault.Say("flow.changedmore", "Count", more, "Places", phrase.Commas(places[:most]))
	}
	return &fault.Error{Kind: fault.PlanChanged, What: what}
}
