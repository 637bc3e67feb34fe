package importer

import (
	"archive/zip"
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"numberloader/import/filetest"
)

// writeFile writes a file piece by piece.
func writeFile(tb testing.TB, path string, write func(w io.Writer) error) {
	tb.Helper()
	f, err := os.Create(path)
	if err != nil {
		tb.Fatal(err)
	}
	w := bufio.NewWriterSize(f, 1<<20)
	if err := errors.Join(write(w), w.Flush(), f.Close()); err != nil {
		tb.Fatal(err)
	}
}

// benchRow is a row of a list; row 0 is that of the headers.
func benchRow(i, columns int) []string {
	if i == 0 {
		return []string{"Phone number", "Type", "Name", "Usage", "State", "Location", "Subscription", "Street", "Town", "Order"}[:columns]
	}
	return []string{fmt.Sprintf("+1312%07d", 2_000_000+i), "DID", fmt.Sprintf("Person %d", i), "none", "active", "Chicago", "", "Main Street 1", "Chicago", fmt.Sprint("PO-", i)}[:columns]
}

func writeCSV(w io.Writer, rows, columns int) error {
	for i := range rows + 1 {
		if _, err := io.WriteString(w, strings.Join(benchRow(i, columns), ",")+"\n"); err != nil {
			return err
		}
	}
	return nil
}

// writeInlineWorkbook writes a workbook whose cells hold their texts.
func writeInlineWorkbook(w io.Writer, rows, columns int) error {
	return writeWorkbook(w, rows, columns, nil)
}

// writeSharedWorkbook writes a workbook whose cells name shared texts.
func writeSharedWorkbook(w io.Writer, rows, columns int) error {
	return writeWorkbook(w, rows, columns, map[string]int{})
}

// skeleton is a workbook of excelize with one sheet and shared texts.
func skeleton() (*zip.Reader, error) {
	f := excelize.NewFile()
	var b bytes.Buffer
	if err := errors.Join(f.SetCellStr("Sheet1", "A1", "text"), f.Write(&b), f.Close()); err != nil {
		return nil, err
	}
	return zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
}

func writeWorkbook(w io.Writer, rows, columns int, index map[string]int) error {
	old, err := skeleton()
	if err != nil {
		return err
	}
	z := zip.NewWriter(w)
	for _, part := range old.File {
		if part.Name == "xl/worksheets/sheet1.xml" || part.Name == "xl/sharedStrings.xml" {
			continue
		}
		if err := z.Copy(part); err != nil {
			return err
		}
	}
	texts, err := writeSheet(z, rows, columns, index)
	if err != nil {
		return err
	}
	if index != nil {
		if err := writeTexts(z, texts); err != nil {
			return err
		}
	}
	return z.Close()
}

// writeSheet writes the sheet, and returns the texts that its cells name.
func writeSheet(z *zip.Writer, rows, columns int, index map[string]int) (texts []string, err error) {
	part, err := z.Create("xl/worksheets/sheet1.xml")
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	b.WriteString(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="` + filetest.MainSpace + `"><sheetData>`)
	for i := range rows + 1 {
		fmt.Fprintf(&b, `<row r="%d" spans="1:%d">`, i+1, columns)
		for c, text := range benchRow(i, columns) {
			if index == nil {
				fmt.Fprintf(&b, `<c r="%c%d" t="inlineStr"><is><t>%s</t></is></c>`, 'A'+c, i+1, text)
				continue
			}
			n, known := index[text]
			if !known {
				n = len(texts)
				index[text], texts = n, append(texts, text)
			}
			fmt.Fprintf(&b, `<c r="%c%d" t="s"><v>%d</v></c>`, 'A'+c, i+1, n)
		}
		b.WriteString("</row>")
		if _, err := b.WriteTo(part); err != nil {
			return nil, err
		}
	}
	_, err = io.WriteString(part, "</sheetData></worksheet>")
	return texts, err
}

func writeTexts(z *zip.Writer, texts []string) error {
	part, err := z.Create("xl/sharedStrings.xml")
	if err != nil {
		return err
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, `<sst xmlns="%s" count="%d" uniqueCount="%d">`, filetest.MainSpace, len(texts), len(texts))
	for _, text := range texts {
		fmt.Fprintf(&b, "<si><t>%s</t></si>", text)
		if _, err := b.WriteTo(part); err != nil {
			return err
		}
	}
	_, err = io.WriteString(part, "</sst>")
	return err
}

// writeDocument writes an OpenDocument spreadsheet as LibreOffice does.
func writeDocument(w io.Writer, rows, columns int) error {
	z := zip.NewWriter(w)
	kind, err := z.CreateHeader(&zip.FileHeader{Name: "mimetype", Method: zip.Store})
	if err != nil {
		return err
	}
	if _, err := io.WriteString(kind, openDocumentType+"spreadsheet"); err != nil {
		return err
	}
	part, err := z.Create("content.xml")
	if err != nil {
		return err
	}
	var b bytes.Buffer
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?><office:document-content><office:body><office:spreadsheet><table:table table:name="Sheet1" table:style-name="ta1">`)
	for i := range rows + 1 {
		b.WriteString(`<table:table-row table:style-name="ro1">`)
		for _, text := range benchRow(i, columns) {
			fmt.Fprintf(&b, `<table:table-cell office:value-type="string" calcext:value-type="string"><text:p>%s</text:p></table:table-cell>`, text)
		}
		b.WriteString(`<table:table-cell table:number-columns-repeated="16374"/></table:table-row>`)
		if _, err := b.WriteTo(part); err != nil {
			return err
		}
	}
	if _, err := io.WriteString(part, "</table:table></office:spreadsheet></office:body></office:document-content>"); err != nil {
		return err
	}
	return z.Close()
}
