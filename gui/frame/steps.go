// Package frame is what stands around the screens of the window: the rail with the
// steps, the bar on top and the bar at the bottom, and in which order the screens can
// be gone to. It knows no screen but by its name. All of it belongs to the UI thread.
package frame

import (
	"strconv"

	"numberloader/gui/widgets"
	"numberloader/internal/phrase"
	"numberloader/internal/run"
)

// Screen is one of the screens of the window.
type Screen uint8

// The screens. The first four are the steps of the rail.
const (
	Open Screen = iota
	Review
	Add
	Results
	History
	SignIn
	Past  // a run of the history
	Again // something is done with it
	Settings
	HowRead
	Help
	Paste
	Activate
	Compare
	Export
)

// Steps are the screens of the rail, in order.
func Steps() []Screen { return []Screen{Open, Review, Add, Results} }

// beside is the screen that another one belongs to: a step, or a page beside the steps.
func (s Screen) beside() Screen {
	switch s {
	case Past, Again:
		return History
	case Paste:
		return Open
	case Compare:
		return Review
	case Open, Review, Add, Results, History, SignIn, Settings, HowRead, Help,
		Activate, Export:
	}
	return s
}

// Title is the name of a step.
func (s Screen) Title() string { return phrase.Text(s.Message()) }

// Message is that of the title.
func (s Screen) Message() string {
	return [...]string{
		"shell.step.open", "shell.step.review", "shell.step.add", "shell.step.results",
		"shell.step.history", "shell.step.organization", "shell.step.history", "shell.step.history",
		"shell.step.settings", "shell.step.open", "shell.step.help", "shell.step.open", "shell.step.activate", "compare.title", "export.title",
	}[s]
}

// Ways are those between the screens, as a screen knows them.
type Ways interface {
	At() Screen        // that is shown
	Ready(Screen) bool // says that a screen can be gone to now
	GoTo(Screen)       // goes to a screen if it is ready
	Refresh()          // brings everything that is shown up to date
}

// BackTo leads back from a page that stands beside the steps to a screen, or to Open
// where that can't be gone to any more.
func BackTo(w Ways, back Screen) Action {
	if !w.Ready(back) {
		back = Open
	}
	return Action{Label: phrase.Text("shell.do.backto", "Screen", back.Title()), Do: func() { w.GoTo(back) }, Leaves: true}
}

// Topic is that of the guide about a screen.
func (s Screen) Topic() string {
	return [...]string{
		"1-open", "2-review", "3-add", "4-results", "history", "your-own-organization", "history", "history",
		"settings", "how-a-file-is-read", "", "1-open", "activate", "compare-with-webex", "export-what-is-in-webex",
	}[s]
}

// Progress is what the rail and the ways between the screens depend on.
type Progress struct {
	File      string     // name of the open file, "" for none
	Reviewed  bool       // its rows were judged
	Going     int        // rows that can be added
	Problems  int        // rows that cannot
	Adding    bool       // the work on a run is under way, or held
	At        Screen     // where that is shown
	Compared  string     // when the rows were compared with Webex, in words; "" if they are not
	Held      bool       // it waits for a sign-in
	Paused    bool       // it was paused by the user
	Connected bool       // an organization is connected
	Finished  bool       // the file has a result
	Result    run.Counts // what became of its rows
}

// Ready says that a screen can be gone to now. While something is done with a run,
// only that can be watched; if it waits for a sign-in, that can be gone to.
func (p Progress) Ready(s Screen) bool {
	if p.Adding {
		return s == p.At || s == Help || p.Held && s == SignIn
	}
	switch s {
	case Open, History, SignIn, Past, Settings, Help, Paste:
		return true
	case HowRead:
		return p.File != ""
	case Review:
		return p.Reviewed
	case Add, Activate, Compare:
		return p.Reviewed && p.Connected
	case Results:
		return p.Finished
	case Export:
		return p.Connected
	case Again:
	}
	return false
}

// underWay says that the step Add is under way: something is done with the run of
// the open file.
func (p Progress) underWay() bool { return p.Adding && p.At == Add }

// step is a step of the rail while a screen is shown.
func (p Progress) step(s, current Screen) widgets.Step {
	step := widgets.Step{
		Number: strconv.Itoa(int(s) + 1), Title: s.Title(), Caption: p.caption(s, current),
		Ready: s != current && p.Ready(s), Last: s == Results,
	}
	switch {
	case s == current.beside():
		step.State = widgets.StepCurrent
	case p.done(s, current):
		step.State = widgets.StepDone
	}
	return step
}

// done says that a step lies behind.
func (p Progress) done(s, current Screen) bool {
	switch s {
	case Open:
		return p.File != "" && current != Open || p.Reviewed
	case Review:
		return p.Finished || p.underWay() || p.Reviewed && current == Add
	case Add:
		return p.Finished && !p.underWay()
	case Results:
		return p.Finished
	case History, SignIn, Past, Again, Settings, HowRead, Help, Paste, Activate, Compare, Export:
	}
	return false
}

// caption says how a step stands, in a few words.
func (p Progress) caption(s, current Screen) string {
	switch s {
	case Open:
		return p.File
	case Review:
		return p.reviewCaption(current)
	case Add:
		switch {
		case !p.underWay():
		case p.Held || p.Paused:
			return phrase.Text("shell.caption.paused")
		default:
			return phrase.Text("words.underway")
		}
	case Results:
		if p.Finished {
			return ResultCaption(p.Result)
		}
	case History, SignIn, Past, Again, Settings, HowRead, Help, Paste, Activate, Compare, Export:
	}
	return ""
}

func (p Progress) reviewCaption(current Screen) string {
	switch {
	case !p.Reviewed:
		return ""
	case current == Compare:
		return p.Compared
	case p.Finished && current == Results:
		return phrase.Text("shell.caption.went", "Count", wentOn(p.Result))
	case p.Finished && p.Problems == 0 && p.Going == 0:
		return ""
	case p.Problems == 0 || p.underWay() || current == Add:
		return phrase.Text("shell.caption.going", "Count", p.Going)
	}
	return phrase.Text("shell.caption.problems", "Count", p.Problems)
}

// wentOn is how many rows of a run were sent.
func wentOn(counts run.Counts) int {
	n := 0
	for outcome, of := range counts {
		if outcome != run.NotSent && outcome != run.AlreadyThere {
			n += of
		}
	}
	return n
}

// ResultCaption names what needs the user first.
func ResultCaption(counts run.Counts) string {
	removed, undone := counts.TakenBack()
	switch {
	case undone > 0:
		return phrase.Text("shell.caption.removed", "Count", removed)
	case counts[run.NotKnown] > 0:
		return phrase.Text("shell.caption.unknown", "Count", counts[run.NotKnown])
	case counts[run.Refused] > 0:
		return phrase.Text("shell.caption.refused", "Count", counts[run.Refused])
	}
	return phrase.Text("shell.caption.added", "Count", counts.There())
}
