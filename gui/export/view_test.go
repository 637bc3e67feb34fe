package export

import (
	"fmt"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"numberloader/gui/theme"
	"numberloader/gui/widgets"
	"numberloader/internal/number"
)

func TestOnlyLocationsThatAreSeenAreDrawnAndKeysLeadToAll(t *testing.T) {
	const places = 300
	app := test.NewTempApp(t)
	app.Settings().SetTheme(theme.NewLook(theme.ShadeLight, 100))
	w := app.NewWindow("export")
	s := New(Config{Canvas: w.Canvas(), OnChanged: func() {}, OnAgain: func() {}})
	w.SetContent(s.Content())
	w.Resize(fyne.NewSize(916, 600))
	in := &number.Inventory{}
	for i := range places {
		name := fmt.Sprintf("Location %03d", i)
		in.Numbers = append(in.Numbers, number.Held{Location: number.Location{ID: name, Name: name}})
	}
	s.Set("Acme Corp", in, time.Unix(0, 0), time.Unix(0, 0))
	s.Begin()
	drawn := func() (n int) {
		s.lines.Each(func(int, *widgets.Mark) { n++ })
		return n
	}
	for i := range places {
		w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
		if n := drawn(); n < 8 || n > 25 {
			t.Fatalf("at line %d, %d are drawn", i, n)
		}
		if on, ok := w.Canvas().Focused().(fyne.CanvasObject); !ok || outside(w, on) {
			t.Fatalf("line %d has the keyboard out of sight", i)
		}
		w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
		if s.model.Chosen(i) || s.Count() != places-1-i {
			t.Fatalf("line %d stays chosen, %d in all are", i, s.Count())
		}
	}
	for _, o := range test.LaidOutObjects(s.Content()) {
		if scroll, ok := o.(*container.Scroll); ok { // by its offset: after the wheel a Mac hides the bar by a timer
			scroll.ScrollToOffset(fyne.Position{})
			scroll.OnScrolled(scroll.Offset)
		}
	}
	first := false
	s.lines.Each(func(i int, _ *widgets.Mark) { first = first || i == 0 })
	if !first || drawn() > 25 {
		t.Errorf("the first line is drawn: %v, as one of %d", first, drawn())
	}
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp})
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if !s.model.Chosen(places-2) || s.Count() != 1 {
		t.Errorf("the keyboard is not where it was: %d are chosen", s.Count())
	}
}

// outside reports whether an object is not seen.
func outside(w fyne.Window, o fyne.CanvasObject) bool {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
	return at.Y < 0 || at.Y+o.Size().Height > w.Canvas().Size().Height
}
