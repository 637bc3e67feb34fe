package importer

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"

	"numberloader/internal/fault"
	"numberloader/internal/number"
)

func TestAWorkbookKeepsItsBounds(t *testing.T) {
	t.Parallel()
	const cell = `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>1234567890</t></is></c></row></sheetData>`
	const merge = `<mergeCell ref="A1:A2"/>`
	shared := func(texts ...string) parts {
		p := workbookParts(cell)
		p["xl/sharedStrings.xml"] = "<sst><si><t>" + strings.Join(texts, "</t></si><si><t>") + "</t></si></sst>"
		return p
	}
	styles := func(content string) parts {
		p := workbookParts(cell)
		p["xl/styles.xml"] = "<styleSheet>" + content + "</styleSheet>"
		return p
	}
	cases := map[string]struct {
		parts  parts
		bounds bounds
		fits   bool
	}{
		"texts that fit":          {shared("a", "b"), bounds{texts: 2}, true},
		"a text too many":         {shared("a", "b", "c"), bounds{texts: 2}, false},
		"bytes that fit":          {shared("12345"), bounds{textBytes: 15}, true},
		"bytes that come again":   {shared("12345", "12345"), bounds{textBytes: 15}, true},
		"too many bytes":          {shared("12345", "123456"), bounds{textBytes: 15}, false},
		"too many bytes in cells": {shared("123456"), bounds{textBytes: 15}, false},
		"merged cells that fit":   {workbookParts(cell + "<mergeCells>" + merge + merge + "</mergeCells>"), bounds{merges: 2}, true},
		"too many merged cells":   {workbookParts(cell + "<mergeCells>" + merge + merge + merge + "</mergeCells>"), bounds{merges: 2}, false},
		"formats that fit":        {styles(`<numFmts><numFmt numFmtId="1"/><numFmt numFmtId="2"/></numFmts>`), bounds{formats: 2}, true},
		"too many formats":        {styles(`<numFmts><numFmt numFmtId="1"/><numFmt numFmtId="2"/><numFmt numFmtId="3"/></numFmts>`), bounds{formats: 2}, false},
		"too many styles":         {styles(`<cellXfs><xf/><xf/><xf/></cellXfs>`), bounds{formats: 2}, false},
		"sheets that fit":         {workbookParts(cell, cell), bounds{links: 4}, true},
		"too many links":          {workbookParts(cell, cell, cell), bounds{links: 4}, false},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			err := readWithin(t, c.parts, c.bounds)
			if c.fits && err != nil {
				t.Errorf("refused: %v", err)
			}
			if !c.fits {
				refusedAs(t, err, fault.FileTooLarge, "too large")
			}
		})
	}
}

// readWithin reads the first sheet of a workbook within bounds, of which zero
// means the usual one.
func readWithin(t *testing.T, p parts, b bounds) error {
	t.Helper()
	content := zipOf(t, p)
	a, err := openArchive(t.Context(), bytes.NewReader(content), int64(len(content)), unpackLimits{maxUnpacked, freeUnpacked, maxUnpackedEach})
	if err != nil {
		t.Fatal(err)
	}
	for _, bound := range []struct{ usual, small *int }{
		{&a.bounds.texts, &b.texts},
		{&a.bounds.textBytes, &b.textBytes},
		{&a.bounds.merges, &b.merges},
		{&a.bounds.formats, &b.formats},
		{&a.bounds.links, &b.links},
	} {
		if *bound.small > 0 {
			*bound.usual = *bound.small
		}
	}
	book, err := openWorkbook(a)
	if err != nil {
		return err
	}
	in := &input{ctx: t.Context(), progress: func(number.Progress) {}}
	_, err = in.readSheet(book, book.sheets[0])
	return err
}

