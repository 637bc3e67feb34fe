package report

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"numberloader/internal/number"
	"numberloader/internal/phrase"
)

// The sheets of the template.
func sheetNumbers() string   { return phrase.Text("report.numbers") }
func sheetHelp() string      { return phrase.Text("report.sheet.help") }
func sheetLocations() string { return phrase.Text("report.sheet.locations") }

// templateRows is how many rows of the template have the lists to choose from.
const templateRows = 5000

// promptLength is how many characters Excel shows beside a cell at most.
const promptLength = 255

// templateColumn is a column of the blank template. Excel offers choices where there
// are some.
type templateColumn struct {
	column

	choices func(*excelize.DataValidation) error // nil for none
	help    string                               // how to fill it in
}

// templateColumns are the columns of a template for an organization with locations,
// if it is known.
func templateColumns(locations []string) []templateColumn {
	kinds := oneOf(phrase.Kind(number.KindDID), phrase.Kind(number.KindTollFree), phrase.Kind(number.KindMobile))
	usages := oneOf(phrase.Usage(number.UsageNone), phrase.Usage(number.UsageService))
	states := oneOf(phrase.State(number.StateActive), phrase.State(number.StateInactive))
	return []templateColumn{
		{column{phrase.Text("report.phone"), 22}, nil, phrase.Text("report.help.phone")},
		{column{phrase.Text("columns.type"), 14}, kinds, phrase.Text("report.help.type")},
		{column{phrase.Text("columns.usage"), 14}, usages, phrase.Text("report.help.usage")},
		{column{phrase.Text("columns.state"), 14}, states, phrase.Text("report.help.state")},
		{column{phrase.Text("columns.location.title"), 28}, oneOfSheet(len(locations)), phrase.Text("report.help.location")},
		{column{phrase.Text("columns.subscription"), 24}, nil, phrase.Text("report.help.subscription")},
	}
}

// oneOf offers words.
func oneOf(words ...string) func(*excelize.DataValidation) error {
	return func(list *excelize.DataValidation) error { return list.SetDropList(words) }
}

// oneOfSheet offers the texts of the sheet of locations. They stand there because a
// list in the rule itself is short and parts its words at commas.
func oneOfSheet(n int) func(*excelize.DataValidation) error {
	if n == 0 {
		return nil
	}
	return func(list *excelize.DataValidation) error {
		list.SetSqrefDropList(fmt.Sprintf("'%s'!$A$2:$A$%d", sheetLocations(), n+1))
		return nil
	}
}

// SaveTemplate writes the blank template, in which the locations can be chosen; there
// may be none. Its examples stand beside the list, so that nothing is in it until
// somebody fills it in. Errors are those of SaveResults.
func (w Workbooks) SaveTemplate(path string, locations []string, replace bool) error {
	return w.save("", path, replace, func(out io.Writer) error { return w.writeTemplate(out, locations) })
}

func (w Workbooks) writeTemplate(out io.Writer, locations []string) error {
	b, err := newBook()
	if err != nil {
		return err
	}
	columns := templateColumns(locations)
	plain := make([]column, len(columns))
	for i, c := range columns {
		plain[i] = c.column
	}
	if err := b.begin(sheetNumbers(), table{columns: plain}); err != nil {
		return fmt.Errorf("template: %w", err)
	}
	if err := b.sheet(sheetHelp(), helpTable(columns)); err != nil {
		return err
	}
	if err := b.offerLocations(locations); err != nil {
		return err
	}
	if err := b.blankList(columns); err != nil {
		return fmt.Errorf("template: %w", err)
	}
	return b.write(out)
}

// offerLocations writes the locations to a hidden sheet, from which the list takes them.
func (b *book) offerLocations(locations []string) error {
	if len(locations) == 0 {
		return nil
	}
	if err := b.sheet(sheetLocations(), locationTable(locations)); err != nil {
		return err
	}
	return b.file.SetSheetVisible(sheetLocations(), false) //nolint:wrapcheck // there is such a sheet
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
			b.guide(letter, c))
		if err != nil {
			return err
		}
	}
	if err := b.file.AddShape(sheetNumbers(), examples(len(columns))); err != nil {
		return err //nolint:wrapcheck // as above
	}
	return b.file.SetPanes(sheetNumbers(), &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}) //nolint:wrapcheck // writeTemplate says what was being done
}

