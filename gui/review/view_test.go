package review

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"numberloader/gui/review/judged"
	"numberloader/gui/review/worklist"
	"numberloader/gui/theme"
	"numberloader/gui/widgets"
	"numberloader/internal/number"
	"numberloader/internal/plan"
)

func TestScreenShowsCountsAndWhatCanBeDone(t *testing.T) {
	st := onStage(t)
	switch {
	case st.head.headline.Text() != st.model.Headline():
		t.Errorf("st.head.headline.Text() is %v, not %v", st.head.headline.Text(), st.model.Headline())
	case st.Going() != 32:
		t.Errorf("st.Going() is %v, not 32", st.Going())
	case st.model.LeftBehind() != 5:
		t.Errorf("st.model.LeftBehind() is %v, not 5", st.model.LeftBehind())
	case st.Problems() != 5:
		t.Errorf("st.Problems() is %v, not 5", st.Problems())
	}
	if got := st.chips.all[judged.ChipProblems].Text(); got != "Problems 5" {
		t.Errorf("the chip says %q", got)
	}
	if !st.head.undo.Disabled() || !st.head.redo.Disabled() || st.head.fix.Disabled() {
		t.Error("the wrong buttons can be pressed")
	}
	st.picture("review")
}

func TestScreenChipsAndBarsChooseRows(t *testing.T) {
	st := onStage(t)
	test.Tap(st.chips.all[judged.ChipProblems])
	if st.model.Len() != 5 || !st.chips.all[judged.ChipProblems].Chosen() || st.chips.all[judged.ChipAll].Chosen() {
		t.Errorf("%d rows are shown", st.model.Len())
	}
	var over int
	for _, g := range st.model.Strip().Mobile {
		over = g.Bars[1].Request
	}
	st.strip.OnBar(over)
	switch {
	case st.model.Len() != 5:
		t.Errorf("st.model.Len() is %v, not 5", st.model.Len())
	case st.chips.all[judged.ChipAll].Chosen():
		t.Error("st.chips.all[worklist.ChipAll].Chosen() is true")
	case len(st.note.box.Objects) != 1:
		t.Errorf("st.note.box.Objects is %v", st.note.box.Objects)
	case st.head.aside.Text() != "5 rows selected":
		t.Errorf("st.head.aside.Text() is %q, not %q", st.head.aside.Text(), "5 rows selected")
	}
	test.Tap(find(t, st.Content(), "Show all rows").(*widgets.Link))
	if st.model.Len() != 37 || len(st.note.box.Objects) != 0 {
		t.Errorf("%d rows are shown", st.model.Len())
	}
}

func TestScreenSearchFindsAndSaysWhenItDoesNot(t *testing.T) {
	st := onStage(t)
	st.Search()
	st.write("berlin")
	if st.model.Len() != 1 {
		t.Errorf("%d rows are found", st.model.Len())
	}
	st.write("x")
	test.Tap(find(t, st.Content(), "Clear the search").(*widgets.Link))
	if st.model.Len() != 37 || st.head.search.Text() != "" {
		t.Errorf("%d rows are found after %q", st.model.Len(), st.head.search.Text())
	}
	st.Search()
	st.write("problem")
	st.press(fyne.KeyDown)
	if st.window.Canvas().Focused() != st.grid || st.model.Cursor() != 0 {
		t.Error("the arrow does not lead from the search to the rows")
	}
}

func TestScreenSelectsSkipsAndCopies(t *testing.T) {
	st := onStage(t)
	st.click(1, 0)
	st.click(3, fyne.KeyModifierShift)
	st.click(5, fyne.KeyModifierShortcutDefault)
	if st.model.Selected() != 4 || st.head.aside.Text() != "4 rows selected" {
		t.Errorf("%q", st.head.aside.Text())
	}
	st.shortcut(&fyne.ShortcutCopy{})
	if lines := strings.Split(st.copied, "\r\n"); len(lines) != 5 || !strings.HasPrefix(lines[0], "Changed\tB3\t") {
		t.Errorf("copied %q", st.copied)
	}
	st.press(fyne.KeySpace)
	if st.now.name != "skip 4 rows" || st.model.Count(judged.ChipLeftOut) != 4 {
		t.Errorf("%q, %d left out", st.now.name, st.model.Count(judged.ChipLeftOut))
	}
	st.press(fyne.KeySpace, fyne.KeyEscape, fyne.KeyDelete)
	if st.now.name != "put back 4 rows" || st.model.Selected() != 0 || len(st.back) != 2 {
		t.Errorf("%q, %d selected", st.now.name, st.model.Selected())
	}
	st.shift(fyne.KeyDown, fyne.KeyDown)
	if st.model.Selected() != 3 {
		t.Errorf("Shift and arrows select %d", st.model.Selected())
	}
	test.Tap(st.chips.all[judged.ChipProblems])
	st.window.Canvas().Focus(st.grid)
	st.shortcut(&fyne.ShortcutSelectAll{})
	if st.model.Selected() != 5 {
		t.Errorf("all are %d", st.model.Selected())
	}
	st.picture("selected")
}

