package dialplan

import (
	"strconv"
	"strings"
	"sync"

	"github.com/nyaruka/phonenumbers/v2"
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"numberloader/internal/number"
)

// CountryNamed is the country (ISO 3166 alpha-2) that a text means: its name in
// one of the languages of docs/number-rules.md, 8, its code of two or three
// letters, or its calling code with or without + and 00. It says false if the
// text means none. It may be called from any goroutine.
func CountryNamed(text string) (string, bool) {
	text = strings.TrimSpace(text)
	if region := namedCountries()[number.Fold(text)]; region != "" {
		return region, true
	}
	digits := strings.TrimPrefix(strings.TrimPrefix(text, "+"), "00")
	code, err := strconv.Atoi(digits)
	if err != nil || code <= 0 {
		return "", false
	}
	region := HomeOf(phonenumbers.GetRegionCodeForCountryCode(code)).Region()
	return region, region != ""
}

// otherNames are names that people write and no list of names has.
//
//nolint:gochecknoglobals // a constant table, never written
var otherNames = map[string]string{
	"GB": "uk, gbr, great britain, england, scotland, wales, britain, gran bretaña, großbritannien, grande bretagne, 英国",
	"US": "usa, u.s., u.s.a., united states of america, america, eeuu, ee.uu., vereinigte staaten von amerika, états unis d'amérique, アメリカ, 米国",
	"KR": "korea, south korea, südkorea", "RU": "russia", "CZ": "czech republic, tschechische republik", "NL": "holland, the netherlands",
	"AE": "uae", "TW": "taiwan r.o.c.", "CN": "prc, mainland china", "VN": "vietnam", "TR": "turkey", "CI": "ivory coast",
	"MK": "north macedonia", "SZ": "eswatini",
}

// namedIn are the languages in which headers are known, so that a list whose headers
// are has its countries understood as well.
//
//nolint:gochecknoglobals // a constant table, never written
var namedIn = []*display.Dictionary{
	display.English, display.German, display.Spanish, display.French, display.Italian, display.Portuguese, display.Japanese,
	display.Dutch, display.Swedish, display.Danish, display.Norwegian, display.Finnish, display.Polish, display.Czech,
	display.Hungarian, display.SimplifiedChinese, display.TraditionalChinese, display.Korean, display.Russian, display.Greek,
	display.Hebrew, display.Turkish,
}

// namedCountries are the countries by the folded names and codes of them, "" by what two
// countries are called, as 刚果 is. They are made once, when a list is first found to have
// a column of countries.
//
//nolint:gochecknoglobals // made from constant data, never written
var namedCountries = sync.OnceValue(func() map[string]string {
	namers := make([]display.Namer, len(namedIn))
	for i, in := range namedIn {
		namers[i] = in.Regions()
	}
	names := map[string]string{}
	for region := range phonenumbers.GetSupportedRegions() {
		names[number.Fold(region)] = region
		known, err := language.ParseRegion(region)
		if err != nil {
			continue
		}
		names[number.Fold(known.ISO3())] = region
		for _, namer := range namers {
			name := number.Fold(namer.Name(known))
			if other, ok := names[name]; ok && other != region {
				names[name] = ""
				continue
			}
			names[name] = region
		}
	}
	for region, list := range otherNames {
		for name := range strings.SplitSeq(list, ", ") {
			names[number.Fold(name)] = region
		}
	}
	return names
})
