// Package signin is the screen that chooses where numbers go: the practice
// organization, or Webex with an access token. Model files know no toolkit, view
// files decide nothing.
package signin

import (
	"strings"

	"numberloader/internal/fault"
	"numberloader/internal/run"
)

// TokenPage is where Webex gives an access token to who is signed in there.
const TokenPage = "https://developer.webex.com/docs/getting-your-personal-access-token" //nolint:gosec // an address, not a token

// Choice is where numbers are to go.
type Choice uint8

// The choices.
const (
	ChoicePractice Choice = iota
	ChoiceToken
)

// State is how far a sign-in is.
type State struct {
	Checking bool
	Err      error
	// Found is whose the token is, nil until that is known. Kept says that the
	// token is in the keychain.
	Found *run.Account
	Kept  bool
}

// Model is the state of the screen. Its zero value chooses the practice
// organization.
type Model struct {
	choice Choice
	token  string
	state  State
}

// Choose chooses where numbers are to go.
func (m *Model) Choose(c Choice) { m.choice = c }

// Choice is what is chosen.
func (m *Model) Choice() Choice { return m.choice }

// Type takes what is in the field. Blanks and line ends, which come along when
// a token is copied, are no part of it.
func (m *Model) Type(text string) {
	token := strings.Join(strings.Fields(text), "")
	if token != m.token {
		m.token, m.state = token, State{}
	}
}

// Token is the token that was typed.
func (m *Model) Token() string { return m.token }

// Set takes how far the sign-in is.
func (m *Model) Set(state State) { m.state = state }

// Step is what the button at the bottom right does.
type Step uint8

// The steps.
const (
	StepPractice Step = iota // use the practice organization
	StepCheck                // check the token
	StepUse                  // use the organization of the token
)

// Primary is the button at the bottom right. A button that can't be pressed has
// its reason beside it.
func (m *Model) Primary() (label string, step Step, reason string) {
	switch {
	case m.choice == ChoicePractice:
		return "Use the practice organization", StepPractice, ""
	case m.state.Found != nil:
		return "Use " + m.state.Found.Organization.Name, StepUse, ""
	case m.state.Checking:
		return "Check the token", StepCheck, "Asking Webex whose token this is"
	case m.token == "":
		return "Check the token", StepCheck, "Paste the token first"
	}
	return "Check the token", StepCheck, ""
}

// Piece is a piece of a sentence.
type Piece struct {
	Text string
	Bold bool
}

// Welcome says whose the token is; nothing until that is known. good is false
// for somebody who may not add numbers.
func (m *Model) Welcome() (sentence []Piece, good bool) {
	found := m.state.Found
	if found == nil {
		return nil, false
	}
	role, good := ", ", true
	switch found.Role {
	case run.RoleFullAdministrator:
		role += "full administrator of "
	case run.RoleUnknown:
		role = " of "
	case run.RoleOther:
		role, good = role+found.RoleName+" of ", false
	}
	sentence = []Piece{{found.Person, true}, {role, false}, {found.Organization.Name, true}, {".", false}}
	switch {
	case !good:
		sentence = append(sentence, Piece{" Adding numbers needs a full administrator.", false})
	case !m.state.Kept:
		sentence = append(sentence, Piece{" This computer has no keychain, so the token is forgotten when you close Number Loader.", false})
	}
	return sentence, good
}

// Trouble says why the token was not accepted. ok is false if it was.
func (m *Model) Trouble() (message fault.Message, ok bool) {
	if m.state.Err == nil || m.choice != ChoiceToken {
		return fault.Message{}, false
	}
	return fault.Explain(m.state.Err), true
}

// Checking says that Webex is being asked.
func (m *Model) Checking() bool { return m.state.Checking }
