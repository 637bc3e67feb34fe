package stage

import (
	"runtime"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"numberloader/gui/theme"
)

// Painted compares what set shows in a window of a size with its masters in testdata: in
// light, in dark and with large text. They were painted by the software painter, with the
// toolkit's own font and without a screen's scale; other processors round otherwise.
func Painted(t *testing.T, kind string, size fyne.Size, set func(w fyne.Window)) {
	t.Helper()
	if runtime.GOARCH != "amd64" {
		t.Skip("the masters were painted on amd64")
	}
	for name, look := range map[string]*theme.Look{
		"light": theme.NewLook(theme.ShadeLight, 100), "dark": theme.NewLook(theme.ShadeDark, 100), "large": theme.NewLook(theme.ShadeLight, 150),
	} {
		test.NewTempApp(t).Settings().SetTheme(look)
		w := test.NewTempWindow(t, nil)
		w.SetPadded(false)
		w.Resize(size)
		// Before it paints, the toolkit takes widgets apart that it has not been asked for
		// during a minute. It reads its clock only then: painted once before, what is made
		// now is new, however long the tests before this one took.
		w.Canvas().Capture()
		set(w)
		test.AssertImageMatches(t, kind+"-"+name+".png", w.Canvas().Capture())
	}
}
