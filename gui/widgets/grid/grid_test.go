package grid

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"numberloader/gui/draw"
	"numberloader/gui/theme"
)

// list is a source of rows with a text; a text that ends in a full stop stands
// below its row too.
type list struct {
	rows    []string
	actions []Action     // of the row under the cursor
	asked   map[int]bool // rows whose cells were asked for
}

func (l *list) Len() int { return len(l.rows) }

func (l *list) Cell(row int, column string) Cell {
	if l.asked != nil {
		l.asked[row] = true
	}
	return Cell{Text: column + " " + l.rows[row]}
}

func (l *list) Lines(row int, cursor bool) []Line {
	var lines []Line
	if strings.HasSuffix(l.rows[row], ".") {
		lines = append(lines, Line{Text: l.rows[row]})
	}
	if cursor && len(l.actions) > 0 {
		lines = append(lines, Line{Text: "Details", Mono: true, Actions: l.actions})
	}
	return lines
}

func gridColumns() []Column {
	return []Column{
		{ID: "a", Title: "First", Width: 120, Narrow: 100},
		{ID: "b", Title: "Second", Width: 150, Narrow: 140, Leaves: 1},
		{ID: "c", Title: "Third", Width: 100, Narrow: 80, Flexible: true},
	}
}

func numbered(n int) []string {
	rows := make([]string, n)
	for i := range rows {
		rows[i] = fmt.Sprint(i)
	}
	return rows
}

// gridIn shows a grid of 600 × 332: a header and room for 300.
func gridIn(tb testing.TB, l *list) (*Grid, fyne.Window) {
	tb.Helper()
	app := test.NewTempApp(tb)
	app.Settings().SetTheme(theme.New())
	w := test.NewTempWindow(tb, nil)
	g := New(l, gridColumns(), "b")
	g.Focus = w.Canvas().Focus
	w.SetPadded(false)
	w.SetContent(g)
	w.Resize(fyne.NewSize(600, headerTall+300))
	return g, w
}

func hit(g *Grid, keys ...fyne.KeyName) {
	for _, key := range keys {
		g.TypedKey(&fyne.KeyEvent{Name: key})
	}
}

// click presses and lets go the button of the mouse on a row, 50 from the left.
func click(tb testing.TB, g *Grid, y float32, held fyne.KeyModifier) {
	tb.Helper()
	r := rowAt(tb, g, y)
	e := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary, Modifier: held}
	e.Position = fyne.NewPos(50, y-r.Position().Y)
	r.MouseDown(e)
	r.MouseUp(e)
}

// rowAt is the row that is seen at a height below the header.
func rowAt(tb testing.TB, g *Grid, y float32) *rowView {
	tb.Helper()
	for _, r := range g.view.rows {
		if y >= r.Position().Y && y < r.Position().Y+r.Size().Height {
			return r
		}
	}
	tb.Fatalf("no row at %v", y)
	return nil
}

func TestGridBuildsOnlyTheRowsThatAreSeen(t *testing.T) {
	l := &list{rows: numbered(100_000), asked: map[int]bool{}}
	g, w := gridIn(t, l)
	for range 50 {
		test.Scroll(w.Canvas(), fyne.NewPos(100, 100), 0, -500)
	}
	if built := len(g.view.rows) + len(g.view.spare); built > 12 {
		t.Errorf("%d rows were built", built)
	}
	if first := g.view.rows[0].index; first != 50*500/32 {
		t.Errorf("the first row is %d", first)
	}
	if len(l.asked) > 800 {
		t.Errorf("%d rows were asked for cells", len(l.asked))
	}
}

func TestGridRowsAreAsTallAsTheirMessages(t *testing.T) {
	long := strings.Repeat("A message that goes on. ", 6) + "It ends."
	g, _ := gridIn(t, &list{rows: []string{"0", "One line.", long, "3"}})
	for row, want := range []float32{32, 50, 50 + 2*18, 32} {
		if got := g.heights.height(row); got != want {
			t.Errorf("row %d is %v tall, want %v", row, got, want)
		}
	}
	r := rowAt(t, g, 32+50+10)
	var said []string
	for _, text := range r.texts[:3] {
		said = append(said, text.Text)
		if text.Position().X != 120+8 {
			t.Errorf("%q starts at %v, not under the second column", text.Text, text.Position().X)
		}
	}
	if got := strings.Join(said, " "); got != long {
		t.Errorf("the message became %q", got)
	}
}

