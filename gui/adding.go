package gui

import (
	"time"

	"numberloader/gui/add"
	"numberloader/gui/widgets"
	"numberloader/internal/run"
)

// adding is the Add screen: the plan and its checks, and then the progress.
type adding struct {
	model    *add.Model
	view     *add.View
	progress *add.Progress // nil while nothing is added
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
	a := &adding{model: &add.Model{}}
	a.view = add.NewView(a.model, add.Actions{
		ChooseLocation: w.job.SetLocation,
		SeeBehind: func() {
			w.show(screenReview)
			w.review.ChooseBehind()
		},
		Retry: w.job.Prepare, CancelCheck: w.job.CancelPrepare, Copy: w.copy,
	})
	return a
}

// refreshAdd brings the plan and its checks up to date. What is drawn is made
// anew only if it changed, so that the keyboard and the scrolling stay.
func (w *Window) refreshAdd() {
	if w.adding.progress != nil {
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
	if preflight.Done || preflight.Err != nil {
		model.Checked(preflight.Err)
	} else {
		model.Checking()
	}
	w.adding.view.Refresh()
}

func (w *Window) addBottom() bottomState {
	if w.job.Adding() {
		return bottomState{
			left: action{label: "Stop", do: w.stopAdding, off: w.job.Stopping()},
			hint: "Stop finishes the request under way and leaves the rest not sent",
		}
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

// askToAdd asks once more, with the name of the organization, and adds.
func (w *Window) askToAdd() {
	title, text := w.adding.model.Question()
	w.dialog(widgets.Dialog{Title: title, Text: text, Action: w.adding.model.Button(), OnAction: w.add})
}

func (w *Window) add() {
	w.job.Add()
	if !w.job.Adding() {
		return
	}
	w.adding.progress = add.NewProgress(w.job.Sending(), w.organizationName(), w.program.Now())
	w.adding.stop = w.loop.Every(time.Second, w.showProgress)
	w.showProgress()
	w.refresh()
}

// organizationName is the organization as it stands in a sentence.
func (w *Window) organizationName() string {
	account, _ := w.job.Account()
	if account.Organization.Practice {
		return "the practice organization"
	}
	return account.Organization.Name
}

func (w *Window) stopAdding() {
	w.job.Stop()
	w.adding.progress.Stop()
	w.showProgress()
}

func (w *Window) showProgress() {
	if w.adding.progress != nil {
		w.adding.view.ShowProgress(w.adding.progress, w.program.Now())
	}
}

// added takes steps of the adding.
func (w *Window) added(steps []run.Progress) {
	if w.adding.progress == nil {
		return
	}
	for _, step := range steps {
		w.adding.progress.Take(step, w.program.Now())
	}
	w.showProgress()
}

// ended goes to the result, or says why nothing was sent.
func (w *Window) ended() {
	w.adding.stop()
	w.adding.progress, w.adding.shown = nil, addState{}
	if err := w.job.AddTrouble(); err != nil {
		w.job.Prepare()
		w.refresh()
		w.complain(err)
		return
	}
	w.show(screenResults)
}
