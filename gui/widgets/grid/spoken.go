package grid

import (
	"strings"

	"fyne.io/fyne/v2"
)

// AccessibilityRole is that of text.
func (*Grid) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// AccessibilityLabel is the row under the cursor as it is drawn: each cell with the title
// of its column, then the lines below it, a line each.
func (g *Grid) AccessibilityLabel() string {
	if g.cursor < 0 || g.cursor >= g.source.Len() {
		return ""
	}
	var lines []string
	for _, column := range g.columns {
		if text := g.source.Cell(g.cursor, column.ID).Text; text != "" {
			lines = append(lines, strings.TrimSpace(column.Title+" "+text))
		}
	}
	for _, line := range g.source.Lines(g.cursor, true) {
		lines = append(lines, line.Text)
	}
	return strings.Join(lines, "\n")
}
