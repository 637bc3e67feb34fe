package lists

import (
	"strconv"
	"strings"
	"unicode"

	"numberloader/internal/fault"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
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
			all[0] = v.headed(all[0])
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
			return table{}, &fault.Error{Kind: fault.Usage, What: phrase.Text("reading.emptyrow.what", "Row", strconv.Itoa(line)), Next: phrase.Text("reading.emptyrow.next", "Last", strconv.Itoa(last))}
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
	for _, c := range (numberColumn{newList(v.view, t)}).likely() {
		if above := v.headerAbove(c); above >= 0 {
			return v.closed(table{header: above, first: above + 1}, t.end)
		}
	}
	return t
}

// headerAbove is the row directly above the first phone number of a column, if it
// has a text there that can be a header; -1 if not. A title that stands alone in
// its row and has digits is none.
func (v tables) headerAbove(numbers int) int {
	if len(v.phones[numbers]) == 0 {
		return -1
	}
	first := int(v.phones[numbers][0])
	if first == 0 || v.sheet.Rows[first-1].Line != v.sheet.Rows[first].Line-1 || v.hasPhone(first-1) {
		return -1
	}
	above := first - 1
	text := v.heading(above, numbers)
	hasDigits := strings.IndexFunc(text, unicode.IsDigit) >= 0
	if number.SaysNothing(text) || strings.IndexFunc(text, unicode.IsLetter) < 0 || hasDigits && v.isAlone(above) {
		return -1
	}
	return above
}
