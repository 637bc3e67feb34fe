package job

import (
	"context"
	"errors"
	"time"

	"numberloader/gui/background"
	"numberloader/internal/run"
)

// SignIns are the ways to sign in to Webex. kept is false if the computer has no
// keychain, so that the sign-in is lost with the program.
type SignIns struct {
	// SignIn checks a token and then keeps it.
	SignIn func(ctx context.Context, token string) (organization Organization, kept bool, err error)
	// SignInBrowser signs in with the company's integration: it opens the browser
	// and waits. An empty client ID stands for the integration that is kept.
	SignInBrowser func(ctx context.Context, clientID, clientSecret string) (organization Organization, kept bool, err error)
	// SignInDevice does so with a code that show is told, and that a person
	// enters at an address, perhaps on another device.
	SignInDevice func(ctx context.Context, clientID, clientSecret string, show func(code, address string)) (organization Organization, kept bool, err error)
	// Integration is the client ID of the integration that is kept.
	Integration func() (clientID string, ok bool)
	// Organizations are the customers of a partner who is signed in; one entry is
	// no choice.
	Organizations func(ctx context.Context) ([]run.Organization, error)
	// SignInTo works with the kept sign-in in a customer organization.
	SignInTo func(ctx context.Context, orgID string) (Organization, error)
	// Restore signs in with what was kept.
	Restore func(ctx context.Context) (Organization, error)
	// SignOut forgets the sign-in, ForgetIntegration also the client ID and the
	// secret.
	SignOut           func() error
	ForgetIntegration func() error
}

// Way is how somebody signs in.
type Way uint8

// The ways.
const (
	WayToken Way = iota
	WayBrowser
	WayDevice
	WayCustomer // a partner goes to a customer
)

// SignIn is the state of a sign-in that was not taken into use yet.
type SignIn struct {
	Way      Way
	Checking bool
	// Code is entered at Address, for WayDevice; both are empty until they are
	// known.
	Code, Address string
	Err           error       // why the sign-in was not accepted
	Found         *Connection // whose it is
	// Customers are the organizations that a partner can choose from; none if
	// there is no choice.
	Customers []run.Organization
}

// signedIn is what a sign-in brings home.
type signedIn struct {
	connection *Connection
	customers  []run.Organization
}

// opener signs in.
type opener func(ctx context.Context, show func(code, address string)) (organization Organization, kept bool, err error)

// SignIn is the state of the sign-in.
func (j *Job) SignIn() SignIn { return j.organization.signIn }

// CheckToken asks Webex whose a token is. It is kept only after that.
func (j *Job) CheckToken(token string) {
	j.check(WayToken, nil, func(ctx context.Context, _ func(code, address string)) (Organization, bool, error) {
		return j.services.SignIn(ctx, token)
	})
}

// SignInBrowser signs in with the company's integration in the browser. An empty
// ID stands for the integration that is kept.
func (j *Job) SignInBrowser(clientID, clientSecret string) {
	j.check(WayBrowser, nil, func(ctx context.Context, _ func(code, address string)) (Organization, bool, error) {
		return j.services.SignInBrowser(ctx, clientID, clientSecret)
	})
}

// SignInDevice signs in with the company's integration by a code.
func (j *Job) SignInDevice(clientID, clientSecret string) {
	j.check(WayDevice, nil, func(ctx context.Context, show func(code, address string)) (Organization, bool, error) {
		return j.services.SignInDevice(ctx, clientID, clientSecret, show)
	})
}

// SignInTo goes to a customer organization of the partner who is signed in.
func (j *Job) SignInTo(orgID string) {
	state, now := j.organization.signIn, j.organization.now
	kept := state.Found != nil && state.Found.Kept
	if state.Found == nil {
		kept = now != nil && now.Kept
	}
	j.check(WayCustomer, state.Customers, func(ctx context.Context, _ func(code, address string)) (Organization, bool, error) {
		organization, err := j.services.SignInTo(ctx, orgID)
		return organization, kept, err
	})
}

// OfferCustomers lets a partner choose another customer organization.
func (j *Job) OfferCustomers() {
	j.organization.signIn = SignIn{Way: WayCustomer, Customers: j.organization.customers}
	j.events.Changed()
}

