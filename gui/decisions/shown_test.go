package decisions

import (
	"slices"
	"testing"

	"numberloader/internal/review"
)

func TestWhatWasShownStaysAsItWasShown(t *testing.T) {
	t.Parallel()
	b := ready(t)
	before := b.Show()
	if got := (Shown{}).Unshown(before); len(got) != 2 {
		t.Errorf("nothing was shown, and %q were", got)
	}
	mobile := "Mobile"
	b.decideOne(0, review.Decision{Type: &mobile})
	now := b.Show()
	if got := before.Unshown(now); got != nil {
		t.Errorf("%q were not shown, though only a type is another", got)
	}
	if got := before.Changed(now); len(got) != 1 {
		t.Errorf("%q go otherwise", got)
	}
	b.decideOne(0, review.Decision{LeftOut: true})
	now = b.Show()
	if got := before.Unshown(now); got != nil {
		t.Errorf("%q were not shown, though one only stays behind", got)
	}
	if got := before.Changed(now); len(got) != 1 {
		t.Errorf("%q go otherwise", got)
	}
	text := "+19135550111, +19135550112"
	b.decideOne(2, review.Decision{Text: &text})
	if got := before.Unshown(b.Show()); len(got) != 2 || !slices.Equal(got[:1], got[1:]) {
		t.Errorf("%q of one cell were not shown", got)
	}
}
