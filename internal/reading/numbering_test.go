package reading

import (
	"testing"

	"numberloader/internal/number"
)

// TestDigitsAloneAreJudged holds what numbering plans say of digits, without any text
// around them.
func TestDigitsAloneAreJudged(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		region, digits string
		plus           bool
		number         string
		problem        number.Code
		remarks        remarks
	}{
		{region: "US", digits: "9136748200", number: "+19136748200", remarks: countryAdded},
		{region: "US", digits: "01149301234567", number: "+49301234567", problem: number.CodeOtherCountry, remarks: dialingPrefix},
		{region: "DE", digits: "0301234567", number: "+49301234567", remarks: countryAdded},
		{region: "DE", digits: "49301234567", plus: true, number: "+49301234567"},
		{region: "CA", digits: "12125550100", plus: true, number: "+12125550100", remarks: countryDiffers},
		{region: "", digits: "9136748200", problem: number.CodeNoCountry},
		{region: "US", digits: "913674820", problem: number.CodeTooShort},
		{region: "US", digits: "911", problem: number.CodeShortCode},
		{region: "US", digits: "999123456789", plus: true, problem: number.CodeNoSuchCountry},
		{region: "RU", digits: "88002000600", plus: true, problem: number.CodeAmbiguousPrefix},
		{region: "DE", digits: "9001234567", problem: number.CodePremiumRate},
	} {
		plans := newNumbering(Context{Region: c.region})
		out := plans.national
		if c.plus {
			out = plans.international
		}
		got := plans.checkAll(out(c.digits))
		if got.problem != c.problem {
			t.Errorf("%s in %q: the problem is %q", c.digits, c.region, got.problem)
		}
		if c.number == "" {
			continue
		}
		if len(got.numbers) != 1 {
			t.Errorf("%s in %q: %d numbers", c.digits, c.region, len(got.numbers))
			continue
		}
		if n := &got.numbers[0]; n.number.String() != c.number || n.remarks != c.remarks {
			t.Errorf("%s in %q: got %v with the remarks %b", c.digits, c.region, n.number, n.remarks)
		}
	}
}
