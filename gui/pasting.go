package gui

import (
	"fyne.io/fyne/v2"

	"numberloader/gui/file"
	"numberloader/gui/frame"
	"numberloader/gui/paste"
	"numberloader/internal/phrase"
)

// pasting is the page on which a list is pasted. It goes on as a file that was opened.
type pasting struct {
	*shell

	list *file.Pasted // nil while the page is not shown
	page *paste.Page
}

// open shows the page without a text.
func (p *pasting) open() { p.openWith("") }

// pasted takes the shortcut for pasting on the first screen: it shows the page with what
// the clipboard holds.
func (p *pasting) pasted(fyne.Shortcut) {
	if p.At() == frame.Open && p.Canvas().Overlays().Top() == nil {
		p.openWith(p.app.Clipboard().Content())
	}
}

func (p *pasting) openWith(text string) {
	if p.flow.Work.Busy() || p.list != nil {
		return
	}
	p.list = p.flow.Questions.Paste()
	p.page = paste.New(paste.Config{
		Canvas: p.Canvas(), List: p.list, Locations: p.flow.Survey.Locations(),
		OnLeave: func() { p.GoTo(frame.Open) }, OnChanged: p.Refresh,
	}, text)
	p.GoTo(frame.Paste)
}

// leave forgets the list.
func (p *pasting) leave() {
	if p.list != nil {
		p.list.Close()
		p.list, p.page = nil, nil
	}
}

// use opens the list as a file.
func (p *pasting) use() {
	list := p.list
	p.list, p.page = nil, nil
	p.GoTo(frame.Open)
	p.flow.Questions.Use(list)
}

// update brings the page up to date.
func (p *pasting) update() {
	if p.page != nil {
		p.page.Refresh()
	}
}

func (p *pasting) bottom() frame.State {
	label, reason, hint := p.page.Button()
	if reason != "" {
		hint = reason
	}
	return frame.State{
		Left: frame.Action{Label: phrase.Text("words.cancel"), Do: func() { p.GoTo(frame.Open) }}, Hint: hint,
		Primary: frame.Action{Label: label, Do: p.use, Off: reason != ""},
	}
}
