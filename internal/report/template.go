package report

import (
	"errors"
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"
)

// The sheets of the template.
const (
	sheetNumbers = "Numbers"
	sheetHelp    = "How to fill in"
)

// templateRows is how many rows of the template have the lists to choose from.
const templateRows = 5000

// templateColumns are the columns of the blank template. Excel offers choices
// where there are some.
//
//nolint:gochecknoglobals // a constant table, never written
var templateColumns = []struct {
	column

	choices []string
}{
	{column{"Phone number", 22}, nil},
	{column{"Type", 14}, []string{"DID", "Toll-free", "Mobile"}},
	{column{"Usage", 14}, []string{"Standard", "Service"}},
	{column{"State", 14}, []string{"Active", "Inactive"}},
	{column{"Location", 28}, nil},
	{column{"Subscription", 24}, nil},
}

// help says how to fill in the template, a column a line.
//
//nolint:gochecknoglobals // a constant table, never written
var help = [][2]string{
	{"Phone number", "One number in each row, best with a plus sign and the country code, for example +1 and the ten digits of a number of the United States. Numbers as they are dialed in the country of the location work too, and are shown before they are sent."},
	{"Type", "DID, Toll-free or Mobile. Empty means DID. Webex takes 20 mobile numbers in one request; Number Loader makes the requests by itself."},
	{"Usage", "Standard, or Service for numbers with many calls, such as a contact center. Empty means Standard."},
	{"State", "Active, or Inactive for numbers that are activated later, on porting day. Empty means Active. Mobile numbers become active when they are assigned to a person."},
	{"Location", "The name of the Webex location as Control Hub shows it. Empty means the location that is chosen in Number Loader."},
	{"Subscription", "Only for mobile numbers: the subscription that they are ordered with, if there are several."},
}

// SaveTemplate writes the blank template. Errors are those of SaveResults.
func (w Workbooks) SaveTemplate(path string, replace bool) error {
	return w.save("", path, replace, w.writeTemplate)
}

func (w Workbooks) writeTemplate(out io.Writer) error {
	b, err := newBook(w.folder())
	if err != nil {
		return err
	}
	defer b.close()
	columns := make([]column, len(templateColumns))
	for i, c := range templateColumns {
		columns[i] = c.column
	}
	if err := b.begin(sheetNumbers, table{columns: columns}); err != nil {
		return fmt.Errorf("template: %w", err)
	}
	if err := b.blankList(columns); err != nil {
		return fmt.Errorf("template: %w", err)
	}
	if err := b.sheet(sheetHelp, helpTable()); err != nil {
		return err
	}
	return b.write(out)
}

// blankList writes the header row, makes all columns texts, and offers choices.
func (b *book) blankList(columns []column) error {
	for i, c := range columns {
		letter, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err //nolint:wrapcheck // writeTemplate says what was being done
		}
		err = errors.Join(
			b.file.SetColWidth(sheetNumbers, letter, letter, c.width),
			b.file.SetColStyle(sheetNumbers, letter, b.text.plain),
			b.file.SetCellStr(sheetNumbers, letter+"1", c.title),
			b.file.SetCellStyle(sheetNumbers, letter+"1", letter+"1", b.header.plain),
			b.choices(letter, templateColumns[i].choices))
		if err != nil {
			return err
		}
	}
	return b.file.SetPanes(sheetNumbers, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}) //nolint:wrapcheck // writeTemplate says what was being done
}

func (b *book) choices(letter string, choices []string) error {
	if choices == nil {
		return nil
	}
	list := excelize.NewDataValidation(true)
	list.SetSqref(fmt.Sprintf("%s2:%s%d", letter, letter, templateRows+1))
	// Other languages' words are understood too, so another entry is no error.
	list.SetError(excelize.DataValidationErrorStyleInformation, "Another word", "Number Loader may not know this word.")
	return errors.Join(list.SetDropList(choices), b.file.AddDataValidation(sheetNumbers, list))
}

func helpTable() table {
	return table{
		columns: []column{{"Column", 18}, {"What to write", 110}},
		rows:    len(help),
		cells: func(i int, cells []string) outcomeStyle {
			copy(cells, help[i][:])
			return outcomeStyle{}
		},
	}
}
