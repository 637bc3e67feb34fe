// Package gui is the window: one screen at a time within the rail and the bars of
// gui/frame, and the ways between the screens. It decides nothing about numbers: gui/flow has the
// flow, and the screens' models have their words. internal/program plugs everything else in.
package gui

import (
	"context"
	"time"

	"numberloader/gui/background"
	"numberloader/gui/connection"
	"numberloader/gui/decisions"
	"numberloader/gui/documents"
	"numberloader/gui/file"
	"numberloader/gui/flow"
	"numberloader/gui/inventory"
	"numberloader/gui/runs"
	"numberloader/gui/work"
	"numberloader/internal/number"
	"numberloader/internal/run"
)

// Organization is where numbers can be added.
type Organization = connection.Organization

// Answers are what is remembered of a file for those with the same headings.
type Answers = file.Answers

// SignIns are the ways to sign in to Webex.
type SignIns = connection.SignIns

// Preferences are what the window remembers of itself. Setting a value is quick: it is
// written later.
type Preferences interface {
	Bool(key string) bool
	SetBool(key string, value bool)
	FloatWithFallback(key string, fallback float64) float64
	SetFloat(key string, value float64)
	StringList(key string) []string
	SetStringList(key string, value []string)
}

// What the window remembers from one start to the next, beside the recent files.
const (
	prefSignedIn  = "signed-in"
	prefReasons   = "reasons"
	prefWidth     = "width"
	prefHeight    = "height"
	prefPlace     = "place"
	prefMaximized = "maximized"
)

// Program is everything that the window needs from outside. All of it is
// required. Functions with a context are called in the background, and so are
// those that read or write files.
type Program struct {
	Version string
	// Drawing says what draws the window, such as "graphics card"; "" is not said. It is
	// asked on the UI thread.
	Drawing func() string
	// License is the program's own, and LicensesOfOthers those of what it is made
	// of, in the form that gui/about reads.
	License          string
	LicensesOfOthers string

	// Guide is the user guide as Markdown, and GuidePicture reads a picture of it.
	Guide        string
	GuidePicture func(path string) ([]byte, error)

	Read   func(ctx context.Context, path string, layout number.Layout, progress func(number.Progress)) (*number.Table, error)
	Sample func() (path string, err error)
	// Paste is the file of a new list that is typed or pasted.
	Paste       func() file.Kept
	Preferences Preferences
	Desktop     Desktop
	// Crash is the path of the report on how the program ended the last time, "" if it
	// ended well.
	Crash string
	// Settings are what the user has set for all files.
	Settings Settings
	// SaysShade says whether the desktop says light or dark at all. It is nil where it
	// always does.
	SaysShade func(ctx context.Context) bool
	// DataFolder is where the program keeps everything, and LogFile what it writes
	// down for support.
	DataFolder, LogFile string
	// Recall is what was chosen about earlier files with the same headings, by a
	// key that the window makes up, and Remember keeps it.
	Recall   func(key string) (Answers, bool)
	Remember func(key string, answers Answers)
	// Drafts keep what was decided about a file until it is opened again; nil keeps
	// nothing.
	Drafts decisions.Drafts

	Practice func(ctx context.Context) (Organization, error)
	SignIns
	// RedirectAddress and Scopes are what the company's integration is registered
	// with.
	RedirectAddress string
	Scopes          []string

	History     runs.History
	ResultsPath func(source string, started time.Time) (path, refused string, err error)
	SaveResults func(path string, r run.Run, replace bool) error
	// ProblemsName is the name that is proposed for the rows with a problem of a
	// file, and SaveProblems writes them.
	ProblemsName func(source string) string
	SaveProblems func(path string, table *number.Table, rows []*number.Row, replace bool) error

	// Workbooks are what can be saved of what an organization holds, and System what the
	// system does with files.
	inventory.Workbooks
	documents.System

	OpenInOther  func(path string) error
	ShowInFolder func(path string) error
	OpenURL      func(address string) error

	Now func() time.Time
	// Loop runs the work of the window in the background.
	Loop *background.Loop
}

// services are the parts that the flow needs.
func (p *Program) services() flow.Services {
	return flow.Services{
		Services: file.Services{Read: p.Read, Recall: p.Recall, Remember: p.Remember, Sample: p.Sample, Paste: p.Paste},
		Files:    work.Files{ResultsPath: p.ResultsPath, SaveResults: p.SaveResults, Load: p.History.Load},
		SignIns:  p.SignIns, Practice: p.Practice, Drafts: p.Drafts, Version: p.Version,
	}
}
