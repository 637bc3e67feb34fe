package signin

import (
	"strconv"
	"strings"
	"testing"
	"time"

	"numberloader/internal/fault"
	"numberloader/internal/run"
)

func acme(role run.Role) *run.Account {
	return &run.Account{
		Person: "Dana Reyes", Role: role, RoleName: "read-only administrator",
		Organization: run.Organization{ID: "acme", Name: "Acme Corp"},
	}
}

var evening = time.Date(2026, 11, 23, 23, 40, 0, 0, time.UTC)

// customers are some organizations of a partner.
func customers(n int) []run.Organization {
	all := make([]run.Organization, n)
	for i := range all {
		all[i] = run.Organization{ID: "c" + strconv.Itoa(i+1), Name: "Customer " + strconv.Itoa(i+1)}
	}
	return all
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
		"no client":   {ChoiceIntegration, "", State{}, "Sign in with Webex", "Enter the client ID and the secret first", StepBrowser},
		"kept client": {ChoiceIntegration, "", State{Client: "C1"}, "Sign in with Webex", "", StepBrowser},
		"browser":     {ChoiceIntegration, "", State{Client: "C1", Checking: true}, "Sign in with Webex", "Waiting for the sign-in in the browser", StepBrowser},
		"code":        {ChoiceIntegration, "", State{Client: "C1", Checking: true, Device: true}, "Sign in with Webex", "Waiting for the code to be entered", StepBrowser},
		"customers":   {ChoiceToken, "NjVk", State{Customers: customers(2)}, "Use this organization", "Choose an organization", StepUse},
		"customer":    {ChoiceToken, "NjVk", State{Customers: customers(2), Checking: true}, "Use this organization", "Asking Webex about this organization", StepUse},
		"chosen":      {ChoiceToken, "NjVk", State{Customers: customers(2), Found: acme(run.RoleUnknown)}, "Use Acme Corp", "", StepUse},
		"wanted":      {ChoiceToken, "NjVk", State{Found: acme(run.RoleUnknown), Wanted: acme(0).Organization}, "Use Acme Corp", "", StepUse},
		"unwanted":    {ChoiceToken, "NjVk", State{Found: acme(run.RoleUnknown), Wanted: customers(1)[0]}, "Use Acme Corp", "The run belongs to Customer 1", StepUse},
		"no practice": {ChoicePractice, "", State{Wanted: customers(1)[0]}, "Use the practice organization", "The run belongs to Customer 1", StepPractice},
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
		"an end": {
			State{Found: acme(run.RoleFullAdministrator), Kept: true, Ends: evening},
			"Dana Reyes, full administrator of Acme Corp. The sign-in ends today at 11:40 PM.", true,
		},
		"another organization": {
			State{Found: acme(run.RoleFullAdministrator), Wanted: customers(1)[0], Ends: evening},
			"Dana Reyes, full administrator of Acme Corp. The run that waits belongs to Customer 1, and goes on there only.", false,
		},
		"no keychain": {
			State{Found: acme(run.RoleFullAdministrator)},
			"Dana Reyes, full administrator of Acme Corp. This computer has no keychain that can keep this sign-in, or it is too long for one, so you will be asked again next time.", true,
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			m := Model{now: func() time.Time { return evening.Add(-time.Hour) }}
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
	if !m.state.Checking {
		t.Error("not checking")
	}
}

func TestTheKeptIntegrationNeedsNoFields(t *testing.T) {
	t.Parallel()
	var m Model
	m.Choose(ChoiceIntegration)
	m.TypeClient(" C1 ", "s3 cret\n")
	if id, secret := m.Client(); id != "C1" || secret != "s3cret" || !m.CanSignIn() {
		t.Errorf("got %q, %q", id, secret)
	}
	m.Set(State{Client: "C2"})
	switch id, secret := m.Client(); {
	case id != "":
		t.Errorf("id is %q", id)
	case secret != "":
		t.Errorf("secret is %q", secret)
	case m.KeptClient() != "C2":
		t.Errorf("m.KeptClient() is %q, not %q", m.KeptClient(), "C2")
	case !m.CanSignIn():
		t.Error("m.CanSignIn() is false")
	}
	m.Set(State{Client: "C2", Checking: true, Device: true, Code: "123456", Address: "https://x.example"})
	switch code, address, ok := m.Code(); {
	case code != "123456":
		t.Errorf("code is %q, not %q", code, "123456")
	case address != "https://x.example":
		t.Errorf("address is %q, not %q", address, "https://x.example")
	case !ok:
		t.Error("ok is false")
	case m.CanSignIn():
		t.Error("m.CanSignIn() is true")
	}
	if got := m.Waiting(); got != "Waiting for the code to be entered." {
		t.Errorf("waiting: %q", got)
	}
}

func TestAPartnerSearchesAmongTheCustomers(t *testing.T) {
	t.Parallel()
	var m Model
	m.Choose(ChoiceToken)
	m.Set(State{Customers: customers(20), Found: &run.Account{Organization: customers(2)[1]}})
	if m.Choice() != ChoiceCustomer || !m.HasCustomers() {
		t.Error("there is no choice")
	}
	listed, others := m.Customers()
	if len(listed) != shownCustomers || others != "and 12 more. Type a part of the name to find them." {
		t.Errorf("%d are listed, %q", len(listed), others)
	}
	m.Search(" CUSTOMER 2 ")
	switch listed, others := m.Customers(); {
	case len(listed) != 2:
		t.Errorf("listed is %v", listed)
	case !m.Picked(listed[0]):
		t.Error("m.Picked(listed[0]) is false")
	case m.Picked(listed[1]):
		t.Error("m.Picked(listed[1]) is true")
	case others != "":
		t.Errorf("others is %q", others)
	}
	m.Search("nobody")
	if listed, others := m.Customers(); len(listed) != 0 || others != "No organization has this in its name." {
		t.Errorf("%v are listed, %q", listed, others)
	}
	if got := m.Partner(); !strings.HasPrefix(got, "Your sign-in works in 20 organizations.") {
		t.Errorf("got %q", got)
	}
	m.Choose(ChoiceToken)
	m.Set(State{Customers: customers(20)})
	if m.Choice() != ChoiceToken {
		t.Error("the choice was changed again")
	}
}

func TestWhatTheSignInIsForIsSaid(t *testing.T) {
	t.Parallel()
	var m Model
	if m.Wanted() != "" {
		t.Error("nothing waits")
	}
	m.Set(State{Wanted: customers(1)[0]})
	m.Type("x")
	if got, want := m.Wanted(), "Sign in to Customer 1. The run that waits for it goes on by itself then."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
