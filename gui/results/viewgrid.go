package results

import (
	"slices"

	"fyne.io/fyne/v2"

	"numberloader/gui/outcome"
	"numberloader/gui/theme"
	"numberloader/gui/widgets/grid"
	"numberloader/internal/phrase"
	"numberloader/internal/run"
)

// columns are the columns of the grid; several says that the rows are of several
// sheets, whose names have a column then. The narrow widths, too, have room for 15
// digits and a plus sign.
func columns(several bool) []grid.Column {
	all := []grid.Column{
		{ID: ColumnOutcome, Title: phrase.Text("results.outcome"), Width: 146, Narrow: 142},
		{ID: ColumnCell, Title: phrase.Text("columns.cell"), Width: 56, Narrow: 52, Leaves: 4},
		{ID: ColumnFile, Title: phrase.Text("columns.file"), Width: 150, Narrow: 138},
		{ID: ColumnSent, Title: phrase.Text("results.sent"), Width: 146, Narrow: 138},
		{ID: ColumnType, Title: phrase.Text("columns.type"), Width: 86, Narrow: 70, Leaves: 2},
		{ID: ColumnLocation, Title: phrase.Text("columns.location.title"), Width: 110, Narrow: 92, Flexible: true},
		{ID: ColumnRequest, Title: phrase.Text("columns.request"), Width: 92, Narrow: 84, Leaves: 3},
		{ID: ColumnTime, Title: phrase.Text("results.time"), Width: 108, Narrow: 100, Leaves: 1},
	}
	if several {
		all = slices.Insert(all, 2, grid.Column{ID: ColumnSheet, Title: phrase.Text("columns.sheet"), Width: 96, Narrow: 84, Leaves: 5})
	}
	return all
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
