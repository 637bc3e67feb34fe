package review

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"numberloader/gui/theme"
	"numberloader/gui/widgets"
	"numberloader/internal/number"
	"numberloader/internal/plan"
	rules "numberloader/internal/review"
)

// stage is a screen in a window, and what it was told.
type stage struct {
	*Screen
	window   fyne.Window
	prior    map[int]rules.Decision
	decided  []string
	accepted int
	placed   string
}

func onStage(tb testing.TB) *stage {
	tb.Helper()
	test.NewTempApp(tb).Settings().SetTheme(theme.New())
	st := &stage{window: test.NewTempWindow(tb, nil), prior: map[int]rules.Decision{}}
	st.Screen = New(Config{
		Canvas:   st.window.Canvas(),
		Decision: func(record int) rules.Decision { return st.prior[record] },
		OnDecide: func(record int, d rules.Decision) {
			text := "-"
			if d.Text != nil {
				text = *d.Text
			}
			st.decided = append(st.decided, fmt.Sprintf("%d %s %v", record, text, d.LeftOut))
		},
		Locations: func() []number.Location {
			return []number.Location{{ID: "atx", Name: "Austin", Country: "US"}, {ID: "ber", Name: "Berlin"}}
		},
		OnPlace:     func(records []int, location string) { st.placed = fmt.Sprint(records, location) },
		OnAcceptAll: func() { st.accepted++ },
	})
	st.window.SetPadded(false)
	st.window.SetContent(st.Content())
	st.window.Resize(fyne.NewSize(916, 604))
	all, requests := sample(tb)
	st.Update(all, requests, plan.Webex())
	return st
}

func (st *stage) press(keys ...fyne.KeyName) {
	for _, key := range keys {
		st.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: key})
	}
}

// find is the widget in a tree whose text is what is looked for.
func find(tb testing.TB, root fyne.CanvasObject, text string) fyne.Tappable {
	tb.Helper()
	for _, o := range test.LaidOutObjects(root) {
		switch w := o.(type) {
		case *widgets.Button:
			if w.Text == text {
				return w
			}
		case *widgets.Link:
			if w.Text() == text {
				return w
			}
		}
	}
	tb.Fatalf("there is no %q", text)
	return nil
}

func TestScreenShowsCountsAndOffersSuggestions(t *testing.T) {
	st := onStage(t)
	if st.model.Headline() != "31 of 38 rows can be added" || st.headline.Text() != st.model.Headline() {
		t.Errorf("the headline is %q", st.headline.Text())
	}
	if st.Going() != 31 || st.LeftBehind() != 7 || st.model.Count(ChipProblems) != 5 {
		t.Errorf("%d go, %d stay behind, %d problems", st.Going(), st.LeftBehind(), st.model.Count(ChipProblems))
	}
	if got := st.chips[ChipProblems].Text(); got != "Problems 5" {
		t.Errorf("the chip says %q", got)
	}
	test.Tap(find(t, st.Content(), "Accept 1 suggestion").(*widgets.Button))
	if st.accepted != 1 {
		t.Error("accepting was not told")
	}
	all, _ := sample(t)
	st.Update(all[:1], nil, plan.Webex())
	if st.accept.Visible() || st.strip.Visible() || st.chips[ChipLeftOut].Visible() {
		t.Error("what there is nothing to do with is still shown")
	}
}

func TestScreenChipsAndBarsChooseRows(t *testing.T) {
	st := onStage(t)
	test.Tap(st.chips[ChipProblems])
	if st.model.Len() != 5 || !st.chips[ChipProblems].Chosen() || st.chips[ChipAll].Chosen() {
		t.Errorf("%d rows are shown", st.model.Len())
	}
	st.strip.OnBar(4)
	if st.model.Len() != 5 || st.chips[ChipAll].Chosen() || len(st.note.Objects) != 1 {
		t.Error("a request is not shown alone, with a note")
	}
	test.Tap(find(t, st.Content(), "Show all rows").(*widgets.Link))
	if st.model.Len() != 38 || len(st.note.Objects) != 0 {
		t.Errorf("%d rows are shown", st.model.Len())
	}
}

func TestScreenSearchFindsAndSaysWhenItDoesNot(t *testing.T) {
	st := onStage(t)
	st.Search()
	test.Type(st.window.Canvas().Focused(), "berlin")
	if st.model.Len() != 1 {
		t.Errorf("%d rows are found", st.model.Len())
	}
	test.Type(st.window.Canvas().Focused(), "x")
	test.Tap(find(t, st.Content(), "Clear the search").(*widgets.Link))
	if st.model.Len() != 38 || st.search.Text() != "" {
		t.Errorf("%d rows are found after %q", st.model.Len(), st.search.Text())
	}
	test.Tap(st.chips[ChipProblems])
	all, _ := sample(t)
	st.Update(all[:1], nil, plan.Webex())
	test.Tap(find(t, st.Content(), "Show all rows").(*widgets.Link))
	if st.model.Len() != 1 {
		t.Error("the link does not lead out")
	}
}

