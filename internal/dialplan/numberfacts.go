package dialplan

import (
	"slices"

	"github.com/nyaruka/phonenumbers/v2"
)

// facts are what the digits of a national number tell.
type facts struct {
	// viable has a bit for each territory whose general pattern the digits match.
	viable    uint32
	kind      kind
	territory int8 // that the number belongs to, nowhere for none
}

// kind is one of the library's types of numbers, in one byte.
type kind uint8

// unknown is the kind of numbers that are not valid.
const unknown = kind(phonenumbers.UNKNOWN)

// isViable reports whether digits match the general pattern of a territory.
func (f *facts) isViable(territory int) bool { return f.viable&(1<<territory) != 0 }

// patterns are the expressions of a territory in the order in which digits are
// compared with them, and which the indexes below name.
func (t *territory) patterns() []string {
	all := make([]string, 0, patternCount)
	for _, desc := range t.descriptions() {
		all = append(all, "^(?:"+desc.GetNationalNumberPattern()+")$")
	}
	return append(all, "^(?:"+t.data.GetLeadingDigits()+`)\d*$`)
}

// The patterns of a territory.
const (
	generalPattern = iota
	firstTypePattern
	fixedLinePattern = firstTypePattern + 8
	mobilePattern    = fixedLinePattern + 1
	leadingPattern   = mobilePattern + 1
	patternCount     = leadingPattern + 1
)

// typeOrder are the types in the order in which the library looks for the first
// that fits, up to the fixed lines.
//
//nolint:gochecknoglobals // a constant table, never written
var typeOrder = [...]phonenumbers.PhoneNumberType{
	phonenumbers.PREMIUM_RATE, phonenumbers.TOLL_FREE, phonenumbers.SHARED_COST, phonenumbers.VOIP,
	phonenumbers.PERSONAL_NUMBER, phonenumbers.PAGER, phonenumbers.UAN, phonenumbers.VOICEMAIL,
}

// descriptions are the general one, those of typeOrder, fixed lines and mobile
// numbers.
func (t *territory) descriptions() [leadingPattern]*phonenumbers.PhoneNumberDesc {
	d := t.data
	return [...]*phonenumbers.PhoneNumberDesc{
		d.GetGeneralDesc(), d.GetPremiumRate(), d.GetTollFree(), d.GetSharedCost(), d.GetVoip(),
		d.GetPersonalNumber(), d.GetPager(), d.GetUan(), d.GetVoicemail(), d.GetFixedLine(), d.GetMobile(),
	}
}

// compile makes the automaton of a plan from the patterns of its territories.
func (p *numberingPlan) compile() *automaton[facts] {
	var expressions []string
	for i := range p.territories {
		expressions = append(expressions, p.territories[i].patterns()...)
	}
	return newAutomaton(expressions, maxNational+1, p.judge)
}

// judge makes the facts of a national number from the patterns that it matches.
func (p *numberingPlan) judge(matched []bool, length int) facts {
	f := facts{kind: unknown, territory: nowhere}
	for i := range p.territories {
		own := matched[i*patternCount:][:patternCount]
		if own[generalPattern] {
			f.viable |= 1 << i
		}
		if f.territory == nowhere && (len(p.territories) == 1 || p.territories[i].owns(own, length)) {
			f.territory = int8(i)
			f.kind = kind(p.territories[i].kind(own, length)) //nolint:gosec // one of a dozen
		}
	}
	return f
}

// owns reports whether a number belongs to a territory and not to its neighbors.
func (t *territory) owns(matched []bool, length int) bool {
	if t.data.GetLeadingDigits() != "" {
		return matched[leadingPattern]
	}
	return t.kind(matched, length) != phonenumbers.UNKNOWN
}

// kind is the type of a number, UNKNOWN if it is not valid.
func (t *territory) kind(matched []bool, length int) phonenumbers.PhoneNumberType {
	descriptions := t.descriptions()
	is := func(pattern int) bool {
		lengths := descriptions[pattern].GetPossibleLength()
		return matched[pattern] && (len(lengths) == 0 || slices.Contains(lengths, int32(length))) //nolint:gosec // at most 18
	}
	if !is(generalPattern) {
		return phonenumbers.UNKNOWN
	}
	for i, kind := range typeOrder {
		if is(firstTypePattern + i) {
			return kind
		}
	}
	same := t.data.GetSameMobileAndFixedLinePattern()
	switch {
	case is(fixedLinePattern) && (same || is(mobilePattern)):
		return phonenumbers.FIXED_LINE_OR_MOBILE
	case is(fixedLinePattern):
		return phonenumbers.FIXED_LINE
	case !same && is(mobilePattern):
		return phonenumbers.MOBILE
	}
	return phonenumbers.UNKNOWN
}
