package reading

import (
	"strconv"
	"strings"

	"numberloader/internal/dialplan"
	"numberloader/internal/number"
)

// shortestNumber is the most digits of a code that is dialed as it is: an
// extension, an emergency number, a service number.
const shortestNumber = 6

// numbering asks numbering plans about the digits of a row's numbers, and what the row
// says of itself about their answers. It knows no texts: digits alone come in.
type numbering struct {
	in     Context
	home   *dialplan.Home // the country that the row is read for, nil for none
	region string         // its code, "" for none
}

func newNumbering(in Context) numbering {
	home := dialplan.HomeOf(in.Region)
	return numbering{in: in, home: home, region: home.Region()}
}

// number judges digits that stand behind a plus sign or not.
func (n *numbering) number(digits string, plus bool) outcome {
	if plus {
		return n.international(digits)
	}
	return n.national(digits)
}

// international judges the digits behind a plus sign (docs/number-rules.md,
// 3.10, "with +").
func (n *numbering) international(digits string) outcome {
	if digits[0] == '0' {
		return zeroAfterPlus(digits)
	}
	p := dialplan.International(digits)
	if !p.Valid() {
		if trunk, ok := n.trunkAfterPlus(digits); ok {
			return n.offer(&trunk)
		}
	}
	out := n.judge(p, len(digits))
	if out.accepted() && p.National() != digits[len(p.Prefix()):] {
		out.remark(number.RemarkDialingPrefix)
	}
	return out
}

// offer is the outcome of digits by which a number is meant that has other ones. It is no
// candidate if there would be objections to it.
func (n *numbering) offer(meant *dialplan.Number) outcome {
	if objects(n.home, meant) {
		return reject(number.CodeAmbiguousPrefix)
	}
	return reject(number.CodeAmbiguousPrefix, meant.E164().String())
}

// zeroAfterPlus judges digits that begin with 0 in spite of a plus sign, which
// no country code does.
func zeroAfterPlus(digits string) outcome {
	if p, ok := afterPrefix(digits, "00", "011", "0011"); ok {
		return accept(p, number.RemarkDialingPrefix)
	}
	out := reject(number.CodeAmbiguousPrefix, "+"+strings.TrimLeft(digits, "0"), digits)
	out.rivals = true
	return out
}

// trunkAfterPlus reads digits behind a plus sign as those that are dialed in the
// region, if they begin with its trunk prefix and that is no 0: +8 800 in Russia. It
// says false if that is no valid number.
func (n *numbering) trunkAfterPlus(digits string) (dialplan.Number, bool) {
	trunk := n.home.Trunk()
	if trunk == "" || trunk[0] == '0' || !strings.HasPrefix(digits, trunk) {
		return dialplan.Number{}, false
	}
	p := n.home.National(digits)
	return p, p.IsNational() && p.Acceptable() && len(p.National()) == len(digits)-len(trunk)
}

// afterPrefix reads what stands behind the first of these prefixes behind which
// stands a valid number of a country.
func afterPrefix(digits string, prefixes ...string) (dialplan.Number, bool) {
	for _, prefix := range prefixes {
		rest, ok := strings.CutPrefix(digits, prefix)
		if !ok || rest == "" || rest[0] == '0' {
			continue
		}
		if p := dialplan.International(rest); p.Acceptable() {
			return p, true
		}
	}
	return dialplan.Number{}, false
}

// judge carries out the steps from 2 on for a number whose country code is in
// the digits. Length is how many digits it has.
func (n *numbering) judge(p dialplan.Number, length int) outcome {
	switch {
	case length <= shortestNumber && !p.Valid():
		return n.tooShort(&p, p.National())
	case p.Unassigned():
		return reject(number.CodeNoSuchCountry)
	case !p.Failed() && p.IsTooLong():
		return n.ofCountry(number.CodeTooLong, &p)
	case p.Valid():
		return accept(p, 0)
	}
	if out, ok := n.oldHabit(&p); ok {
		return out
	}
	if out, ok := repair(&p); ok {
		return out
	}
	return n.judgeLength(&p, p.National())
}

