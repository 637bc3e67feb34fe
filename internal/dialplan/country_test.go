package dialplan_test

import (
	"testing"

	"numberloader/internal/dialplan"
	"numberloader/internal/number"
	"numberloader/internal/number/numbertest"
)

func TestCountryOf(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"+12125550100": "US", "+12042345678": "CA", "+4930231250": "DE", "+447624201234": "IM", "+80012345678": "",
		"+9991234567": "", "+11": "", "+491": "",
	} {
		if got := dialplan.CountryOf(numbertest.E164(text)); got != want {
			t.Errorf("CountryOf(%s) = %q, want %q", text, got, want)
		}
	}
	if got := dialplan.CountryOf(number.E164{}); got != "" {
		t.Errorf("no number belongs to %q", got)
	}
}
