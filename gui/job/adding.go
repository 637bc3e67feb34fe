package job

import (
	"context"
	"slices"

	"numberloader/gui/background"
	"numberloader/internal/fault"
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

// submission is the work on a run that is under way, or held because the sign-in
// ended in the middle of it.
type submission struct {
	deed     run.Action
	id       string // of the run, "" before there is one
	own      bool   // it is the run of the open file
	requests []plan.Request
	pause    *run.Pause
	stop     context.CancelFunc
	stopping bool
	held     *Result // as far as it came when the sign-in ended
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
	rows, giveBack := j.rows, j.Lend()
	background.Replace(j.surveying, func(ctx context.Context) (review.Known, error) {
		defer giveBack()
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
	j.begin(submission{deed: run.ActionAdd, own: true, requests: draft.Requests}, func(ctx context.Context, work run.Work) (run.Run, error) {
		return now.organization.Submit(ctx, draft, work)
	})
}

// Again does something with the run that is shown. It does nothing while other
// work is under way, if the deed does not apply, or if another organization than
// the run's is connected.
func (j *Job) Again(d run.Action) {
	if j.shown == nil || j.Adding() || j.shown.Chances[d] == 0 || !j.ConnectedTo(j.shown.Run.Organization) {
		return
	}
	r := j.shown.Run
	j.goOn(submission{deed: d, id: r.ID, own: j.shown == j.result, requests: concerned(d, r)})
}

// goOn carries out a deed on a run that is there.
func (j *Job) goOn(s submission) {
	do := carriedOut(s.deed, j.organization.now.organization)
	j.begin(s, func(ctx context.Context, work run.Work) (run.Run, error) { return do(ctx, s.id, work) })
}

// begin starts the work on a run.
func (j *Job) begin(s submission, do func(context.Context, run.Work) (run.Run, error)) {
	s.pause = new(run.Pause)
	work := run.Work{Pause: s.pause, Progress: background.Forward(j.loop, j.events.Progress)}
	stop, ok := background.Start(j.adding, func(ctx context.Context) (run.Run, error) { return do(ctx, work) }, j.ended)
	if ok {
		s.stop = stop
		j.begun++
		j.submission = s
		j.events.Changed()
	}
}

// Doing is what is done with a run now.
func (j *Job) Doing() run.Action { return j.submission.deed }

// Sending are the requests of the work under way, over the lines of the run.
// Those that only the organization knows have no numbers.
func (j *Job) Sending() []plan.Request { return j.submission.requests }

// Pause holds the work before its next request.
func (j *Job) Pause() { j.hold(true) }

// Continue lets the work go on after a pause.
func (j *Job) Continue() { j.hold(false) }

func (j *Job) hold(on bool) {
	if !j.adding.Busy() || j.submission.stopping {
		return
	}
	if on {
		j.submission.pause.Hold()
	} else {
		j.submission.pause.Release()
	}
	j.events.Changed()
}

// Paused says that the work does not begin another request.
func (j *Job) Paused() bool {
	return j.adding.Busy() && !j.submission.stopping && j.submission.pause.Held()
}

// Stop finishes the requests under way and leaves the rest as it is. Work that is
// held because the sign-in ended is over with that.
func (j *Job) Stop() {
	switch {
	case j.submission.held != nil:
		held := j.submission
		j.submission = submission{}
		j.conclude(held.held, held.own)
		j.over()
	case j.adding.Busy() && !j.submission.stopping:
		j.submission.stopping = true
		j.submission.stop()
		j.events.Changed()
	}
}

// Adding says that the work on a run is under way, or held because the sign-in
// ended.
func (j *Job) Adding() bool { return j.adding.Busy() || j.submission.held != nil }

// Held is the run whose work waits for a new sign-in, and how far it came. ok is
// false if none does.
func (j *Job) Held() (result Result, ok bool) {
	if j.submission.held == nil {
		return Result{}, false
	}
	return *j.submission.held, true
}

// Stopping says that the work ends with the requests under way.
func (j *Job) Stopping() bool { return j.adding.Busy() && j.submission.stopping }

// AddTrouble is why the work was refused before anything was done, or nil.
func (j *Job) AddTrouble() error { return j.submission.trouble }

func (j *Job) ended(r run.Run, err error) {
	done := j.submission
	j.submission = submission{}
	// What is there has changed: the organization is asked again before more
	// is added.
	j.preflight = Preflight{}
	switch {
	case r.ID == "":
		j.submission.trouble = err
	case fault.KindOf(err) == fault.TokenRefused && !done.stopping:
		j.submission = submission{
			deed: goesOnWith(done.deed), id: r.ID, own: done.own, requests: done.requests, held: newResult(r, err),
		}
		j.events.Changed()
		return
	default:
		j.conclude(newResult(r, err), done.own)
	}
	j.over()
}

// conclude shows what became of a run, in place of how it was before, and saves
// it in a new workbook.
func (j *Job) conclude(result *Result, own bool) {
	j.shown = result
	if own {
		j.result = result
	}
	j.SaveBeside()
}

func (j *Job) over() {
	j.events.Changed()
	j.events.Ended()
}
