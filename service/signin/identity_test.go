package signin

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"numberloader/internal/fault"
	"numberloader/internal/phrase"
)

const (
	serviceAddress = "https://webex.example/base/v1"
	clientID       = "C0ffee"
	clientSecret   = "planted-client-secret"
	theCode        = "planted-code"
	deviceCode     = "planted-device-code"
)

// identity is the part of Webex that gives tokens: the access token is
// planted-access-N, the refresh token planted-refresh-N.
type identity struct {
	t *testing.T

	mu        sync.Mutex
	challenge string // of the browser's sign-in
	redirect  string
	tokens    int
	refreshes int
	polls     []time.Time
	answers   []http.HandlerFunc // planned, for any call; nil answers well
	lifetime  int                // of an access token, in seconds
}

func newIdentity(t *testing.T) *identity {
	t.Helper()
	return &identity{t: t, lifetime: 1209599}
}

// RoundTrip answers without a network.
func (i *identity) RoundTrip(r *http.Request) (*http.Response, error) {
	w := httptest.NewRecorder()
	w.Header().Set("Trackingid", "ROUTERGW_id")
	i.mu.Lock()
	defer i.mu.Unlock()
	var planned http.HandlerFunc
	if strings.HasSuffix(r.URL.Path, "/device/token") {
		i.polls = append(i.polls, time.Now())
	}
	if len(i.answers) > 0 {
		planned, i.answers = i.answers[0], i.answers[1:]
	}
	if err := r.ParseForm(); err != nil {
		i.t.Error(err)
	}
	if r.Method != http.MethodPost || r.Header.Get("User-Agent") != "NumberLoader/1.0" || r.URL.RawQuery != "" {
		i.t.Errorf("%s %s with %v", r.Method, r.URL, r.Header)
	}
	switch {
	case planned != nil:
		planned(w, r)
	default:
		i.serve(w, r)
	}
	if err := r.Context().Err(); err != nil {
		return nil, err
	}
	if w.Code == lost {
		return nil, &net.OpError{Op: "dial", Err: net.ErrClosed}
	}
	return w.Result(), nil
}

func (i *identity) serve(w http.ResponseWriter, r *http.Request) {
	switch path := strings.TrimPrefix(r.URL.String(), serviceAddress); path {
	case "/access_token":
		i.want(r.PostForm, "client_id", clientID)
		i.want(r.PostForm, "client_secret", clientSecret)
		i.exchange(w, r)
	case "/device/authorize":
		i.want(r.PostForm, "client_id", clientID)
		i.want(r.PostForm, "scope", strings.Join(Scopes(), " "))
		reply(w, map[string]any{
			"device_code": deviceCode, "expires_in": 300, "user_code": "481516", "interval": 2,
			"verification_uri": "https://login.example/verify", "verification_uri_complete": "https://login.example/verify?userCode=481516",
		})
	case "/device/token":
		id, secret, ok := r.BasicAuth()
		if !ok || id != clientID || secret != clientSecret {
			i.t.Errorf("device token with %q", r.Header)
		}
		i.want(r.PostForm, "grant_type", "urn:ietf:params:oauth:grant-type:device_code")
		i.want(r.PostForm, "device_code", deviceCode)
		i.want(r.PostForm, "client_id", clientID)
		i.issue(w)
	default:
		i.t.Errorf("a call of nothing: %s", r.URL)
	}
}

func (i *identity) exchange(w http.ResponseWriter, r *http.Request) {
	switch form := r.PostForm; form.Get("grant_type") {
	case "authorization_code":
		sum := sha256.Sum256([]byte(form.Get("code_verifier")))
		i.want(form, "code", theCode)
		i.want(form, "redirect_uri", i.redirect)
		if got := base64.RawURLEncoding.EncodeToString(sum[:]); got != i.challenge || len(form.Get("code_verifier")) < 43 {
			i.t.Errorf("the verifier %q is not that of %q", form.Get("code_verifier"), i.challenge)
		}
	case "refresh_token":
		i.refreshes++
		i.want(form, "refresh_token", fmt.Sprintf("planted-refresh-%d", i.tokens))
	default:
		i.t.Errorf("a grant of nothing: %v", form)
	}
	i.issue(w)
}

