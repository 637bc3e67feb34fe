package signin

import (
	"context"
	"net/url"
	"strings"
	"time"

	"golang.org/x/oauth2"
)

// Device is what a person needs to sign in on any other computer or phone.
type Device struct {
	Code    string
	Address string
	// AddressWithCode needs no typing; it is Address where Webex gives none.
	AddressWithCode string
	Expires         time.Duration // how long the code is good for
}

// Device signs in by the device grant: show is told where to enter which code,
// and then Webex is asked until somebody has done so. It ends with ctx, or when
// the code does. The error is a *fault.Error.
func (c *Client) Device(ctx context.Context, in Integration, show func(Device)) (Tokens, error) {
	config := c.config(in)
	begun, err := config.DeviceAuth(c.calling(ctx))
	if err != nil {
		return Tokens{}, explain(ctx, err, starting)
	}
	if err := c.check(begun); err != nil {
		return Tokens{}, err
	}
	shown := Device{Code: begun.UserCode, Address: begun.VerificationURI, AddressWithCode: begun.VerificationURIComplete}
	if shown.AddressWithCode == "" {
		shown.AddressWithCode = shown.Address
	}
	if !begun.Expiry.IsZero() {
		shown.Expires = begun.Expiry.Sub(c.settings.Now()).Round(time.Second)
	}
	show(shown)
	// Webex wants ID and secret in the header here, and no scopes.
	config.Endpoint.TokenURL, config.Endpoint.AuthStyle = c.settings.Address+devicePath+"/token", oauth2.AuthStyleInHeader
	config.Scopes = nil
	got, err := config.DeviceAccessToken(c.calling(ctx), begun)
	if err != nil {
		return Tokens{}, explain(ctx, err, waiting)
	}
	return c.tokensOf(got, newSession())
}

// The values of a device grant that are believed. "If no value is provided, clients
// MUST use 5" seconds between two questions, says RFC 8628; Webex wants 2.
const (
	usualInterval   = 5
	longestInterval = 60
	longestCode     = 32
	longestGrant    = time.Hour
)

// check holds that a device grant can be shown and used: a code that can be typed,
// an address that a browser may open. Times that can't be are those of the
// standard.
func (c *Client) check(g *oauth2.DeviceAuthResponse) error {
	isOdd := func(r rune) bool {
		return r != '-' && r != ' ' && (r < '0' || r > '9') && (r < 'A' || r > 'Z') && (r < 'a' || r > 'z')
	}
	if g.DeviceCode == "" || g.UserCode == "" || len(g.UserCode) > longestCode || strings.ContainsFunc(g.UserCode, isOdd) || !isPage(g.VerificationURI) {
		return strange()
	}
	if !isPage(g.VerificationURIComplete) {
		g.VerificationURIComplete = ""
	}
	if g.Interval < 1 || g.Interval > longestInterval {
		g.Interval = usualInterval
	}
	if left := g.Expiry.Sub(c.settings.Now()); !g.Expiry.IsZero() && (left <= 0 || left > longestGrant) {
		g.Expiry = c.settings.Now().Add(longestGrant)
	}
	return nil
}

// isPage reports whether an address is one that a browser may open: encrypted, of a
// host, without a user name, and of characters that can be seen.
func isPage(address string) bool {
	u, err := url.Parse(address)
	isOdd := func(r rune) bool { return r <= ' ' || r > '~' }
	return err == nil && u.Scheme == "https" && u.Hostname() != "" && u.User == nil && len(address) <= longestAddress && !strings.ContainsFunc(address, isOdd)
}

// longestAddress is more than any address of a page to sign in at.
const longestAddress = 2000
