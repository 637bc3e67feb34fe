package gui

import (
	"runtime"

	"numberloader/gui/about"
)

// showAbout says what the program is and what it is made of.
func (w *Window) showAbout() {
	facts := about.Facts{Version: w.program.Version, OS: runtime.GOOS, Arch: runtime.GOARCH, Drawing: w.program.Drawing}
	w.about = about.Show(about.NewModel(facts, w.program.License, w.program.LicensesOfOthers), about.Config{
		Canvas: w.window.Canvas(), Icon: w.app.Icon(), Copy: w.copy, Closed: func() { w.about = nil },
	})
}

// closeAbout takes that away, if it is shown.
func (w *Window) closeAbout() {
	if w.about != nil {
		w.about.Close()
	}
}
