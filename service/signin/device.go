package signin

import (
	"context"
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
	return tokensOf(got, newSession()), nil
}
