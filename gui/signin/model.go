// Package signin is the screen that chooses where numbers go: the practice
// organization, or Webex with an access token or with the company's integration.
// Model files know no toolkit, view files decide nothing.
package signin

import (
	"strings"
	"time"

	"numberloader/internal/phrase"
	"numberloader/internal/run"
)

// TokenPage is where Webex gives an access token to who is signed in there.
const TokenPage = "https://developer.webex.com/docs/getting-your-personal-access-token" //nolint:gosec // an address, not a token

// RegisterPage is where an integration is registered.
const RegisterPage = "https://developer.webex.com/my-apps/new/integration"

// Choice is where numbers are to go.
type Choice uint8

// The choices.
const (
	ChoicePractice Choice = iota
	ChoiceToken
	ChoiceIntegration
	ChoiceCustomer // one of the organizations of a partner
)

// State is how far a sign-in is.
type State struct {
	Checking bool
	Err      error
	// Device says that the sign-in waits for a code; Code and Address are empty
	// until they are known.
	Device        bool
	Code, Address string
	// Found is whose the sign-in is, nil until that is known. Kept says that it
	// is in the keychain. Ends is when it ends, zero if nobody knows.
	Found *run.Account
	Kept  bool
	Ends  time.Time
	// Customers are the organizations that a partner can choose from.
	Customers []run.Organization
	// Client is the ID of the company's integration that is kept, "" for none.
	Client string
	// Wanted is the organization whose run waits for the sign-in; its zero value
	// is none.
	Wanted run.Organization
}

// signs reports whether two states are the same as far as the sign-in goes.
func (s *State) signs(o *State) bool {
	return s.Checking == o.Checking && s.Err == o.Err && s.Code == o.Code && s.Found == o.Found && //nolint:errorlint // whether it is the same value
		s.Device == o.Device && len(s.Customers) == len(o.Customers)
}

// same reports whether two states look the same.
func (s *State) same(o *State) bool {
	return s.signs(o) && s.Client == o.Client && s.Wanted == o.Wanted
}

// Model is the state of the screen. Its zero value chooses the practice
// organization.
type Model struct {
	choice     Choice
	token      string
	id, secret string
	search     string
	state      State
	now        func() time.Time // without it times have their day
}

// Choose chooses where numbers are to go.
func (m *Model) Choose(c Choice) { m.choice = c }

// Choice is what is chosen.
func (m *Model) Choice() Choice { return m.choice }

// Type takes what is in the field of the token. Blanks and line ends, which come
// along when a token is copied, are no part of it.
func (m *Model) Type(text string) {
	if token := squeeze(text); token != m.token {
		m.token = token
		m.anew()
	}
}

// TypeClient takes what is in the fields of the client ID and the secret.
func (m *Model) TypeClient(id, secret string) {
	if id, secret = squeeze(id), squeeze(secret); id != m.id || secret != m.secret {
		m.id, m.secret = id, secret
		m.anew()
	}
}

// anew forgets what came of the sign-in before.
func (m *Model) anew() {
	m.state = State{Client: m.state.Client, Wanted: m.state.Wanted}
}

func squeeze(text string) string { return strings.Join(strings.Fields(text), "") }

// Token is the token that was typed.
func (m *Model) Token() string { return m.token }

// Client is the client ID and the secret that were typed; both are empty if the
// kept ones are to be used.
func (m *Model) Client() (id, secret string) {
	if m.state.Client != "" {
		return "", ""
	}
	return m.id, m.secret
}

// KeptClient is the client ID that is kept, "" for none.
func (m *Model) KeptClient() string { return m.state.Client }

// Set takes how far the sign-in is. A partner chooses a customer next.
func (m *Model) Set(s State) {
	if len(s.Customers) > 0 && len(m.state.Customers) == 0 {
		m.choice = ChoiceCustomer
	}
	m.state = s
}

// Step is what the button at the bottom right does.
type Step uint8

// The steps.
const (
	StepPractice Step = iota // use the practice organization
	StepCheck                // ask whose the token is
	StepBrowser              // sign in with Webex
	StepUse                  // use the organization of the sign-in
)

// Primary is the button at the bottom right. reason says why it can't be pressed,
// "" if it can.
func (m *Model) Primary() (label string, step Step, reason string) {
	label, step = phrase.Text("signin.token.check"), StepCheck
	switch {
	case m.choice == ChoicePractice:
		return phrase.Text("signin.practice.use"), StepPractice, m.belongs(run.Organization{Practice: true})
	case m.state.Found != nil:
		return phrase.Text("signin.use", "Organization", phrase.Organization(m.state.Found.Organization)), StepUse, m.belongs(m.state.Found.Organization)
	case m.choice == ChoiceIntegration:
		label, step = phrase.Text("signin.integration.signin"), StepBrowser
	case m.choice == ChoiceCustomer:
		label, step = phrase.Text("signin.customer.use"), StepUse
	}
	return label, step, m.lacks()
}

// belongs says why an organization cannot be used, "" if it can.
func (m *Model) belongs(o run.Organization) string {
	w := m.state.Wanted
	if w == (run.Organization{}) || w.Practice == o.Practice && w.ID == o.ID {
		return ""
	}
	return phrase.Text("signin.belongs", "Organization", phrase.Organization(w))
}

// lacks is what is missing before somebody can sign in, or what is waited for.
func (m *Model) lacks() string {
	switch {
	case m.state.Device && m.state.Checking:
		return phrase.Text("signin.integration.code")
	case m.state.Checking && m.choice == ChoiceIntegration:
		return phrase.Text("signin.integration.browser")
	case m.state.Checking && m.choice == ChoiceCustomer:
		return phrase.Text("signin.customer.checking")
	case m.state.Checking:
		return phrase.Text("signin.token.checking")
	case m.choice == ChoiceCustomer:
		return phrase.Text("signin.customer.missing")
	case m.choice == ChoiceToken && m.token == "":
		return phrase.Text("signin.token.missing")
	case m.choice == ChoiceIntegration && m.state.Client == "" && (m.id == "" || m.secret == ""):
		return phrase.Text("signin.integration.missing")
	}
	return ""
}

// CanSignIn reports whether the integration is complete and nobody is being waited for.
func (m *Model) CanSignIn() bool { return m.choice == ChoiceIntegration && m.lacks() == "" }

// Trouble says why the sign-in was not accepted. ok is false if it was.
func (m *Model) Trouble() (message phrase.Message, ok bool) {
	if m.state.Err == nil || m.choice == ChoicePractice {
		return phrase.Message{}, false
	}
	return phrase.Explain(m.state.Err), true
}

// Code is the code that is to be entered at an address; ok is false while there
// is none.
func (m *Model) Code() (code, address string, ok bool) {
	return m.state.Code, m.state.Address, m.state.Checking && m.state.Device && m.state.Code != ""
}

// Waiting says what is waited for, "" for nothing.
func (m *Model) Waiting() string {
	if !m.state.Checking {
		return ""
	}
	return phrase.Text("signin.waiting", "What", m.lacks())
}

// Wanted is what the sign-in is for, "" for nothing in particular.
func (m *Model) Wanted() string {
	if m.state.Wanted == (run.Organization{}) {
		return ""
	}
	return phrase.Text("signin.wanted", "Organization", phrase.Organization(m.state.Wanted))
}
