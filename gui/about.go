package gui

import (
	"numberloader/gui/about"
	"numberloader/gui/keys"
)

// showAbout says what the program is and what it is made of.
func (s *shell) showAbout() {
	s.about = about.Show(about.NewModel(s.facts(), s.program.License, s.program.LicensesOfOthers), about.Config{
		Canvas: s.Canvas(), Icon: s.app.Icon(), Copy: s.Copy, Closed: func() { s.about = nil },
	})
}

// showKeys shows the sheet of keyboard shortcuts.
func (s *shell) showKeys() { keys.Show(s.Canvas()) }

// CloseAbout takes that away, if it is shown.
func (s *shell) CloseAbout() {
	if s.about != nil {
		s.about.Close()
	}
}
