package program

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/zalando/go-keyring"

	"numberloader/internal/fault"
	"numberloader/internal/phrase"
	"numberloader/internal/platform"
	"numberloader/internal/run"
)

// webexAndIdentity is a Webex that gives tokens and takes them: planted-access-N
// and planted-refresh-N, besides planted-pasted.
type webexAndIdentity struct {
	t *testing.T

	mu       sync.Mutex
	tokens   int
	accepted map[string]bool
	orgs     []string // the orgId of each call that has one
	polls    int
}

const clientSecret = "planted-client-secret"

func (w *webexAndIdentity) ServeHTTP(rw http.ResponseWriter, r *http.Request) {
	w.mu.Lock()
	defer w.mu.Unlock()
	rw.Header().Set("Trackingid", "ROUTERGW_1")
	rw.Header().Set("Content-Type", "application/json")
	switch path := strings.TrimPrefix(r.URL.Path, "/base/v1"); path {
	case "/device/authorize":
		respond(w.t, rw, map[string]any{
			"device_code": "planted-device", "user_code": "481516", "verification_uri": "https://login.example/verify", "expires_in": 300, "interval": 1,
		})
	case "/device/token":
		w.polls++
		if _, secret, _ := r.BasicAuth(); secret != clientSecret {
			w.t.Error("a wrong secret")
		}
		w.issue(rw)
	case "/access_token":
		if r.FormValue("grant_type") != "refresh_token" || r.FormValue("refresh_token") != fmt.Sprintf("planted-refresh-%d", w.tokens) {
			w.t.Errorf("a grant of nothing: %s", r.FormValue("grant_type"))
		}
		w.issue(rw)
	default:
		w.answer(rw, r, path)
	}
}

func (w *webexAndIdentity) issue(rw http.ResponseWriter) {
	w.tokens++
	access := fmt.Sprintf("planted-access-%d", w.tokens)
	w.accepted[access] = true
	respond(w.t, rw, map[string]any{
		"access_token": access, "refresh_token": fmt.Sprintf("planted-refresh-%d", w.tokens), "expires_in": 1209599, "token_type": "Bearer",
	})
}

func (w *webexAndIdentity) answer(rw http.ResponseWriter, r *http.Request, path string) {
	token, _ := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
	if !w.accepted[token] {
		rw.WriteHeader(http.StatusUnauthorized)
		respond(w.t, rw, map[string]any{"message": "not valid: " + token})
		return
	}
	if org := r.URL.Query().Get("orgId"); org != "" {
		w.orgs = append(w.orgs, org)
	}
	if r.Header.Get("User-Agent") == "" || !strings.HasPrefix(r.Header.Get("Trackingid"), "NUMBERLOADER_") {
		w.t.Errorf("%s with %v", path, r.Header)
	}
	switch path {
	case "/people/me":
		respond(w.t, rw, map[string]any{"displayName": "Dana Reyes", "orgId": "org-1"})
	case "/organizations":
		respond(w.t, rw, map[string]any{"items": []any{map[string]any{"id": "org-1", "displayName": "Acme Corp"}, map[string]any{"id": "org-2", "displayName": "Customer"}}})
	case "/organizations/org-1", "/organizations/org-2":
		respond(w.t, rw, map[string]any{"id": path[len(path)-5:], "displayName": "Name of " + path[len(path)-5:]})
	case "/authorizations/tokenExpiry":
		respond(w.t, rw, map[string]any{"exp": 1768630439322})
	case "/telephony/config/locations":
		respond(w.t, rw, map[string]any{"locations": []any{map[string]any{"id": "l", "name": "Denver"}}})
	case "/locations":
		respond(w.t, rw, map[string]any{"items": []any{}})
	default:
		rw.WriteHeader(http.StatusNotFound)
	}
}

// revoke ends all tokens that were given.
func (w *webexAndIdentity) revoke() {
	w.mu.Lock()
	defer w.mu.Unlock()
	clear(w.accepted)
}

func respond(t *testing.T, rw http.ResponseWriter, body any) {
	t.Helper()
	if err := json.NewEncoder(rw).Encode(body); err != nil {
		t.Error(err)
	}
}

