package grid

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"numberloader/gui/theme"
)

// sheet is a list whose rows have numbers and can be selected; the row under the
// cursor says what was said last.
type sheet struct {
	*list

	numbers  []int
	selected map[int]bool
	said     string
	measured int // how often a row was asked for its lines
}

func (s *sheet) Number(row int) int    { return s.numbers[row] }
func (s *sheet) Selected(row int) bool { return s.selected[row] }
func (s *sheet) without(first int)     { s.rows, s.numbers = s.rows[first:], s.numbers[first:] }
func (s *sheet) Lines(row int, cursor bool) []Line {
	s.measured++
	if cursor && s.said != "" {
		return []Line{{Text: s.said, Bold: true}}
	}
	return s.list.Lines(row, cursor)
}

// sheetIn shows a grid of n rows whose first and third column can be edited.
func sheetIn(tb testing.TB, n int) (*Grid, *sheet, fyne.Window) {
	tb.Helper()
	s := &sheet{list: &list{rows: numbered(n)}, selected: map[int]bool{}}
	for i := range n {
		s.numbers = append(s.numbers, i)
	}
	test.NewTempApp(tb).Settings().SetTheme(theme.New())
	w := test.NewTempWindow(tb, nil)
	columns := gridColumns()
	columns[0].Edits, columns[2].Edits = true, true
	g := New(s, columns, "b")
	g.Focus = w.Canvas().Focus
	w.SetPadded(false)
	w.SetContent(g)
	w.Resize(fyne.NewSize(600, headerTall+300))
	return g, s, w
}

func TestGridAsksForTheCellThatTheKeyboardIsAt(t *testing.T) {
	g, s, w := sheetIn(t, 9)
	s.actions = []Action{{7, "Do"}}
	var asked []string
	g.OnEdit = func(row int, column string) { asked = append(asked, fmt.Sprint(row, column)) }
	g.OnKey = func(row int, key fyne.KeyName) { asked = append(asked, fmt.Sprint(row, key)) }
	g.OnAction = func(row, id int) { asked = append(asked, fmt.Sprint(row, ":", id)) }
	w.Canvas().Focus(g)
	hit(g, fyne.KeyF2, fyne.KeyDown, fyne.KeyF2, fyne.KeyRight, fyne.KeyReturn)
	hit(g, fyne.KeyDown, fyne.KeyReturn, fyne.KeyRight, fyne.KeyRight, fyne.KeyLeft, fyne.KeyLeft, fyne.KeyReturn, fyne.KeySpace)
	hit(g, fyne.KeyRight, fyne.KeyRight, fyne.KeySpace, fyne.KeyF2, fyne.KeyLeft, fyne.KeyLeft)
	if want := "[0a 0c 1c 1a 1Space 1:7 1c]"; fmt.Sprint(asked) != want {
		t.Errorf("asked for %v, want %s", asked, want)
	}
	if g.view.cell.Hidden || g.view.cell.Position().X != 0 {
		t.Error("the cell is not framed")
	}
}

func TestGridADoubleClickAsksForTheCell(t *testing.T) {
	g, _, _ := sheetIn(t, 9)
	var asked []string
	g.OnEdit = func(row int, column string) { asked = append(asked, fmt.Sprint(row, column)) }
	for _, x := range []float32{10, 130, 500} {
		rowAt(t, g, 40).DoubleTapped(&fyne.PointEvent{Position: fyne.NewPos(x, 10)})
	}
	if want := "[1a 1c]"; fmt.Sprint(asked) != want {
		t.Errorf("asked for %v, want %s", asked, want)
	}
}

// edited is what an edit told.
type edited struct{ changes, ends []string }

func (e *edited) edit(row int, column, text string, choices ...string) Edit {
	return Edit{
		Row: row, Column: column, Text: text, Choices: choices, Chosen: -1,
		OnChange: func(text string, choice int) { e.changes = append(e.changes, fmt.Sprint(text, choice)) },
		OnEnd:    func(text string, choice int, how End) { e.ends = append(e.ends, fmt.Sprint(text, choice, how)) },
	}
}

