package program

import (
	"cmp"
	"context"
	"crypto/rand"
	"errors"
	"log/slog"
	"net/http"
	"os"
	"path/filepath"
	"time"

	"numberloader/internal/fault"
	"numberloader/internal/platform"
	"numberloader/internal/run"
	"numberloader/internal/settings"
	"numberloader/service"
	"numberloader/service/practice"
	"numberloader/service/signin"
	"numberloader/service/webex"
)

// behavior is how the practice organization behaves with settings.
func behavior(s settings.Settings) practice.Behavior {
	var b practice.Behavior
	switch s.Speed {
	case settings.SpeedLikeWebex:
		b.Pace = 300 * time.Millisecond // slow enough to watch
	case settings.SpeedSlow:
		b.Pace = 2 * time.Second
	case settings.SpeedAtOnce:
	}
	switch s.Errors {
	case settings.ErrorsNone:
	case settings.ErrorsWaits:
		b.ThrottleEvery = 20
	case settings.ErrorsSome:
		b.FailEvery = 20
	case settings.ErrorsMany:
		b.FailEvery = 5
	}
	return b
}

// organization is a service and what must be closed with it.
type organization struct {
	*service.Service

	close func() error
}

// Close lets go of the connection.
func (o organization) Close() error { return o.close() }

// connector reaches organizations: the practice organization, and those of Webex by
// the token in the environment or a sign-in.
type connector struct {
	userAgent string // "NumberLoader/1.0.0"
	data      string // folder
	log       *slog.Logger
	settings  *settings.Store
	journals  *run.Store
	keychain  *platform.Keychain
	open      func(address string) error // in the browser
	told      func(*fault.PanicError)    // of a fault of the practice organization, on any goroutine
}

// connect reaches an organization: the practice organization, or that of the
// token in the environment or of the sign-in that is kept. The error is
// fault.SignedOut where there is neither.
func (c *connector) connect(ctx context.Context, practiced bool, orgID string) (organization, error) {
	if practiced {
		return c.connectPractice(ctx)
	}
	tokens, err := c.tokens()
	if err != nil {
		return organization{}, err
	}
	return c.connectWebex(tokens, orgID)
}

// tokens are those of the environment, else those of the sign-in that is kept.
// The error is fault.SignedOut if there are none.
func (c *connector) tokens() (webex.TokenSource, error) {
	if token := os.Getenv("WEBEX_ACCESS_TOKEN"); token != "" {
		return signin.NewPasted(token, false)
	}
	kept, ok, err := c.identity().Kept(c.keep())
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, &fault.Error{Kind: fault.SignedOut}
	}
	return kept, nil
}

// serviceAddress is where Webex is.
func (c *connector) serviceAddress() string {
	return cmp.Or(os.Getenv("NUMBERLOADER_API_URL"), c.settings.Now().Cloud.Address())
}

func (c *connector) connectWebex(tokens webex.TokenSource, orgID string) (organization, error) {
	transport := webex.NewTransport(proxies())
	client, err := webex.New(c.serviceAddress(), tokens, &http.Client{Transport: transport}, c.wire(orgID))
	if err != nil {
		return organization{}, err
	}
	return organization{c.serve(client, orgID, false), func() error {
		transport.CloseIdleConnections()
		return nil
	}}, nil
}

func (c *connector) connectPractice(context.Context) (organization, error) {
	server, err := practice.Start(practice.Options{
		StatePath: filepath.Join(c.data, "practice.json"),
		Behavior:  func() practice.Behavior { return behavior(c.settings.Now()) },
		OnFault:   c.told,
		Sleep:     sleep, Now: time.Now, Random: rand.Reader,
	})
	if err != nil {
		return organization{}, err
	}
	token, err := webex.NewToken(server.Token())
	if err != nil {
		return organization{}, errors.Join(err, server.Close())
	}
	transport := webex.NewTransport(nil) // it is on this computer
	client, err := webex.New(server.URL(), token, &http.Client{Transport: transport}, c.wire(""))
	if err != nil {
		return organization{}, errors.Join(err, server.Close())
	}
	return organization{c.serve(client, "", true), server.Close}, nil
}

func (c *connector) wire(orgID string) webex.Settings {
	return webex.Settings{UserAgent: c.userAgent, OrgID: orgID, Now: time.Now, Sleep: sleep, Log: c.log}
}

func (c *connector) serve(client *webex.Client, orgID string, practiced bool) *service.Service {
	return service.New(client, service.Keep(c.journals), service.Settings{OrgID: orgID, Practice: practiced, Now: time.Now, Sleep: sleep})
}

// sleep waits, and returns the context's error when that ends first.
func sleep(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-timer.C:
		return nil
	}
}
