package gui

import (
	"numberloader/gui/export"
	"numberloader/gui/frame"
	"numberloader/internal/phrase"
)

// exporting is the page on which what Webex holds is saved as a list.
type exporting struct {
	*shell

	files  *files
	screen *export.Screen
	page   *heldPage
	from   frame.Screen // where it was asked for
}

func newExporting(s *shell, files *files) *exporting {
	e := &exporting{shell: s, files: files}
	e.screen = export.New(export.Config{
		Canvas: s.Canvas(), OnChanged: s.Refresh, OnAgain: func() { e.page.again() },
	})
	e.page = newHeldPage(s, e.screen.Content(), e.screen.Begin)
	return e
}

// open shows what can be saved, and reads it unless that is known.
func (e *exporting) open() {
	if e.At() == frame.Export || !e.Ready(frame.Export) {
		return
	}
	e.from = e.At()
	e.page.open()
	e.GoTo(frame.Export)
}

// update brings the page up to date.
func (e *exporting) update() {
	if e.At() != frame.Export {
		return
	}
	held := e.flow.Inventory.Held()
	if account, connected := e.flow.Connection.Account(); held != nil && connected {
		e.screen.Set(phrase.Organization(account.Organization), held, e.flow.Inventory.Reading().Begun, e.program.Now())
	}
	e.page.update(held != nil)
}

func (e *exporting) bottom() frame.State {
	state := frame.State{Left: e.backTo(e.from)}
	if e.flow.Inventory.Held() == nil {
		return state
	}
	n := e.screen.Count()
	state.Primary = frame.Action{Label: phrase.Text("shell.do.savenumbers", "Count", n), Do: e.save, Off: n == 0}
	if n == 0 {
		state.Hint = phrase.Text("shell.hint.nolocation")
	}
	return state
}

// save lets the user keep the chosen numbers as a workbook.
func (e *exporting) save() {
	numbers := e.screen.Numbers()
	e.files.save(phrase.Text("shell.numbers.file"), func(path string, replace bool) error {
		return e.program.SaveNumbers(path, numbers, replace)
	}, func(path string) {
		e.files.saved(path, phrase.Text("shell.numbers.title"), phrase.Text("shell.numbers.text"))
	})
}