// newStart is a program at its first start on a computer, whose Webex is a fake.
func newStart(t *testing.T) (*program, *webexAndIdentity) {
	t.Helper()
	w := &webexAndIdentity{t: t, accepted: map[string]bool{"planted-pasted": true}}
	server := httptest.NewServer(w)
	home := t.TempDir()
	t.Setenv("NUMBERLOADER_HOME", home)
	t.Setenv("NUMBERLOADER_API_URL", server.URL+"/base/v1")
	t.Setenv("WEBEX_ACCESS_TOKEN", "")
	keyring.MockInit()
	p := restart(t)
	t.Cleanup(func() {
		server.Close()
		wantNoSecrets(t, home)
	})
	return p, w
}

// restart is the program at its next start.
func restart(t *testing.T) *program {
	t.Helper()
	p, err := newProgram(platform.NewDesktop(t.Context()), Embedded{FyneApp: "[Details]\nName = \"Number Loader\"\nVersion = \"1.0.0\"\n"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(p.close)
	return p
}

// wantNoSecrets looks for secrets in everything that the program has written.
func wantNoSecrets(t *testing.T, folder string) {
	t.Helper()
	logged := false
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := os.ReadFile(path) //nolint:gosec // a file of this test
		if strings.Contains(string(text), "planted") {
			t.Errorf("a secret is in %s: %s", path, text)
		}
		logged = logged || strings.Contains(string(text), `"requestID":"NUMBERLOADER_`)
		return err
	})
	if err != nil || !logged {
		t.Errorf("no request is in the log, %v", err)
	}
}

// fails checks the kind and a part of the words of an error.
func fails(t *testing.T, err error, kind fault.Kind, words string) {
	t.Helper()
	if err == nil {
		t.Errorf("no error, want %q", words)
		return
	}
	m := phrase.Explain(err)
	text := m.What + " " + m.Next + " " + m.Details + " " + err.Error()
	if fault.KindOf(err) != kind || !strings.Contains(text, words) || strings.Contains(text, "planted") {
		t.Errorf("got kind %d, %s", fault.KindOf(err), text)
	}
}

func wantAccount(t *testing.T, o organization, want run.Organization) {
	t.Helper()
	account, err := o.Account(t.Context())
	switch {
	case err != nil:
		t.Error(err)
	case account.Person != "Dana Reyes":
		t.Errorf("account.Person is %q, not %q", account.Person, "Dana Reyes")
	case account.Organization != want:
		t.Errorf("account.Organization is %v, not %v", account.Organization, want)
	case account.Expires.UnixMilli() != 1768630439322:
		t.Errorf("account.Expires.UnixMilli() is %v, not 1768630439322", account.Expires.UnixMilli())
	}
	if err := o.Close(); err != nil {
		t.Error(err)
	}
}

func acme() run.Organization     { return run.Organization{ID: "org-1", Name: "Name of org-1"} }
func customer() run.Organization { return run.Organization{ID: "org-2", Name: "Name of org-2"} }

