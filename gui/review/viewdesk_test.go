package review

import (
	"context"
	"errors"
	"fmt"
	"image/color"
	"image/png"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	fynetheme "fyne.io/fyne/v2/theme"

	"numberloader/gui/review/worklist"
	"numberloader/gui/theme"
	"numberloader/gui/widgets"
	"numberloader/internal/number"
	"numberloader/internal/number/numbertest"
	"numberloader/internal/plan"
	rules "numberloader/internal/review"
)

// stage is a screen in a window over a file that is really judged, and what the
// screen asked for.
type stage struct {
	*Screen
	tb       testing.TB
	window   fyne.Window
	table    *number.Table
	known    rules.Known
	plan     plan.Plan
	now      state
	back     []state
	next     []state
	held     fyne.KeyModifier
	copied   string
	exported int
	compared int
	// incomparable says why the list can't be compared.
	incomparable string
	reasons      int // how often the list of reasons was opened
	kept         map[string]float32
}

// state is what was decided, and the step that led to it.
type state struct {
	name      string
	settings  rules.Settings
	decisions map[int]rules.Decision
}

// fileCells are the cells of a file as a carrier sends it: number, kind, location.
func fileCells() [][3]string {
	all := [][3]string{
		{"+19135550101", "DID", "Kansas City"},
		{"(913) 555-0102", "DID", "Kansas City"},
		{"+19135550103", "DID", "Kansas City"},
		{"+19135550104", "DID", "Kansas City"},
		{"+493023125004", "DID", "Berlin"},
		{"913 555 01", "DID", "Kansas City"},
		{"1-800-FLOWERS", "Toll-free", "Austin"},
		{"+15125550117", "DID", "Austin"},
		{"913-555-0101", "DID", "Kansas City"},
		{"+19136748200 - 8299", "DID", "Kansas City"},
		{"913 674 8111", "DID", "Kansas City"},
		{"+19135550199", "DID", "Atlantis"},
	}
	for i := range 25 {
		all = append(all, [3]string{fmt.Sprintf("+191355502%02d", i), "Mobile", "Kansas City"})
	}
	return all
}

func tableOf(cells [][3]string) *number.Table {
	table := &number.Table{
		Path: "/home/dana/carrier-dids.xlsx", Sheet: "DIDs", HeaderRow: 1, Headings: []string{"Site", "Phone number", "Kind"},
		Columns: map[number.Field]int{number.FieldNumber: 1, number.FieldLocation: 0, number.FieldType: 2},
	}
	for i, c := range cells {
		table.Records = append(table.Records, numbertest.Record(number.Record{
			Line: i + 2, Stated: &number.Stated{number.FieldType: c[1], number.FieldLocation: c[2]}, Source: number.SourceOf(c[2], c[0], c[1]),
		}, number.Cell{Type: number.CellText, Value: c[0]}))
	}
	return table
}

func onStage(tb testing.TB) *stage {
	tb.Helper()
	return onStageWith(tb, fileCells())
}

func onStageWith(tb testing.TB, all [][3]string) *stage {
	tb.Helper()
	test.NewTempApp(tb).Settings().SetTheme(theme.New())
	st := &stage{tb: tb, window: test.NewTempWindow(tb, nil), kept: map[string]float32{}}
	st.table = tableOf(all)
	st.known.Locations = []number.Location{
		{ID: "kc", Name: "Kansas City", Country: "US", PSTN: number.PSTNLocalGateway},
		{ID: "atx", Name: "Austin", Country: "US", PSTN: number.PSTNLocalGateway},
		{ID: "ber", Name: "Berlin", Country: "DE", PSTN: number.PSTNLocalGateway},
	}
	st.now = state{settings: rules.Settings{Region: "US"}, decisions: map[int]rules.Decision{}}
	st.Screen = New(Config{
		Canvas: st.window.Canvas(), Work: st, Steps: st, Widths: st,
		Copy:      func(text string) { st.copied = text },
		Modifiers: func() fyne.KeyModifier { return st.held },
		OnExport:  func() { st.exported++ },
		OnCompare: func() { st.compared++ }, Incomparable: func() string { return st.incomparable },
		OnReasons: func(bool) { st.reasons++ },
	})
	st.window.SetPadded(false)
	st.window.SetContent(st.Content())
	st.window.Resize(fyne.NewSize(916, 604))
	st.rejudge()
	return st
}

func (st *stage) rejudge() {
	rows, err := rules.Rows(context.Background(), st.table, st.now.settings, st.known, st.now.decisions)
	if err != nil {
		st.tb.Fatal(err)
	}
	limits := plan.Webex()
	limits.OneRequest = st.now.settings.OneRequest
	st.plan = plan.Build(rows, limits)
	st.Update(st.plan)
}

// The stage is the Work and the Steps of its screen.

func (st *stage) Decision(record int) rules.Decision { return st.now.decisions[record] }

func (st *stage) InFile(record int, field number.Field) (cell, text string) {
	return rules.InFile(st.table, record, field)
}
func (st *stage) Settings() rules.Settings     { return st.now.settings }
func (st *stage) Locations() []number.Location { return st.known.Locations }

func (st *stage) Try(record int, settings rules.Settings, d rules.Decision) []*number.Row {
	decisions := maps.Clone(st.now.decisions)
	decisions[record] = d
	rows, err := rules.Rows(context.Background(), st.table, settings, st.known, decisions)
	if err != nil {
		st.tb.Fatal(err)
	}
	return slices.DeleteFunc(rows, func(r *number.Row) bool { return int(r.Record) != record })
}

