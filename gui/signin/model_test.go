package signin

import (
	"strings"
	"testing"

	"numberloader/internal/fault"
	"numberloader/internal/run"
)

func acme(role run.Role) *run.Account {
	return &run.Account{
		Person: "Dana Reyes", Role: role, RoleName: "read-only administrator",
		Organization: run.Organization{ID: "acme", Name: "Acme Corp"},
	}
}

func TestTheButtonSaysWhatIsNext(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		choice        Choice
		token         string
		state         State
		label, reason string
		step          Step
	}{
		"practice":    {ChoicePractice, "", State{}, "Use the practice organization", "", StepPractice},
		"no token":    {ChoiceToken, "  ", State{}, "Check the token", "Paste the token first", StepCheck},
		"a token":     {ChoiceToken, "NjVk", State{}, "Check the token", "", StepCheck},
		"checking":    {ChoiceToken, "NjVk", State{Checking: true}, "Check the token", "Asking Webex whose token this is", StepCheck},
		"wrong token": {ChoiceToken, "NjVk", State{Err: &fault.Error{Kind: fault.TokenRefused}}, "Check the token", "", StepCheck},
		"checked":     {ChoiceToken, "NjVk", State{Found: acme(run.RoleUnknown)}, "Use Acme Corp", "", StepUse},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var m Model
			m.Choose(c.choice)
			m.Type(c.token)
			m.Set(c.state)
			label, step, reason := m.Primary()
			if label != c.label || step != c.step || reason != c.reason {
				t.Errorf("got %q, %d, %q", label, step, reason)
			}
		})
	}
}

func TestTheWelcomeNamesThePersonTheRoleAndTheOrganization(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		state State
		text  string
		good  bool
	}{
		"nobody":        {State{}, "", false},
		"administrator": {State{Found: acme(run.RoleFullAdministrator), Kept: true}, "Dana Reyes, full administrator of Acme Corp.", true},
		"unknown role":  {State{Found: acme(run.RoleUnknown), Kept: true}, "Dana Reyes of Acme Corp.", true},
		"another role": {
			State{Found: acme(run.RoleOther), Kept: true},
			"Dana Reyes, read-only administrator of Acme Corp. Adding numbers needs a full administrator.", false,
		},
		"no keychain": {
			State{Found: acme(run.RoleFullAdministrator)},
			"Dana Reyes, full administrator of Acme Corp. This computer has no keychain, so the token is forgotten when you close Number Loader.", true,
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var m Model
			m.Set(c.state)
			sentence, good := m.Welcome()
			var text strings.Builder
			for _, piece := range sentence {
				text.WriteString(piece.Text)
			}
			if text.String() != c.text || good != c.good {
				t.Errorf("got %q, %v", text.String(), good)
			}
		})
	}
}

func TestBlanksAreNoPartOfAToken(t *testing.T) {
	t.Parallel()
	var m Model
	m.Type(" NjVk\r\n Zg ")
	if m.Token() != "NjVkZg" {
		t.Errorf("got %q", m.Token())
	}
}

func TestAnotherTokenIsCheckedAnew(t *testing.T) {
	t.Parallel()
	var m Model
	m.Choose(ChoiceToken)
	m.Type("NjVk")
	m.Set(State{Err: &fault.Error{Kind: fault.TokenRefused}})
	m.Type("NjVk ")
	if _, wrong := m.Trouble(); !wrong {
		t.Error("the same token is not wrong any more")
	}
	m.Choose(ChoicePractice)
	if _, wrong := m.Trouble(); wrong || m.Choice() != ChoicePractice {
		t.Error("the practice organization has a wrong token")
	}
	m.Choose(ChoiceToken)
	m.Type("NjVl")
	if _, wrong := m.Trouble(); wrong {
		t.Error("another token is wrong before it was checked")
	}
	m.Set(State{Checking: true})
	if !m.Checking() {
		t.Error("not checking")
	}
}
