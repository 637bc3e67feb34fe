package runs

import (
	"fyne.io/fyne/v2"

	"numberloader/gui/activate"
	"numberloader/gui/frame"
	"numberloader/gui/widgets"
	"numberloader/internal/activation"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
	"numberloader/internal/run"
)

// Activating is the page on which inactive numbers of the open list are made active,
// and the progress of that.
type Activating struct {
	*stage

	adding *Adding
	model  *activate.Model
	view   *activate.View
	from   frame.Screen // where it was asked for
	asked  int          // the judgement whose rows were asked about
	failed error        // that is shown
}

func newActivating(s *stage, adding *Adding) *Activating {
	a := &Activating{stage: s, adding: adding, model: &activate.Model{}}
	a.view = activate.NewView(a.model, activate.Config{
		Canvas: s.Canvas(), OnChanged: s.Refresh, OnOthers: func() { s.GoTo(frame.Review) },
		OnRetry: s.Flow.ReadWaiting, OnStop: s.Flow.Waiting.Stop, OnSignIn: s.SignIn.SignInAgain, Copy: s.Copy,
	})
	return a
}

// Open finds out which numbers of the open list are inactive, and shows them.
func (a *Activating) Open() {
	if !a.Ready(frame.Activate) || a.Flow.Work.Busy() {
		return
	}
	a.from = a.At()
	a.Flow.Waiting.Forget()
	a.GoTo(frame.Activate)
}

// Content is the page, or the progress of what it has begun.
func (a *Activating) Content() (content fyne.CanvasObject, first fyne.Focusable) {
	if a.Flow.Work.Busy() {
		return a.adding.view.Content(), nil
	}
	return a.view.Content(), a.view.First()
}

// update brings the page up to date. What was not found out yet for the rows as they
// are now is asked.
func (a *Activating) update() {
	if a.At() != frame.Activate || a.Flow.Work.Busy() {
		return
	}
	account, _ := a.Flow.Connection.Account()
	judgement, waiting := a.Flow.Judging.Judgement(), a.Flow.Waiting
	list, err := waiting.List()
	switch unasked := list == nil && err == nil && !waiting.Reading(); {
	case a.Flow.Survey.Preflight().Checking: // the rows are judged with its answer
		a.model.Reading(account, false)
	case unasked || judgement != a.asked:
		a.asked = judgement
		a.Flow.ReadWaiting()
		return
	case waiting.Reading():
		a.model.Reading(account, true)
		defer a.focus()
	case err != nil:
		if err == a.failed { //nolint:errorlint // whether it is shown already
			return
		}
		a.model.Failed(account, err)
		defer a.focus()
	case list != a.model.List():
		a.model.Set(account, list, a.Flow.Judging.Counts().Rows, a.column(), a.Now())
		defer a.focus()
	}
	a.failed = err
	a.view.Refresh()
}

// focus gives the keyboard to what can be chosen, unless a dialog has it.
func (a *Activating) focus() {
	if first := a.view.First(); first != nil && a.Canvas().Overlays().Top() == nil {
		a.Canvas().Focus(first)
	}
}

// column is the letter of the column with the days, "" if there is none or the lists of
// the file have different ones.
func (a *Activating) column() string {
	table := a.Flow.File.Table()
	at, ok := table.Columns[number.FieldActivateOn]
	if !ok || len(table.Further) > 0 {
		return ""
	}
	return number.ColumnName(at)
}

// Bottom steers the page, or the work that it has begun.
func (a *Activating) Bottom() frame.State {
	if a.Flow.Work.Busy() {
		return a.adding.workBottom()
	}
	state := frame.State{
		Left: frame.Action{Label: phrase.Text("shell.do.back"), Do: func() { a.GoTo(a.from) }, Leaves: true},
		Hint: phrase.Text("shell.hint.unsent"), Primary: frame.Action{Label: a.model.Button(), Do: a.ask},
	}
	if reason := a.model.Blocked(); reason != "" {
		state.Hint, state.Primary.Off = reason, true
	}
	return state
}

// ask asks once more, with the name of the organization, and activates.
func (a *Activating) ask() {
	account, _ := a.Flow.Connection.Account()
	list, takes := a.model.List(), a.model.Takes()
	q, _ := deedQuestion(run.ActionActivate, a.model.Chosen(), 0, account.Organization)
	a.Dialog(widgets.Dialog{Title: q.Title, Text: q.Text, Action: q.Action, OnAction: func() { a.activate(list, takes) }})
}

func (a *Activating) activate(list *activation.List, takes func(*activation.Number) bool) {
	a.Flow.ActivateList(list, takes)
	a.adding.follow(func() { a.activate(list, takes) }, way{frame.Activate, frame.Past, frame.Activate})
}
