// Package job is the flow of the window without a toolkit: a file is read, its
// rows are judged and planned, an organization is asked, and the numbers are
// added. Everything in it belongs to the UI thread; slow work goes through
// gui/background and comes home there.
package job

import (
	"context"
	"time"

	"numberloader/gui/background"
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
	Changer
	Close() error
}

// Services are what the flow needs from outside. All are required, and called in
// the background.
type Services struct {
	SignIns

	Version string // of the program, for drafts
	// Read reads a file.
	Read func(ctx context.Context, path string, layout number.Layout, progress func(number.Progress)) (*number.Table, error)
	// Recall is what was chosen about earlier files, by a key that Job makes up.
	Recall func(key string) (Answers, bool)
	// Remember keeps what was chosen. It has told already if that failed.
	Remember func(key string, answers Answers)
	// Sample writes the sample spreadsheet to a file and returns its path.
	Sample func() (path string, err error)
	// Practice starts the practice organization.
	Practice func(ctx context.Context) (Organization, error)
	// ResultsPath is a free name for the results of a source file.
	ResultsPath func(source string, started time.Time) (string, error)
	// SaveResults writes a workbook, over an existing file only with replace.
	SaveResults func(path string, r run.Run, replace bool) error
	// Drafts keep what the user decided; nil keeps nothing.
	Drafts Drafts
	// Load reads a run of the history.
	Load func(id string) (run.Run, error)
}

// Events are told on the UI thread. All are required.
type Events struct {
	// Changed says that anything may look different now.
	Changed func()
	// Opened says that a file was opened and its rows judged.
	Opened func()
	// Progress says how far the work on a run has come, several steps at a time.
	Progress func(steps []run.Progress)
	// Ended says that the work on a run is over: there is a result, or it was
	// refused before anything was done.
	Ended func()
}

// Job is the state of the flow. Use New.
type Job struct {
	services Services
	events   Events
	loop     *background.Loop

	reading    *background.Latest
	previewing *background.Latest
	judging    *background.Latest
	searching  *background.Latest // for the country of the numbers
	connecting *background.Latest
	checking   *background.Latest // a token
	surveying  *background.Latest
	loading    *background.Latest // a run of the history
	adding     *background.Lane

	file    file
	choices choices
	judged
	limits       plan.Limits
	judgement    int
	afterwards   []func() // what waits for the next judgement
	underWay     bool     // a judgement of all rows is
	recent       [][]int  // the rows that changed in each of the last judgements
	keeping      keeping
	organization organization
	preflight    Preflight
	submission   submission
	begun        int     // how often work on a run has begun
	result       *Result // of the open file
	shown        *Result // that, or a run of the history
}

// New returns a flow in which nothing is open and no organization connected.
func New(loop *background.Loop, services Services, events Events) *Job {
	return &Job{
		services: services, events: events, loop: loop,
		reading: loop.Latest(), previewing: loop.Latest(), judging: loop.Latest(), searching: loop.Latest(),
		connecting: loop.Latest(), checking: loop.Latest(), surveying: loop.Latest(), loading: loop.Latest(), adding: loop.Lane(),
		limits: plan.Webex(),
	}
}

// Rows are the rows of the file as they were judged and planned. They must not
// be changed; a new review makes new ones.
func (j *Job) Rows() []number.Row { return j.rows }

// Requests is the plan.
func (j *Job) Requests() []plan.Request { return j.requests }

// Judgement numbers the reviews: it grows whenever Rows and Requests are new.
func (j *Job) Judgement() int { return j.judgement }

// Counts says how many rows are what.
func (j *Job) Counts() review.Counts { return j.Tally.Counts }

// Suggestions is how many problems have a suggestion that would mend them.
func (j *Job) Suggestions() int { return j.Tally.Suggestions }
