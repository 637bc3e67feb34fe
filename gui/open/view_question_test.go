package open

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"numberloader/gui/widgets"
	"numberloader/internal/number"
)

// staged is a stage on which a file with these sheets was opened.
func staged(t *testing.T, sheets ...*number.Table) *stage {
	t.Helper()
	f := &upload{sheets: sheets}
	s := newReadingStage(t, func(ctx context.Context, layout number.Layout, progress func(number.Progress)) (*number.Table, error) {
		return f.read(ctx, "/x/carrier.xlsx", layout, progress)
	})
	s.opening.Open("/x/carrier.xlsx", number.Layout{})
	s.settle()
	return s
}

func (s *stage) sees(t *testing.T, wanted ...string) {
	t.Helper()
	seen := s.texts()
	for _, text := range wanted {
		if !slices.Contains(seen, text) {
			t.Errorf("nobody sees %q in %q", text, seen)
		}
	}
}

func TestTheChosenCardIsOnTheButton(t *testing.T) {
	s := staged(t, staff())
	s.sees(t, "Which columns hold the numbers to add?", "Column A: Phone", "With this column", "2 ready", "1 problem")
	if b, ok := s.screen.Primary(); !ok || b.Label != "Continue" || b.Reason != "Choose a column" {
		t.Errorf("the button is %+v, %v", b, ok)
	}
	first, second := s.areas()[0], s.areas()[1]
	test.Tap(first)
	if b, _ := s.screen.Primary(); b.Label != "Use column A" || b.Reason != "" {
		t.Errorf("the button is %+v", b)
	}
	test.Tap(second)
	if b, _ := s.screen.Primary(); b.Label != "Use columns A and B" {
		t.Errorf("the button is %+v", b)
	}
	test.Tap(first)
	test.Tap(second)
	if b, _ := s.screen.Primary(); b.Reason != "Choose a column" {
		t.Errorf("the button is %+v", b)
	}
	test.Tap(second)
	if s.areas()[1] != second {
		t.Error("a card that is chosen is made anew, and loses the keyboard")
	}
	b, _ := s.screen.Primary()
	if b.Label != "Use column B" {
		t.Errorf("the button is %+v", b)
	}
	b.Do()
	s.settle()
	if s.opening.Layout().Columns[number.FieldNumber] != "B" {
		t.Errorf("read with %v", s.opening.Layout().Columns)
	}
	if _, ok := s.screen.Primary(); ok {
		t.Error("a button without a question")
	}
}

func TestACardIsChosenWithTheKeyboard(t *testing.T) {
	s := staged(t, list("DIDs", "+19135550101"), list("Mobiles", "+19135550201"))
	if s.screen.First() != fyne.Focusable(s.areas()[0]) {
		t.Error("the chosen card does not have the keyboard")
	}
	s.window.Canvas().Focus(s.areas()[1])
	s.areas()[1].TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if b, _ := s.screen.Primary(); b.Label != "Use sheet Mobiles" {
		t.Errorf("the button is %+v", b)
	}
	if s.window.Canvas().Focused() != fyne.Focusable(s.areas()[1]) {
		t.Error("the keyboard is lost")
	}
}

func TestNothingMovesWhenACardIsKnown(t *testing.T) {
	f := &upload{sheets: []*number.Table{list("DIDs", "+19135550101"), list("Mobiles", "+19135550201")}}
	ready := make(chan struct{})
	s := newReadingStage(t, func(ctx context.Context, layout number.Layout, progress func(number.Progress)) (*number.Table, error) {
		if layout.Sheet != nil {
			<-ready
		}
		return f.read(ctx, "/x/carrier.xlsx", layout, progress)
	})
	s.opening.Open("/x/carrier.xlsx", number.Layout{})
	for s.opening.Table() == nil {
		(<-s.home)()
	}
	s.sees(t, "Looking into it", "Checking the rows", "Mobiles")
	before := s.areas()[1].Size()
	close(ready)
	s.settle()
	s.sees(t, "1 row, numbers in column A", "1 ready", "+19135550201")
	if slices.Contains(s.texts(), "Checking the rows") || s.areas()[1].Size() != before {
		t.Errorf("the card was %v and is %v", before, s.areas()[1].Size())
	}
}

func TestACountryIsChosenBeforeItIsUsed(t *testing.T) {
	s := staged(t, list("DIDs", "030 23125001"))
	b, ok := s.screen.Primary()
	if !ok || b.Reason == "" {
		t.Errorf("the button is %+v", b)
	}
	b.Do()
	s.settle()
	var others *widget.Select
	for _, o := range test.LaidOutObjects(s.window.Content()) {
		if choice, ok := o.(*widget.Select); ok {
			others = choice
		}
	}
	others.SetSelected("France")
	if b, _ := s.screen.Primary(); b.Label != "Use France" || b.Reason != "" {
		t.Errorf("the button is %+v", b)
	}
	test.Tap(s.areas()[0])
	b, _ = s.screen.Primary()
	if b.Label == "Use France" || others.SelectedIndex() >= 0 {
		t.Errorf("the button is %+v, the list says %q", b, others.Selected)
	}
	b.Do()
	s.settle()
	if s.opening.Settings().Region == "" || !s.opening.Settled() {
		t.Errorf("%+v", s.opening.Settings())
	}
}

