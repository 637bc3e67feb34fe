package gui

import (
	"slices"
	"strconv"
	"strings"
)

// prefWidths is followed by the name of a screen.
const prefWidths = "widths-"

// columnWidths keeps the widths of columns with what the window remembers.
type columnWidths struct{ preferences Preferences }

// Widths are those that were kept for a screen; what cannot be read is left out.
func (c columnWidths) Widths(screen string) map[string]float32 {
	widths := map[string]float32{}
	for _, line := range c.preferences.StringList(prefWidths + screen) {
		id, text, _ := strings.Cut(line, "=")
		if width, err := strconv.ParseFloat(text, 32); err == nil {
			widths[id] = float32(width)
		}
	}
	return widths
}

// KeepWidths keeps them in place of earlier ones.
func (c columnWidths) KeepWidths(screen string, widths map[string]float32) {
	lines := make([]string, 0, len(widths))
	for id, width := range widths {
		lines = append(lines, id+"="+strconv.FormatFloat(float64(width), 'f', -1, 32))
	}
	slices.Sort(lines)
	c.preferences.SetStringList(prefWidths+screen, lines)
}
