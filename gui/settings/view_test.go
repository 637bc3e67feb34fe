package settings

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"numberloader/gui/theme"
	"numberloader/internal/fault"
	"numberloader/internal/settings"
)

// shown is a page in a window.
func shown(t *testing.T, d *desk, size fyne.Size, percent int) (*Screen, fyne.Window) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(theme.NewLook(theme.ShadeLight, percent))
	w := test.NewTempWindow(t, nil)
	w.SetPadded(false)
	var s *Screen
	s = New(w.Canvas(), d.Model, func() { s.Refresh(nil) })
	w.SetContent(s.Content())
	w.Resize(size)
	return s, w
}

func seen(s *Screen) map[string]*canvas.Text {
	texts := map[string]*canvas.Text{}
	for _, o := range test.LaidOutObjects(s.Content()) {
		if text, ok := o.(*canvas.Text); ok && text.Visible() {
			texts[text.Text] = text
		}
	}
	return texts
}

func TestEverySettingCanBeChangedByKeyboard(t *testing.T) {
	d := sit(settings.Usual())
	s, w := shown(t, d, fyne.NewSize(916, 600), 100)
	w.Canvas().Focus(s.First())
	stops := 0
	for first := s.First(); stops == 0 || w.Canvas().Focused() != first; stops++ {
		for _, name := range []fyne.KeyName{fyne.KeySpace, fyne.KeyDown, fyne.KeyReturn} {
			w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name})
		}
		s.Refresh(nil)
		w.Canvas().FocusNext()
		if stops > 20 {
			t.Fatal("the keyboard does not come back to where it began")
		}
	}
	if stops != 13 { // eleven settings, of which Look has three places
		t.Errorf("the keyboard stops %d times", stops)
	}
	switch {
	case !d.now.Limits.OneRequest:
		t.Error("d.now.Limits.OneRequest is false")
	case d.now.Country == "":
		t.Errorf("d.now.Country is %v", d.now.Country)
	case d.now.Cloud != settings.CloudGovernment:
		t.Errorf("d.now.Cloud is %v, not settings.CloudGovernment", d.now.Cloud)
	case d.now.Speed == settings.SpeedLikeWebex:
		t.Errorf("d.now.Speed is %v", d.now.Speed)
	}
}

func TestWhatIsTypedWronglySaysWhatIsRight(t *testing.T) {
	s, _ := shown(t, sit(settings.Usual()), fyne.NewSize(916, 600), 100)
	field := s.rows[1].field
	field.SetText("")
	test.Type(field, "21")
	caption, ok := seen(s)["1 to 20"]
	if !ok || caption.Color != theme.New().Color(theme.ColorError, 1) {
		t.Errorf("nothing says what can be typed: %v", seen(s))
	}
	field.SetText("12")
	if s.rows[1].now.Wrong {
		t.Error("it still says so")
	}
}

func TestThePageSaysWhatCouldNotBeSavedAndWhatWasReset(t *testing.T) {
	d := sit(settings.Usual())
	s, _ := shown(t, d, fyne.NewSize(916, 600), 100)
	s.Refresh(&fault.Error{Kind: fault.SaveFailed, What: fault.Quote("The disk is full.")})
	if _, ok := seen(s)["The settings could not be saved."]; !ok {
		t.Errorf("nobody sees that they could not be saved: %v", seen(s))
	}
	d.Reset()
	s.Refresh(nil)
	texts := seen(s)
	if _, still := texts["The settings could not be saved."]; still {
		t.Error("the band stays")
	}
	if _, ok := texts["All settings are back to what they were at the first start."]; !ok {
		t.Errorf("nobody sees the reset: %v", texts)
	}
}

func TestThePageHasTwoColumnsWhereThereIsRoom(t *testing.T) {
	for _, c := range []struct {
		width   float32
		percent int
		two     bool
	}{{916, 100, true}, {716, 100, false}, {916, 200, false}} {
		s, _ := shown(t, sit(settings.Usual()), fyne.NewSize(c.width, 600), c.percent)
		left := fyne.CurrentApp().Driver().AbsolutePositionForObject(s.rows[0].object)
		right := fyne.CurrentApp().Driver().AbsolutePositionForObject(s.rows[len(s.rows)-1].object)
		if two := right.X > left.X; two != c.two {
			t.Errorf("%v wide at %d %%: two columns %v", c.width, c.percent, two)
		}
	}
}
