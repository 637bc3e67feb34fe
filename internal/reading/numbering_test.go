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
		remarks        number.Remarks
	}{
		{region: "US", digits: "9136748200", number: "+19136748200", remarks: number.RemarkCountryAdded},
		{region: "US", digits: "01149301234567", number: "+49301234567", problem: number.CodeOtherCountry, remarks: number.RemarkDialingPrefix},
		{region: "DE", digits: "0301234567", number: "+49301234567", remarks: number.RemarkCountryAdded},
		{region: "DE", digits: "49301234567", plus: true, number: "+49301234567"},
		{region: "CA", digits: "12125550100", plus: true, number: "+12125550100", remarks: number.RemarkCountryDiffers},
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
		if n := &got.only[0]; n.number.String() != c.number || n.remarks != c.remarks {
			t.Errorf("%s in %q: got %v with the remarks %b", c.digits, c.region, n.number, n.remarks)
		}
	}
}

// TestNoCountryIsNamedThatNobodySaid has numbers whose code several countries share,
// beside such as have it for themselves.
func TestNoCountryIsNamedThatNobodySaid(t *testing.T) {
	t.Parallel()
	code := func(code string) number.Args { return number.Args{{"country_code", code}} }
	country := func(region string) number.Args { return number.Args{{"country", region}} }
	for _, c := range []struct {
		region, digits string
		problem        number.Code
		variant        number.Variant
		names          number.Args
	}{
		{"", "15551000001", number.CodeInvalidNumber, number.VariantShared, code("1")},
		{"DE", "15551000001", number.CodeInvalidNumber, number.VariantShared, code("1")},
		{"AG", "15551000001", number.CodeInvalidNumber, number.Usual, country("AG")},
		{"", "1212555010", number.CodeTooShort, number.VariantSharedLacks, code("1")},
		{"", "121255501234", number.CodeTooLong, number.VariantShared, code("1")},
		{"US", "121255501234", number.CodeTooLong, number.Usual, country("US")},
		{"", "44207946", number.CodeTooShort, number.VariantSharedArea, code("44")},
		{"US", "33142685", number.CodeTooShort, number.VariantLacks, country("FR")},
		{"", "1212", number.CodeTooShort, number.VariantSharedLacks, code("1")},
	} {
		plans := newNumbering(Context{Region: c.region})
		got := plans.international(c.digits)
		if got.problem != c.problem || got.variant != c.variant || len(got.values) == 0 || got.values[0] != c.names[0] {
			t.Errorf("+%s in %q: %q, %q, %v", c.digits, c.region, got.problem, got.variant, got.values)
		}
	}
}
