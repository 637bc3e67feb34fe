package gui

import (
	"strings"

	"fyne.io/fyne/v2"

	"numberloader/gui/connection"
	"numberloader/gui/signin"
	"numberloader/gui/widgets"
	"numberloader/internal/run"
)

// wanted is an organization that must be signed in to before something is done.
// Its zero value is none.
type wanted struct {
	organization run.Organization
	then         func()
}

// organizationMenu is the menu of the chip.
func (w *Window) organizationMenu() *fyne.Menu {
	if w.flow.Work.Busy() {
		busy := fyne.NewMenuItem("It can be changed when the work is done", nil)
		busy.Disabled = true
		return fyne.NewMenu("", busy)
	}
	account, connected := w.flow.Connection.Account()
	practice := fyne.NewMenuItem("Practice organization", w.usePractice)
	practice.Checked = connected && account.Organization.Practice
	items := []*fyne.MenuItem{
		practice,
		fyne.NewMenuItem("Access token…", func() { w.askSignIn(signin.ChoiceToken) }),
		fyne.NewMenuItem("Your company's integration…", func() { w.askSignIn(signin.ChoiceIntegration) }),
	}
	if !connected || account.Organization.Practice {
		return fyne.NewMenu("", items...)
	}
	for i, text := range w.whoIsSignedIn(account) {
		line := fyne.NewMenuItem(text, nil)
		line.Checked, line.Disabled = i == 0, true
		if i == 0 {
			items = append(items, fyne.NewMenuItemSeparator())
		}
		items = append(items, line)
	}
	items = append(items, fyne.NewMenuItemSeparator())
	if len(w.flow.Signer.Customers()) > 0 {
		items = append(items, fyne.NewMenuItem("Another organization…", w.askCustomer))
	}
	items = append(items, fyne.NewMenuItem("Sign out", w.signOut))
	if w.flow.Signer.Integration() != "" {
		items = append(items, fyne.NewMenuItem("Forget the integration", w.askToForget))
	}
	return fyne.NewMenu("", items...)
}

// whoIsSignedIn says in lines which organization it is, who is signed in with
// which role, and when the sign-in ends.
func (w *Window) whoIsSignedIn(account run.Account) []string {
	who := []string{account.Person}
	switch account.Role {
	case run.RoleFullAdministrator:
		who = append(who, "full administrator")
	case run.RoleOther:
		who = append(who, account.RoleName)
	case run.RoleUnknown:
	}
	lines := []string{account.Organization.Name, strings.Join(who, ", ")}
	if ends := w.flow.Connection.SignInEnds(); !ends.IsZero() {
		lines = append(lines, "The sign-in ends "+signin.Moment(ends, w.program.Now()))
	}
	return lines
}

func (w *Window) newSignIn() *signin.Screen {
	return signin.New(signin.Config{
		OnPractice: w.usePractice, OnCheck: w.flow.Signer.CheckToken, OnBrowser: w.flow.Signer.SignInBrowser, OnDevice: w.flow.Signer.SignInDevice,
		OnCustomer: w.flow.Signer.SignInTo, OnUse: w.useFound, OnForget: w.askToForget, OnChanged: w.refresh,
		OnStop: func() { w.forget(w.flow.Signer.CancelSignIn()) },
		OnOpen: func(address string) { w.inBackground(func() error { return w.program.OpenURL(address) }) },
		Copy:   w.copy, Focus: w.window.Canvas().Focus,
		RedirectAddress: w.program.RedirectAddress, Scopes: w.program.Scopes, Now: w.program.Now,
	})
}

// signInState is how far the sign-in is, as its screen shows it.
func (w *Window) signInState() signin.State {
	s := w.flow.Signer.State()
	state := signin.State{
		Checking: s.Checking, Err: s.Err, Device: s.Way == connection.WayDevice, Code: s.Code, Address: s.Address,
		Customers: s.Customers, Client: w.flow.Signer.Integration(), Wanted: w.wanted.organization,
	}
	if held, ok := w.flow.Work.Held(); ok {
		state.Wanted = held.Run.Organization
	}
	if s.Found != nil {
		state.Found, state.Kept, state.Ends = &s.Found.Account, s.Found.Kept, s.Found.Ends
	}
	return state
}

// usePractice goes to the practice organization.
func (w *Window) usePractice() {
	if w.flow.Work.Busy() {
		return
	}
	w.app.Preferences().SetBool(prefSignedIn, false)
	w.wanted = wanted{}
	w.flow.Connection.UsePractice()
	w.leaveSignIn()
}

// askToken goes to the screen for a token.
func (w *Window) askToken() { w.askSignIn(signin.ChoiceToken) }

// usualChoice is how somebody most likely signs in: as before.
func (w *Window) usualChoice() signin.Choice {
	if w.flow.Signer.Integration() != "" {
		return signin.ChoiceIntegration
	}
	return signin.ChoiceToken
}

// signInAgain asks for a sign-in in place of one that ended.
func (w *Window) signInAgain() { w.askSignIn(w.usualChoice()) }

// askSignIn goes to the screen for signing in. While the work on a run is under
// way it does not, unless that waits for it.
func (w *Window) askSignIn(choice signin.Choice) {
	if !w.progress().ready(screenSignIn) {
		return
	}
	if w.current != screenSignIn {
		w.before = w.current
	}
	w.flow.Signer.AskIntegration()
	w.signIn.Open(choice)
	w.show(screenSignIn)
}

// askCustomer lets a partner choose another organization.
func (w *Window) askCustomer() {
	w.askSignIn(signin.ChoiceCustomer)
	w.flow.Signer.OfferCustomers()
}

// useFound takes the organization of the sign-in into use, and does what waits for
// it.
func (w *Window) useFound() {
	waits := w.wanted
	w.wanted = wanted{}
	w.flow.Signer.UseFound()
	w.app.Preferences().SetBool(prefSignedIn, true)
	w.leaveSignIn()
	if waits.then != nil && w.flow.Connection.To(waits.organization) {
		waits.then()
	}
}

// cancelSignIn goes back to where the sign-in came from.
func (w *Window) cancelSignIn() {
	w.wanted = wanted{}
	w.forget(w.flow.Signer.CancelSignIn())
	w.leaveSignIn()
}

func (w *Window) leaveSignIn() {
	if w.current == screenSignIn {
		w.show(w.before)
	}
}

// signOut forgets the sign-in and goes back to the practice organization.
func (w *Window) signOut() {
	if w.flow.Work.Busy() {
		return
	}
	w.usePractice()
	w.forget(w.program.SignOut)
}

// askToForget asks before the client ID and the secret are forgotten.
func (w *Window) askToForget() {
	w.dialog(widgets.Dialog{
		Title:  "Forget the integration?",
		Text:   "Number Loader signs out and forgets the client ID and the secret. To sign in this way again, you enter them again.",
		Action: "Forget it",
		OnAction: func() {
			if account, connected := w.flow.Connection.Account(); connected && !account.Organization.Practice {
				w.app.Preferences().SetBool(prefSignedIn, false)
				w.flow.Connection.UsePractice()
			}
			w.forget(w.flow.Signer.ForgetIntegration())
		},
	})
}

// forget runs what takes a sign-in out of the keychain, which may ask the user,
// in the background.
func (w *Window) forget(forget func() error) {
	if forget != nil {
		w.inBackground(forget)
	}
}
