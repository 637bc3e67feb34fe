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

// failure is why digits cannot be read as a number.
type failure uint8

// The failures, and the errors of the library that they stand for.
const (
	none                 failure = iota
	noNumber                     // ErrNotANumber
	noCountry                    // ErrInvalidCountryCode
	tooShort                     // ErrTooShortNSN
	tooShortBehindPrefix         // ErrTooShortAfterIDD
	tooLong                      // ErrNumTooLong
)

// International reads the digits behind a plus sign as the library's
// ParseAndKeepRawInput does.
func International(digits string) Number {
	switch {
	case len(digits) >= maxParsedText:
		return Number{failure: tooLong}
	case len(digits) < minParsed:
		return Number{failure: noNumber}
	}
	return parseBehindCode(digits, fromPlus)
}

// parseBehindCode reads digits that begin with any country code. The country is
// that of its main territory.
func parseBehindCode(digits string, from source) Number {
	plan, national := planOf(digits)
	if plan == nil {
		return Number{source: from, failure: noCountry}
	}
	return plan.read(national, 0, from)
}

// National reads the digits that are dialed in the country as the library's
// ParseAndKeepRawInput does.
func (h *Home) National(digits string) Number {
	switch {
	case len(digits) > maxParsedText:
		return Number{failure: tooLong}
	case len(digits) < minSignificant:
		return Number{failure: noNumber}
	}
	plan, home := h.plan, h.territory
	if rest, ok := plan.territories[home].cutDialingPrefix(digits); ok {
		if len(rest) <= minSignificant {
			return Number{source: fromDialingPrefix, failure: tooShortBehindPrefix}
		}
		return parseBehindCode(rest, fromDialingPrefix)
	}
	if rest, ok := strings.CutPrefix(digits, plan.prefix); ok {
		if national, known, _ := plan.cutTrunkPrefix(rest, home); plan.isBetter(known, digits, home) {
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
// territory and what is known of it, is more likely the number than all digits.
func (p *numberingPlan) isBetter(national nationalFacts, digits string, territory int) bool {
	return p.territories[territory].length(digits) == phonenumbers.TOO_LONG ||
		national.isViable(territory) && !p.of(digits).isViable(territory)
}

// read reads a national number by the rules of a territory.
func (p *numberingPlan) read(digits string, territory int, from source) Number {
	out := Number{plan: p, source: from, territory: nowhere}
	if len(digits) < minSignificant {
		out.failure = tooShort
		return out
	}
	national, known, cut := p.cutTrunkPrefix(digits, territory)
	if cut {
		switch p.territories[territory].length(national) {
		case phonenumbers.IS_POSSIBLE, phonenumbers.TOO_LONG:
		case phonenumbers.TOO_SHORT, phonenumbers.IS_POSSIBLE_LOCAL_ONLY, phonenumbers.INVALID_LENGTH,
			phonenumbers.INVALID_COUNTRY_CODE: // it may be a short number as it is
			national, known = digits, p.of(digits)
		}
	}
	switch {
	case len(national) < minSignificant:
		out.failure = tooShort
	case len(national) > maxNational:
		out.failure = tooLong
	default:
		out.national, out.value, out.kind, out.territory = national, known.value, known.kind, known.territory
	}
	return out
}

// cutTrunkPrefix drops what may be dialed in front of a national number, or puts
// what the library's rule for it says in its place, and tells the facts of what is left. It
// says false if nothing was dropped: digits that are viable only as they are stay so.
func (p *numberingPlan) cutTrunkPrefix(digits string, territory int) (rest string, known nationalFacts, cut bool) {
	rest, cut = p.territories[territory].trunkPrefix.cut(digits)
	if !cut {
		return digits, p.of(digits), false
	}
	known = p.of(rest)
	if !known.isViable(territory) {
		if whole := p.of(digits); whole.isViable(territory) {
			return digits, whole, false
		}
	}
	return rest, known, true
}

// length compares a number of digits with the lengths that national numbers of
// a territory have.
func (t *territory) length(digits string) phonenumbers.ValidationResult {
	return t.lengths[min(len(digits), maxNational+1)]
}

// setLengths finds what length says.
func (t *territory) setLengths() {
	general := t.data.GetGeneralDesc()
	possible := general.GetPossibleLength()
	for digits := range t.lengths {
		result := phonenumbers.INVALID_LENGTH
		switch n := int32(digits); {
		case general.HasPossibleLengthLocalOnly(n):
			result = phonenumbers.IS_POSSIBLE_LOCAL_ONLY
		case len(possible) == 0 || n < possible[0]:
			result = phonenumbers.TOO_SHORT
		case n > possible[len(possible)-1]:
			result = phonenumbers.TOO_LONG
		case general.HasPossibleLength(n):
			result = phonenumbers.IS_POSSIBLE
		}
		t.lengths[digits] = result
	}
}
