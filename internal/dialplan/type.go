package dialplan

import "github.com/nyaruka/phonenumbers/v2"

// Type is what numbering plans say a number is for.
type Type uint8

// The types that the rules tell apart. TypeSpecial are all rare ones.
const (
	TypeUnknown Type = iota
	TypeFixedLine
	TypeMobile
	TypeFixedLineOrMobile
	TypeTollFree
	TypePremiumRate
	TypeSpecial
)

// Type is the type of the number, TypeUnknown if it is not valid.
func (p *Number) Type() Type {
	if !p.Valid() {
		return TypeUnknown
	}
	switch phonenumbers.PhoneNumberType(p.kind) { //nolint:exhaustive // the library's types are not a closed set of ours
	case phonenumbers.FIXED_LINE:
		return TypeFixedLine
	case phonenumbers.MOBILE:
		return TypeMobile
	case phonenumbers.FIXED_LINE_OR_MOBILE:
		return TypeFixedLineOrMobile
	case phonenumbers.TOLL_FREE:
		return TypeTollFree
	case phonenumbers.PREMIUM_RATE:
		return TypePremiumRate
	}
	return TypeSpecial
}
