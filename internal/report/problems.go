package report

import (
	"io"
	"slices"

	"numberloader/internal/number"
	"numberloader/internal/phrase"
	"numberloader/internal/run"
)

// problemColumns stand behind the source's own. The first one names the list, by which
// the workbook is known again when it comes back.
func problemColumns(source *number.Table) []column {
	return []column{
		{phrase.CellIn(baseName(source.Path)), 14},
		{phrase.Text("columns.reason"), 70},
		{phrase.Text("report.suggestion"), 22},
	}
}

// SaveProblems writes the rows with a problem as a workbook for the carrier: what
// the file holds in them, with the cell, the reason and, where there is one, a
// suggestion. A cell of several numbers gives a line for each problem. Rows without
// a problem, and those that were left out, are not in it. The cells are texts, as in
// SaveResults, and so are the errors: a file that exists stays as it is (fault.Exists)
// unless replace is set, and the list itself always does.
func (w Workbooks) SaveProblems(path string, table *number.Table, rows []*number.Row, replace bool) error {
	return w.save(table.Path, path, replace, func(out io.Writer) error { return w.writeProblems(out, table, rows) })
}

// ProblemsName is a name for the workbook of the problems of a source file, without
// a folder: "carrier-dids - problems.xlsx".
func ProblemsName(source string) string { return besideName(source, "problems") }

func (w Workbooks) writeProblems(out io.Writer, source *number.Table, rows []*number.Row) error {
	b, err := newBook()
	if err != nil {
		return err
	}
	if err := b.sheet(phrase.Text("report.sheet.problems"), problemsTable(source, rows)); err != nil {
		return err
	}
	return b.write(out)
}

func problemsTable(source *number.Table, rows []*number.Row) table {
	union := number.UnionOf(source)
	r := run.Run{Draft: run.Draft{Headings: union.Headings, Lines: problemLines(source, union, rows)}}
	columns := sourceColumns(r)
	return table{
		columns: slices.Concat(columns, problemColumns(source)),
		rows:    len(r.Lines),
		filter:  true,
		cells: func(i int, cells []string) outcomeStyle {
			line := &r.Lines[i]
			line.Source.CopyTo(cells[:len(columns)])
			copy(cells[len(columns):], []string{line.Row.Place(), phrase.Problem(&line.Row), line.Row.Special().Suggestion})
			return outcomeStyle{}
		},
	}
}

// problemLines are the rows that are not sent for a reason that can be mended, as
// many as fit in a sheet.
func problemLines(source *number.Table, union *number.Union, rows []*number.Row) []run.Line {
	var lines []run.Line
	for _, r := range rows {
		if r.IsProblem() && len(lines) < maxLines {
			lines = append(lines, run.Line{Row: *r, Source: union.Source(&source.Records[r.Record])})
		}
	}
	return lines
}
