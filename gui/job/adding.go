package job

import (
	"context"
	"slices"

	background "numberloader/gui/run"
	"numberloader/internal/number"
	"numberloader/internal/plan"
	"numberloader/internal/review"
	"numberloader/internal/run"
)

// Preflight is what is asked of the organization before adding.
type Preflight struct {
	Checking bool
	Done     bool
	Err      error // why it could not be asked
}

// submission is the adding under way.
type submission struct {
	requests []plan.Request
	stop     context.CancelFunc
	stopping bool
	trouble  error
}

// Prepare asks the organization what must be known before adding, and judges
// the rows with it.
func (j *Job) Prepare() {
	now := j.organization.now
	if now == nil || !j.Reviewed() || j.Adding() {
		return
	}
	j.preflight, j.submission.trouble = Preflight{Checking: true}, nil
	rows := j.rows
	background.Replace(j.surveying, func(ctx context.Context) (review.Known, error) {
		return now.organization.Survey(ctx, rows)
	}, func(known review.Known, err error) {
		if now != j.organization.now {
			return
		}
		if err != nil {
			j.preflight = Preflight{Err: err}
			j.events.Changed()
			return
		}
		j.organization.known = known
		j.judge(func() {
			j.preflight = Preflight{Done: true}
			j.events.Changed()
			// A location may have been chosen while others were asked about.
			j.askMissing()
		})
	})
	j.events.Changed()
}

// askMissing asks the organization as soon as the rows need what nobody asked
// yet, so that the grid shows it while the user works. After a failure only
// Prepare asks again.
func (j *Job) askMissing() {
	if j.organization.now != nil && !j.preflight.Checking && j.preflight.Err == nil && j.lacksKnowledge() {
		j.Prepare()
	}
}

// lacksKnowledge says that the numbers of the organization, or how the calls of a
// location of the plan come in, were not asked yet.
func (j *Job) lacksKnowledge() bool {
	known := j.organization.known
	if known.Existing == nil {
		return true
	}
	notAsked := map[string]bool{}
	for _, l := range known.Locations {
		if l.PSTN == number.PSTNNotAsked {
			notAsked[l.ID] = true
		}
	}
	return slices.ContainsFunc(j.requests, func(r plan.Request) bool { return notAsked[r.Group.LocationID] })
}

// CancelPrepare stops asking.
func (j *Job) CancelPrepare() {
	if j.preflight.Checking {
		j.surveying.Cancel()
	}
}

// Preflight is how far the asking is.
func (j *Job) Preflight() Preflight { return j.preflight }

// Add adds the numbers of the plan. It does nothing unless the preflight is done
// and the plan has requests.
func (j *Job) Add() {
	now := j.organization.now
	if now == nil || !j.preflight.Done || len(j.requests) == 0 || j.Adding() {
		return
	}
	draft := run.NewDraft(j.file.table, j.rows, j.requests, now.Account.Organization)
	draft.Person, draft.Program = now.Account.Person, j.services.Version
	report := background.Forward(j.loop, j.events.Progress)
	stop, ok := background.Start(j.adding, func(ctx context.Context) (run.Run, error) {
		return now.organization.Submit(ctx, draft, report)
	}, j.ended)
	if ok {
		j.submission = submission{requests: draft.Requests, stop: stop}
		j.events.Changed()
	}
}

// Sending are the requests that are being sent, over the lines of the run.
func (j *Job) Sending() []plan.Request { return j.submission.requests }

// Stop finishes the request under way and leaves the rest not sent.
func (j *Job) Stop() {
	if j.Adding() && !j.submission.stopping {
		j.submission.stopping = true
		j.submission.stop()
		j.events.Changed()
	}
}

// Adding says that numbers are being added.
func (j *Job) Adding() bool { return j.adding.Busy() }

// Stopping says that the adding ends with the request under way.
func (j *Job) Stopping() bool { return j.Adding() && j.submission.stopping }

// AddTrouble is why adding was refused before anything was sent, or nil.
func (j *Job) AddTrouble() error { return j.submission.trouble }

func (j *Job) ended(r run.Run, err error) {
	j.submission = submission{}
	if r.ID == "" {
		j.submission.trouble = err
	} else {
		j.result = newResult(r, err)
		j.shown = j.result
		j.SaveBeside()
	}
	// What is there has changed: the organization is asked again before more
	// is added.
	j.preflight = Preflight{}
	j.events.Changed()
	j.events.Ended()
}
