package grid

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"numberloader/gui/theme"
)

// drag moves an edge by a distance, in steps.
func drag(e *edge, steps ...float32) {
	for _, dx := range steps {
		e.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(dx, 0)})
	}
	e.DragEnd()
}

// wide are the widths of the columns as they are drawn.
func wide(g *Grid) string {
	text := ""
	for _, p := range g.places {
		text += fmt.Sprint(p.ID, p.width, " ")
	}
	return text
}

func TestGridColumnsAreAsWideAsTheirEdgesAreDragged(t *testing.T) {
	g, _ := gridIn(t, &list{rows: numbered(3)})
	var kept []string
	g.OnWidth = func(column string, width float32) { kept = append(kept, fmt.Sprint(column, width)) }
	g.Refresh()
	if got := wide(g); got != "a120 b150 c330 " {
		t.Fatalf("at first: %s", got)
	}
	drag(g.header.edges[0], 10, 20, -5)
	if got := wide(g); got != "a145 b150 c305 " {
		t.Errorf("wider: %s", got)
	}
	drag(g.header.edges[1], -500)
	if got := wide(g); got != "a145 b40 c415 " {
		t.Errorf("narrower: %s", got)
	}
	if want := "[a145 b40]"; fmt.Sprint(kept) != want {
		t.Errorf("kept %v, want %s", kept, want)
	}
}

func TestGridScrollsSidewaysWhereColumnsAreWiderThanIt(t *testing.T) {
	g, w := gridIn(t, &list{rows: []string{"0", "A message.", "2"}})
	g.OnWidth = func(string, float32) {}
	g.Refresh()
	if g.across.Visible() {
		t.Error("there is a bar without need")
	}
	drag(g.header.edges[1], 500)
	if got := wide(g); got != "a120 b400 c80 " || g.across.Visible() {
		t.Errorf("a column is dragged out of the grid: %s", got)
	}
	g.columns[1].Own = 650 // in a larger window
	g.Reload(-1)
	if got := wide(g); got != "a120 b650 c80 " || !g.across.Visible() {
		t.Fatalf("%s, bar %v", got, g.across.Visible())
	}
	room := g.scroll.room()
	test.Scroll(w.Canvas(), fyne.NewPos(100, 100), -1000, 0)
	if last := g.layout.left(g.places[2]); last+80 != 600 || room != 300-float64(theme.TrackWidth) {
		t.Errorf("the last column begins at %v, rows have %v", last, room)
	}
	if x := rowAt(t, g, 40).texts[0].Position().X; x != 128 {
		t.Errorf("the message starts at %v, and is not seen", x)
	}
	g.across.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(10, 5)}, Dragged: fyne.NewDelta(-500, 0)})
	g.across.DragEnd()
	if g.scroll.shift != 0 {
		t.Errorf("the bar moved to %v", g.scroll.shift)
	}
	g.across.Tapped(&fyne.PointEvent{Position: fyne.NewPos(590, 5)})
	if g.scroll.shift != 250 {
		t.Errorf("a click moved to %v", g.scroll.shift)
	}
	g.scroll.reveal("a")
	if g.scroll.shift != 0 {
		t.Errorf("the first column is not shown: %v", g.scroll.shift)
	}
}

func TestGridADoubleClickOnAnEdgeFitsTheContent(t *testing.T) {
	g, w := gridIn(t, &list{rows: []string{"0", "a rather long text that needs more room than there is", "2"}})
	var kept float32
	g.OnWidth = func(_ string, width float32) { kept = width }
	g.Refresh()
	e := g.header.edges[1]
	e.DoubleTapped(nil)
	p := g.places[1]
	text := g.style.text.width("b " + g.source.(*list).rows[1])
	if got := p.width - 2*theme.CellPad; got != text || kept != p.width {
		t.Errorf("the text has %v, needs %v; kept %v", got, text, kept)
	}
	plain := e.line.FillColor
	test.MoveMouse(w.Canvas(), g.header.edges[0].Position().AddXY(4, 10))
	if g.header.edges[0].line.FillColor == plain || e.Cursor() != desktop.HResizeCursor {
		t.Error("the edge under the pointer does not look like one")
	}
	test.MoveMouse(w.Canvas(), fyne.NewPos(10, 200))
	if g.header.edges[0].line.FillColor != plain {
		t.Error("the edge stays marked")
	}
}

func TestGridWidthsAreChangedWithTheKeyboard(t *testing.T) {
	g, w := gridIn(t, &list{rows: numbered(3)})
	kept := map[string]float32{}
	g.OnWidth = func(column string, width float32) { kept[column] = width }
	w.Canvas().Focus(g.header)
	for _, typed := range "++-?" {
		g.header.TypedRune(typed)
	}
	if kept["a"] != 128 {
		t.Errorf("kept %v", kept)
	}
	g.header.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	g.header.TypedRune('=')
	if kept["b"] == 0 || kept["b"] >= 150 {
		t.Errorf("kept %v", kept)
	}
}

func TestGridWithoutAnOwnerOfWidthsHasNoEdges(t *testing.T) {
	g, _ := gridIn(t, &list{rows: numbered(3)})
	g.widths.set("a", 500)
	if len(g.header.edges) != 0 || g.places[0].width != 120 {
		t.Error("widths can be changed that nobody keeps")
	}
}

func TestGridColumnsHaveRoomForTheirSamples(t *testing.T) {
	g, _ := gridIn(t, &list{rows: numbered(3)})
	columns := gridColumns()
	columns[0].Sample.Text = "A100001 is a cell far below"
	columns[1].Sample.Text = "B1"
	g.SetColumns(columns)
	g.Reload(-1)
	want := g.style.text.width(columns[0].Sample.Text) + 2*theme.CellPad
	if g.places[0].width != want || g.places[1].width != 150 {
		t.Errorf("the columns are %s wide, want %v", wide(g), want)
	}
}

func TestAColumnGetsItsUsualWidthByKeyAndTitlesTellOfARightClick(t *testing.T) {
	g, w := gridIn(t, &list{rows: numbered(3)})
	var told []string
	g.OnReset = func(column string) { told = append(told, "reset "+column) }
	w.Canvas().Focus(g.header)
	g.header.TappedSecondary(&fyne.PointEvent{Position: fyne.NewPos(130, 5)})
	g.OnTitle = func(column string, _ fyne.Position) { told = append(told, "menu "+column) }
	g.header.TypedRune('0')
	g.header.TappedSecondary(&fyne.PointEvent{Position: fyne.NewPos(130, 5)})
	if fmt.Sprint(told) != "[reset a menu b]" {
		t.Errorf("told %v", told)
	}
}
