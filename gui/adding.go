package gui

import (
	"errors"
	"time"

	"numberloader/gui/add"
	"numberloader/gui/frame"
	"numberloader/gui/widgets"
	"numberloader/gui/work"
	"numberloader/internal/phrase"
	"numberloader/internal/run"
)

// adding is the Add screen: the plan and its checks, and then the progress of the
// work on a run.
type adding struct {
	*shell

	signing  *signing
	model    *add.Model
	view     *add.View
	progress *add.Progress // nil while nothing is done
	deed     run.Action    // that is under way
	way      way           // where that is shown, and where it leads
	before   frame.Screen  // where the plan was asked for
	begin    func()        // begins it once more
	shown    addState
	stop     func() // ends the countdown
	ticked   func() // told each second while the work is shown
	begun    time.Time
	headline string
	away     *away
}

// way is where the work on a run is shown, and where it leads when it is over and when
// it was refused.
type way struct{ at, over, refused frame.Screen }

// addState is what the plan and its checks depend on.
type addState struct {
	judgement int
	account   run.Account
	checking  bool
	done      bool
	err       error
}

func newAdding(s *shell, signing *signing, reviewing *reviewing) *adding {
	a := &adding{shell: s, signing: signing, model: &add.Model{}, way: way{at: frame.Add}, before: frame.Review}
	a.view = add.NewView(a.model, add.Actions{
		Canvas:         s.Canvas(),
		ChooseLocation: s.flow.Decisions.SetLocation,
		SeeBehind:      reviewing.showBehind,
		Retry:          s.flow.Survey.Prepare, CancelCheck: s.flow.Survey.Cancel, SignIn: signing.signInAgain, Copy: s.Copy,
	})
	return a
}

// update brings the plan and its checks, or the progress, up to date. What is
// drawn is rebuilt only if it changed, so that the keyboard and the scrolling
// stay.
func (a *adding) update() {
	if p := a.progress; p != nil {
		p.Hold(a.hold(), a.program.Now())
		a.showProgress()
		return
	}
	account, _ := a.flow.Connection.Account()
	preflight := a.flow.Survey.Preflight()
	now := addState{a.flow.Judging.Judgement(), account, preflight.Checking, preflight.Done, preflight.Err}
	if now == a.shown {
		return
	}
	a.shown = now
	model := a.model
	model.Set(a.flow.Judging.Plan(), a.flow.Survey.Locations(), account)
	model.SetEnds(a.signInLasts())
	model.SetNotAsked(a.flow.Survey.NotAsked())
	if preflight.Done || preflight.Err != nil {
		model.Checked(preflight.Err)
	} else {
		model.Checking()
	}
	a.view.Refresh()
}

// signInLasts is how long the sign-in is good for, 0 if nobody knows.
func (a *adding) signInLasts() time.Duration {
	if ends := a.flow.Connection.SignInEnds(); !ends.IsZero() {
		return max(ends.Sub(a.program.Now()), 0)
	}
	return 0
}

// hold is why the work does not go on by itself.
func (a *adding) hold() add.Hold {
	switch _, held := a.flow.Work.Held(); {
	case held:
		return add.HoldSignIn
	case a.flow.Work.Stopping():
		return add.HoldStop
	case a.flow.Work.Paused():
		return add.HoldPause
	}
	return add.HoldNone
}

func (a *adding) bottom() frame.State {
	if a.flow.Work.Busy() {
		return a.workBottom()
	}
	model := a.model
	state := frame.State{
		Left:    frame.Action{Label: phrase.Text("shell.do.back"), Do: func() { a.GoTo(a.before) }, Leaves: true},
		Hint:    a.unsent(),
		Primary: frame.Action{Label: model.Button(), Do: a.askToAdd},
	}
	if reason := model.Blocked(); reason != "" {
		state.Hint, state.Primary.Off = reason, true
	}
	return state
}

// unsent says that the numbers that are shown wait for the button.
func (a *adding) unsent() string {
	if a.flow.Results.Has() {
		return phrase.Text("shell.hint.unsentmore")
	}
	return phrase.Text("shell.hint.unsent")
}

