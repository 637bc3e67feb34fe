package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"numberloader/gui/layout"
)

// TestAPopUpIsWholeInTheWindow opens it at each corner, and beyond.
func TestAPopUpIsWholeInTheWindow(t *testing.T) {
	test.NewTempApp(t)
	window := test.NewTempWindow(t, layout.Space(0, 0))
	window.Resize(fyne.NewSize(800, 600))
	on := window.Canvas()
	for _, at := range []fyne.Position{{X: 100, Y: 100}, {X: 700, Y: 500}, {X: -40, Y: -40}, {X: 5, Y: 590}} {
		popup := widget.NewPopUp(layout.Sized(300, 200, layout.Space(0, 0)), on)
		DropAt(popup, on, at)
		size, where := popup.Size(), popup.Position()
		if size.Width < 300 || where.X < 0 || where.Y < 0 || where.X+size.Width > 800 || where.Y+size.Height > 600 {
			t.Errorf("opened at %v, it stands at %v and is %v large", at, where, size)
		}
		if at.X == 100 && (where.X < 100 || where.X > 110) {
			t.Errorf("where there is room it stands at %v", where)
		}
		popup.Hide()
	}
}
