package results

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"numberloader/gui/draw"
	"numberloader/gui/layout"
	"numberloader/gui/theme"
	"numberloader/gui/widgets"
	"numberloader/internal/run"
)

// stage is a screen in a window, and what it was told.
type stage struct {
	*Screen
	window fyne.Window
	told   []string
}

func onStage(tb testing.TB) *stage {
	tb.Helper()
	test.NewTempApp(tb).Settings().SetTheme(theme.New())
	st := &stage{window: test.NewTempWindow(tb, nil)}
	st.Screen = New(Config{
		Notice:         layout.Stack(),
		Canvas:         st.window.Canvas(),
		Zone:           time.UTC,
		OnCopy:         func(text string) { st.told = append(st.told, "copy "+text) },
		OnShowInFolder: func() { st.told = append(st.told, "show") },
		OnSaveAs:       func() { st.told = append(st.told, "save") },
		OnSelected:     func() {},
		Modifiers:      func() fyne.KeyModifier { return 0 },
	})
	st.window.SetPadded(false)
	st.window.SetContent(st.Content())
	st.window.Resize(fyne.NewSize(916, 604))
	st.Update(sample(tb), false, Workbook{Name: "carrier-dids - results.xlsx", Beside: true}, nil)
	return st
}

func tap(tb testing.TB, root fyne.CanvasObject, text string) {
	tb.Helper()
	for _, o := range test.LaidOutObjects(root) {
		switch w := o.(type) {
		case *widgets.Button:
			if w.Text == text {
				test.Tap(w)
				return
			}
		case *widgets.Link:
			if w.Text() == text {
				test.Tap(w)
				return
			}
		}
	}
	tb.Fatalf("there is no %q", text)
}

func TestScreenShowsWhatBecameOfTheRows(t *testing.T) {
	st := onStage(t)
	if st.headline.Text() != "3 numbers were added to Acme Corp" || st.model.Count(run.Added) != 3 {
		t.Errorf("the headline is %q", st.headline.Text())
	}
	test.Tap(st.chips[run.Refused])
	switch {
	case st.model.Len() != 1:
		t.Errorf("st.model.Len() is %v, not 1", st.model.Len())
	case !st.chips[run.Refused].Chosen():
		t.Error("st.chips[run.Refused].Chosen() is false")
	case st.all.Chosen():
		t.Error("st.all.Chosen() is true")
	case st.chips[run.Refused].Text() != "Refused 1":
		t.Errorf("st.chips[run.Refused].Text() is %q, not %q", st.chips[run.Refused].Text(), "Refused 1")
	}
	test.Tap(st.all)
	if st.model.Len() != 7 || !st.all.Chosen() {
		t.Errorf("%d rows are shown", st.model.Len())
	}
	r := sample(t)
	r.Lines = r.Lines[:2]
	st.Update(r, false, Workbook{}, nil)
	if st.chips[run.Refused].Visible() || st.folder.Visible() || st.file.Text() != "The results workbook is not saved yet" {
		t.Error("what there is nothing of is still shown")
	}
}

func TestScreenOffersTheWorkbook(t *testing.T) {
	st := onStage(t)
	if st.file.Text() != "carrier-dids - results.xlsx" || st.saved.Text() != "Saved beside your file. One line for each of the 7 rows." {
		t.Errorf("the strip says %q, %q", st.file.Text(), st.saved.Text())
	}
	tap(t, st.Content(), "Show in folder")
	tap(t, st.Content(), "Save as")
	if got := strings.Join(st.told, " "); got != "show save" {
		t.Errorf("told %s", got)
	}
}

func TestScreenCopiesDetailsForSupport(t *testing.T) {
	st := onStage(t)
	st.window.Canvas().Focus(st.grid)
	for range 5 {
		st.grid.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	}
	st.grid.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if len(st.told) != 1 || !strings.Contains(st.told[0], "tracking ID ROUTERGW_3f26ee58-dfb9-44fa") {
		t.Errorf("told %q, the cursor at %d", st.told, st.model.Cursor())
	}
}

