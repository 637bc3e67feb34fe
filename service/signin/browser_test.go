package signin

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"numberloader/internal/fault"
)

// open is the browser: it looks at the address and goes its way.
func (r *rig) open(address string) error {
	r.opened = address
	u, err := url.Parse(address)
	if err != nil {
		return err
	}
	q := u.Query()
	r.mu.Lock()
	r.challenge = q.Get("code_challenge")
	r.mu.Unlock()
	if r.browse == nil {
		return errors.New("no browser")
	}
	go r.browse(*u)
	return nil
}

// visit goes to the redirect address with a query, and returns the page.
func (r *rig) visit(query url.Values, hosts ...string) (status int, page string) {
	address := r.redirect
	for _, host := range hosts {
		address = strings.Replace(address, "localhost", host, 1)
	}
	request, err := http.NewRequestWithContext(context.Background(), http.MethodGet, address+"?"+query.Encode(), nil)
	if err != nil {
		r.t.Error(err)
		return 0, ""
	}
	request.Host = strings.TrimSuffix(strings.TrimPrefix(r.redirect, "http://"), "/redirect")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return 0, ""
	}
	defer func() { _ = response.Body.Close() }()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		r.t.Error(err)
	}
	return response.StatusCode, string(text)
}

func back(from url.URL, more ...string) url.Values {
	q := url.Values{"state": {from.Query().Get("state")}}
	for i := 0; i+1 < len(more); i += 2 {
		q.Set(more[i], more[i+1])
	}
	return q
}

func TestTheBrowserComesBackWithACode(t *testing.T) {
	t.Parallel()
	for _, host := range []string{"localhost", "127.0.0.1"} {
		r := newRig(t)
		page := make(chan string, 1)
		r.browse = func(from url.URL) {
			_, text := r.visit(back(from, "code", theCode), host)
			page <- text
		}
		got, err := r.Browser(t.Context(), company())
		if err != nil {
			t.Fatal(err)
		}
		r.wantTokens(got, 1)
		text := <-page
		r.told = append(r.told, text)
		if !strings.Contains(text, "You can close this tab.") {
			t.Errorf("the page says %s", text)
		}
		r.wantAddress()
	}
}

// wantAddress checks what the browser was sent to.
func (r *rig) wantAddress() {
	r.t.Helper()
	u, err := url.Parse(r.opened)
	if err != nil {
		r.t.Fatal(err)
	}
	q := u.Query()
	for name, want := range map[string]string{
		"client_id": clientID, "response_type": "code", "redirect_uri": r.redirect, "code_challenge_method": "S256",
		"scope": strings.Join(Scopes(), " "),
	} {
		if q.Get(name) != want {
			r.t.Errorf("%s is %q, want %q", name, q.Get(name), want)
		}
	}
	switch {
	case len(q.Get("state")) < 20:
		r.t.Errorf("q.Get(\"state\") is %v", q.Get("state"))
	case len(q.Get("code_challenge")) != 43:
		r.t.Errorf("q.Get(\"code_challenge\") is %v", q.Get("code_challenge"))
	case q.Has("client_secret"):
		r.t.Error("q.Has(\"client_secret\") is true")
	case !strings.HasPrefix(r.opened, serviceAddress+"/authorize?"):
		r.t.Errorf("r.opened is %q without %q", r.opened, serviceAddress+"/authorize?")
	}
}

func TestAStrangerAtTheRedirectAddressIsRefused(t *testing.T) {
	t.Parallel()
	r := newRig(t)
	r.browse = func(from url.URL) {
		for name, query := range map[string]url.Values{
			"another state": {"state": {"x"}, "code": {"evil"}},
			"no state":      {"code": {"evil"}},
			"no code":       back(from),
			"a sly error":   {"error": {"access_denied"}},
		} {
			if status, page := r.visit(query); status != http.StatusBadRequest || !strings.Contains(page, "does not belong") {
				t.Errorf("%s: got %d %s", name, status, page)
			}
		}
		r.visit(back(from, "code", theCode))
	}
	got, err := r.Browser(t.Context(), company())
	if err != nil {
		t.Fatal(err)
	}
	r.wantTokens(got, 1)
}

