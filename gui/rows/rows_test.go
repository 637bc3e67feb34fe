package rows

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"numberloader/internal/number"
	"numberloader/internal/number/numbertest"
	"numberloader/internal/phrase"
	"numberloader/internal/plan"
)

func row(input, e164, cell, location string) *number.Row {
	return &number.Row{Input: input, Number: numbertest.E164(e164), Line: int32(number.ParsePlace(cell).Line), Shared: &number.Shared{Column: number.ParsePlace(cell).Column, Location: location}} //nolint:gosec // a few rows
}

func query(typed string) *Query {
	q := ParseQuery(typed)
	return &q
}

func TestSearchFindsARowHoweverItIsTyped(t *testing.T) {
	t.Parallel()
	r := row("(913) 555-0102 KC", "+19135550102", "B3", "Kansas City")
	r.Kind, r.Usage, r.Shared.Country = number.KindMobile, number.UsageService, "US"
	r.SetSpecial(number.Special{Subscription: "Sub-7"})
	r.SetFindings(number.Finding{Args: number.Args{{"message", "Perhaps the area code is missing, as in B99."}}})
	for name, c := range map[string]struct {
		typed string
		want  bool
	}{
		"nothing":                  {"  ", true},
		"as the file holds it":     {"(913) 555-0102", true},
		"a part, other case":       {"0102 kc", true},
		"E.164":                    {"+19135550102", true},
		"E.164 with blanks":        {" +1 913 555 0102 ", true},
		"last digits":              {"0102", true},
		"last digits, separated":   {"50-102", true},
		"the address of the cell":  {"b3", true},
		"the location":             {"kansas", true},
		"another address":          {"B33", false},
		"other digits":             {"0103", false},
		"another part of the text": {"555-0102 k", true},
		"the subscription":         {"sub-7", true},
		"the type":                 {"mobile", true},
		"the usage":                {"service", true},
		"the country":              {"united states", true},
		"the code of the country":  {"us", true},
		"the finding":              {"Area Code", true},
		"a digit in the finding":   {"b99", false},
		"a plus sign inside":       {"91+3", false},
		"a plus sign alone":        {"+", false},
		"a plus sign elsewhere":    {"+913", false},
		"a word":                   {"austin", false},
		"separators only":          {"- -", false},
	} {
		if got := query(c.typed).Matches(r); got != c.want {
			t.Errorf("%s: %q gave %v", name, c.typed, got)
		}
	}
	problem := row("(913) 555-01", "", "B4", "")
	for typed, want := range map[string]bool{"91355501": true, "55501": true, "55502": false, "+91355501": false, "austin": false} {
		if got := query(typed).Matches(problem); got != want {
			t.Errorf("a number that is not sent: %q gave %v", typed, got)
		}
	}
	probl, none := query("probl"), query("qx")
	for _, s := range number.Standings() {
		if probl.MatchesStanding(s) != (s == number.StandingProblem) || none.MatchesStanding(s) {
			t.Errorf("%s is found wrongly", phrase.Standing(s))
		}
	}
	if !query(" ").IsZero() || query("1").IsZero() {
		t.Error("IsZero does not tell an empty query from another")
	}
}

func TestSortingGoesUpDownAndBackToTheFile(t *testing.T) {
	t.Parallel()
	s := Sorting{}.Next("a")
	if s != (Sorting{Column: "a"}) {
		t.Fatalf("first click: %+v", s)
	}
	if s = s.Next("a"); s != (Sorting{Column: "a", Down: true}) {
		t.Fatalf("second click: %+v", s)
	}
	if got := s.Next("b"); got != (Sorting{Column: "b"}) {
		t.Errorf("another column: %+v", got)
	}
	if s = s.Next("a"); s != (Sorting{}) {
		t.Errorf("third click: %+v", s)
	}
}

