// Package dialplan knows the numbering plans of all countries: what digits mean
// with and without a country code, which countries they belong to and what kind
// of number they are. It is the only package that touches the phone number
// library, and hands it digits and a plus sign only, so that the library's
// tolerance never decides anything (docs/number-rules.md, 1). Everything in it
// may be called from any goroutine.
package dialplan

import (
	"strconv"
	"sync"

	"github.com/nyaruka/phonenumbers/v2"
	"github.com/nyaruka/phonenumbers/v2/metadata"

	"numberloader/internal/number"
)

// maxNational is the most digits of a national number that the library reads.
const maxNational = 17

// numberingPlan is what the library knows of the numbers of one country code,
// in a form that answers with one step for each digit. Its answers are the
// library's own, because they are made from the same data
// (TestReadAnswersAsTheLibrary). It never changes once it is made, and may be
// used from any goroutine.
type numberingPlan struct {
	code        int
	prefix      string      // the code as it stands in front of a national number
	territories []territory // the main one first
	shortest    int         // the fewest digits of a national number
	automaton   lazy[automaton[facts]]
	counts      lazy[[number.MaxDigits]count] // by how many digits a number has
	// exampleLength is how many digits the library's example of a national
	// number has.
	exampleLength func() int
}

// territory is one of the countries that share a country code.
type territory struct {
	id   string // ISO 3166 alpha-2, or "001"
	data *phonenumbers.PhoneMetadata
	// dialingPrefix is the international prefix, trunkPrefix what may be dialed
	// in front of a national number. They match at the start of digits.
	dialingPrefix, trunkPrefix prefix
	// lengths say of each number of digits, up to maxNational+1, whether national numbers
	// have so many.
	lengths [maxNational + 2]phonenumbers.ValidationResult
}

// allPlans are the numbering plans by country code. They are made once.
//
//nolint:gochecknoglobals // made from the library's own global data, which never changes
var allPlans = lazy[[1000]*numberingPlan]{make: func() *[1000]*numberingPlan {
	var all [1000]*numberingPlan
	for code, regions := range metadata.CountryCodeToRegion() {
		all[code] = newNumberingPlan(code, regions)
	}
	return &all
}}

func plans() *[1000]*numberingPlan { return allPlans.get() }

func newNumberingPlan(code int, regions []string) *numberingPlan {
	plan := &numberingPlan{code: code, prefix: strconv.Itoa(code), shortest: maxNational}
	for _, region := range regions {
		data, ok := metadata.RegionMetadata(region)
		if !ok {
			data, _ = metadata.NonGeoMetadata(code)
		}
		t := territory{
			id: region, data: data,
			dialingPrefix: newPrefix(data.GetInternationalPrefix(), ""),
			trunkPrefix:   newPrefix(data.GetNationalPrefixForParsing(), data.GetNationalPrefixTransformRule()),
		}
		t.setLengths()
		for _, digits := range data.GetGeneralDesc().GetPossibleLength() {
			plan.shortest = min(plan.shortest, int(digits))
		}
		plan.territories = append(plan.territories, t)
	}
	plan.automaton.make, plan.counts.make = plan.compile, plan.makeCounts
	plan.exampleLength = sync.OnceValue(func() int {
		example := phonenumbers.GetExampleNumber(regions[0])
		return len(phonenumbers.GetNationalSignificantNumber(example))
	})
	return plan
}

// planOf is the numbering plan whose country code digits begin with, nil if
// there is none. Rest are the digits behind the code.
func planOf(digits string) (plan *numberingPlan, rest string) {
	if digits == "" || digits[0] == '0' {
		return nil, ""
	}
	all, code := plans(), 0
	for i := range min(len(digits), 3) {
		code = code*10 + int(digits[i]-'0')
		if plan = all[code]; plan != nil {
			return plan, digits[i+1:]
		}
	}
	return nil, ""
}

// nationalFacts are what is known of the digits of a national number.
type nationalFacts struct {
	*facts
	value uint64 // the digits as a number
}

// of are the facts of a national number.
func (p *numberingPlan) of(national string) nationalFacts {
	facts, value := p.automaton.get().after(national)
	return nationalFacts{facts, value}
}

// country is the country that the code belongs to, the main one if it is
// shared; "" for codes such as 800 or 883, which are assigned to services.
func (p *numberingPlan) country() string { return geographic(p.territories[0].id) }
