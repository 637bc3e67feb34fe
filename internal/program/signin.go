package program

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"time"

	"numberloader/gui"
	"numberloader/internal/fault"
	"numberloader/internal/platform"
	"numberloader/internal/run"
	"numberloader/service/signin"
	"numberloader/service/webex"
)

// redirectAddress is where the browser comes back to after a sign-in. The
// company's integration has to list it.
const redirectAddress = signin.RedirectAddress

// signIns are the ways to sign in to Webex.
func (c *connector) signIns() gui.SignIns {
	return gui.SignIns{
		SignIn: func(ctx context.Context, token string) (gui.Organization, bool, error) {
			return c.signIn(ctx, token)
		},
		SignInBrowser: func(ctx context.Context, clientID, clientSecret string) (gui.Organization, bool, error) {
			return c.signInBrowser(ctx, clientID, clientSecret)
		},
		SignInDevice: func(ctx context.Context, clientID, clientSecret string, show func(code, address string)) (gui.Organization, bool, error) {
			return c.signInDevice(ctx, clientID, clientSecret, show)
		},
		Integration:       c.integration,
		Organizations:     c.organizations,
		SignInTo:          func(ctx context.Context, orgID string) (gui.Organization, error) { return c.signInTo(ctx, orgID) },
		Restore:           func(ctx context.Context) (gui.Organization, error) { return c.restore(ctx) },
		SignOut:           c.signOut,
		ForgetIntegration: c.forgetSignIn,
	}
}

// keep is where the keychain has the sign-in.
func (c *connector) keep() signin.Keep {
	return signin.Keep{
		Access:      c.keychain,
		Tokens:      c.keychain.Entry(platform.EntryTokens),
		Integration: c.keychain.Entry(platform.EntryIntegration),
	}
}

// identity is the part of Webex that signs in.
func (c *connector) identity() *signin.Client {
	return signin.New(signin.Settings{
		Address: c.serviceAddress(), HTTP: &http.Client{Transport: webex.NewTransport(proxies())}, UserAgent: c.userAgent,
		Now: time.Now, Open: c.open, Log: c.log,
	})
}

// signIn checks an access token before it keeps it. kept is false where it is
// lost with the program.
func (c *connector) signIn(ctx context.Context, token string) (o organization, kept bool, err error) {
	pasted, err := signin.NewPasted(token, false)
	if err != nil {
		return organization{}, false, err
	}
	if o, err = c.checked(ctx, pasted, ""); err != nil {
		return organization{}, false, err
	}
	return o, c.keep().KeepAccess(strings.TrimSpace(token)), nil
}

// checked connects an organization and asks who is signed in.
func (c *connector) checked(ctx context.Context, tokens webex.TokenSource, orgID string) (organization, error) {
	o, err := c.connectWebex(tokens, orgID)
	if err != nil {
		return organization{}, err
	}
	if _, err := o.Account(ctx); err != nil {
		return organization{}, errors.Join(err, o.Close())
	}
	return o, nil
}

// restore signs in with what was kept. The error is fault.SignedOut if there is
// nothing.
func (c *connector) restore(ctx context.Context) (organization, error) { return c.signInTo(ctx, "") }

// signInTo works with the sign-in that is kept in a customer's organization, or
// with an empty ID in the own one.
func (c *connector) signInTo(ctx context.Context, orgID string) (organization, error) {
	tokens, err := c.tokens()
	if err != nil {
		return organization{}, err
	}
	return c.checked(ctx, tokens, orgID)
}

// organizations are those that the sign-in that is kept can work in: more than
// one for partners.
func (c *connector) organizations(ctx context.Context) (all []run.Organization, err error) {
	o, err := c.connect(ctx, false, "")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, o.Close()) }()
	return o.Organizations(ctx)
}

// integration is the client ID of the company's integration, if it is kept with
// its secret.
func (c *connector) integration() (clientID string, ok bool) {
	kept, ok := c.keep().LoadIntegration()
	return kept.ID, ok
}

// signInBrowser signs in with the company's integration in the browser, and waits
// for it. An empty client ID takes the integration that is kept.
func (c *connector) signInBrowser(ctx context.Context, clientID, clientSecret string) (organization, bool, error) {
	return c.signInWith(ctx, clientID, clientSecret, (*signin.Client).Browser)
}

// signInDevice signs in with the company's integration on any device: show is told
// which code to enter where.
func (c *connector) signInDevice(ctx context.Context, clientID, clientSecret string, show func(code, address string)) (organization, bool, error) {
	return c.signInWith(ctx, clientID, clientSecret, func(c *signin.Client, ctx context.Context, in signin.Integration) (signin.Tokens, error) {
		return c.Device(ctx, in, func(d signin.Device) { show(d.Code, d.Address) })
	})
}

// signInWith gets tokens in some way, checks them and keeps them. kept is false
// where they are lost with the program.
func (c *connector) signInWith(
	ctx context.Context, clientID, clientSecret string,
	get func(*signin.Client, context.Context, signin.Integration) (signin.Tokens, error),
) (o organization, kept bool, err error) {
	in, err := c.chosen(clientID, clientSecret)
	if err != nil {
		return organization{}, false, err
	}
	identity, keep := c.identity(), c.keep()
	tokens, err := get(identity, ctx, in)
	if err != nil {
		return organization{}, false, err
	}
	source := identity.NewSource(in, tokens, keep.Tokens)
	if o, err = c.checked(ctx, source, ""); err != nil {
		return organization{}, false, err
	}
	return o, keep.KeepTokens(source), nil
}

// chosen is the integration that was typed, else the one that is kept.
func (c *connector) chosen(clientID, clientSecret string) (signin.Integration, error) {
	in := signin.Integration{ID: strings.TrimSpace(clientID), Secret: signin.NewSecret(clientSecret)}
	if in.ID == "" {
		in, _ = c.keep().LoadIntegration()
	}
	if in.ID == "" || in.Secret.IsZero() {
		return signin.Integration{}, &fault.Error{
			Kind: fault.SignedOut,
			What: fault.Say("program.integration"),
			Next: fault.Say("program.integration_next"),
		}
	}
	return in, nil
}

// signOut forgets the sign-in. The integration stays.
func (c *connector) signOut() error { return notForgotten(c.keep().SignOut()) }

// forgetSignIn forgets the sign-in and the integration.
func (c *connector) forgetSignIn() error { return notForgotten(c.keep().Forget()) }

// notForgotten says that something may still be in the keychain.
func notForgotten(err error) error {
	if err == nil {
		return nil
	}
	return &fault.Error{
		Kind: fault.Internal,
		What: fault.Say("program.keychain"),
		Next: fault.Say("program.keychain_next"),
		Err:  err,
	}
}
