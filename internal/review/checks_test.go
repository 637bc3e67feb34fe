package review_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"numberloader/internal/number"
	"numberloader/internal/number/numbertest"
	"numberloader/internal/phrase"
	"numberloader/internal/review"
)

func text(s string) number.Record {
	return numbertest.Record(number.Record{}, number.Cell{Type: number.CellText, Value: s})
}

func TestDuplicates(t *testing.T) {
	t.Parallel()
	hide := func(r *number.Record) { r.Hidden = true }
	records := []number.Record{
		text("+12125550123"),
		text("(212) 555-0123"),
		with(text("+12125550124"), hide),
		text("+12125550124"),
		with(text("+12125550123"), hide),
		with(text("+12125550124"), stating(number.Stated{number.FieldLocation: "London", number.FieldType: "mobile"})),
		with(text("+12125550126"), stating(number.Stated{number.FieldType: "odd"})),
		text("+12125550126"),
	}
	rows := rowsOf(t, table(records...), us(), review.Known{}, nil)
	check(t, rows,
		"B2 ok  +12125550123", "B3 problem duplicate", "B4 ok  +12125550124", "B5 ok  +12125550124",
		"B6 ok  +12125550123", "B7 problem duplicate", "B8 problem unknown_word", "B9 ok  +12125550126")
	if rows[1].Special().DuplicateOf != "B2" || rows[5].Special().DuplicateOf != "B5" || rows[4].Special().DuplicateOf != "" {
		t.Errorf("duplicates of %q, %q and %q", rows[1].Special().DuplicateOf, rows[5].Special().DuplicateOf, rows[4].Special().DuplicateOf)
	}
	if findings := rows[1].Findings(); !strings.Contains(phrase.Finding(&findings[len(findings)-1]), "DIDs!B2") {
		t.Errorf("it says %q", findings)
	}
	if !rows[2].Hidden || rows[2].Goes() {
		t.Errorf("the hidden row is %+v", rows[2])
	}

	set := us()
	set.IncludeHidden = true
	rows = rowsOf(t, table(records...), set, review.Known{}, map[int]review.Decision{0: {LeftOut: true}})
	check(t, rows[:5],
		"B2 ok  +12125550123", "B3 warning country_added +12125550123", "B4 ok  +12125550124",
		"B5 problem duplicate", "B6 problem duplicate")
	if rows[0].Goes() || !rows[0].LeftOut || rows[2].Hidden {
		t.Errorf("got %+v", rows[:3])
	}
}

func TestPSTN(t *testing.T) {
	t.Parallel()
	tests := []struct {
		pstn        number.PSTN
		did, mobile string
	}{
		{number.PSTNNotAsked, "ok  +12125550123", "ok  +12125550123"},
		{number.PSTNLocalGateway, "ok  +12125550123", "ok  +12125550123"},
		{number.PSTNNonIntegrated, "ok  +12125550123", "ok  +12125550123"},
		{number.PSTNNone, "problem no_pstn", "problem no_pstn"},
		{number.PSTNIntegrated, "problem integrated_pstn", "ok  +12125550123"},
		{number.PSTNCisco, "problem integrated_pstn", "ok  +12125550123"},
		{number.PSTNUnknown, "problem pstn_unknown +12125550123", "ok  +12125550123"},
	}
	for _, test := range tests {
		t.Run(phrase.PSTN(test.pstn), func(t *testing.T) {
			t.Parallel()
			known := review.Known{Locations: []number.Location{{ID: "L1", Name: "KC", Country: "US", PSTN: test.pstn}}}
			in := func(kind string) []*number.Row {
				return rowsOf(t, table(with(text("+12125550123"), stating(number.Stated{number.FieldLocation: "KC", number.FieldType: kind}))), us(), known, nil)
			}
			check(t, in("DID"), "B2 "+test.did)
			check(t, in("mobile"), "B2 "+test.mobile)
		})
	}
}

