package number

import (
	"errors"
	"strconv"
	"strings"

	"github.com/nyaruka/phonenumbers/v2"
)

// maxDigits is the most digits of an E.164 number (ITU-T E.164, 6.2.1).
const maxDigits = 15

// parsed is what the numbering library makes of digits. It gets digits and a
// leading plus sign only, so that its tolerance never decides anything
// (docs/number-rules.md, 1).
type parsed struct {
	plan      *numberingPlan // nil if err came before it was known
	national  string         // the number without its country code, "" if err is not nil
	kind      phonenumbers.PhoneNumberType
	belongsTo string // the library's region of the number, "" for none
	source    source
	err       error // one of the library's
}

// valid says that the library knows the range that the number belongs to. It is
// the library's own IsValidNumber, which asks for the type, too.
func (p *parsed) valid() bool { return p.err == nil && p.kind != phonenumbers.UNKNOWN }

// code is the country code, 0 if it is not known.
func (p *parsed) code() int {
	if p.plan == nil {
		return 0
	}
	return p.plan.code
}

// digits are the digits of a number with its country code.
func (p *parsed) digits() string { return p.plan.prefix + p.national }

// length is how many these are.
func (p *parsed) length() int { return len(p.plan.prefix) + len(p.national) }

// isTooLong says that a number has more digits than E.164 allows.
func (p *parsed) isTooLong() bool { return p.length() > maxDigits }

// e164 is the number, or none if it has more than 15 digits.
func (p *parsed) e164() E164 {
	if p.isTooLong() {
		return E164{}
	}
	return E164{p.digits()}
}

// acceptable says that the number is valid, belongs to a country and is no
// longer than a number may be.
func (p *parsed) acceptable() bool {
	return p.valid() && p.plan.country() != "" && !p.isTooLong()
}

// viaDialingPrefix says that the digits began with the region's own
// international prefix.
func (p *parsed) viaDialingPrefix() bool { return p.source == fromDialingPrefix }

// isNational says that the digits were read as a number without country code.
func (p *parsed) isNational() bool { return p.source == fromRegion }

// unassigned says that the digits begin with the code of no country.
func (p *parsed) unassigned() bool {
	if p.err != nil {
		return errors.Is(p.err, phonenumbers.ErrInvalidCountryCode)
	}
	return p.plan.country() == ""
}

// geographic is the region if it is one, "" for the library's word for the
// world ("001").
func geographic(region string) string {
	if region == phonenumbers.REGION_CODE_FOR_NON_GEO_ENTITY {
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
	if region := geographic(p.belongsTo); region != "" {
		return region
	}
	return p.plan.country()
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
