package gui

import (
	"fyne.io/fyne/v2"

	"numberloader/gui/about"
	"numberloader/gui/background"
	"numberloader/gui/flow"
	"numberloader/gui/frame"
	"numberloader/gui/open"
	"numberloader/internal/phrase"
)

// shell is what every part of the window stands on: the toolkit's window, the
// program, the flow, and the way to another screen.
type shell struct {
	app     fyne.App
	window  fyne.Window
	program Program
	loop    *background.Loop
	flow    *flow.Flow
	current frame.Screen
	behind  bool        // other windows: the user works there
	about   *about.View // nil while it is not shown
	worn    worn
	unsaid  bool // the desktop does not say light or dark
	ways    ways
}

// ways are those between the screens, as the window knows them.
type ways interface {
	goTo(to frame.Screen)
	canGoTo(to frame.Screen) bool
	update()
}

// At is the screen that is shown.
func (s *shell) At() frame.Screen { return s.current }

// Ready says that a screen can be gone to now.
func (s *shell) Ready(to frame.Screen) bool { return s.ways.canGoTo(to) }

// GoTo goes to a screen if that is ready.
func (s *shell) GoTo(to frame.Screen) { s.ways.goTo(to) }

// Refresh brings everything that is shown up to date.
func (s *shell) Refresh() { s.ways.update() }

// Canvas is what the window draws on.
func (s *shell) Canvas() fyne.Canvas { return s.window.Canvas() }

// opening is what the Open screen needs of the flow.
func (s *shell) opening() open.Opening {
	return open.Opening{File: s.flow.File, Questions: s.flow.Questions, Decided: s.flow.Decisions, Judged: s.flow.Judging}
}

// connectionHint says why nothing is connected.
func (s *shell) connectionHint() string {
	if s.flow.Connection.Connecting() {
		return phrase.Text("shell.hint.connecting")
	}
	return phrase.Text("shell.hint.unconnected")
}

// OpenInOther opens a file or a folder in the program that the system has for it.
func (s *shell) OpenInOther(path string) {
	s.InBackground(func() error { return s.program.OpenInOther(path) })
}

// ShowInFolder shows a file in its folder.
func (s *shell) ShowInFolder(path string) {
	s.InBackground(func() error { return s.program.ShowInFolder(path) })
}
