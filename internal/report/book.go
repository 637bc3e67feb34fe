package report

import (
	"errors"
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"

	"numberloader/internal/run"
)

// textFormat is Excel's number format "@": what is in the cell stays a text also
// after somebody edits it.
const textFormat = 49

// book is a workbook in the making.
type book struct {
	file                 *excelize.File
	sheets               int
	header, text, strong int
	outcomes             map[run.Outcome]int // style of each outcome's cell
}

// column is a column of a sheet; width is in characters.
type column struct {
	title string
	width float64
}

// table is a sheet to be written: a header row and rows of texts.
type table struct {
	columns []column
	rows    int
	filter  bool
	// cells fills in the texts of a row, and says which of them is an outcome.
	cells func(row int, cells []string) outcomeStyle
}

// outcomeStyle colors one cell of a row by an outcome, if it is set.
type outcomeStyle struct {
	at      int
	outcome run.Outcome
	set     bool
}

// paint are the colors of an outcome: those of the window, on light paper.
func paint(o run.Outcome) (text, fill string) {
	switch o {
	case run.Added:
		return "17733F", "E6F4EC"
	case run.AlreadyThere:
		return "2C6487", "E7F1F7"
	case run.Refused:
		return "BE2828", "FCEBEA"
	case run.NotSent:
		return "565F6D", "F5F6F8"
	case run.NotKnown:
		return "8A5300", "FCF1DC"
	}
	return "191C22", "FFFFFF"
}

func newBook() (*book, error) {
	b := &book{file: excelize.NewFile(), outcomes: map[run.Outcome]int{}}
	var err error
	if b.text, err = b.file.NewStyle(&excelize.Style{NumFmt: textFormat}); err != nil {
		return nil, fmt.Errorf("styles: %w", err)
	}
	b.header, err = b.file.NewStyle(&excelize.Style{
		NumFmt: textFormat, Font: &excelize.Font{Bold: true}, Fill: solid("E9ECF1"),
		Alignment: &excelize.Alignment{Vertical: "center"},
	})
	if err != nil {
		return nil, fmt.Errorf("styles: %w", err)
	}
	for _, o := range run.Outcomes() {
		text, fill := paint(o)
		b.outcomes[o], err = b.file.NewStyle(&excelize.Style{NumFmt: textFormat, Font: &excelize.Font{Bold: true, Color: text}, Fill: solid(fill)})
		if err != nil {
			return nil, fmt.Errorf("styles: %w", err)
		}
	}
	return b, nil
}

func solid(color string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{color}}
}

// sheet adds a sheet with the rows of a table. Its header row stays in sight.
func (b *book) sheet(name string, t table) error {
	if err := b.begin(name, t); err != nil {
		return fmt.Errorf("sheet %s: %w", name, err)
	}
	stream, err := b.file.NewStreamWriter(name)
	if err != nil {
		return fmt.Errorf("sheet %s: %w", name, err)
	}
	if err := errors.Join(layOut(stream, t), b.fill(stream, t), stream.Flush()); err != nil {
		return fmt.Errorf("sheet %s: %w", name, err)
	}
	return nil
}

// begin makes the sheet and sets what a stream writer has no way to set.
func (b *book) begin(name string, t table) error {
	b.sheets++
	if b.sheets == 1 {
		if err := b.file.SetSheetName(b.file.GetSheetName(0), name); err != nil {
			return err //nolint:wrapcheck // sheet says which
		}
	} else if _, err := b.file.NewSheet(name); err != nil {
		return err //nolint:wrapcheck // sheet says which
	}
	last, err := excelize.CoordinatesToCellName(len(t.columns), t.rows+1)
	if err != nil {
		return err //nolint:wrapcheck // sheet says which
	}
	// Readers that trust the dimension would see one cell without it.
	if err := b.file.SetSheetDimension(name, "A1:"+last); err != nil {
		return err //nolint:wrapcheck // sheet says which
	}
	if !t.filter {
		return nil
	}
	return b.file.AutoFilter(name, "A1:"+last, nil) //nolint:wrapcheck // sheet says which
}

func layOut(stream *excelize.StreamWriter, t table) error {
	for i, c := range t.columns {
		if err := stream.SetColWidth(i+1, i+1, c.width); err != nil {
			return err //nolint:wrapcheck // sheet says which
		}
	}
	return stream.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}) //nolint:wrapcheck // sheet says which
}

func (b *book) fill(stream *excelize.StreamWriter, t table) error {
	texts := make([]string, len(t.columns))
	for i, c := range t.columns {
		texts[i] = c.title
	}
	if err := stream.SetRow("A1", b.cells(texts, b.header, outcomeStyle{})); err != nil {
		return err //nolint:wrapcheck // sheet says which
	}
	for row := range t.rows {
		clear(texts)
		style := t.cells(row, texts)
		at, err := excelize.CoordinatesToCellName(1, row+2)
		if err == nil {
			err = stream.SetRow(at, b.cells(texts, b.text, style))
		}
		if err != nil {
			return err //nolint:wrapcheck // sheet says which
		}
	}
	return nil
}

// cells are texts as the stream writer takes them; an empty text is no cell.
func (b *book) cells(texts []string, style int, colored outcomeStyle) []any {
	cells := make([]any, len(texts))
	for i, text := range texts {
		if text != "" {
			cells[i] = excelize.Cell{StyleID: style, Value: text}
		}
	}
	if colored.set {
		cells[colored.at] = excelize.Cell{StyleID: b.outcomes[colored.outcome], Value: texts[colored.at]}
	}
	return cells
}

func (b *book) write(w io.Writer) error {
	if err := b.file.Write(w); err != nil {
		return fmt.Errorf("workbook: %w", err)
	}
	return nil
}

// close removes what excelize keeps in the temp folder.
func (b *book) close() { _ = b.file.Close() }
