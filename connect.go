package main

import (
	"context"
	"crypto/rand"
	"errors"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/mattn/go-ieproxy"

	"numberloader/internal/fault"
	"numberloader/internal/platform"
	"numberloader/internal/run"
	"numberloader/service"
	"numberloader/service/practice"
	"numberloader/service/webex"
)

// commercial is the address of the service for everyone but governments.
const commercial = "https://webexapis.com/v1"

// How the practice organization behaves in the program: slow enough to watch,
// and now and then it asks to wait.
const (
	practicePace     = 300 * time.Millisecond
	practiceThrottle = 7
)

// organization is a service and what must be closed with it.
type organization struct {
	*service.Service

	close func() error
}

// Close lets go of the connection.
func (o organization) Close() error { return o.close() }

// connect reaches an organization: the practice organization, or that of the
// token in the environment or in the keychain. The error is fault.SignedOut
// where there is no token.
func (p *program) connect(ctx context.Context, practiced bool, orgID string) (organization, error) {
	if practiced {
		return p.connectPractice(ctx)
	}
	token, err := p.token()
	if err != nil {
		return organization{}, err
	}
	return p.connectWebex(token, orgID)
}

// token is the one in the environment, else the one in the keychain, else "".
func (p *program) token() (string, error) {
	if token := os.Getenv("WEBEX_ACCESS_TOKEN"); token != "" {
		return token, nil
	}
	token, err := p.keychain.Get()
	if errors.Is(err, platform.ErrNoKeychain) {
		return "", nil
	}
	return token, err
}

func (p *program) connectWebex(secret, orgID string) (organization, error) {
	token, err := webex.NewToken(secret)
	if err != nil {
		return organization{}, err
	}
	address := os.Getenv("NUMBERLOADER_API_URL")
	if address == "" {
		address = commercial
	}
	transport := newTransport()
	client, err := webex.New(address, token, &http.Client{Transport: transport}, p.wire(orgID))
	if err != nil {
		return organization{}, err
	}
	return organization{p.serve(client, orgID, false), func() error {
		transport.CloseIdleConnections()
		return nil
	}}, nil
}

func (p *program) connectPractice(context.Context) (organization, error) {
	server, err := practice.Start(practice.Options{
		StatePath: filepath.Join(p.folders.Data, "practice.json"),
		Pace:      practicePace, ThrottleEvery: practiceThrottle, Sleep: sleep, Now: time.Now, Random: rand.Reader,
	})
	if err != nil {
		return organization{}, err
	}
	token, err := webex.NewToken(server.Token())
	if err != nil {
		return organization{}, errors.Join(err, server.Close())
	}
	transport := newTransport()
	transport.Proxy = nil // it is on this computer
	client, err := webex.New(server.URL(), token, &http.Client{Transport: transport}, p.wire(""))
	if err != nil {
		return organization{}, errors.Join(err, server.Close())
	}
	return organization{p.serve(client, "", true), server.Close}, nil
}

func (p *program) wire(orgID string) webex.Settings {
	name := strings.ReplaceAll(p.about.Details.Name, " ", "")
	return webex.Settings{UserAgent: name + "/" + p.about.Details.Version, OrgID: orgID, Now: time.Now, Sleep: sleep}
}

func (p *program) serve(client *webex.Client, orgID string, practiced bool) *service.Service {
	begin := func(d run.Draft) (service.Journal, error) {
		journal, err := p.journals.Begin(d)
		if err != nil {
			return nil, err
		}
		return journal, nil
	}
	return service.New(client, begin, service.Settings{OrgID: orgID, Practice: practiced, Now: time.Now, Sleep: sleep})
}

// newTransport is the ordinary transport with the proxy of the system: that of
// the environment first, then that of Windows or macOS.
func newTransport() *http.Transport {
	transport, ok := http.DefaultTransport.(*http.Transport)
	if !ok {
		panic("net/http has another default transport")
	}
	transport = transport.Clone()
	transport.Proxy = ieproxy.GetProxyFunc()
	return transport
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

// signIn checks a token before it keeps it. kept is false where it is lost with
// the program.
func (p *program) signIn(ctx context.Context, token string) (o organization, kept bool, err error) {
	o, err = p.connectWebex(token, "")
	if err != nil {
		return organization{}, false, err
	}
	if _, err := o.Account(ctx); err != nil {
		return organization{}, false, errors.Join(err, o.Close())
	}
	return o, p.keychain.Set(strings.TrimSpace(token)), nil
}

// restore signs in with the token that was kept. The error is fault.SignedOut if
// there is none.
func (p *program) restore(ctx context.Context) (organization, error) {
	token, err := p.token()
	if err != nil {
		return organization{}, err
	}
	if token == "" {
		return organization{}, &fault.Error{Kind: fault.SignedOut}
	}
	o, err := p.connectWebex(token, "")
	if err != nil {
		return organization{}, err
	}
	if _, err := o.Account(ctx); err != nil {
		return organization{}, errors.Join(err, o.Close())
	}
	return o, nil
}
