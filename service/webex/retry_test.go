package webex

import (
	"context"
	"errors"
	"net"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

func fails(status int, times int) []step {
	steps := make([]step, times)
	for i := range steps {
		steps[i] = step{path: "/people/me", status: status, body: "<html>Bad</html>"}
	}
	return steps
}

func TestReadsAreTriedAgainWhenWebexFails(t *testing.T) {
	t.Parallel()
	for _, status := range []int{500, 502, 503, 504} {
		r := newRig(t, append(fails(status, 5), step{path: "/people/me", body: meBody})...)
		if me, err := r.Me(t.Context()); err != nil || me.ID != "p" {
			t.Errorf("%d: got %+v, %v", status, me, err)
		}
		r.wantPauses(t, 1, 2, 4, 8, 16)
	}
}

func TestReadsGiveUpAfterSixTries(t *testing.T) {
	t.Parallel()
	r := newRig(t, fails(502, 6)...)
	_, err := r.Me(t.Context())
	if api, ok := errors.AsType[*APIError](err); !ok || api.Status != 502 || api.Message != "Bad Gateway" {
		t.Errorf("got %v", err)
	}
	r.wantPauses(t, 1, 2, 4, 8, 16)
}

func TestRefusalsAreNotTriedAgain(t *testing.T) {
	t.Parallel()
	for _, status := range []int{400, 401, 403, 404, 405, 409, 410, 415, 428, 501} {
		r := newRig(t, fails(status, 1)...)
		_, err := r.Me(t.Context())
		if api, ok := errors.AsType[*APIError](err); !ok || api.Status != status {
			t.Errorf("%d: got %v", status, err)
		}
		r.wantPauses(t)
	}
}

func TestReadsWaitAsLongAsWebexAsks(t *testing.T) {
	t.Parallel()
	after := func(status int, value string) step {
		s := step{path: "/people/me", status: status}
		if value != "" {
			s.header = http.Header{"Retry-After": {value}}
		}
		return s
	}
	r := newRig(t, after(429, "7"), after(423, ""), after(429, "later"), after(429, "Mon, 23 Nov 2026 14:00:20 GMT"),
		step{path: "/people/me", body: meBody})
	if _, err := r.Me(t.Context()); err != nil {
		t.Error(err)
	}
	r.wantPauses(t, 7, 10, 15, 20)
}

func TestReadsDoNotWaitForever(t *testing.T) {
	t.Parallel()
	r := newRig(t, fails(429, waitTries)...)
	if _, err := r.Me(t.Context()); !ToWait(err) {
		t.Errorf("got %v", err)
	}
}

func TestLostConnectionsAreTriedAgain(t *testing.T) {
	t.Parallel()
	r := newRig(t,
		step{path: "/people/me", do: cutAfter("200 OK", `{"id":`)},
		step{path: "/people/me", do: cutAfter("200 OK", ``)},
		step{path: "/people/me", body: meBody},
	)
	if me, err := r.Me(t.Context()); err != nil || me.ID != "p" {
		t.Errorf("got %+v, %v", me, err)
	}
	r.wantPauses(t, 1, 2)
}

func TestAReadThatHangsIsTriedAgainAfterAMinute(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t, step{path: "/people/me", do: hang}, step{path: "/people/me", body: meBody})
		started := time.Now()
		if me, err := r.Me(t.Context()); err != nil || me.ID != "p" {
			t.Errorf("got %+v, %v", me, err)
		}
		if took := time.Since(started); took != readTimeout {
			t.Errorf("took %v", took)
		}
	})
}

// hang answers nothing until the client has gone.
func hang(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }

func TestStoppingEndsAWait(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	r := newRig(t, step{path: "/people/me", status: 429, do: func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(http.StatusTooManyRequests)
	}})
	r.settings.Sleep = func(ctx context.Context, _ time.Duration) error {
		cancel()
		return ctx.Err()
	}
	if _, err := r.Me(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if _, err := r.Me(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("a stopped call was sent: %v", err)
	}
}

