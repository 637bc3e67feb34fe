package about

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	fynetheme "fyne.io/fyne/v2/theme"

	"numberloader/gui/draw"
	"numberloader/gui/layout"
	"numberloader/gui/theme"
	"numberloader/gui/widgets"
	"numberloader/internal/phrase"
)

// stage is the panel over a window, and what it did.
type stage struct {
	*View
	window fyne.Window
	copied []string
	closed int
	before int // keys that the window got before and after
}

func onStage(tb testing.TB, size fyne.Size, licenses string) *stage {
	tb.Helper()
	test.NewTempApp(tb).Settings().SetTheme(theme.New())
	st := &stage{window: test.NewTempWindow(tb, layout.Space(0, 0))}
	st.window.SetPadded(false)
	st.window.Resize(size)
	st.window.Canvas().SetOnTypedKey(func(*fyne.KeyEvent) { st.before++ })
	st.show(licenses)
	return st
}

func (st *stage) show(licenses string) {
	own := "MIT License\n\nPermission is hereby granted."
	st.View = Show(NewModel(Facts{Version: "0.2.0", OS: "linux", Arch: "amd64"}, own, licenses), Config{
		Canvas: st.window.Canvas(), Icon: fynetheme.InfoIcon(),
		Copy:   func(text string) { st.copied = append(st.copied, text) },
		Closed: func() { st.closed++ },
	})
}

// texts are what is seen, in drawing order.
func (st *stage) texts() []string {
	var seen []string
	for _, o := range test.LaidOutObjects(st.popUp) {
		if text, ok := o.(*canvas.Text); ok && strings.TrimSpace(text.Text) != "" {
			seen = append(seen, strings.TrimSpace(text.Text))
		}
	}
	return seen
}

func (st *stage) sees(t *testing.T, wanted ...string) {
	t.Helper()
	seen := st.texts()
	for _, text := range wanted {
		if !slices.Contains(seen, text) {
			t.Errorf("nobody sees %q in %q", text, seen)
		}
	}
}

// key presses keys where the keyboard is.
func (st *stage) key(names ...fyne.KeyName) {
	for _, name := range names {
		event := &fyne.KeyEvent{Name: name}
		switch focused := st.window.Canvas().Focused(); {
		case focused != nil:
			focused.TypedKey(event)
		case st.window.Canvas().OnTypedKey() != nil:
			st.window.Canvas().OnTypedKey()(event)
		}
	}
}

var (
	usual = fyne.NewSize(1100, 720)
	small = fyne.NewSize(900, 560)
)

func TestThePanelSaysWhatTheProgramIs(t *testing.T) {
	st := onStage(t, usual, headed("a.example/b v1.2", "BSD License")+headed("Mesa 26.1", "Two holders"))
	st.sees(t, "Number Loader", phrase.Text("about.purpose"), "Version 0.2.0 · Linux, 64-bit (x86-64)", phrase.Text("about.credit"), "a.example/b", "Mesa", "MIT License", "Close")
	st.key(fyne.KeyDown)
	st.sees(t, "v1.2", "BSD License")
	st.key(fyne.KeyEnd)
	st.sees(t, "26.1", "Two holders")
	if slices.Contains(st.texts(), "BSD License") {
		t.Error("two licenses are shown")
	}
}

func TestTheNameOfALicenseIsNotCutWhereThereIsRoom(t *testing.T) {
	st := onStage(t, small, headed("a v1", "A")+headed("github.com/BurntSushi/toml v1.6.0", "B")+headed("b", "C"))
	for _, name := range []string{"a", "github.com/BurntSushi/toml", "b"} {
		st.key(fyne.KeyDown)
		drawn, ok := test.WidgetRenderer(st.title).Objects()[0].(*canvas.Text)
		if !ok || drawn.Text != name || st.title.Size().Width < drawn.MinSize().Width {
			t.Errorf("%q is drawn as %q", name, drawn.Text)
		}
	}
}

func TestTheFactsAreCopied(t *testing.T) {
	st := onStage(t, usual, "")
	test.Tap(st.View.copied)
	st.sees(t, "Copied")
	if want := []string{"Number Loader 0.2.0\nSystem: Linux, 64-bit (x86-64)\n"}; !slices.Equal(st.copied, want) {
		t.Errorf("copied %q", st.copied)
	}
	if st.window.Canvas().Focused() != fyne.Focusable(st.View.copied) {
		t.Error("the button lost the keyboard")
	}
}