func TestTheProviderIsNamed(t *testing.T) {
	t.Parallel()
	for provider, want := range map[string]string{"Carrier One": "Carrier One", "": "Cisco Calling Plans"} {
		known := review.Known{Locations: []number.Location{{ID: "L1", Name: "KC", PSTN: number.PSTNCisco, Provider: provider}}}
		rec := with(text("+12125550123"), stating(number.Stated{number.FieldLocation: "KC"}))
		if got := phrase.Finding(&rowsOf(t, table(rec), us(), known, nil)[0].Findings()[0]); !strings.Contains(got, want) {
			t.Errorf("%q does not say %q", got, want)
		}
	}
}

func TestTheAdministratorsWordStandsForAnUnknownPSTN(t *testing.T) {
	t.Parallel()
	known := review.Known{Locations: []number.Location{{ID: "L1", Name: "KC", Country: "US", PSTN: number.PSTNUnknown}}}
	rec := with(text("(212) 555-0123"), stating(number.Stated{number.FieldLocation: "KC"}))
	row := rowsOf(t, table(rec), us(), known, nil)[0]
	if !row.Overridable || row.Goes() {
		t.Errorf("got %+v", row)
	}
	set := us()
	set.Accept = []number.Code{number.CodePSTNUnknown}
	rows := rowsOf(t, table(rec), set, known, nil)
	check(t, rows, "B2 warning pstn_unknown +12125550123")
	if !rows[0].Goes() || rows[0].Overridable || len(rows[0].Findings()) != 2 {
		t.Errorf("got %+v", rows[0])
	}
}

// overriding is the decision to send a row in spite of problems.
func overriding(codes ...number.Code) review.Decision { return review.Decision{Overridden: codes} }

func TestOverridingANumberIsNotTheWordForItsLocation(t *testing.T) {
	t.Parallel()
	known := review.Known{Locations: []number.Location{{ID: "L1", Name: "KC", Country: "US", PSTN: number.PSTNUnknown}}}
	in := stating(number.Stated{number.FieldLocation: "KC"})
	tab := table(with(text("+19005550123"), in), with(text("+12125550123"), in))
	premium := overriding(number.CodePremiumRate)
	rows := rowsOf(t, tab, us(), known, map[int]review.Decision{0: premium, 1: premium})
	check(t, rows, "B2 problem pstn_unknown +19005550123", "B3 problem pstn_unknown +12125550123")
	if !rows[0].Overridable || rows[0].Goes() || rows[1].Goes() {
		t.Errorf("got %+v", rows)
	}
	both := overriding(number.CodePremiumRate, number.CodePSTNUnknown)
	if rows := rowsOf(t, tab, us(), known, map[int]review.Decision{0: both}); !rows[0].Goes() {
		t.Errorf("got %+v", rows[0])
	}
}

func TestAnOverrideDoesNotCoverAProblemThatCameLater(t *testing.T) {
	t.Parallel()
	tab := table(with(text("+442079460020"), stating(number.Stated{number.FieldLocation: "KC"})))
	known := review.Known{Locations: []number.Location{{ID: "L1", Name: "KC", Country: "US"}}}
	seen := map[int]review.Decision{0: overriding(number.CodeInvalidNumber)}
	check(t, rowsOf(t, tab, review.Settings{}, known, seen), "B2 problem other_country +442079460020")
}

// A number can have a second problem behind the first.
func TestEachProblemOfANumberIsAccepted(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		text   string
		accept []number.Code
		want   string
	}{
		"an unknown range of another country": {"+447700900123", nil, "B2 problem invalid_number +447700900123"},
		"the range is accepted":               {"+447700900123", []number.Code{number.CodeInvalidNumber}, "B2 problem other_country +447700900123"},
		"range and country are accepted": {
			"+447700900123", []number.Code{number.CodeOtherCountry, number.CodeInvalidNumber}, "B2 warning invalid_number +447700900123",
		},
		"a premium-rate number of another country": {"+449098790123", nil, "B2 problem other_country +449098790123"},
		"the country is accepted":                  {"+449098790123", []number.Code{number.CodeOtherCountry}, "B2 problem premium_rate +449098790123"},
		"the rate is accepted":                     {"+449098790123", []number.Code{number.CodePremiumRate}, "B2 problem other_country +449098790123"},
		"country and rate are accepted": {
			"+449098790123", []number.Code{number.CodeOtherCountry, number.CodePremiumRate}, "B2 warning other_country +449098790123",
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			set := us()
			set.Accept = test.accept
			rows := rowsOf(t, table(text(test.text)), set, review.Known{}, nil)
			check(t, rows, test.want)
			if asked := strings.Contains(test.want, "problem"); rows[0].Overridable != asked || rows[0].Goes() == asked {
				t.Errorf("got %+v", rows[0])
			}
		})
	}
}

