//go:build live

package contract

import (
	"os"
	"strings"
	"testing"
)

// TestWebex holds Webex itself to the suite. It needs WEBEX_ACCESS_TOKEN. It
// changes something only if NUMBERLOADER_LIVE_LOCATION (an ID) and
// NUMBERLOADER_LIVE_NUMBERS (two numbers that may be added and removed, joined by
// a comma) are named; use a sandbox.
func TestWebex(t *testing.T) {
	token := os.Getenv("WEBEX_ACCESS_TOKEN")
	if token == "" {
		t.Fatal("WEBEX_ACCESS_TOKEN is not set")
	}
	address := os.Getenv("NUMBERLOADER_API_URL")
	if address == "" {
		address = "https://webexapis.com/v1"
	}
	s := &subject{client: newClient(t, address, token), location: os.Getenv("NUMBERLOADER_LIVE_LOCATION")}
	if s.location != "" {
		s.spare = strings.Split(os.Getenv("NUMBERLOADER_LIVE_NUMBERS"), ",")
		if len(s.spare) != 2 {
			t.Fatal("NUMBERLOADER_LIVE_NUMBERS has to be two numbers, joined by a comma")
		}
	}
	s.check(t)
}
