package cli

import (
	"context"
	"time"

	"numberloader/cli/console"
	"numberloader/internal/compare"
	"numberloader/internal/fault"
	"numberloader/internal/number"
	"numberloader/internal/review"
	"numberloader/internal/run"
)

// Program is what the verbs work with. Every field is required; errors of the
// functions are *fault.Error.
type Program struct {
	Version string

	// Read reads a file. A table with a question (Ask) is not an error.
	Read func(ctx context.Context, path string, layout number.Layout, progress func(number.Progress)) (*number.Table, error)
	// Connect reaches an organization: the built-in practice organization, a
	// customer organization (orgID), or that of who is signed in. The error is
	// fault.SignedOut where there is no token.
	Connect func(ctx context.Context, practice bool, orgID string) (Organization, error)
	History History
	// SaveResults writes the results workbook, whole or not at all. The error is
	// fault.Exists if there is such a file and replace is false.
	SaveResults func(path string, r run.Run, replace bool) error
	// TryResults says whether SaveResults could save the workbook of a source file
	// there. It leaves nothing behind, and its errors are those of SaveResults.
	TryResults func(source, path string, replace bool) error
	// ResultsPath finds a new name for the workbook of a source file.
	ResultsPath func(source string, started time.Time) (string, error)
	// SaveTemplate writes the blank template, in which the locations can be chosen;
	// errors are those of SaveResults.
	SaveTemplate func(path string, locations []string, replace bool) error
	// SaveComparison writes a comparison; errors are those of SaveResults.
	SaveComparison func(path string, c compare.Comparison, replace bool) error
	// SaveNumbers writes the numbers of an organization; errors are those of SaveResults.
	SaveNumbers func(path string, numbers []number.Held, replace bool) error
	SignIn      SignIn
	// KeepFault keeps a report of a fault of the program for support, and returns its
	// path, "" where none can be kept.
	KeepFault func(*fault.PanicError) (report string)
	Now       func() time.Time

	console.Streams
}

// SignIn is the sign-in that this computer keeps. Every field is required.
type SignIn struct {
	// Integration is the client ID of the company's integration, if it is kept.
	Integration func() (clientID string, ok bool)
	// Device signs in by the device grant: somebody enters the code at the
	// address that show is told, in any browser, while it waits. An empty client
	// ID takes the integration that is kept. kept is false where this computer
	// keeps nothing. When ctx ends the error is fault.Stopped.
	Device func(ctx context.Context, clientID, clientSecret string, show func(code, address string)) (o Organization, kept bool, err error)
	// Organizations are those that the sign-in works in: more than one for a
	// partner.
	Organizations func(ctx context.Context) ([]run.Organization, error)
	// Out forgets the sign-in and the integration.
	Out func() error
}

// Organization is what the verbs need of an organization.
type Organization interface {
	// Account says who is signed in and where.
	Account(ctx context.Context) (run.Account, error)
	// Locations lists the locations that are enabled for calling.
	Locations(ctx context.Context) ([]number.Location, error)
	// WithPSTN returns the locations with the PSTN types of those in ids; nil
	// asks for all.
	WithPSTN(ctx context.Context, locations []number.Location, ids map[string]bool) ([]number.Location, error)
	// There says of each row what its number is in the row's location; its zero value is
	// one that is not there.
	There(ctx context.Context, rows []*number.Row) ([]number.Held, error)
	// Survey reads what has to be known before rows can be judged.
	Survey(ctx context.Context, rows []*number.Row) (review.Known, error)
	// Inventory reads all numbers of the organization, and tells read after each page
	// how many came of how many, 0 if that is not known. When ctx ends the error is
	// fault.Stopped.
	Inventory(ctx context.Context, read func(got, of int)) (number.Inventory, error)
	Worker
	// Close lets go of the connection.
	Close() error
}

// Worker changes the numbers of an organization. A run with an ID is in the
// journal, whatever the error. When ctx ends the requests under way are
// finished, and the error is fault.Stopped; it is fault.NotAllowed, before
// anything is done, where the run belongs to another organization.
type Worker interface {
	// Submit adds the numbers of a draft.
	Submit(ctx context.Context, draft run.Draft, work run.Work) (run.Run, error)
	// Resume finds out by reading what is not known, and sends what is left.
	Resume(ctx context.Context, id string, work run.Work) (run.Run, error)
	// Undo removes what the run added.
	Undo(ctx context.Context, id string, work run.Work) (run.Run, error)
	// Activate activates the inactive DID and toll-free numbers that it added.
	Activate(ctx context.Context, id string, work run.Work) (run.Run, error)
	// ActivateList activates the numbers of a draft, which are in Webex.
	ActivateList(ctx context.Context, draft run.Draft, work run.Work) (run.Run, error)
}

// History are the runs on this computer.
type History interface {
	// List returns the runs, newest first.
	List() ([]run.Summary, error)
	// Load reads one. The error is fault.Usage if there is no such run.
	Load(id string) (run.Run, error)
}
