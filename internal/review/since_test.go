package review

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"numberloader/internal/number"
	"numberloader/internal/number/numbertest"
)

func TestWhatWasFoundOutStaysUntilItIsAskedAgain(t *testing.T) {
	t.Parallel()
	n := numbertest.E164
	silent, better, worse, first := n("+19135550100"), n("+19135550101"), n("+19135550102"), n("+19135550103")
	earlier := Known{
		Locations:   []number.Location{{ID: "kc", PSTN: number.PSTNNone}, {ID: "aus", PSTN: number.PSTNCisco}},
		Existing:    map[number.E164]number.Held{silent: {Location: number.Location{ID: "kc"}}},
		Unavailable: map[number.E164]number.Variant{silent: number.VariantInUse, better: number.VariantInUse},
		TollFree:    map[number.E164]bool{worse: true},
		Notes:       []string{"Something was not asked."},
	}
	later := Known{
		Locations:   []number.Location{{ID: "kc"}, {ID: "aus", PSTN: number.PSTNLocalGateway}, {ID: "new"}},
		Existing:    map[number.E164]number.Held{},
		Unavailable: map[number.E164]number.Variant{worse: number.VariantInUse, first: number.VariantInUse},
		TollFree:    map[number.E164]bool{better: false},
	}
	want := Known{
		Locations:   []number.Location{{ID: "kc", PSTN: number.PSTNNone}, {ID: "aus", PSTN: number.PSTNLocalGateway}, {ID: "new"}},
		Existing:    map[number.E164]number.Held{},
		Unavailable: map[number.E164]number.Variant{silent: number.VariantInUse, worse: number.VariantInUse, first: number.VariantInUse},
		TollFree:    map[number.E164]bool{better: false},
	}
	if diff := cmp.Diff(want, later.Since(earlier), cmp.Comparer(func(a, b number.E164) bool { return a == b })); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(later, later.Since(Known{}), cmp.Comparer(func(a, b number.E164) bool { return a == b })); diff != "" {
		t.Error(diff)
	}
	if len(earlier.Unavailable) != 2 || later.Locations[0].PSTN != number.PSTNNotAsked {
		t.Error("what was known was changed")
	}
}
