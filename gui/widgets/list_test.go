package widgets

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"numberloader/gui/layout"
	"numberloader/gui/stage"
	"numberloader/gui/theme"
)

func listIn(tb testing.TB, seen int, labels ...string) (*List, fyne.Window, *[]string) {
	tb.Helper()
	test.NewTempApp(tb).Settings().SetTheme(theme.New())
	w := test.NewTempWindow(tb, nil)
	l, told := NewList(seen), &[]string{}
	items := make([]ListItem, len(labels))
	for i, label := range labels {
		items[i] = ListItem{Label: label, Count: fmt.Sprint(i), Off: i == 1}
	}
	l.OnMark = func(i int) { *told = append(*told, fmt.Sprint("mark", i)) }
	l.OnTake = func(i int) { *told = append(*told, fmt.Sprint("take", i)) }
	l.OnClick = func(i int) { *told = append(*told, fmt.Sprint("click", i)) }
	l.OnEscape = func() { *told = append(*told, "leave") }
	l.Set(items, -1)
	w.SetPadded(false)
	w.SetContent(l)
	w.Resize(fyne.NewSize(200, l.MinSize().Height))
	return l, w, told
}

func TestListIsWalkedWithTheKeyboard(t *testing.T) {
	l, w, told := listIn(t, 3, "Austin", "Berlin", "Boston", "Chicago", "Denver")
	w.Canvas().Focus(l)
	stage.Type(w, fyne.KeySpace, fyne.KeyDown, fyne.KeyEnd, fyne.KeyUp, fyne.KeyPageUp, fyne.KeyHome, fyne.KeyPageDown, fyne.KeyReturn, fyne.KeyEscape, fyne.KeyF1)
	if want := "[mark0 mark4 mark3 mark0 mark0 mark3 take3 leave]"; fmt.Sprint(*told) != want {
		t.Errorf("told %v, want %s", *told, want)
	}
	if l.first != 1 || l.Len() != 5 {
		t.Errorf("the first line is %d", l.first)
	}
	test.AssertRendersToMarkup(t, "list.xml", w.Canvas())
}

func TestListLinesAreClicked(t *testing.T) {
	l, w, told := listIn(t, 3, "Austin", "Berlin", "Boston", "Chicago", "Denver")
	test.TapCanvas(w.Canvas(), fyne.NewPos(20, listPad+40))
	test.Scroll(w.Canvas(), fyne.NewPos(20, 20), 0, -10)
	test.TapCanvas(w.Canvas(), fyne.NewPos(20, listPad+1))
	test.Scroll(w.Canvas(), fyne.NewPos(20, 20), 0, 10)
	test.TapCanvas(w.Canvas(), fyne.NewPos(20, 1))
	if want := "[mark1 click1 mark1 click1]"; fmt.Sprint(*told) != want {
		t.Errorf("told %v, want %s", *told, want)
	}
	test.MoveMouse(w.Canvas(), fyne.NewPos(20, listPad+40))
	if l.hovered != 1 {
		t.Errorf("the pointer is on %d", l.hovered)
	}
	l.Follows = true
	test.MoveMouse(w.Canvas(), fyne.NewPos(20, listPad+70))
	if l.Marked() != 2 {
		t.Errorf("the pointer marks %d", l.Marked())
	}
}

func TestListIsNarrowedByATextThatIsTyped(t *testing.T) {
	l, _, told := listIn(t, 3, "Kansas City", "Austin", "Akron, Kansas")
	l.None = "Nothing matches."
	l.Filter(" KANSAS ")
	l.Filter("a")
	l.Filter("x")
	l.Filter("")
	if want := "[mark0 mark1 mark-1 mark-1]"; fmt.Sprint(*told) != want || l.Len() != 3 {
		t.Errorf("told %v, want %s", *told, want)
	}
	if !l.Step(fyne.KeyDown) || l.Marked() != 0 || l.Step(fyne.KeyF5) {
		t.Errorf("the line %d is marked", l.Marked())
	}
}

func TestPickerFindsWhatIsTyped(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(theme.New())
	w := test.NewTempWindow(t, nil)
	var told []string
	long := NewPicker([]string{"Austria", "Belgium", "Germany", "Japan"}, 2, "Type to find one")
	short := NewPicker([]string{"Active", "Inactive"}, 5, "")
	free := NewPicker(nil, 5, "Type it")
	for name, p := range map[string]*Picker{"long": long, "short": short, "free": free} {
		p.OnChange = func(i int, text string) { told = append(told, fmt.Sprint(name, i, text)) }
		p.OnTake = func() { told = append(told, name+" taken") }
		p.OnEscape = func() { told = append(told, name+" left") }
	}
	w.SetContent(layout.VStack(8, long.Object(), short.Object(), free.Object()))
	w.Canvas().Focus(long.First())
	w.Canvas().Focused().TypedRune('g')
	stage.Type(w, fyne.KeyDown, fyne.KeyReturn, fyne.KeyHome, fyne.KeyEscape)
	w.Canvas().Focus(short.First())
	stage.Type(w, fyne.KeyDown, fyne.KeyReturn, fyne.KeyEscape)
	w.Canvas().Focus(free.First())
	w.Canvas().Focused().TypedRune('S')
	stage.Type(w, fyne.KeyReturn, fyne.KeyEscape)
	want := "[long2g long2g long taken long left short0 short taken short left free-1S free taken free left]"
	if fmt.Sprint(told) != want {
		t.Errorf("told %v, want %s", told, want)
	}
}

func TestButtonTellsWhileItIsPointedAt(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(theme.New())
	w := test.NewTempWindow(t, nil)
	var told []bool
	b := NewButton("Undo", Plain, func() {})
	b.OnPoint = func(on bool) { told = append(told, on) }
	w.SetContent(b)
	b.MouseIn(nil)
	w.Canvas().Focus(b)
	b.MouseOut()
	w.Canvas().Unfocus()
	if fmt.Sprint(told) != "[true true true false]" {
		t.Errorf("told %v", told)
	}
}
