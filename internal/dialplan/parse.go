package dialplan

import (
	"strings"

	"github.com/nyaruka/phonenumbers/v2"
)

// The limits of the library's parser.
const (
	minSignificant = 2   // digits of a national number
	minParsed      = 3   // digits behind a plus sign, with the country code
	maxParsedText  = 250 // characters
)

// source says where the country code of a number comes from.
type source uint8

// The sources of a country code.
const (
	fromPlus source = iota
	fromDialingPrefix
	fromDigits // that begin with the region's own country code
	fromRegion
)

// International reads the digits behind a plus sign as the library's
// ParseAndKeepRawInput does.
func International(digits string) Number {
	switch {
	case len(digits) >= maxParsedText:
		return Number{err: phonenumbers.ErrNumTooLong}
	case len(digits) < minParsed:
		return Number{err: phonenumbers.ErrNotANumber}
	}
	return parseBehindCode(digits, fromPlus)
}

// parseBehindCode reads digits that begin with any country code. The country is
// that of its main territory.
func parseBehindCode(digits string, from source) Number {
	plan, national := planOf(digits)
	if plan == nil {
		return Number{source: from, err: phonenumbers.ErrInvalidCountryCode}
	}
	return plan.read(national, 0, from)
}

// National reads the digits that are dialed in a region as the library's
// ParseAndKeepRawInput does. The library knows the region.
func National(digits, region string) Number {
	switch {
	case len(digits) > maxParsedText:
		return Number{err: phonenumbers.ErrNumTooLong}
	case len(digits) < minSignificant:
		return Number{err: phonenumbers.ErrNotANumber}
	}
	h := homeOf(region)
	plan, home := h.plan, h.territory
	if rest, ok := plan.territories[home].cutDialingPrefix(digits); ok {
		if len(rest) <= minSignificant {
			return Number{source: fromDialingPrefix, err: phonenumbers.ErrTooShortAfterIDD}
		}
		return parseBehindCode(rest, fromDialingPrefix)
	}
	if rest, ok := strings.CutPrefix(digits, plan.prefix); ok {
		if national := plan.cutTrunkPrefix(rest, home, plan.of(rest)); plan.isBetter(national, digits, home) {
			return plan.read(national, 0, fromDigits)
		}
	}
	return plan.read(digits, home, fromRegion)
}

// cutDialingPrefix drops the international prefix of a territory. It says false
// if there is none, or if a 0 follows, with which no country code begins.
func (t *territory) cutDialingPrefix(digits string) (string, bool) {
	rest, ok := t.dialingPrefix.cut(digits)
	return rest, ok && !strings.HasPrefix(rest, "0")
}

// isBetter reports whether national, which is what stands behind the country code of a
// territory, is more likely the number than all digits.
func (p *numberingPlan) isBetter(national, digits string, territory int) bool {
	return !p.isViable(digits, territory) && p.isViable(national, territory) ||
		p.territories[territory].length(len(digits)) == phonenumbers.TOO_LONG
}

// read reads a national number by the rules of a territory.
func (p *numberingPlan) read(digits string, territory int, from source) Number {
	out := Number{plan: p, source: from, territory: nowhere}
	if len(digits) < minSignificant {
		out.err = phonenumbers.ErrTooShortNSN
		return out
	}
	known := p.of(digits)
	if shorter := p.cutTrunkPrefix(digits, territory, known); shorter != digits {
		switch p.territories[territory].length(len(shorter)) {
		case phonenumbers.IS_POSSIBLE, phonenumbers.TOO_LONG:
			digits, known = shorter, p.of(shorter)
		case phonenumbers.TOO_SHORT, phonenumbers.IS_POSSIBLE_LOCAL_ONLY, phonenumbers.INVALID_LENGTH,
			phonenumbers.INVALID_COUNTRY_CODE: // it may be a short number as it is
		}
	}
	switch {
	case len(digits) < minSignificant:
		out.err = phonenumbers.ErrTooShortNSN
	case len(digits) > maxNational:
		out.err = phonenumbers.ErrNumTooLong
	default:
		out.national, out.kind, out.territory = digits, known.kind, known.territory
	}
	return out
}

// cutTrunkPrefix drops what may be dialed in front of a national number, or puts
// what the library's rule for it says in its place. Digits that are viable only
// as they are stay so. Known are the facts of them.
func (p *numberingPlan) cutTrunkPrefix(digits string, territory int, known facts) string {
	if known.prefixed&(1<<territory) == 0 {
		return digits
	}
	rest, _ := p.territories[territory].trunkPrefix.cut(digits)
	if known.viable&(1<<territory) != 0 && !p.isViable(rest, territory) {
		return digits
	}
	return rest
}

// length compares a number of digits with the lengths that national numbers of
// a territory have.
func (t *territory) length(digits int) phonenumbers.ValidationResult {
	general := t.data.GetGeneralDesc()
	if general.HasPossibleLengthLocalOnly(int32(digits)) { //nolint:gosec // at most 250
		return phonenumbers.IS_POSSIBLE_LOCAL_ONLY
	}
	possible := general.GetPossibleLength()
	switch shortest, longest := int(possible[0]), int(possible[len(possible)-1]); {
	case digits < shortest:
		return phonenumbers.TOO_SHORT
	case digits > longest:
		return phonenumbers.TOO_LONG
	case general.HasPossibleLength(int32(digits)): //nolint:gosec // at most 250
		return phonenumbers.IS_POSSIBLE
	}
	return phonenumbers.INVALID_LENGTH
}
