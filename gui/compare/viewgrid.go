package compare

import (
	"fyne.io/fyne/v2"

	"numberloader/gui/press"
	"numberloader/gui/theme"
	"numberloader/gui/widgets/grid"
)

// look holds the icons, which are made once.
type look struct{ icons map[Chip]fyne.Resource }

func newLook() *look {
	return &look{map[Chip]fyne.Resource{
		ChipBoth:          theme.Icon(theme.IconAlreadyThere, theme.ColorSecondary),
		ChipOnlyFile:      theme.Icon(theme.IconFile, theme.ColorInfo),
		ChipOnlyWebex:     theme.Icon(theme.IconOrganization, theme.ColorSecondary),
		ChipOtherLocation: theme.Icon(theme.IconChanged, theme.ColorWarn),
		ChipInactive:      theme.Icon(theme.IconInactive, theme.ColorWarn),
		ChipProblems:      theme.Icon(theme.IconProblem, theme.ColorError),
	}}
}

// wordColor is the color of the word for where a number is: what is as it should be
// whispers.
func wordColor(c Chip) fyne.ThemeColorName {
	switch c {
	case ChipOnlyFile:
		return theme.ColorInfo
	case ChipOtherLocation, ChipInactive:
		return theme.ColorWarn
	case ChipProblems:
		return theme.ColorError
	case ChipAll, ChipBoth, ChipOnlyWebex:
	}
	return theme.ColorSecondary
}

func (s *Screen) buildGrid() {
	source := s.source()
	s.grid = grid.New(source, source.columns(), ColumnNumber)
	s.grid.Focus = s.cfg.Canvas.Focus
	s.grid.Modifiers = s.cfg.Modifiers
	s.grid.OnSelect = s.selectRow
	s.grid.OnSort = func(column string) { s.change(func() { s.model.Sort(column) }) }
	s.grid.OnAction = s.act
	s.grid.OnWidth = s.widths.Set
	s.grid.OnReset = func(column string) {
		s.widths.Reset(column)
		s.show()
	}
	s.grid.OnKey = func(_ int, key fyne.KeyName) { s.key(key) }
	s.grid.OnShortcut = s.shortcut
}

// act does what can be done about a number.
func (s *Screen) act(row, way int) {
	if Way(way) == WayActivate { //nolint:gosec // it is one of the ways
		s.cfg.Activate()
		return
	}
	s.cfg.Copy(s.model.NumberAt(row))
}

// selectRow puts the cursor on a number and selects as a click or an arrow says.
func (s *Screen) selectRow(row int, how grid.Selecting) {
	how.In(s.model, row)
	s.showAside()
}

// key takes the keys that the grid has no use for. Escape first gives up the selection.
func (s *Screen) key(key fyne.KeyName) {
	if key == fyne.KeyEscape && s.model.Selected() != "" {
		s.model.SelectNone()
		s.show()
		return
	}
	press.HandOn(s.grid, &fyne.KeyEvent{Name: key})
}

// searchKey takes keys of the search field that lead to the numbers.
func (s *Screen) searchKey(key fyne.KeyName) bool {
	if key != fyne.KeyDown && key != fyne.KeyReturn && key != fyne.KeyEnter && key != fyne.KeyEscape {
		return false
	}
	s.focusRows()
	return true
}

// focusRows moves the keyboard to the numbers, and the cursor to the first if it is
// nowhere.
func (s *Screen) focusRows() {
	s.cfg.Canvas.Focus(s.grid)
	if s.model.Cursor() < 0 && s.model.Len() > 0 {
		s.grid.MoveTo(0)
	}
}

// Begin moves the keyboard to the numbers as the page opens.
func (s *Screen) Begin() { s.grid.Begin() }

// TypedKey takes a key that nothing else has a use for, and says whether it did: it is
// for the numbers.
func (s *Screen) TypedKey(e *fyne.KeyEvent) bool {
	switch e.Name { //nolint:exhaustive // the others mean nothing here
	case fyne.KeyDown, fyne.KeyUp, fyne.KeyPageDown, fyne.KeyPageUp, fyne.KeyHome, fyne.KeyEnd:
		s.focusRows()
		return true
	}
	return false
}

// shortcut takes the shortcuts of the grid; others are the window's.
func (s *Screen) shortcut(shortcut fyne.Shortcut) {
	switch shortcut.(type) {
	case *fyne.ShortcutSelectAll:
		s.model.SelectAll()
		s.show()
	case *fyne.ShortcutCopy:
		if text := s.model.Copied(); text != "" {
			s.cfg.Copy(text)
		}
	default:
		press.HandOnShortcut(s.cfg.Canvas, shortcut)
	}
}

// source shows the model in a grid.
type source struct{ screen *Screen }

func (s *Screen) source() source { return source{s} }

var _ grid.Selection = source{}

// columns are the columns of the grid, as wide as the user made them.
func (s source) columns() []grid.Column {
	columns := Columns()
	shown := make([]grid.Column, len(columns))
	for i, c := range columns {
		own, _ := s.screen.widths.Of(c.ID)
		shown[i] = grid.Column{ID: c.ID, Title: c.Title, Width: c.Width, Narrow: c.Narrow, Own: own, Flexible: c.Flexible, Leaves: c.Leaves}
	}
	return shown
}

// Len is how many numbers are shown.
func (s source) Len() int { return s.screen.model.Len() }

// Selected reports whether a number is selected.
func (s source) Selected(row int) bool { return s.screen.model.IsSelected(row) }

// Cell is the content of a column.
func (s source) Cell(row int, column string) grid.Cell {
	m, look := s.screen.model, s.screen.look
	v := m.Value(row, column)
	cell := grid.Cell{Text: v.Text}
	switch {
	case column == ColumnWhere && v.Text != "":
		chip := m.Chip(row)
		cell.Icon, cell.Color = look.icons[chip], wordColor(chip)
		return cell
	case v.Quiet:
		cell.Color = theme.ColorSecondary
	case v.Warns:
		cell.Icon, cell.Color = look.icons[ChipInactive], wordColor(ChipInactive)
	}
	if column != ColumnState {
		cell.Found = m.Found(v.Text)
	}
	return cell
}

// Lines are the lines below a number, with what can be done about it.
func (s source) Lines(row int, cursor bool) []grid.Line {
	lines := s.screen.model.Lines(row, cursor)
	shown := make([]grid.Line, len(lines))
	for i, line := range lines {
		shown[i].Text = line.Text
		if line.Quiet {
			shown[i].Color = theme.ColorSecondary
		}
		for _, way := range line.Ways {
			shown[i].Actions = append(shown[i].Actions, grid.Action{ID: int(way), Label: way.Label()})
		}
	}
	return shown
}
