package dialplan

import (
	"maps"
	"slices"
	"strings"

	"github.com/nyaruka/phonenumbers/v2"

	"numberloader/internal/number"
)

// KnownRegion is a country (ISO 3166 alpha-2) in capitals, or "" if there is no
// numbering plan of it.
func KnownRegion(region string) string {
	region = strings.ToUpper(region)
	if CodeOf(region) == 0 {
		return ""
	}
	return region
}

// Regions are the countries of which there is a numbering plan, in order.
func Regions() []string { return slices.Sorted(maps.Keys(phonenumbers.GetSupportedRegions())) }

// CodeOf is the country code of a region, 0 if there is no plan of it.
func CodeOf(region string) int { return phonenumbers.GetCountryCodeForRegion(region) }

// TrunkPrefix are the digits dialed in front of a national number, "" if there
// are none.
func TrunkPrefix(region string) string { return phonenumbers.GetNddPrefixForRegion(region, true) }

// CountryOf is the country (ISO 3166 alpha-2) that a number belongs to, "" if
// the numbering plans do not say.
func CountryOf(n number.E164) string {
	found := International(n.Digits())
	return geographic(found.belongsTo)
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
