package contract

import (
	"crypto/rand"
	"net/http"
	"testing"
	"time"

	"numberloader/service/practice"
	"numberloader/service/servicetest"
	"numberloader/service/webex"
)

// TestThePracticeOrganization holds the practice organization to the suite.
//
//nolint:tparallel // the parts of the suite come one after another
func TestThePracticeOrganization(t *testing.T) {
	t.Parallel()
	server, err := practice.Start(practice.Options{Sleep: servicetest.Sleep, Now: time.Now, Random: rand.Reader})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = server.Close() })
	s := &subject{client: newClient(t, server.URL(), server.Token()), spare: []string{"+18165550150", "+18165550151"}}
	locations, err := s.client.CallingLocations(t.Context())
	if err != nil || locations[0].Name != "Kansas City" {
		t.Fatalf("%+v, %v", locations, err)
	}
	s.location = locations[0].ID
	s.check(t)
}

// newClient is a client whose every request and answer is held against the
// published document.
func newClient(t *testing.T, address, token string) *webex.Client {
	t.Helper()
	own, err := webex.NewToken(token)
	if err != nil {
		t.Fatal(err)
	}
	transport := newWitness(t, address)
	client, err := webex.New(address, own, &http.Client{Transport: transport}, webex.Settings{UserAgent: "NumberLoader/1.0", Now: time.Now, Sleep: servicetest.Sleep})
	if err != nil {
		t.Fatal(err)
	}
	return client
}
