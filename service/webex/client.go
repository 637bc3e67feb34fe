// Package webex speaks the part of the Webex API that adds phone numbers: one
// file a resource, typed answers and errors. It holds no rules about numbers:
// what may be sent, and what an answer means for a row, is the service's job.
// Reads are tried again when that can help; a call that changes something is
// sent once. Of ours it imports internal/fault only.
package webex

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"maps"
	"net"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"

	"numberloader/internal/fault"
)

// The time that one try of a call may take, answer included.
const (
	readTimeout  = time.Minute
	writeTimeout = 2 * time.Minute
)

// The most that is read of an answer. A page of 2,000 numbers has about 1 MB.
const (
	maxAnswer = 32 << 20
	maxError  = 1 << 20
)

// ErrEmptyID says that a call was not sent because an ID in its path was empty:
// Webex answers such a path with a misleading 404.
var ErrEmptyID = errors.New("an empty ID")

// Settings are what a Client needs besides the service and the token. Now and
// Sleep are required.
type Settings struct {
	// UserAgent names the program, as "NumberLoader/1.0".
	UserAgent string
	// OrgID is the customer organization that a partner works in, "" for the
	// token's own.
	OrgID string
	Now   func() time.Time
	// Sleep waits, and returns the context's error when it ends first.
	Sleep func(context.Context, time.Duration) error
	// Log is told every request, every wait and how they ended, without tokens
	// and without the texts of answers; nil for no log.
	Log *slog.Logger
}

// Client calls one service with the tokens of one sign-in. It is safe for
// several goroutines.
type Client struct {
	base     *url.URL
	token    *bearer
	http     http.Client
	settings Settings
	sizes    sync.Map // page sizes that were smaller than usual, by what is listed
}

// New returns a client of the service at base, for example
// https://webexapis.com/v1. Plain http is taken for loopback addresses only;
// any other base is fault.Usage. The transport of doer must report to httptrace,
// as http.Transport does: that is how a call that never left is told from one
// whose fate is not known. Redirects are never followed, whatever doer says.
// tokens is a Token or a source that renews them.
func New(base string, tokens TokenSource, doer *http.Client, s Settings) (*Client, error) {
	u, err := parseBase(base)
	if err != nil {
		return nil, err
	}
	if token, fixed := tokens.(Token); fixed && token.IsZero() {
		return nil, &fault.Error{Kind: fault.SignedOut}
	}
	if s.Log == nil {
		s.Log = slog.New(slog.DiscardHandler)
	}
	c := &Client{base: u, token: &bearer{source: tokens}, http: *doer, settings: s}
	c.http.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	return c, nil
}

func parseBase(base string) (*url.URL, error) {
	usage := &fault.Error{
		Kind: fault.Usage,
		What: fault.Say("service.address.wrong"),
		Next: fault.Say("service.address.wrong_next"),
	}
	u, err := url.Parse(strings.TrimSpace(base))
	if err != nil || u.Host == "" || u.User != nil || u.RawQuery != "" || u.Fragment != "" {
		return nil, usage
	}
	if u.Scheme != "https" && (u.Scheme != "http" || !isLoopback(u.Hostname())) {
		return nil, usage
	}
	return u.JoinPath("/"), nil
}

func isLoopback(host string) bool {
	ip := net.ParseIP(host)
	return strings.EqualFold(host, "localhost") || ip != nil && ip.IsLoopback()
}

// call is one call of the API.
type call struct {
	op     string // what it does, for errors: "add numbers"
	method string
	path   []string // segments below the base; an empty one is refused
	query  url.Values
	body   any // sent as JSON, unless it is nil
	// own says that the call takes no orgId: it is about the token's user, or
	// names the organization in its path.
	own bool
}

// answer is what came back, whole.
type answer struct {
	url    *url.URL // that was asked
	status int
	header http.Header
	body   []byte
}

// address is the URL of a call.
func (c *Client) address(k call) (*url.URL, error) {
	escaped := make([]string, len(k.path))
	for i, segment := range k.path {
		if strings.Trim(segment, ".") == "" {
			return nil, fmt.Errorf("%s: %w", k.op, ErrEmptyID)
		}
		escaped[i] = url.PathEscape(segment)
	}
	u := c.base.JoinPath(escaped...)
	query := url.Values{}
	maps.Copy(query, k.query)
	if c.settings.OrgID != "" && !k.own {
		query.Set("orgId", c.settings.OrgID)
	}
	u.RawQuery = query.Encode()
	return u, nil
}

