package filter

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"numberloader/gui/draw"
	"numberloader/gui/stage"
	"numberloader/gui/theme"
)

func TestChipIsChosenByMouseAndKeyboard(t *testing.T) {
	chosen := 0
	c := NewChip(theme.Icon(theme.IconReady, theme.ColorOK), "Ready", func() { chosen++ })
	w := stage.Show(t, c, fyne.NewSize(140, 32))
	c.Set("Ready", "1,180", false)
	if c.Text() != "Ready 1,180" || c.Chosen() {
		t.Errorf("the chip says %q", c.Text())
	}
	r := test.WidgetRenderer(c).(*chipRenderer)
	idle := r.back.FillColor
	if c.Set("Ready", "1,180", true); r.back.FillColor == idle || !c.Chosen() {
		t.Error("a chosen chip looks like the others")
	}
	test.Tap(c)
	w.Canvas().Focus(c)
	c.TypedKey(stage.Key(fyne.KeySpace))
	c.TypedKey(stage.Key(fyne.KeyDown))
	if chosen != 2 || !r.ring.Object().Visible() {
		t.Errorf("chosen %d times", chosen)
	}
	w.Canvas().Unfocus()
	plain := r.over.FillColor
	test.MoveMouse(w.Canvas(), fyne.NewPos(10, 10))
	if r.over.FillColor == plain || r.ring.Object().Visible() {
		t.Error("the chip under the pointer is not shaded, or keeps its ring")
	}
	c.MouseOut()
	if r.over.FillColor != plain {
		t.Error("the chip stays shaded")
	}
}

func TestChipIsNoNarrowerThanItsWords(t *testing.T) {
	c := NewChip(theme.Icon(theme.IconReady, theme.ColorOK), "", func() {})
	stage.Show(t, c, fyne.NewSize(200, 32))
	c.Set("Vertriebsinnendienst", "1,048,576", false)
	r := test.WidgetRenderer(c).(*chipRenderer)
	c.Resize(c.MinSize())
	if end := r.count.Position().X + r.count.Size().Width; end > c.MinSize().Width-chipRight+1 {
		t.Errorf("the count ends at %v of %v", end, c.MinSize().Width)
	}
}

// chipRowIn is a row of chips with a search, in a window of a width.
func chipRowIn(tb testing.TB, width float32) (*ChipRow, *Search, []*Chip) {
	tb.Helper()
	var chips []*Chip
	var objects []fyne.CanvasObject
	for _, label := range []string{"All", "Ready", "Changed", "Problems", "Over 20"} {
		c := NewChip(nil, label, func() {})
		chips = append(chips, c)
		objects = append(objects, c)
	}
	search := NewSearch("Search numbers")
	row := NewChipRow(search, append(objects[:4:4], draw.VerticalHairline(), objects[4])...)
	stage.Show(tb, row.Container, fyne.NewSize(width, 100))
	for i, c := range chips {
		c.Set([]string{"All", "Ready", "Changed", "Problems", "Over 20"}[i], "1,240", false)
	}
	row.Refresh()
	return row, search, chips
}

// holder is what holds a chip in a row.
func holder(row *ChipRow, chip *Chip) fyne.CanvasObject {
	for _, o := range row.Objects {
		if inside(o) == fyne.CanvasObject(chip) {
			return o
		}
	}
	return nil
}

func TestChipRowShrinksItsSearchThenWraps(t *testing.T) {
	for _, c := range []struct {
		width  float32
		search float32 // width
		lines  int
	}{
		{900, searchWide, 1}, {780, 0, 1}, {640, searchSlim, 1}, {400, searchSlim, 2}, {250, searchSlim, 3},
	} {
		row, search, chips := chipRowIn(t, c.width)
		lines := map[float32]bool{}
		end := float32(0)
		for _, chip := range chips {
			held := holder(row, chip)
			lines[held.Position().Y] = true
			end = max(end, held.Position().X+held.Size().Width)
		}
		got := search.Size().Width
		if c.search > 0 && got != c.search || c.search == 0 && (got > searchWide || got < searchLeast) {
			t.Errorf("%v: the search is %v wide", c.width, got)
		}
		if len(lines) != c.lines || end > c.width {
			t.Errorf("%v: %d lines, up to %v", c.width, len(lines), end)
		}
		if want := theme.Control + float32(c.lines-1)*(theme.Chip+chipsBelow); row.MinSize().Height < want {
			t.Errorf("%v: %v tall, want %v", c.width, row.MinSize().Height, want)
		}
	}
}

