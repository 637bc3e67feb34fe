package add

import (
	"errors"
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
	"numberloader/internal/number"
	"numberloader/internal/number/numbertest"
	"numberloader/internal/plan"
	"numberloader/internal/run"
)

// stage is the screen in a window, and what it asked for.
type stage struct {
	*View
	window fyne.Window
	asked  []string
}

func onStage(t *testing.T, m *Model, width float32) *stage {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(theme.New())
	st := &stage{window: test.NewTempWindow(t, nil)}
	note := func(what string) func() { return func() { st.asked = append(st.asked, what) } }
	st.View = NewView(m, Actions{
		Canvas:         st.window.Canvas(),
		ChooseLocation: func(id string) { st.asked = append(st.asked, "location "+id) },
		SeeBehind:      note("behind"), Retry: note("retry"), CancelCheck: note("cancel"), SignIn: note("sign in"),
		Copy: func(text string) { st.asked = append(st.asked, "copy "+text) },
	})
	st.window.SetPadded(false)
	st.window.SetContent(st.Content())
	st.window.Resize(fyne.NewSize(width, 600))
	st.Refresh()
	return st
}

// each visits what is drawn, in drawing order.
func (st *stage) each(visit func(fyne.CanvasObject)) {
	for _, o := range test.LaidOutObjects(st.window.Content()) {
		visit(o)
	}
}

func (st *stage) texts() []string {
	var seen []string
	st.each(func(o fyne.CanvasObject) {
		if text, ok := o.(*canvas.Text); ok && text.Text != "" {
			seen = append(seen, strings.TrimSpace(text.Text))
		}
	})
	return seen
}

// sees fails unless the texts can be seen, in this order.
func (st *stage) sees(t *testing.T, wanted ...string) {
	t.Helper()
	seen := st.texts()
	from := 0
	for _, text := range wanted {
		at := slices.Index(seen[from:], text)
		if at < 0 {
			t.Fatalf("nobody sees %q after %q in %q", text, wanted[0], seen)
		}
		from += at + 1
	}
}

func (st *stage) hides(t *testing.T, text string) {
	t.Helper()
	if slices.Contains(st.texts(), text) {
		t.Errorf("%q is shown", text)
	}
}

// press presses a link or a button.
func (st *stage) press(t *testing.T, label string) {
	t.Helper()
	var found fyne.Tappable
	st.each(func(o fyne.CanvasObject) {
		switch w := o.(type) {
		case *widgets.Link:
			if w.Text() == label {
				found = w
			}
		case *widgets.Button:
			if w.Text == label {
				found = w
			}
		}
	})
	if found == nil {
		t.Fatalf("there is no %q in %q", label, st.texts())
	}
	test.Tap(found)
}

func (st *stage) wasAsked(t *testing.T, wanted ...string) {
	t.Helper()
	if !slices.Equal(st.asked, wanted) {
		t.Errorf("asked for %q, want %q", st.asked, wanted)
	}
}

func TestTheScreenSaysWhatWouldBeAddedBeforeItsChecks(t *testing.T) {
	st := onStage(t, ready(t, acme(run.RoleFullAdministrator)), 916)
	st.sees(t, "Add 34 numbers to 2 locations in Acme Corp",
		"12 DID (active) and 22 mobile, in 5 requests, about 3 seconds.", "2 rows stay behind.", "See them",
		"Location", "How its calls come in", "DID", "Mobile", "Requests",
		"Kansas City", "Local gateway", "12", "21", "4", "Chicago", "Cisco Calling Plans", "0", "1", "1",
		"Checked before anything is sent", "Signed in as Dana Reyes, full administrator.")
	st.hides(t, "Toll-free")
	st.hides(t, "Practice.")
	st.press(t, "See them")
	st.wasAsked(t, "behind")
}

func TestOneRowThatStaysBehindIsSpokenOfAsOne(t *testing.T) {
	m := ready(t, practice())
	m.Set(plan.Plan{Rows: []*number.Row{numbertest.Say(&number.Row{}, number.CodeTooShort)}}, nil, practice())
	st := onStage(t, m, 916)
	st.sees(t, "1 row stays behind: too short (1).", "See it")
}