// get reads a call's answer into out; failing tries are repeated.
func (c *Client) get(ctx context.Context, k call, out wanted) error {
	u, err := c.address(k)
	if err != nil {
		return err
	}
	a, err := c.read(ctx, k, u)
	if err != nil {
		return err
	}
	return c.decode(k.op, a, out)
}

// once sends one request and reads its answer. Any answer outside 2xx is an
// *APIError; no whole answer is a *ConnectionError. A request whose token is
// refused goes again if there is a newer token: 401 says that nothing was done.
func (c *Client) once(ctx context.Context, k call, u *url.URL, limit time.Duration) (answer, error) {
	token, err := c.token.now(ctx)
	if err != nil {
		return answer{}, &ConnectionError{Op: k.op, NotSent: true, Err: err}
	}
	a, err := c.send(ctx, k, u, limit, token)
	if fresh, ok := c.renewed(ctx, token, err); ok {
		return c.send(ctx, k, u, limit, fresh)
	}
	return a, err
}

// send sends one request with one token, and writes it to the log.
func (c *Client) send(ctx context.Context, k call, u *url.URL, limit time.Duration, token Token) (answer, error) {
	r := sending{call: k, url: u, id: newRequestID(), began: c.settings.Now()}
	a, err := c.exchange(ctx, r, limit, token)
	switch e := err.(type) { //nolint:errorlint // exchange wraps neither
	case *APIError:
		e.RequestID = r.id
	case *ConnectionError:
		e.RequestID = r.id
	}
	c.logCall(ctx, r, a, err)
	return a, err
}

func (c *Client) exchange(ctx context.Context, r sending, limit time.Duration, token Token) (answer, error) {
	if err := ctx.Err(); err != nil {
		return answer{}, &ConnectionError{Op: r.op, NotSent: true, Err: err}
	}
	ctx, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	ctx, sent := watch(ctx)
	req, err := c.request(ctx, r.call, r.url)
	if err != nil {
		return answer{}, err
	}
	req.Header.Set("Authorization", "Bearer "+token.secret)
	req.Header.Set(ownTrackingHeader, r.id)
	resp, err := c.http.Do(req)
	if err != nil {
		return answer{}, &ConnectionError{Op: r.op, NotSent: sent.surelyNot() || Hopeless(err), Err: c.quiet(err)}
	}
	defer func() { _ = resp.Body.Close() }()
	return c.receive(r.op, resp)
}

func (c *Client) request(ctx context.Context, k call, u *url.URL) (*http.Request, error) {
	var body io.Reader
	if k.body != nil {
		text, err := json.Marshal(k.body)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", k.op, err)
		}
		body = bytes.NewReader(text)
	}
	req, err := http.NewRequestWithContext(ctx, k.method, "", body)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", k.op, err)
	}
	req.URL, req.Host = u, u.Host // no address to read again
	req.Header = http.Header{"Accept": {"application/json"}, "User-Agent": {c.settings.UserAgent}}
	if body != nil {
		req.Header.Set("Content-Type", "application/json")
	}
	return req, nil
}

// receive reads a whole answer. A refusal keeps its status even when its body
// is cut or strange; a success that is cut is no answer, because its body may
// name numbers that were refused.
func (c *Client) receive(op string, resp *http.Response) (answer, error) {
	if resp.StatusCode < 200 || resp.StatusCode > 299 {
		text, _ := io.ReadAll(io.LimitReader(resp.Body, maxError))
		return answer{}, c.newAPIError(op, resp, text)
	}
	text, err := io.ReadAll(io.LimitReader(resp.Body, maxAnswer+1))
	if err != nil {
		return answer{}, &ConnectionError{Op: op, Err: c.quiet(err)}
	}
	if len(text) > maxAnswer {
		return answer{}, &AnswerError{Op: op, Err: errTooLarge}
	}
	return answer{url: resp.Request.URL, status: resp.StatusCode, header: resp.Header, body: text}, nil
}
