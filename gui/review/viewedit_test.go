package review

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"numberloader/gui/review/judged"
	"numberloader/gui/review/worklist"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
	"numberloader/internal/plan"
)

func TestScreenEditsACellInPlaceAndSaysWhatItWouldBecome(t *testing.T) {
	st := onStage(t)
	test.Tap(st.chips.all[judged.ChipProblems])
	st.at(0)
	st.press(fyne.KeyF2)
	if !st.grid.Editing() || st.edits.now.live.Tone != worklist.ToneProblem {
		t.Fatalf("editing %v: %+v", st.grid.Editing(), st.edits.now)
	}
	st.write("27")
	if want := "It will be sent as +19135550127."; st.edits.now.live.Text != want {
		t.Errorf("it says %q", st.edits.now.live.Text)
	}
	st.picture("edit")
	st.press(fyne.KeyReturn)
	if st.grid.Editing() || st.window.Canvas().Focused() != st.grid || st.now.name != "edit B7" {
		t.Errorf("after Enter: %v, %q", st.grid.Editing(), st.now.name)
	}
	if st.status("B7") == number.StandingProblem || st.model.Cursor() != 0 || st.Problems() != 4 {
		t.Errorf("B7 is %s at %d, %d problems are left", phrase.Standing(st.status("B7")), st.model.Cursor(), st.Problems())
	}
	st.press(fyne.KeyReturn)
	st.write("9")
	st.press(fyne.KeyEscape)
	if len(st.back) != 1 || st.grid.Editing() {
		t.Error("Escape does not leave the cell as it was")
	}
}

func TestScreenListsWhatACellCanBe(t *testing.T) {
	st := onStage(t)
	st.at(11)
	st.press(fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight)
	if got := st.grid.Editable(); strings.Join(got, " ") != "file send type state location" {
		t.Errorf("these can be edited: %v", got)
	}
	st.press(fyne.KeyReturn)
	if st.edits.now == nil || st.edits.now.column != worklist.ColumnLocation || len(st.edits.now.cell.Choice) != 3 {
		t.Fatalf("editing %+v", st.edits.now)
	}
	st.write("aus")
	if want := "It will be sent as +19135550199."; st.edits.now.live.Text != want {
		t.Errorf("it says %q", st.edits.now.live.Text)
	}
	st.picture("location")
	st.press(fyne.KeyReturn)
	if st.now.name != "change the location of B13" || st.status("B13") == number.StandingProblem {
		t.Errorf("%q, B13 is %s", st.now.name, phrase.Standing(st.status("B13")))
	}
	st.press(fyne.KeyReturn)
	st.write("nowhere")
	st.press(fyne.KeyReturn)
	if len(st.back) != 1 {
		t.Error("what is no location was kept")
	}
}

func TestScreenTabGoesFromCellToCell(t *testing.T) {
	st := onStage(t)
	st.at(0)
	st.press(fyne.KeyF2)
	var walked []string
	for range 5 {
		walked = append(walked, fmt.Sprint(st.model.Cursor(), st.edits.now.column))
		st.press(fyne.KeyTab)
	}
	st.shift(fyne.KeyTab)
	walked = append(walked, fmt.Sprint(st.model.Cursor(), st.edits.now.column))
	if want := "[0file 0type 0state 0location 1file 1file]"; fmt.Sprint(walked) != want {
		t.Errorf("walked %v, want %s", walked, want)
	}
}

func TestScreenSaysWhyACellCannotBeEdited(t *testing.T) {
	st := onStage(t)
	st.at(20)
	st.grid.OnEdit(20, worklist.ColumnState)
	if st.grid.Editing() || !strings.Contains(st.note.said, "mobile numbers") || len(st.note.box.Objects) != 1 {
		t.Errorf("it says %q", st.note.said)
	}
	st.press(fyne.KeyUp)
	if st.note.said != "" {
		t.Error("the sentence stays")
	}
}

func TestScreenChoosesAnotherLocationForAllRowsThatNameOne(t *testing.T) {
	st := onStage(t)
	st.cells.act(11, worklist.ActionPlace)
	st.press(fyne.KeyDown, fyne.KeyDown)
	st.picture("place")
	st.press(fyne.KeyReturn)
	if st.status("B13") != number.StandingByUser || st.top() != nil {
		t.Errorf("B13 is %s", phrase.Standing(st.status("B13")))
	}
	st.cells.act(0, worklist.ActionPlace)
	if st.top() != nil {
		t.Error("a row that is in its place is asked about")
	}
}

func TestScreenDoesTheActionsOfRows(t *testing.T) {
	st := onStage(t)
	st.grid.OnAction(6, int(worklist.ActionUse))
	if st.status("B8") != number.StandingByUser {
		t.Errorf("B8 is %s", phrase.Standing(st.status("B8")))
	}
	st.grid.OnAction(5, int(worklist.ActionEdit))
	if !st.grid.Editing() || st.model.Cursor() != 5 {
		t.Error("the action does not edit the cell")
	}
	st.grid.OnAction(5, int(worklist.ActionSkip))
	st.grid.OnAction(99, int(worklist.ActionUse))
}

func TestScreenLeavesACellOfAnotherFile(t *testing.T) {
	st := onStage(t)
	st.at(5)
	st.press(fyne.KeyF2)
	st.rejudge()
	if !st.grid.Editing() {
		t.Error("a cell is left though its row is there")
	}
	st.write("27")
	one, two := *st.plan.Rows[0], *st.plan.Rows[5]
	one.Input, two.Input = "+13125550100", "+13125550101"
	st.Update(plan.Build([]*number.Row{&one, &two}, plan.Webex()))
	if st.grid.Editing() || len(st.back) != 0 {
		t.Error("what was typed for one file is kept for another")
	}
}