// national judges digits without a plus sign (docs/number-rules.md, 3.10,
// "without +").
func (n *numbering) national(digits string) outcome {
	if n.region == "" {
		return n.withoutRegion(digits)
	}
	short := len(digits) <= shortestNumber
	if short && n.home.Trunk() != "" {
		return shortCode(digits)
	}
	p := n.home.National(digits)
	switch {
	case short && !p.Valid():
		return shortCode(digits)
	case p.ViaDialingPrefix() && p.Valid():
		return n.afterDialingPrefix(p)
	case !p.ViaDialingPrefix() && p.Valid() && !p.IsTooLong():
		return n.nationalReading(p, digits)
	}
	if foreign, ok := afterPrefix(digits, "0011", "00", "011", "010", "810"); ok && foreign.E164() != p.E164() {
		return n.offer(&foreign)
	}
	if p.ViaDialingPrefix() {
		return n.afterDialingPrefix(p)
	}
	if out, ok := n.oldHabit(&p); ok {
		return out
	}
	if digits[0] != '0' {
		if out, ok := repair(&p); ok {
			return out
		}
	}
	return n.judgeLength(&p, digits)
}

// withoutRegion judges digits without a plus sign where no country is known. A
// country is never guessed.
func (n *numbering) withoutRegion(digits string) outcome {
	if len(digits) <= shortestNumber {
		return shortCode(digits)
	}
	rest, ok := strings.CutPrefix(digits, "00")
	if !ok || rest[0] == '0' {
		return reject(number.CodeNoCountry)
	}
	out := n.international(rest)
	if out.accepted() {
		out.remark(number.RemarkDialingPrefix)
	}
	return out
}

// shortCode is the outcome of digits that are dialed as they are.
func shortCode(digits string) outcome {
	return reason(number.CodeShortCode, number.Usual, number.Args{{"count", strconv.Itoa(len(digits))}})
}

// afterDialingPrefix judges a number behind the international prefix of the
// region.
func (n *numbering) afterDialingPrefix(p dialplan.Number) outcome {
	length := shortestNumber + 1
	if !p.Failed() {
		length = p.Length()
	}
	out := n.judge(p, length)
	if out.accepted() {
		out.remark(number.RemarkDialingPrefix)
	}
	return out
}

// nationalReading judges digits that are valid in the region.
func (n *numbering) nationalReading(p dialplan.Number, digits string) outcome {
	if other, ok := otherMeaning(n.home, &p, digits); ok {
		return reject(number.CodeAmbiguousPrefix, other.String())
	}
	return accept(p, number.RemarkCountryAdded)
}

// otherMeaning says whether digits that are valid in the region may be something else,
// too, and which number is to be asked about: with another country code, or the same
// one where they may be the end of a number without its area code.
func otherMeaning(home *dialplan.Home, p *dialplan.Number, digits string) (number.E164, bool) {
	if p.IsNational() && strings.HasPrefix(digits, p.Prefix()) {
		other := dialplan.International(digits)
		if other.Acceptable() && other.E164() != p.E164() {
			return other.E164(), true
		}
	}
	if len(digits) <= 8 && digits[0] != '0' && hasShortNumbers(home.Region()) {
		return p.E164(), true
	}
	return number.E164{}, false
}

// hasShortNumbers reports whether short numbers are valid in a country, so that being
// valid does not prove that the area code and its 0 are there.
func hasShortNumbers(region string) bool {
	return region == "DE" || region == "AT" || region == "SE" || region == "FI"
}

// repair looks for what went wrong with a number that is not valid. It says
// false if no repair makes it valid.
func repair(p *dialplan.Number) (outcome, bool) {
	if p.Failed() {
		return outcome{}, false
	}
	code := p.Prefix()
	if trimmed := strings.TrimLeft(p.National(), "0"); trimmed != p.National() {
		if fixed := dialplan.International(code + trimmed); fixed.Acceptable() {
			return reject(number.CodeAmbiguousPrefix, fixed.E164().String()), true
		}
		return outcome{}, false
	}
	if fixed := dialplan.International(code + "0" + p.National()); fixed.Acceptable() && fixed.National() == "0"+p.National() {
		return reason(number.CodeDigitsLost, number.VariantZeroLost, nil, fixed.E164().String()), true
	}
	return outcome{}, false
}

