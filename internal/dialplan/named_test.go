package dialplan

import (
	"testing"

	"golang.org/x/text/language"

	"numberloader/internal/number"
)

// TestCountriesAreKnownByTheirNamesInTheLanguagesOfHeaders has a country as each language
// calls it, and as people do besides.
func TestCountriesAreKnownByTheirNamesInTheLanguagesOfHeaders(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Germany": "DE", " deutschland ": "DE", "Alemania": "DE", "Allemagne": "DE", "Germania": "DE", "Alemanha": "DE", "ドイツ": "DE",
		"Duitsland": "DE", "Tyskland": "DE", "Saksa": "DE", "Niemcy": "DE", "Německo": "DE", "Németország": "DE", "德国": "DE", "德國": "DE",
		"독일": "DE", "Германия": "DE", "Γερμανία": "DE", "גרמניה": "DE", "Almanya": "DE",
		"Česko": "CZ", "Tschechien": "CZ", "Magyarország": "HU", "Türkiye": "TR", "Ελλάδα": "GR", "ישראל": "IL", "대한민국": "KR",
		"UK": "GB", "North Macedonia": "MK", "USA": "US", "FRA": "FR", "jp": "JP", "+49": "DE", "0044": "GB", "1": "US",
		"Congo": "", "刚果": "", "Saint-Martin": "", "Atlantis": "", "": "", "+999": "", "0": "",
	} {
		if got, ok := CountryNamed(text); got != want || ok != (want != "") {
			t.Errorf("%q is %q, %v", text, got, ok)
		}
	}
}

// TestANameOfACountryMeansNoOther goes through all names: each is understood as its own
// country, or as none where two have it.
func TestANameOfACountryMeansNoOther(t *testing.T) {
	t.Parallel()
	for _, region := range Regions() {
		known, err := language.ParseRegion(region)
		if err != nil {
			continue
		}
		for i, in := range namedIn {
			name := in.Regions().Name(known)
			if got, ok := CountryNamed(name); ok && got != region || !ok && namedCountries()[number.Fold(name)] != "" {
				t.Errorf("%q of language %d is %q, not %q", name, i, got, region)
			}
		}
	}
}
