package gui

import (
	"fyne.io/fyne/v2"

	"numberloader/gui/connection"
	"numberloader/gui/frame"
	"numberloader/gui/signin"
	"numberloader/gui/widgets"
	"numberloader/internal/fault"
	"numberloader/internal/phrase"
	"numberloader/internal/run"
)

// wanted is an organization that must be signed in to before something is done.
// Its zero value is none.
type wanted struct {
	organization run.Organization
	then         func()
}

// signing is the organization that the window works in: the menu of the chip, and the
// screen for signing in.
type signing struct {
	*shell

	screen *frame.Later[*signin.Screen]
	before frame.Screen // where the sign-in came from
	wanted wanted       // what waits for a sign-in
}

func newSigning(s *shell) *signing {
	g := &signing{shell: s}
	g.screen = frame.NewLater(g.newScreen)
	return g
}

// organizationMenu is the menu of the chip.
func (s *signing) organizationMenu() *fyne.Menu {
	if s.flow.Work.Busy() {
		busy := fyne.NewMenuItem(phrase.Text("shell.menu.busy"), nil)
		busy.Disabled = true
		return fyne.NewMenu("", busy)
	}
	account, connected := s.flow.Connection.Account()
	practice := fyne.NewMenuItem(phrase.Text("signin.practice.name"), s.usePractice)
	practice.Checked = connected && account.Organization.Practice
	items := []*fyne.MenuItem{
		practice,
		fyne.NewMenuItem(phrase.Text("shell.menu.token"), func() { s.askSignIn(signin.ChoiceToken) }),
		fyne.NewMenuItem(phrase.Text("shell.menu.integration"), func() { s.askSignIn(signin.ChoiceIntegration) }),
	}
	if !connected || account.Organization.Practice {
		return fyne.NewMenu("", items...)
	}
	for i, text := range s.whoIsSignedIn(account) {
		line := fyne.NewMenuItem(text, nil)
		line.Checked, line.Disabled = i == 0, true
		if i == 0 {
			items = append(items, fyne.NewMenuItemSeparator())
		}
		items = append(items, line)
	}
	items = append(items, fyne.NewMenuItemSeparator())
	if len(s.flow.Signer.Customers()) > 0 {
		items = append(items, fyne.NewMenuItem(phrase.Text("shell.menu.elsewhere"), s.askCustomer))
	}
	items = append(items, fyne.NewMenuItem(phrase.Text("shell.menu.signout"), s.signOut))
	if s.flow.Signer.Integration() != "" {
		items = append(items, fyne.NewMenuItem(phrase.Text("signin.integration.forget"), s.askToForget))
	}
	return fyne.NewMenu("", items...)
}

// whoIsSignedIn says in lines which organization it is, who is signed in with
// which role, and when the sign-in ends.
func (s *signing) whoIsSignedIn(account run.Account) []string {
	who := []string{account.Person}
	switch account.Role {
	case run.RoleFullAdministrator:
		who = append(who, phrase.Text("shell.menu.administrator"))
	case run.RoleOther:
		who = append(who, account.RoleName)
	case run.RoleUnknown:
	}
	lines := []string{phrase.OrganizationAlone(account.Organization), phrase.Commas(who)}
	if ends := s.flow.Connection.SignInEnds(); !ends.IsZero() {
		lines = append(lines, phrase.Text("signin.ends", "When", phrase.Moment(ends, s.program.Now())))
	}
	return lines
}

func (s *signing) newScreen() *signin.Screen {
	screen := signin.New(signin.Config{
		OnPractice: s.usePractice, OnCheck: s.flow.Signer.CheckToken, OnBrowser: s.flow.Signer.SignInBrowser, OnDevice: s.flow.Signer.SignInDevice,
		OnCustomer: s.flow.Signer.SignInTo, OnUse: s.useFound, OnForget: s.askToForget, OnChanged: s.Refresh,
		OnStop: s.Drop,
		OnOpen: func(address string) { s.InBackground(func() error { return s.program.OpenURL(address) }) },
		Copy:   s.Copy, Focus: s.Canvas().Focus,
		RedirectAddress: s.program.RedirectAddress, Scopes: s.program.Scopes, Now: s.program.Now,
	})
	screen.Update(s.state())
	return screen
}

// update brings the screen up to date.
func (s *signing) update() {
	s.screen.IfMade(func(screen *signin.Screen) { screen.Update(s.state()) })
}

// state is how far the sign-in is, as its screen shows it.
func (s *signing) state() signin.State {
	now := s.flow.Signer.State()
	state := signin.State{
		Checking: now.Checking, Err: now.Err, Device: now.Way == connection.WayDevice, Code: now.Code, Address: now.Address,
		Customers: now.Customers, Client: s.flow.Signer.Integration(), Wanted: s.wanted.organization,
	}
	if held, ok := s.flow.Work.Held(); ok {
		state.Wanted = held.Run.Organization
	}
	if now.Found != nil {
		state.Found, state.Kept, state.Ends = &now.Found.Account, now.Found.Kept, now.Found.Ends
	}
	return state
}

// usePractice goes to the practice organization.
func (s *signing) usePractice() {
	if s.flow.Work.Busy() {
		return
	}
	s.program.Preferences.SetBool(prefSignedIn, false)
	s.wanted = wanted{}
	s.flow.Connection.UsePractice()
	s.leaveSignIn()
}

// askToken goes to the screen for a token.
func (s *signing) askToken() { s.askSignIn(signin.ChoiceToken) }

