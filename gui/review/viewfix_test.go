package review

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	fynetheme "fyne.io/fyne/v2/theme"

	"numberloader/gui/draw"
	"numberloader/gui/review/judged"
	"numberloader/gui/review/worklist"
	"numberloader/gui/theme"
	"numberloader/gui/widgets"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
)

func TestScreenUndoAndRedoSayWhatTheyDo(t *testing.T) {
	st := onStage(t)
	st.at(0)
	st.press(fyne.KeySpace)
	st.head.undo.OnPoint(true)
	if st.head.undo.Disabled() || st.head.aside.Text() != "Undo: skip 1 row" {
		t.Errorf("it says %q", st.head.aside.Text())
	}
	test.Tap(st.head.undo)
	st.head.undo.OnPoint(false)
	st.head.redo.OnPoint(true)
	if st.status("B2") != number.StandingReady || st.head.aside.Text() != "Redo: skip 1 row" || !st.head.undo.Disabled() {
		t.Errorf("B2 is %s, it says %q", phrase.Standing(st.status("B2")), st.head.aside.Text())
	}
	test.Tap(st.head.redo)
	if st.status("B2") != number.StandingSkipped {
		t.Errorf("B2 is %s", phrase.Standing(st.status("B2")))
	}
}

func TestScreenFixMenuShowsWhatItWouldDo(t *testing.T) {
	st := onStage(t)
	st.at(0)
	test.Tap(st.head.fix)
	if st.top() == nil {
		t.Fatal("nothing opened")
	}
	st.picture("fix")
	st.press(fyne.KeyReturn)
	if st.top() != nil || !strings.HasPrefix(st.now.name, "accept ") || st.window.Canvas().Focused() != st.grid {
		t.Errorf("%q was done", st.now.name)
	}
	test.Tap(st.head.fix)
	st.press(fyne.KeyEscape)
	if st.top() != nil || len(st.back) != 1 {
		t.Error("Escape does not close the menu")
	}
}

func TestScreenFixMenuAsksForALocation(t *testing.T) {
	st := onStage(t)
	st.at(11)
	test.Tap(st.head.fix)
	for _, fix := range st.model.Fixes() {
		if fix.Kind == worklist.FixSetLocation {
			break
		}
		st.press(fyne.KeyDown)
	}
	st.press(fyne.KeyReturn, fyne.KeyDown, fyne.KeyDown)
	st.picture("fix-location")
	st.press(fyne.KeyReturn)
	if st.now.name != "set the location of 1 row" || st.status("B13") != number.StandingByUser {
		t.Errorf("%q was done, B13 is %s", st.now.name, phrase.Standing(st.status("B13")))
	}
}

func TestScreenExportsTheProblemRows(t *testing.T) {
	st := onStage(t)
	test.Tap(st.head.fix)
	st.press(fyne.KeyEnd)
	test.Tap(find(t, st.top(), "Export 5 rows").(*widgets.Button))
	if st.exported != 1 || st.top() != nil {
		t.Error("nothing was exported")
	}
}

func TestScreenComparesWithWebex(t *testing.T) {
	st := onStage(t)
	test.Tap(st.head.fix)
	st.press(fyne.KeyEnd, fyne.KeyUp)
	test.Tap(find(t, st.top(), "Compare with Webex").(*widgets.Button))
	if st.compared != 1 || st.top() != nil {
		t.Error("nothing was compared")
	}
	st.incomparable = "No organization is connected."
	test.Tap(st.head.fix)
	st.press(fyne.KeyEnd, fyne.KeyUp, fyne.KeyReturn)
	if st.compared != 1 || st.top() == nil {
		t.Error("the list is compared with nothing")
	}
}

func TestScreenOneRequestOnly(t *testing.T) {
	st := onStage(t)
	test.Tap(st.chips.all[judged.ChipOver])
	st.picture("over20")
	test.Tap(find(t, st.note.box, "One request only").(*widgets.Link))
	if st.now.name != "send one request only" || st.Problems() != 10 {
		t.Errorf("%q, %d problems", st.now.name, st.Problems())
	}
	test.Tap(find(t, st.note.box, "Allow more requests").(*widgets.Link))
	if st.Problems() != 5 {
		t.Errorf("%d problems", st.Problems())
	}
}

func TestScreenFixMenuSaysWhyAnEntryDoesNotApply(t *testing.T) {
	st := onStage(t)
	for _, row := range []int{5, 6, 8, 9, 11} {
		st.at(row)
		st.press(fyne.KeySpace)
	}
	test.Tap(st.head.fix)
	st.press(fyne.KeyHome)
	var said []string
	for _, o := range test.LaidOutObjects(st.top()) {
		if p, ok := o.(*draw.Paragraph); ok {
			said = append(said, p.Text())
		}
	}
	if !slices.Contains(said, "No problem has a suggestion.") {
		t.Errorf("it says %q", said)
	}
	st.press(fyne.KeyEnd, fyne.KeyReturn)
	if st.exported != 0 || st.top() == nil {
		t.Error("what does not apply was done")
	}
	test.Tap(find(t, st.top(), "Cancel").(*widgets.Button))
	if st.top() != nil {
		t.Error("the menu stays")
	}
}

func TestTheFixMenuNeverLeavesTheWindow(t *testing.T) {
	for _, c := range []struct {
		size   fyne.Size
		factor float32
	}{
		{fyne.NewSize(916, 560), 1}, {fyne.NewSize(916, 560), 1.5}, {fyne.NewSize(716, 412), 1}, {fyne.NewSize(716, 372), 1},
	} {
		st := onStageWith(t, fileCells())
		fyne.CurrentApp().Settings().SetTheme(shade{theme.New(), fynetheme.VariantLight, c.factor})
		st.window.Resize(c.size)
		st.at(0)
		st.OpenFixes()
		for range st.model.Fixes() { // each preview
			st.press(fyne.KeyDown)
			st.insideWindow(c.size)
		}
		st.press(fyne.KeyEscape)
		st.OpenFilter()
		st.insideWindow(c.size)
	}
}

// insideWindow holds that everything of a pop-up that is pressed is inside of the window.
func (st *stage) insideWindow(size fyne.Size) {
	st.tb.Helper()
	for _, o := range test.LaidOutObjects(st.top()) {
		if b, ok := o.(*widgets.Button); ok && b.Visible() {
			at := fyne.CurrentApp().Driver().AbsolutePositionForObject(b)
			switch {
			case at.X < 0:
				st.tb.Errorf("at.X is %v", at.X)
			case at.Y < 0:
				st.tb.Errorf("at.Y is %v", at.Y)
			case at.X+b.Size().Width > size.Width:
				st.tb.Errorf("at.X+b.Size().Width is %v", at.X+b.Size().Width)
			case at.Y+b.Size().Height > size.Height:
				st.tb.Errorf("at.Y+b.Size().Height is %v", at.Y+b.Size().Height)
			}
		}
	}
}
