// Package contract is one suite of what the program relies on of Webex. It is run
// against the practice organization and, with the build tag live, against the
// real thing: that is what keeps the practice organization honest. It holds tests
// only.
package contract

import (
	"errors"
	"net/http"
	"slices"
	"strings"
	"testing"

	"numberloader/service/webex"
)

// subject is what the suite is run against.
type subject struct {
	client *webex.Client
	// location is where spare numbers may be added and removed again; "" leaves
	// the changing part out.
	location string
	spare    []string // two numbers that the organization lacks, in E.164
}

// check runs the suite: first what only reads.
func (s *subject) check(t *testing.T) {
	t.Helper()
	t.Run("who is signed in", s.person)
	t.Run("locations", s.locations)
	t.Run("numbers", s.numbers)
	t.Run("validation", s.validation)
	t.Run("what is not there", s.nothing)
	if s.location == "" {
		t.Log("no location and numbers are named, so nothing is changed")
		return
	}
	t.Run("a number comes and goes", s.comesAndGoes)
}

func (s *subject) person(t *testing.T) {
	me, err := s.client.Me(t.Context())
	if err != nil || me.DisplayName == "" || me.OrgID == "" {
		t.Fatalf("%+v, %v", me, err)
	}
	organization, err := s.client.Organization(t.Context(), me.OrgID)
	if err != nil || organization.DisplayName == "" {
		t.Errorf("%+v, %v", organization, err)
	}
	if expiry, err := s.client.TokenExpiry(t.Context()); err != nil || expiry.IsZero() {
		t.Errorf("the token ends at %v, %v", expiry, err)
	}
}

// pstnTypes are the documented types of a PSTN connection.
var pstnTypes = []string{"LOCAL_GATEWAY", "NON_INTEGRATED_CCP", "INTEGRATED_CCP", "CISCO_PSTN"}

func (s *subject) locations(t *testing.T) {
	all, err := s.client.Locations(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	calling, err := s.client.CallingLocations(t.Context())
	if err != nil || len(calling) == 0 {
		t.Fatalf("%d calling locations, %v", len(calling), err)
	}
	for _, c := range calling {
		if !slices.ContainsFunc(all, func(l webex.Location) bool { return bare(l.ID) == bare(c.ID) && l.Name == c.Name }) {
			t.Errorf("the calling location %s is no location", c.Name)
		}
		connection, err := s.client.PSTNConnection(t.Context(), c.ID)
		if status := statusOf(err); err != nil && status != http.StatusNotFound && status != http.StatusForbidden {
			t.Errorf("%s: %v", c.Name, err)
		}
		if err == nil && !slices.Contains(pstnTypes, connection.Type) {
			t.Errorf("%s has the unknown PSTN type %q", c.Name, connection.Type)
		}
	}
}

// bare is an ID without the padding that some calls leave out.
func bare(id string) string { return strings.TrimRight(id, "=") }

func statusOf(err error) int {
	if api, ok := errors.AsType[*webex.APIError](err); ok {
		return api.Status
	}
	return 0
}

// numbers holds that the list of all locations is the sum of their own lists.
func (s *subject) numbers(t *testing.T) {
	all, err := s.client.Numbers(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	places := map[string][]string{}
	for _, n := range all {
		if !strings.HasPrefix(n.PhoneNumber, "+") || n.Location.ID == "" {
			t.Errorf("the list has %+v", n)
		}
		places[n.Location.ID] = append(places[n.Location.ID], n.PhoneNumber)
	}
	for id, want := range places {
		own, err := s.client.Numbers(t.Context(), id)
		var got []string
		for _, n := range own {
			got = append(got, n.PhoneNumber)
		}
		if slices.Sort(want); err != nil || !slices.Equal(slices.Sorted(slices.Values(got)), want) {
			t.Errorf("a location lists %d numbers, and %d are in it (%v)", len(got), len(want), err)
		}
	}
}

func (s *subject) validation(t *testing.T) {
	all, err := s.client.Numbers(t.Context(), "")
	if err != nil || len(all) == 0 {
		t.Fatalf("%d numbers, %v", len(all), err)
	}
	want := map[string]string{all[0].PhoneNumber: "Duplicate", "+1800": "Invalid"}
	got, err := s.client.ValidateNumbers(t.Context(), []string{all[0].PhoneNumber, "+1800"})
	if err != nil || len(got) != len(want) {
		t.Fatalf("%+v, %v", got, err)
	}
	for _, n := range got {
		if n.State != want[n.Number] {
			t.Errorf("%s is %q, want %q", n.Number, n.State, want[n.Number])
		}
	}
}

func (s *subject) nothing(t *testing.T) {
	if _, err := s.client.PSTNConnection(t.Context(), ""); !errors.Is(err, webex.ErrEmptyID) {
		t.Errorf("an empty ID: %v", err)
	}
	const nowhere = "Y2lzY29zcGFyazovL3VzL0xPQ0FUSU9OLzAwMDAwMDAwLTAwMDAtMDAwMC0wMDAwLTAwMDAwMDAwMDAwMA"
	if _, err := s.client.PSTNConnection(t.Context(), nowhere); statusOf(err) != http.StatusNotFound {
		t.Errorf("a location that is not there: %v", err)
	}
}
