package gui

import (
	"context"
	"path/filepath"

	"numberloader/gui/background"
	"numberloader/gui/widgets"
	"numberloader/internal/fault"
	"numberloader/internal/phrase"
)

// InBackground does something that leaves nothing behind but perhaps an error.
func (s *shell) InBackground(do func() error) {
	background.Start(s.loop.Lane(), func(context.Context) (struct{}, error) { return struct{}{}, do() },
		func(_ struct{}, err error) { s.Complain(err) })
}

// Complain shows an error that stopped something small, if there is one.
func (s *shell) Complain(err error) {
	if err == nil || fault.KindOf(err) == fault.Stopped {
		return
	}
	s.Dialog(s.complaint(err))
}

// Tell shows a message.
func (s *shell) Tell(title, text string) {
	s.Dialog(widgets.Dialog{Title: title, Text: text, Cancel: phrase.Text("words.close")})
}

// tellCrash says that the program ended by a fault the last time, and where the details
// are.
func (s *shell) tellCrash() {
	if path := s.program.Crash; path != "" {
		s.tellReport(path, phrase.Text("shell.crash.title"), phrase.Text("shell.crash.text", "File", filepath.Base(path)))
	}
}

// TellFault says that work in the background ended by a fault, and that there is a
// report on it for support. It must be called on the UI thread.
func (w *Window) TellFault(report string) {
	w.tellReport(report, phrase.Text("shell.fault.title"), phrase.Text("shell.fault.text", "File", filepath.Base(report)))
}

// tellReport says that there is a report on a fault.
func (s *shell) tellReport(path, title, text string) {
	s.Dialog(widgets.Dialog{
		Title: title, Text: text,
		Cancel: phrase.Text("words.close"), Action: phrase.Text("words.folder"), OnAction: func() { s.ShowInFolder(path) },
	})
}

func (s *shell) complaint(err error) widgets.Dialog {
	message := phrase.Explain(err)
	return widgets.Dialog{
		Title: message.Title, Text: phrase.Sentences(message.What, message.Next), Cancel: phrase.Text("words.close"),
		Body: widgets.NewDetails(message.Details, s.Copy).Object(),
	}
}

// Dialog shows a dialog, unless there is one already. What the program says of
// itself gives way.
func (s *shell) Dialog(d widgets.Dialog) {
	s.CloseAbout()
	if s.Canvas().Overlays().Top() == nil {
		d.Show(s.Canvas())
	}
}

// Copy puts a text on the clipboard.
func (s *shell) Copy(text string) { s.app.Clipboard().SetContent(text) }
