package dialplan_test

import (
	"strings"
	"testing"

	"github.com/nyaruka/phonenumbers/v2"

	"numberloader/internal/dialplan"
	"numberloader/internal/number"
)

func TestCountryNameStandsInASentence(t *testing.T) {
	t.Parallel()
	names := map[string]string{
		"US": "the United States", "DE": "Germany", "GB": "the United Kingdom", "NL": "the Netherlands",
		"AE": "the United Arab Emirates", "DO": "the Dominican Republic", "KY": "the Cayman Islands",
		"HK": "Hong Kong", "IM": "the Isle of Man", "CZ": "Czechia", "": "", "??": "??",
	}
	for code, want := range names {
		if got := dialplan.CountryName(code); got != want {
			t.Errorf("CountryName(%q) = %q, want %q", code, got, want)
		}
	}
	for region := range phonenumbers.GetSupportedRegions() {
		if name := dialplan.CountryName(region); name == region || strings.Contains(name, "SAR") {
			t.Errorf("CountryName(%q) = %q", region, name)
		}
	}
}

func TestCountryOf(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"+12125550100": "US", "+12042345678": "CA", "+4930231250": "DE", "+447624201234": "IM", "+80012345678": "",
		"+9991234567": "", "+11": "", "+491": "",
	} {
		n, err := number.ParseE164(text)
		if err != nil {
			t.Fatal(err)
		}
		if got := dialplan.CountryOf(n); got != want {
			t.Errorf("CountryOf(%s) = %q, want %q", text, got, want)
		}
	}
	if got := dialplan.CountryOf(number.E164{}); got != "" {
		t.Errorf("no number belongs to %q", got)
	}
}