// TestSheetsThatAreOneAreNotReadWithoutEnd names more sheets than there are
// parts; all of them are the same part.
func TestSheetsThatAreOneAreNotReadWithoutEnd(t *testing.T) {
	t.Parallel()
	p := workbookParts("<sheetData/>")
	p["xl/workbook.xml"] = `<workbook><sheets>` + strings.Repeat(`<sheet name="a" id="r1"/>`, 11) + `</sheets></workbook>`
	refusedAs(t, readWithin(t, p, bounds{links: 10}), fault.FileTooLarge, "too large")
}

func TestArchivesOfManyPartsAreRefused(t *testing.T) {
	t.Parallel()
	for n, fits := range map[int]bool{maxParts: true, maxParts + 1: false} {
		var b bytes.Buffer
		w := zip.NewWriter(&b)
		for i := range n {
			if _, err := w.CreateHeader(&zip.FileHeader{Name: fmt.Sprint(i)}); err != nil {
				t.Fatal(err)
			}
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		_, err := readBytes(t, "list.xlsx", b.Bytes(), number.Layout{})
		if fits {
			refusedAs(t, err, fault.FileUnsupported, ".zip")
		} else {
			refusedAs(t, err, fault.FileTooLarge, "too large", "10,000 parts")
		}
	}
}

// TestTheDirectoryOfAnArchiveIsBounded reads no more of it than it may.
func TestTheDirectoryOfAnArchiveIsBounded(t *testing.T) {
	t.Parallel()
	r := &boundedReader{r: strings.NewReader("12345"), left: 2}
	if n, err := r.ReadAt(make([]byte, 2), 0); n != 2 || err != nil {
		t.Errorf("%d bytes, %v", n, err)
	}
	_, err := r.ReadAt(make([]byte, 1), 0)
	refusedAs(t, err, fault.FileTooLarge, "10,000 parts")
	r.open = true
	if n, err := r.ReadAt(make([]byte, 2), 0); n != 2 || err != nil {
		t.Errorf("%d bytes of an open archive, %v", n, err)
	}
}

func TestASheetKeepsItsLimits(t *testing.T) {
	t.Parallel()
	full := &sheet{cells: maxCells - 1}
	if err := full.addCell(cell{value: "1"}); err != nil {
		t.Errorf("the last cell that fits: %v", err)
	}
	refusedAs(t, full.addCell(cell{value: "1"}), fault.FileTooLarge, "16 million cells")
	if err := full.endRow(row{line: maxRows}); err != nil {
		t.Errorf("the last row: %v", err)
	}
	full.slab = append(full.slab, cell{value: "1"})
	refusedAs(t, full.endRow(row{line: maxRows + 1}), fault.FileTooLarge, "1,048,576 rows")
}

// TestTextsCountForEachCell names one long text, and one long format, many times:
// they cost little to store and much to look at.
func TestTextsCountForEachCell(t *testing.T) {
	t.Parallel()
	value, format := strings.Repeat("1", longText), strings.Repeat("0", longText)
	for name, c := range map[string]struct {
		cell cell
		size int
	}{
		"short text":      {cell{value: "12345", kind: number.CellText, format: 1}, 0},
		"short number":    {cell{value: "12345", kind: number.CellNumber}, 0},
		"long text":       {cell{value: value, kind: number.CellText}, longText},
		"long format":     {cell{value: "12345", kind: number.CellNumber, format: 1}, longText},
		"format not used": {cell{value: "12345", kind: number.CellText, format: 1}, 0},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			fits := &sheet{text: maxLongText - c.size, formats: []string{"", format}}
			if err := fits.addCell(c.cell); err != nil || len(fits.slab) != 1 {
				t.Errorf("the last cell that fits: %v", err)
			}
			if c.size == 0 {
				return
			}
			refusedAs(t, fits.addCell(c.cell), fault.FileTooLarge, "more text")
		})
	}
	blank := &sheet{}
	if err := blank.addCell(cell{value: strings.Repeat(" ", longText), kind: number.CellText}); err != nil || len(blank.slab) > 0 {
		t.Errorf("kept a long text that shows nothing (%v)", err)
	}
}

