package file

import "strings"

// cells are the cells of a text that was copied from a spreadsheet, a mail or a chat:
// tabs, semicolons and line breaks part them, unless a cell stands in quotes, as
// spreadsheets copy those with several lines. A text of one line is a list, too: each of
// its cells becomes a row. Blank lines at the end are no rows.
func cells(text string) [][]string {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n").Replace(text)
	rows := [][]string{nil}
	for text != "" {
		var cell string
		cell, text = cutCell(text)
		last := len(rows) - 1
		rows[last] = append(rows[last], cell)
		if text == "" {
			break
		}
		end := text[0]
		if text = text[1:]; end == '\n' {
			rows = append(rows, nil)
		} else if text == "" {
			rows[last] = append(rows[last], "")
		}
	}
	return listed(trimmed(rows))
}

// parting ends a cell.
const parting = "\t;\n"

// cutCell takes the first cell off a text. What is left begins with what parts them.
func cutCell(text string) (cell, rest string) {
	if cell, rest, ok := cutQuoted(text); ok {
		return cell, rest
	}
	end := strings.IndexAny(text, parting)
	if end < 0 {
		end = len(text)
	}
	return strings.TrimSpace(text[:end]), text[end:]
}

// cutQuoted takes off a cell that stands in quotes as a whole; a quote in it is doubled.
// A quote that never ends, or ends in the middle of a cell, is one like any other.
func cutQuoted(text string) (cell, rest string, ok bool) {
	inside, quoted := strings.CutPrefix(text, `"`)
	if !quoted {
		return "", "", false
	}
	for at := 0; ; {
		end := strings.IndexByte(inside[at:], '"')
		if end < 0 {
			return "", "", false
		}
		end += at
		rest = inside[end+1:]
		if strings.HasPrefix(rest, `"`) {
			at = end + 2
			continue
		}
		if rest != "" && !strings.ContainsRune(parting, rune(rest[0])) {
			return "", "", false
		}
		return strings.TrimSpace(strings.ReplaceAll(inside[:end], `""`, `"`)), rest, true
	}
}

// trimmed are rows without blank ones at the end, each without blank cells at its end.
func trimmed(rows [][]string) [][]string {
	for i, row := range rows {
		for len(row) > 0 && row[len(row)-1] == "" {
			row = row[:len(row)-1]
		}
		rows[i] = row
	}
	for len(rows) > 0 && len(rows[len(rows)-1]) == 0 {
		rows = rows[:len(rows)-1]
	}
	return rows
}

// listed makes a row of each cell where there is only one row, of several cells that
// hold digits.
func listed(rows [][]string) [][]string {
	if len(rows) != 1 || len(rows[0]) < 2 {
		return rows
	}
	list := make([][]string, 0, len(rows[0]))
	for _, cell := range rows[0] {
		if !strings.ContainsAny(cell, "0123456789") {
			return rows
		}
		list = append(list, []string{cell})
	}
	return list
}
