package gui

import (
	"fyne.io/fyne/v2"

	"numberloader/internal/phrase"
)

// title is that of the window, as it stands in the task bar: how far the work on a run
// has come, which file is open, and the program's name.
func (w *Window) title() string {
	name, file := phrase.Text("about.name"), w.flow.File.Name()
	if share, working := w.runs.Adding.Share(); working {
		key := "shell.title.working"
		if w.flow.Work.Paused() {
			key = "shell.title.paused"
		}
		if _, held := w.flow.Work.Held(); held {
			key = "shell.title.held"
		}
		return phrase.Text(key, "Share", int(100*share), "Program", name)
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

// watch follows the window to the back and to the front.
func (s *shell) watch(life fyne.Lifecycle) {
	life.SetOnExitedForeground(func() { s.behind = true })
	life.SetOnEnteredForeground(func() { s.behind = false })
}

// Notify tells something by a message of the system's if the window is behind others.
func (s *shell) Notify(title, text string) {
	if s.behind {
		s.app.SendNotification(fyne.NewNotification(title, text))
	}
}