func TestPlaceIsTheOrderOfTheFile(t *testing.T) {
	t.Parallel()
	all := []*number.Row{{Record: 2}, {Record: 1, Part: 1}, {Record: 1}}
	slices.SortFunc(all, Place)
	if KeyOf(all[0]) != (Key{1, 0}) || KeyOf(all[1]) != (Key{1, 1}) || KeyOf(all[2]) != (Key{2, 0}) {
		t.Errorf("got %v %v %v", KeyOf(all[0]), KeyOf(all[1]), KeyOf(all[2]))
	}
}

func TestARowInNoRequestNamesNone(t *testing.T) {
	t.Parallel()
	if got := OfRequests(plan.Placement{}); got != "" {
		t.Errorf("got %q", got)
	}
	if got := OfRequests(plan.Placement{Request: 2, Of: 1057}); got != "2 of 1,057" {
		t.Errorf("got %q", got)
	}
}

func TestATextOfSeveralLinesIsShownInOne(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{"a  b": "a  b", "a\r\nb\tc\n": "a b c", "": ""} {
		if got := OneLine(text); got != want {
			t.Errorf("%q: %q", text, got)
		}
	}
}

func TestASearchWithoutResultNamesWhatWasTyped(t *testing.T) {
	t.Parallel()
	if got := query(" Kansas ").NoMatch(); got != `No row holds Kansas.` {
		t.Errorf("got %q", got)
	}
	long := query("0123456789012345678901234567890123456789ABC").NoMatch()
	if long != `No row holds 0123456789012345678901234567890123456789….` {
		t.Errorf("got %q", long)
	}
}

func TestALocationIsToldApartByItsCountry(t *testing.T) {
	t.Parallel()
	for want, location := range map[string]number.Location{
		"Austin, United States": {Name: "Austin", Country: "US"},
		"Berlin, Germany":       {Name: "Berlin", Country: "DE"},
		"Annex":                 {Name: "Annex", PSTN: number.PSTNLocalGateway},
		"Annex, Germany":        {Name: "Annex", Country: "DE", PSTN: number.PSTNNonIntegrated},
		"Annex: mobile only (Cisco Calling Plans)":          {Name: "Annex", PSTN: number.PSTNCisco},
		"Berlin, Germany: mobile only (Integrated carrier)": {Name: "Berlin", Country: "DE", PSTN: number.PSTNIntegrated},
		"Annex: mobile only (PSTN not known)":               {Name: "Annex", PSTN: number.PSTNUnknown},
		"Annex: no numbers (no PSTN connection)":            {Name: "Annex", PSTN: number.PSTNNone},
	} {
		if got := NameOf(location); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestWhatWasSearchedForIsFoundInATextWhateverSeparatesItsDigits(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ typed, text, want string }{
		{"816555", "(816) 555-0120", "816) 555"},
		{"(816) 555", "+18165550120", "816555"},
		{"+1816", "+1 (816) 555-0120", "+1 (816"},
		{"0120", "(816) 555-0120", "0120"},
		{"816556", "(816) 555-0120", ""},
		{"kansas", "Kansas City", "Kansas"},
		{"B7", "B7", "B7"},
		{"city", "Überland City", "City"},
		{"", "Kansas City", ""},
		{"x", "", ""},
	} {
		from, to := query(c.typed).Find(c.text)
		if got := c.text[from:to]; got != c.want {
			t.Errorf("%q in %q: %q, want %q", c.typed, c.text, got, c.want)
		}
	}
}

// TestWhatIsMarkedIsWhatMatches holds that digits are marked just where they are found.
func TestWhatIsMarkedIsWhatMatches(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`[+0-9() .-]{0,12}`).Draw(t, "text")
		digits := rapid.StringMatching(`[0-9]{1,3}`).Draw(t, "digits")
		from, to := query(digits).Find(text)
		if found := digitsContain(text, []byte(digits)); found != (to > 0) {
			t.Fatalf("found %v, marked %d to %d", found, from, to)
		}
		if got := onlyDigits(text[from:to]); to > 0 && got != digits {
			t.Fatalf("marked %q, which is %q", text[from:to], got)
		}
	})
}
