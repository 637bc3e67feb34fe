package frame_test

import (
	"testing"

	"numberloader/gui/frame"
)

func TestAScreenIsMadeOnceAndOnlyWhenItIsAskedFor(t *testing.T) {
	t.Parallel()
	made, seen := 0, 0
	screen := frame.NewLater(func() int {
		made++
		return 7
	})
	look := func(got int) { seen += got }
	if screen.IfMade(look); made != 0 || seen != 0 {
		t.Errorf("made %d times before anybody asked", made)
	}
	if got := screen.Get() + screen.Get(); got != 14 || made != 1 {
		t.Errorf("got %d, made %d times", got, made)
	}
	if screen.IfMade(look); seen != 7 {
		t.Errorf("saw %d", seen)
	}
}
