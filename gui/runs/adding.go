package runs

import (
	"errors"
	"time"

	"fyne.io/fyne/v2"

	"numberloader/gui/add"
	"numberloader/gui/frame"
	"numberloader/gui/widgets"
	"numberloader/gui/work"
	"numberloader/internal/phrase"
	"numberloader/internal/run"
)

// Adding is the Add screen: the plan and its checks, and then the progress of the
// work on a run.
type Adding struct {
	*stage

	model    *add.Model
	view     *add.View
	progress *add.Progress // nil while nothing is done
	deed     run.Action    // that is under way
	way      way           // where that is shown, and where it leads
	before   frame.Screen  // where the plan was asked for
	begin    func()        // begins it once more
	shown    addState
	stop     func() // ends the countdown
	begun    time.Time
	headline string
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

func newAdding(s *stage) *Adding {
	a := &Adding{stage: s, model: &add.Model{}, way: way{at: frame.Add}, before: frame.Review}
	a.view = add.NewView(a.model, add.Actions{
		Canvas:         s.Canvas(),
		ChooseLocation: s.Flow.Decisions.SetLocation,
		SeeBehind:      s.Behind,
		Retry:          s.Flow.Survey.Prepare, CancelCheck: s.Flow.Survey.Cancel, SignIn: s.SignIn.SignInAgain, Copy: s.Copy,
	})
	return a
}

// Content is the plan, or the progress.
func (a *Adding) Content() fyne.CanvasObject { return a.view.Content() }

// Enter is told from which screen the plan is gone to, so that Back leads there.
func (a *Adding) Enter(from frame.Screen) {
	if from == frame.Review || from == frame.Compare {
		a.before = from
	}
}

// Where is the screen on which the work on a run is shown.
func (a *Adding) Where() frame.Screen { return a.way.at }

// Share is how much of the work is done, from 0 to 1; ok is false while there is none.
func (a *Adding) Share() (share float64, ok bool) {
	if a.progress == nil {
		return 0, false
	}
	return a.progress.Share(), true
}

// update brings the plan and its checks, while they are shown, or the progress up to
// date. What is drawn is rebuilt only if it changed, so that the keyboard and the
// scrolling stay.
func (a *Adding) update() {
	if p := a.progress; p != nil {
		p.Hold(a.hold(), a.Now())
		a.showProgress()
		return
	}
	account, _ := a.Flow.Connection.Account()
	preflight := a.Flow.Survey.Preflight()
	if a.At() != frame.Add {
		return
	}
	now := addState{a.Flow.Judging.Judgement(), account, preflight.Checking, preflight.Done, preflight.Err}
	if now == a.shown {
		return
	}
	a.shown = now
	model := a.model
	model.Set(a.Flow.Judging.Plan(), a.Flow.Survey.Locations(), account)
	model.SetChosen(a.Flow.Decisions.Settings().Location)
	model.SetEnds(a.signInLasts())
	model.SetNotAsked(a.Flow.Survey.NotAsked())
	if preflight.Done || preflight.Err != nil {
		model.Checked(preflight.Err)
	} else {
		model.Checking()
	}
	a.view.Refresh()
}

// signInLasts is how long the sign-in is good for, 0 if nobody knows.
func (a *Adding) signInLasts() time.Duration {
	if ends := a.Flow.Connection.SignInEnds(); !ends.IsZero() {
		return max(ends.Sub(a.Now()), 0)
	}
	return 0
}

// hold is why the work does not go on by itself.
func (a *Adding) hold() add.Hold {
	switch _, held := a.Flow.Work.Held(); {
	case held:
		return add.HoldSignIn
	case a.Flow.Work.Stopping():
		return add.HoldStop
	case a.Flow.Work.Paused():
		return add.HoldPause
	}
	return add.HoldNone
}

// Bottom leads back, or adds the numbers; it steers the work while that is done.
func (a *Adding) Bottom() frame.State {
	if a.Flow.Work.Busy() {
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
func (a *Adding) unsent() string {
	if a.Flow.Results.Has() {
		return phrase.Text("shell.hint.unsentmore")
	}
	return phrase.Text("shell.hint.unsent")
}

// workBottom steers the work on a run.
func (a *Adding) workBottom() frame.State {
	state := frame.State{
		Left: frame.Action{Label: phrase.Text("shell.do.stop"), Do: a.Flow.Work.Stop, Off: a.Flow.Work.Stopping()},
		Hint: stopHint(a.Flow.Work.Doing()), Explains: true,
		Side: frame.Action{Label: phrase.Text("shell.do.pause"), Do: a.Flow.Work.Pause},
	}
	switch a.hold() {
	case add.HoldNone:
	case add.HoldStop:
		state.Side = frame.Action{}
	case add.HoldPause:
		state.Hint, state.Side = phrase.Text("shell.hint.paused"), frame.Action{}
		state.Primary = frame.Action{Label: phrase.Text("words.continue"), Do: a.Flow.Work.Continue}
	case add.HoldSignIn:
		state.Left = frame.Action{Label: phrase.Text("shell.do.leave"), Do: a.Flow.Work.Stop}
		state.Hint, state.Side = phrase.Text("shell.hint.held"), frame.Action{}
		state.Primary = frame.Action{Label: phrase.Text("words.signin"), Do: a.SignIn.SignInAgain}
	}
	return state
}

// askToAdd asks once more, with the name of the organization, and adds.
func (a *Adding) askToAdd() {
	if err := a.Flow.Ask(); err != nil {
		a.Complain(err)
		return
	}
	title, text := a.model.Question()
	a.Dialog(widgets.Dialog{Title: title, Text: text, Action: a.model.Button(), OnAction: a.add})
}

func (a *Adding) add() {
	if err := a.Flow.Add(); err != nil {
		a.Complain(err)
		return
	}
	a.follow(a.add, way{frame.Add, frame.Results, frame.Add})
}

// follow shows the progress of the work that begin has just begun, and then where it
// leads. It does nothing if none has begun.
func (a *Adding) follow(begin func(), by way) {
	if !a.Flow.Work.Busy() {
		return
	}
	account, _ := a.Flow.Connection.Account()
	n := 0
	for _, r := range a.Flow.Work.Sending() {
		n += len(r.Rows)
	}
	a.deed, a.way, a.begin = a.Flow.Work.Doing(), by, begin
	a.progress = add.NewProgress(add.Task{
		Headline: deedHeadline(a.deed, n, account.Organization), Requests: a.Flow.Work.Sending(), Sends: a.deed.Adds(),
		Organization: phrase.Organization(account.Organization), Practice: account.Organization.Practice,
	}, a.Now())
	a.begun, a.headline = a.Now(), a.progress.Headline()
	a.stop = a.Loop.Every(time.Second, func() {
		a.showProgress()
		a.Ticked()
	})
	a.GoTo(by.at)
}

func (a *Adding) showProgress() {
	if a.progress != nil {
		a.view.ShowProgress(a.progress, a.Now())
	}
}

// Added takes steps of the work.
func (a *Adding) Added(steps []run.Progress) {
	if a.progress == nil {
		return
	}
	for _, step := range steps {
		a.progress.Take(step, a.Now())
	}
	a.showProgress()
}

// Ended goes to the result, or says why nothing was done.
func (a *Adding) Ended(refused error) {
	a.stop()
	a.progress, a.shown = nil, addState{}
	a.notify(refused)
	if a.At() == frame.SignIn {
		a.SignIn.Drop()
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
func (a *Adding) offerAnyway(nowhere error) {
	message, begin := phrase.Explain(nowhere), a.begin
	a.Dialog(widgets.Dialog{
		Title: phrase.Text("shell.nowhere.title"), Text: phrase.Sentences(message.What, message.Next),
		Action: phrase.Text("shell.nowhere.do"), OnAction: func() { a.Flow.Work.Anyway(begin) },
	})
}

// longRun is how long work takes that somebody turns away from.
const longRun = 10 * time.Second

// notify tells who works in another window that long work on a run has ended.
func (a *Adding) notify(refused error) {
	if a.Now().Sub(a.begun) < longRun {
		return
	}
	result, _, _ := a.Flow.Results.Shown()
	text := phrase.Text("shell.notice.stopped")
	if refused == nil && result.Run.State != run.Unfinished {
		text = frame.ResultCaption(result.Counts)
	}
	a.Notify(a.headline, text)
}