func TestScreenGoesFromProblemToProblem(t *testing.T) {
	st := onStage(t)
	st.press(fyne.KeyF8)
	first := st.model.Value(st.model.Cursor(), worklist.ColumnCell).Text
	st.press(fyne.KeyF8)
	second := st.model.Value(st.model.Cursor(), worklist.ColumnCell).Text
	st.shift(fyne.KeyF8)
	st.shift(fyne.KeyF8)
	last := st.model.Value(st.model.Cursor(), worklist.ColumnCell).Text
	if got := first + second + last; got != "B7B8B13" || !strings.Contains(st.note.said, "last") {
		t.Errorf("went to %s, and said %q", got, st.note.said)
	}
	if st.window.Canvas().Focused() != st.grid {
		t.Error("the rows do not have the keyboard")
	}
}

func TestScreenKeepsWhatIsSeenWhenFindingsArrive(t *testing.T) {
	st := onStage(t)
	st.at(36)
	onScreen := func() fyne.Position {
		at, _ := st.grid.CellAt(36, worklist.ColumnFile)
		return at.Add(st.body.Position())
	}
	before := onScreen()
	st.known.Locations[0].PSTN = number.PSTNIntegrated
	st.rejudge()
	after := onScreen()
	if st.model.Cursor() != 36 || before != after {
		t.Errorf("the cursor is at %d, its row moved from %v to %v", st.model.Cursor(), before, after)
	}
}

func TestScreenShowsTheRowUnderTheCursorWhileItIsOutOfSight(t *testing.T) {
	st := onStage(t)
	st.at(5)
	if st.detail.panel.Visible() {
		t.Error("a row that is seen is told about twice")
	}
	test.Scroll(st.window.Canvas(), fyne.NewPos(300, 300), 0, -600)
	if !st.detail.panel.Visible() {
		t.Fatal("the row is forgotten")
	}
	st.picture("detail")
	test.Tap(find(t, st.detail.panel, "Show the row").(*widgets.Link))
	if st.detail.panel.Visible() {
		t.Error("the row is in sight again, and told about twice")
	}
}

func TestScreenKeepsTheWidthsOfColumns(t *testing.T) {
	st := onStage(t)
	st.grid.OnWidth(worklist.ColumnFile, 333)
	if st.kept[worklist.ColumnFile] != 333 {
		t.Errorf("kept %v", st.kept)
	}
	other := New(st.cfg)
	for _, c := range other.source.columns() {
		if c.ID == worklist.ColumnFile && c.Own != 333 {
			t.Errorf("the column is %v wide", c.Own)
		}
	}
}

func TestScreenHasARemarkOfTheWindow(t *testing.T) {
	st := onStage(t)
	st.Remark("Not connected.")
	if len(st.note.box.Objects) != 1 {
		t.Error("the remark is not shown")
	}
	test.Tap(st.chips.all[judged.ChipOver])
	st.Choose(judged.ChipAll)
	st.Remark("")
	if len(st.note.box.Objects) != 0 {
		t.Error("the remark stays")
	}
}

func TestScreenColorsSpeakForExceptions(t *testing.T) {
	st := onStage(t)
	s := source{st.Screen}
	for row, want := range map[int]fyne.ThemeColorName{0: theme.ColorSecondary, 1: theme.ColorSecondary, 5: theme.ColorError} {
		if cell := s.Cell(row, worklist.ColumnStatus); cell.Color != want || cell.Icon == nil {
			t.Errorf("row %d has the color %s", row, cell.Color)
		}
	}
	if pill := s.Cell(36, worklist.ColumnRequest); pill.Pill != theme.ColorTintOver20 || pill.Text != "2 of 2" {
		t.Errorf("the request is %+v", pill)
	}
	if got := moreRequests(3, false) + "; " + moreRequests(1, true); got != "and 3 more; 1 mobile request" {
		t.Errorf("got %q", got)
	}
}

