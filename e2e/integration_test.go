//go:build e2e

package e2e

import (
	"crypto/sha256"
	"encoding/base64"
	"io"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

// What the company's integration is registered with, and its secrets.
const (
	clientID     = "C-integration"
	clientSecret = "e2e-client-secret-that-must-stay-secret"
	refreshToken = "e2e-refresh-token-that-must-stay-secret"
	code         = "e2e-code"
)

func isIdentity(path string) bool {
	return strings.HasSuffix(path, "/v1/authorize") || strings.HasSuffix(path, "/v1/access_token") || strings.Contains(path, "/v1/device/")
}

// identity signs people in: in the browser, with PKCE, or by a code that they type
// elsewhere.
type identity struct {
	t         *testing.T
	challenge string
	typed     atomic.Bool // the code was typed
}

func (i *identity) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if err := r.ParseForm(); err != nil {
		i.t.Error(err)
	}
	w.Header().Set("Content-Type", "application/json")
	switch {
	case strings.HasSuffix(r.URL.Path, "/device/authorize"):
		reply(w, map[string]any{
			"device_code": "D", "user_code": "482913", "expires_in": 300, "interval": 1,
			"verification_uri": "https://login.example/verify", "verification_uri_complete": "https://login.example/verify?userCode=482913",
		})
	case strings.HasSuffix(r.URL.Path, "/device/token"):
		i.poll(w, r)
	case strings.HasSuffix(r.URL.Path, "/authorize"):
		i.authorize(w, r)
	default:
		i.exchange(w, r)
	}
}

// authorize is the page on which somebody signs in; they do at once.
func (i *identity) authorize(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	i.challenge = q.Get("code_challenge")
	if q.Get("client_id") != clientID || q.Get("code_challenge_method") != "S256" || !strings.Contains(q.Get("scope"), "spark-admin:telephony_config_write") {
		i.t.Errorf("asked for %v", q)
	}
	back, err := url.Parse(q.Get("redirect_uri"))
	if err != nil {
		i.t.Error(err)
		return
	}
	back.RawQuery = url.Values{"code": {code}, "state": {q.Get("state")}}.Encode()
	http.Redirect(w, r, back.String(), http.StatusFound)
}

func (i *identity) exchange(w http.ResponseWriter, r *http.Request) {
	sum := sha256.Sum256([]byte(r.Form.Get("code_verifier")))
	if r.Form.Get("code") != code || base64.RawURLEncoding.EncodeToString(sum[:]) != i.challenge {
		i.t.Errorf("exchanged %v", r.Form)
	}
	if _, secret, _ := r.BasicAuth(); secret != clientSecret && r.Form.Get("client_secret") != clientSecret {
		i.t.Error("the client secret is missing")
	}
	tokens(w)
}

// poll says that nobody has typed the code yet, until somebody has.
func (i *identity) poll(w http.ResponseWriter, r *http.Request) {
	if _, secret, _ := r.BasicAuth(); secret != clientSecret || r.Form.Get("device_code") != "D" {
		i.t.Errorf("polled with %v", r.Form)
	}
	if !i.typed.Load() {
		w.WriteHeader(http.StatusPreconditionRequired)
		reply(w, map[string]any{"message": "Authorization pending"})
		return
	}
	tokens(w)
}

func tokens(w http.ResponseWriter) {
	reply(w, map[string]any{
		"access_token": token, "expires_in": 1209599, "refresh_token": refreshToken, "refresh_token_expires_in": 7775999, "token_type": "Bearer",
	})
}

// browse stands in for the browser: it goes where the program opens it, and
// returns what the page says in the end.
func browse(t *testing.T, d *desk) <-chan string {
	t.Helper()
	bin := t.TempDir()
	asked := filepath.Join(bin, "asked")
	script := "#!/bin/sh\nprintf %s \"$1\" > " + asked + ".new && mv " + asked + ".new " + asked + "\n"
	if err := os.WriteFile(filepath.Join(bin, "xdg-open"), []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}
	d.more = append(d.more, "PATH="+bin+string(os.PathListSeparator)+os.Getenv("PATH"))
	page := make(chan string, 1)
	go func() {
		for deadline := time.Now().Add(patience); time.Now().Before(deadline); time.Sleep(30 * time.Millisecond) {
			if address, err := os.ReadFile(asked); err == nil {
				page <- visit(t, string(address))
				return
			}
		}
		page <- "nobody opened the browser"
	}()
	return page
}

func visit(t *testing.T, address string) string {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address, nil)
	if err != nil {
		return err.Error()
	}
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		return err.Error()
	}
	defer func() { _ = answer.Body.Close() }()
	text, err := io.ReadAll(answer.Body)
	if err != nil {
		return err.Error()
	}
	return string(text)
}

// TestTheCompanysIntegrationSignsInInTheBrowser goes the whole way: client ID and
// secret, the browser, back, and the numbers of that organization.
func TestTheCompanysIntegrationSignsInInTheBrowser(t *testing.T) {
	d, s := sit(t, look{}), meet(t)
	s.identity = &identity{t: t}
	d.more = []string{"NUMBERLOADER_API_URL=" + s.address()}
	page := browse(t, d)
	d.start()
	d.waitForText("Drop a spreadsheet here", "Practice organization")
	d.press("ctrl+i")
	d.waitForText("Client secret", "http://localhost:6001/redirect")
	d.write(clientID)
	d.press("Tab")
	d.write(clientSecret)
	d.click("Sign in with Webex")
	d.waitForText("Dana Reyes", "Acme Corp")
	d.picture("signed-in")
	if got := <-page; !strings.Contains(got, "close this") {
		t.Errorf("the browser shows %q", got)
	}
	d.click("Use Acme Corp")
	d.waitForText("Drop a spreadsheet here", "Acme Corp")
	checkNothingSecret(t, d)
}

// TestTheCompanysIntegrationSignsInWithACode is for computers whose browser can't
// come back.
func TestTheCompanysIntegrationSignsInWithACode(t *testing.T) {
	d, s := sit(t, look{theme: "dark"}), meet(t)
	somebody := &identity{t: t}
	s.identity = somebody
	d.more = []string{"NUMBERLOADER_API_URL=" + s.address()}
	d.start()
	d.waitForText("Drop a spreadsheet here", "Practice organization")
	d.press("ctrl+i")
	d.waitForText("Client secret")
	d.write(clientID)
	d.press("Tab")
	d.write(clientSecret)
	d.click("Use a code instead")
	d.waitFor("the code", func(seen view) bool {
		_, found := seen.find("482 913")
		return found
	})
	d.picture("code")
	somebody.typed.Store(true)
	d.waitForText("Dana Reyes", "Acme Corp")
	checkNothingSecret(t, d)
}