func typeKeys(w fyne.Window, keys ...fyne.KeyName) {
	for _, key := range keys {
		w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: key})
	}
}

func TestGridEditsATextInPlace(t *testing.T) {
	g, s, w := sheetIn(t, 9)
	var e edited
	hit(g, fyne.KeyDown)
	s.said = "It would be sent."
	g.Edit(e.edit(0, "a", "ab"))
	if !g.Editing() || g.heights.height(0) != rowTall+messageMore {
		t.Errorf("the row is %v tall", g.heights.height(0))
	}
	w.Canvas().Focused().TypedRune('c')
	test.AssertRendersToMarkup(t, "edit.xml", w.Canvas())
	typeKeys(w, fyne.KeyReturn)
	g.Edit(e.edit(0, "a", "x"))
	typeKeys(w, fyne.KeyEscape)
	g.Edit(e.edit(0, "a", "y"))
	typeKeys(w, fyne.KeyUp, fyne.KeyTab)
	g.Modifiers = func() fyne.KeyModifier { return fyne.KeyModifierShift }
	g.Edit(e.edit(0, "c", "z"))
	typeKeys(w, fyne.KeyTab)
	g.Modifiers = nil
	g.Edit(e.edit(0, "c", "away"))
	click(t, g, 100, 0)
	if got, want := fmt.Sprint(e.changes, e.ends), "[abc-1] [abc-1 1 x-1 0 y-1 2 z-1 3 away-1 1]"; got != want {
		t.Errorf("it told %s, want %s", got, want)
	}
	if g.Editing() || w.Canvas().Focused() != g {
		t.Error("the edit goes on, or the keyboard is lost")
	}
	g.EndEdit(false)
	g.Edit(e.edit(99, "a", "nowhere"))
	if g.Editing() {
		t.Error("a row that does not exist is edited")
	}
}

