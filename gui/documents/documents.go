// Package documents is how files come into the window and out of it: the dialogs of the
// system or the window's own, the files that were open before, and what is saved for the
// user. It opens files in gui/flow and never reads one itself. All of it belongs to the UI
// thread.
package documents

import (
	"context"
	"errors"
	"time"

	"fyne.io/fyne/v2"

	"numberloader/gui/background"
	"numberloader/gui/flow"
	"numberloader/gui/frame"
	"numberloader/gui/widgets"
)

// Window is what files need of the window that they come into.
type Window interface {
	frame.Ways
	Canvas() fyne.Canvas
	Dialog(d widgets.Dialog)
	Complain(err error)
	Tell(title, text string)
	OpenInOther(path string)
	// CloseAbout takes away what the program says of itself.
	CloseAbout()
}

// ErrNoDialog says that the system has no file dialog of its own, so that the
// window shows the toolkit's.
var ErrNoDialog = errors.New("there is no file dialog")

// Preferences keep texts from one start to the next.
type Preferences interface {
	StringList(key string) []string
	SetStringList(key string, value []string)
}

// System is what the system does with files. What has a context, and what reads or writes
// files, is called in the background.
type System struct {
	// PickOpen and PickSave show the system's file dialogs. They return "" if
	// nobody chose a file, and ErrNoDialog where there is none. PickSave has
	// asked before it returns the name of a file that exists.
	PickOpen func(ctx context.Context) (path string, err error)
	PickSave func(ctx context.Context, name string) (path string, err error)
	// PickFolder shows the system's dialog for a folder, as PickOpen does.
	PickFolder func(ctx context.Context) (folder string, err error)
	// ListFolder names what is in a folder, folders with a slash behind them, and
	// Documents is the folder that the window's own dialog begins in.
	ListFolder func(folder string) (names []string, err error)
	Documents  string
	// Endings are how the names of files end that can be opened, with the dot.
	Endings []string
	// Missing says that there is no file at a path.
	Missing func(path string) bool
	// SaveTemplate writes the blank template, in which the locations can be chosen.
	SaveTemplate func(path string, locations []string, replace bool) error
}

// Config is what files need from around them.
type Config struct {
	Window
	System
	Preferences Preferences
	Flow        *flow.Flow
	Loop        *background.Loop
	Now         func() time.Time
}

// stage is what everything here stands on.
type stage struct{ Config }

// Documents are the files of the window.
type Documents struct {
	stage

	picking *background.Lane   // file dialogs and what they lead to
	looking *background.Latest // for the recent files
	missing map[string]bool    // paths of recent files that were not found
	later   func()             // lets go of files that wait to be opened, nil for none
}

// New makes them.
func New(c Config) *Documents {
	return &Documents{stage: stage{c}, picking: c.Loop.Lane(), looking: c.Loop.Latest()}
}
