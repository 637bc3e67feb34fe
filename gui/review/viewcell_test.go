package review

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"numberloader/gui/review/judged"
	"numberloader/gui/review/worklist"
	"numberloader/gui/theme"
	"numberloader/internal/number"
)

// board is a clipboard that holds a text.
type board string

func (b board) Content() string   { return string(b) }
func (b board) SetContent(string) {}

// rowAt is what draws a row that is seen.
func (st *stage) rowAt(row int) fyne.CanvasObject {
	st.tb.Helper()
	at, _ := st.grid.CellAt(row, worklist.ColumnFile)
	driver := fyne.CurrentApp().Driver()
	wanted := driver.AbsolutePositionForObject(st.grid).AddXY(0, at.Y)
	for _, o := range test.LaidOutObjects(st.grid) {
		if _, ok := o.(desktop.Mouseable); ok && driver.AbsolutePositionForObject(o).Y == wanted.Y {
			return o
		}
	}
	st.tb.Fatalf("row %d is not seen", row)
	return nil
}

// secondary clicks with the right button on a cell.
func (st *stage) secondary(row int, column string) {
	at, size := st.grid.CellAt(row, column)
	e := &desktop.MouseEvent{Button: desktop.MouseButtonSecondary}
	e.Position = fyne.NewPos(at.X+size.Width/2, 8)
	e.AbsolutePosition = fyne.NewPos(200, 200)
	st.rowAt(row).(desktop.Mouseable).MouseDown(e)
}

func TestAPasteGoesIntoTheCellAndThoseBelowAsOneStep(t *testing.T) {
	st := onStageWith(t, routineCells())
	st.at(1)
	st.shortcut(&fyne.ShortcutPaste{Clipboard: board("(816) 555-0190\r\n(816) 555-0191\r\n")})
	if st.now.name != "paste into 2 cells" || st.model.Value(1, worklist.ColumnSend).Text != "+18165550190" || st.model.Value(2, worklist.ColumnSend).Text != "+18165550191" {
		t.Errorf("%q: %s", st.now.name, st.model.Value(1, worklist.ColumnSend).Text)
	}
	if len(st.back) != 1 || st.model.Count(judged.ChipByUser) != 2 {
		t.Errorf("%d steps", len(st.back))
	}
	st.at(39)
	st.shortcut(&fyne.ShortcutPaste{Clipboard: board("1\n2\n3")})
	if len(st.back) != 1 || !strings.HasPrefix(st.note.said, "The clipboard holds 3 lines, and only 2 rows are left") {
		t.Errorf("%d steps, said %q", len(st.back), st.note.said)
	}
	st.shortcut(&fyne.ShortcutPaste{Clipboard: board("a\tb")})
	if len(st.back) != 1 || !strings.Contains(st.note.said, "several columns") {
		t.Errorf("said %q", st.note.said)
	}
}

func TestACellIsCopiedWhereOneIsMeantAndRowsWhereSeveralAre(t *testing.T) {
	st := onStageWith(t, routineCells())
	st.at(0)
	st.shortcut(&fyne.ShortcutCopy{})
	if st.copied != "(816) 555-0100" {
		t.Errorf("copied %q", st.copied)
	}
	st.secondary(2, worklist.ColumnLocation)
	st.window.Canvas().Overlays().Top().Hide()
	st.shortcut(&fyne.ShortcutCopy{})
	if st.copied != "Kansas City" {
		t.Errorf("copied %q", st.copied)
	}
	st.shift(fyne.KeyDown)
	st.shortcut(&fyne.ShortcutCopy{})
	if lines := strings.Split(st.copied, "\r\n"); len(lines) != 3 {
		t.Errorf("copied %q", st.copied)
	}
}

func TestDraggingOverRowsSelectsThem(t *testing.T) {
	st := onStageWith(t, routineCells())
	st.click(1, 0)
	row := st.rowAt(1)
	row.(fyne.Draggable).Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(300, 3*32+10)}})
	if st.model.Selected() != 3 || st.model.Cursor() != 3 {
		t.Errorf("%d rows are selected, the cursor is at %d", st.model.Selected(), st.model.Cursor())
	}
	row.(fyne.Draggable).Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(300, 10)}})
	row.(fyne.Draggable).DragEnd()
	if st.model.Selected() != 1 {
		t.Errorf("back at the first, %d rows are selected", st.model.Selected())
	}
}

