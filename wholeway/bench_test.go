package wholeway

import (
	"archive/zip"
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"github.com/nyaruka/phonenumbers/v2"
	"github.com/xuri/excelize/v2"

	importer "numberloader/import"
	"numberloader/import/filetest"
	"numberloader/internal/number"
	"numberloader/internal/review"
)

// firstShown is how many rows are a first screen.
const firstShown = 50

// way is what is kept of a file at the end of the way, how many numbers in it
// are good, and how long the first rows took.
type way struct {
	kept  any
	good  int
	first time.Duration
}

// BenchmarkWholeWay holds reading and judging a file against the plain libraries
// on the same file: excelize or encoding/csv, and phonenumbers.
func BenchmarkWholeWay(b *testing.B) {
	kinds := []struct {
		name  string
		write func(w io.Writer, rows int) error
		plain func(path string, take func([]string)) error
	}{
		{"shared.xlsx", func(w io.Writer, rows int) error { return writeBook(w, rows, sharedCell) }, rowsByExcelize},
		{"inline.xlsx", func(w io.Writer, rows int) error { return writeBook(w, rows, inlineCell) }, rowsByExcelize},
		{"list.csv", writeList, rowsByEncodingCSV},
	}
	for _, rows := range []int{100_000, 1_000_000} {
		for _, kind := range kinds {
			b.Run(fmt.Sprintf("%dk/%s", rows/1000, kind.name), func(b *testing.B) {
				path := filepath.Join(b.TempDir(), kind.name)
				writeTo(b, path, func(w io.Writer) error { return kind.write(w, rows) })
				b.Run("ours", func(b *testing.B) { benchWay(b, rows, func() (way, error) { return ourWay(b, path) }) })
				b.Run("plain", func(b *testing.B) { benchWay(b, rows, func() (way, error) { return plainWay(path, kind.plain) }) })
			})
		}
	}
}

// benchWay also reports how long the first rows took, and what is on the heap
// at the end.
func benchWay(b *testing.B, rows int, walk func() (way, error)) {
	b.Helper()
	b.ReportAllocs()
	before := filetest.LiveHeap()
	var first time.Duration
	var last way
	for b.Loop() {
		last = way{}
		got, err := walk()
		if err != nil || got.good != rows {
			b.Fatalf("%d good numbers, %v", got.good, err)
		}
		last, first = got, first+got.first
	}
	b.ReportMetric(float64(first.Microseconds())/1000/float64(b.N), "first50-ms")
	b.ReportMetric((filetest.LiveHeap()-before)/1e6, "live-MB")
	runtime.KeepAlive(last.kept)
}

func ourWay(b *testing.B, path string) (way, error) {
	b.Helper()
	begin, w := time.Now(), way{}
	table, err := importer.Read(b.Context(), path, number.Layout{}, func(p number.Progress) {
		if p.First != nil && len(p.First.Records) == firstShown {
			w.first = time.Since(begin)
		}
	})
	if err != nil {
		return w, err
	}
	rows, err := review.Rows(b.Context(), table, review.Settings{Region: "US"}, review.Known{}, nil)
	for i := range rows {
		if rows[i].Level == number.LevelOK {
			w.good++
		}
	}
	w.kept = []any{table, rows}
	return w, err
}

// judged is a row of the plain way.
type judged struct {
	cells  []string
	kind   phonenumbers.PhoneNumberType
	region string
	valid  bool
}

func plainWay(path string, read func(path string, take func([]string)) error) (way, error) {
	begin, w := time.Now(), way{}
	var all []judged
	err := read(path, func(cells []string) {
		if cells[0] == benchHeadings[0] {
			return
		}
		j := judged{cells: cells}
		if n, err := phonenumbers.Parse(cells[0], "US"); err == nil {
			j.valid, j.kind, j.region = phonenumbers.IsValidNumber(n), phonenumbers.GetNumberType(n), phonenumbers.GetRegionCodeForNumber(n)
		}
		if j.valid {
			w.good++
		}
		if all = append(all, j); len(all) == firstShown {
			w.first = time.Since(begin)
		}
	})
	w.kept = all
	return w, err
}

func rowsByExcelize(path string, take func([]string)) (err error) {
	f, err := excelize.OpenFile(path, excelize.Options{RawCellValue: true})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	rows, err := f.Rows("Sheet1")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		cells, err := rows.Columns()
		if err != nil {
			return err
		}
		take(cells)
	}
	return rows.Error()
}

func rowsByEncodingCSV(path string, take func([]string)) (err error) {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	records := csv.NewReader(f)
	for {
		cells, err := records.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		take(cells)
	}
}

var benchHeadings = []string{"Phone number", "Type", "Name"}

