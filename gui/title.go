package gui

import (
	"time"

	"fyne.io/fyne/v2"

	"numberloader/gui/frame"
	"numberloader/internal/phrase"
	"numberloader/internal/run"
)

// title is that of the window, as it stands in the task bar: how far the work on a run
// has come, which file is open, and the program's name.
func (w *Window) title() string {
	name, file := phrase.Text("about.name"), w.flow.File.Name()
	if p := w.adding.progress; p != nil {
		key := "shell.title.working"
		if w.flow.Work.Paused() {
			key = "shell.title.paused"
		}
		if _, held := w.flow.Work.Held(); held {
			key = "shell.title.held"
		}
		return phrase.Text(key, "Share", int(100*p.Share()), "Program", name)
	}
	if file == "" {
		return name
	}
	return phrase.Text("shell.title.file", "File", file, "Program", name)
}

// showTitle brings the title up to date.
func (w *Window) showTitle() {
	if title := w.title(); title != w.titled {
		w.titled = title
		w.window.SetTitle(title)
	}
}

// away knows whether the user works in another window.
type away struct{ behind bool }

// watch follows the window to the back and to the front.
func (a *away) watch(life fyne.Lifecycle) {
	life.SetOnExitedForeground(func() { a.behind = true })
	life.SetOnEnteredForeground(func() { a.behind = false })
}

// longRun is how long work takes that somebody turns away from.
const longRun = 10 * time.Second

// notify tells, by a message of the system's, that long work on a run has ended while
// the window was behind others.
func (a *adding) notify(refused error) {
	if !a.away.behind || a.program.Now().Sub(a.begun) < longRun {
		return
	}
	result, _, _ := a.flow.Results.Shown()
	text := phrase.Text("shell.notice.stopped")
	if refused == nil && result.Run.State != run.Unfinished {
		text = frame.ResultCaption(result.Counts)
	}
	a.app.SendNotification(fyne.NewNotification(a.headline, text))
}
