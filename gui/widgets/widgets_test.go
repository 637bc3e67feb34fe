package widgets

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"numberloader/gui/theme"
)

// stage is a window that shows an object in the program's look.
func stage(t *testing.T, object fyne.CanvasObject, size fyne.Size) fyne.Window {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(theme.New())
	w := app.NewWindow("")
	t.Cleanup(w.Close)
	w.SetPadded(false)
	w.SetContent(object)
	w.Resize(size)
	return w
}

// drawn are the texts that are drawn in an object.
func drawn(object fyne.CanvasObject) []string {
	var texts []string
	for _, o := range test.LaidOutObjects(object) {
		if text, ok := o.(*canvas.Text); ok && text.Visible() && text.Text != "" {
			texts = append(texts, text.Text)
		}
	}
	return texts
}

func key(name fyne.KeyName) *fyne.KeyEvent { return &fyne.KeyEvent{Name: name} }

// focusable is what can be pressed with the keyboard.
type focusable interface {
	fyne.Focusable
	fyne.CanvasObject
}

func TestSpaceAndReturnPressWhatHasTheKeyboard(t *testing.T) {
	pressed := 0
	press := func() { pressed++ }
	step := NewStepButton(press)
	objects := map[string]focusable{
		"button":   NewButton("Add", Primary, press),
		"link":     NewLink("Change", press),
		"tappable": NewTappable(Space(10, 10), 0, press),
		"step":     step,
		"radio":    NewMark(ShapeRadio, Space(10, 10), press),
		"switch":   NewSwitch(Space(10, 10), false, func(bool) { press() }),
	}
	for name, object := range objects {
		t.Run(name, func(t *testing.T) {
			pressed = 0
			w := stage(t, object, fyne.NewSize(200, 60))
			step.Set(Step{Title: "Open", Ready: true})
			w.Canvas().Focus(object)
			test.Type(object, "x")
			object.TypedKey(key(fyne.KeySpace))
			object.TypedKey(key(fyne.KeyReturn))
			object.TypedKey(key(fyne.KeyDown))
			if pressed != 2 {
				t.Errorf("pressed %d times", pressed)
			}
			if tappable, ok := object.(fyne.Tappable); ok {
				test.Tap(tappable)
			}
			if pressed != 3 {
				t.Error("the mouse does not press it")
			}
		})
	}
}

// ringOf is the ring of a widget, the last of its objects.
func ringOf(w fyne.Widget) fyne.CanvasObject {
	objects := test.WidgetRenderer(w).Objects()
	return objects[len(objects)-1]
}

func TestWhatHasTheKeyboardWearsARing(t *testing.T) {
	for name, object := range map[string]focusable{
		"button": NewButton("Add", Primary, func() {}), "link": NewLink("Change", func() {}),
		"tappable": NewTappable(Space(10, 10), 0, func() {}), "step": NewStepButton(func() {}),
		"check box": NewCheck("All", false, func(bool) {}), "radio": NewMark(ShapeRadio, Space(10, 10), func() {}), "select": NewSelect(nil, theme.Control, func(int) {}),
	} {
		t.Run(name, func(t *testing.T) {
			stage(t, object, fyne.NewSize(200, 60))
			widget, ok := object.(fyne.Widget)
			if !ok || ringOf(widget).Visible() {
				t.Fatal("a ring without the keyboard")
			}
			object.FocusGained()
			if !ringOf(widget).Visible() {
				t.Error("no ring")
			}
			object.FocusLost()
			if ringOf(widget).Visible() {
				t.Error("the ring stayed")
			}
		})
	}
}

func TestAStepThatIsNotReadyTakesNoKeyboard(t *testing.T) {
	step := NewStepButton(func() { t.Error("gone to") })
	stage(t, step, fyne.NewSize(184, 56))
	step.Set(Step{Number: "3", Title: "Add"})
	test.Tap(step)
	if !step.Disabled() {
		t.Error("the keyboard can reach it")
	}
	step.Set(Step{Number: "3", Title: "Add", Caption: "a caption that is much longer than the rail is wide", State: StepDone})
	if texts := drawn(step); !strings.HasSuffix(texts[len(texts)-1], "…") || slices.Contains(texts, "3") {
		t.Errorf("drawn are %q", texts)
	}
}