func TestAddingIsSentOnceWhateverComesBack(t *testing.T) {
	t.Parallel()
	const path = "/telephony/config/locations/l/numbers"
	tests := []struct {
		name    string
		step    step
		status  int // of an APIError; 0 for a ConnectionError
		notSent bool
	}{
		{"a failing gateway", step{status: 502, body: "<html>"}, 502, false},
		{"an empty 503", step{status: 503}, 503, false},
		{"too many requests", step{status: 429}, 429, false},
		{"a lock", step{status: 423}, 423, false},
		{"a cut connection", step{do: cut}, 0, false},
		{"a cut success", step{do: cutAfter("201 Created", `[{"err`)}, 0, false},
		{"a cut refusal keeps its status", step{do: cutAfter("400 Bad Request", `{"mess`)}, 400, false},
		{"no HTTP at all", step{do: func(w http.ResponseWriter, _ *http.Request) {
			conn, _, _ := http.NewResponseController(w).Hijack()
			_, _ = conn.Write([]byte("what?\r\n\r\n"))
			_ = conn.Close()
		}}, 0, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			test.step.method, test.step.path = http.MethodPost, path
			r := newRig(t, test.step)
			_, err := r.AddNumbers(t.Context(), "l", AddNumbers{})
			if api, ok := errors.AsType[*APIError](err); ok != (test.status != 0) || ok && api.Status != test.status {
				t.Errorf("got %v", err)
			}
			if lost, ok := errors.AsType[*ConnectionError](err); ok && lost.NotSent != test.notSent {
				t.Errorf("not sent: %v", lost.NotSent)
			}
			r.wantPauses(t)
		})
	}
}

func TestAnAddingThatHangsEndsAfterTwoMinutesAndIsNotKnown(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t, step{method: http.MethodPost, path: "/telephony/config/locations/l/numbers", do: hang})
		started := time.Now()
		_, err := r.AddNumbers(t.Context(), "l", AddNumbers{})
		if lost, ok := errors.AsType[*ConnectionError](err); !ok || lost.NotSent || !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("got %v", err)
		}
		if took := time.Since(started); took != writeTimeout {
			t.Errorf("took %v", took)
		}
	})
}

// A second request on a connection that the other side has closed meanwhile is
// the usual way in which a POST gets lost.
func TestAnIdleConnectionThatWasClosedLosesNothingSilently(t *testing.T) {
	t.Parallel()
	const path = "/telephony/config/locations/l/numbers"
	r := newRig(t, step{path: "/people/me", body: meBody}, step{method: http.MethodPost, path: path, do: cut})
	if _, err := r.Me(t.Context()); err != nil {
		t.Fatal(err)
	}
	_, err := r.AddNumbers(t.Context(), "l", AddNumbers{PhoneNumbers: []string{"+12145550100"}})
	if lost, ok := errors.AsType[*ConnectionError](err); !ok || lost.NotSent {
		t.Errorf("got %v", err)
	}
}

func TestWhatNeverLeftIsToldFromWhatMayHave(t *testing.T) {
	t.Parallel()
	refusing := func(context.Context, string, string) (net.Conn, error) {
		return nil, &net.OpError{Op: "dial", Net: "tcp", Err: errors.New("connection refused")}
	}
	noName := func(context.Context, string, string) (net.Conn, error) {
		return nil, &net.DNSError{Err: "no such host", Name: "webexapis.com"}
	}
	noTLS := func(context.Context, string, string) (net.Conn, error) {
		here, there := net.Pipe()
		_ = there.Close()
		return here, nil
	}
	tests := []struct {
		name, base string
		transport  http.RoundTripper
		notSent    bool
	}{
		{"a refused connection", "http://127.0.0.1/v1", &http.Transport{DialContext: refusing}, true},
		{"an unknown name", "https://webexapis.com/v1", &http.Transport{DialContext: noName}, true},
		{"a failed TLS handshake", "https://webexapis.com/v1", &http.Transport{DialContext: noTLS}, true},
		{"a connection that breaks", "http://127.0.0.1/v1", &http.Transport{DialContext: noTLS}, false},
		{"a transport that tells nothing", "http://127.0.0.1/v1", silent{}, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			token, err := NewToken(planted)
			if err != nil {
				t.Fatal(err)
			}
			c, err := New(test.base, token, &http.Client{Transport: test.transport}, Settings{Now: time.Now})
			if err != nil {
				t.Fatal(err)
			}
			_, err = c.AddNumbers(t.Context(), "l", AddNumbers{})
			if lost, ok := errors.AsType[*ConnectionError](err); !ok || lost.NotSent != test.notSent {
				t.Errorf("got %v", err)
			}
			if err != nil && strings.Contains(err.Error(), planted) {
				t.Error("the token is in the error")
			}
		})
	}
}

type silent struct{}

func (silent) RoundTrip(*http.Request) (*http.Response, error) { return nil, errors.New("lost") }
