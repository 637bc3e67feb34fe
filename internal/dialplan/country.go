package dialplan

import (
	"strings"
	"sync"

	"github.com/nyaruka/phonenumbers/v2"
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// CountryName is the English name of a country (ISO 3166 alpha-2) as it stands
// in a sentence: "the United States", "Germany". Codes that name no country are
// returned as they are.
func CountryName(code string) string {
	if name, ok := knownNames()[code]; ok {
		return name
	}
	return nameOf(code)
}

// knownNames are the names of all countries that the library knows. They are
// made once, because making one takes longer than reading a number.
//
//nolint:gochecknoglobals // made from constant data, never written
var knownNames = sync.OnceValue(func() map[string]string {
	names := map[string]string{}
	for region := range phonenumbers.GetSupportedRegions() {
		names[region] = nameOf(region)
	}
	return names
})

// nameOf is CountryName for a code that was not asked for before.
func nameOf(code string) string {
	if name, ok := countryNames[code]; ok {
		return name
	}
	region, err := language.ParseRegion(code)
	if err != nil {
		return code
	}
	name := display.English.Regions().Name(region)
	if name == "" {
		return code
	}
	if takesArticle(name) {
		return "the " + name
	}
	return name
}

// takesArticle says that "the" stands before the name of a country.
func takesArticle(name string) bool {
	for _, ending := range []string{"Islands", "Republic", "Territories", "Territory", "Netherlands"} {
		if strings.HasSuffix(name, ending) {
			return true
		}
	}
	return strings.HasPrefix(name, "United ")
}

// countryNames are the names that differ from those of the language data.
//
//nolint:gochecknoglobals // a constant table, never written
var countryNames = map[string]string{
	"BS": "the Bahamas",
	"CD": "the Democratic Republic of the Congo",
	"CG": "the Republic of the Congo",
	"GM": "the Gambia",
	"HK": "Hong Kong",
	"IM": "the Isle of Man",
	"KM": "the Comoros",
	"MK": "North Macedonia",
	"MM": "Myanmar",
	"MO": "Macao",
	"MV": "the Maldives",
	"PH": "the Philippines",
	"SC": "the Seychelles",
	"SZ": "Eswatini",
	"UM": "the U.S. Outlying Islands",
}
