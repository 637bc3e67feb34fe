package open

import (
	"context"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

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

// marks are the check boxes, radios and switches, from top to bottom.
func (s *stage) marks() []*widgets.Mark {
	var marks []*widgets.Mark
	for _, o := range test.LaidOutObjects(s.window.Content()) {
		if mark, ok := o.(*widgets.Mark); ok {
			marks = append(marks, mark)
		}
	}
	return marks
}

// on are the positions of those that are on.
func (s *stage) on() []int {
	var on []int
	for i, mark := range s.marks() {
		if mark.State() == widgets.MarkOn {
			on = append(on, i)
		}
	}
	return on
}

// press is the button at the bottom right.
func (s *stage) press() Button {
	b, _ := s.screen.Primary()
	return b
}

// TestEachColumnIsTakenOrLeftOut answers for two columns, each of which has a radio for
// both.
func TestEachColumnIsTakenOrLeftOut(t *testing.T) {
	s := staged(t, staff())
	s.sees(t, "Which columns hold the numbers to add?", "Column A: Phone", "With this column", "2 ready", "1 without a country, asked next", "0 problems", "Add them", "Leave them out", "3 rows")
	if on := s.on(); !slices.Equal(on, []int{4}) { // remember
		t.Errorf("chosen from the start are %v", on)
	}
	steps := []struct {
		tap           int
		label, reason string
	}{
		{0, "Continue", "Choose an answer for each column"},
		{2, "Use columns A and B", ""},
		{1, "Use column B", ""},
		{3, "Continue", "No column is added"},
		{2, "Use column B", ""},
	}
	second := s.marks()[2]
	for _, step := range steps {
		test.Tap(s.marks()[step.tap])
		if b := s.press(); b.Label != step.label || b.Reason != step.reason {
			t.Errorf("after %d the button is %+v", step.tap, b)
		}
	}
	if s.marks()[2] != second {
		t.Error("an answer that is chosen is made anew, and loses the keyboard")
	}
	s.press().Do()
	s.settle()
	if s.opening.Layout().Columns[number.FieldNumber] != "B" {
		t.Errorf("read with %v", s.opening.Layout().Columns)
	}
	if _, ok := s.screen.Primary(); ok {
		t.Error("a button without a question")
	}
}

// TestAnswersAreChosenWithTheKeyboard moves with the arrows in a card, which chooses
// nothing, and with Tab to the next one.
func TestAnswersAreChosenWithTheKeyboard(t *testing.T) {
	s := staged(t, staff())
	marks, keyboard := s.marks(), s.window.Canvas()
	keyboard.Focus(s.screen.First())
	typed := func(name fyne.KeyName) { keyboard.Focused().TypedKey(&fyne.KeyEvent{Name: name}) }
	if keyboard.Focused() != fyne.Focusable(marks[0]) {
		t.Fatal("the first answer does not have the keyboard")
	}
	typed(fyne.KeyDown)
	if keyboard.Focused() != fyne.Focusable(marks[1]) || len(s.on()) > 1 {
		t.Fatalf("the arrow chose %v", s.on())
	}
	typed(fyne.KeySpace)
	keyboard.FocusNext()
	if keyboard.Focused() != fyne.Focusable(marks[2]) {
		t.Fatal("Tab does not go to the next card")
	}
	typed(fyne.KeySpace)
	if b := s.press(); b.Label != "Use column B" {
		t.Errorf("the button is %+v", b)
	}
}

// TestSheetsAreChosenTogetherOrOneByOne uses the box over all of them.
// TestWhatAnExtensionGivesIsReadWhole has answers that are longer than names of
// countries, and what they give is known only later.
func TestWhatAnExtensionGivesIsReadWhole(t *testing.T) {
	table := list("DIDs", "(212) 555-0100", "(212) 555-0100")
	table.Ask = &number.Ask{Question: number.QuestionExtension, Candidates: []number.Candidate{
		{Column: 2, Heading: "Ext", Field: number.FieldExtension, Samples: []number.Sample{{Cell: "A2", Text: "(212) 555-0100 0101"}}},
		{Column: 2, Heading: "Ext", Field: number.FieldLastDigits, Samples: []number.Sample{{Cell: "A2", Text: "(212) 555-0101"}}},
	}}
	s := staged(t, table)
	s.window.Resize(fyne.NewSize(716, 500))
	s.sees(t, "Add them behind the main number", "Replace its last digits with them", "(212) 555-0100 0101")
	for _, text := range s.texts() {
		if strings.HasSuffix(text, "…") {
			t.Errorf("%q is cut", text)
		}
	}
}

func TestSheetsAreChosenTogetherOrOneByOne(t *testing.T) {
	s := staged(t, list("DIDs", "+19135550101"), list("Mobiles", "+19135550201"), list("Spare", "+19135550301"))
	s.sees(t, "Select all", "First numbers", "+19135550201", "Mobiles")
	marks := s.marks()
	if s.screen.First() != fyne.Focusable(marks[0]) || len(s.on()) != 1 || s.press().Reason != "Choose a sheet" {
		t.Errorf("chosen from the start are %v", s.on())
	}
	test.Tap(marks[2])
	if b := s.press(); b.Label != "Use sheet Mobiles" || marks[0].State() != widgets.MarkSome {
		t.Errorf("the button is %+v", b)
	}
	test.Tap(marks[0])
	if b := s.press(); b.Label != "Use 3 sheets" || marks[0].State() != widgets.MarkOn {
		t.Errorf("the button is %+v", b)
	}
	test.Tap(marks[0])
	if b := s.press(); b.Reason != "Choose a sheet" || marks[0].State() != widgets.MarkOff {
		t.Errorf("the button is %+v", b)
	}
}

// TestTheSwitchComesAndGoesWithTheLocations holds that the question follows what is known
// of the organization while it is asked.
func TestTheSwitchComesAndGoesWithTheLocations(t *testing.T) {
	f := &upload{sheets: []*number.Table{list("Austin", "+15125550101"), list("Fax", "+15125550201")}}
	s := newReadingStage(t, func(ctx context.Context, layout number.Layout, progress func(number.Progress)) (*number.Table, error) {
		return f.read(ctx, "/x/carrier.xlsx", layout, progress)
	})
	s.opening.Open("/x/carrier.xlsx", number.Layout{})
	s.settle()
	asked := s.screen.asked
	shown := func(said string) {
		t.Helper()
		q := asked.question
		if q.Switch = nil; said != "" {
			q.Switch = &Switch{Label: "Use the sheet's name", Caption: said, On: func(cards []int) bool { return len(cards) > 0 }}
		}
		asked.show(q)
	}
	shown("")
	if texts := s.texts(); slices.Contains(texts, "Use the sheet's name") {
		t.Errorf("without a location, it says %q", texts)
	}
	shown("Austin is a location.")
	s.sees(t, "Use the sheet's name", "Austin is a location.")
	asked.choose(0)
	if asked.mark.State() != widgets.MarkOn {
		t.Error("the switch does not follow what is chosen")
	}
	shown("Austin and Fax are locations.")
	s.sees(t, "Austin and Fax are locations.")
	if !slices.Equal(asked.chosen, []int{0}) {
		t.Errorf("chosen are now %v", asked.chosen)
	}
	shown("")
	if texts := s.texts(); slices.Contains(texts, "Use the sheet's name") {
		t.Errorf("signed out, it says %q", texts)
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
	s.sees(t, "Looking into it", "Mobiles")
	before := s.marks()[2].Size()
	close(ready)
	s.settle()
	s.sees(t, "1 row, numbers in column A", "+19135550201")
	if slices.Contains(s.texts(), "Looking into it") || s.marks()[2].Size() != before {
		t.Errorf("the answer was %v and is %v", before, s.marks()[2].Size())
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
	var others *widgets.Select
	for _, o := range test.LaidOutObjects(s.window.Content()) {
		if choice, ok := o.(*widgets.Select); ok {
			others = choice
		}
	}
	test.Tap(s.marks()[len(s.marks())-3]) // another country, before the last one and remember
	for _, letter := range "France" {
		s.window.Canvas().Focused().TypedRune(letter)
	}
	s.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if b, _ := s.screen.Primary(); b.Label != "Use France" || b.Reason != "" {
		t.Errorf("the button is %+v", b)
	}
	test.Tap(s.marks()[0])
	b, _ = s.screen.Primary()
	if b.Label == "Use France" || others.Chosen() >= 0 {
		t.Errorf("the button is %+v, the list says %q", b, others.Text())
	}
	b.Do()
	s.settle()
	if s.opening.Settings().Region == "" || !s.opening.Settled() {
		t.Errorf("%+v", s.opening.Settings())
	}
}

func TestTheUserSaysWhetherTheAnswerIsRemembered(t *testing.T) {
	s := staged(t, staff())
	if on := s.on(); len(on) != 1 {
		t.Errorf("answers are not remembered at first: %v", on)
	}
	test.Tap(s.marks()[4])
	if on, _ := s.opening.Remembering(); on {
		t.Error("it is remembered all the same")
	}
	headless := staff()
	headless.HeaderRow, headless.Headings = 0, nil
	if s = staged(t, headless); len(s.marks()) != 4 {
		t.Errorf("what can't be remembered is offered: %d", len(s.marks()))
	}
}

func TestWhatIsRememberedIsToldBesideAFurtherQuestion(t *testing.T) {
	mobiles := staff()
	s := staged(t, mobiles)
	test.Tap(s.marks()[0])
	test.Tap(s.marks()[3])
	s.press().Do()
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

// TestMoreThanTwoCardsStandBelowEachOther compares two with three.
func TestMoreThanTwoCardsStandBelowEachOther(t *testing.T) {
	for n, below := range map[int]bool{2: false, 3: true} {
		table := staff()
		table.Ask.Candidates = append(table.Ask.Candidates, number.Candidate{Column: 2, Heading: "Fax"})[:n]
		s := staged(t, table)
		all := s.screen.asked.answers.(*cards).all //nolint:forcetypeassert // that of columns
		if got := all[1].object.Position().Y > 0; got != below {
			t.Errorf("of %d cards the second stands below: %v", n, got)
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
	for s.screen.progress == nil {
		(<-s.home)()
	}
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

func TestTheRowsOfAFileAreLetGoOfWhereTheScreenIsLeft(t *testing.T) {
	s := newReadingStage(t, func(ctx context.Context, _ number.Layout, progress func(number.Progress)) (*number.Table, error) {
		progress(number.Progress{Rows: 4096, Share: 0.25, First: list("", "+19135550101")})
		<-ctx.Done()
		return nil, ctx.Err()
	})
	s.opening.Open("/x/large.csv", number.Layout{})
	for s.screen.progress == nil {
		(<-s.home)()
	}
	if s.screen.Leave(); s.screen.progress != nil || len(s.screen.content.Objects) > 0 {
		t.Error("they are still there")
	}
	s.screen.Refresh()
	s.sees(t, "Reading large.csv", "+19135550101")
	s.opening.CancelReading()
	s.settle()
}

func TestAnExcerptHasNoCellOfAnUnknownColumn(t *testing.T) {
	source := excerptSource{excerptOf(list("", "+19135550101"))}
	if source.Cell(0, "x").Text != "" || source.Cell(0, "1").Text != "+19135550101" || source.Lines(0, true) != nil {
		t.Error("a cell of nothing")
	}
}