func TestChipRowMakesRoomForItsSearchWhenItOpens(t *testing.T) {
	_, search, _ := chipRowIn(t, 640)
	if search.Entry(); search.Size().Width < searchLeast {
		t.Errorf("the open search is %v wide", search.Size().Width)
	}
}

func TestChipRowLeavesNoRoomForWhatIsHidden(t *testing.T) {
	row, _, chips := chipRowIn(t, 900)
	before := holder(row, chips[2]).Position().X
	chips[1].Hide()
	row.Refresh()
	if holder(row, chips[2]).Position().X >= before {
		t.Error("a hidden chip keeps its place")
	}
}

func TestSearchTellsWhatIsTyped(t *testing.T) {
	s := NewSearch("Search numbers")
	w := stage.Show(t, s, fyne.NewSize(196, 36))
	var told []string
	s.OnChanged = func(text string) { told = append(told, text) }
	w.Canvas().Focus(s.Entry())
	test.Type(s.entry, "91")
	s.entry.TypedKey(stage.Key(fyne.KeyEscape))
	if s.SetText("B7"); fmt.Sprintf("%q", told) != `["9" "91" "" "B7"]` || s.Text() != "B7" {
		t.Errorf("told %q", told)
	}
	NewSearch("").SetText("nobody listens")
}

func TestSearchFoldsIntoItsIconWhereRoomIsShort(t *testing.T) {
	s := NewSearch("Search numbers")
	w := stage.Show(t, s, fyne.NewSize(196, 36))
	s.Focus = w.Canvas().Focus
	resized := 0
	s.resized = func() { resized++ }
	s.shrink(100)
	s.Refresh()
	if s.entry.Visible() || !s.opener.Visible() || s.MinSize().Width != searchSlim {
		t.Fatalf("the field is %v wide", s.MinSize().Width)
	}
	r := test.WidgetRenderer(s.opener).(*searchOpenerRenderer)
	test.MoveMouse(w.Canvas(), fyne.NewPos(5, 5))
	s.opener.MouseMoved(nil)
	s.opener.MouseOut()
	w.Canvas().Focus(s.opener)
	if !r.ring.Object().Visible() {
		t.Error("the icon with the keyboard has no ring")
	}
	s.opener.TypedRune('x')
	s.opener.TypedKey(stage.Key(fyne.KeyReturn))
	switch {
	case w.Canvas().Focused() != s.entry:
		t.Errorf("w.Canvas().Focused() is %v, not %v", w.Canvas().Focused(), s.entry)
	case !s.entry.Visible():
		t.Error("s.entry.Visible() is false")
	case s.opener.Visible():
		t.Error("s.opener.Visible() is true")
	case resized != 1:
		t.Errorf("resized is %v, not 1", resized)
	}
	test.Type(s.entry, "9")
	w.Canvas().Unfocus()
	if !s.entry.Visible() {
		t.Error("a field in use folds")
	}
	w.Canvas().Focus(s.entry)
	if s.SetText(""); !s.entry.Visible() {
		t.Error("the field folds while it is being typed into")
	}
	w.Canvas().Unfocus()
	if s.entry.Visible() {
		t.Error("an empty field stays open")
	}
	test.Tap(s.opener)
	if w.Canvas().Focused() != s.entry {
		t.Error("a tap does not open the field")
	}
	s.shrink(500)
	if got := s.MinSize().Width; got != searchUsed {
		t.Errorf("with room it is %v wide", got)
	}
}

func TestSearchHandsKeysOn(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(theme.New())
	w := test.NewTempWindow(t, nil)
	s := NewSearch("Search")
	var got []fyne.KeyName
	s.OnKey = func(key fyne.KeyName) bool {
		got = append(got, key)
		return key == fyne.KeyDown
	}
	w.SetContent(s)
	w.Canvas().Focus(s.Entry())
	w.Canvas().Focused().TypedRune('a')
	stage.Type(w, fyne.KeyDown, fyne.KeyBackspace)
	if fmt.Sprint(got) != "[Down BackSpace]" || s.Text() != "" {
		t.Errorf("handed on %v, the text is %q", got, s.Text())
	}
}
