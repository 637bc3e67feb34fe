package help

import (
	"errors"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"numberloader/docs"
	"numberloader/gui/theme"
	"numberloader/gui/widgets"
)

// stage is the page of a guide in a window.
func stage(t *testing.T, done *[]string) (*Screen, fyne.Window) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(theme.NewLook(theme.ShadeLight, 100))
	w := test.NewTempWindow(t, nil)
	w.SetPadded(false)
	s := New(NewModel(guide), Config{
		Canvas: w.Canvas(), Picture: docs.Pictures.ReadFile,
		Log: func() { *done = append(*done, "log") }, Support: func() { *done = append(*done, "support") },
	})
	w.SetContent(s.Content())
	w.Resize(fyne.NewSize(916, 600))
	w.Canvas().SetOnTypedKey(s.TypedKey)
	return s, w
}

func seen(s *Screen) map[string]bool {
	texts := map[string]bool{}
	for _, o := range test.LaidOutObjects(s.Content()) {
		if text, ok := o.(*canvas.Text); ok && text.Visible() {
			texts[text.Text] = true
		}
	}
	return texts
}

func key(name fyne.KeyName) *fyne.KeyEvent { return &fyne.KeyEvent{Name: name} }

func TestTheGuideIsReadByKeyboard(t *testing.T) {
	s, w := stage(t, &[]string{})
	w.Canvas().Focus(s.First())
	test.Type(s.search, "toll")
	if texts := seen(s); !texts["What a list holds"] || texts["Straße"] {
		t.Errorf("found: %v", texts)
	}
	s.search.TypedKey(key(fyne.KeyReturn))
	if texts := seen(s); !texts["1. Open"] || !texts["DID, toll-free"] {
		t.Errorf("Return does not open the first place: %v", texts)
	}
	s.search.SetText("")
	s.TypedKey(key(fyne.KeyDown))
	w.Canvas().Focused().TypedKey(key(fyne.KeyDown))
	w.Canvas().Focused().TypedKey(key(fyne.KeyReturn))
	if !seen(s)["Which sheets"] || s.model.At() != 1 {
		t.Errorf("the arrows lead to page %d: %v", s.model.At(), seen(s))
	}
	if w.Canvas().Focused() != fyne.Focusable(s.entries[1]) {
		t.Error("the keyboard does not stay in the contents")
	}
	w.Canvas().Focused().TypedKey(key(fyne.KeyUp))
	if w.Canvas().Focused() != fyne.Focusable(s.entries[0]) {
		t.Error("Up does not go up")
	}
}

func TestWhatIsForSupportIsOnePressAway(t *testing.T) {
	var done []string
	s, _ := stage(t, &done)
	for _, o := range test.LaidOutObjects(s.Content()) {
		if link, ok := o.(*widgets.Link); ok {
			test.Tap(link)
		}
	}
	if !slices.Equal(done, []string{"log", "support"}) || !seen(s)["Copied"] {
		t.Errorf("done: %v, and it says %v", done, seen(s))
	}
}

func TestNothingFoundSaysSo(t *testing.T) {
	s, _ := stage(t, &[]string{})
	s.search.SetText("faxes")
	if !seen(s)["Nothing about faxes. Try"] {
		t.Errorf("%v", seen(s))
	}
	s.search.TypedKey(key(fyne.KeyReturn))
	if s.model.At() != 0 {
		t.Error("nothing leads somewhere")
	}
}

func TestATopicClearsTheSearch(t *testing.T) {
	s, _ := stage(t, &[]string{})
	s.search.SetText("faxes")
	if !s.OpenTopic("1-open") || s.search.Text != "" || !seen(s)["Which sheets"] {
		t.Errorf("%q: %v", s.search.Text, seen(s))
	}
}

func TestAPictureThatCannotBeReadIsLeftOut(t *testing.T) {
	var done []string
	s, _ := stage(t, &done)
	part := s.model.Pages()[1].Parts[0]
	if s.picture(part) == nil {
		t.Error("a picture of the guide is not shown")
	}
	s.cfg.Picture = func(string) ([]byte, error) { return nil, errors.New("gone") }
	if s.picture(part) != nil {
		t.Error("something is shown of a picture that is gone")
	}
	s.cfg.Picture = func(string) ([]byte, error) { return []byte("no picture"), nil }
	if s.picture(part) != nil {
		t.Error("something is shown of what is no picture")
	}
}

func TestThePicturesAreAsDarkAsTheProgram(t *testing.T) {
	s, _ := stage(t, &[]string{})
	s.cfg.Picture = func(file string) ([]byte, error) {
		if file == "pictures/none.png" {
			return nil, errors.New("no such picture")
		}
		return []byte(file), nil
	}
	shown, err := s.shaded("pictures/open.png")
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]bool{}
	for shade, want := range map[theme.Shade]string{theme.ShadeLight: "pictures/open.png", theme.ShadeDark: "pictures/dark/open.png"} {
		fyne.CurrentApp().Settings().SetTheme(theme.NewLook(shade, 100))
		names[shown.Name()] = true
		if got := string(shown.Content()); got != want {
			t.Errorf("%q, not %q", got, want)
		}
	}
	if len(names) != 2 {
		t.Error("the toolkit takes one for the other")
	}
	if _, err := s.shaded("pictures/none.png"); err == nil {
		t.Error("a picture that is not there is shown")
	}
}
