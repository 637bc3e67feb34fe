package layout_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"numberloader/gui/layout"
	"numberloader/gui/stage"
)

func TestATailGoesBelowWhereItLeavesTooLittle(t *testing.T) {
	for width, want := range map[float32]fyne.Position{
		410: fyne.NewPos(310, 0), 409: fyne.NewPos(309, 50),
	} {
		main, tail := layout.Space(20, 40), layout.Space(100, 40)
		line := layout.Tailed(10, 300, main, tail)
		stage.Show(t, layout.VStack(0, line), fyne.NewSize(width, 200))
		tall := float32(40)
		if want.Y > 0 {
			tall = 90
		}
		if tail.Position() != want || line.Size().Height != tall {
			t.Errorf("%v: the tail is at %v, all is %v high", width, tail.Position(), line.Size().Height)
		}
	}
}
