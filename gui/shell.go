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
	about   *about.View // nil while it is not shown
	worn    worn
	unsaid  bool // the desktop does not say light or dark

	// show goes to a screen if that is ready, and refresh brings everything that is
	// shown up to date.
	show    func(frame.Screen)
	ready   func(frame.Screen) bool
	refresh func()
}

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

// openInOther opens a file in the program that the system has for it.
func (s *shell) openInOther(path string) {
	s.inBackground(func() error { return s.program.OpenInOther(path) })
}

// showInFolder shows a file in its folder.
func (s *shell) showInFolder(path string) {
	s.inBackground(func() error { return s.program.ShowInFolder(path) })
}
