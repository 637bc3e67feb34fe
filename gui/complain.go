package gui

import (
	"context"

	"numberloader/gui/background"
	"numberloader/gui/widgets"
	"numberloader/internal/fault"
)

// inBackground does something that leaves nothing behind but perhaps an error.
func (w *Window) inBackground(do func() error) {
	background.Start(w.loop.Lane(), func(context.Context) (struct{}, error) { return struct{}{}, do() },
		func(_ struct{}, err error) { w.complain(err) })
}

// complain shows an error that stopped something small, if there is one.
func (w *Window) complain(err error) {
	if err == nil || fault.KindOf(err) == fault.Stopped {
		return
	}
	w.dialog(w.complaint(err))
}

func (w *Window) complaint(err error) widgets.Dialog {
	message := fault.Explain(err)
	return widgets.Dialog{
		Title: message.Title, Text: message.What + " " + message.Next, Cancel: "Close",
		Body: widgets.NewDetails(message.Details, w.copy).Object(),
	}
}

// notConnected says why the organization could not be connected. A sign-in that
// is no longer good is asked for again; one that only could not be checked is
// kept, and tried again when the user wants it or at the next start.
func (w *Window) notConnected(trouble error) {
	question := w.complaint(trouble)
	signedIn := w.app.Preferences().Bool(prefSignedIn)
	switch kind := fault.KindOf(trouble); {
	case !signedIn:
	case kind == fault.SignedOut || kind == fault.TokenRefused:
		w.app.Preferences().SetBool(prefSignedIn, false)
		question.Action, question.OnAction = "Sign in", w.signInAgain
	default:
		question.Action, question.OnAction = "Try again", func() { w.flow.Connection.Connect(true) }
	}
	w.dialog(question)
}

// dialog shows a dialog, unless there is one already. What the program says of
// itself gives way.
func (w *Window) dialog(d widgets.Dialog) {
	w.closeAbout()
	if w.window.Canvas().Overlays().Top() == nil {
		d.Show(w.window.Canvas())
	}
}

// copy puts a text on the clipboard.
func (w *Window) copy(text string) { w.app.Clipboard().SetContent(text) }
