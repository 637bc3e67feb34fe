package phrase

import (
	"strings"
	"testing"

	"numberloader/internal/number"
)

func TestTypesHaveLabels(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ got, want string }{
		{Kind(number.KindUnset), ""},
		{Kind(number.KindDID), "DID"},
		{Kind(number.KindTollFree), "Toll-free"},
		{Kind(number.KindMobile), "Mobile"},
		{Usage(number.UsageUnset), ""},
		{Usage(number.UsageNone), "Standard"},
		{Usage(number.UsageService), "Service"},
		{State(number.StateUnset), ""},
		{State(number.StateActive), "Active"},
		{State(number.StateInactive), "Inactive"},
		{PSTN(number.PSTNNotAsked), "Not asked yet"},
		{PSTN(number.PSTNNone), "No PSTN connection"},
		{PSTN(number.PSTNUnknown), "Not known"},
		{PSTN(number.PSTNLocalGateway), "Local gateway"},
		{PSTN(number.PSTNNonIntegrated), "Non-integrated carrier"},
		{PSTN(number.PSTNIntegrated), "Integrated carrier"},
		{PSTN(number.PSTNCisco), "Cisco Calling Plans"},
		{KindInside(number.KindUnset), ""},
		{KindInside(number.KindDID), "DID"},
		{KindInside(number.KindTollFree), "toll-free"},
		{KindInside(number.KindMobile), "mobile"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

func TestEveryFieldHasItsNames(t *testing.T) {
	t.Parallel()
	for _, field := range number.AllFields() {
		if alone, inside := Field(field), FieldInside(field); strings.Contains(alone, ".") || !strings.EqualFold(alone, inside) {
			t.Errorf("field %d is %q alone and %q in a sentence", field, alone, inside)
		}
	}
}
