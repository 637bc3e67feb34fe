package review

import (
	"strconv"

	"fyne.io/fyne/v2"

	"numberloader/gui/rows"
	"numberloader/gui/theme"
	"numberloader/gui/widgets"
)

// columnsFor are the columns of the grid; usage and subscription only if a row
// has one. The narrow widths, too, have room for 15 digits and a plus sign.
func columnsFor(m *Model) []widgets.GridColumn {
	all := []widgets.GridColumn{
		{ID: ColumnStatus, Title: "Status", Width: 118, Narrow: 116},
		{ID: ColumnCell, Title: "Cell", Width: 56, Narrow: 52, Leaves: 7},
		{ID: ColumnFile, Title: "In the file", Width: 156, Narrow: 138},
		{ID: ColumnSend, Title: "Will send", Width: 142, Narrow: 138},
		{ID: ColumnCountry, Title: "Country", Width: 74, Narrow: 74, Leaves: 2},
		{ID: ColumnType, Title: "Type", Width: 82, Narrow: 70, Leaves: 5},
		{ID: ColumnUsage, Title: "Usage", Width: 82, Narrow: 76, Leaves: 3},
		{ID: ColumnState, Title: "State", Width: 74, Narrow: 74, Leaves: 1},
		{ID: ColumnLocation, Title: "Location", Width: 110, Narrow: 92, Flexible: true},
		{ID: ColumnSubscription, Title: "Subscription", Width: 110, Narrow: 96, Leaves: 4},
		{ID: ColumnRequest, Title: "Request", Width: 96, Narrow: 84, Leaves: 6},
	}
	if m.Count(ChipThere) > 0 {
		all[0].Width, all[0].Narrow = 146, 142 // "Already there"
	}
	used := all[:0]
	for _, c := range all {
		optional := c.ID == ColumnUsage || c.ID == ColumnSubscription
		if !optional || m.Uses(c.ID) {
			used = append(used, c)
		}
	}
	return used
}

// look holds the icons, which are made once.
type look struct {
	status     map[Status]fyne.Resource
	chip       map[Chip]fyne.Resource
	over       fyne.Resource
	good, none fyne.Resource
}

func newLook() *look {
	over := theme.Icon(theme.IconOver20, theme.ColorOver20)
	l := &look{
		status: map[Status]fyne.Resource{
			StatusProblem: theme.Icon(theme.IconProblem, theme.ColorError),
			StatusChanged: theme.Icon(theme.IconChanged, theme.ColorWarn),
			StatusReady:   theme.Icon(theme.IconReady, theme.ColorOK),
			StatusThere:   theme.Icon(theme.IconAlreadyThere, theme.ColorInfo),
			StatusSkipped: theme.Icon(theme.IconSkipped, theme.ColorSecondary),
		},
		over: over,
		good: theme.Icon(theme.IconReady, theme.ColorOK),
		none: theme.Icon(theme.IconSkipped, theme.ColorSecondary),
	}
	l.chip = map[Chip]fyne.Resource{
		ChipReady:    l.status[StatusReady],
		ChipChanged:  l.status[StatusChanged],
		ChipProblems: l.status[StatusProblem],
		ChipThere:    l.status[StatusThere],
		ChipLeftOut:  l.status[StatusSkipped],
		ChipOver:     over,
	}
	return l
}

func (l *look) chipIcon(c Chip) fyne.Resource { return l.chip[c] }

func (l *look) emptyIcon(good bool) fyne.Resource {
	if good {
		return l.good
	}
	return l.none
}

// wordColor is the color of a status: good rows whisper, exceptions speak.
func wordColor(s Status) fyne.ThemeColorName {
	switch s {
	case StatusProblem:
		return theme.ColorError
	case StatusChanged:
		return theme.ColorWarn
	case StatusThere:
		return theme.ColorInfo
	case StatusReady, StatusSkipped:
		return theme.ColorSecondary
	}
	return theme.ColorText
}

// source shows the model in a grid.
type source struct {
	model *Model
	look  *look
}

// Len is how many rows are shown.
func (s source) Len() int { return s.model.Len() }

// Cell is the content of a column.
func (s source) Cell(row int, column string) widgets.GridCell {
	v := s.model.Value(row, column)
	cell := widgets.GridCell{Text: v.Text, Lead: v.Added, LeadColor: theme.ColorWarn}
	if v.Quiet {
		cell.Color = theme.ColorSecondary
	}
	if v.Over {
		cell.Pill, cell.Icon, cell.Color = theme.ColorTintOver20, s.look.over, theme.ColorOver20
	}
	if column == ColumnStatus && v.Text != "" {
		status := s.model.Status(row)
		cell.Icon, cell.Color = s.look.status[status], wordColor(status)
	}
	return cell
}

// Lines are the lines below a row.
func (s source) Lines(row int, cursor bool) []widgets.GridLine {
	lines := s.model.Lines(row, cursor)
	if len(lines) == 0 {
		return nil
	}
	shown := make([]widgets.GridLine, len(lines))
	for i, line := range lines {
		shown[i].Text = line.Text
		if line.Quiet {
			shown[i].Color = theme.ColorSecondary
		}
		for _, a := range line.Actions {
			shown[i].Actions = append(shown[i].Actions, widgets.GridAction{ID: int(a.Kind), Label: a.Label})
		}
	}
	return shown
}

// moreRequests counts requests that have no room in the strip.
func moreRequests(n int, all bool) string {
	if all {
		return rows.Of(n, "mobile request", "mobile requests")
	}
	return "and " + rows.Count(n) + " more"
}

// stripOf shows the plan in a strip.
func stripOf(s Strip) []widgets.StripGroup {
	groups := make([]widgets.StripGroup, 0, len(s.Mobile)+1)
	for _, m := range s.Mobile {
		group := widgets.StripGroup{Title: m.Title, Caption: m.Caption}
		for _, b := range m.Bars {
			group.Bars = append(group.Bars, widgets.StripBar{
				ID: b.Request, Label: b.Label, Over: b.Over, Chosen: b.Chosen,
				Count: strconv.Itoa(b.Filled) + "/" + strconv.Itoa(b.Full),
				Share: float32(b.Filled) / float32(max(b.Full, 1)),
			})
		}
		groups = append(groups, group)
	}
	if t := s.Others; t != nil {
		groups = append(groups, widgets.StripGroup{Title: t.Title, Caption: t.Caption, Short: t.Requests})
	}
	return groups
}
