// Package runs is what the window does with runs: it adds the numbers of a list,
// activates, goes on with runs and undoes them, shows the progress of that and what
// became of the rows, and has the runs of this computer. It ties gui/flow to the screens
// add, activate, results and history, and decides nothing about rows. All of it belongs to
// the UI thread.
package runs

import (
	"time"

	"fyne.io/fyne/v2"

	"numberloader/gui/background"
	"numberloader/gui/flow"
	"numberloader/gui/frame"
	"numberloader/gui/widgets"
	"numberloader/internal/run"
)

// Window is what these screens need of the window that they stand in.
type Window interface {
	frame.Ways
	Canvas() fyne.Canvas
	Dialog(d widgets.Dialog)
	Complain(err error)
	Copy(text string)
	OpenInOther(path string)
	ShowInFolder(path string)
	Modifiers() fyne.KeyModifier
	// Notify tells something by a message of the system's if the window is behind others.
	Notify(title, text string)
}

// SignIn is the way to another sign-in.
type SignIn interface {
	// SignInAgain asks for a sign-in in place of one that ended.
	SignInAgain()
	// Within calls then when the organization is the connected one.
	Within(o run.Organization, then func())
	// Drop forgets a sign-in that is under way.
	Drop()
}

// History has the runs that this computer remembers. It is asked in the background.
type History interface {
	// List returns the runs, the latest first.
	List() ([]run.Summary, error)
	Load(id string) (run.Run, error)
	Delete(id string) error
}

// Config is what these screens need from around them.
type Config struct {
	Window
	SignIn SignIn
	Flow   *flow.Flow
	Loop   *background.Loop
	Now    func() time.Time

	History History
	// SaveResults writes the workbook of a run. It is called in the background.
	SaveResults func(path string, r run.Run, replace bool) error
	// Save lets the user choose the name of a workbook and writes it in the background;
	// done is called when it is written.
	Save func(name string, write func(path string, replace bool) error, done func(path string))

	Behind  func() // shows in Review the rows that stay behind
	Compare func() // lays the open list beside what Webex holds
	Ticked  func() // is told each second while something is done with a run
}

// stage is what every one of these screens stands on.
type stage struct{ Config }

// Runs are the screens, and the run that the Open screen offers to go on with.
type Runs struct {
	Adding     *Adding
	Activating *Activating
	Outcome    *Outcome
	Past       *Past
	Unfinished *Unfinished
}

// New makes the screens.
func New(c Config) *Runs {
	s := &stage{c}
	adding := newAdding(s)
	activating := newActivating(s, adding)
	actions := &actions{stage: s, adding: adding, byDay: activating.Open}
	past := newPast(s, actions)
	return &Runs{adding, activating, newOutcome(s, actions), past, newUnfinished(s, actions, past)}
}

// Update brings the screens up to date.
func (r *Runs) Update() {
	r.Adding.update()
	r.Activating.update()
	r.Outcome.update()
	r.Past.update()
}