func TestScreenShowsOnlyTheRowsThatChanged(t *testing.T) {
	st := onStage(t)
	st.at(5)
	all := slices.Clone(st.plan.Rows)
	mended := *all[5]
	mended.Level = number.LevelOK
	mended.SetFindings()
	all[5] = &mended
	st.Change(plan.Build(all, st.plan.Limits), []int{5})
	if _, size := st.grid.CellAt(5, worklist.ColumnFile); st.Problems() != 4 || size.Height != 50 {
		t.Errorf("%d problems are left, the row is %v tall", st.Problems(), size.Height)
	}
	st.Refresh()
	if st.Homeless() != 0 || st.AllThere() {
		t.Errorf("%d rows have no location", st.Homeless())
	}
	st.ChooseBehind()
	if c, _ := st.model.Chosen(); c != judged.ChipProblems {
		t.Errorf("the chip %s is chosen", st.model.ChipLabel(c))
	}
}

func TestScreenTakesKeysWhileNothingHasTheKeyboard(t *testing.T) {
	st := onStage(t)
	st.press(fyne.KeyReturn)
	st.cells.copy()
	if st.window.Canvas().Focused() != nil || st.copied != "" {
		t.Error("a key is taken without a row to be about")
	}
	st.press(fyne.KeyEnd)
	if st.window.Canvas().Focused() != st.grid || st.model.Cursor() < 0 {
		t.Fatal("the arrows do not lead to the rows")
	}
	st.window.Canvas().Unfocus()
	st.press(fyne.KeySpace, fyne.KeyF2)
	if st.now.name != "skip 1 row" || !st.grid.Editing() {
		t.Errorf("%q was done, editing %v", st.now.name, st.grid.Editing())
	}
	st.press(fyne.KeyEscape)
	st.Search()
	st.press(fyne.KeyF8, fyne.KeyF8)
	if st.window.Canvas().Focused() != st.grid {
		t.Error("F8 does not lead out of the search")
	}
}

func TestScreenSortsByItsHeaders(t *testing.T) {
	st := onStage(t)
	st.grid.OnSort(worklist.ColumnStatus)
	if st.model.Status(0) != number.StandingProblem {
		t.Error("the rows are not sorted")
	}
	s := source{st.Screen}
	if s.Number(0) != 5 || s.Number(-1) != -1 || s.Number(99) != -1 {
		t.Errorf("the first row is number %d", s.Number(0))
	}
}

func TestScreenSortsManyRowsInTheBackground(t *testing.T) {
	var work, done func()
	st := onStage(t)
	cfg := st.cfg
	cfg.Background = func(w, d func()) { work, done = w, d }
	s := New(cfg)
	const large = 50_000 // rows that are not sorted at once
	all := make([]*number.Row, large)
	for i := range all {
		row := *st.plan.Rows[0]
		row.Record = int32(i)
		all[i] = &row
	}
	all[large-1].Shared = &number.Shared{Location: "Austin"}
	s.Update(plan.Build(all, plan.Webex()))
	s.grid.OnSort(worklist.ColumnLocation)
	if work == nil || s.model.Value(0, worklist.ColumnLocation).Text != "Kansas City" {
		t.Fatal("the rows were sorted at once")
	}
	work()
	done()
	if got := s.model.Value(0, worklist.ColumnLocation).Text; got != "Austin" {
		t.Errorf("the first row is in %s", got)
	}
}

func TestScreenEmptyGridSaysSo(t *testing.T) {
	st := onStageWith(t, fileCells()[:1])
	test.Tap(st.chips.all[judged.ChipProblems])
	test.Tap(find(t, st.Content(), "Show all rows").(*widgets.Link))
	if st.model.Len() != 1 {
		t.Error("the link does not lead out")
	}
	for status, want := range map[number.Standing]fyne.ThemeColorName{number.StandingThere: theme.ColorInfo, number.StandingSkipped: theme.ColorSecondary, number.StandingSkipped + 1: theme.ColorText} {
		if got := wordColor(status); got != want {
			t.Errorf("status %d has the color %s", status, got)
		}
	}
}

func TestScreenHasRoomForTheLastCellAndTheLastRequest(t *testing.T) {
	st := onStage(t)
	row := *st.plan.Rows[0]
	row.Line, row.Shared = 100001, &number.Shared{Column: "A"}
	row.SetFindings(number.OverflowFinding("A100001", 2, 9799, number.LevelNotice))
	st.Update(plan.Plan{
		Rows: []*number.Row{&row}, Placements: make([]plan.Placement, 1), Requests: []plan.Request{{Number: 1, Index: 1, Of: 9799}},
	})
	for _, c := range st.source.columns() {
		want := map[string]string{worklist.ColumnCell: "A100001", worklist.ColumnRequest: "9,799 of 9,799"}[c.ID]
		if c.Sample.Text != want {
			t.Errorf("%s has room for %q", c.ID, c.Sample.Text)
		}
		if pill := c.Sample.Pill != ""; pill != (c.ID == worklist.ColumnRequest) {
			t.Errorf("%s has room for a pill: %t", c.ID, pill)
		}
	}
}