// guide says beside each cell of a column what to write there, and offers choices.
func (b *book) guide(letter string, c templateColumn) error {
	rule := excelize.NewDataValidation(true)
	rule.SetSqref(fmt.Sprintf("%s2:%s%d", letter, letter, templateRows+1))
	rule.SetInput(c.title, c.prompt())
	if c.choices == nil {
		return b.file.AddDataValidation(sheetNumbers(), rule) //nolint:wrapcheck // writeTemplate says what was being done
	}
	// Other languages' words are understood too, so another entry is no error.
	rule.SetError(excelize.DataValidationErrorStyleInformation, phrase.Text("report.help.word"), phrase.Text("report.help.unknown"))
	return errors.Join(c.choices(rule), b.file.AddDataValidation(sheetNumbers(), rule))
}

// examples are a box behind the columns. No reader takes what stands in it for a row.
func examples(columns int) *excelize.Shape {
	const (
		wide, tall    = 640, 120
		gap           = 2 // columns
		line, surface = "C9CED6", "F5F6F8"
	)
	title := &excelize.Font{Bold: true, Size: 11}
	paragraphs := []excelize.RichTextRun{
		{Text: phrase.Text("report.examples.title"), Font: title},
		{Text: phrase.Text("report.examples.text"), Font: &excelize.Font{Size: 11}},
	}
	for _, cells := range [][]any{
		{"+12025550142", phrase.Kind(number.KindDID), phrase.Usage(number.UsageNone), phrase.State(number.StateActive), phrase.Text("report.examples.location")},
		{"(202) 555-0143", "", "", phrase.State(number.StateInactive), phrase.Text("report.examples.location")},
		{"+447700900123", phrase.Kind(number.KindMobile), "", "", phrase.Text("report.examples.abroad")},
	} {
		paragraphs = append(paragraphs, excelize.RichTextRun{
			Text: fmt.Sprintf("%-17s%-11s%-11s%-11s%s", cells...), Font: &excelize.Font{Size: 10, Family: evenFace},
		})
	}
	at, _ := excelize.CoordinatesToCellName(columns+gap, 2)
	return &excelize.Shape{
		Cell: at, Type: "rect", Width: wide, Height: tall, Paragraph: paragraphs,
		Fill: solid(surface), Line: excelize.LineOptions{Type: excelize.LineSolid, Fill: solid(line), Width: 1},
	}
}

// prompt is the help for a column as far as Excel shows it: whole sentences.
func (c templateColumn) prompt() string {
	text := c.help
	for len(utf16.Encode([]rune(text))) > promptLength {
		end := strings.LastIndex(strings.TrimSuffix(text, "."), ". ")
		if end < 0 {
			return ""
		}
		text = text[:end+1]
	}
	return text
}

// helpTable says how the template is filled in: what to do, and then the columns.
func helpTable(columns []templateColumn) table {
	steps := []string{phrase.Text("report.steps.fill"), phrase.Text("report.steps.save"), phrase.Text("report.steps.unsent")}
	rows := make([][]string, 0, len(steps)+len(columns)+1)
	for _, c := range columns {
		rows = append(rows, []string{c.title, c.help})
	}
	rows = append(rows, nil)
	for _, step := range steps {
		rows = append(rows, []string{"", step})
	}
	return table{
		columns: []column{{phrase.Text("report.help.column"), 18}, {phrase.Text("report.help.what"), 110}},
		rows:    len(rows),
		cells: func(i int, cells []string) outcomeStyle {
			copy(cells, rows[i])
			return outcomeStyle{}
		},
	}
}

func locationTable(locations []string) table {
	return table{
		columns: []column{{phrase.Text("columns.location.title"), 40}},
		rows:    len(locations),
		cells: func(i int, cells []string) outcomeStyle {
			cells[0] = locations[i]
			return outcomeStyle{}
		},
	}
}