func TestADisabledAreaDoesNothing(t *testing.T) {
	tappable := NewTappable(Space(10, 10), 0, func() { t.Error("pressed") })
	tappable.Disable()
	tappable.Tapped(nil)
	if !tappable.Disabled() {
		t.Error("enabled")
	}
	tappable.Enable()
	if tappable.Disabled() {
		t.Error("disabled")
	}
}

func TestButtonsAreAsHighAsFields(t *testing.T) {
	for _, rank := range []Rank{Primary, Usual, Plain} {
		button := NewButton("Undo", rank, func() {})
		stage(t, button, fyne.NewSize(200, 60))
		if button.MinSize().Height != theme.Control {
			t.Errorf("rank %d is %v high", rank, button.MinSize().Height)
		}
		button.SetEnabled(false)
		if !button.Disabled() {
			t.Error("enabled")
		}
		button.SetEnabled(true)
	}
}

func TestTextIsCutOnlyWhereItMayBe(t *testing.T) {
	long := "a-file-with-a-name-that-goes-on-and-on.xlsx"
	cut, whole := NewText(long, Body.Shortened()), NewText("+19135550101", Body)
	row := HStack(8, cut, whole)
	w := stage(t, row, fyne.NewSize(200, 30))
	texts := drawn(row)
	if !strings.HasSuffix(texts[0], "…") || texts[1] != "+19135550101" || cut.Text() != long {
		t.Errorf("drawn are %q", texts)
	}
	w.Resize(fyne.NewSize(800, 30))
	if texts := drawn(row); texts[0] != long {
		t.Errorf("drawn are %q though there is room", texts)
	}
	cut.SetText("short")
	cut.Set("short", Body)
	if texts := drawn(row); texts[0] != "short" {
		t.Errorf("drawn are %q", texts)
	}
}

func TestShortenKeepsTheBeginning(t *testing.T) {
	t.Parallel()
	width := func(text string) float32 { return float32(len([]rune(text))) }
	for want, limit := range map[string]float32{"Zürich": 6, "Züri…": 5, "Z…": 2, "…": 1} {
		if got := shorten("Zürich", limit, width); got != want {
			t.Errorf("got %q at %v", got, limit)
		}
	}
}

func TestAParagraphWrapsAndGrowsWithItsText(t *testing.T) {
	paragraph := NewSpans(Span{"Dana Reyes", Strong}, Span{", full administrator of ", Body}, Span{"Acme Corp", Strong}, Span{".", Body})
	column := VStack(0, paragraph)
	w := stage(t, column, fyne.NewSize(900, 200))
	one := paragraph.MinSize().Height
	if texts := drawn(column); len(texts) != 4 {
		t.Errorf("drawn are %q", texts)
	}
	w.Resize(fyne.NewSize(150, 200))
	if two := paragraph.MinSize().Height; two < 2*one {
		t.Errorf("%v high in one line and %v in several", one, two)
	}
	if got := paragraph.Text(); got != "Dana Reyes, full administrator of Acme Corp." {
		t.Errorf("got %q", got)
	}
	paragraph.Set(Span{"Short", Body})
	if texts := drawn(column); !slices.Equal(texts, []string{"Short"}) {
		t.Errorf("drawn are %q", texts)
	}
}

func TestALinkFollowsTheLastWordOrGetsItsOwnLine(t *testing.T) {
	paragraph, link := NewParagraph("Two columns look like phone numbers.", Secondary), NewLink("Change", func() {})
	followed := Followed(paragraph, link)
	w := stage(t, VStack(0, followed), fyne.NewSize(600, 100))
	if link.Position().Y != 0 || link.Position().X < 200 {
		t.Errorf("the link is at %v", link.Position())
	}
	w.Resize(fyne.NewSize(paragraph.MinSize().Width+150, 100))
	if link.Position().X+link.MinSize().Width > followed.Size().Width {
		t.Errorf("the link is at %v of %v", link.Position(), followed.Size())
	}
}