func TestNumbersThatAreCrossedOutAskThePerson(t *testing.T) {
	t.Parallel()
	struck := with(text("+12125550123"), func(r *number.Record) { r.Struck = true })
	removed := with(struck, stating(number.Stated{number.FieldState: "Disconnected"}))
	tests := map[string]struct {
		record  number.Record
		decided review.Decision
		want    string
		asks    bool
	}{
		"as the file has it":   {struck, review.Decision{}, "B2 problem struck_through +12125550123", true},
		"sent all the same":    {struck, overriding(number.CodeStruckThrough), "B2 warning struck_through +12125550123", false},
		"another is typed":     {struck, review.Decision{Text: new("+12125550124")}, "B2 ok  +12125550124", false},
		"a word removes it":    {removed, overriding(number.CodeStruckThrough), "B2 problem remove_marker", false},
		"another is the doubt": {struck, overriding(number.CodePremiumRate), "B2 problem struck_through +12125550123", true},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			rows := rowsOf(t, table(test.record), us(), review.Known{}, map[int]review.Decision{0: test.decided})
			check(t, rows, test.want)
			if rows[0].Overridable != test.asks {
				t.Errorf("asks: %t", rows[0].Overridable)
			}
		})
	}
}

func TestNumbersThatWebexHasAlready(t *testing.T) {
	t.Parallel()
	n := numbertest.E164("+12125550123")
	here, there := number.Location{ID: "L1", Name: "KC", Country: "US"}, number.Location{ID: "L2", Name: "Leeds"}
	in := func(location string) number.Record {
		return with(text("(212) 555-0123"), stating(number.Stated{number.FieldLocation: location}))
	}
	tests := map[string]struct {
		record   number.Record
		existing map[number.E164]number.Held
		want     string
	}{
		"in the wanted location":  {in("KC"), map[number.E164]number.Held{n: {Location: here}}, "B2 warning already_there +12125550123"},
		"used by somebody":        {in("KC"), map[number.E164]number.Held{n: {Location: here, Owner: number.Owner{Name: "Ann Lee", Type: "PEOPLE"}}}, "B2 warning already_there +12125550123"},
		"used by a hunt group":    {in("KC"), map[number.E164]number.Held{n: {Location: there, Owner: number.Owner{Type: "HUNT_GROUP"}}}, "B2 problem already_in_webex"},
		"in another location":     {in("KC"), map[number.E164]number.Held{n: {Location: there}}, "B2 problem already_in_webex"},
		"nowhere":                 {in("KC"), map[number.E164]number.Held{}, "B2 warning country_added +12125550123"},
		"nobody asked":            {in("KC"), nil, "B2 warning country_added +12125550123"},
		"no location is known":    {in(""), map[number.E164]number.Held{n: {Location: here}}, "B2 warning country_added +12125550123"},
		"the location is unknown": {in("X"), map[number.E164]number.Held{n: {Location: here}}, "B2 problem unknown_location"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			known := review.Known{Locations: []number.Location{here, there}, Existing: test.existing}
			rows := rowsOf(t, table(test.record), us(), known, nil)
			check(t, rows, test.want)
			var owners []number.Owner
			if held := test.existing[n]; strings.Contains(test.want, "already") && !held.Owner.IsNobody() {
				owners = []number.Owner{held.Owner}
			}
			if diff := cmp.Diff(owners, rows[0].Owners()); diff != "" {
				t.Errorf("used by %s", diff)
			}
			already := strings.Contains(test.want, "already_there")
			if rows[0].AlreadyThere != already || already && rows[0].Goes() {
				t.Errorf("got %+v", rows[0])
			}
		})
	}
}
