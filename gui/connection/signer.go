package connection

import (
	"context"
	"errors"
	"time"

	"numberloader/gui/background"
	"numberloader/internal/run"
)

// SignIns are the ways to sign in to Webex. All are required, and called in the
// background. kept is false if the computer has no keychain, so that the sign-in is
// lost with the program.
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
	Err           error    // why the sign-in was not accepted
	Found         *Session // whose it is
	// Customers are the organizations that a partner can choose from; none if
	// there is no choice.
	Customers []run.Organization
}

// signedIn is what a sign-in brings home.
type signedIn struct {
	connection *Session
	customers  []run.Organization
}

// opener signs in.
type opener func(ctx context.Context, show func(code, address string)) (organization Organization, kept bool, err error)

// SignerHooks are what signing in needs from the rest of the flow. All are
// required, and called on the UI thread.
type SignerHooks struct {
	// Allows says that an organization may be connected now.
	Allows func(run.Organization) bool
	// Changed says that anything may look different now.
	Changed func()
}

// Signer signs in to organizations. Use NewSigner.
type Signer struct {
	ways       SignIns
	hooks      SignerHooks
	connection *Connection
	loop       *background.Loop
	lane       *background.Latest
	state      SignIn
	attempt    int                // numbers the sign-ins
	client     string             // ID of the company's integration that is kept, "" for none
	customers  []run.Organization // of the partner who is signed in
}

// NewSigner returns what signs in to the organizations that a connection is to
// have.
func NewSigner(loop *background.Loop, connection *Connection, ways SignIns, hooks SignerHooks) *Signer {
	return &Signer{ways: ways, hooks: hooks, connection: connection, loop: loop, lane: loop.Latest()}
}

// State is how far the sign-in is.
func (s *Signer) State() SignIn { return s.state }

// CheckToken asks Webex whose a token is. It is kept only after that.
func (s *Signer) CheckToken(token string) {
	s.check(WayToken, nil, func(ctx context.Context, _ func(code, address string)) (Organization, bool, error) {
		return s.ways.SignIn(ctx, token)
	})
}

// SignInBrowser signs in with the company's integration in the browser. An empty
// ID stands for the integration that is kept.
func (s *Signer) SignInBrowser(clientID, clientSecret string) {
	s.check(WayBrowser, nil, func(ctx context.Context, _ func(code, address string)) (Organization, bool, error) {
		return s.ways.SignInBrowser(ctx, clientID, clientSecret)
	})
}

// SignInDevice signs in with the company's integration by a code.
func (s *Signer) SignInDevice(clientID, clientSecret string) {
	s.check(WayDevice, nil, func(ctx context.Context, show func(code, address string)) (Organization, bool, error) {
		return s.ways.SignInDevice(ctx, clientID, clientSecret, show)
	})
}

// SignInTo goes to a customer organization of the partner who is signed in.
func (s *Signer) SignInTo(orgID string) {
	state, now := s.state, s.connection.now
	kept := state.Found != nil && state.Found.Kept
	if state.Found == nil {
		kept = now != nil && now.Kept
	}
	s.check(WayCustomer, state.Customers, func(ctx context.Context, _ func(code, address string)) (Organization, bool, error) {
		organization, err := s.ways.SignInTo(ctx, orgID)
		return organization, kept, err
	})
}

// OfferCustomers lets a partner choose another customer organization.
func (s *Signer) OfferCustomers() {
	s.state = SignIn{Way: WayCustomer, Customers: s.customers}
	s.hooks.Changed()
}

// Customers are the organizations that the partner who is signed in can choose
// from; none if there is no choice.
func (s *Signer) Customers() []run.Organization { return s.customers }

// check signs in and asks whose the sign-in is, and which customers can be chosen
// unless that is known.
func (s *Signer) check(way Way, customers []run.Organization, open opener) {
	s.dropFound()
	s.attempt++
	s.state = SignIn{Way: way, Checking: true, Customers: customers}
	show := s.showCode()
	background.Replace(s.lane, func(ctx context.Context) (signedIn, error) {
		return s.ways.signedIn(ctx, way, open, show, customers)
	}, func(got signedIn, err error) {
		s.state = SignIn{Way: way, Found: got.connection, Err: err, Customers: got.customers}
		if errors.Is(err, context.Canceled) {
			s.state = SignIn{}
		}
		s.hooks.Changed()
	})
	s.hooks.Changed()
}

// showCode returns what takes the code of the sign-in under way.
func (s *Signer) showCode() func(code, address string) {
	type code struct{ code, address string }
	attempt := s.attempt
	report := background.Forward(s.loop, func(codes []code) {
		if state := &s.state; attempt == s.attempt && state.Checking {
			last := codes[len(codes)-1]
			state.Code, state.Address = last.code, last.address
			s.hooks.Changed()
		}
	})
	return func(text, address string) { report(code{text, address}) }
}

// signedIn signs in and asks what must be known of the organization. That the
// customers of a partner cannot be listed leaves no choice, and is no error.
func (s *SignIns) signedIn(ctx context.Context, way Way, open opener, show func(code, address string), customers []run.Organization) (signedIn, error) {
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

// UseFound takes the organization of the sign-in into use, if it may be connected
// now.
func (s *Signer) UseFound() {
	found := s.state.Found
	if found == nil || !s.hooks.Allows(found.Account.Organization) {
		return
	}
	s.customers = s.state.Customers
	s.state = SignIn{}
	s.connection.trouble = nil
	s.connection.use(found)
}

// CancelSignIn leaves a sign-in that is under way, or that was not taken into
// use. forget is what takes it out of the keychain, to be called in the
// background; it is nil if the keychain has none, or the one of the connected
// organization.
func (s *Signer) CancelSignIn() (forget func() error) {
	s.lane.Cancel()
	account, connected := s.connection.Account()
	if s.state.Found != nil && (!connected || account.Organization.Practice) {
		forget = s.ways.SignOut
	}
	s.dropFound()
	s.state = SignIn{}
	s.hooks.Changed()
	return forget
}

func (s *Signer) dropFound() {
	s.connection.leave(s.state.Found)
	s.state.Found = nil
}

// AskIntegration finds out whether an integration is kept.
func (s *Signer) AskIntegration() {
	background.Start(s.loop.Lane(), func(context.Context) (string, error) {
		clientID, _ := s.ways.Integration()
		return clientID, nil
	}, func(clientID string, _ error) {
		s.client = clientID
		s.hooks.Changed()
	})
}

// Integration is the client ID of the integration that is kept, "" for none as
// far as AskIntegration knows.
func (s *Signer) Integration() string { return s.client }

// ForgetIntegration is what forgets the integration and the sign-in, to be called
// in the background.
func (s *Signer) ForgetIntegration() (forget func() error) {
	s.client = ""
	s.hooks.Changed()
	return s.ways.ForgetIntegration
}