func TestTheMenuOfACellFiltersAndDecides(t *testing.T) {
	st := onStageWith(t, routineCells())
	st.secondary(1, worklist.ColumnLocation)
	st.picture("menu")
	for _, wanted := range []string{"Copy the cell", "Copy the row", "Show only: Austin", "Leave out: Austin", "Edit the cell", "Skip or put back", "Put back what you changed"} {
		says(t, st.top(), wanted)
	}
	st.window.Canvas().Overlays().Top().Hide()
	st.cells.alike(1, worklist.ColumnLocation, false)
	if st.model.Len() != 18 || st.model.Pills()[0].Label != "Austin" {
		t.Errorf("%d rows, %+v", st.model.Len(), st.model.Pills())
	}
	st.find.clearFilter()
	st.cells.alike(1, worklist.ColumnLocation, true)
	st.cells.alike(0, worklist.ColumnLocation, true)
	if st.model.Len() != 1 || st.model.Pills()[0].Label != "Not Austin, Kansas City" && st.model.Pills()[0].Label != "Not Kansas City, Austin" {
		t.Errorf("%d rows, %+v", st.model.Len(), st.model.Pills())
	}
	st.find.clearFilter()
	for _, open := range []func(){func() { st.press(desktop.KeyMenu) }, func() { st.shift(fyne.KeyF10) }} {
		st.click(1, 0)
		open()
		says(t, st.top(), "Edit the cell")
		st.window.Canvas().Overlays().Top().Hide()
	}
	st.click(1, 0)
	st.click(3, fyne.KeyModifierShift)
	st.secondary(2, worklist.ColumnFile)
	says(t, st.top(), "Copy 3 rows")
	if st.model.Selected() != 3 {
		t.Errorf("a right click on selected rows leaves %d", st.model.Selected())
	}
}

func TestAColumnWidensWithinTheWindowAndHasItsUsualWidthAgain(t *testing.T) {
	st := onStageWith(t, routineCells())
	wide := func() float32 {
		_, size := st.grid.CellAt(0, worklist.ColumnFile)
		return size.Width
	}
	before := wide()
	st.grid.OnWidth(worklist.ColumnFile, 170)
	st.showRows()
	if wide() != 170 {
		t.Errorf("%v wide", wide())
	}
	st.cells.openTitleMenu(worklist.ColumnFile, fyne.NewPos(10, 10))
	says(t, st.top(), "Usual width")
	says(t, st.top(), "Usual widths of all columns")
	st.top().Hide()
	st.cells.resetWidth(worklist.ColumnFile)
	if wide() != before || len(st.kept) != 0 {
		t.Errorf("%v wide, kept %v", wide(), st.kept)
	}
}

// TestTheQuestionForALocationIsWholeInASmallWindow asks it with text that is twice as large.
func TestTheQuestionForALocationIsWholeInASmallWindow(t *testing.T) {
	for _, percent := range []int{100, 200} {
		st := onStage(t)
		fyne.CurrentApp().Settings().SetTheme(theme.NewLook(theme.ShadeLight, percent))
		st.window.Resize(fyne.NewSize(820, 520))
		for i := range 10 {
			st.known.Locations = append(st.known.Locations, number.Location{ID: fmt.Sprint(i), Name: fmt.Sprint("Store ", i), Country: "US"})
		}
		misplaced := -1
		for i := range st.model.Len() {
			if _, ok := st.model.Misplaced(i); ok {
				misplaced = i
			}
		}
		st.cells.place(misplaced)
		var popup *widget.PopUp
		for _, o := range test.LaidOutObjects(st.window.Canvas().Overlays().Top()) {
			if p, ok := o.(*widget.PopUp); ok {
				popup = p
			}
		}
		size, at, room := popup.Size(), popup.Position(), st.window.Canvas().Size()
		least := popup.MinSize()
		if at.X < 0 || at.Y < 0 || at.X+size.Width > room.Width || at.Y+size.Height > room.Height || size.Height < least.Height {
			t.Errorf("%d%%: the question is at %v, %v large of at least %v, in a window of %v", percent, at, size, least, room)
		}
		popup.Hide()
	}
}