func TestSpacersShareWhatIsLeft(t *testing.T) {
	left, right := Space(20, 10), Space(30, 20)
	stage(t, HStack(10, left, Spacer(), right), fyne.NewSize(200, 40))
	if left.Position() != fyne.NewPos(0, 15) || right.Position() != fyne.NewPos(170, 10) {
		t.Errorf("at %v and %v", left.Position(), right.Position())
	}
	top, bottom := Space(20, 10), Space(30, 20)
	stage(t, VStack(10, top, Spacer(), bottom), fyne.NewSize(200, 100))
	if top.Position().Y != 0 || bottom.Position().Y != 80 || bottom.Size().Width != 200 {
		t.Errorf("at %v and %v", top.Position(), bottom.Position())
	}
}

func TestAFrameLeavesTheCenterTheRest(t *testing.T) {
	top, bottom, left, right, center := Space(0, 10), Space(0, 20), Space(30, 0), Space(40, 0), Space(5, 5)
	frame := Frame(top, bottom, left, right, center)
	stage(t, frame, fyne.NewSize(200, 100))
	if center.Position() != fyne.NewPos(30, 10) || center.Size() != fyne.NewSize(130, 70) {
		t.Errorf("the center is %v at %v", center.Size(), center.Position())
	}
	if frame.MinSize() != fyne.NewSize(75, 35) {
		t.Errorf("at least %v", frame.MinSize())
	}
	top.Hide()
	frame.Refresh()
	if center.Position() != fyne.NewPos(30, 0) || center.Size().Height != 80 {
		t.Errorf("the center is %v at %v", center.Size(), center.Position())
	}
}

func TestColumnsAreEquallyWide(t *testing.T) {
	first, second := Space(10, 10), Space(40, 30)
	columns := Columns(20, first, second)
	stage(t, columns, fyne.NewSize(220, 50))
	if first.Size() != second.Size() || second.Position().X != 120 || columns.MinSize() != fyne.NewSize(100, 30) {
		t.Errorf("%v and %v", first.Size(), second.Size())
	}
}

func TestInsetSizedAndCapped(t *testing.T) {
	object := Space(10, 10)
	stage(t, Inset(1, 2, 3, 4, object), fyne.NewSize(100, 50))
	if object.Position() != fyne.NewPos(4, 1) || object.Size() != fyne.NewSize(94, 46) {
		t.Errorf("%v at %v", object.Size(), object.Position())
	}
	if size := Sized(50, 0, Space(10, 10)).MinSize(); size != fyne.NewSize(50, 10) {
		t.Errorf("sized to %v", size)
	}
	stage(t, Sized(50, 0, object), fyne.NewSize(100, 50)).Content().MinSize()
	if object.Size() != fyne.NewSize(100, 50) {
		t.Errorf("asking for the least size made it %v", object.Size())
	}
	stage(t, Capped(60, object), fyne.NewSize(100, 50))
	if object.Size() != fyne.NewSize(60, 50) {
		t.Errorf("capped to %v", object.Size())
	}
}

func TestAPageScrollsTheWholeHeightOfWrappedText(t *testing.T) {
	paragraph := NewParagraph(strings.Repeat("many words ", 100), Body)
	last := NewText("The end", Body)
	content := VStack(0, paragraph, last)
	stage(t, Page(content), fyne.NewSize(200, 100))
	if bottom := last.Position().Y + last.Size().Height; content.Size().Height < bottom || bottom < 500 {
		t.Errorf("%v high, and the end is at %v", content.Size().Height, bottom)
	}
}

func TestADialogIsAnsweredOnce(t *testing.T) {
	for name, answer := range map[string]func(fyne.Canvas){
		"escape": func(c fyne.Canvas) { c.Focused().TypedKey(key(fyne.KeyEscape)) },
		"escape without the keyboard": func(c fyne.Canvas) {
			c.Focus(nil)
			c.OnTypedKey()(key(fyne.KeyEscape))
		},
		"space": func(c fyne.Canvas) { c.Focused().TypedKey(key(fyne.KeySpace)) },
	} {
		t.Run(name, func(t *testing.T) {
			w := stage(t, Space(10, 10), fyne.NewSize(900, 600))
			canceled := 0
			Dialog{
				Title: "Add 3 numbers?", Text: "They go to Kansas City.", Body: NewText("More", Body),
				Action: "Add", OnAction: func() { t.Error("added") }, OnCancel: func() { canceled++ },
			}.Show(w.Canvas())
			if texts := drawn(w.Canvas().Overlays().Top()); !slices.Equal(texts, []string{"Add 3 numbers?", "They go to Kansas City.", "More", "Cancel", "Add"}) {
				t.Errorf("drawn are %q", texts)
			}
			answer(w.Canvas())
			if canceled != 1 || w.Canvas().Overlays().Top() != nil || w.Canvas().OnTypedKey() != nil {
				t.Errorf("canceled %d times", canceled)
			}
		})
	}
}

