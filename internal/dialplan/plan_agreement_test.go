package dialplan

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/nyaruka/phonenumbers/v2"

	"numberloader/internal/dialplan/dialplantest"
)

// failures are ours for the errors of the library.
func failures() map[error]failure {
	return map[error]failure{
		nil: none, phonenumbers.ErrNotANumber: noNumber, phonenumbers.ErrInvalidCountryCode: noCountry, phonenumbers.ErrTooShortNSN: tooShort,
		phonenumbers.ErrTooShortAfterIDD: tooShortBehindPrefix, phonenumbers.ErrNumTooLong: tooLong,
	}
}

// libraryAnswer is what the library itself says of a text. Where there is a plus
// sign, it is never asked with a region.
func libraryAnswer(text, region string) Number {
	if strings.HasPrefix(text, "+") {
		region = ""
	}
	n, err := phonenumbers.ParseAndKeepRawInput(text, region)
	failed, ok := failures()[err]
	if !ok {
		panic(err)
	}
	p := Number{plan: plans()[n.GetCountryCode()], failure: failed, source: map[phonenumbers.PhoneNumber_CountryCodeSource]source{
		phonenumbers.PhoneNumber_FROM_NUMBER_WITH_IDD:          fromDialingPrefix,
		phonenumbers.PhoneNumber_FROM_NUMBER_WITHOUT_PLUS_SIGN: fromDigits,
		phonenumbers.PhoneNumber_FROM_DEFAULT_COUNTRY:          fromRegion,
	}[n.GetCountryCodeSource()]}
	if err != nil {
		return p
	}
	p.national = phonenumbers.GetNationalSignificantNumber(n)
	p.value = n.GetNationalNumber()
	p.kind = kind(phonenumbers.GetNumberType(n)) //nolint:gosec // one of a dozen
	region = phonenumbers.GetRegionCodeForNumber(n)
	p.territory = int8(slices.IndexFunc(p.plan.territories, func(t territory) bool { return t.id == region })) //nolint:gosec // few territories share a code
	if phonenumbers.IsValidNumber(n) != (p.kind != unknown) {
		panic("the library contradicts itself")
	}
	return p
}

// disagreement says how our answer differs from the library's, "" if not at all.
func disagreement(text, region string, want Number) string {
	var got Number
	if digits, plus := strings.CutPrefix(text, "+"); plus {
		got = International(digits)
	} else {
		got = HomeOf(region).National(text)
	}
	same := got == want
	if want.Failed() { // nobody asks for more
		same = got.failure == want.failure && got.plan == want.plan && got.national == "" &&
			got.ViaDialingPrefix() == want.ViaDialingPrefix()
	}
	if same {
		return ""
	}
	return fmt.Sprintf("%s in %q: got %s %+v, want %s %+v", text, region, got.plan.name(), got, want.plan.name(), want)
}

func (p *numberingPlan) name() string {
	if p == nil {
		return "no plan"
	}
	return "+" + p.prefix
}

// TestNumberingPlansStaySmall builds all states of the automatons of all country codes,
// which no list ever meets. Each takes less than a kilobyte.
func TestNumberingPlansStaySmall(t *testing.T) {
	t.Parallel()
	codes, states := 0, 0
	for _, plan := range plans() {
		if plan != nil {
			codes++
			states += countStates(plan.compile())
		}
	}
	if codes < 200 || states > 60_000 {
		t.Errorf("%d country codes have %d states", codes, states)
	}
}

// countStates builds and counts all states.
func countStates(a *automaton[facts]) int {
	all := []*state[facts]{a.first}
	seen := map[*state[facts]]bool{a.first: true}
	for i := 0; i < len(all); i++ {
		for digit := range byte(10) {
			if next := a.step(all[i], digit); !seen[next] {
				seen[next] = true
				all = append(all, next)
			}
		}
	}
	return len(all)
}

// BenchmarkFirstNumber is what a program pays for the first number of a country.
func BenchmarkFirstNumber(b *testing.B) {
	for _, digits := range []string{"12125550123", "4930231250", "442079460020"} {
		plan, national := planOf(digits)
		b.Run("+"+plan.prefix, func(b *testing.B) {
			for b.Loop() {
				plan.compile().after(national)
			}
		})
	}
}

// BenchmarkNumber is what each further one costs.
func BenchmarkNumber(b *testing.B) {
	for b.Loop() {
		International("12125550123")
	}
}

func FuzzPlan(f *testing.F) {
	regions := slices.Sorted(maps.Keys(phonenumbers.GetSupportedRegions()))
	for _, seed := range []string{"+12125550123", "0815212345678", "00442079460020", "+", "810", "+3906698", "0111512345678"} {
		f.Add(seed, uint8(0))
	}
	f.Fuzz(func(t *testing.T, text string, region uint8) {
		digits := strings.TrimPrefix(text, "+")
		if digits == "" || strings.Trim(digits, "0123456789") != "" {
			return
		}
		home := regions[int(region)%len(regions)]
		if wrong := disagreement(text, home, libraryAnswer(text, home)); wrong != "" {
			t.Error(wrong)
		}
	})
}

// TestNumberAnswersAsTheLibrary holds that digits are read as the library reads
// them, digit for digit.
func TestNumberAnswersAsTheLibrary(t *testing.T) {
	t.Parallel()
	all := dialplantest.EveryRegion(dialplantest.PerRegion, func(text, region string) {
		want := libraryAnswer(text, region)
		if wrong := disagreement(text, region, want); wrong != "" {
			t.Error(wrong)
		}
		if strings.HasPrefix(text, "+") && want.Valid() && !want.IsTooLong() && CountryOf(want.E164()) != want.belongsTo() {
			t.Errorf("%s: the library says it belongs to %s", text, want.belongsTo())
		}
		if n := want.E164(); !n.IsZero() && strings.Trim(want.national, "0") != "" {
			reason := phonenumbers.IsPossibleNumberForTypeWithReason(asLibrary(want.Code(), want.national), phonenumbers.FIXED_LINE_OR_MOBILE)
			if got, possible := want.Possible(want.national); got != n || possible != (reason == phonenumbers.IS_POSSIBLE) {
				t.Errorf("%s: %v is possible: %v", text, got, possible)
			}
		}
	})
	if all < 240*dialplantest.PerRegion {
		t.Errorf("only %d numbers", all)
	}
}

func TestTypesAreThoseThatTheRulesTellApart(t *testing.T) {
	t.Parallel()
	for digits, want := range map[string]Type{
		"12125550100": TypeFixedLineOrMobile, "4930231250": TypeFixedLine, "4915123456789": TypeMobile,
		"18005550100": TypeTollFree, "19002530000": TypePremiumRate, "80012345678": TypeTollFree,
		"447012345678": TypeSpecial, "11": TypeUnknown, "1": TypeUnknown, "12125550": TypeUnknown,
	} {
		n := International(digits)
		if got := n.Type(); got != want {
			t.Errorf("%s: got %v, want %v", digits, got, want)
		}
	}
}
