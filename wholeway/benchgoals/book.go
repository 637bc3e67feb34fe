package main

import (
	"archive/zip"
	"bufio"
	"errors"
	"fmt"
	"io"
)

// The parts of a workbook with one sheet and shared texts.
const (
	spaces = "http://schemas.openxmlformats.org/"
	office = spaces + "officeDocument/2006/relationships"
	sheets = spaces + "spreadsheetml/2006/main"
	links  = spaces + "package/2006/relationships"
	kind   = "application/vnd.openxmlformats-officedocument.spreadsheetml."

	contentTypes = `<Types xmlns="` + spaces + `package/2006/content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Default Extension="xml" ContentType="application/xml"/>` +
		`<Override PartName="/xl/workbook.xml" ContentType="` + kind + `sheet.main+xml"/>` +
		`<Override PartName="/` + sheetPart + `" ContentType="` + kind + `worksheet+xml"/>` +
		`<Override PartName="/` + textsPart + `" ContentType="` + kind + `sharedStrings+xml"/></Types>`
	packageLinks = `<Relationships xmlns="` + links + `"><Relationship Id="r1" Type="` + office + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`
	bookLinks    = `<Relationships xmlns="` + links + `"><Relationship Id="r1" Type="` + office + `/worksheet" Target="worksheets/sheet1.xml"/>` +
		`<Relationship Id="r2" Type="` + office + `/sharedStrings" Target="sharedStrings.xml"/></Relationships>`
	workbook = `<workbook xmlns="` + sheets + `" xmlns:r="` + office + `"><sheets><sheet name="` + sheetName + `" sheetId="1" r:id="r1"/></sheets></workbook>`

	sheetName = "Sheet1"
	sheetPart = "xl/worksheets/sheet1.xml"
	textsPart = "xl/sharedStrings.xml"
)

// cells are the cells of a row at one of the places, or if there are none at one of
// fifty; row 0 has the headings. The practice organization refuses none of the numbers.
func cells(row int, places []string) []string {
	if row == 0 {
		return []string{"Phone number", "Type", "Name", "Location", "City", "Street", "Zip", "Note", "Department", "Cost center"}
	}
	place := fmt.Sprint("Chicago ", row%50)
	if len(places) > 0 {
		place = places[row%len(places)]
	}
	return []string{
		fmt.Sprintf("+1312%03d%04d", 200+row/9000, 1000+row%9000), "DID", fmt.Sprint("Person ", row), place, "Chicago",
		fmt.Sprint("Street ", row%1000), fmt.Sprintf("606%02d", row%100), fmt.Sprint("note ", row%7), fmt.Sprint("Dept ", row%20), fmt.Sprint("CC", row%300),
	}
}

// writeBook writes a workbook of so many numbers, with shared texts as Excel stores them.
func writeBook(w io.Writer, rows int, places []string) error {
	book := zip.NewWriter(w)
	for _, part := range []struct{ name, content string }{
		{"[Content_Types].xml", contentTypes},
		{"_rels/.rels", packageLinks},
		{"xl/_rels/workbook.xml.rels", bookLinks},
		{"xl/workbook.xml", workbook},
	} {
		if err := writePart(book, part.name, func(w io.Writer) { _, _ = io.WriteString(w, part.content) }); err != nil {
			return err
		}
	}
	shared := texts{index: map[string]int{}}
	return errors.Join(
		writePart(book, sheetPart, func(w io.Writer) { writeSheet(w, rows, places, &shared) }),
		writePart(book, textsPart, shared.write),
		book.Close(),
	)
}

// writePart writes one part. Errors of write come back from the buffer's Flush.
func writePart(book *zip.Writer, name string, write func(w io.Writer)) error {
	part, err := book.Create(name)
	if err != nil {
		return err
	}
	b := bufio.NewWriterSize(part, 1<<16)
	write(b)
	return b.Flush()
}

func writeSheet(w io.Writer, rows int, places []string, shared *texts) {
	_, _ = fmt.Fprintf(w, `<worksheet xmlns="%s"><sheetData>`, sheets)
	for row := range rows + 1 {
		_, _ = fmt.Fprintf(w, `<row r="%d">`, row+1)
		for column, text := range cells(row, places) {
			_, _ = fmt.Fprintf(w, `<c r="%c%d" t="s"><v>%d</v></c>`, 'A'+column, row+1, shared.of(text))
		}
		_, _ = io.WriteString(w, "</row>")
	}
	_, _ = io.WriteString(w, "</sheetData></worksheet>")
}

// texts are the shared texts of a workbook, each once.
type texts struct {
	index map[string]int
	all   []string
}

// of is the place of a text among them.
func (t *texts) of(text string) int {
	at, known := t.index[text]
	if !known {
		at = len(t.all)
		t.index[text], t.all = at, append(t.all, text)
	}
	return at
}

func (t *texts) write(w io.Writer) {
	_, _ = fmt.Fprintf(w, `<sst xmlns="%s" count="%d" uniqueCount="%d">`, sheets, len(t.all), len(t.all))
	for _, text := range t.all {
		_, _ = fmt.Fprintf(w, "<si><t>%s</t></si>", text)
	}
	_, _ = io.WriteString(w, "</sst>")
}