// benchCells are the cells of a row; row 0 is that of the headings.
func benchCells(row int) []string {
	if row == 0 {
		return benchHeadings
	}
	return []string{fmt.Sprintf("+1312%07d", 2_000_000+row), "DID", fmt.Sprintf("Person %d", row)}
}

func writeTo(b *testing.B, path string, write func(w io.Writer) error) {
	b.Helper()
	f, err := os.Create(path)
	if err != nil {
		b.Fatal(err)
	}
	w := bufio.NewWriterSize(f, 1<<20)
	if err := errors.Join(write(w), w.Flush(), f.Close()); err != nil {
		b.Fatal(err)
	}
}

func writeList(w io.Writer, rows int) error {
	list := csv.NewWriter(w)
	for row := range rows + 1 {
		if err := list.Write(benchCells(row)); err != nil {
			return err
		}
	}
	list.Flush()
	return list.Error()
}

// The parts of a workbook with one sheet and shared texts, as Excel names them.
const (
	officeSpace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	sheetSpace  = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	linksSpace  = "http://schemas.openxmlformats.org/package/2006/relationships"
	typesStart  = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`
	mainType    = "application/vnd.openxmlformats-officedocument.spreadsheetml."
)

func bookParts() map[string]string {
	link := func(id, kind, target string) string {
		return fmt.Sprintf(`<Relationship Id="%s" Type="%s/%s" Target="%s"/>`, id, officeSpace, kind, target)
	}
	part := func(name, kind string) string {
		return fmt.Sprintf(`<Override PartName="%s" ContentType="%s%s+xml"/>`, name, mainType, kind)
	}
	links := func(content string) string {
		return `<Relationships xmlns="` + linksSpace + `">` + content + `</Relationships>`
	}
	return map[string]string{
		"[Content_Types].xml":        typesStart + part("/xl/workbook.xml", "sheet.main") + part("/xl/worksheets/sheet1.xml", "worksheet") + part("/xl/sharedStrings.xml", "sharedStrings") + `</Types>`,
		"_rels/.rels":                links(link("r1", "officeDocument", "xl/workbook.xml")),
		"xl/_rels/workbook.xml.rels": links(link("r1", "worksheet", "worksheets/sheet1.xml") + link("r2", "sharedStrings", "sharedStrings.xml")),
		"xl/workbook.xml":            fmt.Sprintf(`<workbook xmlns="%s" xmlns:r="%s"><sheets><sheet name="Sheet1" sheetId="1" r:id="r1"/></sheets></workbook>`, sheetSpace, officeSpace),
	}
}

// writeBook writes a workbook cell by cell. A cell whose text is shared is put
// among the shared texts, each once.
func writeBook(w io.Writer, rows int, cell func(at, text string, shared func(string) int) string) error {
	book := zip.NewWriter(w)
	for name, content := range bookParts() {
		if err := writePart(book, name, func(emit emitter) { emit("%s", content) }); err != nil {
			return err
		}
	}
	index, texts := map[string]int{}, []string{}
	shared := func(text string) int {
		if _, ok := index[text]; !ok {
			index[text], texts = len(texts), append(texts, text)
		}
		return index[text]
	}
	err := writePart(book, "xl/worksheets/sheet1.xml", func(emit emitter) {
		emit(`<worksheet xmlns="%s"><sheetData>`, sheetSpace)
		for row := range rows + 1 {
			emit(`<row r="%d">`, row+1)
			for c, text := range benchCells(row) {
				emit("%s", cell(fmt.Sprintf("%s%d", number.ColumnName(c), row+1), text, shared))
			}
			emit("</row>")
		}
		emit("</sheetData></worksheet>")
	})
	return errors.Join(err, writeShared(book, texts), book.Close())
}

func inlineCell(at, text string, _ func(string) int) string {
	return fmt.Sprintf(`<c r="%s" t="inlineStr"><is><t>%s</t></is></c>`, at, text)
}

func sharedCell(at, text string, shared func(string) int) string {
	return fmt.Sprintf(`<c r="%s" t="s"><v>%d</v></c>`, at, shared(text))
}

func writeShared(book *zip.Writer, texts []string) error {
	return writePart(book, "xl/sharedStrings.xml", func(emit emitter) {
		emit(`<sst xmlns="%s" count="%d" uniqueCount="%d">`, sheetSpace, len(texts), len(texts))
		for _, text := range texts {
			emit("<si><t>%s</t></si>", text)
		}
		emit("</sst>")
	})
}

// emitter writes a piece of a part.
type emitter func(format string, args ...any)

func writePart(book *zip.Writer, name string, write func(emit emitter)) error {
	part, err := book.Create(name)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(part)
	write(func(format string, args ...any) { _, _ = fmt.Fprintf(w, format, args...) }) // Flush tells of errors
	return w.Flush()
}
