package results

import (
	"fyne.io/fyne/v2"

	"numberloader/gui/outcome"
	"numberloader/gui/press"
	"numberloader/gui/theme"
	"numberloader/gui/widgets/grid"
	"numberloader/internal/phrase"
	"numberloader/internal/run"
)

// columns are the columns of the grid.
func (s source) columns() []grid.Column {
	columns := s.model.Columns()
	shown := make([]grid.Column, len(columns))
	for i, c := range columns {
		shown[i] = grid.Column{ID: c.ID, Title: c.Title, Width: c.Width, Narrow: c.Narrow, Flexible: c.Flexible, Leaves: c.Leaves}
	}
	return shown
}

// outcomeIcons are the icons of the outcomes, which are made once.
func outcomeIcons() map[run.Outcome]fyne.Resource {
	icons := map[run.Outcome]fyne.Resource{}
	for _, o := range run.Outcomes() {
		icons[o] = outcome.Icon(o)
	}
	return icons
}

// source shows the model in a grid.
type source struct {
	model *Model
	icons map[run.Outcome]fyne.Resource
}

// Len is how many rows are shown.
func (s source) Len() int { return s.model.Len() }

// Selected says that a row is selected.
func (s source) Selected(row int) bool { return s.model.IsSelected(row) }

// selectRow puts the cursor on a row and selects as a click or an arrow says.
func (s *Screen) selectRow(row int, how grid.Selecting) {
	how.In(s.model, row)
	s.cfg.OnSelected()
}

// key takes the keys that the grid has no use for.
func (s *Screen) key(_ int, key fyne.KeyName) {
	if key != fyne.KeyEscape || len(s.model.SelectedRows()) == 0 {
		press.HandOn(s.grid, &fyne.KeyEvent{Name: key})
		return
	}
	s.selectBy(s.model.SelectNone)
}

// shortcut takes the shortcuts of the grid; others are the window's.
func (s *Screen) shortcut(shortcut fyne.Shortcut) {
	if _, all := shortcut.(*fyne.ShortcutSelectAll); all {
		s.selectBy(s.model.SelectAll)
		return
	}
	press.HandOnShortcut(s.cfg.Canvas, shortcut)
}

func (s *Screen) selectBy(how func()) {
	how()
	s.grid.Reload(s.model.Cursor())
	s.cfg.OnSelected()
}

// Cell is the content of a column.
func (s source) Cell(row int, column string) grid.Cell {
	v := s.model.Value(row, column)
	cell := grid.Cell{Text: v.Text}
	if v.Quiet {
		cell.Color = theme.ColorSecondary
	}
	if column == ColumnOutcome && v.Text != "" {
		ended := s.model.Outcome(row)
		cell.Icon, cell.Color = s.icons[ended], outcome.WordColor(ended)
	}
	return cell
}

// Lines are the lines below a row. The only action copies what support needs.
func (s source) Lines(row int, cursor bool) []grid.Line {
	lines := s.model.Lines(row, cursor)
	if len(lines) == 0 {
		return nil
	}
	shown := make([]grid.Line, len(lines))
	for i, line := range lines {
		shown[i].Text = line.Text
		if line.Details {
			shown[i].Color, shown[i].Mono = theme.ColorSecondary, true
			shown[i].Actions = []grid.Action{{Label: phrase.Text("words.support")}}
		}
	}
	return shown
}
