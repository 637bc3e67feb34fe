package xlsx

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"numberloader/import/filetest"
	"numberloader/import/parts"
	"numberloader/import/sheet"
	"numberloader/internal/fault"
)

func TestAWorkbookKeepsItsBounds(t *testing.T) {
	t.Parallel()
	const cell = `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>1234567890</t></is></c></row></sheetData>`
	shared := func(texts ...string) filetest.Parts {
		p := filetest.Workbook(cell)
		p["xl/sharedStrings.xml"] = "<sst><si><t>" + strings.Join(texts, "</t></si><si><t>") + "</t></si></sst>"
		return p
	}
	styles := func(content string) filetest.Parts {
		p := filetest.Workbook(cell)
		p["xl/styles.xml"] = "<styleSheet>" + content + "</styleSheet>"
		return p
	}
	cases := map[string]struct {
		Parts  filetest.Parts
		bounds bounds
		fits   bool
	}{
		"texts that fit":          {shared("a", "b"), bounds{texts: 2}, true},
		"a text too many":         {shared("a", "b", "c"), bounds{texts: 2}, false},
		"bytes that fit":          {shared("12345"), bounds{textBytes: 15}, true},
		"bytes that come again":   {shared("12345", "12345"), bounds{textBytes: 15}, true},
		"too many bytes":          {shared("12345", "123456"), bounds{textBytes: 15}, false},
		"too many bytes in cells": {shared("123456"), bounds{textBytes: 15}, false},
		"formats that fit":        {styles(`<numFmts><numFmt numFmtId="1"/><numFmt numFmtId="2"/></numFmts>`), bounds{formats: 2}, true},
		"too many formats":        {styles(`<numFmts><numFmt numFmtId="1"/><numFmt numFmtId="2"/><numFmt numFmtId="3"/></numFmts>`), bounds{formats: 2}, false},
		"too many styles":         {styles(`<cellXfs><xf/><xf/><xf/></cellXfs>`), bounds{formats: 2}, false},
		"sheets that fit":         {filetest.Workbook(cell, cell), bounds{links: 4}, true},
		"too many links":          {filetest.Workbook(cell, cell, cell), bounds{links: 4}, false},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			err := readWithin(t, c.Parts, c.bounds)
			if c.fits && err != nil {
				t.Errorf("refused: %v", err)
			}
			if !c.fits {
				filetest.Refused(t, err, fault.FileTooLarge, "too large")
			}
		})
	}
}

// readWithin reads the first sheet of a workbook within bounds, of which zero
// means the usual one.
func readWithin(t *testing.T, p filetest.Parts, b bounds) error {
	t.Helper()
	content := filetest.Zip(t, p)
	in := &sheet.Input{Context: t.Context(), Bytes: bytes.NewReader(content), Size: int64(len(content))}
	a, err := parts.Open(in)
	if err != nil {
		t.Fatal(err)
	}
	limits := usualBounds()
	for _, bound := range []struct{ usual, small *int }{
		{&limits.texts, &b.texts},
		{&limits.textBytes, &b.textBytes},
		{&limits.formats, &b.formats},
		{&limits.links, &b.links},
	} {
		if *bound.small > 0 {
			*bound.usual = *bound.small
		}
	}
	book, err := openWorkbook(in, a, limits)
	if err != nil {
		return err
	}
	_, err = book.Read(0)
	return err
}

// TestSheetsThatAreOneAreNotReadWithoutEnd names more sheets than there are
// parts; all of them are the same part.
func TestSheetsThatAreOneAreNotReadWithoutEnd(t *testing.T) {
	t.Parallel()
	p := filetest.Workbook("<sheetData/>")
	p["xl/workbook.xml"] = `<workbook><sheets>` + strings.Repeat(`<sheet name="a" id="r1"/>`, 11) + `</sheets></workbook>`
	filetest.Refused(t, readWithin(t, p, bounds{links: 10}), fault.FileTooLarge, "too large")
}

// TestSheetsOfOnePartAreOneSheet names a part thousands of times, which has a list
// that takes a while.
func TestSheetsOfOnePartAreOneSheet(t *testing.T) {
	t.Parallel()
	p := filetest.Workbook("<sheetData/>", "<sheetData/>")
	p["xl/workbook.xml"] = `<workbook><sheets>` + strings.Repeat(`<sheet name="a" id="r1"/>`, 2000) + `<sheet name="b" id="r2"/></sheets></workbook>`
	content := filetest.Zip(t, p)
	in := &sheet.Input{Context: t.Context(), Bytes: bytes.NewReader(content), Size: int64(len(content))}
	a, err := parts.Open(in)
	if err != nil {
		t.Fatal(err)
	}
	book, err := openWorkbook(in, a, usualBounds())
	if err != nil {
		t.Fatal(err)
	}
	if got := book.Sheets(); len(got) != 2 || got[0].Name != "a" || got[1].Name != "b" {
		t.Errorf("got %d sheets: %v", len(got), got[:min(len(got), 3)])
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
	fmt.Fprintf(&b, `<row r="%d"><c><v>12125550123</v></c></row></sheetData>`, sheet.MaxRows)
	content := filetest.Zip(t, filetest.Workbook(b.String()))
	in := &sheet.Input{Context: t.Context(), Bytes: bytes.NewReader(content), Size: int64(len(content))}
	a, err := parts.Open(in)
	if err != nil {
		t.Fatal(err)
	}
	book, err := Open(in, a)
	if err != nil {
		t.Fatal(err)
	}
	s, err := book.Read(0)
	if err != nil {
		t.Fatal(err)
	}
	if len(s.Rows) != 2 || cap(s.Rows) > 10 || s.Rows[1].Line != sheet.MaxRows {
		t.Errorf("%d rows (room for %d)", len(s.Rows), cap(s.Rows))
	}
}

func TestEscapesAreDecoded(t *testing.T) {
	t.Parallel()
	cases := map[string]string{
		"a":                  "a",
		"a_x000D_b":          "a\rb",
		"_x005F_x000D_":      "_x000D_",
		"_xD83D__xDE00_":     "😀",
		"_xD83D_x":           "\uFFFDx",
		"_x00_x0041_":        "_x00A",
		"_xZZZZ_":            "_xZZZZ_",
		"_x0041":             "_x0041",
		"end_x":              "end_x",
		"_x0041__x0042_tail": "ABtail",
	}
	for text, want := range cases {
		if got := unescape(text); got != want {
			t.Errorf("%q became %q, want %q", text, got, want)
		}
	}
}
