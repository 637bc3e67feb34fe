package widgets

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"numberloader/gui/layout"
	"numberloader/gui/stage"
	"numberloader/gui/theme"
)

func TestACheckBoxTurnsWithAClickOnItsLabelAndWithSpace(t *testing.T) {
	var told []bool
	check := NewCheck("Remember this for files with the same headers", false, func(on bool) { told = append(told, on) })
	w := stage.Show(t, check, fyne.NewSize(188, 60))
	test.TapCanvas(w.Canvas(), fyne.NewPos(180, 5))
	check.TypedKey(stage.Key(fyne.KeySpace))
	check.TypedKey(stage.Key(fyne.KeySpace))
	if !slices.Equal(told, []bool{true, false, true}) || check.State() != MarkOn {
		t.Errorf("told %v, it is %v", told, check.State())
	}
	check.Disable()
	test.TapCanvas(w.Canvas(), fyne.NewPos(5, 5))
	if len(told) != 3 || !check.Disabled() {
		t.Error("it turned while it was disabled")
	}
	check.Enable()
	check.Set(MarkSome)
	check.TypedKey(stage.Key(fyne.KeySpace))
	if check.State() != MarkOn {
		t.Error("a box over some does not turn on")
	}
}

// TestALabelThatWrapsMakesTheCheckBoxTaller gives it half the room.
func TestALabelThatWrapsMakesTheCheckBoxTaller(t *testing.T) {
	check := NewCheck("Remember this for files with the same headers", false, func(bool) {})
	stage.Show(t, layout.VStack(0, check), fyne.NewSize(400, 100))
	one := check.MinSize().Height
	stage.Show(t, layout.VStack(0, check), fyne.NewSize(188, 100))
	if two := check.MinSize().Height; two < one*1.8 {
		t.Errorf("it is %v tall, and with one line %v", two, one)
	}
}

func TestArrowsTellRadiosAndChooseNothing(t *testing.T) {
	var by []int
	radio := NewMark(ShapeRadio, layout.Space(10, 10), func() { t.Error("chosen") })
	radio.TypedKey(stage.Key(fyne.KeyDown))
	radio.OnArrow = func(step int) { by = append(by, step) }
	stage.Show(t, radio, fyne.NewSize(100, 30))
	for _, name := range []fyne.KeyName{fyne.KeyDown, fyne.KeyUp, fyne.KeyRight, fyne.KeyLeft} {
		radio.TypedKey(stage.Key(name))
	}
	if !slices.Equal(by, []int{1, -1, 1, -1}) {
		t.Errorf("told %v", by)
	}
}

// TestFocusAndBeingOnLookDifferent compares what is drawn of a radio with the
// keyboard and of one that is on.
func TestFocusAndBeingOnLookDifferent(t *testing.T) {
	for _, shape := range []Shape{ShapeBox, ShapeRadio, ShapeSwitch} {
		m := NewMark(shape, layout.Space(10, 10), func() {})
		stage.Show(t, m, fyne.NewSize(100, 40))
		r := test.WidgetRenderer(m).(*markRenderer) //nolint:forcetypeassert // its own renderer
		fill, stroke := r.body.FillColor, r.body.StrokeColor
		m.FocusGained()
		if r.body.FillColor != fill || r.body.StrokeColor != stroke || !r.ring.Object().Visible() {
			t.Errorf("shape %d changes with the keyboard", shape)
		}
		if outside := r.body.Position().X - r.ring.Object().Position().X; outside != markRing {
			t.Errorf("the ring of shape %d is %v outside", shape, outside)
		}
		m.FocusLost()
		m.Set(MarkOn)
		if r.body.StrokeColor == stroke || r.ring.Object().Visible() {
			t.Errorf("shape %d does not change when it is on, or is ringed", shape)
		}
	}
}

// selectOn is a field in a window, and what it told.
func selectOn(t *testing.T, choices []string, chosen int) (*Select, fyne.Window, *[]int) {
	t.Helper()
	w := stage.Show(t, layout.Space(1, 1), fyne.NewSize(400, 500))
	told := new([]int)
	s := NewSelect(w.Canvas(), theme.Control, func(i int) { *told = append(*told, i) })
	s.Set(choices, chosen)
	w.SetContent(layout.VStack(0, layout.Sized(160, 0, s)))
	return s, w, told
}

func TestASelectIsChosenFromByKeyboard(t *testing.T) {
	s, w, told := selectOn(t, []string{"Not used", "Number", "Type"}, 0)
	typed := func(name fyne.KeyName) { w.Canvas().Focused().TypedKey(stage.Key(name)) }
	w.Canvas().Focus(s)
	typed(fyne.KeyReturn)
	typed(fyne.KeyDown)
	typed(fyne.KeyDown)
	typed(fyne.KeyReturn)
	switch {
	case s.Text() != "Type":
		t.Fatalf("s.Text() is %v, not \"Type\"", s.Text())
	case !slices.Equal(*told, []int{2}):
		t.Fatal("slices.Equal(*told, []int{2}) is false")
	case w.Canvas().Overlays().Top() != nil:
		t.Fatalf("w.Canvas().Overlays().Top() is %v, not nil", w.Canvas().Overlays().Top())
	case w.Canvas().Focused() != s:
		t.Fatalf("w.Canvas().Focused() is %v, not s", w.Canvas().Focused())
	}
	typed(fyne.KeyDown)
	typed(fyne.KeyUp)
	typed(fyne.KeyEscape)
	if s.Chosen() != 2 || w.Canvas().Overlays().Top() != nil {
		t.Error("Escape changed it, or left the list open")
	}
	s.Disable()
	s.Open()
	if w.Canvas().Overlays().Top() != nil || !s.Disabled() {
		t.Error("it opens while it is disabled")
	}
}

func TestManyChoicesAreNarrowedByTyping(t *testing.T) {
	choices := []string{"Andorra", "Austria", "Belgium", "Canada", "Chad", "Denmark", "Egypt", "France", "Germany", "Greece"}
	s, w, told := selectOn(t, choices, -1)
	s.Hint = "Choose a country"
	if s.Text() != s.Hint {
		t.Errorf("it says %q", s.Text())
	}
	w.Canvas().Focus(s)
	s.Open()
	for _, letter := range "gre" {
		w.Canvas().Focused().TypedRune(letter)
	}
	w.Canvas().Focused().TypedKey(stage.Key(fyne.KeyReturn))
	if s.Text() != "Greece" || !slices.Equal(*told, []int{9}) {
		t.Errorf("it says %q, told %v", s.Text(), *told)
	}
}

func TestASelectOpensAboveWhereThereIsNoRoomBelow(t *testing.T) {
	s, w, _ := selectOn(t, strings.Split("abcdefgh", ""), 0)
	w.SetContent(layout.VStack(0, layout.Space(0, 440), layout.Sized(160, 0, s)))
	s.Open()
	if at := s.popUp.Content.Position(); at.Y+s.popUp.Content.Size().Height > 440 {
		t.Errorf("it opens at %v over %v", at, s.popUp.Content.Size())
	}
}