func TestOnlyTheFirstCodeCounts(t *testing.T) {
	t.Parallel()
	b := &returning{answers: make(chan redirected, 1)}
	page := b.page("localhost:1", "s")
	for _, code := range []string{"first", "second"} {
		request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, "http://localhost:1/redirect?state=s&code="+code, nil)
		if err != nil {
			t.Fatal(err)
		}
		page(nothing{http.Header{}}, request)
	}
	if code, err := b.wait(t.Context()); code != "first" || err != nil {
		t.Errorf("got %q, %v", code, err)
	}
}

// nothing is an answer that nobody reads.
type nothing struct{ header http.Header }

func (n nothing) Header() http.Header          { return n.header }
func (nothing) Write(text []byte) (int, error) { return len(text), nil }
func (nothing) WriteHeader(int)                {}

// broken is an answer that ends by a fault of ours.
type broken struct{ nothing }

func (broken) WriteHeader(int) { panic("a page without words") }

// TestAFaultOfThePageEndsTheSignIn holds that nobody waits in vain then.
func TestAFaultOfThePageEndsTheSignIn(t *testing.T) {
	t.Parallel()
	b := &returning{answers: make(chan redirected, 1)}
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, "http://localhost:1/redirect?state=s&code=c", nil)
	if err != nil {
		t.Fatal(err)
	}
	b.page("localhost:1", "s")(broken{nothing{http.Header{}}}, request)
	_, err = b.wait(t.Context())
	if caught, ok := errors.AsType[*fault.PanicError](err); !ok || caught.What != "a page without words" {
		t.Errorf("got %v", err)
	}
}

func TestARequestForAnotherHostIsRefused(t *testing.T) {
	t.Parallel()
	b := &returning{answers: make(chan redirected, 1)}
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, "http://evil.example/redirect?state=s&code=c", nil)
	if err != nil {
		t.Fatal(err)
	}
	b.page("localhost:1", "s")(nothing{http.Header{}}, request)
	if len(b.answers) != 0 {
		t.Error("it was taken")
	}
}

func TestWhatTheBrowserMayBringInPlaceOfACode(t *testing.T) {
	t.Parallel()
	tests := []struct {
		problem string
		kind    fault.Kind
		words   string
	}{
		{"access_denied", fault.SignedOut, "The sign-in was declined in the browser, so Number Loader is not signed in."},
		{"invalid_scope", fault.NotAllowed, "spark-admin:telephony_config_write"},
		{"server_error", fault.Failing, "Webex says: server_error."},
		{"unsupported", fault.SignedOut, "Webex did not sign you in, so Number Loader is not signed in."},
		{"<b>planted</b>", fault.SignedOut, "Webex did not sign you in"},
	}
	for _, test := range tests {
		r := newRig(t)
		page := make(chan string, 1)
		r.browse = func(from url.URL) {
			_, text := r.visit(back(from, "error", test.problem, "error_description", "planted", "code", "planted"))
			page <- text
		}
		_, err := r.Browser(t.Context(), company())
		r.fails(err, test.kind, test.words)
		text := <-page
		r.told = append(r.told, text)
		if !strings.Contains(text, "You were not signed in.") {
			t.Errorf("%s: the page says %s", test.problem, text)
		}
	}
}