// workBottom steers the work on a run.
func (a *adding) workBottom() frame.State {
	state := frame.State{
		Left: frame.Action{Label: phrase.Text("shell.do.stop"), Do: a.flow.Work.Stop, Off: a.flow.Work.Stopping()},
		Hint: stopHint(a.flow.Work.Doing()), Explains: true,
		Side: frame.Action{Label: phrase.Text("shell.do.pause"), Do: a.flow.Work.Pause},
	}
	switch a.hold() {
	case add.HoldNone:
	case add.HoldStop:
		state.Side = frame.Action{}
	case add.HoldPause:
		state.Hint, state.Side = phrase.Text("shell.hint.paused"), frame.Action{}
		state.Primary = frame.Action{Label: phrase.Text("words.continue"), Do: a.flow.Work.Continue}
	case add.HoldSignIn:
		state.Left = frame.Action{Label: phrase.Text("shell.do.leave"), Do: a.flow.Work.Stop}
		state.Hint, state.Side = phrase.Text("shell.hint.held"), frame.Action{}
		state.Primary = frame.Action{Label: phrase.Text("words.signin"), Do: a.signing.signInAgain}
	}
	return state
}

// askToAdd asks once more, with the name of the organization, and adds.
func (a *adding) askToAdd() {
	if err := a.flow.Ask(); err != nil {
		a.Complain(err)
		return
	}
	title, text := a.model.Question()
	a.Dialog(widgets.Dialog{Title: title, Text: text, Action: a.model.Button(), OnAction: a.add})
}

func (a *adding) add() {
	if err := a.flow.Add(); err != nil {
		a.Complain(err)
		return
	}
	a.follow(a.add, way{frame.Add, frame.Results, frame.Add})
}

// follow shows the progress of the work that begin has just begun, and then where it
// leads. It does nothing if none has begun.
func (a *adding) follow(begin func(), by way) {
	if !a.flow.Work.Busy() {
		return
	}
	account, _ := a.flow.Connection.Account()
	n := 0
	for _, r := range a.flow.Work.Sending() {
		n += len(r.Rows)
	}
	a.deed, a.way, a.begin = a.flow.Work.Doing(), by, begin
	a.progress = add.NewProgress(add.Task{
		Headline: deedHeadline(a.deed, n, account.Organization), Requests: a.flow.Work.Sending(), Sends: a.deed.Adds(),
		Organization: phrase.Organization(account.Organization), Practice: account.Organization.Practice,
	}, a.program.Now())
	a.begun, a.headline = a.program.Now(), a.progress.Headline()
	a.stop = a.loop.Every(time.Second, func() {
		a.showProgress()
		a.ticked()
	})
	a.GoTo(by.at)
}

func (a *adding) showProgress() {
	if a.progress != nil {
		a.view.ShowProgress(a.progress, a.program.Now())
	}
}

// added takes steps of the work.
func (a *adding) added(steps []run.Progress) {
	if a.progress == nil {
		return
	}
	for _, step := range steps {
		a.progress.Take(step, a.program.Now())
	}
	a.showProgress()
}

// ended goes to the result, or says why nothing was done.
func (a *adding) ended(refused error) {
	a.stop()
	a.progress, a.shown = nil, addState{}
	a.notify(refused)
	if a.At() == frame.SignIn {
		a.signing.forget(a.flow.Signer.CancelSignIn())
	}
	nowhere := errors.Is(refused, work.ErrNowhere)
	switch {
	case refused == nil:
		a.GoTo(a.way.over)
	case nowhere && a.way.refused == frame.Add:
		a.Refresh() // what was checked and asked about stays as it was
	default:
		a.GoTo(a.way.refused)
	}
	if nowhere {
		a.offerAnyway(refused)
	} else {
		a.Complain(refused)
	}
}

// offerAnyway says that the results can be saved nowhere, and lets the user do without
// their workbook.
func (a *adding) offerAnyway(nowhere error) {
	message, begin := phrase.Explain(nowhere), a.begin
	a.Dialog(widgets.Dialog{
		Title: phrase.Text("shell.nowhere.title"), Text: phrase.Sentences(message.What, message.Next),
		Action: phrase.Text("shell.nowhere.do"), OnAction: func() { a.flow.Work.Anyway(begin) },
	})
}
