// Package inventory is what the window does with what an organization holds: it lays the
// open list beside it, and saves it as a list. All of it belongs to the UI thread.
package inventory

import (
	"time"

	"fyne.io/fyne/v2"

	"numberloader/gui/flow"
	"numberloader/gui/frame"
	"numberloader/gui/rows"
	lists "numberloader/internal/compare"
	"numberloader/internal/number"
)

// Window is what these pages need of the window that they stand in.
type Window interface {
	frame.Ways
	Canvas() fyne.Canvas
	Copy(text string)
	Modifiers() fyne.KeyModifier
}

// Files are how a workbook leaves the window.
type Files interface {
	// Save lets the user choose the name of a workbook and writes it in the background;
	// done is called when it is written.
	Save(name string, write func(path string, replace bool) error, done func(path string))
	// Saved says that a workbook was saved, and offers to open it.
	Saved(path, title, text string)
}

// Workbooks are what can be saved. Those that write are called in the background.
type Workbooks struct {
	// ComparisonName is the name that is proposed for the comparison of a file, and
	// SaveComparison writes it.
	ComparisonName func(source string) string
	SaveComparison func(path string, c lists.Comparison, replace bool) error
	// SaveNumbers writes numbers of an organization as a list.
	SaveNumbers func(path string, numbers []number.Held, replace bool) error
}

// Config is what these pages need from around them.
type Config struct {
	Window
	Workbooks
	Files  Files
	Flow   *flow.Flow
	Now    func() time.Time
	Widths rows.WidthStore // keeps the widths of the columns
	SignIn func()          // asks for another sign-in
	ByDay  func()          // shows which numbers of the list can be activated
}

// stage is what each of these pages stands on.
type stage struct{ Config }
