package layout_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"numberloader/gui/layout"
	"numberloader/gui/stage"
)

func TestWhatStandsAboveGivesWayToWhatItStandsAbove(t *testing.T) {
	for _, c := range []struct{ tall, top, center, bottom float32 }{
		{600, 200, 360, 40}, // everything has room
		{300, 200, 100, 0},  // the bottom goes
		{200, 100, 100, 0},  // the top scrolls
		{120, 60, 60, 0},    // as far as a line of it is seen
	} {
		top, bottom, center := layout.Space(100, 200), layout.Space(100, 40), layout.Space(100, 100)
		box := layout.Headed(top, bottom, center)
		stage.Show(t, box, fyne.NewSize(400, c.tall))
		box.Resize(fyne.NewSize(400, c.tall))
		below := float32(0)
		if box.Objects[2].Visible() {
			below = bottom.Size().Height
		}
		if got := box.Objects[0].Size().Height; got != c.top || center.Size().Height != c.center || below != c.bottom || !bottom.Visible() {
			t.Errorf("%v: %v above, %v, and %v below", c.tall, got, center.Size().Height, below)
		}
	}
}
