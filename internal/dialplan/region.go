package dialplan

import (
	"maps"
	"slices"
	"strings"

	"github.com/nyaruka/phonenumbers/v2"

	"numberloader/internal/number"
)

// Regions are the countries of which there is a numbering plan, in order.
func Regions() []string { return slices.Sorted(maps.Keys(phonenumbers.GetSupportedRegions())) }

// Home is a country as numbers are dialed there. nil is none. It never changes.
type Home struct {
	region    string
	plan      *numberingPlan
	territory int    // index into plan.territories
	trunk     string // what Trunk says
	shortest  int    // the fewest digits that CanBeValid says yes to
}

// HomeOf is a country (ISO 3166 alpha-2), nil if there is no numbering plan of it.
func HomeOf(region string) *Home {
	if h := homeOf(region); h != nil || len(region) != regionLength { // as most callers write it
		return h
	}
	return homeOf(strings.ToUpper(region))
}

// Region is the country (ISO 3166 alpha-2) in capitals, "" for none.
func (h *Home) Region() string {
	if h == nil {
		return ""
	}
	return h.region
}

// Code is its country code, 0 for none.
func (h *Home) Code() int {
	if h == nil {
		return 0
	}
	return h.plan.code
}

// Trunk are the digits dialed in front of a national number, "" if there are none.
func (h *Home) Trunk() string {
	if h == nil {
		return ""
	}
	return h.trunk
}

// CanBeValid says quickly of most digits that are too few for a valid number that they are,
// whether they are dialed in the country without a dialing prefix, or stand with its country
// code behind a plus sign.
func (h *Home) CanBeValid(digits int) bool { return h == nil || digits >= h.shortest }

// mostAhead is how many digits the rule for the trunk prefix of a territory may put in front.
func (p *numberingPlan) mostAhead(territory int) int {
	ahead, _, _ := strings.Cut(p.territories[territory].data.GetNationalPrefixTransformRule(), "$")
	return len(ahead)
}

// regionLength is how many letters the code of a region has.
const regionLength = 2

// letters is how many letters the codes of regions are made of.
const letters = 26

// homes are the regions by the two letters of their codes. They are made once.
//
//nolint:gochecknoglobals // made from the library's own global data, which never changes
var homes = lazy[[letters * letters]*Home]{make: func() *[letters * letters]*Home {
	var all [letters * letters]*Home
	for region := range phonenumbers.GetSupportedRegions() {
		plan := plans()[phonenumbers.GetCountryCodeForRegion(region)]
		at, _ := homeIndex(region)
		own := slices.IndexFunc(plan.territories, func(t territory) bool { return t.id == region })
		all[at] = &Home{
			region: region, plan: plan, trunk: phonenumbers.GetNddPrefixForRegion(region, true),
			territory: own, shortest: plan.shortest - plan.mostAhead(0) - plan.mostAhead(own),
		}
	}
	return &all
}}

// homeOf is the home of a region in capitals, nil if there is no plan of it.
func homeOf(region string) *Home {
	if at, ok := homeIndex(region); ok {
		return homes.get()[at]
	}
	return nil
}

// homeIndex is the place of a region in homes. It says false if the region is not
// two capitals.
func homeIndex(region string) (int, bool) {
	if len(region) != regionLength {
		return 0, false
	}
	first, second := int(region[0])-'A', int(region[1])-'A'
	ok := 0 <= first && first < letters && 0 <= second && second < letters
	return first*letters + second, ok
}

// CountryOf is the country (ISO 3166 alpha-2) that a number belongs to, "" if
// the numbering plans do not say.
func CountryOf(n number.E164) string {
	found := International(n.Digits())
	return found.belongsTo()
}

// Written is the form in which people write a number within its own country, such as
// (212) 555-0100.
func Written(n number.E164) string {
	found := International(n.Digits())
	return phonenumbers.Format(asLibrary(found.Code(), found.National()), phonenumbers.NATIONAL)
}

// geographic is the region if it is one, "" for the library's word for the
// world ("001").
func geographic(region string) string {
	if region == phonenumbers.REGION_CODE_FOR_NON_GEO_ENTITY {
		return ""
	}
	return region
}
