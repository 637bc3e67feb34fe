package widgets

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"numberloader/gui/draw"
	"numberloader/gui/layout"
	"numberloader/gui/stage"
	"numberloader/gui/theme"
)

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
		"tappable": NewTappable(layout.Space(10, 10), 0, press),
		"step":     step,
		"radio":    NewMark(ShapeRadio, layout.Space(10, 10), press),
		"switch":   NewSwitch(layout.Space(10, 10), false, func(bool) { press() }),
	}
	for name, object := range objects {
		t.Run(name, func(t *testing.T) {
			pressed = 0
			w := stage.Show(t, object, fyne.NewSize(200, 60))
			step.Set(Step{Title: "Open", Ready: true})
			w.Canvas().Focus(object)
			test.Type(object, "x")
			object.TypedKey(stage.Key(fyne.KeySpace))
			object.TypedKey(stage.Key(fyne.KeyReturn))
			object.TypedKey(stage.Key(fyne.KeyDown))
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
		"tappable": NewTappable(layout.Space(10, 10), 0, func() {}), "step": NewStepButton(func() {}),
		"check box": NewCheck("All", false, func(bool) {}), "radio": NewMark(ShapeRadio, layout.Space(10, 10), func() {}), "select": NewSelect(nil, theme.Control, func(int) {}),
	} {
		t.Run(name, func(t *testing.T) {
			stage.Show(t, object, fyne.NewSize(200, 60))
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
	stage.Show(t, step, fyne.NewSize(184, 56))
	step.Set(Step{Number: "3", Title: "Add"})
	test.Tap(step)
	if !step.Disabled() {
		t.Error("the keyboard can reach it")
	}
	step.Set(Step{Number: "3", Title: "Add", Caption: "a caption that is much longer than the rail is wide", State: StepDone})
	if texts := stage.Drawn(step); !strings.HasSuffix(texts[len(texts)-1], "…") || slices.Contains(texts, "3") {
		t.Errorf("drawn are %q", texts)
	}
}

func TestADisabledAreaDoesNothing(t *testing.T) {
	tappable := NewTappable(layout.Space(10, 10), 0, func() { t.Error("pressed") })
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
		stage.Show(t, button, fyne.NewSize(200, 60))
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

func TestADialogIsAnsweredOnce(t *testing.T) {
	for name, answer := range map[string]func(fyne.Canvas){
		"escape": func(c fyne.Canvas) { c.Focused().TypedKey(stage.Key(fyne.KeyEscape)) },
		"escape without the keyboard": func(c fyne.Canvas) {
			c.Focus(nil)
			c.OnTypedKey()(stage.Key(fyne.KeyEscape))
		},
		"space": func(c fyne.Canvas) { c.Focused().TypedKey(stage.Key(fyne.KeySpace)) },
	} {
		t.Run(name, func(t *testing.T) {
			w := stage.Show(t, layout.Space(10, 10), fyne.NewSize(900, 600))
			canceled := 0
			Dialog{
				Title: "Add 3 numbers?", Text: "They go to Kansas City.", Body: draw.NewText("More", draw.Body),
				Action: "Add", OnAction: func() { t.Error("added") }, OnCancel: func() { canceled++ },
			}.Show(w.Canvas())
			if texts := stage.Drawn(w.Canvas().Overlays().Top()); !slices.Equal(texts, []string{"Add 3 numbers?", "They go to Kansas City.", "More", "Cancel", "Add"}) {
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
		More: draw.NewText("More", draw.Body), Buttons: []fyne.CanvasObject{NewButton("Again", Primary, func() {})},
		Copy: func(text string) { copied = text },
	}.Object()
	stage.Show(t, trouble, fyne.NewSize(800, 400))
	links := func() []*Link {
		var all []*Link
		for _, o := range test.LaidOutObjects(trouble) {
			if l, ok := o.(*Link); ok {
				all = append(all, l)
			}
		}
		return all
	}
	if slices.Contains(stage.Drawn(trouble), "zip: bad") {
		t.Error("the details are shown at once")
	}
	test.Tap(links()[0])
	if !slices.Contains(stage.Drawn(trouble), "zip: bad") {
		t.Errorf("drawn are %q", stage.Drawn(trouble))
	}
	test.Tap(links()[1])
	if copied != "zip: bad" {
		t.Errorf("copied %q", copied)
	}
	test.Tap(links()[0])
	if slices.Contains(stage.Drawn(trouble), "zip: bad") {
		t.Error("the details stayed")
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
	w.SetContent(layout.HStack(0, layout.Spacer(), chip.Object()))
	w.Resize(fyne.NewSize(600, 300))
	icon := chip.icon.Objects[0]
	if chip.Set(theme.IconPractice, "Practice organization"); chip.icon.Objects[0] != icon {
		t.Error("the same picture is made anew")
	}
	if chip.Set(theme.IconWait, "Practice organization"); chip.icon.Objects[0] == icon {
		t.Error("another picture is not shown")
	}
	chip.Open()
	if top := w.Canvas().Overlays().Top(); top == nil || chip.name.Text() != "Practice organization" {
		t.Error("no menu")
	}
}
