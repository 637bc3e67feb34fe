package gui

import (
	"time"

	"numberloader/gui/add"
	"numberloader/gui/widgets"
	"numberloader/internal/run"
)

// adding is the Add screen: the plan and its checks, and then the progress of the
// work on a run.
type adding struct {
	model    *add.Model
	view     *add.View
	progress *add.Progress // nil while nothing is done
	deed     run.Action    // that is under way
	from     screen        // where that is shown: Add, or among the runs of the history
	back     screen        // where it leads
	shown    addState
	stop     func() // ends the countdown
}

// addState is what the plan and its checks depend on.
type addState struct {
	judgement int
	account   run.Account
	checking  bool
	done      bool
	err       error
}

func newAdding(w *Window) *adding {
	a := &adding{model: &add.Model{}, from: screenAdd}
	a.view = add.NewView(a.model, add.Actions{
		ChooseLocation: w.flow.Decisions.SetLocation,
		SeeBehind: func() {
			w.show(screenReview)
			w.review.ChooseBehind()
		},
		Retry: w.flow.Survey.Prepare, CancelCheck: w.flow.Survey.Cancel, SignIn: w.signInAgain, Copy: w.copy,
	})
	return a
}

// refreshAdd brings the plan and its checks, or the progress, up to date. What is
// drawn is made anew only if it changed, so that the keyboard and the scrolling
// stay.
func (w *Window) refreshAdd() {
	if p := w.adding.progress; p != nil {
		p.Hold(w.hold(), w.program.Now())
		w.showProgress()
		return
	}
	account, _ := w.flow.Connection.Account()
	preflight := w.flow.Survey.Preflight()
	now := addState{w.flow.Judging.Judgement(), account, preflight.Checking, preflight.Done, preflight.Err}
	if now == w.adding.shown {
		return
	}
	w.adding.shown = now
	model := w.adding.model
	model.Set(w.flow.Judging.Rows(), w.flow.Judging.Requests(), w.flow.Survey.Locations(), account)
	model.SetEnds(w.signInLasts())
	model.SetNotAsked(w.flow.Survey.NotAsked())
	if preflight.Done || preflight.Err != nil {
		model.Checked(preflight.Err)
	} else {
		model.Checking()
	}
	w.adding.view.Refresh()
}

// signInLasts is how long the sign-in is good for, 0 if nobody knows.
func (w *Window) signInLasts() time.Duration {
	if ends := w.flow.Connection.SignInEnds(); !ends.IsZero() {
		return max(ends.Sub(w.program.Now()), 0)
	}
	return 0
}

// hold is why the work does not go on by itself.
func (w *Window) hold() add.Hold {
	switch _, held := w.flow.Work.Held(); {
	case held:
		return add.HoldSignIn
	case w.flow.Work.Stopping():
		return add.HoldStop
	case w.flow.Work.Paused():
		return add.HoldPause
	}
	return add.HoldNone
}

func (w *Window) addBottom() bottomState {
	if w.flow.Work.Busy() {
		return w.workBottom()
	}
	model := w.adding.model
	state := bottomState{
		left:    action{label: "Back", do: func() { w.show(screenReview) }},
		hint:    "Nothing has been sent",
		primary: action{label: model.Button(), do: w.askToAdd},
	}
	if reason := model.Blocked(); reason != "" {
		state.hint, state.primary.off = reason, true
	}
	return state
}

// workBottom steers the work on a run.
func (w *Window) workBottom() bottomState {
	state := bottomState{
		left: action{label: "Stop", do: w.flow.Work.Stop, off: w.flow.Work.Stopping()},
		hint: stopHint(w.flow.Work.Doing()), explains: true,
		side: action{label: "Pause", do: w.flow.Work.Pause},
	}
	switch w.hold() {
	case add.HoldNone:
	case add.HoldStop:
		state.side = action{}
	case add.HoldPause:
		state.hint, state.side = "Nothing more is sent until you continue", action{}
		state.primary = action{label: "Continue", do: w.flow.Work.Continue}
	case add.HoldSignIn:
		state.left = action{label: "Leave it for now", do: w.flow.Work.Stop}
		state.hint, state.side = "It goes on by itself after the sign-in", action{}
		state.primary = action{label: "Sign in", do: w.signInAgain}
	}
	return state
}

// askToAdd asks once more, with the name of the organization, and adds.
func (w *Window) askToAdd() {
	if err := w.flow.Ask(); err != nil {
		w.complain(err)
		return
	}
	title, text := w.adding.model.Question()
	w.dialog(widgets.Dialog{Title: title, Text: text, Action: w.adding.model.Button(), OnAction: w.add})
}

func (w *Window) add() {
	if err := w.flow.Add(); err != nil {
		w.complain(err)
		return
	}
	w.follow(screenAdd, screenResults)
}

// follow shows the progress of the work that has just begun at a screen, and then
// where it leads. It does nothing if none has begun.
func (w *Window) follow(at, to screen) {
	if !w.flow.Work.Busy() {
		return
	}
	account, _ := w.flow.Connection.Account()
	n := 0
	for _, r := range w.flow.Work.Sending() {
		n += len(r.Rows)
	}
	a := w.adding
	a.deed, a.from, a.back = w.flow.Work.Doing(), at, to
	a.progress = add.NewProgress(add.Task{
		Headline: deedHeadline(a.deed, n, account.Organization), Requests: w.flow.Work.Sending(), Sends: a.deed.Adds(),
		Organization: nameOf(account.Organization), Practice: account.Organization.Practice,
	}, w.program.Now())
	a.stop = w.loop.Every(time.Second, w.showProgress)
	w.show(at)
}

func (w *Window) showProgress() {
	if w.adding.progress != nil {
		w.adding.view.ShowProgress(w.adding.progress, w.program.Now())
	}
}

// added takes steps of the work.
func (w *Window) added(steps []run.Progress) {
	if w.adding.progress == nil {
		return
	}
	for _, step := range steps {
		w.adding.progress.Take(step, w.program.Now())
	}
	w.showProgress()
}

// ended goes to the result, or says why nothing was done.
func (w *Window) ended(refused error) {
	a := w.adding
	a.stop()
	a.progress, a.shown = nil, addState{}
	if w.current == screenSignIn {
		w.forget(w.flow.Signer.CancelSignIn())
	}
	switch {
	case refused == nil:
		w.show(a.back)
	case a.deed == run.ActionAdd:
		w.show(screenAdd)
		w.complain(refused)
	default:
		w.show(a.back)
		w.complain(refused)
	}
}
