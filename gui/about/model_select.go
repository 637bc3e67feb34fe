package about

import "strings"

// place is a place in rows, before a letter.
type place struct{ row, letter int }

func (p place) before(o place) bool { return p.row < o.row || p.row == o.row && p.letter < o.letter }

// between is the piece of the row at i that lies between two places, in either
// order, as letters.
func between(rows []row, i int, a, b place) (from, to int) {
	if b.before(a) {
		a, b = b, a
	}
	if i < 0 || i >= len(rows) || i < a.row || i > b.row {
		return 0, 0
	}
	long := len([]rune(rows[i].text))
	from, to = 0, long
	if i == a.row {
		from = min(a.letter, long)
	}
	if i == b.row {
		to = min(b.letter, long)
	}
	return from, to
}

// selected is the text between two places, with its paragraphs as lines.
func selected(rows []row, a, b place) string {
	var text strings.Builder
	first := min(a.row, b.row)
	for i := max(0, first); i <= min(max(a.row, b.row), len(rows)-1); i++ {
		from, to := between(rows, i, a, b)
		piece := string([]rune(rows[i].text)[from:to])
		if i > first {
			text.WriteString(rows[i].joint)
			if rows[i].joint != "\n" {
				piece = strings.TrimLeft(piece, " ")
			}
		}
		text.WriteString(piece)
	}
	return text.String()
}