func TestDetailsAreOneClickAwayAndCanBeCopied(t *testing.T) {
	copied := ""
	trouble := Trouble{
		Title: "The file is damaged", What: "Copy it again.", Safe: "Nothing was sent.", Details: "zip: bad",
		More: NewText("More", Body), Buttons: []fyne.CanvasObject{NewButton("Again", Primary, func() {})},
		Copy: func(text string) { copied = text },
	}.Object()
	stage(t, trouble, fyne.NewSize(800, 400))
	links := func() []*Link {
		var all []*Link
		for _, o := range test.LaidOutObjects(trouble) {
			if l, ok := o.(*Link); ok {
				all = append(all, l)
			}
		}
		return all
	}
	if slices.Contains(drawn(trouble), "zip: bad") {
		t.Error("the details are shown at once")
	}
	test.Tap(links()[0])
	if !slices.Contains(drawn(trouble), "zip: bad") {
		t.Errorf("drawn are %q", drawn(trouble))
	}
	test.Tap(links()[1])
	if copied != "zip: bad" {
		t.Errorf("copied %q", copied)
	}
	test.Tap(links()[0])
	if slices.Contains(drawn(trouble), "zip: bad") {
		t.Error("the details stayed")
	}
}

func TestAMeterIsNeverShorterThanItIsHigh(t *testing.T) {
	meter := NewMeter(12)
	stage(t, meter, fyne.NewSize(200, 12))
	fill := test.WidgetRenderer(meter).Objects()[1]
	for _, c := range []struct {
		share float64
		want  float32
	}{{0.001, 12}, {0.5, 100}, {7, 200}} {
		meter.Set(c.share)
		if fill.Size().Width != c.want || !fill.Visible() {
			t.Errorf("%v is %v wide", c.share, fill.Size().Width)
		}
	}
	if meter.Set(0); fill.Visible() {
		t.Error("nothing is done, and something is drawn")
	}
	meter.Set(7)
	if meter.Share() > 1 {
		t.Error("more than all is done")
	}
}

func TestMoodsHaveTheirOwnColors(t *testing.T) {
	t.Parallel()
	colors, tints := map[fyne.ThemeColorName]bool{}, map[fyne.ThemeColorName]bool{}
	for _, mood := range []Mood{MoodOK, MoodWarn, MoodError, MoodInfo, MoodOver20} {
		colors[mood.Color()], tints[mood.tint()] = true, true
	}
	if len(colors) != 5 || len(tints) != 5 {
		t.Errorf("%d colors and %d tints", len(colors), len(tints))
	}
}

func TestTheChipOpensItsMenuInsideTheWindow(t *testing.T) {
	app := test.NewTempApp(t)
	app.Settings().SetTheme(theme.New())
	w := app.NewWindow("")
	defer w.Close()
	chip := NewChipMenu(w.Canvas(), func() *fyne.Menu {
		return fyne.NewMenu("", fyne.NewMenuItem("Practice organization", func() {}))
	})
	chip.Set(theme.IconPractice, "Practice organization")
	w.SetContent(HStack(0, Spacer(), chip.Object()))
	w.Resize(fyne.NewSize(600, 300))
	chip.Open()
	if top := w.Canvas().Overlays().Top(); top == nil || chip.name.Text() != "Practice organization" {
		t.Error("no menu")
	}
}

// typeKeys presses keys where the keyboard is.
func typeKeys(w fyne.Window, keys ...fyne.KeyName) {
	for _, name := range keys {
		w.Canvas().Focused().TypedKey(key(name))
	}
}
