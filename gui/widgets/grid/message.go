package grid

import "fyne.io/fyne/v2"

// Line is a text below a row of a Grid. It is broken into as many lines as it
// needs; its actions follow the last word.
type Line struct {
	Text    string
	Color   fyne.ThemeColorName
	Mono    bool // tracking IDs and codes
	Bold    bool
	Actions []Action
}

// Action is a link below a row. The ID is what Grid hands back when it is
// tapped.
type Action struct {
	ID    int
	Label string
}

// piece is a part of a message that stands in one line: a text, or the action
// with an index above or equal to 0.
type piece struct {
	Line
	text   string
	x      float32
	row    int // from 0
	width  float32
	action Action
	link   bool
}

// flow places the lines of a message within a width and says how many rows of
// text they take. emit may be nil.
func (s *style) flow(lines []Line, room float32, emit func(piece)) int {
	row := 0
	for _, line := range lines {
		row = s.flowLine(line, room, row, emit)
	}
	return row
}

// flowLine places one line from a row on and returns the row after it.
func (s *style) flowLine(line Line, room float32, row int, emit func(piece)) int {
	text := s.message
	switch {
	case line.Mono:
		text = s.mono
	case line.Bold:
		text = s.link
	}
	var end float32
	used := 0
	if line.Text != "" {
		text.breakLines(line.Text, room, func(part string, width float32) {
			if emit != nil {
				emit(piece{Line: line, text: part, row: row + used, width: width})
			}
			end = width
			used++
		})
	}
	for _, a := range line.Actions {
		width := s.link.width(a.Label)
		if used > 0 {
			end += s.px(actionGap)
		}
		if used == 0 || end+width > room {
			end, used = 0, used+1
		}
		if emit != nil {
			emit(piece{Line: line, text: a.Label, x: end, row: row + used - 1, width: width, action: a, link: true})
		}
		end += width
	}
	return row + used
}