func TestASignInThatCannotBegin(t *testing.T) {
	t.Parallel()
	r := newRig(t)
	_, err := r.Browser(t.Context(), company())
	r.fails(err, fault.SignedOut, "The browser could not be opened")

	for _, host := range []string{"127.0.0.1", "[::1]"} {
		r := newRig(t)
		u, err := url.Parse(r.redirect)
		if err != nil {
			t.Fatal(err)
		}
		var config net.ListenConfig
		other, err := config.Listen(t.Context(), "tcp", host+":"+u.Port())
		if err != nil {
			t.Logf("%s: %v", host, err) // a computer without IPv6
			continue
		}
		r.browse = func(url.URL) { t.Error("the browser was opened") }
		_, err = r.Browser(t.Context(), company())
		r.fails(err, fault.SignedOut, "Another program uses port "+u.Port())
		if err := other.Close(); err != nil {
			t.Error(err)
		}
		r.browse = func(from url.URL) { r.visit(back(from, "code", theCode)) }
		if _, err := r.Browser(t.Context(), company()); err != nil {
			t.Errorf("the port is not free again: %v", err)
		}
	}
}

func TestASignInInTheBrowserCanBeStopped(t *testing.T) {
	t.Parallel()
	r := newRig(t)
	ctx, cancel := context.WithCancel(t.Context())
	r.browse = func(url.URL) { cancel() }
	_, err := r.Browser(ctx, company())
	r.fails(err, fault.Stopped, "")
}

func TestNobodySignsIn(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		b := &returning{answers: make(chan redirected, 1)}
		ctx, cancel := context.WithTimeout(t.Context(), browserTimeout)
		defer cancel()
		began := time.Now()
		_, err := b.wait(ctx)
		if fault.KindOf(err) != fault.SignedOut || time.Since(began) != 10*time.Minute {
			t.Errorf("got %v after %v", err, time.Since(began))
		}
	})
}

func TestACodeThatIsNotExchanged(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name   string
		answer http.HandlerFunc
		kind   fault.Kind
		words  string
	}{
		{"a wrong secret", says(401, `{"message":"planted-client-secret is wrong","errors":[{"description":"planted"}]}`), fault.TokenRefused, "does not accept the client ID or the client secret"},
		{"a wrong secret, by name", says(400, `{"error":"invalid_client","error_description":"planted"}`), fault.TokenRefused, "Status 400, code invalid_client, tracking ID ROUTERGW_id."},
		{"a scope", says(400, `{"error":"invalid_scope"}`), fault.NotAllowed, "lacks a scope"},
		{"a refusal", says(400, `{"message":"planted"}`), fault.Refused, "Webex refused the sign-in."},
		{"a strange error", says(400, `{"error":"planted-code is strange"}`), fault.Refused, "Status 400, tracking ID"},
		{"throttled", says(429, ``), fault.Failing, "Status 429"},
		{"a failure", says(502, `<html>planted</html>`), fault.Failing, "Status 502"},
		{"a redirect", says(302, ``), fault.Refused, "Status 302"},
		{"no token", says(200, `{"refresh_token":"planted"}`), fault.Failing, "can't be understood"},
		{"no JSON", says(200, `planted`), fault.Failing, "can't be understood"},
		{"no connection", says(lost, ``), fault.Unreachable, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			r := newRig(t)
			r.answers = []http.HandlerFunc{test.answer}
			r.browse = func(from url.URL) { r.visit(back(from, "code", theCode)) }
			_, err := r.Browser(t.Context(), company())
			r.fails(err, test.kind, test.words)
		})
	}
}

func TestThePageOfTheRedirectAddressShowsNothingElse(t *testing.T) {
	t.Parallel()
	r := newRig(t)
	r.browse = func(from url.URL) {
		request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, strings.TrimSuffix(r.redirect, "redirect")+"favicon.ico", nil)
		if err != nil {
			t.Error(err)
		}
		if response, err := http.DefaultClient.Do(request); err != nil || response.StatusCode != http.StatusNotFound || response.Body.Close() != nil {
			t.Errorf("got %v, %v", response, err)
		}
		r.visit(back(from, "code", theCode))
	}
	if _, err := r.Browser(t.Context(), company()); err != nil {
		t.Error(err)
	}
}
