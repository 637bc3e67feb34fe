package report

import (
	"archive/zip"
	"fmt"
	"io"
	"strings"

	"github.com/klauspost/compress/flate"
	"github.com/xuri/excelize/v2"

	"numberloader/internal/phrase"
	"numberloader/internal/run"
)

// textFormat is Excel's number format "@": what is in the cell stays a text also
// after somebody edits it.
const textFormat = 49

// maxColumns is as many columns as a sheet of Excel has.
const maxColumns = excelize.MaxColumns

// book is a workbook in the making.
type book struct {
	file         *excelize.File
	sheets       int
	header, text style
	outcomes     map[run.Outcome]style // of each outcome's cell
	tables       map[string]table      // by the part of the workbook that they fill
}

// style is the style of a cell. Quoted is the same for a text that Excel would
// take for a formula if somebody edited it: Excel then puts an apostrophe in
// front.
type style struct{ plain, quoted int }

// of is the style for a text.
func (s style) of(text string) int {
	if text != "" && strings.IndexByte("=+-@", text[0]) >= 0 {
		return s.quoted
	}
	return s.plain
}

// styles are how the cell of a text goes on in each style, from behind the number of its
// row up to the text.
func (b *book) styles() []string {
	all := make([]string, b.file.Styles.CellXfs.Count)
	for i := range all {
		all[i] = fmt.Sprintf(`" s="%d" t="inlineStr"><is><t`, i)
	}
	return all
}

// column is a column of a sheet. Its width is in characters, 0 for the usual one.
type column struct {
	title string
	width float64
}

// table is a sheet to be written: a header row and rows of texts.
type table struct {
	columns []column
	rows    int
	filter  bool
	// above is a line above the header row, "" for none.
	above string
	// headless says that the titles of the columns are a row like all others.
	headless bool
	// cells fills in the texts of a row, and says which of them is an outcome.
	cells func(row int, cells []string) outcomeStyle
}

// head is how many rows stand before those of the table.
func (t table) head() int {
	if t.above != "" {
		return 2
	}
	return 1
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
	case run.Added, run.Activated:
		return "17733F", "E6F4EC"
	case run.AlreadyThere, run.Kept:
		return "2C6487", "E7F1F7"
	case run.Refused, run.NotRemoved:
		return "BE2828", "FCEBEA"
	case run.NotSent, run.Removed:
		return "565F6D", "F5F6F8"
	case run.NotKnown, run.NotActivated:
		return "8A5300", "FCF1DC"
	}
	return "191C22", "FFFFFF"
}

// newBook is an empty workbook.
func newBook() (*book, error) {
	b := &book{file: excelize.NewFile(), outcomes: map[run.Outcome]style{}, tables: map[string]table{}}
	var err error
	if b.text, err = b.style(excelize.Style{}); err != nil {
		return nil, err
	}
	b.header, err = b.style(excelize.Style{Font: &excelize.Font{Bold: true}, Fill: solid("E9ECF1")})
	if err != nil {
		return nil, err
	}
	for _, o := range run.Outcomes() {
		text, fill := paint(o)
		b.outcomes[o], err = b.style(excelize.Style{Font: &excelize.Font{Bold: true, Color: text}, Fill: solid(fill)})
		if err != nil {
			return nil, err
		}
	}
	return b, nil
}

// style makes the two styles of a cell that holds a text. The library has no
// option for the second, so it is put behind the others as a copy.
func (b *book) style(look excelize.Style) (style, error) {
	look.NumFmt = textFormat
	plain, err := b.file.NewStyle(&look)
	if err != nil {
		return style{}, fmt.Errorf("styles: %w", err)
	}
	all := b.file.Styles.CellXfs
	quoted := all.Xf[plain]
	quoted.QuotePrefix = new(true)
	all.Xf = append(all.Xf, quoted)
	all.Count = len(all.Xf)
	return style{plain: plain, quoted: all.Count - 1}, nil
}

func solid(color string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{color}}
}

// sheet adds a sheet with the rows of a table, which are made when the workbook is
// written. Its header row stays in sight.
func (b *book) sheet(name string, t table) error {
	err := b.begin(name, t)
	if err == nil && !t.headless {
		err = b.file.SetPanes(name, &excelize.Panes{
			Freeze: true, YSplit: t.head(), TopLeftCell: fmt.Sprintf("A%d", t.head()+1), ActivePane: "bottomLeft",
		})
	}
	if err != nil {
		return fmt.Errorf("sheet %s: %w", name, err)
	}
	b.tables[fmt.Sprintf("xl/worksheets/sheet%d.xml", b.sheets)] = t
	return nil
}

// sheets adds a sheet with the table of some rows, and further ones with the rows that
// it can't hold: "Results", "Results 2" and so on. Without rows there is one.
func sheets[T any](b *book, name string, rows []T, perSheet int, of func([]T) table) error {
	for start := 0; start == 0 || start < len(rows); start += perSheet {
		title := name
		if start > 0 {
			title = phrase.Text("report.sheet.more", "Sheet", name, "Number", start/perSheet+1)
		}
		if err := b.sheet(title, of(rows[start:min(start+perSheet, len(rows))])); err != nil {
			return err
		}
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
	last, err := excelize.CoordinatesToCellName(len(t.columns), t.head()+t.rows)
	if err != nil {
		return err //nolint:wrapcheck // sheet says which
	}
	// Readers that trust the dimension would see one cell without it.
	if err := b.file.SetSheetDimension(name, "A1:"+last); err != nil {
		return err //nolint:wrapcheck // sheet says which
	}
	// Excel would mark every phone number as a number that is stored as text.
	if err := b.file.AddIgnoredErrors(name, "A1:"+last, excelize.IgnoredErrorsNumberStoredAsText); err != nil {
		return err //nolint:wrapcheck // sheet says which
	}
	if !t.filter {
		return nil
	}
	return b.file.AutoFilter(name, "A1:"+last, nil) //nolint:wrapcheck // sheet says which
}

// write writes the workbook. The library makes all of it but the rows, since it takes
// five times as long for them and keeps them in memory.
func (b *book) write(w io.Writer) error {
	// A workbook of results is mostly the same few words: the level that costs least time
	// does. One compressor serves all parts, since these are written one after the other.
	quickly, err := flate.NewWriter(nil, flate.BestSpeed)
	if err != nil {
		return fmt.Errorf("workbook: %w", err)
	}
	out := zip.NewWriter(w)
	out.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) {
		quickly.Reset(w)
		return quickly, nil
	})
	b.file.SetZipWriter(func(io.Writer) excelize.ZipWriter { return &parts{Writer: out, book: b} })
	if err := b.file.Write(io.Discard); err != nil { // all goes to out
		return fmt.Errorf("workbook: %w", err)
	}
	return nil
}
