package gui

import (
	"context"

	"fyne.io/fyne/v2"

	background "numberloader/gui/run"
	"numberloader/gui/signin"
	"numberloader/gui/widgets"
	"numberloader/internal/fault"
)

// organizationMenu is the menu of the chip.
func (w *Window) organizationMenu() *fyne.Menu {
	account, connected := w.job.Account()
	practice := fyne.NewMenuItem("Practice organization", w.usePractice)
	practice.Checked = connected && account.Organization.Practice
	items := []*fyne.MenuItem{practice, fyne.NewMenuItem("Access token…", w.askToken)}
	if connected && !account.Organization.Practice {
		current := fyne.NewMenuItem(account.Organization.Name, nil)
		current.Checked, current.Disabled = true, true
		items = append(items, fyne.NewMenuItemSeparator(), current, fyne.NewMenuItem("Sign out", w.signOut))
	}
	return fyne.NewMenu("", items...)
}

// usePractice goes to the practice organization.
func (w *Window) usePractice() {
	w.app.Preferences().SetBool(prefSignedIn, false)
	w.job.UsePractice()
	w.leaveSignIn()
}

// askToken goes to the screen for a token.
func (w *Window) askToken() {
	if w.job.Adding() {
		return
	}
	if w.current != screenSignIn {
		w.before = w.current
	}
	w.signIn.Open(signin.ChoiceToken)
	w.show(screenSignIn)
}

// useFound takes the organization of the checked token into use.
func (w *Window) useFound() {
	w.job.UseFound()
	w.app.Preferences().SetBool(prefSignedIn, true)
	w.leaveSignIn()
}

// cancelSignIn goes back to where the sign-in came from.
func (w *Window) cancelSignIn() {
	w.forget(w.job.CancelSignIn())
	w.leaveSignIn()
}

func (w *Window) leaveSignIn() {
	if w.current == screenSignIn {
		w.show(w.before)
	}
}

// signOut forgets the token and goes back to the practice organization.
func (w *Window) signOut() {
	w.usePractice()
	w.forget(w.program.SignOut)
}

// forget runs what takes a token out of the keychain, which may ask the user,
// in the background.
func (w *Window) forget(forget func() error) {
	if forget != nil {
		w.inBackground(forget)
	}
}

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
		question.Action, question.OnAction = "Sign in", w.askToken
	default:
		question.Action, question.OnAction = "Try again", func() { w.job.Connect(true) }
	}
	w.dialog(question)
}

// dialog shows a dialog, unless there is one already.
func (w *Window) dialog(d widgets.Dialog) {
	if w.window.Canvas().Overlays().Top() == nil {
		d.Show(w.window.Canvas())
	}
}

// copy puts a text on the clipboard.
func (w *Window) copy(text string) { w.app.Clipboard().SetContent(text) }
