package report

import (
	"io"

	"numberloader/internal/number"
	"numberloader/internal/phrase"
)

// SaveNumbers writes the numbers of an organization as a workbook that opens here
// again: the columns of the template, and behind them what only Webex knows. Numbers
// that one sheet can't hold go on in further ones. Errors are those of SaveResults.
func (w Workbooks) SaveNumbers(path string, numbers []number.Held, replace bool) error {
	return w.save("", path, replace, func(out io.Writer) error { return writeNumbers(out, numbers, maxLines) })
}

func writeNumbers(out io.Writer, numbers []number.Held, perSheet int) error {
	b, err := newBook()
	if err != nil {
		return err
	}
	if err := sheets(b, sheetNumbers(), numbers, perSheet, numbersTable); err != nil {
		return err
	}
	return b.write(out)
}

func numbersTable(numbers []number.Held) table {
	var columns []column
	for _, c := range templateColumns(nil) {
		columns = append(columns, c.column)
	}
	columns = append(columns,
		column{phrase.Text("columns.main"), 10},
		column{phrase.Text("columns.owner"), 34},
		column{phrase.Text("columns.internal"), 20},
	)
	return table{
		columns: columns,
		rows:    len(numbers),
		filter:  true,
		cells: func(i int, cells []string) outcomeStyle {
			h := &numbers[i]
			copy(cells, []string{
				h.Number.String(), phrase.Kind(h.Kind), phrase.Usage(h.Usage), phrase.State(h.State), h.Location.Name, "",
				yes(h.Main), phrase.Owner(h.Owner), h.Internal,
			})
			return outcomeStyle{}
		},
	}
}

func yes(is bool) string {
	if is {
		return phrase.Text("report.yes")
	}
	return ""
}
