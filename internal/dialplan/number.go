package dialplan

import (
	"strconv"
	"strings"

	"github.com/nyaruka/phonenumbers/v2"

	"numberloader/internal/number"
)

// Number is what the numbering plans make of digits. It says what the phone
// number library says (TestNumberAnswersAsTheLibrary), and never changes.
type Number struct {
	plan      *numberingPlan // nil if it failed before that was known
	national  string         // the number without its country code, "" if it failed
	value     uint64         // of national
	kind      kind
	territory int8 // of the plan that the number belongs to, nowhere for none
	source    source
	failure   failure
}

// Failed reports whether the digits cannot be read as a number at all.
func (p *Number) Failed() bool { return p.failure != none }

// Valid reports whether the numbering plans know the range that the number belongs
// to. It is the library's own IsValidNumber, which asks for the type, too.
func (p *Number) Valid() bool { return !p.Failed() && p.kind != unknown }

// Code is the country code, 0 if it is not known.
func (p *Number) Code() int {
	if p.plan == nil {
		return 0
	}
	return p.plan.code
}

// Prefix is the country code as it stands in front of a national number, "" if
// it is not known.
func (p *Number) Prefix() string {
	if p.plan == nil {
		return ""
	}
	return p.plan.prefix
}

// National are the digits behind the country code, "" if the number failed.
func (p *Number) National() string { return p.national }

// Digits are the digits of a number with its country code.
func (p *Number) Digits() string { return p.Prefix() + p.national }

// Length is how many these are.
func (p *Number) Length() int { return len(p.Prefix()) + len(p.national) }

// IsTooLong reports whether a number has more digits than E.164 allows.
func (p *Number) IsTooLong() bool { return p.Length() > number.MaxDigits }

// HasTooManyDigits reports whether the digits failed because there are more of them
// than any number has.
func (p *Number) HasTooManyDigits() bool { return p.failure == tooLong }

// E164 is the number, or none if it failed or has more than 15 digits.
func (p *Number) E164() number.E164 {
	if p.Failed() {
		return number.E164{}
	}
	return number.Joined(p.plan.code, len(p.national), p.value)
}

// Acceptable reports whether the number is valid, belongs to a country and is no
// longer than a number may be.
func (p *Number) Acceptable() bool {
	return p.Valid() && p.plan.country() != "" && !p.IsTooLong()
}

// ViaDialingPrefix reports whether the digits began with the region's own
// international prefix.
func (p *Number) ViaDialingPrefix() bool { return p.source == fromDialingPrefix }

// IsNational reports whether the digits were read as a number without country code.
func (p *Number) IsNational() bool { return p.source == fromRegion }

// Unassigned reports whether the digits begin with the code of no country.
func (p *Number) Unassigned() bool {
	if p.Failed() {
		return p.failure == noCountry
	}
	return p.plan.country() == ""
}

// Country is the main country of the number's country code (ISO 3166 alpha-2),
// "" if the code is not known or belongs to no country.
func (p *Number) Country() string {
	if p.plan == nil {
		return ""
	}
	return p.plan.country()
}

// IsShared reports whether several countries have the number's country code.
func (p *Number) IsShared() bool { return p.plan != nil && len(p.plan.territories) > 1 }

// Region is the country that the number belongs to; for a number that is not
// valid, the main one of its country code; "" if there is none.
func (p *Number) Region() string {
	if region := p.belongsTo(); region != "" {
		return region
	}
	return p.Country()
}

// nowhere is the territory of numbers that belong to none.
const nowhere = -1

// belongsTo is the country that the library says the number belongs to, "" for none.
func (p *Number) belongsTo() string {
	if p.plan == nil || p.territory == nowhere {
		return ""
	}
	return geographic(p.plan.territories[p.territory].id)
}

// ExampleLength is how many digits behind the country code an ordinary number
// of the country has.
func (p *Number) ExampleLength() int { return p.plan.exampleLength() }

// IsDialedWithinArea reports whether so many digits are dialed within an area of the
// country, without its area code, and are never a whole number.
func (p *Number) IsDialedWithinArea(digits int) bool {
	return digits < number.MaxDigits && p.plan.counts.get()[digits].withinArea
}

// FirstUnknown is the first of count numbers, counted from first on, of which the
// numbering plans do not know the range, or which has another country code than
// first. It says false if there is none. The number is first itself, and valid.
func (p *Number) FirstUnknown(first number.E164, count int) (index int, ok bool) {
	facts, national := p.plan.automaton.get(), []byte(first.Digits()[len(p.Prefix()):])
	for i := range count {
		if known, _ := facts.after(string(national)); known.kind == unknown {
			return i, true
		}
		if !increment(national) {
			return i + 1, i+1 < count
		}
	}
	return 0, false
}

// increment counts digits up by one. It says false if there were only nines.
func increment(digits []byte) bool {
	for i := len(digits) - 1; i >= 0; i-- {
		if digits[i] < '9' {
			digits[i]++
			return true
		}
		digits[i] = '0'
	}
	return false
}

// Possible is the number with other digits behind its country code. It says
// false if no fixed-line or mobile number of the country code has so many;
// lengths that are only dialed within an area do not count.
func (p *Number) Possible(national string) (number.E164, bool) {
	n := number.WithCode(p.Code(), national)
	return n, !n.IsZero() && p.plan.counts.get()[len(national)].possible
}

// count is what the library says of numbers of so many digits behind a country code.
type count struct {
	possible   bool // fixed-line or mobile numbers have so many
	withinArea bool // so many are dialed within an area, and are never a whole number
}

// makeCounts finds them by how many digits there are.
func (p *numberingPlan) makeCounts() *[number.MaxDigits]count {
	var all [number.MaxDigits]count
	for digits := range all {
		n := asLibrary(p.code, strings.Repeat("1", digits)) // the library looks at the length alone
		all[digits] = count{
			possible:   phonenumbers.IsPossibleNumberForTypeWithReason(n, phonenumbers.FIXED_LINE_OR_MOBILE) == phonenumbers.IS_POSSIBLE,
			withinArea: phonenumbers.IsPossibleNumberForTypeWithReason(n, phonenumbers.FIXED_LINE) == phonenumbers.IS_POSSIBLE_LOCAL_ONLY,
		}
	}
	return &all
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
