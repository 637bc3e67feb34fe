// Package dialplantest makes phone numbers of all regions, for the tests of
// dialplan and of what stands on it.
package dialplantest

import (
	"maps"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"sync"

	"github.com/nyaruka/phonenumbers/v2"
	"github.com/nyaruka/phonenumbers/v2/metadata"
)

// numbersOf makes texts of one region: its example numbers with digits changed,
// and random digits of all lengths, each with a plus sign, with prefixes that
// are dialed somewhere, and as it is.
func numbersOf(region string, count int, check func(text, region string)) {
	data, _ := metadata.RegionMetadata(region)
	random := rand.New(rand.NewPCG(uint64(region[0]), uint64(region[1]))) //nolint:gosec // the same numbers each time
	code := strconv.Itoa(int(data.GetCountryCode()))
	var examples []string
	for _, desc := range []*phonenumbers.PhoneNumberDesc{
		data.GetGeneralDesc(), data.GetFixedLine(), data.GetMobile(), data.GetTollFree(), data.GetPremiumRate(),
		data.GetSharedCost(), data.GetVoip(), data.GetPersonalNumber(), data.GetPager(), data.GetUan(), data.GetVoicemail(),
	} {
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

// timesVariable has how many times as many numbers are made: with 10 they are over a
// million.
const timesVariable = "NUMBERLOADER_NUMBERS"

// EveryRegion calls numbersOf for each region, on all cores, and says how many
// numbers that makes at most.
func EveryRegion(perRegion int, check func(text, region string)) int {
	if times, err := strconv.Atoi(os.Getenv(timesVariable)); err == nil {
		perRegion *= times
	}
	regions := slices.Sorted(maps.Keys(phonenumbers.GetSupportedRegions()))
	var group sync.WaitGroup
	for _, region := range regions {
		group.Go(func() { numbersOf(region, perRegion, check) })
	}
	group.Wait()
	return perRegion * len(regions)
}
