package filter

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"numberloader/gui/draw"
	"numberloader/gui/stage"
	"numberloader/gui/theme"
	"numberloader/gui/widgets"
)

// headIn is the head of a list in a window of a width.
func headIn(tb testing.TB, width float32) (h *ListHead, search *Search, aside *draw.Text, buttons []*widgets.Button, line *ChipRow) {
	tb.Helper()
	search, aside = NewSearch("Search numbers"), draw.NewText("", draw.Caption.Shortened())
	buttons = []*widgets.Button{widgets.NewButton("Undo", widgets.Plain, func() {}), widgets.NewButton("Redo", widgets.Plain, func() {}), widgets.NewButton("Fix", widgets.Usual, func() {})}
	var chips []*Chip
	var row []fyne.CanvasObject
	for _, label := range []string{"All", "Ready", "Changed", "Check", "Problems", "Over 20"} {
		chips = append(chips, NewChip(nil, label, func() {}))
		row = append(row, chips[len(chips)-1])
	}
	line = NewChipRow(nil, row...)
	line.SetLeaving(row[1], row[2])
	h = NewListHead(draw.NewParagraph("1,214 of 1,240 rows can be added", draw.Heading), aside, search, line, buttons[0], buttons[1], buttons[2])
	stage.Show(tb, h.Container, fyne.NewSize(width, 120))
	for i, c := range chips {
		c.Set([]string{"All", "Ready", "Changed", "Check", "Problems", "Over 20"}[i], "1,240", false)
	}
	line.Refresh()
	return h, search, aside, buttons, line
}

func TestTheHeadOfAListGivesItsSearchTheRoomThatThereIs(t *testing.T) {
	for _, c := range []struct {
		width       float32
		wide, opens float32
		covers      bool
	}{
		{1000, searchWide, searchUsed, false}, {716, searchSlim, searchUsed, true},
	} {
		h, search, _, buttons, _ := headIn(t, c.width)
		if got := search.Size().Width; got != c.wide {
			t.Errorf("%v: the search is %v wide", c.width, got)
		}
		search.SetText("816")
		end := search.Position().X + search.Size().Width
		if got := search.Size().Width; got != c.opens || end > buttons[2].Position().X {
			t.Errorf("%v: in use it is %v wide and ends at %v", c.width, got, end)
		}
		if covered := !buttons[0].Visible(); covered != c.covers || !buttons[2].Visible() {
			t.Errorf("%v: buttons are covered: %v", c.width, covered)
		}
		if search.SetText(""); search.Size().Width != c.wide || !buttons[0].Visible() {
			t.Errorf("%v: afterwards the search is %v wide", c.width, search.Size().Width)
		}
		if got := h.MinSize().Height; got != 2*headAbove+36+32 {
			t.Errorf("the head is %v tall", got)
		}
	}
}

func TestTheWordsOfAHeadGoBeforeAnythingElse(t *testing.T) {
	h, search, aside, _, _ := headIn(t, 1000)
	aside.SetText("3 rows selected")
	h.Arrange()
	if end := aside.Position().X + aside.Size().Width; !aside.Visible() || end > search.Position().X || aside.Size().Width < 60 {
		t.Errorf("the words end at %v of %v", end, search.Position().X)
	}
	h, _, aside, _, _ = headIn(t, 640)
	aside.SetText("3 rows selected")
	h.Arrange()
	if aside.Size().Width > 30 {
		t.Errorf("the words have %v", aside.Size().Width)
	}
}

func TestChipsLeaveInTheirOrderBeforeTheyWrap(t *testing.T) {
	left := func(width float32) string {
		_, _, _, _, line := headIn(t, width)
		var gone []string
		for _, held := range line.Objects {
			label := inside(held).(*Chip).label
			if !held.Visible() {
				gone = append(gone, label)
			}
			if y := held.Position().Y; y > 0 {
				t.Errorf("%v: %s stands in the next line", width, label)
			}
		}
		if line.Leave() != (len(gone) > 0) {
			t.Errorf("%v: chips leave: %v", width, line.Leave())
		}
		return fmt.Sprint(gone)
	}
	for width, want := range map[float32]string{900: "[]", 720: "[]", 660: "[Ready]", 580: "[Ready Changed]"} {
		if got := left(width); got != want {
			t.Errorf("%v: %s left, want %s", width, got, want)
		}
	}
}

func TestASearchSaysWhatItFoundAndIsCleared(t *testing.T) {
	s := NewSearch("Search numbers")
	w := stage.Show(t, s, fyne.NewSize(236, 36))
	s.Focus = w.Canvas().Focus
	if s.end.Visible() {
		t.Error("nothing is searched for, and there is a cross")
	}
	s.SetText("816")
	s.SetHits("690 rows")
	if !s.end.Visible() || s.hits.Text() != "690 rows" {
		t.Error("what was found is not said")
	}
	var handed []fyne.KeyName
	s.OnKey = func(key fyne.KeyName) bool {
		handed = append(handed, key)
		return true
	}
	test.Tap(s.end.Objects[1].(*widgets.IconButton))
	if s.Text() != "" || s.end.Visible() || w.Canvas().Focused() != s.entry {
		t.Errorf("%q is still searched for", s.Text())
	}
	s.SetText("816")
	s.entry.TypedKey(stage.Key(fyne.KeyEscape))
	s.entry.TypedKey(stage.Key(fyne.KeyEscape))
	if s.Text() != "" || fmt.Sprint(handed) != "[Escape]" {
		t.Errorf("%q, handed on %v", s.Text(), handed)
	}
}

func TestTheHeadOfAListSaysItsHeadlineInOneLine(t *testing.T) {
	for width, want := range map[float32]string{1000: "99,123 of 100,000 rows can be added", 560: "99,123 of 100,000 can go"} {
		h, _, _, _, _ := headIn(t, width)
		h.SetHeadline("99,123 of 100,000 rows can be added", "99,123 of 100,000 can go")
		if got := h.layout.headline; got.Text() != want || got.Size().Height > 1.5*got.Theme().Size(theme.SizeHeading) {
			t.Errorf("%v: %q, %v high", width, got.Text(), got.Size().Height)
		}
	}
}

func TestAHeadlineHasALineOfItsOwnWhereButtonsLeaveItNone(t *testing.T) {
	for _, c := range []struct {
		width float32
		undo  bool // is shown
		below bool // the search stands below the headline
	}{{1000, true, false}, {460, false, false}, {300, true, true}, {200, false, true}} {
		h, search, _, buttons, _ := headIn(t, c.width)
		h.SetLeaving(buttons[0], buttons[1])
		h.SetHeadline("1,214 of 1,240 rows can be added", "1,214 of 1,240 can go")
		headline := h.layout.headline
		below := search.Position().Y >= headline.Position().Y+headline.Size().Height
		if buttons[0].Visible() != c.undo || !buttons[2].Visible() || below != c.below {
			t.Errorf("%v: Undo is shown: %v, the search is below: %v", c.width, buttons[0].Visible(), below)
		}
		if below && headline.Text() != "1,214 of 1,240 rows can be added" {
			t.Errorf("%v: %q", c.width, headline.Text())
		}
	}
}