func TestTheUserSaysWhetherTheAnswerIsRemembered(t *testing.T) {
	s := staged(t, staff())
	box := func() *widget.Check {
		for _, o := range test.LaidOutObjects(s.window.Content()) {
			if check, ok := o.(*widget.Check); ok {
				return check
			}
		}
		return nil
	}
	if !box().Checked {
		t.Error("answers are not remembered at first")
	}
	box().SetChecked(false)
	if on, _ := s.opening.Remembering(); on {
		t.Error("it is remembered all the same")
	}
	headless := staff()
	headless.HeaderRow, headless.Headings = 0, nil
	if s = staged(t, headless); box() != nil {
		t.Error("what can't be remembered is offered")
	}
}

func TestWhatIsRememberedIsToldBesideAFurtherQuestion(t *testing.T) {
	mobiles := staff()
	s := staged(t, mobiles)
	test.Tap(s.areas()[0])
	b, _ := s.screen.Primary()
	b.Do()
	s.settle()
	s.opening.AnswerCountry("")
	s.settle()
	mobiles.Records[0].Hidden = true
	s.opening.Open("/x/next.xlsx", number.Layout{})
	s.settle()
	s.sees(t, "1 row is hidden in the file. Add it, too?", "Chosen as for earlier files with these headers: number in column A.")
}

func TestWithoutAnythingInItTheFileIsReadInAnotherWay(t *testing.T) {
	s := staged(t, &number.Table{Ask: &number.Ask{}})
	if b, ok := s.screen.Primary(); !ok || b.Label != "Choose the column" || s.screen.First() != nil {
		t.Errorf("the button is %+v", b)
	}
}

func TestManyCardsStandInLinesOfEqualWidth(t *testing.T) {
	for n, want := range map[int]int{1: 1, 2: 2, 3: 3, 4: 6, 6: 6, 7: 9} {
		cards := make([]fyne.CanvasObject, n)
		for i := range cards {
			cards[i] = widgets.Space(1, 1)
		}
		if got := len(padded(cards)); got != want {
			t.Errorf("%d cards take %d places, want %d", n, got, want)
		}
	}
}

func TestFlowGoesToTheNextLineWhereRoomIsMissing(t *testing.T) {
	parts := make([]fyne.CanvasObject, 3)
	for i := range parts {
		parts[i] = canvas.NewRectangle(nil)
		parts[i].(*canvas.Rectangle).SetMinSize(fyne.NewSize(100, 20)) //nolint:forcetypeassert // made above
	}
	parts[1].Hide()
	box := container.New(&wrapping{across: 10}, parts...)
	if got := box.MinSize(); got != fyne.NewSize(100, 20) {
		t.Errorf("at first %v", got)
	}
	for width, want := range map[float32]string{
		320: "[0 0] [110 0] [220 0] 20", 319: "[0 0] [110 0] [0 20] 40", 100: "[0 0] [0 20] [0 40] 60",
	} {
		box.Resize(fyne.NewSize(width, 20))
		got := ""
		for _, part := range parts {
			got += fmt.Sprintf("[%v %v] ", part.Position().X, part.Position().Y)
		}
		if got += fmt.Sprint(box.MinSize().Height); got != want {
			t.Errorf("%v wide: %s, want %s", width, got, want)
		}
	}
}

func TestTheFirstRowsStandBelowTheProgress(t *testing.T) {
	first := list("", "+19135550101", "+19135550102")
	first.Headings = []string{"Phone number"}
	s := newReadingStage(t, func(ctx context.Context, _ number.Layout, progress func(number.Progress)) (*number.Table, error) {
		progress(number.Progress{Rows: 4096, Share: 0.25, First: first})
		<-ctx.Done()
		return nil, ctx.Err()
	})
	s.opening.Open("/x/large.csv", number.Layout{})
	(<-s.home)()
	(<-s.home)()
	s.sees(t, "Reading large.csv", "4,096 rows so far, 25% of the file. Nothing is sent.", "Cancel", "Row", "Phone number", "2", "+19135550101", "+19135550102")
	shown := s.screen.progress.rows.Objects[0]
	s.screen.Refresh()
	if s.screen.progress.rows.Objects[0] != shown {
		t.Error("the rows are drawn anew though they are the same")
	}
	test.Tap(s.button(t, "Cancel"))
	s.settle()
	s.sees(t, "Drop a spreadsheet here")
}

func TestTheFirstRowsStayWhileTheRestIsChecked(t *testing.T) {
	first, whole := list("", "+19135550101"), list("", "+19135550101")
	whole.Path = "/x/large.csv"
	whole.Records = append(whole.Records, make([]number.Record, manyRows)...)
	ready := make(chan struct{})
	s := newReadingStage(t, func(_ context.Context, _ number.Layout, progress func(number.Progress)) (*number.Table, error) {
		progress(number.Progress{Rows: 4096, Share: 0.25, First: first})
		<-ready
		return whole, nil
	})
	s.opening.Open("/x/large.csv", number.Layout{})
	for s.screen.progress == nil || len(s.screen.progress.rows.Objects) == 0 {
		(<-s.home)()
	}
	shown := s.screen.progress.rows.Objects[0]
	close(ready)
	for s.opening.Table() == nil {
		(<-s.home)()
	}
	s.sees(t, "Checking large.csv", "+19135550101")
	if s.screen.progress.rows.Objects[0] != shown {
		t.Error("the rows are drawn anew, so that the list jumps to its start")
	}
	s.settle()
}

func TestAnExcerptHasNoCellOfAnUnknownColumn(t *testing.T) {
	source := excerptSource{ExcerptOf(list("", "+19135550101"))}
	if source.Cell(0, "x").Text != "" || source.Cell(0, "1").Text != "+19135550101" || source.Lines(0, true) != nil {
		t.Error("a cell of nothing")
	}
}
