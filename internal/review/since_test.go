package review

import (
	"slices"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"numberloader/internal/number"
	"numberloader/internal/number/numbertest"
)

func TestWhatWasFoundOutStaysUntilItIsAskedAgain(t *testing.T) {
	t.Parallel()
	n := numbertest.E164
	silent, better, worse, first := n("+19135550100"), n("+19135550101"), n("+19135550102"), n("+19135550103")
	elder, other := n("+18005550100"), n("+18005550101")
	earlier := Known{
		Locations:   []number.Location{{ID: "kc", PSTN: number.PSTNNone}, {ID: "aus", PSTN: number.PSTNCisco}},
		Existing:    map[number.E164]number.Held{silent: {Location: number.Location{ID: "kc"}}},
		Unavailable: map[number.E164]number.Variant{silent: number.VariantInUse, better: number.VariantInUse},
		TollFree:    Numbers{other, better, worse},
		NotTollFree: Numbers{elder},
		Notes:       []string{"Something was not asked."},
	}
	later := Known{
		Locations:   []number.Location{{ID: "kc"}, {ID: "aus", PSTN: number.PSTNLocalGateway}, {ID: "new"}},
		Existing:    map[number.E164]number.Held{},
		Unavailable: map[number.E164]number.Variant{worse: number.VariantInUse, first: number.VariantInUse},
		TollFree:    Numbers{elder},
		NotTollFree: Numbers{better},
	}
	want := Known{
		Locations:   []number.Location{{ID: "kc", PSTN: number.PSTNNone}, {ID: "aus", PSTN: number.PSTNLocalGateway}, {ID: "new"}},
		Existing:    map[number.E164]number.Held{},
		Unavailable: map[number.E164]number.Variant{silent: number.VariantInUse, worse: number.VariantInUse, first: number.VariantInUse},
		TollFree:    Numbers{elder, other},
		NotTollFree: Numbers{better},
	}
	if diff := cmp.Diff(want, later.Since(earlier), cmp.Comparer(func(a, b number.E164) bool { return a == b })); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(later, later.Since(Known{}), cmp.Comparer(func(a, b number.E164) bool { return a == b })); diff != "" {
		t.Error(diff)
	}
	if len(earlier.Unavailable) != 2 || len(earlier.TollFree) != 3 || len(later.TollFree) != 1 || later.Locations[0].PSTN != number.PSTNNotAsked {
		t.Error("what was known was changed")
	}
}

func TestNumbersAreFoundWhateverTheirOrder(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		digits := rapid.SliceOf(rapid.IntRange(10, 40)).Draw(t, "numbers")
		var all []number.E164
		for _, n := range digits {
			all = append(all, numbertest.E164("+"+strconv.Itoa(n)))
		}
		numbers := NumbersOf(all)
		for n := 10; n <= 40; n++ {
			if has := numbers.Has(numbertest.E164("+" + strconv.Itoa(n))); has != slices.Contains(digits, n) {
				t.Fatalf("%d is among %v: %t", n, digits, has)
			}
		}
	})
}
