package gui

import (
	"strconv"

	"numberloader/gui/widgets"
	"numberloader/internal/phrase"
	"numberloader/internal/run"
)

// screen is one of the screens of the window.
type screen uint8

// The screens. The first four are the steps of the rail.
const (
	screenOpen screen = iota
	screenReview
	screenAdd
	screenResults
	screenHistory
	screenSignIn
	screenPast  // a run of the history
	screenAgain // something is done with it
	screenSettings
	screenHowRead
	screenHelp
	screenPaste
	screenActivate
	screenCompare
	screenExport
)

// steps are the screens of the rail, in order.
func steps() []screen { return []screen{screenOpen, screenReview, screenAdd, screenResults} }

// beside is the screen that another one belongs to: a step, or a page beside the steps.
func (s screen) beside() screen {
	switch s {
	case screenPast, screenAgain:
		return screenHistory
	case screenPaste:
		return screenOpen
	case screenCompare:
		return screenReview
	case screenOpen, screenReview, screenAdd, screenResults, screenHistory, screenSignIn, screenSettings, screenHowRead, screenHelp,
		screenActivate, screenExport:
	}
	return s
}

// title is the name of a step.
func (s screen) title() string { return phrase.Text(s.message()) }

// message is that of the title.
func (s screen) message() string {
	return [...]string{
		"shell.step.open", "shell.step.review", "shell.step.add", "shell.step.results",
		"shell.step.history", "shell.step.organization", "shell.step.history", "shell.step.history",
		"shell.step.settings", "shell.step.open", "shell.step.help", "shell.step.open", "shell.step.activate", "compare.title", "export.title",
	}[s]
}

// progress is what the rail and the ways between the screens depend on.
type progress struct {
	file      string // name of the open file, "" for none
	reviewed  bool   // its rows were judged
	going     int    // rows that can be added
	problems  int
	adding    bool   // the work on a run is under way, or held
	at        screen // where that is shown
	compared  string // when the rows were compared with Webex, in words; "" if they are not
	held      bool   // it waits for a sign-in
	paused    bool
	connected bool
	finished  bool // the file has a result
	result    run.Counts
}

// ready says that a screen can be gone to now. While something is done with a run,
// only that can be watched; if it waits for a sign-in, that can be gone to.
func (p progress) ready(s screen) bool {
	if p.adding {
		return s == p.at || s == screenHelp || p.held && s == screenSignIn
	}
	switch s {
	case screenOpen, screenHistory, screenSignIn, screenPast, screenSettings, screenHelp, screenPaste:
		return true
	case screenHowRead:
		return p.file != ""
	case screenReview:
		return p.reviewed
	case screenAdd, screenActivate, screenCompare:
		return p.reviewed && p.connected
	case screenResults:
		return p.finished
	case screenExport:
		return p.connected
	case screenAgain:
	}
	return false
}

// underWay says that the step Add is under way: something is done with the run of
// the open file.
func (p progress) underWay() bool { return p.adding && p.at == screenAdd }

// step is a step of the rail while a screen is shown.
func (p progress) step(s, current screen) widgets.Step {
	step := widgets.Step{
		Number: strconv.Itoa(int(s) + 1), Title: s.title(), Caption: p.caption(s, current),
		Ready: s != current && p.ready(s), Last: s == screenResults,
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
func (p progress) done(s, current screen) bool {
	switch s {
	case screenOpen:
		return p.file != "" && current != screenOpen || p.reviewed
	case screenReview:
		return p.finished || p.underWay() || p.reviewed && current == screenAdd
	case screenAdd:
		return p.finished && !p.underWay()
	case screenResults:
		return p.finished
	case screenHistory, screenSignIn, screenPast, screenAgain, screenSettings, screenHowRead, screenHelp, screenPaste, screenActivate, screenCompare, screenExport:
	}
	return false
}

// caption says how a step stands, in a few words.
func (p progress) caption(s, current screen) string {
	switch s {
	case screenOpen:
		return p.file
	case screenReview:
		return p.reviewCaption(current)
	case screenAdd:
		switch {
		case !p.underWay():
		case p.held || p.paused:
			return phrase.Text("shell.caption.paused")
		default:
			return phrase.Text("words.underway")
		}
	case screenResults:
		if p.finished {
			return resultCaption(p.result)
		}
	case screenHistory, screenSignIn, screenPast, screenAgain, screenSettings, screenHowRead, screenHelp, screenPaste, screenActivate, screenCompare, screenExport:
	}
	return ""
}

func (p progress) reviewCaption(current screen) string {
	switch {
	case !p.reviewed:
		return ""
	case current == screenCompare:
		return p.compared
	case p.finished && current == screenResults:
		return phrase.Text("shell.caption.went", "Count", wentOn(p.result))
	case p.finished && p.problems == 0 && p.going == 0:
		return ""
	case p.problems == 0 || p.underWay() || current == screenAdd:
		return phrase.Text("shell.caption.going", "Count", p.going)
	}
	return phrase.Text("shell.caption.problems", "Count", p.problems)
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

// resultCaption names what needs the user first.
func resultCaption(counts run.Counts) string {
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