func TestGridKeysMoveTheCursorAndKeepItInSight(t *testing.T) {
	l := &list{rows: numbered(1000), actions: []Action{{7, "Do"}}}
	g, _ := gridIn(t, l)
	var moved []int
	g.OnCursor = func(row int) { moved = append(moved, row) }
	inSight := func(row int) {
		t.Helper()
		top, bottom := g.heights.top(row)-g.scroll.offset, g.heights.top(row+1)-g.scroll.offset
		if g.Cursor() != row || top < 0 || bottom > 300 {
			t.Errorf("the cursor is at %d from %v to %v, want row %d", g.Cursor(), top, bottom, row)
		}
	}
	hit(g, fyne.KeyDown)
	inSight(0)
	hit(g, fyne.KeyEnd)
	inSight(999)
	hit(g, fyne.KeyDown)
	inSight(999)
	hit(g, fyne.KeyUp, fyne.KeyPageUp)
	inSight(990)
	hit(g, fyne.KeyHome, fyne.KeyUp)
	inSight(0)
	hit(g, fyne.KeyPageDown, fyne.KeyPageDown)
	inSight(16)
	if want := "[0 999 998 990 0 8 16]"; fmt.Sprint(moved) != want {
		t.Errorf("moved to %v, want %s", moved, want)
	}
}

func TestGridWithoutRowsTakesKeys(t *testing.T) {
	g, w := gridIn(t, &list{})
	hit(g, fyne.KeyDown, fyne.KeyEnd, fyne.KeyPageUp, fyne.KeyRight, fyne.KeyReturn, fyne.KeyF2)
	test.Scroll(w.Canvas(), fyne.NewPos(100, 100), 0, -500)
	if g.Cursor() != -1 || g.scroll.offset != 0 {
		t.Errorf("the cursor is at %d, the list at %v", g.Cursor(), g.scroll.offset)
	}
}

func TestGridActionsAreReachedWithTheKeyboard(t *testing.T) {
	g, w := gridIn(t, &list{rows: numbered(3), actions: []Action{{7, "Use"}, {9, "Skip"}}})
	var done []string
	g.OnAction = func(row, id int) { done = append(done, fmt.Sprint(row, ":", id)) }
	g.OnKey = func(row int, key fyne.KeyName) { done = append(done, fmt.Sprint(row, key)) }
	w.Canvas().Focus(g)
	hit(g, fyne.KeyReturn) // nowhere yet
	hit(g, fyne.KeyDown, fyne.KeyReturn, fyne.KeyRight, fyne.KeyRight, fyne.KeySpace)
	hit(g, fyne.KeyLeft, fyne.KeyEnter, fyne.KeyRight, fyne.KeyDown, fyne.KeyReturn, fyne.KeyF2)
	if want := "[0:7 0:9 0:7 1:7 1F2]"; fmt.Sprint(done) != want {
		t.Errorf("done %v, want %s", done, want)
	}
	if r := rowAt(t, g, 32+10); !r.links[0].chosen || r.links[1].chosen || g.view.ring.Hidden {
		t.Error("the chosen action and the row with the keyboard are not marked")
	}
	w.Canvas().Unfocus()
	if r := rowAt(t, g, 32+10); r.links[0].chosen || !g.view.ring.Hidden {
		t.Error("the marks stay when the keyboard is elsewhere")
	}
}

func TestGridAClickLeavesTheRowWhereItIs(t *testing.T) {
	l := &list{rows: numbered(100), actions: []Action{{1, "Do"}}}
	g, w := gridIn(t, l)
	g.scroll.to(640)
	click(t, g, 40, 0)
	r := rowAt(t, g, 40)
	if g.Cursor() != 21 || r.index != 21 || w.Canvas().Focused() != g {
		t.Fatalf("the cursor is at %d", g.Cursor())
	}
	click(t, g, 150, 0)
	r = rowAt(t, g, 150)
	if r.index != g.Cursor() || r.Size().Height != 50 || !r.mark.Visible() {
		t.Errorf("row %d is under the pointer, the cursor at %d", r.index, g.Cursor())
	}
	if !g.view.ring.Hidden {
		t.Error("a click draws the ring of the keyboard")
	}
}

