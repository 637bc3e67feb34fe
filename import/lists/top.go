package lists

import "numberloader/internal/number"

// Rows of Top: as many as stand above a header that is shown with all of them, a
// few above one that stands further down, and those below it.
const (
	topAbove = 12
	topFew   = 3
	topBelow = 8
)

// Top is the start of the list as its sheet shows it, with rows above the header.
func (l *look) Top() []number.Line {
	first := 0
	if l.table.header > topAbove {
		first = l.table.header - topFew
	}
	var lines []number.Line
	for below, i := 0, first; i < len(l.sheet.Rows) && below < topBelow; i++ {
		r := &l.sheet.Rows[i]
		if !r.Filled {
			continue
		}
		if i > l.table.header {
			below++
		}
		line := number.Line{Number: r.Line, Texts: make([]string, l.sheet.WidthOf(r))}
		for c := range l.sheet.Cells(r) {
			line.Texts[c.Column] = l.sheet.Shown(c)
		}
		lines = append(lines, line)
	}
	return lines
}