func TestEscapeClosesWhereverTheKeyboardIs(t *testing.T) {
	for tabs, place := range []string{"list", "license", "Close", "Copy"} {
		st := onStage(t, usual, "")
		for range tabs {
			st.window.Canvas().FocusNext()
		}
		st.key(fyne.KeyEscape)
		if st.closed != 1 || st.window.Canvas().Overlays().Top() != nil {
			t.Errorf("Escape in %s closed it %d times", place, st.closed)
		}
	}
	st := onStage(t, usual, "")
	st.window.Canvas().Unfocus()
	st.key(fyne.KeyHome, fyne.KeyEscape)
	st.Close()
	st.key(fyne.KeyHome)
	if st.closed != 1 || st.before != 1 {
		t.Errorf("closed %d times, the window got %d keys", st.closed, st.before)
	}
}

func TestTabGoesAroundInReadingOrder(t *testing.T) {
	st := onStage(t, usual, "")
	var order []fyne.Focusable
	for range 5 {
		order = append(order, st.window.Canvas().Focused())
		st.window.Canvas().FocusNext()
	}
	switch {
	case order[0] != fyne.Focusable(st.list):
		t.Errorf("order[0] is %v, not %v", order[0], fyne.Focusable(st.list))
	case order[1] != fyne.Focusable(st.reader):
		t.Errorf("order[1] is %v, not %v", order[1], fyne.Focusable(st.reader))
	case order[3] != fyne.Focusable(st.View.copied):
		t.Errorf("order[3] is %v, not %v", order[3], fyne.Focusable(st.View.copied))
	case order[4] != order[0]:
		t.Errorf("order[4] is %v, not %v", order[4], order[0])
	}
	if shut, ok := order[2].(*widgets.Button); !ok || shut.Text != "Close" {
		t.Errorf("third is %T", order[2])
	}
}

// long is a license of many rows.
func long() string { return headed("long v1", strings.Repeat("first words\n\n", 200)+"the end") }

func TestKeysScrollALicense(t *testing.T) {
	st := onStage(t, small, long())
	st.key(fyne.KeyDown, fyne.KeyReturn)
	if st.window.Canvas().Focused() != fyne.Focusable(st.reader) {
		t.Fatal("Return does not lead to the license")
	}
	offsets := []float32{0}
	for _, name := range []fyne.KeyName{fyne.KeyDown, fyne.KeyPageDown, fyne.KeySpace, fyne.KeyEnd} {
		st.key(name)
		offsets = append(offsets, st.reader.scroll.Offset.Y)
	}
	if !slices.IsSorted(offsets) || offsets[1] != rowsOfAKey*st.reader.tall || offsets[4] <= offsets[3] {
		t.Errorf("the offsets are %v", offsets)
	}
	st.sees(t, "the end")
	st.key(fyne.KeyEnd, fyne.KeyUp, fyne.KeyPageUp, fyne.KeyHome, fyne.KeyHome, fyne.KeyA)
	if st.reader.scroll.Offset.Y != 0 || slices.Contains(st.texts(), "the end") {
		t.Errorf("Home leads to %v", st.reader.scroll.Offset)
	}
	st.key(fyne.KeyEnd)
	st.window.Canvas().Focus(st.list)
	st.key(fyne.KeyUp, fyne.KeyDown)
	if st.reader.scroll.Offset.Y != 0 {
		t.Error("a license does not begin at its beginning")
	}
}

func TestOnlyRowsThatAreSeenAreDrawn(t *testing.T) {
	st := onStage(t, small, long())
	st.key(fyne.KeyDown)
	for _, offset := range []float32{0, 777, 3000} {
		st.reader.scroll.ScrollToOffset(fyne.NewPos(0, offset))
		st.reader.draw()
		first, last := st.reader.objects[0], st.reader.objects[len(st.reader.objects)-1]
		if n := len(st.reader.objects); n > st.reader.seen() || first.Position().Y > max(readerPad, offset) || last.Position().Y+st.reader.tall < offset+st.reader.scroll.Size().Height {
			t.Errorf("at %v %d rows are drawn, from %v to %v", offset, n, first.Position().Y, last.Position().Y)
		}
	}
}

func (st *stage) drag(from, to fyne.Position) {
	st.reader.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: from}, Button: desktop.MouseButtonPrimary})
	st.reader.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: to}})
	st.reader.DragEnd()
	st.reader.MouseUp(nil)
}