// TestEmptyRowsCostNothing has many rows with cells that hold nothing, and a number in
// the last one.
func TestEmptyRowsCostNothing(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	b.WriteString(`<sheetData><row r="1"><c r="A1" t="str"><v>Phone</v></c></row>`)
	for line := 2; line < 100_000; line++ {
		fmt.Fprintf(&b, `<row r="%d" s="1" ht="15"><c r="A%d" s="1"/></row>`, line, line)
	}
	fmt.Fprintf(&b, `<row r="%d"><c><v>12125550123</v></c></row></sheetData>`, maxRows)
	content := zipOf(t, workbookParts(b.String()))
	a, err := openArchive(t.Context(), bytes.NewReader(content), int64(len(content)), unpackLimits{maxUnpacked, freeUnpacked, maxUnpackedEach})
	if err != nil {
		t.Fatal(err)
	}
	book, err := openWorkbook(a)
	if err != nil {
		t.Fatal(err)
	}
	s := &sheet{}
	if err := book.readSheet(book.sheets[0], s, func(int) error { return nil }); err != nil {
		t.Fatal(err)
	}
	if len(s.rows) != 2 || cap(s.rows) > 10 || cap(s.slab) > cellSlab || s.rows[1].line != maxRows {
		t.Errorf("%d rows (room for %d), room for %d cells", len(s.rows), cap(s.rows), cap(s.slab))
	}
}

func TestLongXMLIsRefused(t *testing.T) {
	t.Parallel()
	sheetOf := func(cell string) []byte {
		return zipOf(t, workbookParts(`<sheetData><row><c t="inlineStr"><is><t>`+cell+`</t></is></c></row></sheetData>`))
	}
	piece := strings.Repeat("x", maxToken/4)
	for name, content := range map[string][]byte{
		"text":                 sheetOf(strings.Repeat("x", maxToken+1)),
		"text in pieces":       sheetOf(strings.Repeat(piece+"<!-- -->", 5)),
		"literal text":         sheetOf(strings.Repeat("<![CDATA["+piece+"]]>", 5)),
		"text of many runs":    sheetOf("</t><r><t>" + strings.Repeat(piece+"</t></r><r><t>", 5) + "</t></r><t>"),
		"attribute":            sheetOf(`<b a="` + strings.Repeat(">", 2*maxTag) + `"/>`),
		"attribute unfinished": sheetOf(`<b a="` + strings.Repeat("'>", 2*maxTag)),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, err := readBytes(t, "list.xlsx", content, number.Layout{})
			refusedAs(t, err, fault.FileTooLarge, "too large")
		})
	}
	if _, err := readBytes(t, "list.xlsx", sheetOf("<!--"+strings.Repeat("x", maxToken+1)+"-->1"), number.Layout{}); err != nil {
		t.Errorf("a long comment: %v", err)
	}
}

func TestLongNamesAreRefused(t *testing.T) {
	t.Parallel()
	for length, fits := range map[int]bool{maxName: true, maxName + 1: false} {
		p := workbookParts(listData)
		p["xl/workbook.xml"] = strings.Replace(p["xl/workbook.xml"], "Sheet1", strings.Repeat("x", length), 1)
		_, err := readBytes(t, "list.xlsx", zipOf(t, p), number.Layout{})
		if fits && err != nil {
			t.Errorf("a name of %d bytes: %v", length, err)
		}
		if !fits {
			refusedAs(t, err, fault.FileTooLarge, "too large")
		}
	}
}

// TestLongNumbersAreTexts holds back digits that no program can have meant as one
// number, which would take long to work out.
func TestLongNumbersAreTexts(t *testing.T) {
	t.Parallel()
	for length, want := range map[int]bool{maxNumber: true, maxNumber + 1: false} {
		if got := isNumber([]byte(strings.Repeat("1", length))); got != want {
			t.Errorf("%d digits are a number: %v", length, got)
		}
	}
}
