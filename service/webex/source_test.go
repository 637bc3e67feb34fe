package webex

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"

	"numberloader/internal/fault"
)

// tokens is a source that hands out its tokens one after the other, and then
// fails with over.
type tokens struct {
	mu     sync.Mutex
	list   []string
	over   error
	failed error // of Token
	worked []bool
}

func (s *tokens) now() Token { return Token{s.list[0]} }

func (s *tokens) Token(context.Context) (Token, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.now(), s.failed
}

func (s *tokens) Renew(_ context.Context, refused Token, worked bool) (Token, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.worked = append(s.worked, worked)
	if refused != s.now() {
		return s.now(), nil
	}
	if len(s.list) == 1 {
		return s.now(), s.over
	}
	s.list = s.list[1:]
	return s.now(), nil
}

const numbersPath = "/telephony/config/locations/l/numbers"

// with is a rig whose tokens come from a source.
func with(t *testing.T, s *tokens, steps ...step) *rig {
	t.Helper()
	r := newRig(t, steps...)
	r.token = &bearer{source: s}
	return r
}

func (r *rig) wantTokens(t *testing.T, want ...string) {
	t.Helper()
	var got []string
	for _, s := range r.script.seen {
		got = append(got, strings.TrimPrefix(s.header.Get("Authorization"), "Bearer "))
	}
	if !slices.Equal(got, want) {
		t.Errorf("sent with %q, want %q", got, want)
	}
}

func TestARefusedTokenIsRenewedAndTheRequestGoesAgain(t *testing.T) {
	t.Parallel()
	source := &tokens{list: []string{"old", "new"}}
	r := with(t, source,
		step{path: "/people/me", body: meBody},
		step{method: http.MethodPost, path: numbersPath, status: 401},
		step{method: http.MethodPost, path: numbersPath, status: 201},
		step{path: "/people/me", body: meBody},
	)
	_, e1 := r.Me(t.Context())
	got, e2 := r.AddNumbers(t.Context(), "l", AddNumbers{PhoneNumbers: []string{"+12145550100"}})
	_, e3 := r.Me(t.Context())
	if err := errors.Join(e1, e2, e3); err != nil || got.Status != 201 {
		t.Errorf("got %+v, %v", got, err)
	}
	r.wantTokens(t, "old", "old", "new", "new")
	if r.script.seen[1].body != r.script.seen[2].body || !slices.Equal(source.worked, []bool{true}) {
		t.Errorf("bodies %q and %q, worked %v", r.script.seen[1].body, r.script.seen[2].body, source.worked)
	}
}

func TestWhatShowsThatATokenWorked(t *testing.T) {
	t.Parallel()
	for status, want := range map[int]bool{200: true, 403: true, 400: false, 407: false, 429: false, 502: false} {
		source := &tokens{list: []string{"a"}}
		r := with(t, source,
			step{method: http.MethodPost, path: numbersPath, status: status, body: `{"message":"m"}`},
			step{method: http.MethodPost, path: numbersPath, status: 401},
		)
		for range 2 {
			_, _ = r.AddNumbers(t.Context(), "l", AddNumbers{})
		}
		if !slices.Equal(source.worked, []bool{want}) {
			t.Errorf("after %d: worked %v", status, source.worked)
		}
	}
}

func TestARequestGoesAgainOnceOnly(t *testing.T) {
	t.Parallel()
	r := with(t, &tokens{list: []string{"a", "b", "c"}},
		step{path: "/people/me", status: 401}, step{path: "/people/me", status: 401})
	_, err := r.Me(t.Context())
	if api, ok := errors.AsType[*APIError](err); !ok || api.Status != 401 {
		t.Errorf("got %v", err)
	}
	r.wantTokens(t, "a", "b")
}

func TestOnlyARefusedTokenIsRenewed(t *testing.T) {
	t.Parallel()
	source := &tokens{list: []string{"a", "b"}}
	r := with(t, source,
		step{method: http.MethodPost, path: numbersPath, status: 403},
		step{method: http.MethodPost, path: numbersPath, do: cut},
	)
	for range 2 {
		if _, err := r.AddNumbers(t.Context(), "l", AddNumbers{}); err == nil {
			t.Error("no error")
		}
	}
	if len(source.worked) != 0 {
		t.Errorf("renewed %d times", len(source.worked))
	}
}

func TestARefusalSaysWhyTheSignInIsOver(t *testing.T) {
	t.Parallel()
	why := &fault.Error{Kind: fault.TokenRefused, What: fault.Quote("It has ended.")}
	r := with(t, &tokens{list: []string{"a"}, over: why},
		step{path: "/people/me", status: 401, header: http.Header{"Trackingid": {"ROUTERGW_1"}}})
	_, err := r.Me(t.Context())
	f, ok := errors.AsType[*fault.Error](err)
	switch api, isAPI := errors.AsType[*APIError](err); {
	case !ok:
		t.Fatal("ok is false")
	case !isAPI:
		t.Fatal("isAPI is false")
	case api.Status != 401:
		t.Fatalf("api.Status is %v, not 401", api.Status)
	case f.What.String() != "It has ended.":
		t.Fatalf("f.What is %v", f.What)
	}
	if !strings.HasPrefix(f.Details, "Status 401, tracking ID ROUTERGW_1, request NUMBERLOADER_") || why.Details != "" {
		t.Errorf("details %q, and %q of the source's own", f.Details, why.Details)
	}
}

func TestWithoutATokenNothingIsSent(t *testing.T) {
	t.Parallel()
	tests := []struct {
		kind  fault.Kind
		tries int
	}{
		{fault.TokenRefused, 1},
		{fault.Stopped, 1},
		{fault.Unreachable, readTries},
		{fault.Failing, readTries},
	}
	for _, test := range tests {
		r := with(t, &tokens{list: []string{""}, failed: &fault.Error{Kind: test.kind}})
		_, err := r.Me(t.Context())
		lost, ok := errors.AsType[*ConnectionError](err)
		switch {
		case !ok:
			t.Errorf("%v: ok is false", test.kind)
		case !lost.NotSent:
			t.Errorf("%v: lost.NotSent is false", test.kind)
		case fault.KindOf(err) != test.kind:
			t.Errorf("%v: %v is not of the kind %v", test.kind, err, test.kind)
		case len(r.pauses) != test.tries-1:
			t.Errorf("%v: r.pauses is %v", test.kind, r.pauses)
		}
	}
}

func TestEveryTokenOfASignInIsHidden(t *testing.T) {
	t.Parallel()
	source := &tokens{list: []string{"first-secret", "second-secret"}}
	r := with(t, source,
		step{path: "/people/me", status: 401, body: `{"message":"first-secret is bad"}`},
		step{path: "/people/me", status: 403, body: `{"message":"second-secret and first-secret are bad"}`},
	)
	_, err := r.Me(t.Context())
	if text := err.Error(); strings.Contains(text, "secret is") || !strings.Contains(text, "(access token) and (access token) are bad") {
		t.Errorf("got %q", text)
	}
}
