package signin

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"numberloader/internal/fault"
	"numberloader/service/webex"
)

// sourceOf is a source of the first tokens that Webex gave, which end so soon.
func (r *rig) sourceOf(left time.Duration) (*Source, *memory) {
	keep := &memory{}
	r.tokens = 1
	tokens := given(1, left)
	saveTokens(keep, tokens)
	return r.NewSource(company(), tokens, keep), keep
}

// given are the n-th tokens of one sign-in.
func given(n int, left time.Duration) Tokens {
	return Tokens{
		NewSecret(fmt.Sprintf("planted-access-%d", n)), NewSecret(fmt.Sprintf("planted-refresh-%d", n)),
		time.Now().Add(left), "session",
	}
}

func access(t *testing.T, n int) webex.Token {
	t.Helper()
	token, err := webex.NewToken(fmt.Sprintf("planted-access-%d", n))
	if err != nil {
		t.Fatal(err)
	}
	return token
}

func TestATokenIsRenewedBeforeItEnds(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t)
		source, keep := r.sourceOf(time.Hour)
		for _, step := range []struct {
			after time.Duration
			want  int
		}{{0, 1}, {49 * time.Minute, 1}, {time.Minute, 2}, {time.Hour, 2}, {14 * 24 * time.Hour, 3}} {
			time.Sleep(step.after)
			if got, err := source.Token(t.Context()); err != nil || got != access(t, step.want) {
				t.Errorf("after %v: not token %d, %v", step.after, step.want, err)
			}
		}
		switch kept, ok := loadTokens(keep); {
		case !ok:
			t.Error("ok is false")
		case kept.Access.text != "planted-access-3":
			t.Errorf("kept.Access.text is %q, not %q", kept.Access.text, "planted-access-3")
		case kept.Refresh.text != "planted-refresh-3":
			t.Errorf("kept.Refresh.text is %q, not %q", kept.Refresh.text, "planted-refresh-3")
		case !kept.Expires.Equal(source.tokens.Expires):
			t.Error("kept.Expires.Equal(source.tokens.Expires) is false")
		}
	})
}

func TestManyWhoNeedATokenRenewItOnce(t *testing.T) {
	t.Parallel()
	r := newRig(t)
	source, _ := r.sourceOf(time.Minute)
	var all sync.WaitGroup
	for i := range 40 {
		all.Go(func() {
			var got webex.Token
			var err error
			if i%2 == 0 {
				got, err = source.Token(t.Context())
			} else {
				got, err = source.Renew(t.Context(), access(t, 1), true)
			}
			if err != nil || got != access(t, 2) {
				t.Errorf("got another token, %v", err)
			}
		})
	}
	all.Wait()
	if r.refreshes != 1 {
		t.Errorf("renewed %d times", r.refreshes)
	}
}

func TestATokenThatIsStillGoodIsUsedThoughItCannotBeRenewed(t *testing.T) {
	t.Parallel()
	r := newRig(t)
	source, _ := r.sourceOf(time.Minute)
	r.answers = []http.HandlerFunc{says(lost, ``), says(503, ``)}
	for range 2 {
		if got, err := source.Token(t.Context()); err != nil || got != access(t, 1) {
			t.Errorf("got another token, %v", err)
		}
	}
	if got, err := source.Token(t.Context()); err != nil || got != access(t, 2) {
		t.Errorf("got another token, %v", err)
	}
}

func TestASignInThatIsOver(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name   string
		answer http.HandlerFunc
		kind   fault.Kind
		words  string
	}{
		{"by name", says(400, `{"error":"invalid_grant","error_description":"planted-refresh-1"}`), fault.TokenRefused, "The sign-in has ended: Webex no longer renews it."},
		{"by status", says(400, `{"message":"planted"}`), fault.TokenRefused, "The sign-in has ended"},
		{"a new secret", says(401, `{"message":"planted"}`), fault.TokenRefused, "client secret"},
		{"no connection", says(lost, ``), fault.Unreachable, ""},
		{"a failure", says(500, ``), fault.Failing, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			r := newRig(t)
			source, _ := r.sourceOf(0)
			r.answers = []http.HandlerFunc{test.answer, test.answer}
			_, err := source.Token(t.Context())
			r.fails(err, test.kind, test.words)
			_, err = source.Renew(t.Context(), access(t, 1), true)
			r.fails(err, test.kind, test.words)
		})
	}
	r := newRig(t)
	source, _ := r.sourceOf(0)
	source.tokens.Refresh = Secret{}
	_, err := source.Token(t.Context())
	r.fails(err, fault.TokenRefused, "The sign-in has ended.")
}