func TestGridALinkMovesTheCursorAndActs(t *testing.T) {
	l := &list{rows: numbered(20), actions: []Action{{5, "Do it"}}}
	g, w := gridIn(t, l)
	var done []int
	g.OnAction = func(row, id int) { done = append(done, row, id) }
	g.tap(2, 0)
	link := rowAt(t, g, 75).links[0]
	test.MoveMouse(w.Canvas(), fyne.NewPos(128+link.Position().X-128+4, headerTall+70+link.Position().Y+4))
	if link.under.Hidden || link.Cursor() != desktop.PointerCursor {
		t.Error("the link under the pointer does not look like one")
	}
	test.MoveMouse(w.Canvas(), fyne.NewPos(10, headerTall+250))
	if !link.under.Hidden {
		t.Error("the link stays underlined")
	}
	test.Tap(link)
	if fmt.Sprint(done) != "[2 5]" || g.Cursor() != 2 {
		t.Errorf("done %v at %d", done, g.Cursor())
	}
}

func TestGridRowUnderThePointerIsShaded(t *testing.T) {
	g, w := gridIn(t, &list{rows: numbered(20)})
	plain := rowAt(t, g, 80).fill.FillColor
	test.MoveMouse(w.Canvas(), fyne.NewPos(50, headerTall+80))
	if rowAt(t, g, 80).fill.FillColor == plain {
		t.Error("the row looks the same")
	}
	test.MoveMouse(w.Canvas(), fyne.NewPos(50, headerTall+10))
	if rowAt(t, g, 80).fill.FillColor != plain {
		t.Error("the row stays shaded")
	}
}

func TestGridHeaderSorts(t *testing.T) {
	g, w := gridIn(t, &list{rows: numbered(3)})
	var by []string
	g.OnSort = func(column string) { by = append(by, column) }
	test.TapCanvas(w.Canvas(), fyne.NewPos(200, 10))
	g.SetSorted("b", false)
	up := g.header.arrow.Resource.Name()
	g.SetSorted("b", true)
	if g.header.arrow.Resource.Name() == up {
		t.Error("the arrow does not turn")
	}
	w.Canvas().Focus(g.header)
	for _, key := range []fyne.KeyName{fyne.KeyLeft, fyne.KeyReturn, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeySpace} {
		g.header.TypedKey(&fyne.KeyEvent{Name: key})
	}
	if fmt.Sprint(by) != "[b a c]" || g.header.ring.Hidden {
		t.Errorf("sorted by %v", by)
	}
	w.Canvas().Unfocus()
	test.MoveMouse(w.Canvas(), fyne.NewPos(130, 10))
	if !g.header.ring.Hidden || g.header.over.Hidden || g.header.over.Position().X != 120 {
		t.Error("the title under the pointer is not shaded")
	}
	test.MoveMouse(w.Canvas(), fyne.NewPos(130, 100))
	if !g.header.over.Hidden {
		t.Error("the title stays shaded")
	}
}

