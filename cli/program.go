package cli

import (
	"context"
	"io"
	"time"

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
	// ResultsPath finds a new name for the workbook of a source file.
	ResultsPath func(source string, started time.Time) (string, error)
	// SaveTemplate writes the blank template; errors are those of SaveResults.
	SaveTemplate func(path string, replace bool) error

	Stdin          io.Reader
	Stdout, Stderr io.Writer
	// StdinTerminal says that somebody can answer a question, StderrTerminal
	// that a progress bar can be shown.
	StdinTerminal, StderrTerminal bool
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
	// Survey reads what has to be known before rows can be judged.
	Survey(ctx context.Context, rows []number.Row) (review.Known, error)
	// Submit adds the numbers of a draft and tells each step to progress, one
	// after the other. A run with an ID is in the journal, whatever the error.
	// When ctx ends it finishes the request under way and returns fault.Stopped.
	Submit(ctx context.Context, draft run.Draft, progress func(run.Progress)) (run.Run, error)
	// Close lets go of the connection.
	Close() error
}

// History are the runs on this computer.
type History interface {
	// List returns the runs, newest first.
	List() ([]run.Summary, error)
	// Load reads one. The error is fault.Usage if there is no such run.
	Load(id string) (run.Run, error)
}
