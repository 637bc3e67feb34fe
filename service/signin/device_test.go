package signin

import (
	"context"
	"net/http"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"numberloader/internal/fault"
)

func TestACodeIsEnteredElsewhere(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t)
		r.answers = []http.HandlerFunc{
			nil,                                  // the code
			says(428, `{"message":"pending"}`),   // asked again after 2 seconds
			says(429, ``),                        // then after 7
			says(503, `<html>down</html>`),       // a failure that passes
			says(400, `{"error":"slow_down"}`),   // by the name of the standard; then 12
			says(lost, ``),                       // a connection that is lost; then 17
			says(428, `{"message":"pending 2"}`), // and again
		}
		began := time.Now()
		var shown []Device
		got, err := r.Device(t.Context(), company(), func(d Device) { shown = append(shown, d) })
		if err != nil {
			t.Fatal(err)
		}
		r.wantTokens(got, 1)
		want := Device{"481516", "https://login.example/verify", "https://login.example/verify?userCode=481516", 5 * time.Minute}
		if !slices.Equal(shown, []Device{want}) {
			t.Errorf("shown %+v", shown)
		}
		var seconds []int
		for _, poll := range r.polls {
			seconds = append(seconds, int(poll.Sub(began).Seconds()))
		}
		if want := []int{2, 4, 11, 18, 30, 47, 64}; !slices.Equal(seconds, want) {
			t.Errorf("asked after %v seconds, want %v", seconds, want)
		}
	})
}

func TestADeviceThatDoesNotSignIn(t *testing.T) {
	t.Parallel()
	pending := slices.Repeat([]http.HandlerFunc{says(428, ``)}, 200)
	tests := []struct {
		name    string
		answers []http.HandlerFunc
		kind    fault.Kind
		words   string
	}{
		{"declined", []http.HandlerFunc{nil, says(400, `{"error":"access_denied"}`)}, fault.SignedOut, "The sign-in was declined"},
		{"expired", []http.HandlerFunc{nil, says(400, `{"error":"expired_token"}`)}, fault.SignedOut, "The code was not entered in time"},
		{"nobody enters it", append([]http.HandlerFunc{nil}, pending...), fault.SignedOut, "The code was not entered in time"},
		{"a wrong secret", []http.HandlerFunc{nil, says(401, `{"message":"planted"}`)}, fault.TokenRefused, "client secret"},
		{"a wrong ID", []http.HandlerFunc{says(401, `{"message":"planted"}`)}, fault.TokenRefused, "client ID"},
		{"no connection", []http.HandlerFunc{says(lost, ``)}, fault.Unreachable, ""},
		{"no JSON", []http.HandlerFunc{says(200, `planted`)}, fault.Failing, "can't be understood"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				r := newRig(t)
				r.answers = slices.Clone(test.answers)
				_, err := r.Device(t.Context(), company(), func(Device) {})
				r.fails(err, test.kind, test.words)
			})
		})
	}
}

func TestADeviceCanBeStopped(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t)
		ctx, cancel := context.WithCancel(t.Context())
		_, err := r.Device(ctx, company(), func(Device) { cancel() })
		r.fails(err, fault.Stopped, "")
	})
}

func TestADeviceWithoutAnAddressThatHasTheCode(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t)
		r.answers = []http.HandlerFunc{says(200, `{"device_code":"`+deviceCode+`","user_code":"1","verification_uri":"https://a","interval":1}`)}
		_, err := r.Device(t.Context(), company(), func(d Device) {
			if d != (Device{Code: "1", Address: "https://a", AddressWithCode: "https://a"}) {
				t.Errorf("shown %+v", d)
			}
		})
		if err != nil {
			t.Error(err)
		}
	})
}
