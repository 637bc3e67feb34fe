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
		ChooseLocation: w.job.SetLocation,
		SeeBehind: func() {
			w.show(screenReview)
			w.review.ChooseBehind()
		},
		Retry: w.job.Prepare, CancelCheck: w.job.CancelPrepare, SignIn: w.signInAgain, Copy: w.copy,
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
	account, _ := w.job.Account()
	preflight := w.job.Preflight()
	now := addState{w.job.Judgement(), account, preflight.Checking, preflight.Done, preflight.Err}
	if now == w.adding.shown {
		return
	}
	w.adding.shown = now
	model := w.adding.model
	model.Set(w.job.Rows(), w.job.Requests(), w.job.Locations(), account)
	model.SetEnds(w.signInLasts())
	model.SetNotAsked(w.job.NotAsked())
	if preflight.Done || preflight.Err != nil {
		model.Checked(preflight.Err)
	} else {
		model.Checking()
	}
	w.adding.view.Refresh()
}

// signInLasts is how long the sign-in is good for, 0 if nobody knows.
func (w *Window) signInLasts() time.Duration {
	if ends := w.job.SignInEnds(); !ends.IsZero() {
		return max(ends.Sub(w.program.Now()), 0)
	}
	return 0
}

// hold is why the work does not go on by itself.
func (w *Window) hold() add.Hold {
	switch _, held := w.job.Held(); {
	case held:
		return add.HoldSignIn
	case w.job.Stopping():
		return add.HoldStop
	case w.job.Paused():
		return add.HoldPause
	}
	return add.HoldNone
}

func (w *Window) addBottom() bottomState {
	if w.job.Adding() {
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
		left: action{label: "Stop", do: w.job.Stop, off: w.job.Stopping()},
		hint: stopHint(w.job.Doing()), explains: true,
		side: action{label: "Pause", do: w.job.Pause},
	}
	switch w.hold() {
	case add.HoldNone:
	case add.HoldStop:
		state.side = action{}
	case add.HoldPause:
		state.hint, state.side = "Nothing more is sent until you continue", action{}
		state.primary = action{label: "Continue", do: w.job.Continue}
	case add.HoldSignIn:
		state.left = action{label: "Leave it for now", do: w.job.Stop}
		state.hint, state.side = "It goes on by itself after the sign-in", action{}
		state.primary = action{label: "Sign in", do: w.signInAgain}
	}
	return state
}

// askToAdd asks once more, with the name of the organization, and adds.
func (w *Window) askToAdd() {
	title, text := w.adding.model.Question()
	w.dialog(widgets.Dialog{Title: title, Text: text, Action: w.adding.model.Button(), OnAction: w.add})
}

func (w *Window) add() {
	w.job.Add()
	w.follow(screenAdd, screenResults)
}

// follow shows the progress of the work that has just begun at a screen, and then
// where it leads. It does nothing if none has begun.
func (w *Window) follow(at, to screen) {
	if !w.job.Adding() {
		return
	}
	account, _ := w.job.Account()
	n := 0
	for _, r := range w.job.Sending() {
		n += len(r.Rows)
	}
	a := w.adding
	a.deed, a.from, a.back = w.job.Doing(), at, to
	a.progress = add.NewProgress(add.Task{
		Headline: deedHeadline(a.deed, n, account.Organization), Requests: w.job.Sending(), Sends: a.deed.Adds(),
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
func (w *Window) ended() {
	a := w.adding
	a.stop()
	a.progress, a.shown = nil, addState{}
	if w.current == screenSignIn {
		w.forget(w.job.CancelSignIn())
	}
	err := w.job.AddTrouble()
	switch {
	case err == nil:
		w.show(a.back)
	case a.deed == run.ActionAdd:
		w.show(screenAdd)
		w.complain(err)
	default:
		w.show(a.back)
		w.complain(err)
	}
}
