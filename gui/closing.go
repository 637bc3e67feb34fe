package gui

import (
	"numberloader/gui/widgets"
)

// Close closes the window. While numbers are being added it asks first, and then
// waits until the request under way is finished and written down.
func (w *Window) Close() {
	switch {
	case w.closing:
	case w.job.Adding():
		w.dialog(widgets.Dialog{
			Title:  "Stop adding and close?",
			Text:   "Number Loader is adding numbers to " + w.organizationName() + ". The request under way is finished, and the rest is left not sent. What was added is in History.",
			Cancel: "Keep adding", Action: "Stop and close", OnAction: w.Quit,
		})
	default:
		w.leave()
	}
}

// Quit closes the window without asking, as when the computer shuts down. The
// request under way is finished and written down first.
func (w *Window) Quit() {
	w.closing = true
	w.job.Stop()
	w.idle(w.Idle())
}

// leave remembers the size and closes the window.
func (w *Window) leave() {
	size := w.window.Canvas().Size()
	w.app.Preferences().SetFloat(prefWidth, float64(size.Width))
	w.app.Preferences().SetFloat(prefHeight, float64(size.Height))
	w.window.Close()
}

// idle is told when all work has come home.
func (w *Window) idle(idle bool) {
	if idle && w.closing {
		w.leave()
	}
}
