// Package gui is the window: a rail with the steps, a bar on top with the file
// and the organization, a bar at the bottom with what happens next, and between
// them one screen at a time. It decides nothing about numbers: gui/job has the
// flow, and the screens' models have their words. main plugs everything else in.
package gui

import (
	"context"
	"errors"
	"time"

	"numberloader/gui/job"
	background "numberloader/gui/run"
	"numberloader/internal/number"
	"numberloader/internal/run"
)

// Organization is where numbers can be added.
type Organization = job.Organization

// History reads the runs that this computer remembers.
type History interface {
	// List returns the runs, the latest first.
	List() ([]run.Summary, error)
	Load(id string) (run.Run, error)
}

// ErrNoDialog says that the system has no file dialog of its own, so that the
// window shows the toolkit's.
var ErrNoDialog = errors.New("there is no file dialog")

// Program is everything that the window needs from outside. All of it is
// required. Functions with a context are called in the background, and so are
// those that read or write files.
type Program struct {
	Version string

	Read         func(ctx context.Context, path string, layout number.Layout, progress func(number.Progress)) (*number.Table, error)
	Sample       func() (path string, err error)
	SaveTemplate func(path string, replace bool) error

	Practice func(ctx context.Context) (Organization, error)
	// SignIn checks a token before it keeps it. kept is false where the computer
	// has no keychain.
	SignIn  func(ctx context.Context, token string) (organization Organization, kept bool, err error)
	Restore func(ctx context.Context) (Organization, error)
	SignOut func() error

	History     History
	ResultsPath func(source string, started time.Time) (string, error)
	SaveResults func(path string, r run.Run, replace bool) error

	// PickOpen and PickSave show the system's file dialogs. They return "" if
	// nobody chose a file, and ErrNoDialog where there is none. PickSave has
	// asked before it returns the name of a file that exists.
	PickOpen func(ctx context.Context) (path string, err error)
	PickSave func(ctx context.Context, name string) (path string, err error)

	OpenInOther  func(path string) error
	ShowInFolder func(path string) error
	OpenURL      func(address string) error

	Now func() time.Time
	// Loop runs the work of the window in the background.
	Loop *background.Loop
}

// services are the parts that the flow needs.
func (p *Program) services() job.Services {
	return job.Services{
		Version: p.Version, Read: p.Read, Sample: p.Sample,
		Practice: p.Practice, SignIn: p.SignIn, Restore: p.Restore, SignOut: p.SignOut,
		ResultsPath: p.ResultsPath, SaveResults: p.SaveResults, Load: p.History.Load,
	}
}
