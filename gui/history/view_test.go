package history

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"numberloader/gui/draw"
	"numberloader/gui/theme"
	"numberloader/gui/widgets"
	"numberloader/internal/run"
)

// stage is the screen in a window, and what it asked for.
type stage struct {
	*View
	window fyne.Window
	asked  []string
}

func onStage(t *testing.T, m *Model) *stage {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(theme.New())
	st := &stage{window: test.NewTempWindow(t, nil)}
	note := func(what string) func(string) { return func(of string) { st.asked = append(st.asked, what+" "+of) } }
	st.View = NewView(m, Config{Choose: note("choose"), Open: note("open"), Copy: note("copy")})
	st.window.SetPadded(false)
	st.window.SetContent(st.Content())
	st.window.Resize(fyne.NewSize(916, 600))
	st.Refresh()
	return st
}

func (st *stage) objects() []fyne.CanvasObject { return test.LaidOutObjects(st.window.Content()) }

func (st *stage) texts() []string {
	var seen []string
	for _, o := range st.objects() {
		if text, ok := o.(*canvas.Text); ok && text.Text != "" {
			seen = append(seen, strings.TrimSpace(text.Text))
		}
	}
	return seen
}

// lines are the runs that can be opened.
func (st *stage) lines() []*widgets.Tappable {
	var found []*widgets.Tappable
	for _, o := range st.objects() {
		if line, ok := o.(*widgets.Tappable); ok {
			found = append(found, line)
		}
	}
	return found
}

func (st *stage) follow(t *testing.T, label string) {
	t.Helper()
	for _, o := range st.objects() {
		if link, ok := o.(*widgets.Link); ok && link.Text() == label {
			test.Tap(link)
			return
		}
	}
	t.Fatalf("there is no %q in %q", label, st.texts())
}

func TestEachRunIsALineThatIsChosenAndOpensItsResults(t *testing.T) {
	m := NewModel(noon)
	all := summaries()
	broken := all[1]
	broken.ID, broken.Took, broken.Damaged, broken.Organization.Practice = "20251109-141205-0003", 0, true, false
	broken.Counts = run.Counts{run.AlreadyThere: 4}
	m.Set(append(all, broken), nil)
	st := onStage(t, m)
	want := []string{
		"One run is not finished. In austin-move.xlsx 595 rows were not sent, and 20 rows are not known.",
		"When", "File", "Organization", "Outcome", "State",
		"Today, 9:00 AM", "austin-move.xlsx", "Acme Corp", "620 of 1,235 added", "Unfinished",
		"November 10, 2025,…", "Took 38 seconds", "sample.xlsx", "Practice", "1,000 of 1,001 added", "Finished",
		"November 10, 2025,…", "sample.xlsx", "Practice organization", "0 of 4 added", "Damaged",
	}
	got := st.texts()
	if len(got) != len(want) {
		t.Fatalf("seen is %q", got)
	}
	for i := range want {
		if got[i] != want[i] && !strings.HasSuffix(want[i], "…") {
			t.Errorf("%d is %q, want %q", i, got[i], want[i])
		}
	}
	lines := st.lines()
	if len(lines) != 3 {
		t.Fatalf("%d lines", len(lines))
	}
	test.Tap(lines[0])
	lines[1].TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if want := []string{"open 20261123-091205-0001", "choose 20251110-141205-0002"}; !slices.Equal(st.asked, want) {
		t.Errorf("asked for %q", st.asked)
	}
}

func TestNothingIsSaidBeforeTheRunsAreRead(t *testing.T) {
	m := NewModel(noon)
	st := onStage(t, m)
	if got := st.texts(); len(got) != 0 {
		t.Errorf("seen is %q", got)
	}
	m.Set(nil, nil)
	st.Refresh()
	want := []string{"No runs on this computer yet", "Each time you add numbers, what became of every row is kept here."}
	if got := st.texts(); !slices.Equal(got, want) {
		t.Errorf("seen is %q", got)
	}
}

func TestRunsThatCannotBeReadAreExplained(t *testing.T) {
	m := NewModel(noon)
	m.Set(nil, errors.New("open runs: permission denied"))
	st := onStage(t, m)
	if got := st.texts(); len(got) < 3 || got[0] != m.Failure().Title {
		t.Errorf("seen is %q", got)
	}
	st.follow(t, "Details")
	st.follow(t, "Copy for support")
	if want := []string{"copy open runs: permission denied"}; !slices.Equal(st.asked, want) {
		t.Errorf("asked for %q", st.asked)
	}
}

func TestTheChosenRunOffersItsActions(t *testing.T) {
	m := NewModel(noon)
	m.Set(summaries(), nil)
	st := onStage(t, m)
	did := 0
	st.ShowChosen([]Action{{"Undo this run", func() { did++ }}})
	st.follow(t, "Undo this run")
	m.Choose("20251110-141205-0002")
	st.ShowChosen(nil)
	switch {
	case did != 1:
		t.Errorf("did is %v, not 1", did)
	case slices.Contains(st.texts(), "Undo this run"):
		t.Errorf("st.texts() is %v with %v", st.texts(), "Undo this run")
	case !st.View.lines[1].chosen:
		t.Error("st.View.lines[1].chosen is false")
	case st.View.lines[0].chosen:
		t.Error("st.View.lines[0].chosen is true")
	}
}

func TestLargeTextInASmallWindowStandsInTwoLines(t *testing.T) {
	m := NewModel(noon)
	m.Set(summaries(), nil)
	st := onStage(t, m)
	for _, c := range []struct {
		text   int
		wide   float32
		header bool
	}{{100, 716, true}, {150, 876, false}, {200, 836, false}} {
		fyne.CurrentApp().Settings().SetTheme(theme.NewLook(theme.ShadeLight, c.text))
		st.window.Resize(fyne.NewSize(c.wide, 484))
		if least := st.Content().MinSize().Width; least > c.wide {
			t.Errorf("%d%%: it needs %v of %v", c.text, least, c.wide)
		}
		headed := slices.ContainsFunc(st.objects(), func(o fyne.CanvasObject) bool {
			text, ok := o.(*draw.Text)
			return ok && text.Text() == "File" && text.Visible()
		})
		if seen := st.texts(); headed != c.header || !c.header && !slices.Contains(seen, "austin-move.xlsx") {
			t.Errorf("%d%%: headings are seen: %v, with %q", c.text, headed, seen)
		}
	}
}
