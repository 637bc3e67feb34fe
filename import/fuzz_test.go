package importer

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"numberloader/import/filetest"
	"numberloader/import/sheet"
	"numberloader/internal/fault"
	"numberloader/internal/number"
)

// FuzzReadText reads any bytes as a file: there is an answer, and never a panic.
func FuzzReadText(f *testing.F) {
	for _, text := range []string{"Phone number,Type\n+12125550123,DID\n", "sep=;\r\"a;\"\"b\";c\r", "\xff\xfe1\x00,\x002\x00", "a\tb\n\"c", "PK\x03\x04"} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, content []byte) { checkAnswer(t, content) })
}

// FuzzReadArchive reads any bytes as a workbook, from whole ones on.
func FuzzReadArchive(f *testing.F) {
	p := filetest.Workbook(listData)
	p["xl/sharedStrings.xml"] = `<sst><si><t>Phone_x000D_</t></si></sst>`
	f.Add(filetest.Zip(f, p))
	f.Add(asZip64(filetest.Zip(f, filetest.Workbook(listData, ""))))
	f.Add(filetest.Directory("Root Entry", "EncryptedPackage", "EncryptionInfo"))
	f.Fuzz(func(t *testing.T, content []byte) { checkAnswer(t, content) })
}

// FuzzReadWorkbook reads any XML as the parts of a workbook.
func FuzzReadWorkbook(f *testing.F) {
	const texts, styles = `<si><t>Phone</t></si><si><r><t>a</t></r><rPh/></si>`, `<numFmts><numFmt numFmtId="164" formatCode="0"/></numFmts><cellXfs><xf numFmtId="164"/></cellXfs>`
	f.Add(`<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Phone</t></is></c></row><row r="2" hidden="1"><c r="A2"><v>12125550123</v></c></row></sheetData><mergeCells><mergeCell ref="A2:B3"/></mergeCells>`, texts, styles)
	f.Add(`<sheetData><row><c t="str"><f>1</f><v/></c><c t="d"><v>2026-01-01</v></c><c t="e"><v>#N/A</v></c></row></sheetData>`, texts, styles)
	f.Add(`<sheetData><row><c t="s"><v>0</v></c></row><row><c s="0"><v>12125550123</v></c></row></sheetData>`, texts, styles)
	f.Fuzz(func(t *testing.T, sheet, texts, styles string) {
		p := filetest.Workbook(sheet)
		p["xl/sharedStrings.xml"] = "<sst>" + texts + "</sst>"
		p["xl/styles.xml"] = "<styleSheet>" + styles + "</styleSheet>"
		checkAnswer(t, filetest.Zip(t, p))
	})
}

// readHere reads content without a goroutine of its own, which would make what
// the fuzzer sees of the same input differ each time.
func readHere(t *testing.T, content []byte) (table *number.Table, err error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "list")
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	file, err := open(path)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, file.close()) }()
	return newSearch(t.Context(), file, number.Layout{}, func(number.Progress) {}).readAndCheck()
}

// checkAnswer reads content: there is a table with its rows in order, or an error
// in words for a person.
func checkAnswer(t *testing.T, content []byte) {
	t.Helper()
	var table *number.Table
	var err error
	filetest.Bounded(t, func() { table, err = readHere(t, content) })
	if err != nil {
		if fault.KindOf(err) == fault.Internal || errors.Is(err, sheet.ErrPanic) {
			t.Errorf("no proper answer: %v %s", err, fault.Explain(err).Details)
		}
		return
	}
	last := 0
	for _, r := range table.Records {
		if r.Line < last || r.Line > sheet.MaxRows {
			t.Errorf("row %d after row %d", r.Line, last)
		}
		last = r.Line
	}
}
