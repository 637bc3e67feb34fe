package number

import (
	"errors"
	"strconv"
	"strings"

	"github.com/nyaruka/phonenumbers/v2"
)

// shortestNumber is the most digits of a code that is dialed as it is: an
// extension, an emergency number, a service number.
const shortestNumber = 6

// mexico is the country code whose mobile numbers used to begin with 1.
const mexico = 52

// international judges the digits behind a plus sign (docs/number-rules.md,
// 3.10, "with +").
func (r *reader) international(digits string) outcome {
	if digits[0] == '0' {
		return zeroAfterPlus(digits)
	}
	p := parseInternational(digits)
	out := r.judge(p, len(digits))
	if out.accepted() && out.numbers[0].number.digits != digits {
		out.numbers[0].remarks |= dialingPrefix
	}
	return out
}

// zeroAfterPlus judges digits that begin with 0 in spite of a plus sign, which
// no country code does.
func zeroAfterPlus(digits string) outcome {
	if p, ok := afterPrefix(digits, "00", "011", "0011"); ok {
		return accept(p, dialingPrefix)
	}
	out := reject(CodeAmbiguousPrefix, "+"+strings.TrimLeft(digits, "0"), digits)
	out.rivals = true
	return out
}

// afterPrefix reads what stands behind the first of these prefixes behind which
// stands a valid number of a country.
func afterPrefix(digits string, prefixes ...string) (parsed, bool) {
	for _, prefix := range prefixes {
		rest, ok := strings.CutPrefix(digits, prefix)
		if !ok || rest == "" || rest[0] == '0' {
			continue
		}
		if p := parseInternational(rest); p.acceptable() {
			return p, true
		}
	}
	return parsed{}, false
}

// judge carries out the steps from 2 on for a number whose country code is in
// the digits. Length is how many digits it has.
func (r *reader) judge(p parsed, length int) outcome {
	switch {
	case length <= shortestNumber && !p.valid():
		return r.wrongLength(CodeTooShort, &p)
	case p.unassigned():
		return reject(CodeNoSuchCountry)
	case p.err == nil && p.isTooLong():
		return r.wrongLength(CodeTooLong, &p)
	case p.valid():
		return accept(p, 0)
	}
	if out, ok := repair(&p); ok {
		return out
	}
	return r.judgeLength(&p)
}

// national judges digits without a plus sign (docs/number-rules.md, 3.10,
// "without +").
func (r *reader) national(digits string) outcome {
	if r.region == "" {
		return r.withoutRegion(digits)
	}
	short := len(digits) <= shortestNumber
	if short && trunkPrefix(r.region) != "" {
		return shortCode(digits)
	}
	p := parseNational(digits, r.region)
	switch {
	case short && !p.valid():
		return shortCode(digits)
	case p.viaDialingPrefix():
		return r.afterDialingPrefix(p)
	case p.valid() && !p.isTooLong():
		return r.nationalReading(p, digits)
	}
	if foreign, ok := afterPrefix(digits, "0011", "00", "011", "010", "810"); ok {
		return reject(CodeAmbiguousPrefix, foreign.e164().String())
	}
	if digits[0] != '0' {
		if out, ok := repair(&p); ok {
			return out
		}
	}
	return r.judgeLength(&p)
}

// withoutRegion judges digits without a plus sign where no country is known. A
// country is never guessed.
func (r *reader) withoutRegion(digits string) outcome {
	if len(digits) <= shortestNumber {
		return shortCode(digits)
	}
	rest, ok := strings.CutPrefix(digits, "00")
	if !ok || rest[0] == '0' {
		return reject(CodeNoCountry)
	}
	out := r.international(rest)
	if out.accepted() {
		out.numbers[0].remarks |= dialingPrefix
	}
	return out
}

// shortCode is the outcome of digits that are dialed as they are.
func shortCode(digits string) outcome {
	out := outcome{problem: CodeShortCode, values: args{{"n", strconv.Itoa(len(digits))}}}
	if len(digits) == 1 {
		out.variant = variantOneDigit
	}
	return out
}

// afterDialingPrefix judges a number behind the international prefix of the
// region.
func (r *reader) afterDialingPrefix(p parsed) outcome {
	length := shortestNumber + 1
	if p.err == nil {
		length = p.length()
	}
	out := r.judge(p, length)
	if out.accepted() {
		out.numbers[0].remarks |= dialingPrefix
	}
	return out
}

