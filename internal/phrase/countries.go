package phrase

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// Country is the name of a country (ISO 3166 alpha-2) as it stands in a sentence:
// "the United States", "Germany". A code that names no country is returned as it
// is.
func Country(code string) string {
	if known, ok := countryNames.Load(code); ok {
		return known.(string) //nolint:forcetypeassert // nothing else is stored
	}
	region, err := language.ParseRegion(code)
	if err != nil {
		return code
	}
	name := code
	if said, ok := english().find("countries." + code); ok {
		name = said.fill(pairs(nil))
	} else if known := display.Regions(language.English).Name(region); known != "" {
		name = known
	}
	countryNames.Store(code, name)
	return name
}

// CountryLabel is the name of a country as it stands alone: "United States".
func CountryLabel(code string) string {
	return strings.TrimPrefix(Country(code), Text("countries.article"))
}

// CountryName is a country by its code (ISO 3166 alpha-2) and its name alone.
type CountryName struct{ Code, Label string }

// Countries are the countries of the codes (ISO 3166 alpha-2), in the order of their
// names.
func Countries(codes []string) []CountryName {
	all := make([]CountryName, len(codes))
	for i, code := range codes {
		all[i] = CountryName{code, CountryLabel(code)}
	}
	slices.SortFunc(all, func(a, b CountryName) int { return cmp.Compare(a.Label, b.Label) })
	return all
}

// countryNames are the names by code that were asked for before, since finding
// one takes longer than reading a number.
//
//nolint:gochecknoglobals // made from constant data
var countryNames sync.Map