func TestTheTokensOfAnotherNumberLoaderAreTaken(t *testing.T) {
	t.Parallel()
	r := newRig(t)
	source, keep := r.sourceOf(time.Minute)
	saveTokens(keep, given(7, time.Hour))
	if got, err := source.Token(t.Context()); err != nil || got != access(t, 7) || r.refreshes != 0 {
		t.Errorf("got another token after %d refreshes, %v", r.refreshes, err)
	}
	r.tokens = 7
	if got, err := source.Renew(t.Context(), access(t, 7), true); err != nil || got != access(t, 8) {
		t.Errorf("got another token, %v", err)
	}
}

// A run that is under way must not change its person or its organization.
func TestASignInThatSomebodyElseMadeIsLeftAlone(t *testing.T) {
	t.Parallel()
	other := given(7, time.Hour)
	other.session = "another"
	for name, prepare := range map[string]func(*memory){
		"another sign-in": func(keep *memory) { saveTokens(keep, other) },
		"signed out":      func(keep *memory) { keep.secret = "" },
	} {
		r := newRig(t)
		source, keep := r.sourceOf(time.Minute)
		prepare(keep)
		before := keep.secret
		if got, err := source.Token(t.Context()); err != nil || got != access(t, 2) {
			t.Errorf("%s: got another token, %v", name, err)
		}
		if keep.secret != before {
			t.Errorf("%s: the keychain was written", name)
		}
	}
}

func TestWhoeverWaitsForATokenCanStop(t *testing.T) {
	t.Parallel()
	r := newRig(t)
	source, _ := r.sourceOf(time.Hour)
	source.lock <- struct{}{}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := source.Token(ctx)
	r.fails(err, fault.Stopped, "")
	_, err = source.Renew(ctx, access(t, 1), true)
	r.fails(err, fault.Stopped, "")
}

func TestARenewalIsFinishedThoughTheCallerStops(t *testing.T) {
	t.Parallel()
	r := newRig(t)
	source, keep := r.sourceOf(time.Minute)
	ctx, cancel := context.WithCancel(t.Context())
	r.answers = []http.HandlerFunc{func(w http.ResponseWriter, q *http.Request) {
		cancel()
		r.serve(w, q)
	}}
	if _, err := source.Token(ctx); err != nil {
		t.Error(err)
	}
	if kept, ok := loadTokens(keep); !ok || kept.Access.text != "planted-access-2" {
		t.Error("the new tokens are lost")
	}
}

func TestATokenWithoutAnEndIsNotRenewedEarly(t *testing.T) {
	t.Parallel()
	r := newRig(t)
	source, _ := r.sourceOf(0)
	source.tokens.Expires = time.Time{}
	if got, err := source.Token(t.Context()); err != nil || got != access(t, 1) || r.refreshes != 0 {
		t.Errorf("got another token, %v", err)
	}
}

func TestAPastedTokenSaysWhyItIsRefused(t *testing.T) {
	t.Parallel()
	tests := []struct {
		kept, worked bool
		words        string
	}{
		{false, false, "Webex does not accept this access token: it is wrong, or only a part of it was copied."},
		{false, true, "This access token has expired."},
		{true, false, "This access token has expired."},
	}
	for _, test := range tests {
		r := newRig(t)
		pasted, err := NewPasted("Bearer planted-token", test.kept)
		if err != nil {
			t.Fatal(err)
		}
		token, err := pasted.Token(t.Context())
		if err != nil || token.IsZero() {
			t.Errorf("got %v, %v", token, err)
		}
		_, err = pasted.Renew(t.Context(), token, test.worked)
		r.fails(err, fault.TokenRefused, test.words)
	}
	if _, err := NewPasted(" ", false); fault.KindOf(err) != fault.SignedOut {
		t.Errorf("got %v", err)
	}
}

