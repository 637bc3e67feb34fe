package number

import (
	"errors"
	"strconv"
	"strings"

	"github.com/nyaruka/phonenumbers/v2"
)

// maxDigits is the most digits of an E.164 number (ITU-T E.164, 6.2.1).
const maxDigits = 15

// parsed is what the numbering library made of digits. It gets digits and a
// leading plus sign only, so that its tolerance never decides anything
// (docs/number-rules.md, 1).
type parsed struct {
	number   *phonenumbers.PhoneNumber
	national string // the number without its country code, "" if err is not nil
	kind     phonenumbers.PhoneNumberType
	err      error
}

// parse reads "+" and digits, or the digits that are dialed in a region.
func parse(text, region string) parsed {
	var p parsed
	p.number, p.err = phonenumbers.ParseAndKeepRawInput(text, region)
	if p.err == nil {
		p.national = phonenumbers.GetNationalSignificantNumber(p.number)
		p.kind = phonenumbers.GetNumberType(p.number)
	}
	return p
}

// valid says that the library knows the range that the number belongs to. It is
// the library's own IsValidNumber, which asks for the type, too.
func (p *parsed) valid() bool { return p.err == nil && p.kind != phonenumbers.UNKNOWN }

// code is the country code.
func (p *parsed) code() int { return int(p.number.GetCountryCode()) }

// digits are the number's digits with the country code.
func (p *parsed) digits() string { return strconv.Itoa(p.code()) + p.national }

// e164 is the number, or none if it has more than 15 digits.
func (p *parsed) e164() E164 {
	n, err := ParseE164("+" + p.digits())
	if err != nil {
		return E164{}
	}
	return n
}

// acceptable says that the number is valid, belongs to a country and is no
// longer than a number may be.
func (p *parsed) acceptable() bool {
	return p.valid() && isCountryCode(p.code()) && !p.e164().IsZero()
}

// viaDialingPrefix says that the digits began with the region's own
// international prefix.
func (p *parsed) viaDialingPrefix() bool {
	return p.number.GetCountryCodeSource() == phonenumbers.PhoneNumber_FROM_NUMBER_WITH_IDD
}

// isNational says that the digits were read as a number without country code.
func (p *parsed) isNational() bool {
	return p.number.GetCountryCodeSource() == phonenumbers.PhoneNumber_FROM_DEFAULT_COUNTRY
}

// unassigned says that the digits begin with the code of no country.
func (p *parsed) unassigned() bool {
	if p.err != nil {
		return errors.Is(p.err, phonenumbers.ErrInvalidCountryCode)
	}
	return !isCountryCode(p.code())
}

// isCountryCode says that a code belongs to a country. Codes such as 800 or 883
// are assigned to services instead.
func isCountryCode(code int) bool {
	return geographic(phonenumbers.GetRegionCodeForCountryCode(code)) != ""
}

// geographic is the region if it is one, "" for the library's words for the
// world ("001") and for nowhere ("ZZ").
func geographic(region string) string {
	if region == phonenumbers.REGION_CODE_FOR_NON_GEO_ENTITY || region == "ZZ" {
		return ""
	}
	return region
}

// knownRegion is the region in capitals, or "" if the library has no data on
// it.
func knownRegion(region string) string {
	region = strings.ToUpper(region)
	if phonenumbers.GetCountryCodeForRegion(region) == 0 {
		return ""
	}
	return region
}

// region is the country that the number belongs to; for a number that is not
// valid, the main one of its country code; "" if there is none.
func (p *parsed) region() string {
	if region := geographic(phonenumbers.GetRegionCodeForNumber(p.number)); region != "" {
		return region
	}
	return geographic(phonenumbers.GetRegionCodeForCountryCode(p.code()))
}

// asLibrary is the library's form of a number, as it is: no prefix is dropped.
// National has at most 17 digits.
func asLibrary(code int, national string) *phonenumbers.PhoneNumber {
	significant := strings.TrimLeft(national, "0")
	value, err := strconv.ParseUint("0"+significant, 10, 64)
	if err != nil {
		return &phonenumbers.PhoneNumber{}
	}
	zeros := len(national) - len(significant)
	return &phonenumbers.PhoneNumber{
		CountryCode:          new(int32(code)), //nolint:gosec // a country code has three digits
		NationalNumber:       &value,
		ItalianLeadingZero:   new(zeros > 0),
		NumberOfLeadingZeros: new(int32(zeros)), //nolint:gosec // a number has at most 17 digits
	}
}
