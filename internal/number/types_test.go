package number_test

import (
	"encoding/json"
	"errors"
	"slices"
	"testing"

	"numberloader/internal/number"
)

// worded is a closed set of values with a word for Webex and a label.
type worded interface {
	API() string
	Label() string
}

func TestWordsOfTheAPIAndLabels(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		value      worded
		api, label string
	}{
		{number.KindUnset, "", ""},
		{number.KindDID, "DID", "DID"},
		{number.KindTollFree, "TOLLFREE", "Toll-free"},
		{number.KindMobile, "MOBILE", "Mobile"},
		{number.UsageUnset, "", ""},
		{number.UsageNone, "NONE", "Standard"},
		{number.UsageService, "SERVICE", "Service"},
		{number.StateUnset, "", ""},
		{number.StateActive, "ACTIVE", "Active"},
		{number.StateInactive, "INACTIVE", "Inactive"},
		{number.PSTNNotAsked, "", "Not asked yet"},
		{number.PSTNNone, "", "No PSTN connection"},
		{number.PSTNUnknown, "UNKNOWN", "Not known"},
		{number.PSTNLocalGateway, "LOCAL_GATEWAY", "Local gateway"},
		{number.PSTNNonIntegrated, "NON_INTEGRATED_CCP", "Non-integrated carrier"},
		{number.PSTNIntegrated, "INTEGRATED_CCP", "Integrated carrier"},
		{number.PSTNCisco, "CISCO_PSTN", "Cisco Calling Plans"},
	} {
		if c.value.API() != c.api || c.value.Label() != c.label {
			t.Errorf("%T: got %q and %q, want %q and %q", c.value, c.value.API(), c.value.Label(), c.api, c.label)
		}
	}
}

func TestIntegratedPSTNTakesMobileNumbersOnly(t *testing.T) {
	t.Parallel()
	for pstn, want := range map[number.PSTN][2]bool{ // DID, mobile
		number.PSTNNotAsked: {false, false}, number.PSTNNone: {false, false}, number.PSTNUnknown: {false, true},
		number.PSTNLocalGateway: {true, true}, number.PSTNNonIntegrated: {true, true},
		number.PSTNIntegrated: {false, true}, number.PSTNCisco: {false, true},
	} {
		if got := [2]bool{pstn.Allows(number.KindDID), pstn.Allows(number.KindMobile)}; got != want {
			t.Errorf("%s: got %v, want %v", pstn.Label(), got, want)
		}
	}
}

func TestParseE164RepairsNothing(t *testing.T) {
	t.Parallel()
	for _, good := range []string{"+12", "+12125550100", "+123456789012345"} {
		if n, err := number.ParseE164(good); err != nil || n.String() != good || n.IsZero() {
			t.Errorf("%s: got %v, %v", good, n, err)
		}
	}
	for _, bad := range []string{"", "+", "+1", "12125550100", "+0123", "+1234567890123456", "+1 212", "+１２", " +12"} {
		if n, err := number.ParseE164(bad); !errors.Is(err, number.ErrNotE164) || !n.IsZero() || n.String() != "" {
			t.Errorf("%q: got %v, %v", bad, n, err)
		}
	}
}

func TestNumbersSurviveJSON(t *testing.T) {
	t.Parallel()
	want := []number.E164{mustParse(t, "+12125550100"), {}}
	text, err := json.Marshal(want)
	if err != nil || string(text) != `["+12125550100",""]` {
		t.Fatalf("got %s, %v", text, err)
	}
	var got []number.E164
	if err := json.Unmarshal(text, &got); err != nil || !slices.Equal(got, want) {
		t.Errorf("got %v, %v", got, err)
	}
	if err := json.Unmarshal([]byte(`["212"]`), &got); !errors.Is(err, number.ErrNotE164) {
		t.Errorf("212 was accepted: %v", err)
	}
}

func TestLogsNeverShowAWholeNumber(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{"+12125550178": "+…78", "+123": "+…"} {
		if got := mustParse(t, text).LogValue().String(); got != want {
			t.Errorf("%s is logged as %q", text, got)
		}
	}
}

func TestRowGoesUnlessSomethingHoldsIt(t *testing.T) {
	t.Parallel()
	good := number.Row{Number: mustParse(t, "+12125550100")}
	if !good.Goes() {
		t.Error("a good row stays")
	}
	for name, change := range map[string]func(*number.Row){
		"problem":       func(r *number.Row) { r.Level = number.LevelProblem },
		"no number":     func(r *number.Row) { r.Number = number.E164{} },
		"already there": func(r *number.Row) { r.AlreadyThere = true },
		"hidden":        func(r *number.Row) { r.Hidden = true },
		"left out":      func(r *number.Row) { r.LeftOut = true },
		"skipped":       func(r *number.Row) { r.Skipped = number.SkipTotal },
	} {
		row := good
		change(&row)
		if row.Goes() {
			t.Errorf("a row goes in spite of: %s", name)
		}
	}
}

func TestFieldsAndSkipWords(t *testing.T) {
	t.Parallel()
	if fields := number.Fields(); len(fields) != 7 || fields[0] != number.FieldNumber || fields[6] != number.FieldSubscription {
		t.Errorf("got %v", fields)
	}
	for skip, want := range map[number.Skip]string{number.SkipNone: "", number.SkipMerged: "merged", number.SkipNote: "note"} {
		if got := skip.String(); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