func (i *identity) issue(w http.ResponseWriter) {
	i.tokens++
	reply(w, map[string]any{
		"access_token": fmt.Sprintf("planted-access-%d", i.tokens), "expires_in": i.lifetime, "token_type": "Bearer",
		"refresh_token": fmt.Sprintf("planted-refresh-%d", i.tokens), "refresh_token_expires_in": 7775999,
	})
}

func (i *identity) want(form url.Values, name, value string) {
	if form.Get(name) != value || len(form[name]) != 1 {
		i.t.Errorf("%s is %q, want %q", name, form[name], value)
	}
}

func reply(w http.ResponseWriter, body any) {
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(body)
}

// lost is the status of an answer that never comes.
const lost = 999

func says(status int, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(status)
		_, _ = w.Write([]byte(body))
	}
}

// memory is a keychain of one entry.
type memory struct {
	mu     sync.Mutex
	secret string
	closed error // the keychain can't be used
}

func (m *memory) Get() (string, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.secret, m.closed
}

func (m *memory) Set(secret string) bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.secret = secret
	return m.closed == nil
}

func (m *memory) Delete() error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.secret = ""
	return m.closed
}

// rig is a client of an identity service, with a log.
type rig struct {
	*Client
	*identity
	log    bytes.Buffer
	told   []string // errors and whatever else a person may see
	opened string
	browse func(address url.URL) // what the browser does
}

func newRig(t *testing.T) *rig {
	t.Helper()
	r := &rig{identity: newIdentity(t)}
	r.redirect = fmt.Sprintf("http://localhost:%d/redirect", freePort(t))
	r.Client = New(Settings{
		Address: serviceAddress + "/ ", HTTP: &http.Client{Transport: r.identity}, UserAgent: "NumberLoader/1.0", Now: time.Now,
		Open: func(address string) error { return r.open(address) }, Redirect: r.redirect,
		Log: slog.New(slog.NewJSONHandler(&r.log, nil)),
	})
	t.Cleanup(func() { r.wantNoSecrets() })
	return r
}

func freePort(t *testing.T) int {
	t.Helper()
	var config net.ListenConfig
	l, err := config.Listen(t.Context(), "tcp4", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = l.Close() }()
	address, ok := l.Addr().(*net.TCPAddr)
	if !ok {
		t.Fatal("no port")
	}
	return address.Port
}

// wantNoSecrets looks for what must never be seen in the log and in errors.
func (r *rig) wantNoSecrets() {
	r.t.Helper()
	for _, text := range append(slices.Clone(r.told), r.log.String()) {
		if strings.Contains(text, "planted") || strings.Contains(text, "code_verifier") {
			r.t.Errorf("a secret is in %s", text)
		}
	}
}

// fails checks the kind of an error and a part of its words.
func (r *rig) fails(err error, kind fault.Kind, words string) {
	r.t.Helper()
	if err == nil {
		r.t.Errorf("no error, want %q", words)
		return
	}
	m := phrase.Explain(err)
	text := strings.Join([]string{m.What, m.Next, m.Details, err.Error()}, " | ")
	r.told = append(r.told, text)
	if fault.KindOf(err) != kind || !strings.Contains(text, words) {
		r.t.Errorf("got %d %s, want %d %q", fault.KindOf(err), text, kind, words)
	}
}

func company() Integration { return Integration{ID: clientID, Secret: NewSecret(clientSecret)} }

// wantTokens checks the n-th tokens that were given.
func (r *rig) wantTokens(got Tokens, n int) {
	r.t.Helper()
	if got.Access.text != fmt.Sprintf("planted-access-%d", n) || got.Refresh.text != fmt.Sprintf("planted-refresh-%d", n) {
		r.t.Error("the tokens are other ones")
	}
	if left := time.Until(got.Expires); left < 13*24*time.Hour || left > 14*24*time.Hour {
		r.t.Errorf("they end in %v", left)
	}
	r.told = append(r.told, fmt.Sprintf("%v %+v %#v", got, got, got))
}

func encoded(t *testing.T, value any) string {
	t.Helper()
	text, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
