package report

import (
	"io"

	"numberloader/internal/phrase"
)

// SavePasted writes the cells of a list that somebody pasted, as texts and in their
// places. There is at least one row. Errors are those of SaveResults.
func (w Workbooks) SavePasted(path string, rows [][]string, replace bool) error {
	return w.save("", path, replace, func(out io.Writer) error {
		b, err := newBook()
		if err != nil {
			return err
		}
		if err := b.sheet(phrase.Text("report.numbers"), pastedTable(rows)); err != nil {
			return err
		}
		return b.write(out)
	})
}

func pastedTable(rows [][]string) table {
	width := 0
	for _, row := range rows {
		width = max(width, len(row))
	}
	const wide = 24
	t := table{columns: make([]column, width), rows: len(rows) - 1, headless: true}
	for i := range t.columns {
		t.columns[i].width = wide
	}
	for i, title := range rows[0] {
		t.columns[i].title = title
	}
	t.cells = func(row int, cells []string) outcomeStyle {
		copy(cells, rows[row+1])
		return outcomeStyle{}
	}
	return t
}
