package signin

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"numberloader/gui/theme"
	"numberloader/gui/widgets"
	"numberloader/internal/fault"
	"numberloader/internal/run"
)

// stage is the screen in a window, and what it asked for.
type stage struct {
	screen *Screen
	window fyne.Window
	asked  []string
}

func newStage(t *testing.T) *stage {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(theme.New())
	s := &stage{}
	ask := func(what string) func() { return func() { s.asked = append(s.asked, what) } }
	s.screen = New(Config{
		OnPractice: ask("practice"), OnCheck: func(token string) { ask("check " + token)() }, OnUse: ask("use"),
		OnChanged: func() {}, OnGetToken: ask("get"), Copy: func(string) {},
		Focus: func(field fyne.Focusable) { s.window.Canvas().Focus(field) },
	})
	s.window = app.NewWindow("")
	t.Cleanup(s.window.Close)
	s.window.SetContent(s.screen.Content())
	s.window.Resize(fyne.NewSize(916, 600))
	return s
}

func (s *stage) texts() []string {
	var texts []string
	for _, o := range test.LaidOutObjects(s.window.Content()) {
		if text, ok := o.(*canvas.Text); ok && text.Visible() {
			texts = append(texts, text.Text)
		}
	}
	return texts
}

// press presses the card or the button at a position among all of its kind.
func (s *stage) press() {
	for _, o := range test.LaidOutObjects(s.window.Content()) {
		if card, ok := o.(*widgets.Tappable); ok {
			test.Tap(card)
			return
		}
	}
}

func TestTheButtonDoesWhatItSays(t *testing.T) {
	s := newStage(t)
	s.screen.Press() // practice
	s.press()        // the other card
	s.screen.Press() // without a token
	test.Type(s.screen.First(), "NjVk")
	s.screen.Press()
	s.screen.Update(State{Found: acme(run.RoleFullAdministrator), Kept: true})
	s.screen.Press()
	if want := []string{"practice", "check NjVk", "use"}; !slices.Equal(s.asked, want) {
		t.Errorf("asked for %q", s.asked)
	}
}

func TestTheScreenBeginsAnewWithoutAToken(t *testing.T) {
	s := newStage(t)
	if s.screen.First() != nil {
		t.Error("the field of another choice has the keyboard")
	}
	s.screen.Open(ChoiceToken)
	test.Type(s.screen.First(), "NjVk")
	s.screen.Update(State{Err: &fault.Error{Kind: fault.TokenRefused, Details: "Status 401"}})
	if !slices.Contains(s.texts(), "Details") {
		t.Errorf("shown are %q", s.texts())
	}
	test.Type(s.screen.First(), "x")
	if slices.Contains(s.texts(), "Details") {
		t.Error("another token is refused before it was checked")
	}
	s.screen.Open(ChoiceToken)
	if _, reason := s.screen.Primary(); reason != "Paste the token first" {
		t.Errorf("the old token is still there: %q", reason)
	}
}

func TestWhoMayNotAddNumbersIsWarned(t *testing.T) {
	s := newStage(t)
	s.screen.Open(ChoiceToken)
	s.screen.Update(State{Checking: true})
	if !slices.Contains(s.texts(), "Asking Webex whose token this is.") {
		t.Errorf("shown are %q", s.texts())
	}
	s.screen.Update(State{Found: acme(run.RoleOther)})
	if text := strings.Join(s.texts(), " "); !strings.Contains(text, "Adding numbers needs a full") {
		t.Errorf("shown are %q", s.texts())
	}
}

func TestATokenThatIsNotAcceptedCanBePastedOver(t *testing.T) {
	s := newStage(t)
	s.screen.Open(ChoiceToken)
	s.screen.entry.SetText("wrong")
	refused := State{Err: &fault.Error{Kind: fault.TokenRefused}}
	s.screen.Update(refused)
	if s.window.Canvas().Focused() != s.screen.entry {
		t.Fatal("the field has lost the keyboard")
	}
	for _, letter := range "right" {
		test.Type(s.screen.entry, string(letter))
		s.screen.Update(refused) // the window tells it with every change
	}
	if got := s.screen.entry.Text; got != "right" {
		t.Errorf("the field holds %q", got)
	}
}
