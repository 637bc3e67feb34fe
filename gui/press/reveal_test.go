package press_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"numberloader/gui/layout"
	"numberloader/gui/widgets"
)

// TestWhatHasTheKeyboardIsScrolledTo goes through controls down a page and along a table
// in it by the keyboard, there and back: each is seen whole, and nothing moves that need
// not.
func TestWhatHasTheKeyboardIsScrolledTo(t *testing.T) {
	test.NewTempApp(t)
	side := []fyne.CanvasObject{}
	var all []fyne.Focusable
	add := func(o fyne.Focusable) fyne.CanvasObject {
		all = append(all, o)
		return o.(fyne.CanvasObject)
	}
	nothing := func() {}
	down := []fyne.CanvasObject{add(widgets.NewButton("first", widgets.Usual, nothing)), layout.Space(0, 300), add(widgets.NewCheck("second", false, func(bool) {})), layout.Space(0, 300)}
	for range 8 {
		side = append(side, add(widgets.NewLink("a link that is rather long", nothing)))
	}
	inner := container.NewHScroll(layout.HStack(40, side...))
	down = append(down, container.NewThemeOverride(inner, layout.Shadeless()), layout.Space(0, 400), add(widgets.NewButton("last", widgets.Usual, nothing)))
	w := test.NewTempWindow(t, layout.Page(layout.Inset(20, 20, 20, 20, layout.VStack(0, down...))))
	w.Resize(fyne.NewSize(300, 200))
	where := func(o fyne.Focusable) (fyne.Position, fyne.Size) {
		object := o.(fyne.CanvasObject)
		return fyne.CurrentApp().Driver().AbsolutePositionForObject(object), object.Size()
	}
	seen := func(o fyne.Focusable) bool {
		at, size := where(o)
		return at.X >= 0 && at.Y >= 0 && at.X+size.Width <= 300 && at.Y+size.Height <= 200
	}
	for i := range all {
		w.Canvas().FocusNext()
		if w.Canvas().Focused() != all[i] || !seen(all[i]) {
			at, size := where(all[i])
			t.Errorf("control %d lies at %v, %v large", i, at, size)
		}
	}
	for i := len(all) - 2; i >= 0; i-- {
		w.Canvas().FocusPrevious()
		if !seen(all[i]) {
			at, size := where(all[i])
			t.Errorf("back at control %d, it lies at %v, %v large", i, at, size)
		}
	}
	before, _ := where(all[0])
	w.Canvas().Focus(all[0])
	if after, _ := where(all[0]); before != after {
		t.Errorf("what is seen moved from %v to %v", before, after)
	}
}
