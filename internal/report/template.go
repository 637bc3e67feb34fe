package report

import (
	"errors"
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"

	"numberloader/internal/number"
	"numberloader/internal/phrase"
)

// The sheets of the template.
func sheetNumbers() string { return phrase.Text("report.numbers") }
func sheetHelp() string    { return phrase.Text("report.sheet.help") }

// templateRows is how many rows of the template have the lists to choose from.
const templateRows = 5000

// templateColumn is a column of the blank template. Excel offers choices where there
// are some.
type templateColumn struct {
	column

	choices []string
	help    string // how to fill it in
}

func templateColumns() []templateColumn {
	kinds := []string{phrase.Kind(number.KindDID), phrase.Kind(number.KindTollFree), phrase.Kind(number.KindMobile)}
	usages := []string{phrase.Usage(number.UsageNone), phrase.Usage(number.UsageService)}
	states := []string{phrase.State(number.StateActive), phrase.State(number.StateInactive)}
	return []templateColumn{
		{column{phrase.Text("report.phone"), 22}, nil, phrase.Text("report.help.phone")},
		{column{phrase.Text("report.type"), 14}, kinds, phrase.Text("report.help.type")},
		{column{phrase.Text("report.usage"), 14}, usages, phrase.Text("report.help.usage")},
		{column{phrase.Text("report.state"), 14}, states, phrase.Text("report.help.state")},
		{column{phrase.Text("report.location"), 28}, nil, phrase.Text("report.help.location")},
		{column{phrase.Text("report.subscription"), 24}, nil, phrase.Text("report.help.subscription")},
	}
}

// SaveTemplate writes the blank template. Errors are those of SaveResults.
func (w Workbooks) SaveTemplate(path string, replace bool) error {
	return w.save("", path, replace, w.writeTemplate)
}

func (w Workbooks) writeTemplate(out io.Writer) error {
	b, err := newBook()
	if err != nil {
		return err
	}
	columns := templateColumns()
	plain := make([]column, len(columns))
	for i, c := range columns {
		plain[i] = c.column
	}
	if err := b.begin(sheetNumbers(), table{columns: plain}); err != nil {
		return fmt.Errorf("template: %w", err)
	}
	if err := b.blankList(columns); err != nil {
		return fmt.Errorf("template: %w", err)
	}
	if err := b.sheet(sheetHelp(), helpTable(columns)); err != nil {
		return err
	}
	return b.write(out)
}

// blankList writes the header row, makes all columns texts, and offers choices.
func (b *book) blankList(columns []templateColumn) error {
	for i, c := range columns {
		letter, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err //nolint:wrapcheck // writeTemplate says what was being done
		}
		err = errors.Join(
			b.file.SetColWidth(sheetNumbers(), letter, letter, c.width),
			b.file.SetColStyle(sheetNumbers(), letter, b.text.plain),
			b.file.SetCellStr(sheetNumbers(), letter+"1", c.title),
			b.file.SetCellStyle(sheetNumbers(), letter+"1", letter+"1", b.header.plain),
			b.choices(letter, c.choices))
		if err != nil {
			return err
		}
	}
	return b.file.SetPanes(sheetNumbers(), &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}) //nolint:wrapcheck // writeTemplate says what was being done
}

func (b *book) choices(letter string, choices []string) error {
	if choices == nil {
		return nil
	}
	list := excelize.NewDataValidation(true)
	list.SetSqref(fmt.Sprintf("%s2:%s%d", letter, letter, templateRows+1))
	// Other languages' words are understood too, so another entry is no error.
	list.SetError(excelize.DataValidationErrorStyleInformation, phrase.Text("report.help.word"), phrase.Text("report.help.unknown"))
	return errors.Join(list.SetDropList(choices), b.file.AddDataValidation(sheetNumbers(), list))
}

func helpTable(columns []templateColumn) table {
	return table{
		columns: []column{{phrase.Text("report.help.column"), 18}, {phrase.Text("report.help.what"), 110}},
		rows:    len(columns),
		cells: func(i int, cells []string) outcomeStyle {
			copy(cells, []string{columns[i].title, columns[i].help})
			return outcomeStyle{}
		},
	}
}
