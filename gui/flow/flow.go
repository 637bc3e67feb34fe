// Package flow joins the parts of what the window does, without a toolkit: a file
// is read, its rows are decided about, judged and planned, an organization is
// asked, and the numbers are added. It says what one part needs of another, and
// which parts go on when something happened in one; all else is in the parts.
// Everything in it belongs to the UI thread.
package flow

import (
	"context"

	"numberloader/gui/background"
	"numberloader/gui/connection"
	"numberloader/gui/decisions"
	"numberloader/gui/file"
	"numberloader/gui/work"
	"numberloader/internal/number"
	"numberloader/internal/plan"
	"numberloader/internal/review"
	"numberloader/internal/run"
)

// Services are what the flow needs from outside. All are required, and called in
// the background.
type Services struct {
	file.Services
	work.Files
	connection.SignIns

	Version string // of the program, for drafts
	// Practice starts the practice organization.
	Practice func(ctx context.Context) (connection.Organization, error)
	// Drafts keep what the user decided; nil keeps nothing.
	Drafts decisions.Drafts
}

// Events are told on the UI thread. All are required.
type Events struct {
	// Changed says that anything may look different now.
	Changed func()
	// Opened says that a file was opened and its rows judged.
	Opened func()
	// Returned says that problem rows of the open list came back, which the user is asked
	// about.
	Returned func(back Returned)
	// Progress says how far the work on a run has come, several steps at a time.
	Progress func(steps []run.Progress)
	// Ended says that the work on a run is over: there is a result, or it was
	// refused, for the reason told, before anything was done.
	Ended func(refused error)
}

// Flow is the state of the window, in parts. Use New.
type Flow struct {
	File       *file.File
	Questions  *file.Questions
	Decisions  *decisions.Decisions
	Judging    *decisions.Judging
	Connection *connection.Connection
	Signer     *connection.Signer
	Survey     *connection.Survey
	Waiting    *connection.Waiting
	Inventory  *connection.Inventory
	Comparing  *connection.Comparing
	Results    *work.Results
	Work       *work.Work

	version string
	events  Events
	seen    approval
	back    *background.Latest // for what came back of the open list
}

// New returns a flow in which nothing is open and no organization connected.
func New(loop *background.Loop, services Services, events Events) *Flow {
	f := &Flow{version: services.Version, events: events, back: loop.Latest()}
	f.Results = work.NewResults(loop, services.Files, events.Changed)
	f.Work = work.New(loop, f.Results, work.Hooks{
		Place: f.place, Changed: events.Changed, Progress: events.Progress, Touched: f.touched, Ended: events.Ended,
	})
	f.Decisions, f.Judging = decisions.New(loop, services.Drafts, decisions.Hooks{
		Busy: f.Work.Busy, Known: f.known, Judged: f.judged, Changed: events.Changed,
	})
	f.Survey = connection.NewSurvey(loop, f.Judging, connection.SurveyHooks{Ready: f.ready, Changed: events.Changed})
	f.Waiting = connection.NewWaiting(loop, f.Judging, events.Changed)
	f.Inventory = connection.NewInventory(loop, events.Changed)
	f.Comparing = connection.NewComparing(loop, f.Judging, f.Inventory, events.Changed)
	f.File, f.Questions = file.New(loop, services.Services, listed{f.Decisions, f}, file.Hooks{
		Busy: f.Work.Busy, Opened: f.opened, Changed: events.Changed, Returned: f.returned,
	})
	f.Connection = connection.New(loop, services.Practice, services.Restore, connection.Hooks{
		Busy: f.Work.Busy, Connected: f.connected, Changed: events.Changed,
	})
	f.Signer = connection.NewSigner(loop, f.Connection, services.SignIns, connection.SignerHooks{
		Allows: f.Work.Allows, Changed: events.Changed,
	})
	return f
}

// SetUsual sets what holds where nothing else was said: the country of numbers without a
// country code (ISO 3166 alpha-2, "" asks for each file), and how many numbers go into a
// request. An open file follows at once.
func (f *Flow) SetUsual(country string, limits plan.Limits) {
	f.Questions.SetUsualCountry(country)
	f.Judging.SetLimits(limits)
}

// ready reports whether there are rows that the organization can be asked about.
func (f *Flow) ready() bool { return f.Questions.Settled() && !f.Work.Busy() }

func (f *Flow) known() review.Known { return f.Survey.Known() }

func (f *Flow) place() (work.Place, bool) { return f.Connection.Place() }

// judged asks for what the rows need since they were judged.
func (f *Flow) judged() { f.Survey.AskMissing() }

// touched says that what was read of the organization may no longer hold.
func (f *Flow) touched() {
	f.Survey.Outdate()
	f.Inventory.Forget()
}

func (f *Flow) opened() {
	f.events.Opened()
	f.Survey.AskMissing()
}

// connected judges the rows for another organization. While it is in doubt where
// they are, what may be chosen instead is looked at again.
func (f *Flow) connected(s *connection.Session) {
	f.Survey.Begin(s)
	f.Waiting.Begin(s)
	f.Inventory.Begin(s)
	if f.Judging.Possible() {
		f.Judging.Judge(f.Survey.AskMissing)
	} else {
		f.Questions.Look()
	}
	f.Work.Connected()
}

// listed is what is made of the rows of the open file.
type listed struct {
	*decisions.Decisions

	flow *Flow
}

func (l listed) Reset(settings review.Settings) {
	l.Decisions.Reset(settings)
	l.flow.Survey.Reset()
	l.flow.Waiting.Forget()
	l.flow.Results.Reset()
	l.flow.seen = approval{}
}

func (l listed) Judge(table *number.Table, then func()) {
	l.Open(table)
	l.flow.Judging.Judge(then)
}

func (l listed) Countryless() int    { return l.flow.Judging.Countryless() }
func (l listed) Known() review.Known { return l.flow.known() }
