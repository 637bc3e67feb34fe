package dialplan

import (
	"strings"
	"testing"

	"numberloader/internal/dialplan/dialplantest"
)

// TestTooFewDigitsAreNoNumber holds that no valid number is told to be too short, whether
// it is dialed or has its country code.
func TestTooFewDigitsAreNoNumber(t *testing.T) {
	t.Parallel()
	dialplantest.EveryRegion(dialplantest.PerRegion, func(text, region string) {
		digits, plus := strings.CutPrefix(text, "+")
		home := HomeOf(region)
		for end := 1; end <= len(digits); end++ {
			p := home.National(digits[:end])
			if plus {
				p = International(digits[:end])
			}
			if p.Valid() && !p.ViaDialingPrefix() && p.Code() == home.Code() && !home.CanBeValid(end) {
				t.Errorf("%s in %s is valid with %d digits", text, region, end)
			}
		}
	})
	if us := HomeOf("US"); us.CanBeValid(6) || !us.CanBeValid(10) {
		t.Error("six digits are a number of the United States, or ten are none")
	}
}
