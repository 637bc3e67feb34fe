package cli

import (
	"context"
	"strings"
	"time"

	"numberloader/cli/outcomes"
	"numberloader/internal/fault"
	"numberloader/internal/number"
	"numberloader/internal/run"
)

// errRefused is the end of a fake sign-in with another integration.
var errRefused = &fault.Error{Kind: fault.NotAllowed, What: fault.Quote("The integration is not known.")}

// Resume finds out by reading that numbers that end in 8 are there, all but those
// that end in 88, and adds what is left.
func (o *organization) Resume(_ context.Context, id string, work run.Work) (run.Run, error) {
	settle := o.pass(run.StageSettle, func(_ *run.Run, line *run.Line) (run.Result, bool) {
		result := run.Result{Outcome: run.Added, Why: run.Quoted("It was found in Webex.", "")}
		if strings.HasSuffix(line.Row.Number.String(), "88") {
			result = run.Result{}
		}
		return result, line.Result.Outcome == run.NotKnown
	})
	add := o.pass(run.StageAdd, func(r *run.Run, line *run.Line) (run.Result, bool) {
		return run.Result{Outcome: run.Added, HTTPStatus: 201, TrackingID: "ROUTER-2"}, outcomes.Adding().Open(r, line)
	})
	return o.carry(id, work, settle, add)
}

// Undo removes numbers, except those that end in 7 (left alone) and 6 (could not).
func (o *organization) Undo(_ context.Context, id string, work run.Work) (run.Run, error) {
	return o.carry(id, work, o.pass(run.StageRemove, func(r *run.Run, line *run.Line) (run.Result, bool) {
		result := run.Result{Outcome: run.Removed, HTTPStatus: 204, TrackingID: "ROUTER-3"}
		switch digits := line.Row.Number.String(); {
		case strings.HasSuffix(digits, "7"):
			result = run.Result{Outcome: run.Kept, Why: run.Quoted("Somebody uses it.", "")}
		case strings.HasSuffix(digits, "6"):
			result = run.Result{Outcome: run.NotRemoved, HTTPStatus: 400, Why: run.Quoted("Webex did not remove it.", ""), TrackingID: "ROUTER-3"}
		}
		return result, outcomes.Undoing().Open(r, line)
	}))
}

// Activate activates numbers, except those that end in 6.
func (o *organization) Activate(_ context.Context, id string, work run.Work) (run.Run, error) {
	return o.carry(id, work, o.pass(run.StageActivate, func(r *run.Run, line *run.Line) (run.Result, bool) {
		result := run.Result{Outcome: run.Activated, HTTPStatus: 204, TrackingID: "ROUTER-4"}
		if strings.HasSuffix(line.Row.Number.String(), "6") {
			result = run.Result{Outcome: run.NotActivated, HTTPStatus: 400, Why: run.Quoted("Webex did not activate it.", "")}
		}
		return result, outcomes.Activating().Open(r, line)
	}))
}

// pass is work on one row after the other; each is a request.
func (o *organization) pass(stage run.Stage, next func(*run.Run, *run.Line) (run.Result, bool)) func(*run.Run, run.Work) bool {
	return func(r *run.Run, work run.Work) bool {
		if stage != run.StageSettle {
			r.Stage = stage
		}
		for i := range r.Lines {
			result, due := next(r, &r.Lines[i])
			if !due {
				continue
			}
			if o.w.stopAfter == 0 && o.w.stopErr != nil {
				return false
			}
			o.w.stopAfter--
			work.Progress(run.Progress{Run: r.ID, Stage: stage, Wait: time.Second})
			r.Lines[i].Result = result
			work.Progress(run.Progress{Run: r.ID, Stage: stage, Answered: true, Lines: []run.Update{{Line: i, Result: result}}})
		}
		return true
	}
}

func (o *organization) carry(id string, work run.Work, passes ...func(*run.Run, run.Work) bool) (run.Run, error) {
	o.w.work = work
	if o.w.workErr != nil {
		return run.Run{}, o.w.workErr
	}
	r, err := o.w.Load(id)
	if err != nil {
		return r, err
	}
	if !sameOrganization(r.Organization, o.is) {
		return run.Run{}, &fault.Error{Kind: fault.NotAllowed}
	}
	r.State = run.Finished
	for _, pass := range passes {
		if !pass(&r, work) {
			r.State = run.Unfinished
			o.w.runs[id] = r
			return r, o.w.stopErr
		}
	}
	if counts := run.Count(r.Lines); counts[run.Removed] > 0 && counts[run.NotRemoved] == 0 {
		r.State = run.Undone
	}
	r.Ended = r.Started.Add(time.Minute)
	o.w.runs[id] = r
	return r, nil
}

// signIn is a sign-in with the integration "client" and "secret".
type signIn struct {
	kept     string // client ID of the integration
	keychain bool
	signedIn bool
}

func (w *world) integration() (string, bool) { return w.signIn.kept, w.signIn.kept != "" }

func (w *world) device(ctx context.Context, id, secret string, show func(code, address string)) (Organization, bool, error) {
	if id+secret != "clientsecret" && w.signIn.kept == "" {
		return nil, false, errRefused
	}
	show("123-456", "https://login.example/verify")
	w.signIn.signedIn = w.signIn.keychain
	if w.signIn.keychain {
		w.signIn.kept = "client"
	}
	org, err := w.connect(ctx, false, "")
	return org, w.signIn.keychain, err
}

func (w *world) organizations(context.Context) ([]run.Organization, error) {
	return w.customers, w.surveyErr
}

func (w *world) signOut() error {
	w.signIn = signIn{keychain: w.signIn.keychain}
	return w.saveErr
}

func (w *world) readSecret(ctx context.Context) (string, error) { return "secret\n", ctx.Err() }

// There says of numbers that the organization has where they are; those that end in 1
// are active.
func (o *organization) There(_ context.Context, rows []*number.Row) ([]number.Held, error) {
	all := make([]number.Held, len(rows))
	for i, row := range rows {
		if at, ok := o.w.existing[row.Number]; ok && at.Location.ID == row.LocationID() {
			all[i] = number.Held{Number: row.Number, State: number.StateInactive}
			if strings.HasSuffix(row.Number.String(), "1") {
				all[i].State = number.StateActive
			}
		}
	}
	return all, nil
}

// ActivateList makes a run of the draft and activates as Activate does.
func (o *organization) ActivateList(ctx context.Context, draft run.Draft, work run.Work) (run.Run, error) {
	const id = "20261123-141205-1157"
	o.w.runs[id] = run.Run{ID: id, Draft: draft, Started: started}
	return o.Activate(ctx, id, work)
}
