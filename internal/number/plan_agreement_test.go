package number

import (
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/nyaruka/phonenumbers/v2"
	"github.com/nyaruka/phonenumbers/v2/metadata"
)

// libraryAnswer is what the library itself says of a text. Where there is a plus
// sign, it is never asked with a region.
func libraryAnswer(text, region string) parsed {
	if strings.HasPrefix(text, "+") {
		region = ""
	}
	n, err := phonenumbers.ParseAndKeepRawInput(text, region)
	p := parsed{plan: plans()[n.GetCountryCode()], err: err, source: map[phonenumbers.PhoneNumber_CountryCodeSource]source{
		phonenumbers.PhoneNumber_FROM_NUMBER_WITH_IDD:          fromDialingPrefix,
		phonenumbers.PhoneNumber_FROM_NUMBER_WITHOUT_PLUS_SIGN: fromDigits,
		phonenumbers.PhoneNumber_FROM_DEFAULT_COUNTRY:          fromRegion,
	}[n.GetCountryCodeSource()]}
	if err != nil {
		return p
	}
	p.national = phonenumbers.GetNationalSignificantNumber(n)
	p.kind = phonenumbers.GetNumberType(n)
	p.belongsTo = phonenumbers.GetRegionCodeForNumber(n)
	if phonenumbers.IsValidNumber(n) != (p.kind != phonenumbers.UNKNOWN) {
		p.err = errors.New("the library contradicts itself")
	}
	return p
}

// disagreement says how our answer differs from the library's, "" if not at all.
func disagreement(text, region string, want parsed) string {
	var got parsed
	if digits, plus := strings.CutPrefix(text, "+"); plus {
		got = parseInternational(digits)
	} else {
		got = parseNational(text, region)
	}
	same := got == want
	if want.err != nil { // nobody asks for more
		same = errors.Is(got.err, want.err) && got.plan == want.plan && got.national == "" &&
			got.viaDialingPrefix() == want.viaDialingPrefix()
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

// numbersOf makes texts of one region: its example numbers with digits changed,
// and random digits of all lengths, each with a plus sign, with prefixes that
// are dialed somewhere, and as it is.
func numbersOf(region string, count int, check func(text, region string)) {
	data, _ := metadata.RegionMetadata(region)
	random := rand.New(rand.NewPCG(uint64(region[0]), uint64(region[1]))) //nolint:gosec // the same numbers each time
	code := strconv.Itoa(int(data.GetCountryCode()))
	var examples []string
	for _, desc := range (&territory{data: data}).descriptions() {
		if example := desc.GetExampleNumber(); example != "" {
			examples = append(examples, example)
		}
	}
	prefixes := []string{"", "", "0", "00", "011", code, "00" + code, data.GetNationalPrefix(), "8", "810" + code}
	digit := func() byte { return "0123456789"[random.IntN(10)] }
	for range count {
		national := []byte(examples[random.IntN(len(examples))])
		if random.IntN(3) == 0 {
			national = make([]byte, random.IntN(19))
			for i := range national {
				national[i] = digit()
			}
		}
		for range min(random.IntN(4), len(national)) {
			national[random.IntN(len(national))] = digit()
		}
		digits := prefixes[random.IntN(len(prefixes))] + string(national)
		switch random.IntN(8) {
		case 0, 1, 2, 3:
			digits = "+" + code + string(national)
		case 4: // of any country, and of none
			digits = "+" + string(digit()) + string(digit()) + string(digit()) + string(national)
		}
		if digits != "" {
			check(digits, region)
		}
	}
}

// everyRegion calls numbersOf for each region, on all cores, and says how many
// numbers that makes at most.
func everyRegion(perRegion int, check func(text, region string)) int {
	regions := slices.Sorted(maps.Keys(phonenumbers.GetSupportedRegions()))
	var group sync.WaitGroup
	for _, region := range regions {
		group.Go(func() { numbersOf(region, perRegion, check) })
	}
	group.Wait()
	return perRegion * len(regions)
}

// TestNumberingPlansStaySmall reads the plans of all country codes. Each number
// of an automaton takes less than 100 bytes.
func TestNumberingPlansStaySmall(t *testing.T) {
	t.Parallel()
	codes, states := 0, 0
	for _, plan := range plans() {
		if plan != nil {
			codes++
			states += len(plan.facts().next)
		}
	}
	if codes < 200 || states > 60_000 {
		t.Errorf("%d country codes have %d states", codes, states)
	}
}

func FuzzPlan(f *testing.F) {
	regions := slices.Sorted(maps.Keys(phonenumbers.GetSupportedRegions()))
	for _, seed := range []string{"+12125550123", "0815212345678", "00442079460020", "+", "810", "+3906698", "0111512345678"} {
		f.Add(seed, uint8(0))
	}
	f.Fuzz(func(t *testing.T, text string, region uint8) {
		digits := strings.TrimPrefix(text, "+")
		if digits == "" || !onlyDigits(digits) {
			return
		}
		home := regions[int(region)%len(regions)]
		if wrong := disagreement(text, home, libraryAnswer(text, home)); wrong != "" {
			t.Error(wrong)
		}
	})
}