// oldHabit is the outcome of a number that is written as it was dialed before its
// country changed its plan. It says false for all others.
func (n *numbering) oldHabit(p *dialplan.Number) (outcome, bool) {
	today, lengthened, ok := p.Today()
	if !ok {
		return outcome{}, false
	}
	out := reject(number.CodeAmbiguousPrefix)
	if lengthened {
		out = n.tooShort(p, p.National())
	}
	out.extended().candidates = []string{today.E164().String()}
	return out, true
}

// judgeLength judges a number that is not valid by its length. written are its digits as
// they stand behind a country code.
func (n *numbering) judgeLength(p *dialplan.Number, written string) outcome {
	if p.Failed() {
		if p.HasTooManyDigits() {
			return n.ofCountry(number.CodeTooLong, p)
		}
		return n.ofCountry(number.CodeTooShort, p)
	}
	national := p.National()
	if trunk := n.trunkOf(p); strings.HasPrefix(trunk, "0") {
		national = strings.TrimPrefix(national, trunk)
	}
	if whole, ok := p.Possible(national); ok {
		if known := dialplan.International(whole.Digits()); known.Acceptable() {
			return n.offer(&known)
		}
		out := n.ofCountry(number.CodeInvalidNumber, p)
		out.values = append(out.values, number.Arg{"number", whole.String()})
		out.only[0] = found{number: whole, library: *p}
		return out
	}
	if len(national) < p.ExampleLength() {
		return n.tooShort(p, written)
	}
	return n.ofCountry(number.CodeTooLong, p)
}

// trunkOf is what is dialed in front of national numbers of the country by whose rules a
// number was read, "" for nothing.
func (n *numbering) trunkOf(p *dialplan.Number) string {
	return dialplan.HomeOf(n.countryFor(p)).Trunk()
}

// tooShort is the outcome of a number that lacks digits. It says how many more an
// ordinary number of the country has, and whether they may be the area code.
func (n *numbering) tooShort(p *dialplan.Number, written string) outcome {
	out := n.ofCountry(number.CodeTooShort, p)
	if p.Failed() || out.variant == number.VariantAnywhere {
		return out
	}
	missing, area := n.missing(p, written)
	if missing <= 0 {
		return out
	}
	switch shared := out.variant == number.VariantShared; {
	case shared && area:
		out.variant = number.VariantSharedArea
	case shared:
		out.variant = number.VariantSharedLacks
	case area:
		out.variant = number.VariantArea
	default:
		out.variant = number.VariantLacks
	}
	out.values = append(out.values, number.Arg{"count", strconv.Itoa(missing)})
	return out
}

// missing is how many digits an ordinary number has more than one that is too short. They
// may be the area code if so many as there are are dialed within an area; but not behind
// a trunk prefix, which is dialed in front of area codes only.
func (n *numbering) missing(p *dialplan.Number, written string) (digits int, area bool) {
	national, trunk := p.National(), n.trunkOf(p)
	if trunk == p.Prefix() || strings.HasPrefix(trunk, "0") { // with which no area code begins
		national = strings.TrimPrefix(national, trunk)
	}
	whole := len(national) < len(written)
	return p.ExampleLength() - len(national), !whole && p.IsDialedWithinArea(len(national))
}

// ofCountry is a problem of a number that names the country by whose rules it was
// read: the row's if the country code is its own, else that of the code. Of several that
// share the code nobody said which is meant: the code stands for them.
func (n *numbering) ofCountry(code number.Code, p *dialplan.Number) outcome {
	switch region := n.countryFor(p); {
	case region == "":
		return reason(code, number.VariantAnywhere, nil)
	case region != n.region && p.IsShared():
		return reason(code, number.VariantShared, append(make(number.Args, 0, mostOfCountry), number.Arg{"country_code", p.Prefix()}))
	default:
		return reason(code, number.Usual, append(make(number.Args, 0, mostOfCountry), number.Arg{"country", region}))
	}
}

// mostOfCountry is how many values a problem of ofCountry has at most.
const mostOfCountry = 2

// countryFor is the country by whose rules a number was read: the row's if the
// country code is the same, else the main one of the code; "" if it has none.
func (n *numbering) countryFor(p *dialplan.Number) string {
	if p.Code() == 0 || p.Code() == n.home.Code() {
		return n.region
	}
	return p.Country()
}