//nolint:paralleltest // these tests share the environment and the keychain of the process
func TestAnAccessTokenIsCheckedKeptAndForgotten(t *testing.T) {
	p, w := newStart(t)
	_, err := p.connector.restore(t.Context())
	fails(t, err, fault.SignedOut, "not signed in")
	_, _, err = p.connector.signIn(t.Context(), "planted-wrong")
	fails(t, err, fault.TokenRefused, "it is wrong, or only a part of it was copied")
	if _, err := restart(t).connector.restore(t.Context()); fault.KindOf(err) != fault.SignedOut {
		t.Errorf("a wrong token was kept: %v", err)
	}
	o, kept, err := p.connector.signIn(t.Context(), " planted-pasted\n")
	if err != nil || !kept {
		t.Fatalf("kept %v, %v", kept, err)
	}
	wantAccount(t, o, acme())
	p = restart(t)
	o, err = p.connector.restore(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	wantAccount(t, o, acme())
	w.revoke()
	_, err = p.connector.restore(t.Context())
	fails(t, err, fault.TokenRefused, "This access token has expired.")
	if err := p.connector.signOut(); err != nil {
		t.Error(err)
	}
	_, err = restart(t).connector.restore(t.Context())
	fails(t, err, fault.SignedOut, "not signed in")
}

//nolint:paralleltest // as above
func TestTheIntegrationSignsInAndRenewsItself(t *testing.T) {
	p, w := newStart(t)
	_, _, err := p.connector.signInDevice(t.Context(), "", "", nil)
	fails(t, err, fault.SignedOut, "The client ID or the client secret of the integration is missing")
	var shown []string
	o, kept, err := p.connector.signInDevice(t.Context(), " C0ffee ", clientSecret+"\n", func(code, address string) { shown = append(shown, code, address) })
	if err != nil || !kept || !slices.Equal(shown, []string{"481516", "https://login.example/verify"}) {
		t.Fatalf("kept %v, shown %q, %v", kept, shown, err)
	}
	wantAccount(t, o, acme())
	p = restart(t)
	if id, ok := p.connector.integration(); !ok || id != "C0ffee" {
		t.Errorf("the integration is %q", id)
	}
	w.revoke() // as after two weeks
	all, err := p.connector.organizations(t.Context())
	if want := []run.Organization{{ID: "org-1", Name: "Acme Corp"}, {ID: "org-2", Name: "Customer"}}; err != nil || !slices.Equal(all, want) {
		t.Errorf("got %+v, %v", all, err)
	}
	if o, err = restart(t).connector.signInTo(t.Context(), "org-2"); err != nil {
		t.Fatal(err)
	}
	if _, err := o.Locations(t.Context()); err != nil || !slices.Equal(w.orgs, []string{"org-2", "org-2", "org-2"}) {
		t.Errorf("asked in %q, %v", w.orgs, err)
	}
	wantAccount(t, o, customer())
	if w.tokens != 2 {
		t.Errorf("%d tokens were given, want one and a renewed one", w.tokens)
	}
	if err := p.connector.signOut(); err != nil {
		t.Error(err)
	}
	if _, ok := p.connector.integration(); !ok {
		t.Error("signing out has forgotten the integration")
	}
	if o, _, err = p.connector.signInDevice(t.Context(), "", "", func(string, string) {}); err != nil {
		t.Fatalf("with the integration that is kept: %v", err)
	}
	wantAccount(t, o, acme())
	if err := p.connector.forgetSignIn(); err != nil {
		t.Error(err)
	}
	if id, ok := restart(t).connector.integration(); ok {
		t.Errorf("%q is still there", id)
	}
	_, err = restart(t).connector.organizations(t.Context())
	fails(t, err, fault.SignedOut, "not signed in")
}

//nolint:paralleltest // as above
func TestTheTokenOfTheEnvironmentComesFirst(t *testing.T) {
	p, _ := newStart(t)
	t.Setenv("WEBEX_ACCESS_TOKEN", "planted-pasted")
	o, err := p.connector.connect(t.Context(), false, "org-2")
	if err != nil {
		t.Fatal(err)
	}
	wantAccount(t, o, customer())
	t.Setenv("WEBEX_ACCESS_TOKEN", "planted-wrong")
	if o, err = p.connector.connect(t.Context(), false, ""); err != nil {
		t.Fatal(err)
	}
	_, err = o.Account(t.Context())
	fails(t, err, fault.TokenRefused, "Webex does not accept this access token")
}

//nolint:paralleltest // as above
func TestWithoutAKeychainASignInIsForTheProgramOnly(t *testing.T) {
	newStart(t)
	keyring.MockInitWithError(keyring.ErrUnsupportedPlatform)
	p := restart(t)
	o, kept, err := p.connector.signInDevice(t.Context(), "C0ffee", clientSecret, func(string, string) {})
	if err != nil || kept {
		t.Fatalf("kept %v, %v", kept, err)
	}
	wantAccount(t, o, acme())
	if o, err = p.connector.signInTo(t.Context(), "org-2"); err != nil {
		t.Fatal(err)
	}
	wantAccount(t, o, customer())
	_, err = restart(t).connector.restore(t.Context())
	fails(t, err, fault.SignedOut, "not signed in")
	if err := p.connector.forgetSignIn(); err != nil {
		t.Errorf("what was in memory is not forgotten: %v", err)
	}
	_, err = p.connector.restore(t.Context())
	fails(t, err, fault.SignedOut, "not signed in")
	fails(t, restart(t).connector.forgetSignIn(), fault.Internal, "may still be in it")
}

//nolint:paralleltest // as above
func TestThePracticeOrganizationNeedsNoSignIn(t *testing.T) {
	p, w := newStart(t)
	o, err := p.connector.connect(t.Context(), true, "")
	if err != nil {
		t.Fatal(err)
	}
	all, err := o.Organizations(t.Context())
	if err != nil || len(all) != 1 || !all[0].Practice {
		t.Errorf("got %+v, %v", all, err)
	}
	if err := o.Close(); err != nil || w.tokens != 0 {
		t.Error(err)
	}
}
