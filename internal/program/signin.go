package program

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"time"

	"numberloader/internal/fault"
	"numberloader/internal/platform"
	"numberloader/internal/run"
	"numberloader/service/signin"
	"numberloader/service/webex"
)

// redirectAddress is where the browser comes back to after a sign-in. The
// company's integration has to list it.
const redirectAddress = signin.RedirectAddress

// keep is where the keychain has the sign-in.
func (p *program) keep() signin.Keep {
	return signin.Keep{
		Access:      p.keychain,
		Tokens:      p.keychain.Entry(platform.EntryTokens),
		Integration: p.keychain.Entry(platform.EntryIntegration),
	}
}

// identity is the part of Webex that signs in.
func (p *program) identity() *signin.Client {
	return signin.New(signin.Settings{
		Address: p.serviceAddress(), HTTP: &http.Client{Transport: webex.NewTransport(proxies())}, UserAgent: p.userAgent(),
		Now: time.Now, Open: p.desktop.OpenURL, Log: p.log,
	})
}

// signIn checks an access token before it keeps it. kept is false where it is
// lost with the program.
func (p *program) signIn(ctx context.Context, token string) (o organization, kept bool, err error) {
	pasted, err := signin.NewPasted(token, false)
	if err != nil {
		return organization{}, false, err
	}
	if o, err = p.checked(ctx, pasted, ""); err != nil {
		return organization{}, false, err
	}
	return o, p.keep().KeepAccess(strings.TrimSpace(token)), nil
}

// checked connects an organization and asks who is signed in.
func (p *program) checked(ctx context.Context, tokens webex.TokenSource, orgID string) (organization, error) {
	o, err := p.connectWebex(tokens, orgID)
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
func (p *program) restore(ctx context.Context) (organization, error) { return p.signInTo(ctx, "") }

// signInTo works with the sign-in that is kept in a customer's organization, or
// with an empty ID in the own one.
func (p *program) signInTo(ctx context.Context, orgID string) (organization, error) {
	tokens, err := p.tokens()
	if err != nil {
		return organization{}, err
	}
	return p.checked(ctx, tokens, orgID)
}

// organizations are those that the sign-in that is kept can work in: more than
// one for partners.
func (p *program) organizations(ctx context.Context) (all []run.Organization, err error) {
	o, err := p.connect(ctx, false, "")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, o.Close()) }()
	return o.Organizations(ctx)
}

// integration is the client ID of the company's integration, if it is kept with
// its secret.
func (p *program) integration() (clientID string, ok bool) {
	kept, ok := p.keep().LoadIntegration()
	return kept.ID, ok
}

// signInBrowser signs in with the company's integration in the browser, and waits
// for it. An empty client ID takes the integration that is kept.
func (p *program) signInBrowser(ctx context.Context, clientID, clientSecret string) (organization, bool, error) {
	return p.signInWith(ctx, clientID, clientSecret, (*signin.Client).Browser)
}

// signInDevice signs in with the company's integration on any device: show is told
// which code to enter where.
func (p *program) signInDevice(ctx context.Context, clientID, clientSecret string, show func(code, address string)) (organization, bool, error) {
	return p.signInWith(ctx, clientID, clientSecret, func(c *signin.Client, ctx context.Context, in signin.Integration) (signin.Tokens, error) {
		return c.Device(ctx, in, func(d signin.Device) { show(d.Code, d.Address) })
	})
}

// signInWith gets tokens in some way, checks them and keeps them. kept is false
// where they are lost with the program.
func (p *program) signInWith(
	ctx context.Context, clientID, clientSecret string,
	get func(*signin.Client, context.Context, signin.Integration) (signin.Tokens, error),
) (o organization, kept bool, err error) {
	in, err := p.chosen(clientID, clientSecret)
	if err != nil {
		return organization{}, false, err
	}
	identity, keep := p.identity(), p.keep()
	tokens, err := get(identity, ctx, in)
	if err != nil {
		return organization{}, false, err
	}
	source := identity.NewSource(in, tokens, keep.Tokens)
	if o, err = p.checked(ctx, source, ""); err != nil {
		return organization{}, false, err
	}
	return o, keep.KeepTokens(source), nil
}

// chosen is the integration that was typed, else the one that is kept.
func (p *program) chosen(clientID, clientSecret string) (signin.Integration, error) {
	in := signin.Integration{ID: strings.TrimSpace(clientID), Secret: signin.NewSecret(clientSecret)}
	if in.ID == "" {
		in, _ = p.keep().LoadIntegration()
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
func (p *program) signOut() error { return notForgotten(p.keep().SignOut()) }

// forgetSignIn forgets the sign-in and the integration.
func (p *program) forgetSignIn() error { return notForgotten(p.keep().Forget()) }

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