func (st *stage) Do(step rules.Step) {
	now := state{name: step.Name, settings: st.now.settings, decisions: maps.Clone(st.now.decisions)}
	for _, c := range step.Changes {
		now.decisions[c.Record] = c.Decision
	}
	if step.Settings != nil {
		now.settings = *step.Settings
	}
	st.back, st.next, st.now = append(st.back, st.now), nil, now
	st.rejudge()
}

func (st *stage) UndoName() string {
	if len(st.back) == 0 {
		return ""
	}
	return st.now.name
}

func (st *stage) RedoName() string {
	if len(st.next) == 0 {
		return ""
	}
	return st.next[len(st.next)-1].name
}

func (st *stage) Undo() { st.swap(&st.back, &st.next) }
func (st *stage) Redo() { st.swap(&st.next, &st.back) }

func (st *stage) swap(from, to *[]state) {
	last := len(*from) - 1
	*to = append(*to, st.now)
	st.now, *from = (*from)[last], (*from)[:last]
	st.rejudge()
}

// Widths and KeepWidths are those that outlive the screen.
func (st *stage) Widths(string) map[string]float32 { return st.kept }

func (st *stage) KeepWidths(_ string, widths map[string]float32) { st.kept = widths }

// press presses keys where the keyboard is.
func (st *stage) press(keys ...fyne.KeyName) {
	for _, key := range keys {
		if on := st.window.Canvas().Focused(); on != nil {
			on.TypedKey(&fyne.KeyEvent{Name: key})
		} else {
			st.TypedKey(&fyne.KeyEvent{Name: key})
		}
	}
}

// shift presses keys while Shift is held.
func (st *stage) shift(keys ...fyne.KeyName) {
	st.held = fyne.KeyModifierShift
	st.press(keys...)
	st.held = 0
}

func (st *stage) write(text string) {
	for _, c := range text {
		st.window.Canvas().Focused().TypedRune(c)
	}
}

// shortcut presses a shortcut where the keyboard is.
func (st *stage) shortcut(s fyne.Shortcut) {
	st.window.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(s)
}

// at moves the cursor to a row and gives the grid the keyboard.
func (st *stage) at(row int) {
	st.window.Canvas().Focus(st.grid)
	st.grid.MoveTo(row)
}

// status is the status of the row with a cell.
func (st *stage) status(cell string) number.Standing {
	for i := range st.model.Len() {
		if st.model.Value(i, worklist.ColumnCell).Text == cell {
			return st.model.Status(i)
		}
	}
	st.tb.Fatalf("%s is not shown", cell)
	return 0
}

// top is what lies over the window.
func (st *stage) top() fyne.CanvasObject { return st.window.Canvas().Overlays().Top() }

// find is the widget in a tree whose text is what is looked for.
func find(tb testing.TB, root fyne.CanvasObject, text string) fyne.Tappable {
	tb.Helper()
	for _, o := range test.LaidOutObjects(root) {
		switch w := o.(type) {
		case *widgets.Button:
			if w.Text == text {
				return w
			}
		case *widgets.Link:
			if w.Text() == text {
				return w
			}
		}
	}
	tb.Fatalf("there is no %q", text)
	return nil
}

// shade is the program's look in a variant that does not follow the system.
type shade struct {
	fyne.Theme

	variant fyne.ThemeVariant
	factor  float32
}

func (s shade) Color(name fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	return s.Theme.Color(name, s.variant)
}

func (s shade) Size(name fyne.ThemeSizeName) float32 {
	switch name {
	case theme.SizeText, theme.SizeMessage, theme.SizeCaption, theme.SizeHeading, theme.SizeSection, theme.SizeTitle:
		return s.factor * s.Theme.Size(name)
	}
	return s.Theme.Size(name)
}

// picture writes what the window shows into the folder that NUMBERLOADER_PICTURES
// names, for a person to look at: light, dark, with large text, and narrow.
func (st *stage) picture(name string) {
	st.tb.Helper()
	folder := os.Getenv("NUMBERLOADER_PICTURES")
	if folder == "" {
		return
	}
	for ending, look := range map[string]struct {
		shade
		size fyne.Size
	}{
		"":       {shade{theme.New(), fynetheme.VariantLight, 1}, fyne.NewSize(916, 604)},
		"-dark":  {shade{theme.New(), fynetheme.VariantDark, 1}, fyne.NewSize(916, 604)},
		"-large": {shade{theme.New(), fynetheme.VariantLight, 1.4}, fyne.NewSize(916, 604)},
		"-900":   {shade{theme.New(), fynetheme.VariantLight, 1}, fyne.NewSize(716, 484)},
	} {
		fyne.CurrentApp().Settings().SetTheme(look.shade)
		st.window.Resize(look.size)
		file, err := os.Create(filepath.Join(folder, name+ending+".png")) //nolint:gosec // the folder that the person named
		if err != nil {
			st.tb.Fatal(err)
		}
		if err := errors.Join(png.Encode(file, st.window.Canvas().Capture()), file.Close()); err != nil {
			st.tb.Fatal(err)
		}
	}
	fyne.CurrentApp().Settings().SetTheme(theme.New())
	st.window.Resize(fyne.NewSize(916, 604))
}

// click presses the mouse on a row of what is seen, with modifier keys.
func (st *stage) click(row int, held fyne.KeyModifier) {
	st.tb.Helper()
	at, _ := st.grid.CellAt(row, worklist.ColumnFile)
	for _, o := range test.LaidOutObjects(st.grid) {
		m, ok := o.(desktop.Mouseable)
		pos := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
		wanted := fyne.CurrentApp().Driver().AbsolutePositionForObject(st.grid).AddXY(0, at.Y)
		if ok && pos.Y == wanted.Y {
			e := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary, Modifier: held}
			m.MouseDown(e)
			m.MouseUp(e)
			return
		}
	}
	st.tb.Fatalf("row %d is not seen", row)
}
