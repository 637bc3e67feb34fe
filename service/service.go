// Package service carries out a plan: it connects, surveys the organization
// before anything is sent, adds the numbers with several requests at a time, and
// settles by reading what an answer left open. It goes on with runs that were
// stopped, takes back what a run added, and activates it. It takes plans and not
// files, and knows no window.
package service

import (
	"context"
	"time"

	"numberloader/internal/run"
	"numberloader/service/webex"
)

// API is the part of Webex that the service needs; *webex.Client has it.
type API interface {
	preflightAPI

	Me(ctx context.Context) (webex.Person, error)
	Organization(ctx context.Context, id string) (webex.Organization, error)
	Locations(ctx context.Context) ([]webex.Location, error)
	CallingLocations(ctx context.Context) ([]webex.CallingLocation, error)
	PSTNConnection(ctx context.Context, locationID string) (webex.PSTNConnection, error)
	Numbers(ctx context.Context, locationID string) ([]webex.Number, error)
	NumbersByPage(ctx context.Context, locationID string, take func(webex.NumbersPage)) error
	AddNumbers(ctx context.Context, locationID string, body webex.AddNumbers) (webex.Accepted, error)
	RemoveNumbers(ctx context.Context, locationID string, numbers []string) (webex.Accepted, error)
	ActivateNumbers(ctx context.Context, locationID string, numbers []string) (webex.Accepted, error)
}

// Settings say where the service works, and give it a clock. Now and Sleep are
// required.
type Settings struct {
	// OrgID is the customer organization that a partner works in, "" for the
	// own organization of who is signed in.
	OrgID string
	// Practice says that the service behind the API is the practice
	// organization.
	Practice bool
	Now      func() time.Time
	// Sleep waits, and returns the context's error when it ends first.
	Sleep func(context.Context, time.Duration) error
}

// Service works in one organization. Its reading methods are safe for several
// goroutines; work on a run goes on once at a time, which the journal's lock sees
// to.
type Service struct {
	api      API
	journals Journals
	settings Settings
	survey   lastSurvey
}

// New returns a service. Every argument is required.
func New(api API, journals Journals, s Settings) *Service {
	return &Service{api: api, journals: journals, settings: s}
}

// Journal is where a run is written down; *run.Journal is one. Every method
// that writes, but for Answering, returns after its line is on the disk, and all may be
// called from several goroutines.
type Journal interface {
	// ID is the run's ID, and Run the run as it was written down so far.
	ID() string
	Run() run.Run
	// Resumed says that somebody takes up an earlier run.
	Resumed(stage run.Stage, person string) error
	// Sending says that lines of a request (by its number, from 1) are about to
	// leave.
	Sending(request int, lines ...int) error
	// Answered says what became of a request and of its rows.
	Answered(request int, sent run.Sent, updates []run.Update) error
	// Answering says the same, with whatever line comes next or when written is called,
	// which returns after the answer is on the disk. No other line gets there before it.
	Answering(request int, sent run.Sent, updates []run.Update) (written func() error)
	// Settled says what became of rows, apart from an answer.
	Settled(updates []run.Update) error
	// Changing says that a request is about to leave that takes lines back or
	// activates them; change is its number in the work under way.
	Changing(change int, stage run.Stage, lines []int) error
	// Changed says what became of it.
	Changed(change int, sent run.Sent, updates []run.Update) error
	// Finish says that the work on the run is over, finished or not.
	Finish() error
	Close() error
}

// Journals are where runs are written down; Keep makes one of a *run.Store.
type Journals interface {
	// Begin writes down a run before anything of it is sent.
	Begin(draft run.Draft) (Journal, error)
	// Open goes on with an earlier run.
	Open(id string) (Journal, error)
}

// Keep writes runs down in the journals of a store.
func Keep(store *run.Store) Journals { return kept{store} }

type kept struct{ store *run.Store }

func (k kept) Begin(draft run.Draft) (Journal, error) {
	journal, err := k.store.Begin(draft)
	if err != nil {
		return nil, err
	}
	return journal, nil
}

func (k kept) Open(id string) (Journal, error) {
	journal, err := k.store.Open(id)
	if err != nil {
		return nil, err
	}
	return journal, nil
}
