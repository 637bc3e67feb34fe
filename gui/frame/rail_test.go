package frame

import (
	"testing"

	"fyne.io/fyne/v2/test"

	"numberloader/gui/theme"
)

func TestTheRailHasNamesOnlyWhereThereIsRoomForThem(t *testing.T) {
	for _, c := range []struct {
		text, window int
		slim         bool
	}{{100, 900, false}, {150, 900, false}, {200, 900, true}, {200, 1250, false}} {
		test.NewTempApp(t).Settings().SetTheme(theme.NewLook(theme.ShadeLight, c.text))
		rail := NewRail(func(Screen) {})
		rail.SetRoom(float32(c.window))
		narrow := rail.Object.MinSize().Width < theme.RailWidth
		if shown := rail.beside[0].words.Visible(); shown == c.slim || narrow != c.slim {
			t.Errorf("%d%% in %d: names are shown: %v, %v wide", c.text, c.window, shown, rail.Object.MinSize().Width)
		}
	}
}
