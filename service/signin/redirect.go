package signin

import (
	"context"
	"crypto/subtle"
	"errors"
	"io"
	"log"
	"net"
	"net/http"
	"net/url"
	"time"

	"numberloader/internal/fault"
	"numberloader/internal/phrase"
)

// returning is the place that the browser comes back to, on the loopback
// addresses of this computer.
type returning struct {
	answers chan redirected // the first answer
	server  http.Server
}

// redirected is what the browser brings: a code, or an error. fault is one of ours, that
// came up on the way.
type redirected struct {
	code, problem string
	fault         error
}

// How long a browser may take to send its request, and to receive the page.
const (
	redirectTimeout = 10 * time.Second
	pageTimeout     = 2 * time.Second
)

// listen waits for the browser at the redirect address. The error is a
// *fault.Error.
func (c *Client) listen(ctx context.Context, state string) (*returning, error) {
	address, err := url.Parse(c.settings.Redirect)
	if err != nil {
		return nil, &fault.Error{Kind: fault.Internal, Err: err}
	}
	listeners, err := loopback(ctx, address.Port())
	if err != nil {
		return nil, portTaken(address.Port(), err)
	}
	b := &returning{answers: make(chan redirected, 1)}
	mux := http.NewServeMux()
	mux.HandleFunc("GET "+address.Path, b.page(address.Host, state))
	b.server = http.Server{
		Handler: mux, ReadHeaderTimeout: redirectTimeout, ReadTimeout: redirectTimeout, WriteTimeout: redirectTimeout,
		MaxHeaderBytes: 64 << 10, ErrorLog: log.New(io.Discard, "", 0),
	}
	for _, l := range listeners {
		go func() { _ = b.server.Serve(l) }()
	}
	return b, nil
}

// loopback listens on both loopback addresses, because a browser may take either
// for "localhost". A computer may lack the second one, but if another program
// has the port there, the code would go to that program.
func loopback(ctx context.Context, port string) ([]net.Listener, error) {
	var config net.ListenConfig
	first, err := config.Listen(ctx, "tcp4", net.JoinHostPort("127.0.0.1", port))
	if err != nil {
		return nil, err //nolint:wrapcheck // the caller has the words
	}
	second, err := config.Listen(ctx, "tcp6", net.JoinHostPort("::1", port))
	if err == nil {
		return []net.Listener{first, second}, nil
	}
	if probe, absent := config.Listen(ctx, "tcp6", "[::1]:0"); absent == nil {
		return nil, errors.Join(err, probe.Close(), first.Close())
	}
	return []net.Listener{first}, nil
}

// close lets the browser have its page and gives the port back.
func (b *returning) close(ctx context.Context) {
	ctx, cancel := context.WithTimeout(ctx, pageTimeout)
	defer cancel()
	if b.server.Shutdown(ctx) != nil {
		_ = b.server.Close()
	}
}

// page takes what the browser brings. A state that is not that of this sign-in
// is refused, and the sign-in goes on waiting. A fault of ours ends the sign-in.
func (b *returning) page(host, state string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		err := fault.Catch(func() error {
			got, status, text := brought(r, host, state)
			write(w, status, text)
			if status == http.StatusOK {
				b.answer(got)
			}
			return nil
		})
		if err != nil {
			b.answer(redirected{fault: err})
		}
	}
}

// answer keeps what the browser brought first.
func (b *returning) answer(got redirected) {
	select {
	case b.answers <- got:
	default: // it came before
	}
}

// brought is what the browser brings, and what it is to show.
func brought(r *http.Request, host, state string) (got redirected, status int, text string) {
	query := r.URL.Query()
	got = redirected{code: query.Get("code"), problem: query.Get("error")}
	known := subtle.ConstantTimeCompare([]byte(query.Get("state")), []byte(state)) == 1
	switch {
	case r.Host != host || !known || got.code == "" && got.problem == "":
		return redirected{}, http.StatusBadRequest, phrase.Text("service.signin.page.strange")
	case got.problem != "":
		return redirected{problem: got.problem}, http.StatusOK, phrase.Text("service.signin.page.declined")
	}
	return got, http.StatusOK, phrase.Text("service.signin.page.done")
}
