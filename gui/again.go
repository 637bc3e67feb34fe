package gui

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"numberloader/gui/results"
	"numberloader/gui/theme"
	"numberloader/gui/widgets"
	"numberloader/internal/run"
)

// again does something with the run that is shown: in its organization, and after
// a question if something that is in use is changed.
func (w *Window) again(d run.Action) {
	result, _, ok := w.flow.Results.Shown()
	if !ok || w.flow.Work.Busy() {
		return
	}
	o := result.Run.Organization
	w.within(o, func() {
		q, ask := deedQuestion(d, result.Chances[d], result.Chances[run.ActionSettle], o)
		if !ask {
			w.do(d)
			return
		}
		w.dialog(widgets.Dialog{Title: q.title, Text: q.text, Action: q.action, OnAction: func() { w.do(d) }})
	})
}

// do does it and shows the progress.
func (w *Window) do(d run.Action) {
	_, past, _ := w.flow.Results.Shown()
	w.flow.Work.Again(d)
	if past {
		w.follow(screenAgain, screenPast)
	} else {
		w.follow(screenAdd, screenResults)
	}
}

// within calls then when the organization is the connected one. The practice
// organization is connected by itself; another one of Webex has to be signed in
// to.
func (w *Window) within(o run.Organization, then func()) {
	switch {
	case w.flow.Connection.To(o):
		then()
	case o.Practice:
		w.flow.Connection.WithPractice(then)
	default:
		w.dialog(widgets.Dialog{
			Title:  "Sign in to " + o.Name + " first",
			Text:   "This run belongs to " + o.Name + ". " + w.connectedNow() + " Nothing is done before you have signed in.",
			Action: "Sign in",
			OnAction: func() {
				w.wanted = wanted{o, then}
				w.askSignIn(w.usualChoice())
			},
		})
	}
}

// connectedNow says which organization Number Loader works in.
func (w *Window) connectedNow() string {
	account, connected := w.flow.Connection.Account()
	if !connected {
		return "Number Loader is not connected to an organization."
	}
	return "Number Loader works in " + nameOf(account.Organization) + " now."
}

// deeds are what can be done with the run that is shown, as labels in the order
// in which they stand; the one that is done next aside.
func (w *Window) deeds() []labeled {
	result, _, ok := w.flow.Results.Shown()
	if !ok {
		return nil
	}
	next, some := result.Next()
	undoing := result.Run.Undoing()
	var all []labeled
	for _, d := range []run.Action{run.ActionUndo, run.ActionActivate, run.ActionSettle, run.ActionRetry, run.ActionResume} {
		n := result.Chances[d]
		if n > 0 && (!some || d != next) && !misleads(d, result.Chances) {
			all = append(all, labeled{d, deedLabel(d, n, undoing)})
		}
	}
	return all
}

// misleads says that a deed would do something else than its label says: retrying
// also sends what was not sent yet, and resuming only settles if there is nothing
// of that.
func misleads(d run.Action, chances map[run.Action]int) bool {
	unsent := chances[run.ActionResume] > chances[run.ActionSettle]
	return d == run.ActionRetry && unsent || d == run.ActionResume && !unsent
}

// labeled is a deed and its label.
type labeled struct {
	deed  run.Action
	label string
}

// next is what is most likely done next with the run that is shown, as a button;
// ok is false if nothing is left open.
func (w *Window) next() (button action, ok bool) {
	result, _, _ := w.flow.Results.Shown()
	d, ok := result.Next()
	if !ok {
		return action{}, false
	}
	label := deedLabel(d, result.Chances[d], result.Run.Undoing())
	if d == run.ActionResume && w.current == screenHistory {
		label = "Resume: " + numbersOf(result.Chances[d])
	}
	return action{label: label, do: func() { w.again(d) }}, true
}

// resultActions are the deeds as buttons above the rows of a result.
func (w *Window) resultActions() []results.Action {
	var all []results.Action
	for _, l := range w.deeds() {
		var icon fyne.Resource
		if l.deed == run.ActionUndo {
			icon = theme.Colored(fynetheme.ContentUndoIcon(), theme.ColorText)
		}
		all = append(all, results.Action{
			Label: l.label, Icon: icon, Quiet: l.deed == run.ActionUndo, Do: func() { w.again(l.deed) },
		})
	}
	return all
}
