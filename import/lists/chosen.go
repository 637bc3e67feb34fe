package lists

import (
	"strconv"
	"strings"
	"unicode"

	"numberloader/internal/fault"
	"numberloader/internal/number"
)

// chosen are the tables whose headers the user named, or all that there are.
func (v tables) chosen(layout number.Layout) ([]table, error) {
	all := v.all()
	lines := layout.Headers
	if len(lines) == 0 && layout.Header != nil {
		lines = []int{*layout.Header}
	}
	if len(lines) == 0 {
		if len(all) == 1 && all[0].header < 0 {
			all[0] = v.headed(v.belowCover(all[0]))
		}
		return all, nil
	}
	var chosen []table
	for _, line := range lines {
		t, err := v.tableAt(line, all)
		if err != nil {
			return nil, err
		}
		if n := len(chosen); n > 0 {
			chosen[n-1].end = min(chosen[n-1].end, max(t.header, chosen[n-1].first))
		}
		chosen = append(chosen, t)
	}
	return chosen, nil
}

// tableAt is the table below the header in a row, 0 for one without a header. It
// ends where another one begins.
func (v tables) tableAt(line int, all []table) (table, error) {
	header := -1
	if line > 0 {
		i, ok := v.sheet.Find(line)
		if !ok {
			last := 0
			if n := len(v.sheet.Rows); n > 0 {
				last = v.sheet.Rows[n-1].Line
			}
			return table{}, &fault.Error{Kind: fault.Usage, What: fault.Say("reading.emptyrow.what", "Row", strconv.Itoa(line)), Next: fault.Say("reading.emptyrow.next", "Last", strconv.Itoa(last))}
		}
		header = i
	}
	t := table{header: header, first: header + 1}
	end := len(v.sheet.Rows)
	for i := 1; i < len(all); i++ {
		if begun := all[i].header; begun > header && (header >= 0 || all[0].header < 0) {
			end = begun
			break
		}
	}
	return v.closed(t, end), nil
}

// headed is a table without known header words, with the row above its first
// number for a header if that can be one.
func (v tables) headed(t table) table {
	for _, c := range (numberColumn{newLook(v.view, t)}).likely() {
		if above := v.headerAbove(c, t); above >= 0 {
			return v.closed(table{header: above, first: above + 1}, t.end)
		}
	}
	return t
}

// belowCover is a table without known header words, below labels with their values
// and the gap behind them, as on a cover sheet. Words of types are no labels.
func (v tables) belowCover(t table) table {
	first := t.first
	for first < t.end && (!v.hasPhone(first) || v.isLabel(first) && !v.isKind(first)) {
		first++
	}
	if first == t.end {
		return t
	}
	for first > t.first && v.sheet.Rows[first-1].Line == v.sheet.Rows[first].Line-1 {
		first--
	}
	if v.phonesOf(t.first, first) == 0 {
		return t
	}
	return v.closed(table{header: -1, first: first}, t.end)
}

// isKind reports whether the first cell of a row is a word for a type of numbers.
func (v tables) isKind(row int) bool {
	_, ok := number.ParseKind(v.sheet.Shown(v.filledCells(row)[0]))
	return ok
}

// headerAbove is the row directly above the first phone number of a column in a
// table, if it has a text there that can be a header; -1 if not. Names of groups, which
// stand alone in their rows, may stand between. A title that stands alone in its row
// and has digits is no header.
func (v tables) headerAbove(numbers int, t table) int {
	rows := v.phoneRows(numbers, t.first, t.end)
	if len(rows) == 0 {
		return -1
	}
	above := v.justAbove(int(rows[0]), t.first)
	for above >= 0 && v.isAlone(above) {
		next := v.justAbove(above, t.first)
		if v.heading(above, numbers) != "" && (next < 0 || v.isAlone(next)) {
			break
		}
		above = next
	}
	if above < 0 {
		return -1
	}
	text := v.heading(above, numbers)
	hasDigits := strings.IndexFunc(text, unicode.IsDigit) >= 0
	isData := hasDigits && (v.isAlone(above) || v.filledIn(numbers, t.first, above) > mostAbove)
	if isData || number.SaysNothing(text) || strings.IndexFunc(text, unicode.IsLetter) < 0 {
		return -1
	}
	return above
}

// mostAbove is how many cells of a column stand above a header with digits at most;
// among more it is one of them.
const mostAbove = 3

// justAbove is the row directly above another one and not before the first; -1 if
// there is a gap, or a phone number.
func (v tables) justAbove(row, first int) int {
	if row == first || v.sheet.Rows[row-1].Line != v.sheet.Rows[row].Line-1 || v.hasPhone(row-1) {
		return -1
	}
	return row - 1
}
