package signin

import (
	"encoding/json"
	"maps"
	"net/http"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"numberloader/internal/fault"
)

// granted answers with a device grant of which some fields are others.
func granted(t *testing.T, other map[string]any) http.HandlerFunc {
	t.Helper()
	grant := map[string]any{
		"device_code": deviceCode, "expires_in": 300, "user_code": "481516", "interval": 2,
		"verification_uri": "https://login.example/verify", "verification_uri_complete": "https://login.example/verify?userCode=481516",
	}
	maps.Copy(grant, other)
	return func(w http.ResponseWriter, _ *http.Request) {
		if err := json.NewEncoder(w).Encode(grant); err != nil {
			t.Error(err)
		}
	}
}

func TestADeviceGrantIsCheckedBeforeItIsShown(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name  string
		other map[string]any
		taken bool
		every time.Duration // the time between questions
	}{
		{"as it should be", nil, true, 2 * time.Second},
		{"a negative interval", map[string]any{"interval": -5}, true, usualInterval * time.Second},
		{"an interval beyond all", map[string]any{"interval": 1 << 62}, true, usualInterval * time.Second},
		{"no interval", map[string]any{"interval": 0}, true, usualInterval * time.Second},
		{"a grant that has ended", map[string]any{"expires_in": -1}, true, 2 * time.Second},
		{"a grant without an end", map[string]any{"expires_in": 2_000_000_000}, true, 2 * time.Second},
		{"a file", map[string]any{"verification_uri": "file:///etc/passwd"}, false, 0},
		{"a program", map[string]any{"verification_uri": "ms-msdt:/id"}, false, 0},
		{"a script", map[string]any{"verification_uri": "javascript:alert(1)"}, false, 0},
		{"no encryption", map[string]any{"verification_uri": "http://login.example/verify"}, false, 0},
		{"no host", map[string]any{"verification_uri": "https:///verify"}, false, 0},
		{"somebody's name", map[string]any{"verification_uri": "https://webex.com@evil.example/"}, false, 0},
		{"characters that turn the line", map[string]any{"verification_uri": "https://login.example/\u202everify"}, false, 0},
		{"an endless address", map[string]any{"verification_uri": "https://login.example/" + strings.Repeat("x", longestAddress)}, false, 0},
		{"no address", map[string]any{"verification_uri": ""}, false, 0},
		{"no code", map[string]any{"user_code": ""}, false, 0},
		{"a code that steers the terminal", map[string]any{"user_code": "\x1b[2J"}, false, 0},
		{"an endless code", map[string]any{"user_code": strings.Repeat("4", 100)}, false, 0},
		{"no code of the device", map[string]any{"device_code": ""}, false, 0},
		{"another type", map[string]any{"interval": "soon"}, false, 0},
		{"a file with the code", map[string]any{"verification_uri_complete": "file:///etc/passwd"}, true, 2 * time.Second},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				r := newRig(t)
				r.answers = []http.HandlerFunc{granted(t, test.other)}
				began, shown := time.Now(), 0
				_, err := r.Device(t.Context(), company(), func(d Device) {
					shown++
					switch {
					case d.Code != "481516":
						t.Errorf("d.Code is %q, not %q", d.Code, "481516")
					case !strings.HasPrefix(d.AddressWithCode, "https://login.example/verify"):
						t.Errorf("d.AddressWithCode is %q without %q", d.AddressWithCode, "https://login.example/verify")
					case d.Expires <= 0:
						t.Errorf("d.Expires is %v", d.Expires)
					case d.Expires > longestGrant:
						t.Errorf("d.Expires is %v", d.Expires)
					}
				})
				if !test.taken {
					r.fails(err, fault.Failing, "can't be understood")
				}
				if test.taken && (err != nil || time.Since(began) != test.every) || shown > 0 != test.taken {
					t.Errorf("%v after %v, shown %d times", err, time.Since(began), shown)
				}
			})
		})
	}
}

func TestTokensAreCheckedWhereTheyEnter(t *testing.T) {
	t.Parallel()
	for body, taken := range map[string]bool{
		`{"access_token":"planted-a","expires_in":3600}`:       true,
		`{"access_token":"planted-a","expires_in":-3600}`:      true, // no time that can be believed
		`{"access_token":"planted-a","expires_in":2000000000}`: true,
		`{"access_token":"planted a","expires_in":3600}`:       false,
		`{"access_token":"planted-\u202ea","expires_in":3600}`: false,
		`{"access_token":""}`:                                  false,
		`{}`:                                                   false,
		`null`:                                                 false,
	} {
		synctest.Test(t, func(t *testing.T) {
			r := newRig(t)
			r.answers = []http.HandlerFunc{nil, says(200, body)}
			got, err := r.Device(t.Context(), company(), func(Device) {})
			if !taken {
				r.fails(err, fault.Failing, "can't be understood")
				return
			}
			if left := time.Until(got.Expires); err != nil || !got.Expires.IsZero() && (left <= 0 || left > time.Hour) {
				t.Errorf("%s: %v, ends in %v", body, err, left)
			}
		})
	}
}

// unmarked answers without the ID that all answers of Webex have.
func unmarked(status int, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Del("Trackingid")
		says(status, body)(w, r)
	}
}

func TestASignInDoesNotTakeAPageForWebex(t *testing.T) {
	t.Parallel()
	for _, page := range []struct {
		status int
		words  string
	}{{407, "A proxy on this network wants"}, {302, "The sign-in page of this network"}, {200, "The sign-in page of this network"}, {403, "Something between this computer and Webex"}} {
		for _, before := range [][]http.HandlerFunc{nil, {nil}} { // at the first question, and at a later one
			synctest.Test(t, func(t *testing.T) {
				r := newRig(t)
				r.answers = append(slices.Clone(before), unmarked(page.status, "<html>"))
				_, err := r.Device(t.Context(), company(), func(Device) {})
				r.fails(err, fault.Unreachable, page.words)
			})
		}
	}
}

func TestASecretInAHeaderIsHidden(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t)
		r.answers = []http.HandlerFunc{nil, func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Trackingid", "ROUTERGW_%70lanted-client-secret")
			says(401, `{}`)(w, r)
		}}
		_, err := r.Device(t.Context(), company(), func(Device) {})
		r.fails(err, fault.TokenRefused, "tracking ID ROUTERGW_(access token).")
	})
}