func TestScreenLeadsOutOfAnEmptyGrid(t *testing.T) {
	st := onStage(t)
	st.Search()
	test.Type(st.window.Canvas().Focused(), "nothing")
	tap(t, st.Content(), "Clear the search")
	if st.model.Len() != 7 || st.search.Text() != "" {
		t.Errorf("%d rows after the search", st.model.Len())
	}
	test.Tap(st.chips[run.Refused])
	r := sample(t)
	r.Lines = r.Lines[:2]
	st.Update(r, false, Workbook{}, nil)
	tap(t, st.Content(), "Show all rows")
	if st.model.Len() != 2 {
		t.Errorf("%d rows are shown", st.model.Len())
	}
	st.grid.OnSort(ColumnFile)
	if got := st.model.Value(0, ColumnCell).Text; got != "B3" {
		t.Errorf("sorted, the first row is %s", got)
	}
	r.ID = "another"
	st.search.SetText("913")
	if st.Update(r, false, Workbook{}, nil); st.search.Text() != "" {
		t.Error("another run begins with the search of the last one")
	}
}

func TestScreenColorsSpeakForExceptions(t *testing.T) {
	st := onStage(t)
	s := source{st.model, st.icons}
	got := ""
	for row := range st.model.Len() {
		cell := s.Cell(row, ColumnOutcome)
		if cell.Icon == nil {
			t.Errorf("row %d has no icon", row)
		}
		got += fmt.Sprint(cell.Color, " ")
	}
	want := fmt.Sprint(theme.ColorSecondary, " ", theme.ColorSecondary, " ", theme.ColorInfo, " ", theme.ColorSecondary, " ",
		theme.ColorError, " ", theme.ColorSecondary, " ", theme.ColorWarn, " ")
	if got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestScreenOffersWhatCanBeDone(t *testing.T) {
	st := onStage(t)
	did := ""
	actions := []Action{
		{Label: "Undo this run", Quiet: true, Do: func() { did += "undo " }},
		{Label: "Retry 2 refused", Do: func() { did += "retry " }},
	}
	st.Update(sample(t), false, Workbook{}, actions)
	tap(t, st.Content(), "Undo this run")
	tap(t, st.Content(), "Retry 2 refused")
	if did != "undo retry " {
		t.Errorf("did %q", did)
	}
	st.Update(sample(t), false, Workbook{}, nil)
	if len(st.actions.Objects) != 0 {
		t.Error("what does not apply is still offered")
	}
}

func TestTheHeadlineIsShortBeforeTheActionsStandBelowIt(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(theme.New())
	headline, actions := draw.NewParagraph("", draw.Heading), layout.Space(300, 36)
	head := &headLayout{headline: headline, whole: "3 numbers were added to Acme Corp", short: "3 numbers were added"}
	line := container.New(head, headline, actions)
	for _, c := range []struct {
		wide  float32
		says  string
		below bool
	}{{700, head.whole, false}, {600, head.short, false}, {500, head.whole, true}, {900, head.whole, false}} {
		line.Resize(fyne.NewSize(c.wide, 36))
		at := actions.Position()
		if headline.Text() != c.says || c.below != (at.Y > 0) || c.below == (at.X > 0) || headline.MinSize().Height > 40 {
			t.Errorf("%v wide: the actions are at %v, the headline is %q, %v high", c.wide, at, headline.Text(), headline.MinSize().Height)
		}
	}
}

func TestAnActionThatAMenuHasLeavesBeforeTheHeadlineIsWrapped(t *testing.T) {
	st := onStage(t)
	st.Update(sample(t), false, Workbook{}, []Action{{Label: "Undo this run", Quiet: true}, {Label: "Compare", Quiet: true, Spare: true}, {Label: "Edit in Review"}})
	for _, c := range []struct {
		wide  float32
		shown bool
	}{{1300, true}, {720, false}, {1300, true}} {
		st.window.Resize(fyne.NewSize(c.wide, 604))
		compare, undo := st.actions.Objects[1], st.actions.Objects[0]
		if compare.Visible() != c.shown || !undo.Visible() {
			t.Errorf("%v wide: Compare is shown: %v, Undo: %v", c.wide, compare.Visible(), undo.Visible())
		}
		if most := theme.Control; c.wide > 800 && st.head.height > most || st.headline.MinSize().Height > 40 {
			t.Errorf("%v wide: the headline is %v high, the line %v", c.wide, st.headline.MinSize().Height, st.head.height)
		}
	}
}
