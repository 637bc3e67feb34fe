package inventory

import (
	"fyne.io/fyne/v2"

	"numberloader/gui/export"
	"numberloader/gui/frame"
	"numberloader/internal/phrase"
)

// Exporting is the page on which what Webex holds is saved as a list.
type Exporting struct {
	stage

	screen *frame.Later[*export.Screen]
	page   *frame.Later[*heldPage]
	from   frame.Screen // where it was asked for
}

// NewExporting makes the page.
func NewExporting(cfg Config) *Exporting {
	s := stage{cfg}
	e := &Exporting{stage: s}
	e.screen = frame.NewLater(func() *export.Screen {
		return export.New(export.Config{
			Canvas: s.Canvas(), OnChanged: s.Refresh, OnAgain: func() { e.page.Get().again() },
		})
	})
	e.page = frame.NewLater(func() *heldPage { return newHeldPage(s, e.screen.Get().Content(), e.screen.Get().Begin) })
	return e
}

// Open shows what can be saved, and reads it unless that is known.
func (e *Exporting) Open() {
	if e.At() == frame.Export || !e.Ready(frame.Export) {
		return
	}
	e.from = e.At()
	e.page.Get().open()
	e.GoTo(frame.Export)
}

// Enter says that the page is shown from now on, and returns it.
func (e *Exporting) Enter() fyne.CanvasObject { return e.page.Get().enter() }

// Update brings the page up to date.
func (e *Exporting) Update() {
	if e.At() != frame.Export {
		return
	}
	held := e.Flow.Inventory.Held()
	if account, connected := e.Flow.Connection.Account(); held != nil && connected {
		e.screen.Get().Set(phrase.Organization(account.Organization), held, e.Flow.Inventory.Reading().Begun, e.Now())
	}
	e.page.Get().update(held != nil)
}

// Bottom saves the chosen numbers.
func (e *Exporting) Bottom() frame.State {
	state := frame.State{Left: frame.BackTo(e, e.from)}
	if e.Flow.Inventory.Held() == nil {
		return state
	}
	screen := e.screen.Get()
	n := screen.Count()
	state.Primary = frame.Action{Label: phrase.Text("shell.do.savenumbers", "Count", n), Do: e.save, Off: n == 0}
	switch {
	case screen.Empty():
		state.Hint = phrase.Text("shell.hint.nonumbers")
	case n == 0:
		state.Hint = phrase.Text("shell.hint.nolocation")
	}
	return state
}

// save lets the user keep the chosen numbers as a workbook.
func (e *Exporting) save() {
	numbers := e.screen.Get().Numbers()
	e.Files.Save(phrase.Text("shell.numbers.file"), func(path string, replace bool) error {
		return e.SaveNumbers(path, numbers, replace)
	}, func(path string) {
		e.Files.Saved(path, phrase.Text("shell.numbers.title"), phrase.Text("shell.numbers.text"))
	})
}