func TestPracticeIsSaidAboveAll(t *testing.T) {
	st := onStage(t, ready(t, practice()), 916)
	st.sees(t, "Practice.", "Add 34 numbers to 2 locations in the practice organization", "No sign-in is needed here.")
}

func TestRowsWithoutALocationGetOneHere(t *testing.T) {
	m := &Model{}
	home := plan.Group{Kind: number.KindDID, State: number.StateActive}
	homeless := []*number.Row{{Number: numbertest.E164("+18165550100")}}
	m.Set(plan.Plan{Rows: homeless, Requests: []plan.Request{{Number: 1, Group: home, Index: 1, Of: 1, Rows: []int{0}}}}, locations(), practice())
	m.Checked(nil)
	st := onStage(t, m, 916)
	st.sees(t, "Choose a location in the practice organization for 1 number", "1 row names no location. Where does it go?", "Choose a location")
	choose := func(keys ...fyne.KeyName) {
		t.Helper()
		st.each(func(o fyne.CanvasObject) {
			if choice, ok := o.(*widgets.Select); ok {
				choice.Open()
			}
		})
		list := st.window.Canvas().Focused()
		for _, key := range keys {
			list.TypedKey(&fyne.KeyEvent{Name: key})
		}
	}
	choose(fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	st.sees(t, "Chicago, United States: mobile only (Cisco Calling Plans)")
	homed := []*number.Row{{Number: homeless[0].Number, Shared: &number.Shared{LocationID: "chi", Location: "Chicago"}}}
	home.LocationID, home.Location = "chi", "Chicago"
	m.Set(plan.Plan{Rows: homed, Requests: []plan.Request{{Number: 1, Group: home, Index: 1, Of: 1, Rows: []int{0}}}}, locations(), practice())
	m.SetChosen("chi")
	st.Refresh()
	st.sees(t, "Rows that name no location go to", "Chicago, United States: mobile only (Cisco Calling Plans)")
	choose(fyne.KeyUp, fyne.KeyReturn)
	st.wasAsked(t, "location chi", "location "+locations()[m.Chosen()-1].ID)
	m.SetChosen("")
	st.Refresh()
	if slices.Contains(st.texts(), "Rows that name no location go to") {
		t.Error("where rows go is asked although each names its location")
	}
}

func TestTheCheckCanBeCancelledAndTriedAgain(t *testing.T) {
	m := ready(t, acme(run.RoleOther))
	m.Checking()
	st := onStage(t, m, 916)
	st.sees(t, "Looking up locations, their PSTN connections and the numbers that are there already.", "Cancel")
	st.press(t, "Cancel")
	m.Checked(errors.New("dial tcp: no route"))
	st.Refresh()
	st.sees(t, "Checked before anything is sent", "Nothing was sent.", "Check again", "Details")
	st.press(t, "Check again")
	st.press(t, "Details")
	st.press(t, "Copy for support")
	st.wasAsked(t, "cancel", "retry", "copy dial tcp: no route")
	m.Checked(nil)
	st.Refresh()
	st.sees(t, "Adding numbers needs a full administrator.", "1 row stays behind because of the location's PSTN connection.", "1 number is already there.")
	st.hides(t, "Nothing was sent.")
}

func TestNothingToAddHasNoTable(t *testing.T) {
	m := &Model{}
	m.Set(plan.Plan{}, locations(), practice())
	m.Checked(nil)
	st := onStage(t, m, 916)
	st.sees(t, "No number can be added yet", "No location gets numbers.")
	st.hides(t, "How its calls come in")
}

func TestTheProgressIsShownByLocationAndOutcome(t *testing.T) {
	st := onStage(t, ready(t, practice()), 916)
	all := requests()
	task := adding(all)
	task.Headline, task.Practice = "Adding 34 numbers to the practice organization", true
	p := NewProgress(task, start)
	st.ShowProgress(p, start)
	st.sees(t, "Practice.", "Adding 34 numbers to the practice organization", "0 done, 34 left", "Locations",
		"Kansas City", "0 of 33", "Not started", "Chicago", "0 of 1", "Not started",
		"Every answer is written down as it comes, so a crash or a power cut loses nothing.")
	for i, outcome := range []run.Outcome{run.Added, run.AlreadyThere, run.Refused, run.NotKnown, run.NotSent} {
		p.Take(run.Progress{Request: i + 1, Answered: true, Lines: results(all[i], outcome)}, start)
	}
	st.ShowProgress(p, start.Add(time.Second))
	st.sees(t, "33 done, 1 left, about 1 second more", "10 added", "2 already there", "20 refused", "1 not known",
		"33 of 33", "Done", "0 of 1", "Request 1 of 1 done")
	st.hides(t, "1 not sent")
}

func TestAWaitComesAndGoesBelowAllElse(t *testing.T) {
	st := onStage(t, ready(t, acme(run.RoleFullAdministrator)), 916)
	p := NewProgress(adding(requests()), start)
	p.Take(run.Progress{Request: 3, Wait: 12 * time.Second}, start)
	st.ShowProgress(p, start)
	st.sees(t, "Adding 34 numbers to Acme Corp", "Waiting: request 3 of 4", "Webex asked us to wait. Going on by itself in", "12 seconds")
	st.hides(t, "Practice.")
	st.ShowProgress(p, start.Add(11*time.Second))
	st.sees(t, "1 second")
	st.ShowProgress(p, start.Add(12*time.Second))
	st.sees(t, "Sending request 3 of 4")
	st.hides(t, "Webex asked us to wait. Going on by itself in")
	st.Refresh()
	st.sees(t, "Add 34 numbers to 2 locations in Acme Corp")
	st.hides(t, "Locations")
}

func TestALongNameLeavesTheAmountsTheirPlace(t *testing.T) {
	long := strings.Repeat("Donaudampfschifffahrtsgesellschaft", 3)
	did := plan.Group{LocationID: "x", Location: long, Kind: number.KindTollFree, State: number.StateInactive}
	m := &Model{}
	m.Set(plan.Plan{Rows: []*number.Row{{Number: numbertest.E164("+18005550100"), Shared: &number.Shared{Location: long, LocationID: "x"}}}, Requests: []plan.Request{{Number: 1, Group: did, Index: 1, Of: 1, Rows: []int{0}}}}, locations(), practice())
	st := onStage(t, m, 700)
	st.sees(t, "Toll-free", "Requests", "Not asked yet", "1", "1")
	if !slices.ContainsFunc(st.texts(), func(text string) bool { return strings.HasPrefix(text, "Donau") && strings.HasSuffix(text, "…") }) {
		t.Errorf("the name is not shortened in %q", st.texts())
	}
}

func TestASignInThatEndedIsAskedForAgain(t *testing.T) {
	m := ready(t, acme(run.RoleFullAdministrator))
	st := onStage(t, m, 916)
	p := NewProgress(adding(requests()), start)
	p.Take(run.Progress{Request: 1, Requests: 5}, start)
	st.ShowProgress(p, start)
	st.sees(t, "1 request under way, 0 of 5 answered", "Sending request 1 of 4")
	p.Hold(HoldSignIn, start)
	st.ShowProgress(p, start)
	st.sees(t, "0 done, 34 left. Paused, because the sign-in ended", "The sign-in ended.")
	m.Checked(&fault.Error{Kind: fault.TokenRefused})
	st.Refresh()
	st.press(t, "Sign in")
	st.wasAsked(t, "sign in")
}

func TestAnotherTaskIsDrawnAnew(t *testing.T) {
	st := onStage(t, ready(t, acme(run.RoleFullAdministrator)), 916)
	st.ShowProgress(NewProgress(adding(requests()), start), start)
	st.ShowProgress(NewProgress(Task{Headline: "Removing 2 numbers from Acme Corp", Requests: requests()[1:2]}, start), start)
	st.sees(t, "Removing 2 numbers from Acme Corp", "0 of 2")
	st.hides(t, "Chicago")
}
