package number_test

import (
	"encoding/json"
	"errors"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"numberloader/internal/number"
)

func mustParse(t *testing.T, text string) number.E164 {
	t.Helper()
	n, err := number.ParseE164(text)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestWordsOfTheAPI(t *testing.T) {
	t.Parallel()
	for value, want := range map[interface{ API() string }]string{
		number.KindUnset:         "",
		number.KindDID:           "DID",
		number.KindTollFree:      "TOLLFREE",
		number.KindMobile:        "MOBILE",
		number.UsageUnset:        "",
		number.UsageNone:         "NONE",
		number.UsageService:      "SERVICE",
		number.StateUnset:        "",
		number.StateActive:       "ACTIVE",
		number.StateInactive:     "INACTIVE",
		number.PSTNNotAsked:      "",
		number.PSTNNone:          "",
		number.PSTNUnknown:       "UNKNOWN",
		number.PSTNLocalGateway:  "LOCAL_GATEWAY",
		number.PSTNNonIntegrated: "NON_INTEGRATED_CCP",
		number.PSTNIntegrated:    "INTEGRATED_CCP",
		number.PSTNCisco:         "CISCO_PSTN",
	} {
		if got := value.API(); got != want {
			t.Errorf("%T: got %q, want %q", value, got, want)
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
			t.Errorf("%s: got %v, want %v", pstn.API(), got, want)
		}
	}
}

func TestNumbersAreWrittenAsTheyWereRead(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.StringMatching(`\+[1-9][0-9]{1,14}`), rapid.Just("")).Draw(t, "text")
		var n number.E164
		if err := n.UnmarshalText([]byte(text)); err != nil {
			t.Fatal(err)
		}
		other := rapid.StringMatching(`\+[1-9][0-9]{1,14}|\+?`).Draw(t, "other")
		digits := strings.TrimPrefix(text, "+")
		if n.String() != text || n.Digits() != digits || string(n.AppendDigits([]byte("x"))) != "x"+digits {
			t.Fatalf("%q is written %q, %q", text, n.String(), n.Digits())
		}
		if !n.Is(text) || n.Is(other) != (other == text) {
			t.Fatalf("%q is %v, %q is %v", text, n.Is(text), other, n.Is(other))
		}
	})
}

func TestWithCodeIsAsIfTheCodeStoodInTheDigits(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		code := rapid.IntRange(1, 999).Draw(t, "code")
		national := rapid.StringMatching(`[0-9]{0,17}|[0-9]{3}[ +/:x][0-9]{3}`).Draw(t, "national")
		want, _ := number.FromDigits(strconv.Itoa(code) + national)
		if got := number.WithCode(code, national); got != want {
			t.Fatalf("%d and %q are %v, want %v", code, national, got, want)
		}
	})
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

func TestNumbersAreCountedUp(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		digits, count := rapid.Uint64Range(10, 999_999_999_999_999).Draw(t, "digits"), rapid.IntRange(0, 10_000).Draw(t, "count")
		n, err := number.FromDigits(strconv.FormatUint(digits, 10))
		want, tooLong := number.FromDigits(strconv.FormatUint(digits+uint64(count), 10)) //nolint:gosec // never negative
		if err != nil || n.Plus(count) != want {
			t.Fatalf("%v and %d are %v, not %v", n, count, n.Plus(count), want)
		}
		if tooLong == nil && (want.Compare(n) != count || n.Compare(want) != -count) {
			t.Fatalf("%v is %d after %v", want, want.Compare(n), n)
		}
	})
}
