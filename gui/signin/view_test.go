package signin

import (
	"slices"
	"strings"
	"testing"
	"time"

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
		OnPractice: ask("practice"), OnUse: ask("use"), OnStop: ask("stop"), OnForget: ask("forget"), OnChanged: func() {},
		OnCheck:         func(token string) { ask("check " + token)() },
		OnBrowser:       func(id, secret string) { ask("browser " + id + " " + secret)() },
		OnDevice:        func(id, secret string) { ask("device " + id + " " + secret)() },
		OnCustomer:      func(id string) { ask("customer " + id)() },
		OnOpen:          func(address string) { ask("open " + address)() },
		Copy:            func(text string) { ask("copy " + text)() },
		Focus:           func(field fyne.Focusable) { s.window.Canvas().Focus(field) },
		RedirectAddress: "http://localhost:6001/redirect", Scopes: []string{"a:read", "a:write"},
		Now: func() time.Time { return evening },
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

// follow follows a link.
func (s *stage) follow(t *testing.T, label string) {
	t.Helper()
	for _, o := range test.LaidOutObjects(s.window.Content()) {
		if link, ok := o.(*widgets.Link); ok && link.Visible() && link.Text() == label {
			test.Tap(link)
			return
		}
	}
	t.Fatalf("there is no %q in %q", label, s.texts())
}

func TestTheIntegrationIsEnteredOnce(t *testing.T) {
	s := newStage(t)
	s.screen.Open(ChoiceIntegration)
	for _, text := range []string{"http://localhost:6001/redirect", "a:read a:write", "Register it"} {
		if !slices.Contains(s.texts(), text) {
			t.Errorf("nobody sees %q in %q", text, s.texts())
		}
	}
	s.follow(t, "Register it")
	s.follow(t, "Copy")
	s.screen.Press()
	if s.screen.First() != s.screen.id {
		t.Error("the first field has not the keyboard")
	}
	test.Type(s.screen.id, "C1")
	test.Type(s.screen.secret, "hidden")
	s.screen.Update(State{Client: ""})
	if !s.screen.secret.Password {
		t.Error("the secret can be read")
	}
	s.screen.Press()
	s.follow(t, "Use a code instead")
	want := []string{"open " + RegisterPage, "copy http://localhost:6001/redirect", "browser C1 hidden", "device C1 hidden"}
	if !slices.Equal(s.asked, want) {
		t.Errorf("asked for %q, want %q", s.asked, want)
	}
	s.asked = nil
	s.screen.Update(State{Client: "C1"})
	s.screen.Press()
	s.follow(t, "Forget the integration")
	if want := []string{"browser  ", "forget"}; !slices.Equal(s.asked, want) || s.screen.First() != nil {
		t.Errorf("asked for %q, want %q", s.asked, want)
	}
}

func TestTheLinkToACodeComesWhenTheIntegrationIsComplete(t *testing.T) {
	s := newStage(t)
	s.screen.Open(ChoiceIntegration)
	test.Type(s.screen.id, "C1")
	if slices.Contains(s.texts(), "Use a code instead") {
		t.Error("a code is offered without a secret")
	}
	s.window.Canvas().Focus(s.screen.secret)
	test.Type(s.screen.secret, "hidden")
	if s.window.Canvas().Focused() != s.screen.secret {
		t.Error("the field has lost the keyboard")
	}
	s.follow(t, "Use a code instead")
}

func TestTheCodeIsLargeAndCanBeCopied(t *testing.T) {
	s := newStage(t)
	s.screen.Open(ChoiceIntegration)
	s.screen.Update(State{Client: "C1", Checking: true, Device: true})
	if text := strings.Join(s.texts(), " "); !strings.Contains(text, "Waiting for the code") {
		t.Errorf("shown are %q", s.texts())
	}
	s.screen.Update(State{Client: "C1", Checking: true, Device: true, Code: "123456", Address: "https://x.example"})
	if !slices.Contains(s.texts(), "123 456") {
		t.Errorf("shown are %q", s.texts())
	}
	for _, label := range []string{"Copy code", "Copy address", "Open it", "Cancel"} {
		s.follow(t, label)
	}
	want := []string{"copy 123456", "copy https://x.example", "open https://x.example", "stop"}
	if !slices.Equal(s.asked, want) {
		t.Errorf("asked for %q, want %q", s.asked, want)
	}
	if got := spaced("ABCD-EFGH"); got != "ABCD-EFGH" {
		t.Errorf("another code is shown as %q", got)
	}
}

func TestAPartnerPicksACustomer(t *testing.T) {
	s := newStage(t)
	s.screen.Open(ChoiceToken)
	s.screen.Update(State{Found: acme(run.RoleFullAdministrator), Kept: true, Customers: customers(12)})
	if s.window.Canvas().Focused() != s.screen.search {
		t.Error("the search has not the keyboard")
	}
	test.Type(s.screen.search, "customer 12")
	if slices.Contains(s.texts(), "Customer 1") || !slices.Contains(s.texts(), "Customer 12") {
		t.Errorf("shown are %q", s.texts())
	}
	last := func() (found *widgets.Tappable) {
		for _, o := range test.LaidOutObjects(s.window.Content()) {
			if area, ok := o.(*widgets.Tappable); ok {
				found = area
			}
		}
		return found
	}
	test.Tap(last())
	if want := []string{"customer c12"}; !slices.Equal(s.asked, want) {
		t.Errorf("asked for %q", s.asked)
	}
}

func TestTheRunThatWaitsIsNamed(t *testing.T) {
	s := newStage(t)
	s.screen.Open(ChoiceToken)
	s.screen.Update(State{Wanted: customers(1)[0], Found: acme(run.RoleFullAdministrator), Kept: true})
	text := strings.Join(s.texts(), " ")
	if !strings.Contains(text, "Sign in to Customer 1.") || !strings.Contains(text, "goes on there only") {
		t.Errorf("shown are %q", s.texts())
	}
	s.screen.Press()
	if len(s.asked) != 0 {
		t.Errorf("asked for %q", s.asked)
	}
}
