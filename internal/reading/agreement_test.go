package reading_test

import (
	"slices"
	"testing"

	"github.com/nyaruka/phonenumbers/v2"

	"numberloader/internal/dialplan"
	"numberloader/internal/number"
	"numberloader/internal/reading"
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
		got := reading.Read(number.Cell{Type: number.CellText, Value: text}, reading.Context{Region: region})
		if dialplan.CountryOf(n) != region && got.Code == number.CodeCountryDiffers {
			return
		}
		if got.Code != want || !slices.Equal(got.Numbers.All(), []number.E164{n}) {
			t.Errorf("%s %s: got %q %v, want %q", region, text, got.Code, got.Numbers.All(), want)
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
		got := reading.Read(number.Cell{Type: number.CellText, Value: national}, reading.Context{Region: region})
		if got.Level == number.LevelProblem {
			return
		}
		accepted++
		if got.Numbers.At(0).String() != text {
			t.Errorf("%s %q was read as %v, want %s", region, national, got.Numbers.All(), text)
		}
	})
	if accepted*10 < all*8 {
		t.Errorf("only %d of %d national numbers were accepted", accepted, all)
	}
}
