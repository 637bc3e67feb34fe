// Package signin signs in to Webex: with an access token that somebody pastes, or
// with the company's own integration, in the browser or by the device grant. What
// it gets renews itself and is kept in the keychain. It makes the tokens that
// service/webex calls with, and knows nothing of numbers. Of ours it imports
// internal/fault and service/webex.
package signin

import (
	"context"
	"crypto/rand"
	"log/slog"
	"net/http"
	"strings"
	"time"

	"golang.org/x/oauth2"

	"numberloader/service/webex"
)

// RedirectAddress is where the browser comes back to. It has to be among the
// redirect addresses of the integration, so its port is fixed.
const RedirectAddress = "http://localhost:6001/redirect"

// Scopes are what the program needs and the integration has to list, and no more:
// "spark-admin:organizations_read" is for names of organizations and for partners.
func Scopes() []string {
	return []string{
		"spark-admin:telephony_config_read",
		"spark-admin:telephony_config_write",
		"spark-admin:telephony_pstn_read",
		"spark-admin:locations_read",
		"spark-admin:organizations_read",
		"spark:people_read",
	}
}

// Settings are what a Client needs. All but Redirect and Log are required.
type Settings struct {
	// Address is that of the service, for example https://webexapis.com/v1; the
	// addresses for signing in lie below it.
	Address   string
	HTTP      *http.Client
	UserAgent string
	Now       func() time.Time
	// Open opens the address of a web page in the browser.
	Open func(address string) error
	// Redirect is RedirectAddress if it is empty.
	Redirect string
	Log      *slog.Logger
}

// Client asks Webex for tokens. It is safe for several goroutines.
type Client struct {
	settings Settings
	http     *http.Client
}

// New returns a client. The service address must be one that webex.New takes.
func New(s Settings) *Client {
	if s.Redirect == "" {
		s.Redirect = RedirectAddress
	}
	if s.Log == nil {
		s.Log = slog.New(slog.DiscardHandler)
	}
	s.Address = strings.TrimRight(strings.TrimSpace(s.Address), "/")
	doer := *s.HTTP
	doer.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	doer.Transport = &wire{next: s.HTTP.Transport, settings: s}
	return &Client{settings: s, http: &doer}
}

// Integration is the company's own integration at Webex. Its secret is needed
// beside PKCE: Webex has no clients without one.
type Integration struct {
	ID     string
	Secret Secret
}

// config is the integration as the library wants it.
func (c *Client) config(in Integration) *oauth2.Config {
	return &oauth2.Config{
		ClientID:     in.ID,
		ClientSecret: in.Secret.text,
		Endpoint: oauth2.Endpoint{
			AuthURL:       c.settings.Address + "/authorize",
			DeviceAuthURL: c.settings.Address + devicePath + "/authorize",
			TokenURL:      c.settings.Address + "/access_token",
			AuthStyle:     oauth2.AuthStyleInParams,
		},
		RedirectURL: c.settings.Redirect,
		Scopes:      Scopes(),
	}
}

// calling tells the library which client to use.
func (c *Client) calling(ctx context.Context) context.Context {
	return context.WithValue(ctx, oauth2.HTTPClient, c.http)
}

// Tokens are what a sign-in comes to.
type Tokens struct {
	Access  Secret
	Refresh Secret    // renews the sign-in; may be zero
	Expires time.Time // of Access; zero if Webex did not say

	// session is the same for all tokens of one sign-in, however often they were
	// renewed.
	session string
}

// longestToken is more than any access token is good for.
const longestToken = 366 * 24 * time.Hour

// tokensOf takes what Webex has given. A time that can't be is none. The error is
// fault.Failing: it is no token.
func (c *Client) tokensOf(t *oauth2.Token, session string) (Tokens, error) {
	got := Tokens{NewSecret(t.AccessToken), NewSecret(t.RefreshToken), t.Expiry, session}
	if _, err := got.token(); err != nil {
		return Tokens{}, strange()
	}
	if left := t.Expiry.Sub(c.settings.Now()); left <= 0 || left > longestToken {
		got.Expires = time.Time{}
	}
	return got, nil
}

// newSession names a sign-in.
func newSession() string { return rand.Text() }

// token is the access token as calls want it.
func (t Tokens) token() (webex.Token, error) { return webex.NewToken(t.Access.text) }

// refresh asks for new tokens in place of those that end.
func (c *Client) refresh(ctx context.Context, in Integration, old Tokens) (Tokens, error) {
	got, err := c.config(in).TokenSource(c.calling(ctx), &oauth2.Token{RefreshToken: old.Refresh.text}).Token()
	if err != nil {
		return Tokens{}, explain(ctx, err, over)
	}
	return c.tokensOf(got, old.session)
}
