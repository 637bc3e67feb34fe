package widgets

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"numberloader/gui/layout"
	"numberloader/gui/press"
	"numberloader/gui/stage"
	"numberloader/gui/theme"
)

// waiting are n decisions that a button answers.
func waiting(n int, answered func()) []Decision {
	all := make([]Decision, n)
	for i := range all {
		b := NewButton(fmt.Sprint("Answer ", i+1), Usual, answered)
		all[i] = Decision{
			Words: fmt.Sprint("thing ", i+1, " is so and so"), Title: fmt.Sprint("Thing ", i+1), Text: []string{"It is so."},
			Icon: theme.IconChanged, Mood: MoodWarn, Controls: []fyne.CanvasObject{b}, First: b,
		}
	}
	return all
}

func TestADecisionBarOpensAndGoesWithTheLastAnswer(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(theme.New())
	w := test.NewTempWindow(t, nil)
	bar := NewDecisionBar(w.Canvas())
	closed := 0
	bar.OnClose = func() { closed++ }
	w.SetContent(layout.VStack(0, bar.Object(), layout.Spacer()))
	w.Resize(fyne.NewSize(700, 400))
	labels := DecisionLabels{Count: "2 things to decide:", Open: "Decide", More: func(n int) string { return fmt.Sprint("and ", n, " more") }}
	if bar.Object().Visible() {
		t.Error("nothing waits, and there is a bar")
	}
	if bar.Open(); bar.IsOpen() {
		t.Error("a bar without decisions opens")
	}
	var one, two []Decision
	two = waiting(2, func() { bar.Set(one, labels) })
	one = waiting(1, func() { bar.Set(nil, labels) })
	bar.Set(two, labels)
	test.Tap(bar.area)
	if !bar.IsOpen() || w.Canvas().Focused() != two[0].First {
		t.Fatal("the bar does not open at its first answer")
	}
	test.Tap(two[0].First.(*Button))
	if !bar.IsOpen() || w.Canvas().Focused() != one[0].First || closed != 0 {
		t.Errorf("after one of two answers it is open: %v", bar.IsOpen())
	}
	test.Tap(one[0].First.(*Button))
	if bar.IsOpen() || bar.Object().Visible() || closed != 1 {
		t.Errorf("after the last answer it is open: %v, closed %d times", bar.IsOpen(), closed)
	}
	bar.Set(two, labels)
	bar.Open()
	if bar.Close(); bar.IsOpen() || closed != 2 || !bar.Object().Visible() {
		t.Error("closing answers something, or does not close")
	}
}

func TestAKeyThatNobodyHasAUseForIsTheWindows(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(theme.New())
	var got []fyne.KeyName
	link, button := NewLink("All", func() {}), NewButton("Undo", Plain, func() {})
	w := test.NewTempWindow(t, layout.VStack(0, link, button))
	w.Canvas().SetOnTypedKey(func(key *fyne.KeyEvent) { got = append(got, key.Name) })
	for _, o := range []fyne.Focusable{link, button} {
		w.Canvas().Focus(o)
		stage.Type(w, fyne.KeyF8, fyne.KeySpace)
	}
	if fmt.Sprint(got) != "[F8 F8]" {
		t.Errorf("the window got %v", got)
	}
	NewDecisionBar(w.Canvas())
	press.HandOn(NewButton("nowhere", Plain, nil), stage.Key(fyne.KeyF8))
}
