package phrase_test

import (
	"strings"
	"testing"

	"numberloader/internal/number"
	"numberloader/internal/number/numbertest"
	"numberloader/internal/phrase"
	"numberloader/internal/reading"
)

func text(v string) number.Cell { return number.Cell{Type: number.CellText, Value: v} }

func stored(v, format string) number.Cell {
	return number.Cell{Type: number.CellNumber, Value: v, Format: format}
}

func TestFindingsOfOtherPackages(t *testing.T) {
	t.Parallel()
	n := numbertest.E164("+12125550100")
	for _, c := range []struct {
		got     number.Finding
		level   number.Level
		code    number.Code
		message string
	}{
		{
			number.DuplicateFinding("S!B7", n, "S!B2"), number.LevelProblem, number.CodeDuplicate,
			"S!B7: +12125550100 is already in S!B2. It is sent once.",
		},
		{
			number.UnknownWordFinding("S!C7", "Fax", number.VariantType), number.LevelProblem,
			number.CodeUnknownWord, `S!C7: "Fax" is not a type this app knows. Use DID, toll-free or mobile.`,
		},
		{
			number.UnknownLocationFinding("S!D7", "Berlin", &number.Location{}), number.LevelProblem, number.CodeUnknownLocation,
			`S!D7: there is no Webex location named "Berlin".`,
		},
		{
			number.UnknownLocationFinding("S!D7", "Berlni", &number.Location{ID: "ber", Name: "Berlin"}), number.LevelProblem, number.CodeUnknownLocation,
			`S!D7: there is no Webex location named "Berlni". Did you mean Berlin?`,
		},
		{
			number.SeveralLocationsFinding("S!D7", "Berlin", 2, []string{"DE", "US"}), number.LevelProblem, number.CodeUnknownLocation,
			`S!D7: there are 2 Webex locations named "Berlin" (Germany, the United States). Choose the one that is meant.`,
		},
		{
			number.SeveralLocationsFinding("S!D7", "Berlin", 3, nil), number.LevelProblem, number.CodeUnknownLocation,
			`S!D7: there are 3 Webex locations named "Berlin". Choose the one that is meant.`,
		},
		{
			number.NotCallingFinding("S!D7", "Berlin"), number.LevelProblem, number.CodeUnknownLocation,
			`S!D7: the Webex location "Berlin" is not enabled for calling. Enable it in Control Hub, or choose another one.`,
		},
		{
			number.OverflowFinding("S!B7", 2, 3, number.LevelNotice), number.LevelNotice, number.CodeMobileOverflow,
			"S!B7: Webex takes 20 mobile numbers at a time. This one is in request 2 of 3.",
		},
		{
			number.OverflowFinding("S!B7", 2, 3, number.LevelProblem), number.LevelProblem, number.CodeMobileOverflow,
			"S!B7: Webex takes 20 mobile numbers at a time. This one would be in request 2 of 3, but only one request is to be sent.",
		},
		{
			number.AlreadyThereFinding(n, "Berlin", number.Owner{Name: "Reception", Type: "PLACE"}), number.LevelWarning, number.CodeAlreadyThere,
			"+12125550100 is already in Berlin, used by Reception, a workspace. It is not sent again.",
		},
		{
			number.AlreadyInWebexFinding(n, "Berlin", number.Owner{Type: "HUNT_GROUP"}), number.LevelProblem, number.CodeAlreadyInWebex,
			"+12125550100 is already in Webex, in the location Berlin, used by a hunt group.",
		},
		{
			number.AlreadyThereFinding(n, "Berlin", number.Owner{}), number.LevelWarning, number.CodeAlreadyThere,
			"+12125550100 is already in Berlin. It is not sent again.",
		},
		{
			number.AlreadyInWebexFinding(n, "Berlin", number.Owner{}), number.LevelProblem, number.CodeAlreadyInWebex,
			"+12125550100 is already in Webex, in the location Berlin.",
		},
		{
			number.UnavailableFinding(n, number.VariantElsewhere), number.LevelProblem, number.CodeUnavailableInWebex,
			"Webex does not accept +12125550100: it is not available; another organization may have it.",
		},
		{
			number.UnavailableFinding(n, number.Usual), number.LevelProblem, number.CodeUnavailableInWebex,
			"Webex does not accept +12125550100.",
		},
		{
			number.NoPSTNFinding("Berlin"), number.LevelProblem, number.CodeNoPSTN,
			"Berlin has no PSTN connection. Set one up in Control Hub first.",
		},
		{
			number.IntegratedPSTNFinding("Berlin", &number.Location{PSTN: number.PSTNIntegrated, Provider: "Acme"}), number.LevelProblem, number.CodeIntegratedPSTN,
			"Berlin gets its numbers from Acme through Webex. Adding numbers here could damage its data. Order them in Control Hub.",
		},
		{
			number.IntegratedPSTNFinding("Berlin", &number.Location{PSTN: number.PSTNIntegrated}), number.LevelProblem, number.CodeIntegratedPSTN,
			"Berlin gets its numbers from its provider through Webex. Adding numbers here could damage its data. Order them in Control Hub.",
		},
		{
			number.PSTNUnknownFinding("Berlin", number.KindTollFree), number.LevelProblem, number.CodePSTNUnknown,
			"Berlin: Webex did not say how this location gets its calls, so adding toll-free numbers could damage its data. " +
				"Confirm that its PSTN is a local gateway or a non-integrated carrier.",
		},
	} {
		if message := phrase.Finding(&c.got); c.got.Level != c.level || c.got.Code != c.code || message != c.message {
			t.Errorf("got  %+v\n%s\nwant %s", c.got, message, c.message)
		}
	}
}