func TestGridThumbMovesTheListExactlyWithAMillionRows(t *testing.T) {
	g, w := gridIn(t, &list{rows: make([]string, 1_000_000)})
	top, long := g.track.extent()
	if top != 0 || long != float64(theme.ThumbLeast) {
		t.Fatalf("the thumb is %v long at %v", long, top)
	}
	g.track.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(5, 500)}, Dragged: fyne.NewDelta(0, 490)})
	g.track.DragEnd()
	last := g.view.rows[len(g.view.rows)-1]
	if last.index != 999_999 || last.Position().Y+last.Size().Height != 300 {
		t.Errorf("the end is row %d at %v", last.index, last.Position().Y)
	}
	for _, r := range g.view.rows[1:] {
		if r.Size().Height != 32 {
			t.Errorf("row %d is %v tall", r.index, r.Size().Height)
		}
	}
	g.track.Tapped(&fyne.PointEvent{Position: fyne.NewPos(5, 10)})
	if want := g.heights.total() - 600; g.scroll.offset != want {
		t.Errorf("a click on the track moved to %v, want %v", g.scroll.offset, want)
	}
	g.scroll.to(0)
	g.track.Tapped(&fyne.PointEvent{Position: fyne.NewPos(5, 299)})
	test.MoveMouse(w.Canvas(), fyne.NewPos(595, headerTall+100))
	if g.scroll.offset != 300 || g.track.thumb.Size().Width <= theme.ThumbWidth {
		t.Errorf("the list is at %v, the thumb %v wide", g.scroll.offset, g.track.thumb.Size().Width)
	}
	test.MoveMouse(w.Canvas(), fyne.NewPos(100, headerTall+100))
	if g.track.thumb.Size().Width != theme.ThumbWidth {
		t.Error("the thumb stays wide")
	}
}

func TestGridWithoutMoreRowsHasNoThumb(t *testing.T) {
	g, _ := gridIn(t, &list{rows: numbered(3)})
	if g.track.Visible() {
		t.Error("there is a scroll bar")
	}
	g.track.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(0, 50)})
	if g.scroll.offset != 0 {
		t.Error("the list moved")
	}
}

func TestGridReloadKeepsItsPlaceWithinTheRows(t *testing.T) {
	l := &list{rows: numbered(100)}
	g, _ := gridIn(t, l)
	g.scroll.to(1e9)
	l.rows = numbered(5)
	g.Reload(9)
	if g.scroll.offset != 0 || g.Cursor() != 4 || len(g.view.rows) != 5 {
		t.Errorf("the list is at %v, the cursor at %d", g.scroll.offset, g.Cursor())
	}
	l.rows = nil
	g.SetEmpty(draw.NewText("Nothing here.", draw.Body))
	g.Reload(-1)
	if len(g.view.rows) != 0 || !g.empty.Visible() {
		t.Error("an empty list does not say so")
	}
	l.rows = numbered(1)
	g.Reload(-1)
	if g.empty.Visible() {
		t.Error("a list with rows says that it is empty")
	}
}

func TestGridScrollsNoMoreThanItMustToShowTheCursor(t *testing.T) {
	l := &list{rows: numbered(100)}
	g, _ := gridIn(t, l)
	g.Reload(50)
	g.ScrollToCursor()
	if g.scroll.offset != 51*32-300 {
		t.Errorf("downward to %v", g.scroll.offset)
	}
	at, size := g.CellAt(50, "b")
	if at != fyne.NewPos(120, headerTall+300-32) || size.Height != 32 {
		t.Errorf("the cell is at %v, %v", at, size)
	}
	g.Reload(10)
	g.ScrollToCursor()
	if g.scroll.offset != 320 {
		t.Errorf("upward to %v", g.scroll.offset)
	}
	g.Reload(-1)
	g.ScrollToCursor()
	if g.scroll.offset != 320 {
		t.Errorf("without a cursor to %v", g.scroll.offset)
	}
	g.ScrollToTop()
	if g.scroll.offset != 0 {
		t.Errorf("to the top: %v", g.scroll.offset)
	}
}

func TestGridFollowsTheTextSize(t *testing.T) {
	g, _ := gridIn(t, &list{rows: []string{"0", "Below."}})
	fyne.CurrentApp().Settings().SetTheme(larger{theme.New()})
	g.Refresh()
	if g.heights.height(0) != 48 || g.heights.height(1) != 84 {
		t.Errorf("rows are %v and %v tall", g.heights.height(0), g.heights.height(1))
	}
	if got := rowAt(t, g, 10).cells[0].text.TextSize; got != 28 {
		t.Errorf("text has size %v", got)
	}
}

// larger is a theme with text of twice the size.
type larger struct{ *theme.Look }

func (l larger) Size(name fyne.ThemeSizeName) float32 {
	switch name {
	case theme.SizeText, theme.SizeMessage, theme.SizeCaption:
		return 2 * l.Look.Size(name)
	}
	return l.Look.Size(name)
}
