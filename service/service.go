// Package service carries out a plan: it connects, surveys the organization
// before anything is sent, adds the numbers one request after another, and
// settles by reading what an answer left open. It takes plans and not files,
// and knows no window.
package service

import (
	"context"
	"time"

	"numberloader/internal/run"
	"numberloader/service/webex"
)

// API is the part of Webex that the service needs; *webex.Client has it.
type API interface {
	Me(ctx context.Context) (webex.Person, error)
	Organization(ctx context.Context, id string) (webex.Organization, error)
	Locations(ctx context.Context) ([]webex.Location, error)
	CallingLocations(ctx context.Context) ([]webex.CallingLocation, error)
	PSTNConnection(ctx context.Context, locationID string) (webex.PSTNConnection, error)
	Numbers(ctx context.Context, locationID string) ([]webex.Number, error)
	AddNumbers(ctx context.Context, locationID string, body webex.AddNumbers) (webex.Accepted, error)
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
// goroutines; Submit runs once at a time, which the journal's lock sees to.
type Service struct {
	api      API
	begin    Begin
	settings Settings
}

// New returns a service. Every argument is required.
func New(api API, begin Begin, s Settings) *Service {
	return &Service{api: api, begin: begin, settings: s}
}

// Journal is where a run is written down; *run.Journal is one. Every method
// that writes returns after its line is on the disk.
type Journal interface {
	// ID is the run's ID, and Run the run as it was written down so far.
	ID() string
	Run() run.Run
	// Sending says that a request (by its number, from 1) is about to leave.
	Sending(request int) error
	// Answered says what became of a request and of its rows.
	Answered(request int, sent run.Sent, updates []run.Update) error
	// Settled says what became of rows, apart from an answer.
	Settled(updates []run.Update) error
	// Finish says that the work on the run is over, finished or not.
	Finish() error
	Close() error
}

// Begin writes down a run before anything of it is sent.
type Begin func(run.Draft) (Journal, error)