// saidOf is all that is said of a cell.
func saidOf(cell number.Cell, in reading.Context) []number.Finding {
	got := reading.Read(cell, in)
	row := number.Row{Line: int32(in.Place.Line), Shared: &number.Shared{Column: in.Place.Column, Country: got.Country}, Input: cell.Shown(), Number: got.Numbers.At(0)} //nolint:gosec // a few rows
	got.Tell(&row)
	return row.Findings()
}

func TestMessagesOfReadings(t *testing.T) {
	t.Parallel()
	us := reading.Context{Place: number.Place{Column: "S!B", Line: 7}, Region: "US", Location: "New York", Kind: number.KindDID}
	for _, c := range []struct {
		cell number.Cell
		want []string
	}{
		{text("(212) 555-0141"), []string{`S!B7: "(212) 555-0141" has no + in front. It was read as a number of the United States: +12125550141.`}},
		{text("+442079460020"), []string{"S!B7: +442079460020 is a number of the United Kingdom, but the location New York is in the United States."}},
		{text("+18005550198"), []string{"S!B7: +18005550198 looks like a toll-free number. Its type is DID, so it will be sent as DID."}},
		{text("+12042345678"), []string{"S!B7: +12042345678 belongs to Canada; the location is in the United States. Both use +1."}},
		{
			text("212-555-0168 x123"),
			[]string{`S!B7: "212-555-0168 x123" contains an extension. Webex needs the number without it. Did you mean +12125550168?`},
		},
		{text("5"), []string{`S!B7: "5" has only one digit. It looks like an extension, an emergency number or a service number.`}},
		{text("+1 212 555 0100 - 0199"), []string{`S!B7: "+1 212 555 0100 - 0199" stands for 100 numbers, +12125550100 to +12125550199. Add them all?`}},
		{
			text("+1 212 555 0199 - 0100"),
			[]string{`S!B7: "+1 212 555 0199 - 0100" seems to mean several numbers, but it is not clear which: the end is before the start.`},
		},
		{
			text("+12125550100 - +12125650100"),
			[]string{`S!B7: "+12125550100 - +12125650100" seems to mean several numbers, but it is not clear which: more than 10,000 numbers (100,001).`},
		},
		{stored("45000", "yyyy"), []string{"S!B7: Excel turned the entry into a date (2023-03-15). Type the number again."}},
		{number.Cell{Formula: true}, []string{"S!B7 has a formula without a saved result. Open the file in Excel, save it, and open it here again."}},
		{
			text("+12125550100\n212 555 0101"),
			[]string{
				"S!B7: 2 numbers in one cell. They will be sent one by one: +12125550100, +12125550101.",
				`S!B7: "+12125550100 212 555 0101" has no + in front. It was read as a number of the United States: +12125550101.`,
			},
		},
		{
			text("this is a very long text without any phone number in it"),
			[]string{`S!B7: "this is a very long text without any pho…" is not a phone number.`},
		},
	} {
		var got []string
		for _, f := range saidOf(c.cell, us) {
			got = append(got, phrase.Finding(&f))
		}
		if strings.Join(got, "\n") != strings.Join(c.want, "\n") {
			t.Errorf("%q\ngot  %q\nwant %q", c.cell.Value, got, c.want)
		}
	}
	unnamed := phrase.Finding(&saidOf(text("+442079460020"), reading.Context{Region: "US"})[0])
	if want := "This cell: +442079460020 is a number of the United Kingdom, but the country set for the list is the United States."; unnamed != want {
		t.Errorf("got %q", unnamed)
	}
}

