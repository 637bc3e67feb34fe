package layout_test

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"numberloader/gui/draw"
	"numberloader/gui/layout"
	"numberloader/gui/theme"
	"numberloader/gui/widgets"
)

func TestWhatHasNoRoomInARowIsCounted(t *testing.T) {
	for width, want := range map[float32]string{900: "a b c", 310: "a b and 1 more", 230: "a and 2 more", 120: "a and 2 more"} {
		test.NewTempApp(t).Settings().SetTheme(theme.New())
		var items []fyne.CanvasObject
		names := map[fyne.CanvasObject]string{}
		for _, name := range []string{"a", "b", "c"} {
			o := layout.Sized(100, 20, draw.NewText(name, draw.Body.Shortened()))
			items, names[o] = append(items, o), name
		}
		more := widgets.NewLink("", func() {})
		row := layout.NewFitRow(30, 8, items, more, func(n int) string { return fmt.Sprint("and ", n, " more") }, nil)
		w := test.NewTempWindow(t, row.Container)
		w.SetPadded(false)
		w.Resize(fyne.NewSize(width, 40))
		var seen []string
		for _, o := range items {
			if o.Visible() {
				seen = append(seen, names[o])
			}
			if end := o.Position().X + o.Size().Width; o.Visible() && end > width {
				t.Errorf("%v: %s ends at %v", width, names[o], end)
			}
		}
		if more.Visible() {
			seen = append(seen, more.Text())
		}
		if got := strings.Join(seen, " "); got != want {
			t.Errorf("%v: %s, want %s", width, got, want)
		}
	}
}
