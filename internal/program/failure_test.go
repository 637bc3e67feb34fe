package program

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"numberloader/internal/phrase"
)

//nolint:paralleltest // the toolkit's test app is the process's
func TestAFailureBeforeTheLogOpensIsShownInAWindow(t *testing.T) {
	a := test.NewTempApp(t)
	w := failureWindow(a, phrase.Message{Title: "Bad luck", What: "It happened.", Next: "Do this.", Details: "mkdir: no"})
	closed := false
	w.SetOnClosed(func() { closed = true })
	if w.Title() != "Number Loader: Bad luck" {
		t.Errorf("the window is called %q", w.Title())
	}
	var shown []string
	eachObject(w.Content(), func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *widget.Label:
			shown = append(shown, o.Text)
		case *widget.Button:
			test.Tap(o)
		}
	})
	if text := strings.Join(shown, ""); text != "It happened.\n\nDo this.\n\nDetails for support: mkdir: no" {
		t.Errorf("it shows %q", text)
	}
	if !closed {
		t.Error("its button does not close it")
	}
}

// eachObject visits what is in an object.
func eachObject(o fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	visit(o)
	switch o := o.(type) {
	case *fyne.Container:
		for _, inner := range o.Objects {
			eachObject(inner, visit)
		}
	case *container.Scroll:
		eachObject(o.Content, visit)
	}
}