// nationalReading looks for a second reading of digits that are valid in the
// region.
func (r *reader) nationalReading(p parsed, digits string) outcome {
	if p.isNational() && strings.HasPrefix(digits, p.plan.prefix) {
		other := parseInternational(digits)
		if other.acceptable() && other.e164() != p.e164() {
			return reject(CodeAmbiguousPrefix, other.e164().String())
		}
	}
	if hasShortNumbers(r.region) && len(digits) <= 8 && digits[0] != '0' {
		return reject(CodeAmbiguousPrefix, p.e164().String())
	}
	return accept(p, countryAdded)
}

// hasShortNumbers says that short numbers are valid in a country, so that being
// valid does not prove that the area code and its 0 are there.
func hasShortNumbers(region string) bool {
	return region == "DE" || region == "AT" || region == "SE" || region == "FI"
}

// repair looks for what went wrong with a number that is not valid. It says
// false if no repair makes it valid.
func repair(p *parsed) (outcome, bool) {
	if p.err != nil {
		return outcome{}, false
	}
	code := p.plan.prefix
	if trimmed := strings.TrimLeft(p.national, "0"); trimmed != p.national {
		if fixed := parseInternational(code + trimmed); fixed.acceptable() {
			return reject(CodeAmbiguousPrefix, fixed.e164().String()), true
		}
		return outcome{}, false
	}
	if fixed := parseInternational(code + "0" + p.national); fixed.acceptable() && fixed.national == "0"+p.national {
		out := reject(CodeDigitsLost, fixed.e164().String())
		out.variant = variantZeroLost
		return out, true
	}
	if rest, ok := strings.CutPrefix(p.national, "1"); ok && p.code() == mexico && len(rest) == 10 {
		if fixed := parseInternational(code + rest); fixed.acceptable() {
			return reject(CodeAmbiguousPrefix, fixed.e164().String()), true
		}
	}
	return outcome{}, false
}

// judgeLength judges a number that is not valid by its length.
func (r *reader) judgeLength(p *parsed) outcome {
	if p.err != nil {
		if errors.Is(p.err, phonenumbers.ErrNumTooLong) {
			return r.wrongLength(CodeTooLong, p)
		}
		return r.wrongLength(CodeTooShort, p)
	}
	country := r.countryFor(p)
	national := p.national
	if trunk := trunkPrefix(country); strings.HasPrefix(trunk, "0") {
		national = strings.TrimPrefix(national, trunk)
	}
	n, err := ParseE164("+" + p.plan.prefix + national)
	if err == nil && isPossible(p.code(), national) {
		return outcome{
			problem: CodeInvalidNumber,
			values:  args{{"number", n.String()}, {"country", CountryName(country)}},
			numbers: []found{{number: n, library: *p}},
		}
	}
	if len(national) < p.plan.exampleLength() {
		return r.wrongLength(CodeTooShort, p)
	}
	return r.wrongLength(CodeTooLong, p)
}

// isPossible says that a national number has a length that fixed-line or mobile
// numbers of the country code have. Lengths that are only dialed within an area
// do not count.
func isPossible(code int, national string) bool {
	reason := phonenumbers.IsPossibleNumberForTypeWithReason(asLibrary(code, national), phonenumbers.FIXED_LINE_OR_MOBILE)
	return reason == phonenumbers.IS_POSSIBLE
}

// wrongLength is the outcome of a number that is too short or too long.
func (r *reader) wrongLength(code Code, p *parsed) outcome {
	country := "any country"
	if region := r.countryFor(p); region != "" {
		country = CountryName(region)
	}
	return outcome{problem: code, values: args{{"country", country}}}
}

// countryFor is the country by whose rules a number was read: the row's if the
// country code is the same, else the main one of the code; "" if it has none.
func (r *reader) countryFor(p *parsed) string {
	if p.code() == 0 || p.code() == r.code {
		return r.region
	}
	return p.plan.country()
}

// trunkPrefix are the digits dialed in front of a national number, "" if there
// are none.
func trunkPrefix(region string) string { return phonenumbers.GetNddPrefixForRegion(region, true) }
