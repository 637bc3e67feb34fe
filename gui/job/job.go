// Package job is the flow of the window without a toolkit: a file is read, its
// rows are judged and planned, an organization is asked, and the numbers are
// added. Everything in it belongs to the UI thread; slow work goes through
// gui/run and comes home there.
package job

import (
	"context"
	"time"

	background "numberloader/gui/run"
	"numberloader/internal/number"
	"numberloader/internal/plan"
	"numberloader/internal/review"
	"numberloader/internal/run"
)

// Organization is where numbers can be added: the practice organization, or one
// of Webex. Its errors are *fault.Error.
type Organization interface {
	// Account says who is signed in and where.
	Account(ctx context.Context) (run.Account, error)
	// Locations lists the calling locations; how their calls come in may not
	// have been asked yet.
	Locations(ctx context.Context) ([]number.Location, error)
	// Survey reads what must be known before the rows can be judged for good.
	Survey(ctx context.Context, rows []number.Row) (review.Known, error)
	// Submit adds the numbers of a draft. A run without an ID means that
	// nothing was written down and nothing sent. When ctx ends, the request
	// under way is finished. progress is called from the work's goroutine.
	Submit(ctx context.Context, draft run.Draft, progress func(run.Progress)) (run.Run, error)
	Close() error
}

// Services are what the flow needs from outside. All are required; all but
// SignOut are called in the background.
type Services struct {
	Version string // of the program, for drafts
	// Read reads a file.
	Read func(ctx context.Context, path string, layout number.Layout, progress func(number.Progress)) (*number.Table, error)
	// Sample writes the sample spreadsheet to a file and returns its path.
	Sample func() (path string, err error)
	// Practice starts the practice organization.
	Practice func(ctx context.Context) (Organization, error)
	// SignIn checks a token and then keeps it. kept is false if the computer
	// has no keychain, so that the token is lost with the program.
	SignIn func(ctx context.Context, token string) (organization Organization, kept bool, err error)
	// Restore signs in with the token that was kept.
	Restore func(ctx context.Context) (Organization, error)
	// SignOut forgets the token.
	SignOut func() error
	// ResultsPath is a free name for the results of a source file.
	ResultsPath func(source string, started time.Time) (string, error)
	// SaveResults writes a workbook, over an existing file only with replace.
	SaveResults func(path string, r run.Run, replace bool) error
	// Load reads a run of the history.
	Load func(id string) (run.Run, error)
}

// Events are told on the UI thread. All are required.
type Events struct {
	// Changed says that anything may look different now.
	Changed func()
	// Opened says that a file was opened and its rows judged.
	Opened func()
	// Progress says how far adding has come, several steps at a time.
	Progress func(steps []run.Progress)
	// Ended says that adding is over: there is a result, or it was refused
	// before anything was sent.
	Ended func()
}

// Job is the state of the flow. Use New.
type Job struct {
	services Services
	events   Events
	loop     *background.Loop

	reading    *background.Latest
	judging    *background.Latest
	connecting *background.Latest
	checking   *background.Latest // a token
	surveying  *background.Latest
	adding     *background.Lane

	file    file
	choices choices
	judged
	limits       plan.Limits
	judgement    int
	afterwards   []func() // what waits for the next judgement
	organization organization
	preflight    Preflight
	submission   submission
	result       *Result // of the open file
	shown        *Result // that, or a run of the history
}

// New returns a flow in which nothing is open and no organization connected.
func New(loop *background.Loop, services Services, events Events) *Job {
	return &Job{
		services: services, events: events, loop: loop,
		reading: loop.Latest(), judging: loop.Latest(), connecting: loop.Latest(),
		checking: loop.Latest(), surveying: loop.Latest(), adding: loop.Lane(),
		limits: plan.Webex(),
	}
}

// Rows are the rows of the file as they were judged and planned. They must not
// be changed; a new review makes new ones.
func (j *Job) Rows() []number.Row { return j.rows }

// Requests is the plan.
func (j *Job) Requests() []plan.Request { return j.requests }

// Limits are the limits of the plan.
func (j *Job) Limits() plan.Limits { return j.limits }

// Judgement numbers the reviews: it grows whenever Rows and Requests are new.
func (j *Job) Judgement() int { return j.judgement }

// Counts says how many rows are what.
func (j *Job) Counts() review.Counts { return j.counts }

// Suggestions is how many problems have a suggestion that would mend them.
func (j *Job) Suggestions() int { return j.suggestions }

// judged are rows and their plan, and what is counted of them in the background,
// since there may be a million.
type judged struct {
	done        bool
	rows        []number.Row
	requests    []plan.Request
	counts      review.Counts
	suggestions int
}

func summarize(rows []number.Row, requests []plan.Request) judged {
	sum := judged{done: true, rows: rows, requests: requests, counts: review.Count(rows)}
	for i := range rows {
		if rows[i].Level == number.LevelProblem && rows[i].Suggestion != "" {
			sum.suggestions++
		}
	}
	return sum
}

// judge reviews the rows of the open file with the choices and with what is
// known of the organization, and plans them. then is called when that is done,
// also if it is a later review that comes home first; it may be nil.
func (j *Job) judge(then func()) {
	judge, limits := j.file.review, j.limits
	if judge == nil {
		return
	}
	if then != nil {
		j.afterwards = append(j.afterwards, then)
	}
	now, known := j.choices.now, j.organization.known
	background.Replace(j.judging, func(ctx context.Context) (judged, error) {
		rows, err := judge.Rows(ctx, now.Settings, known, now.Decisions)
		if err != nil {
			return judged{}, err
		}
		return summarize(rows, plan.Build(rows, limits)), nil
	}, func(got judged, err error) {
		if err != nil || judge != j.file.review {
			return
		}
		j.take(got)
		afterwards := j.afterwards
		j.afterwards = nil
		j.events.Changed()
		for _, then := range afterwards {
			then()
		}
	})
}

// take makes a judgement the one that is shown.
func (j *Job) take(got judged) {
	j.judged = got
	j.judgement++
}