// Customers are the organizations that the partner who is signed in can choose
// from; none if there is no choice.
func (j *Job) Customers() []run.Organization { return j.organization.customers }

// check signs in and asks whose the sign-in is, and which customers can be chosen
// unless that is known.
func (j *Job) check(way Way, customers []run.Organization, open opener) {
	j.dropFound()
	j.organization.attempt++
	j.organization.signIn = SignIn{Way: way, Checking: true, Customers: customers}
	show := j.showCode()
	background.Replace(j.checking, func(ctx context.Context) (signedIn, error) {
		return j.services.signedIn(ctx, way, open, show, customers)
	}, func(got signedIn, err error) {
		j.organization.signIn = SignIn{Way: way, Found: got.connection, Err: err, Customers: got.customers}
		if errors.Is(err, context.Canceled) {
			j.organization.signIn = SignIn{}
		}
		j.events.Changed()
	})
	j.events.Changed()
}

// showCode returns what takes the code of the sign-in under way.
func (j *Job) showCode() func(code, address string) {
	type code struct{ code, address string }
	attempt := j.organization.attempt
	report := background.Forward(j.loop, func(codes []code) {
		if state := &j.organization.signIn; attempt == j.organization.attempt && state.Checking {
			last := codes[len(codes)-1]
			state.Code, state.Address = last.code, last.address
			j.events.Changed()
		}
	})
	return func(text, address string) { report(code{text, address}) }
}

// signedIn signs in and asks what must be known of the organization. That the
// customers of a partner cannot be listed leaves no choice, and is no error.
func (s *Services) signedIn(ctx context.Context, way Way, open opener, show func(code, address string), customers []run.Organization) (signedIn, error) {
	var kept bool
	connection, err := opening(false, func(ctx context.Context) (Organization, error) {
		organization, lasting, err := open(ctx, show)
		kept = lasting
		return organization, err
	})(ctx)
	if err != nil {
		return signedIn{customers: customers}, err
	}
	connection.Kept = kept
	if way == WayBrowser || way == WayDevice {
		connection.Ends = time.Time{}
	}
	if customers == nil {
		if all, err := s.Organizations(ctx); err == nil && len(all) > 1 {
			customers = all
		}
	}
	return signedIn{connection, customers}, nil
}

// UseFound takes the organization of the sign-in into use. While the work on a
// run waits for a sign-in, only the organization of that run is taken.
func (j *Job) UseFound() {
	found := j.organization.signIn.Found
	held, waiting := j.Held()
	switch {
	case found == nil || j.adding.Busy():
		return
	case waiting && !same(held.Run.Organization, found.Account.Organization):
		return
	}
	j.organization.customers = j.organization.signIn.Customers
	j.organization.signIn = SignIn{}
	j.organization.trouble = nil
	j.use(found)
}

// CancelSignIn leaves a sign-in that is under way, or that was not taken into
// use. forget is what takes it out of the keychain, to be called in the
// background; it is nil if the keychain has none, or the one of the connected
// organization.
func (j *Job) CancelSignIn() (forget func() error) {
	j.checking.Cancel()
	account, connected := j.Account()
	if j.organization.signIn.Found != nil && (!connected || account.Organization.Practice) {
		forget = j.services.SignOut
	}
	j.dropFound()
	j.organization.signIn = SignIn{}
	j.events.Changed()
	return forget
}

func (j *Job) dropFound() {
	j.leave(j.organization.signIn.Found)
	j.organization.signIn.Found = nil
}

// AskIntegration finds out whether an integration is kept.
func (j *Job) AskIntegration() {
	background.Start(j.loop.Lane(), func(context.Context) (string, error) {
		clientID, _ := j.services.Integration()
		return clientID, nil
	}, func(clientID string, _ error) {
		j.organization.client = clientID
		j.events.Changed()
	})
}

// Integration is the client ID of the integration that is kept, "" for none as
// far as AskIntegration knows.
func (j *Job) Integration() string { return j.organization.client }

// ForgetIntegration is what forgets the integration and the sign-in, to be called
// in the background.
func (j *Job) ForgetIntegration() (forget func() error) {
	j.organization.client = ""
	j.events.Changed()
	return j.services.ForgetIntegration
}
