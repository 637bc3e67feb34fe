package gui

import (
	"numberloader/gui/runs"
	"numberloader/gui/widgets"
	"numberloader/internal/phrase"
)

// Close closes the window. In the middle of the work on a run it asks first, and
// then waits until the requests under way are finished and written down.
func (w *Window) Close() {
	switch {
	case w.closing:
	case w.flow.Work.Busy():
		account, _ := w.flow.Connection.Account()
		_, held := w.flow.Work.Held()
		q := runs.CloseQuestion(w.flow.Work.Doing(), account.Organization, held)
		w.Dialog(widgets.Dialog{Title: q.Title, Text: q.Text, Cancel: phrase.Text("shell.close.stay"), Action: q.Action, OnAction: w.Quit})
	case !w.flow.Decisions.Kept():
		w.Quit()
	default:
		w.leave()
	}
}

// Quit closes the window without asking, as when the computer shuts down. The
// requests under way are finished and written down first.
func (w *Window) Quit() {
	w.closing = true
	w.flow.File.CancelReading()
	w.flow.Work.Stop()
	w.idle(w.Idle())
}

// leave remembers where the window stands and closes it, once: the end of the program
// asks again.
func (w *Window) leave() {
	if w.left {
		return
	}
	w.rememberPlace()
	w.left = true
	w.window.Close()
}

// idle is told when all work has come home.
func (w *Window) idle(idle bool) {
	if idle && w.closing {
		w.leave()
	}
}
