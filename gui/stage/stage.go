// Package stage is for tests only: it shows an object in a window in the program's look,
// says what is drawn in it, compares that with its masters, and types keys.
package stage

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"numberloader/gui/theme"
)

// Show returns a window of a size that shows an object until the test ends.
func Show(tb testing.TB, object fyne.CanvasObject, size fyne.Size) fyne.Window {
	tb.Helper()
	test.NewTempApp(tb).Settings().SetTheme(theme.New())
	w := test.NewTempWindow(tb, nil)
	w.SetPadded(false)
	w.SetContent(object)
	w.Resize(size)
	return w
}

// Drawn are the texts that are drawn in an object.
func Drawn(object fyne.CanvasObject) []string {
	var texts []string
	for _, o := range test.LaidOutObjects(object) {
		if text, ok := o.(*canvas.Text); ok && text.Visible() && text.Text != "" {
			texts = append(texts, text.Text)
		}
	}
	return texts
}

// Key is a key that is pressed.
func Key(name fyne.KeyName) *fyne.KeyEvent { return &fyne.KeyEvent{Name: name} }

// Type presses keys where the keyboard is.
func Type(w fyne.Window, keys ...fyne.KeyName) {
	for _, name := range keys {
		w.Canvas().Focused().TypedKey(Key(name))
	}
}