var errClosed = errors.New("locked")

func keeps() (Keep, [3]*memory) {
	m := [3]*memory{{}, {}, {}}
	return Keep{m[0], m[1], m[2]}, m
}

func TestOneSignInIsKeptAtATime(t *testing.T) {
	t.Parallel()
	r := newRig(t)
	keep, m := keeps()
	if _, ok, err := r.Kept(keep); ok || err != nil {
		t.Errorf("at first: %v, %v", ok, err)
	}
	if !keep.KeepAccess("planted-token") {
		t.Error("not lasting")
	}
	source, ok, err := r.Kept(keep)
	switch pasted, is := source.(*Pasted); {
	case !ok:
		t.Error("ok is false")
	case err != nil:
		t.Error(err)
	case !is:
		t.Error("is is false")
	case !pasted.worked:
		t.Error("pasted.worked is false")
	}
	own, _ := r.sourceOf(time.Hour)
	own.keep = keep.Tokens
	if !keep.KeepTokens(own) || m[0].secret != "" {
		t.Error("not lasting, or beside the access token")
	}
	again, ok, err := r.Kept(keep)
	if !ok || err != nil {
		t.Fatalf("got %v, %v", ok, err)
	}
	if token, err := again.Renew(t.Context(), access(t, 1), true); err != nil || token != access(t, 2) {
		t.Errorf("a sign-in that was kept is not renewed: %v", err)
	}
	if !keep.KeepAccess("planted-token") || m[1].secret != "" || m[2].secret == "" {
		t.Error("the access token is beside the other sign-in, or the integration is gone")
	}
	if err := keep.SignOut(); err != nil || m[0].secret != "" || m[2].secret == "" {
		t.Errorf("sign out: %v", err)
	}
	if in, ok := keep.LoadIntegration(); !ok || in != company() {
		t.Error("the integration is not kept")
	}
	if err := keep.Forget(); err != nil || m[2].secret != "" {
		t.Errorf("forget: %v", err)
	}
	if _, ok := keep.LoadIntegration(); ok {
		t.Error("the integration is still there")
	}
}

func TestAKeychainThatCannotBeUsedHasNoSignIn(t *testing.T) {
	t.Parallel()
	r := newRig(t)
	keep, m := keeps()
	for i := range m {
		m[i].closed = errClosed
	}
	if _, ok, err := r.Kept(keep); ok || err != nil {
		t.Errorf("got %v, %v", ok, err)
	}
	source, _ := r.sourceOf(time.Hour)
	if keep.KeepAccess("t") || keep.KeepTokens(source) {
		t.Error("lasting")
	}
	if !errors.Is(keep.SignOut(), errClosed) || !errors.Is(keep.Forget(), errClosed) {
		t.Error("it is silent about what it could not forget")
	}
}

func TestWhatIsNoSignInIsNotRead(t *testing.T) {
	t.Parallel()
	r := newRig(t)
	keep, m := keeps()
	m[1].secret, m[2].secret = `{"access":`, `{}`
	if _, ok, err := r.Kept(keep); ok || err != nil {
		t.Errorf("got %v, %v", ok, err)
	}
	if _, ok := keep.LoadIntegration(); ok {
		t.Error("an empty integration")
	}
	m[0].secret = "two words"
	if _, ok, err := r.Kept(keep); ok || fault.KindOf(err) != fault.TokenRefused {
		t.Errorf("got %v, %v", ok, err)
	}
}

func TestASecretRedactsItself(t *testing.T) {
	t.Parallel()
	s := NewSecret(" planted ")
	holder := Tokens{Access: s, Refresh: s}
	for _, text := range []string{
		s.String(), s.GoString(), s.LogValue().String(), fmt.Sprint(s, &s, holder, company()),
		fmt.Sprintf("%x %q %#v %d %+v", s, s, s, s, holder), encoded(t, s), encoded(t, holder),
	} {
		if strings.Contains(text, "planted") || strings.Contains(text, "706c616e746564") {
			t.Errorf("the secret is in %q", text)
		}
	}
}
