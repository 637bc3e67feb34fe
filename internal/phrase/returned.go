package phrase

import (
	"slices"
	"strings"
)

// CellIn is the heading of the column that names cells of a list, by the name of its file
// without a folder. It is how a workbook of problem rows is known again, so that no
// format and no spreadsheet can lose it.
func CellIn(list string) string { return Text("report.cellin", "File", list) }

// ListOf is the list that a heading written by CellIn names. It says false for any other
// heading.
func ListOf(heading string) (list string, ok bool) {
	const mark = "\x00"
	before, after, _ := strings.Cut(CellIn(mark), mark)
	list, ok = strings.CutPrefix(strings.TrimSpace(heading), before)
	if ok {
		list, ok = strings.CutSuffix(list, after)
	}
	return list, ok && list != ""
}

// CellsOf is the column of a workbook of problem rows that names cells of a list, 0 is A,
// by the headings of the workbook. The list is "" if the workbook is of version 0.2 or
// before, which did not name it. It says false if they are those of anything else.
func CellsOf(headings []string) (list string, column int, ok bool) {
	for column, heading := range headings {
		if list, ok := ListOf(heading); ok {
			return list, column, true
		}
	}
	older := [...]string{"Cell", "Reason", "Suggestion"} // as they were written then
	for column := range headings {
		if end := column + len(older); end <= len(headings) && slices.Equal(headings[column:end], older[:]) {
			return "", column, true
		}
	}
	return "", 0, false
}
