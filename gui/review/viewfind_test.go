package review

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"numberloader/gui/review/judged"
	"numberloader/gui/review/worklist"
	"numberloader/gui/widgets"
)

// routineCells are a list of a carrier: national numbers with a few exceptions.
func routineCells() [][3]string {
	var all [][3]string
	for i := range 40 {
		location := []string{"Kansas City", "Austin"}[i%2]
		all = append(all, [3]string{fmt.Sprintf("(816) 555-01%02d", i), "DID", location})
	}
	all[4] = [3]string{"+493023125042", "DID", "Berlin"}
	all[7] = [3]string{"816 555 01", "DID", "Kansas City"}
	all[9] = [3]string{"(816) 555-0198, (816) 555-0199", "DID", "Kansas City"}
	return all
}

// says fails unless a text is shown.
func says(tb testing.TB, root fyne.CanvasObject, text string) {
	tb.Helper()
	for _, o := range test.LaidOutObjects(root) {
		if t, ok := o.(*canvas.Text); ok && t.Text == text {
			return
		}
	}
	tb.Errorf("nobody sees %q", text)
}

func TestTheFindLineSaysWhatWasChangedAndFilters(t *testing.T) {
	st := onStageWith(t, routineCells())
	st.picture("routine")
	says(t, st.find.box, "had no + in front: read as numbers of the United States")
	test.Tap(st.find.stops[1].(*widgets.Tappable))
	if st.model.Len() != 37 || st.window.Canvas().Focused() != st.grid {
		t.Errorf("%d rows are shown", st.model.Len())
	}
	st.picture("reason")
	test.Tap(find(t, st.find.box, "Clear").(*widgets.Link))
	if st.model.Len() != 41 {
		t.Errorf("%d rows are shown", st.model.Len())
	}
}

func TestTheListOfReasonsOpensAndIsWalkedByKeyboard(t *testing.T) {
	st := onStageWith(t, routineCells())
	st.window.Canvas().Focus(st.find.arrow)
	st.press(fyne.KeyReturn)
	if !st.find.open || st.reasons != 1 {
		t.Fatal("the list does not open, or nobody is told")
	}
	says(t, st.find.box, "What was changed")
	st.picture("reasons")
	st.press(fyne.KeyDown, fyne.KeyDown, fyne.KeyUp)
	if st.window.Canvas().Focused() != st.find.stops[0] {
		t.Errorf("the keyboard is at %v", st.window.Canvas().Focused())
	}
	st.press(fyne.KeyUp)
	if st.window.Canvas().Focused() != fyne.Focusable(st.find.arrow) {
		t.Error("the arrow does not lead back")
	}
	st.press(fyne.KeyDown, fyne.KeyReturn)
	if st.model.Len() != 2 || st.model.Status(0) != st.model.Reasons()[0].Standing() {
		t.Errorf("%d rows are shown", st.model.Len())
	}
}

func TestTheFilterIsChosenByKeyboard(t *testing.T) {
	st := onStageWith(t, routineCells())
	st.OpenFilter()
	st.press(fyne.KeySpace, fyne.KeyRight, fyne.KeyRight, fyne.KeyDown, fyne.KeySpace)
	if got := fmt.Sprint(st.model.FilterCount(), st.model.Len()); got != "2 2" {
		t.Errorf("%s: %v", got, st.model.Pills())
	}
	st.picture("filter")
	var words strings.Builder
	for _, p := range st.model.FilterWords() {
		words.WriteString(p.Text)
	}
	if got := words.String(); got != "2 of 41 rows: in Kansas City and several numbers in a cell" {
		t.Errorf("%q", got)
	}
	st.press(fyne.KeyEscape)
	if st.window.Canvas().Focused() != st.grid || st.window.Canvas().Overlays().Top() != nil {
		t.Error("the filter does not close")
	}
	st.picture("filtered")
	test.Tap(find(t, st.find.box, "Clear both").(*widgets.Link))
	if st.model.Len() != 41 || st.model.ShownIn(judged.ChipAll) != 41 {
		t.Errorf("%d rows are shown", st.model.Len())
	}
}

func TestASearchCountsItsHitsAndGoesFromOneToTheNext(t *testing.T) {
	st := onStageWith(t, routineCells())
	st.Search()
	st.write("555012")
	if got := st.model.Hits(); got != "10 rows" || st.model.Found(worklist.ColumnFile, "(816) 555-0121") != [2]int{6, 13} {
		t.Errorf("%q, %v", got, st.model.Found(worklist.ColumnFile, "(816) 555-0121"))
	}
	st.picture("search")
	st.press(fyne.KeyReturn, fyne.KeyF3)
	if got := st.model.Hits(); got != "2 of 10" || st.head.search.Text() != "555012" {
		t.Errorf("%q, %q", got, st.head.search.Text())
	}
	st.held = fyne.KeyModifierShift
	st.press(fyne.KeyReturn, fyne.KeyReturn)
	if got := st.model.Hits(); got != "10 of 10" {
		t.Errorf("before the first comes %q", got)
	}
	st.held = 0
	st.press(fyne.KeyEscape)
	if st.head.search.Text() != "" || st.model.Len() != 41 || st.window.Canvas().Focused() == fyne.Focusable(st.grid) {
		t.Error("the first Escape does not clear, or leaves")
	}
	st.press(fyne.KeyEscape)
	if st.window.Canvas().Focused() != st.grid {
		t.Error("the second Escape does not leave")
	}
	st.Search()
	st.write("999999")
	if got := st.model.Hits(); got != "0 rows" {
		t.Errorf("%q", got)
	}
	says(t, st.Content(), "No row holds 999999.")
	if st.NextHit(false); st.model.Cursor() >= 0 {
		t.Error("there is a hit of nothing")
	}
}

func TestWhatTheUserCorrectedIsPutBackFromItsLine(t *testing.T) {
	st := onStageWith(t, routineCells())
	for _, cell := range []string{"816 555 0109", "816 555 0110"} {
		c, _, _ := st.model.Edit(7, worklist.ColumnFile)
		st.model.Commit(c, cell)
	}
	c, _, _ := st.model.Edit(2, worklist.ColumnLocation)
	st.model.Commit(c, "ber")
	st.Choose(judged.ChipByUser)
	st.at(0)
	st.picture("mine")
	says(t, st.find.box, "You changed these 2 rows here. The file itself is not changed.")
	st.press(fyne.KeyF2)
	if st.edits.now == nil || st.edits.now.column != worklist.ColumnMine {
		t.Error("F2 does not edit what the user made of it")
	}
	st.press(fyne.KeyEscape)
	test.Tap(find(t, st.find.box, "Put all 2 back").(*widgets.Link))
	if chosen, _ := st.model.Chosen(); st.now.name != "put back 2 corrected rows" || chosen != judged.ChipAll || st.model.Count(judged.ChipByUser) != 0 {
		t.Errorf("%q", st.now.name)
	}
}