func TestPartsOfALicenseAreSelectedAndCopied(t *testing.T) {
	st := onStage(t, usual, "")
	r := st.reader
	r.TypedShortcut(&fyne.ShortcutCopy{})
	x := func(text string) float32 { return readerSide + r.width(text) }
	st.drag(fyne.NewPos(x("MIT "), r.top(0)+1), fyne.NewPos(x("Permission"), r.top(2)+1))
	r.TypedShortcut(&fyne.ShortcutCopy{})
	r.MouseDown(&desktop.MouseEvent{
		PointEvent: fyne.PointEvent{Position: fyne.NewPos(x("MIT Lic"), r.top(0)+1)},
		Button:     desktop.MouseButtonPrimary, Modifier: fyne.KeyModifierShift,
	})
	r.TypedShortcut(&fyne.ShortcutCopy{})
	st.drag(fyne.NewPos(0, 0), fyne.NewPos(0, 4000))
	r.TypedShortcut(&fyne.ShortcutCopy{})
	r.MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonSecondary})
	r.TypedShortcut(&fyne.ShortcutSelectAll{})
	r.TypedShortcut(&fyne.ShortcutCopy{})
	whole := "MIT License\n\nPermission is hereby granted."
	if want := []string{"License\n\nPermission", "Lic", whole, whole}; !slices.Equal(st.copied, want) {
		t.Errorf("copied %q", st.copied)
	}
	if r.Cursor() != desktop.TextCursor || st.window.Canvas().Focused() != fyne.Focusable(r) {
		t.Error("the license has neither the pointer nor the keyboard of a text")
	}
}

func TestWhatIsSelectedIsMarked(t *testing.T) {
	st := onStage(t, usual, "")
	st.drag(fyne.NewPos(0, 0), fyne.NewPos(readerSide+st.reader.width("MIT"), st.reader.top(0)+1))
	mark, ok := st.reader.objects[0].(*draw.Surface)
	if !ok || mark.Size().Width != st.reader.width("MIT") || mark.Position() != fyne.NewPos(readerSide, readerPad) {
		t.Errorf("marked is %T", st.reader.objects[0])
	}
	st.reader.selectAll()
	if got := len(st.reader.objects); got != 3+2 { // an empty line has no mark
		t.Errorf("%d objects", got)
	}
}

func TestDraggingBeyondTheEdgesScrolls(t *testing.T) {
	st := onStage(t, small, long())
	st.key(fyne.KeyDown)
	bottom := st.reader.scroll.Size().Height
	st.drag(fyne.NewPos(50, 50), fyne.NewPos(50, bottom+40))
	if got := st.reader.scroll.Offset.Y; got != 40 {
		t.Errorf("below: %v", got)
	}
	st.drag(fyne.NewPos(50, 50), fyne.NewPos(50, 10))
	if got := st.reader.scroll.Offset.Y; got != 10 {
		t.Errorf("above: %v", got)
	}
}

func TestTheMenuOfALicenseCopies(t *testing.T) {
	st := onStage(t, usual, "")
	st.reader.TappedSecondary(&fyne.PointEvent{AbsolutePosition: fyne.NewPos(400, 300)})
	menu := st.window.Canvas().Overlays().Top()
	var seen []string
	for _, o := range test.LaidOutObjects(menu) {
		if text, ok := o.(*canvas.Text); ok {
			seen = append(seen, text.Text)
		}
	}
	if !slices.Equal(seen, []string{"Copy", "Select all"}) {
		t.Errorf("the menu has %q", seen)
	}
}

func TestThePanelFollowsTheWindow(t *testing.T) {
	st := onStage(t, usual, others(t))
	st.key(fyne.KeyDown, fyne.KeyDown)
	before := st.seen
	st.window.Resize(small)
	if st.seen >= before || st.list.Marked() != 2 || st.window.Canvas().Focused() != fyne.Focusable(st.list) {
		t.Errorf("%d lines of %d, line %d is marked", st.seen, before, st.list.Marked())
	}
	if bottom := st.list.Position().Y + st.list.MinSize().Height; bottom > st.listBox.Size().Height {
		t.Errorf("the list ends at %v of %v", bottom, st.listBox.Size().Height)
	}
	if size := st.popUp.Content.Size(); size.Width > small.Width || size.Height > small.Height {
		t.Errorf("the panel is %v", size)
	}
	st.sees(t, "fyne.io/fyne/v2", "BSD 3-Clause License")
}

// BenchmarkOpen opens the panel with all licenses and shows the longest. What the
// toolkit paints then is not in it.
func BenchmarkOpen(b *testing.B) {
	all := others(b)
	st := onStage(b, usual, all)
	st.Close()
	longest := 0
	for i, s := range sections(all) {
		if len(s.Text) > len(sections(all)[longest].Text) {
			longest = i
		}
	}
	for b.Loop() {
		st.show(all)
		st.choose(longest + 1)
		st.Close()
	}
}

// BenchmarkScroll scrolls the longest license by one turn of the wheel.
func BenchmarkScroll(b *testing.B) {
	st := onStage(b, usual, headed("long", strings.Repeat("These are the words of a long license.\n\n", 5000)))
	st.choose(1)
	up := float32(-24)
	for b.Loop() {
		test.Scroll(st.window.Canvas(), fyne.NewPos(700, 400), 0, up)
		if st.reader.scroll.Offset.Y < 24 || st.reader.scroll.Offset.Y > 10000 {
			up = -up
		}
	}
}
