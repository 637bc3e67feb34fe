package contract

import (
	"slices"
	"testing"
	"time"

	"numberloader/service/webex"
)

// comesAndGoes adds two inactive numbers, meets them again, activates one and
// takes both out.
func (s *subject) comesAndGoes(t *testing.T) {
	t.Cleanup(func() { s.cleanUp(t) })
	body := webex.AddNumbers{PhoneNumbers: s.spare, NumberType: "DID", NumberUsageType: "NONE", State: "INACTIVE"}
	if got, err := s.client.AddNumbers(t.Context(), s.location, body); err != nil || len(got.Refused) > 0 || got.Unclear {
		t.Fatalf("added as %+v, %v", got, err)
	}
	for _, n := range s.spare {
		s.becomes(t, n, func(got webex.Number, ok bool) bool {
			return ok && got.State == "INACTIVE" && bare(got.Location.ID) == bare(s.location)
		})
	}
	// Added once more they are ignored, or the request is a conflict: never are
	// they there twice.
	if _, err := s.client.AddNumbers(t.Context(), s.location, body); err != nil && statusOf(err)/100 != 4 {
		t.Errorf("added again: %v", err)
	}
	if _, err := s.client.ActivateNumbers(t.Context(), s.location, s.spare[:1]); err != nil {
		t.Errorf("activated: %v", err)
	}
	s.becomes(t, s.spare[0], func(got webex.Number, ok bool) bool { return ok && got.State == "ACTIVE" })
	if _, err := s.client.RemoveNumbers(t.Context(), s.location, s.spare); err != nil {
		t.Errorf("removed: %v", err)
	}
	for _, n := range s.spare {
		s.becomes(t, n, func(_ webex.Number, ok bool) bool { return !ok })
	}
	if _, err := s.client.RemoveNumbers(t.Context(), s.location, s.spare); err == nil {
		t.Error("numbers that are not there were removed")
	}
}

// becomes reads the list until a number is as it should be, for some seconds: the
// list may be late.
func (s *subject) becomes(t *testing.T, text string, right func(webex.Number, bool) bool) {
	t.Helper()
	const readings, pause = 5, 2 * time.Second
	var last []webex.Number
	for reading := range readings {
		if reading > 0 {
			time.Sleep(pause)
		}
		list, err := s.client.Numbers(t.Context(), s.location)
		if err != nil {
			t.Fatal(err)
		}
		last = slices.DeleteFunc(list, func(n webex.Number) bool { return n.PhoneNumber != text })
		if len(last) == 1 && right(last[0], true) || len(last) == 0 && right(webex.Number{}, false) {
			return
		}
	}
	t.Errorf("%s is listed as %+v", text, last)
}

// cleanUp takes the spare numbers out, whatever the test came to.
func (s *subject) cleanUp(t *testing.T) {
	t.Helper()
	for _, n := range s.spare {
		_, _ = s.client.RemoveNumbers(t.Context(), s.location, []string{n})
	}
}
