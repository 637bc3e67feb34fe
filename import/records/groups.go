package records

import (
	"slices"
	"strings"
	"unicode"

	"numberloader/import/sheet"
	"numberloader/internal/characters"
	"numberloader/internal/number"
)

// groups finds the rows of a list that name the group of the numbers below them
// (docs/number-rules.md, 5.6).
type groups struct {
	*Maker

	first int // row of the list
	wide  bool
	empty map[int]bool // whether rows with a number leave a column empty, as far as asked
}

// findGroups are these rows.
func (m *Maker) findGroups(first int) map[int]bool {
	lone := m.loneRows(first)
	if len(lone) == 0 {
		return nil
	}
	g := groups{m, first, m.hasWideRows(), map[int]bool{}}
	found := map[int]bool{}
	for _, row := range lone {
		if g.isGroup(row) {
			found[row] = true
		}
	}
	return found
}

// loneRows are the rows above the last number that have one filled cell, and no
// number.
func (m *Maker) loneRows(first int) []int {
	var lone []int
	numbers := m.phones
	for i := first; i < m.lastPhone; i++ {
		if len(numbers) > 0 && int(numbers[0]) == i {
			numbers = numbers[1:]
			continue
		}
		if m.filledCells(&m.sheet.Rows[i]) == 1 {
			lone = append(lone, i)
		}
	}
	return lone
}

// isGroup reports whether the only filled cell of a row covers several columns, or stands
// in a column that the rows of numbers leave empty, or is a name where a number would
// stand. Somebody without a number has his name where others have theirs, and is no
// group.
func (g *groups) isGroup(row int) bool {
	r := &g.sheet.Rows[row]
	only := g.firstFilled(r)
	switch column := int(only.Column); {
	case !g.sheet.Tells(only):
		return false
	case column == g.columns[number.FieldNumber]:
		return isGroupName(g.sheet.Shown(only)) && (g.wide || g.isBelowGap(row))
	default:
		return g.coversColumns(r.Line, column) || g.emptyBesideNumbers(column)
	}
}

// isGroupName reports whether a text where a number would stand names a group: it begins
// with a letter, has the digits of "Building 12" at most, and takes nothing out.
func isGroupName(text string) bool {
	const mostDigits = 3
	text = strings.TrimSpace(text)
	letter := strings.IndexFunc(text, unicode.IsLetter) == 0
	return letter && len(characters.KeepDigits(text)) <= mostDigits && !number.IsRemoval(text)
}

// hasWideRows reports whether most rows with a number hold something else, too.
func (m *Maker) hasWideRows() bool {
	wide := 0
	for _, row := range m.phones {
		if m.filledCells(&m.sheet.Rows[row]) > 1 {
			wide++
		}
	}
	return wide*2 > len(m.phones)
}

// isBelowGap reports whether a row is the first one below a header, or that the one above is
// blank.
func (g *groups) isBelowGap(row int) bool {
	return row == g.first && g.heading != "" || row > g.first && (g.sheet.Rows[row-1].Line < g.sheet.Rows[row].Line-1 || !g.sheet.Rows[row-1].Filled)
}

// coversColumns reports whether the cell of a row covers several columns.
func (g *groups) coversColumns(line, column int) bool {
	merges := g.sheet.Merges
	at, _ := slices.BinarySearchFunc(merges, line, func(s sheet.Span, line int) int { return s.FirstLine - line })
	for ; at < len(merges) && merges[at].FirstLine == line; at++ {
		if merges[at].FirstColumn == column && merges[at].LastColumn > column {
			return true
		}
	}
	return false
}

// emptyBesideNumbers reports whether no row with a number has anything in a column.
func (g *groups) emptyBesideNumbers(column int) bool {
	empty, known := g.empty[column]
	if !known {
		empty = !slices.ContainsFunc(g.phones, func(row int32) bool { return g.sheet.Cell(&g.sheet.Rows[row], column).Filled() })
		g.empty[column] = empty
	}
	return empty
}
