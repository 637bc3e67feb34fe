package filter

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"numberloader/gui/stage"
	"numberloader/gui/theme"
)

// stripIn is a strip of a group of bars and a sum, in a window of a width.
func stripIn(tb testing.TB, bars int, width float32) (*Strip, fyne.Window) {
	tb.Helper()
	s := NewStrip(func(n int, all bool) string { return fmt.Sprint(n, " more ", all) })
	s.SetTall(width >= 900)
	w := stage.Show(tb, s, fyne.NewSize(width, stripTall))
	s.Set(stripGroups(bars))
	return s, w
}

func stripGroups(bars int) []StripGroup {
	group := StripGroup{Title: "Kansas City, mobile", Caption: "45 numbers, 20 to a request"}
	for i := range bars {
		group.Bars = append(group.Bars, StripBar{ID: i + 1, Label: fmt.Sprint("Request ", i+1), Count: "20/20", Share: 1, Over: i > 0})
	}
	return []StripGroup{group, {Title: "DID", Caption: "1,169 numbers, 117 requests", Short: "117 requests"}}
}

// barsOf lists the bars that are shown.
func barsOf(s *Strip) []*stripBarView {
	var all []*stripBarView
	for _, o := range test.WidgetRenderer(s).(*stripRenderer).shown {
		if row, ok := o.(*fyne.Container); ok && len(row.Objects) > 1 { // the first, behind its heading
			o = row.Objects[1]
		}
		if v, ok := o.(*stripBarView); ok {
			all = append(all, v)
		}
	}
	return all
}

func endOf(s *Strip) float32 {
	r := test.WidgetRenderer(s).(*stripRenderer)
	last := r.shown[len(r.shown)-1]
	return last.Position().X + last.Size().Width
}

func TestStripShowsEveryBarThatFitsAndCountsTheOthers(t *testing.T) {
	for _, c := range []struct {
		bars  int
		width float32
		shown int
		more  string
	}{
		{0, 916, 0, ""},
		{3, 916, 3, ""},
		{40, 916, 3, "37 more false"},
		{3, 716, 3, ""},
		{40, 716, 2, "38 more false"},
		{40, 400, 0, "40 more true"},
	} {
		s, _ := stripIn(t, c.bars, c.width)
		r := test.WidgetRenderer(s).(*stripRenderer)
		bars := barsOf(s)
		if len(bars) != c.shown {
			t.Errorf("%d bars in %v: %d are shown", c.bars, c.width, len(bars))
		}
		counted := false
		for _, o := range r.shown {
			counted = counted || o == r.more
		}
		if counted != (c.more != "") || counted && r.more.Text() != c.more {
			t.Errorf("%d bars in %v: counted %v, %q", c.bars, c.width, counted, r.more.Text())
		}
		if end := endOf(s); end > c.width-theme.SideMargin {
			t.Errorf("%d bars in %v end at %v", c.bars, c.width, end)
		}
	}
}

func TestStripIsLowUnlessThereIsRoom(t *testing.T) {
	s, _ := stripIn(t, 2, 916)
	if got := s.MinSize().Height; got != stripTall {
		t.Errorf("%v tall", got)
	}
	s, _ = stripIn(t, 2, 716)
	if got := s.MinSize().Height; got != stripLow {
		t.Errorf("%v tall without room", got)
	}
	if v := barsOf(s)[0]; !v.low {
		t.Error("the bars are not low")
	}
}

func TestStripBarIsChosenByMouseAndKeyboard(t *testing.T) {
	s, w := stripIn(t, 2, 916)
	var chosen []int
	bars := barsOf(s)
	test.Tap(bars[0]) // nobody listens
	s.OnBar = func(id int) { chosen = append(chosen, id) }
	test.Tap(bars[0])
	w.Canvas().Focus(bars[1])
	bars[1].TypedKey(stage.Key(fyne.KeyReturn))
	bars[1].TypedKey(stage.Key(fyne.KeyDown))
	bars[1].TypedRune('x')
	if fmt.Sprint(chosen) != "[1 2]" {
		t.Errorf("chosen %v", chosen)
	}
	r := test.WidgetRenderer(bars[1]).(*stripBarRenderer)
	if !r.ring.Object().Visible() {
		t.Error("the bar with the keyboard has no ring")
	}
	idle := r.back.FillColor
	groups := stripGroups(2)
	groups[0].Bars[1].Chosen = true
	if s.Set(groups); r.back.FillColor == idle {
		t.Error("a chosen bar looks like the others")
	}
	if barsOf(s)[1] != bars[1] || w.Canvas().Focused() != fyne.Focusable(bars[1]) {
		t.Error("the bar lost the keyboard")
	}
	w.Canvas().Unfocus()
	first := test.WidgetRenderer(bars[0]).(*stripBarRenderer)
	bars[0].MouseIn(nil)
	bars[0].MouseMoved(nil)
	if first.back.FillColor == idle {
		t.Error("the bar under the pointer is not shaded")
	}
	if bars[0].MouseOut(); first.back.FillColor != idle {
		t.Error("the bar stays shaded")
	}
}

func TestStripBarIsFilledAsFarAsItsShare(t *testing.T) {
	s, _ := stripIn(t, 1, 916)
	v := barsOf(s)[0]
	r := test.WidgetRenderer(v).(*stripBarRenderer)
	for share, want := range map[float32]float32{1: v.Size().Width, 0.25: v.Size().Width / 4, 0.01: stripBarTall, 7: v.Size().Width} {
		v.set(StripBar{Share: share, Count: "20/20", Label: "Request 1"}, false)
		if got := r.fill.Size().Width; got != want {
			t.Errorf("%v: filled %v of %v", share, got, v.Size().Width)
		}
	}
	if v.set(StripBar{}, false); !r.fill.Hidden {
		t.Error("an empty bar is filled")
	}
	usual := r.fill.FillColor
	if v.set(StripBar{Share: 1, Over: true}, true); r.fill.FillColor == usual || r.fill.Size().Width != stripBarShort {
		t.Error("a bar over the limit looks like the others")
	}
}