func TestWhatIsTooShortSaysHowManyDigitsAreMissing(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ region, cell, want string }{
		{"US", "+1 212 555 014", "the United States: 1 digit seems to be missing."},
		{"US", "913 555 01", "the United States: 2 digits seem to be missing."},
		{"US", "555-0174", "the United States: 3 digits seem to be missing, perhaps the area code."},
		{"US", "1 913 555 01", "the United States: 2 digits seem to be missing."}, // behind the trunk prefix
		{"US", "+1 913 555 01", "the United States: 2 digits seem to be missing."},
		{"GB", "7946 0958", "the United Kingdom: 2 digits seem to be missing, perhaps the area code."},
		{"GB", "0113 496 07", "the United Kingdom: 2 digits seem to be missing."}, // the area code is there
		{"AU", "9876 5432", "Australia: 1 digit seems to be missing, perhaps the area code."},
		{"AU", "02 9876 543", "Australia: 1 digit seems to be missing."},
		{"DK", "32 12 34 5", "Denmark: 1 digit seems to be missing."}, // has no area codes
		{"FR", "01 23 45 67 8", "France: 1 digit seems to be missing."},
		{"", "+33 1 23 45 67 8", "France: 1 digit seems to be missing."},
		{"", "+1 555 0174", "with +1: 3 digits seem to be missing, perhaps the area code."},
		{"", "+1 913 555 01", "with +1: 2 digits seem to be missing."},
	} {
		said := saidOf(text(c.cell), reading.Context{Place: number.Place{Column: "B", Line: 7}, Region: c.region})
		if got := phrase.Finding(&said[0]); said[0].Code != number.CodeTooShort || !strings.HasSuffix(got, c.want) {
			t.Errorf("%s in %q: %q, want %q", c.cell, c.region, got, c.want)
		}
	}
}

func TestEveryCodeIsSaid(t *testing.T) {
	t.Parallel()
	for _, code := range number.Codes() {
		if name := phrase.CodeName(code); name == "" || strings.HasPrefix(name, "findings.") {
			t.Errorf("%s has no name", code)
		}
		for _, variant := range code.Variants() {
			f := number.NewFinding(code, variant, nil)
			if said := phrase.Finding(&f); said == string(code) || !strings.HasSuffix(said, ".") && !strings.HasSuffix(said, "?") {
				t.Errorf("%s %q: %q", code, variant, said)
			}
		}
		for _, at := range []phrase.Advised{phrase.AfterClosing, phrase.InReview} {
			next := phrase.NextStep(&number.Row{Level: number.LevelProblem}, code, at)
			if (next == "") != code.Settled() || next != "" && !strings.HasSuffix(next, ".") {
				t.Errorf("%s: what to do next is %q", code, next)
			}
			if at == phrase.InReview && strings.Contains(next, "load") || at == phrase.AfterClosing && strings.Contains(next, "Review") {
				t.Errorf("%s: %q can't be done where it is said", code, next)
			}
		}
	}
}

func TestAFindingThatNobodyKnowsIsSaidByItsCode(t *testing.T) {
	t.Parallel()
	f := number.NewFinding("of_a_later_version", number.Usual, nil)
	if said := phrase.Finding(&f); said != "of_a_later_version" || f.Level != number.LevelProblem {
		t.Errorf("got %q at level %s", said, f.Level)
	}
}