// usualChoice is how somebody most likely signs in: as before.
func (s *signing) usualChoice() signin.Choice {
	if s.flow.Signer.Integration() != "" {
		return signin.ChoiceIntegration
	}
	return signin.ChoiceToken
}

// SignInAgain asks for a sign-in in place of one that ended.
func (s *signing) SignInAgain() { s.askSignIn(s.usualChoice()) }

// askSignIn goes to the screen for signing in. While the work on a run is under
// way it does not, unless that waits for it.
func (s *signing) askSignIn(choice signin.Choice) {
	if !s.Ready(frame.SignIn) {
		return
	}
	if s.At() != frame.SignIn {
		s.before = s.At()
	}
	s.flow.Signer.AskIntegration()
	s.screen.Get().Open(choice)
	s.GoTo(frame.SignIn)
}

// askCustomer lets a partner choose another organization.
func (s *signing) askCustomer() {
	s.askSignIn(signin.ChoiceCustomer)
	s.flow.Signer.OfferCustomers()
}

// useFound takes the organization of the sign-in into use, and does what waits for
// it. The next start looks for the sign-in only if it outlives the program.
func (s *signing) useFound() {
	waits, kept := s.wanted, s.state().Kept
	s.wanted = wanted{}
	s.flow.Signer.UseFound()
	s.program.Preferences.SetBool(prefSignedIn, kept)
	s.leaveSignIn()
	if waits.then != nil && s.flow.Connection.To(waits.organization) {
		waits.then()
	}
}

// cancelSignIn goes back to where the sign-in came from.
func (s *signing) cancelSignIn() {
	s.wanted = wanted{}
	s.Drop()
	s.leaveSignIn()
}

func (s *signing) leaveSignIn() {
	if s.At() == frame.SignIn {
		s.GoTo(s.before)
	}
}

// signOut forgets the sign-in and goes back to the practice organization.
func (s *signing) signOut() {
	if s.flow.Work.Busy() {
		return
	}
	s.usePractice()
	s.forget(s.program.SignOut)
}

// askToForget asks before the client ID and the secret are forgotten.
func (s *signing) askToForget() {
	s.Dialog(widgets.Dialog{
		Title:  phrase.Text("shell.forget.title"),
		Text:   phrase.Text("shell.forget.text"),
		Action: phrase.Text("shell.forget.do"),
		OnAction: func() {
			if account, connected := s.flow.Connection.Account(); connected && !account.Organization.Practice {
				s.program.Preferences.SetBool(prefSignedIn, false)
				s.flow.Connection.UsePractice()
			}
			s.forget(s.flow.Signer.ForgetIntegration())
		},
	})
}

// Drop forgets a sign-in that is under way.
func (s *signing) Drop() { s.forget(s.flow.Signer.CancelSignIn()) }

// forget runs what takes a sign-in out of the keychain, which may ask the user,
// in the background.
func (s *signing) forget(forget func() error) {
	if forget != nil {
		s.InBackground(forget)
	}
}

// Within calls then when the organization is the connected one. The practice
// organization is connected by itself; another one of Webex has to be signed in
// to.
func (s *signing) Within(o run.Organization, then func()) {
	switch {
	case s.flow.Connection.To(o):
		then()
	case o.Practice:
		s.flow.Connection.WithPractice(then)
	default:
		s.Dialog(widgets.Dialog{
			Title:  phrase.Text("shell.within.title", "Organization", phrase.Organization(o)),
			Text:   phrase.Sentences(phrase.Text("shell.within.belongs", "Organization", phrase.Organization(o)), s.connectedNow(), phrase.Text("shell.within.first")),
			Action: phrase.Text("words.signin"),
			OnAction: func() {
				s.wanted = wanted{o, then}
				s.askSignIn(s.usualChoice())
			},
		})
	}
}

// connectedNow says which organization Number Loader works in.
func (s *signing) connectedNow() string {
	account, connected := s.flow.Connection.Account()
	if !connected {
		return phrase.Text("shell.within.unconnected")
	}
	return phrase.Text("shell.within.now", "Organization", phrase.Organization(account.Organization))
}

// notConnected says why the organization could not be connected. A sign-in that
// is no longer good is asked for again; one that only could not be checked is
// kept, and tried again when the user wants it or at the next start.
func (s *signing) notConnected(trouble error) {
	question := s.complaint(trouble)
	signedIn := s.program.Preferences.Bool(prefSignedIn)
	switch kind := fault.KindOf(trouble); {
	case !signedIn:
	case kind == fault.SignedOut || kind == fault.TokenRefused:
		s.program.Preferences.SetBool(prefSignedIn, false)
		question.Action, question.OnAction = phrase.Text("words.signin"), s.SignInAgain
	default:
		question.Action, question.OnAction = phrase.Text("shell.do.again"), func() { s.flow.Connection.Connect(true) }
	}
	s.Dialog(question)
}

func (s *signing) canSignOut() bool {
	account, connected := s.flow.Connection.Account()
	return connected && !account.Organization.Practice && !s.flow.Work.Busy()
}

func (s *signing) bottom() frame.State {
	label, reason := s.screen.Get().Primary()
	return frame.State{
		Left:    frame.Action{Label: phrase.Text("words.cancel"), Do: s.cancelSignIn, Leaves: true},
		Hint:    reason,
		Primary: frame.Action{Label: label, Do: s.screen.Get().Press, Off: reason != ""},
	}
}
