package number_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/nyaruka/phonenumbers/v2"

	"numberloader/internal/number"
)

// libraryTypes are the types of which the library has example numbers.
var libraryTypes = []phonenumbers.PhoneNumberType{
	phonenumbers.FIXED_LINE, phonenumbers.MOBILE, phonenumbers.TOLL_FREE, phonenumbers.PREMIUM_RATE,
	phonenumbers.SHARED_COST, phonenumbers.VOIP, phonenumbers.PERSONAL_NUMBER, phonenumbers.PAGER, phonenumbers.UAN,
	phonenumbers.VOICEMAIL,
}

// eachExample calls check with the E.164 form of the library's valid example
// numbers of every region and type.
func eachExample(check func(region string, kind phonenumbers.PhoneNumberType, text string)) {
	for region := range phonenumbers.GetSupportedRegions() {
		for _, kind := range libraryTypes {
			example := phonenumbers.GetExampleNumberForTypeInRegion(region, kind)
			if example != nil && phonenumbers.IsValidNumber(example) {
				check(region, phonenumbers.GetNumberType(example), phonenumbers.Format(example, phonenumbers.E164))
			}
		}
	}
}

// TestReadAgreesWithTheLibrary reads the library's examples of every region.
// Rules make exceptions for premium-rate numbers, and for a few examples whose
// digits belong to a neighbor that has the same country code.
func TestReadAgreesWithTheLibrary(t *testing.T) {
	t.Parallel()
	examples := 0
	eachExample(func(region string, kind phonenumbers.PhoneNumberType, text string) {
		examples++
		want := number.Code("")
		if kind == phonenumbers.PREMIUM_RATE {
			want = number.CodePremiumRate
		}
		n, err := number.ParseE164(text)
		if err != nil {
			t.Errorf("%s: %v", region, err)
			return
		}
		got := number.Read(number.Cell{Type: number.CellText, Value: text}, number.Context{Region: region})
		if number.CountryOf(n) != region && got.Code == number.CodeCountryDiffers {
			return
		}
		if got.Code != want || !slices.Equal(got.Numbers, []number.E164{n}) {
			t.Errorf("%s %s: got %q %v, want %q", region, text, got.Code, got.Numbers, want)
		}
	})
	if examples < 800 {
		t.Errorf("only %d examples", examples)
	}
}

// TestReadOfNationalFormKeepsTheNumber dials the library's fixed-line and mobile
// examples within their region: whatever is accepted is the same number.
func TestReadOfNationalFormKeepsTheNumber(t *testing.T) {
	t.Parallel()
	accepted, all := 0, 0
	eachExample(func(region string, _ phonenumbers.PhoneNumberType, text string) {
		parsed, err := phonenumbers.Parse(text, region)
		if err != nil {
			t.Errorf("%s: %v", text, err)
			return
		}
		all++
		national := phonenumbers.Format(parsed, phonenumbers.NATIONAL)
		got := number.Read(number.Cell{Type: number.CellText, Value: national}, number.Context{Region: region})
		if got.Level == number.LevelProblem {
			return
		}
		accepted++
		if got.Numbers[0].String() != text {
			t.Errorf("%s %q was read as %v, want %s", region, national, got.Numbers, text)
		}
	})
	if accepted*10 < all*8 {
		t.Errorf("only %d of %d national numbers were accepted", accepted, all)
	}
}

func TestCountryNameStandsInASentence(t *testing.T) {
	t.Parallel()
	names := map[string]string{
		"US": "the United States", "DE": "Germany", "GB": "the United Kingdom", "NL": "the Netherlands",
		"AE": "the United Arab Emirates", "DO": "the Dominican Republic", "KY": "the Cayman Islands",
		"HK": "Hong Kong", "IM": "the Isle of Man", "CZ": "Czechia", "": "", "??": "??",
	}
	for code, want := range names {
		if got := number.CountryName(code); got != want {
			t.Errorf("CountryName(%q) = %q, want %q", code, got, want)
		}
	}
	for region := range phonenumbers.GetSupportedRegions() {
		if name := number.CountryName(region); name == region || strings.Contains(name, "SAR") {
			t.Errorf("CountryName(%q) = %q", region, name)
		}
	}
}

func TestCountryOf(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"+12125550100": "US", "+12042345678": "CA", "+4930231250": "DE", "+447624201234": "IM", "+80012345678": "",
		"+9991234567": "", "+11": "", "+491": "",
	} {
		n, err := number.ParseE164(text)
		if err != nil {
			t.Fatal(err)
		}
		if got := number.CountryOf(n); got != want {
			t.Errorf("CountryOf(%s) = %q, want %q", text, got, want)
		}
	}
	if got := number.CountryOf(number.E164{}); got != "" {
		t.Errorf("no number belongs to %q", got)
	}
}
