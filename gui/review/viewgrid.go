package review

import (
	"strconv"

	"fyne.io/fyne/v2"

	"numberloader/gui/filter"
	"numberloader/gui/review/judged"
	"numberloader/gui/review/worklist"
	"numberloader/gui/rows"
	"numberloader/gui/theme"
	"numberloader/gui/widgets/grid"
	"numberloader/internal/phrase"
)

// source shows the model in a grid.
type source struct{ screen *Screen }

var (
	_ grid.Selection = source{}
	_ grid.Numbers   = source{}
)

// columns are the columns of the grid, as wide as the user made them.
func (s source) columns() []grid.Column {
	columns := s.screen.model.Columns()
	shown := make([]grid.Column, len(columns))
	for i, c := range columns {
		own, _ := s.screen.widths.Of(c.ID)
		shown[i] = grid.Column{
			ID: c.ID, Title: c.Title, Width: c.Width, Narrow: c.Narrow, Own: own,
			Flexible: c.Flexible, Leaves: c.Leaves, Edits: c.Editable, Sample: s.sample(c.ID),
		}
	}
	return shown
}

// sample is the widest content of a column whose content grows with the file.
func (s source) sample(column string) grid.Cell {
	widest := s.screen.model.Widest(column)
	cell := grid.Cell{Text: widest.Text}
	if widest.Over {
		cell.Pill = theme.ColorTintOver20
	}
	return cell
}

// Len is how many rows are shown.
func (s source) Len() int { return s.screen.model.Len() }

// Number is the index of a row among all rows.
func (s source) Number(row int) int { return s.screen.model.Number(row) }

// Selected reports whether a row is selected.
func (s source) Selected(row int) bool { return s.screen.model.IsSelected(row) }

// Cell is the content of a column.
func (s source) Cell(row int, column string) grid.Cell {
	model, look := s.screen.model, s.screen.look
	v := model.Value(row, column)
	status := model.Status(row)
	cell := grid.Cell{Text: v.Text, Lead: v.Added, LeadColor: addedColor(status)}
	cell.Bold, cell.Struck = v.Bold, v.Struck
	if v.Arrow {
		cell.Icon = look.arrow
	}
	cell.Found = model.Found(column, v.Text)
	if v.Quiet {
		cell.Color = theme.ColorSecondary
	}
	if v.Over {
		cell.Pill, cell.Icon, cell.Color = theme.ColorTintOver20, look.over, theme.ColorOver20
	}
	if column == worklist.ColumnStatus && v.Text != "" {
		cell.Icon, cell.Color = look.status[status], wordColor(status)
	}
	return cell
}

// Lines are the lines below a row. While it is edited they say what would become
// of it.
func (s source) Lines(row int, cursor bool) []grid.Line {
	if cursor && s.screen.edits.now != nil {
		return s.screen.edits.now.liveLines()
	}
	lines := s.screen.model.Lines(row, cursor)
	if len(lines) == 0 {
		return nil
	}
	shown := make([]grid.Line, len(lines))
	for i, line := range lines {
		shown[i].Text = line.Text
		if line.Quiet {
			shown[i].Color = theme.ColorSecondary
		}
		for _, a := range line.Actions {
			shown[i].Actions = append(shown[i].Actions, grid.Action{ID: int(a.Kind), Label: a.Label})
		}
	}
	return shown
}

// emptiness is what stands in place of rows.
func (s source) emptiness() fyne.CanvasObject {
	e, ok := s.screen.model.Empty()
	if !ok {
		return nil
	}
	return filter.Emptiness(s.screen.look.emptyIcon(e.Good), e.Text, e.Way, map[rows.Way]func(){
		rows.WayShowAll:     func() { s.screen.Choose(judged.ChipAll) },
		rows.WayClearSearch: func() { s.screen.head.search.SetText("") },
		rows.WayClearFilter: s.screen.find.clearFilter,
	})
}

// moreRequests counts requests that have no room in the strip.
func moreRequests(n int, all bool) string {
	if all {
		return phrase.Text("review.strip.mobilerequests", "Count", n)
	}
	return phrase.Text("review.more", "Count", n)
}

// stripOf shows the plan in a strip.
func stripOf(s worklist.Strip) []filter.StripGroup {
	groups := make([]filter.StripGroup, 0, len(s.Mobile)+1)
	for _, m := range s.Mobile {
		group := filter.StripGroup{Title: m.Title, Caption: m.Caption}
		for _, b := range m.Bars {
			group.Bars = append(group.Bars, filter.StripBar{
				ID: b.Request, Label: b.Label, Over: b.Over, Chosen: b.Chosen,
				Count: strconv.Itoa(b.Filled) + "/" + strconv.Itoa(b.Full),
				Share: float32(b.Filled) / float32(max(b.Full, 1)),
			})
		}
		groups = append(groups, group)
	}
	if t := s.Others; t != nil {
		groups = append(groups, filter.StripGroup{Title: t.Title, Caption: t.Caption, Short: t.Requests})
	}
	return groups
}