func TestGridEditsByChoosing(t *testing.T) {
	g, _, w := sheetIn(t, 9)
	var e edited
	hit(g, fyne.KeyDown)
	g.Edit(e.edit(0, "c", "DID", "DID", "Toll-free", "Mobile"))
	typeKeys(w, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	g.Edit(e.edit(0, "c", "DID", "DID", "Toll-free", "Mobile"))
	w.Canvas().Focused().TypedRune('m')
	typeKeys(w, fyne.KeyReturn)
	g.Edit(e.edit(0, "c", "DID", "DID", "Toll-free", "Mobile"))
	test.TapCanvas(w.Canvas(), g.editor.list.Position().AddXY(10, 9))
	g.Edit(e.edit(0, "c", "DID", "DID", "Toll-free", "Mobile"))
	w.Canvas().Focused().TypedRune('?')
	g.EndEdit(true)
	if got, want := fmt.Sprint(e.ends), "[1 1 m2 1 0 1 ?-1 1]"; got != want {
		t.Errorf("it told %s, want %s", got, want)
	}
}

func TestTheListOfChoicesStandsWhereItHasMoreRoomAndStaysInside(t *testing.T) {
	g, _, w := sheetIn(t, 30)
	var e edited
	choices := make([]string, 40)
	for i := range choices {
		choices[i] = fmt.Sprint("Choice ", i)
	}
	for _, c := range []struct {
		tall float32
		row  int
		up   bool
	}{{headerTall + 300, 0, false}, {headerTall + 300, 8, true}, {headerTall + 150, 0, false}, {headerTall + 150, 3, true}} {
		w.Resize(fyne.NewSize(600, c.tall))
		g.MoveTo(0)
		g.MoveTo(c.row)
		edit := e.edit(c.row, "a", "", choices...)
		edit.Chosen = 20
		g.Edit(edit)
		d := g.editor
		top, bottom := d.list.Position().Y, d.list.Position().Y+d.list.Size().Height
		if top < 0 || bottom > g.Size().Height {
			t.Errorf("%+v: the list goes from %v to %v of %v", c, top, bottom, g.Size().Height)
		}
		if field := headerTall + d.field.Position().Y; (bottom <= field+1) != c.up {
			t.Errorf("%+v: the list ends at %v, the field begins at %v", c, bottom, field)
		}
		if d.list.Marked() != 20 {
			t.Errorf("%+v: line %d is marked", c, d.list.Marked())
		}
		if g.Reload(2); d.Row != 2 {
			t.Errorf("%+v: row %d is edited", c, d.Row)
		}
		g.EndEdit(false)
	}
}

func TestGridSelectsAsModifiersSay(t *testing.T) {
	g, s, w := sheetIn(t, 40)
	var told []string
	g.OnSelect = func(row int, how Selecting) {
		told = append(told, fmt.Sprint(row, how))
		s.selected[row] = true
	}
	g.OnShortcut = func(shortcut fyne.Shortcut) { told = append(told, shortcut.ShortcutName()) }
	click(t, g, 40, 0)
	click(t, g, 80, fyne.KeyModifierShift)
	click(t, g, 120, fyne.KeyModifierShortcutDefault)
	rowAt(t, g, 120).MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonSecondary})
	g.Modifiers = func() fyne.KeyModifier { return fyne.KeyModifierShift }
	hit(g, fyne.KeyDown)
	g.Modifiers = nil
	on := w.Canvas().Focused().(fyne.Shortcutable)
	on.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyEnd, Modifier: fyne.KeyModifierControl})
	on.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyHome, Modifier: fyne.KeyModifierControl | fyne.KeyModifierShift})
	on.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyB, Modifier: fyne.KeyModifierControl})
	on.TypedShortcut(&fyne.ShortcutSelectAll{})
	if want := "[1 0 2 2 3 1 4 2 39 0 0 2 CustomDesktop:Control+B SelectAll]"; fmt.Sprint(told) != want {
		t.Errorf("told %v, want %s", told, want)
	}
	if chosen, plain := rowAt(t, g, 80), rowAt(t, g, 200); chosen.fill.FillColor == plain.fill.FillColor {
		t.Error("a selected row looks like any other")
	}
}

func TestGridKeepsWhatIsSeenWhenRowsComeAndGo(t *testing.T) {
	g, s, _ := sheetIn(t, 100)
	var seen []bool
	g.OnSeen = func(on bool) { seen = append(seen, on) }
	g.scroll.to(20*32 + 10)
	s.without(5)
	g.Reload(-1)
	if first := g.view.rows[0]; first.number != 20 || first.Position().Y != -10 {
		t.Errorf("row %d is at %v", first.number, first.Position().Y)
	}
	g.MoveTo(17)
	at := g.heights.top(17) - g.scroll.offset
	s.without(7)
	g.Reload(10)
	if now := g.heights.top(10) - g.scroll.offset; now != at {
		t.Errorf("the row under the cursor moved from %v to %v", at, now)
	}
	g.scroll.to(60 * 32)
	g.ScrollToCursor()
	if fmt.Sprint(seen) != "[false true]" || g.CursorHidden() {
		t.Errorf("told %v", seen)
	}
}

func TestGridMeasuresARowOnceUntilItIsForgotten(t *testing.T) {
	g, s, _ := sheetIn(t, 1000)
	s.measured = 0
	g.Reload(-1)
	few := s.measured
	s.rows[3] = "A line."
	g.Reload(-1)
	if g.heights.height(3) != 32 || few > 30 {
		t.Errorf("%d rows were measured again, row 3 is %v tall", few, g.heights.height(3))
	}
	g.Forget(3, -1, 5000)
	g.Reload(-1)
	if g.heights.height(3) != 50 {
		t.Errorf("row 3 is %v tall", g.heights.height(3))
	}
	g.ForgetAll()
	s.measured = 0
	if g.Reload(-1); s.measured < 1000 {
		t.Errorf("%d rows were measured", s.measured)
	}
}
