package phrase

import "strings"

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