func TestScreenSortsByItsHeaders(t *testing.T) {
	st := onStage(t)
	st.grid.OnSort(ColumnStatus)
	if st.model.Status(0) != StatusProblem {
		t.Error("the rows are not sorted")
	}
}

func TestScreenActionsDecide(t *testing.T) {
	st := onStage(t)
	typed := "typed before"
	st.prior[0] = rules.Decision{Text: &typed}
	st.window.Canvas().Focus(st.grid)
	st.press(fyne.KeyHome, fyne.KeyDelete)
	st.grid.OnAction(6, int(ActionUse))
	st.grid.OnAction(11, int(ActionPutBack))
	st.grid.OnAction(99, int(ActionUse))
	st.press(fyne.KeyF1)
	want := "0 typed before true; 6 +18003569377 false; 11 - false"
	if got := strings.Join(st.decided, "; "); got != want {
		t.Errorf("decided %s, want %s", got, want)
	}
	if st.model.Cursor() != 0 {
		t.Errorf("the model has the cursor at %d", st.model.Cursor())
	}
}

func TestScreenEditsACellInAPopUp(t *testing.T) {
	st := onStage(t)
	canvas := st.window.Canvas()
	st.grid.OnAction(5, int(ActionEdit))
	if canvas.Overlays().Top() == nil {
		t.Fatal("nothing opened")
	}
	test.Type(canvas.Focused(), "23")
	st.press(fyne.KeyReturn)
	if got := strings.Join(st.decided, "; "); got != "5 913 555 0123 false" {
		t.Errorf("decided %s", got)
	}
	if canvas.Overlays().Top() != nil || canvas.Focused() != st.grid {
		t.Error("the editor is still open, or the keyboard is lost")
	}

	typed := "913"
	st.prior[5] = rules.Decision{Text: &typed, LeftOut: true}
	st.press(fyne.KeyHome, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyF2)
	test.Type(canvas.Focused(), "5")
	test.Tap(find(t, canvas.Overlays().Top(), "Keep").(*widgets.Button))
	if got := st.decided[1]; got != "5 9135 false" {
		t.Errorf("decided %s", got)
	}
}

func TestScreenLeavesACellAsItWas(t *testing.T) {
	st := onStage(t)
	canvas := st.window.Canvas()
	st.grid.OnAction(5, int(ActionEdit))
	test.Type(canvas.Focused(), "23")
	st.press(fyne.KeyEscape)
	st.grid.OnAction(5, int(ActionEdit))
	test.Type(canvas.Focused(), "23")
	test.Tap(find(t, canvas.Overlays().Top(), "Cancel").(*widgets.Button))
	st.grid.OnAction(5, int(ActionEdit))
	st.press(fyne.KeyReturn) // without a change
	st.grid.OnAction(99, int(ActionEdit))
	if len(st.decided) != 0 || canvas.Overlays().Top() != nil {
		t.Errorf("decided %v", st.decided)
	}
}

func TestScreenKeepsItsPlaceWhenRowsAreJudgedAgain(t *testing.T) {
	st := onStage(t)
	st.window.Canvas().Focus(st.grid)
	st.press(fyne.KeyEnd)
	all, requests := sample(t)
	st.Update(all, requests, plan.Webex())
	if st.grid.Cursor() != 37 {
		t.Errorf("the cursor is at %d", st.grid.Cursor())
	}
	at, size := st.grid.CellAt(37, ColumnStatus)
	if at.Y < 0 || at.Y+size.Height > st.grid.Size().Height+1 {
		t.Errorf("the row under the cursor is at %v", at.Y)
	}
}

func TestScreenColorsSpeakForExceptions(t *testing.T) {
	st := onStage(t)
	s := source{st.model, st.look}
	for row, want := range map[int]fyne.ThemeColorName{
		0: theme.ColorSecondary, 1: theme.ColorWarn, 5: theme.ColorError, 11: theme.ColorSecondary, 12: theme.ColorInfo,
	} {
		if cell := s.Cell(row, ColumnStatus); cell.Color != want || cell.Icon == nil {
			t.Errorf("row %d has the color %s", row, cell.Color)
		}
	}
	if pill := s.Cell(37, ColumnRequest); pill.Pill != theme.ColorTintOver20 || pill.Text != "2 of 2" {
		t.Errorf("the request is %+v", pill)
	}
	if got := moreRequests(3, false) + "; " + moreRequests(1, true); got != "and 3 more; 1 mobile request" {
		t.Errorf("got %q", got)
	}
}
