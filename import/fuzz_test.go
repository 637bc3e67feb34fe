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
	"numberloader/internal/phrase"
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

// FuzzReadDocument reads any XML as the styles and the tables of an OpenDocument
// spreadsheet.
func FuzzReadDocument(f *testing.F) {
	const styles = `<number:number-style style:name="N1"><number:text>+</number:text><number:number number:decimal-places="0" number:min-integer-digits="9"><number:embedded-text number:position="3"> </number:embedded-text></number:number><style:map style:condition="value()&gt;=0" style:apply-style-name="N1"/></number:number-style>` +
		`<style:style style:name="a" style:family="table-cell" style:data-style-name="N1"/><style:style style:name="b" style:family="table" ><style:table-properties table:display="false"/></style:style>`
	f.Add(styles, `<table:table table:name="A"><table:table-column table:number-columns-repeated="2" table:default-cell-style-name="a"/><table:table-row table:number-rows-repeated="3" table:visibility="filter"><table:table-cell office:value-type="float" office:value="12125550123"/><table:table-cell table:number-columns-repeated="9"/></table:table-row></table:table>`)
	f.Add(styles, `<table:table table:name="B" table:style-name="b"><table:table-row-group table:display="false"><table:table-row><table:table-cell table:number-rows-spanned="2" office:value-type="string"><text:p>Phone<text:s text:c="2"/><text:tab/></text:p><text:p/></table:table-cell></table:table-row><table:table-row><table:covered-table-cell/></table:table-row></table:table-row-group></table:table>`)
	f.Add("", `<table:table><table:table-row><table:table-cell table:formula="of:=1" office:value-type="string" calcext:value-type="error"/><table:table-cell office:value-type="date" office:date-value="2026-08-01T10:00:00"/><table:table-cell office:value-type="time" office:time-value="PT1H"/><table:table-cell office:value-type="boolean" office:boolean-value="true"/></table:table-row></table:table>`)
	f.Fuzz(func(t *testing.T, styles, tables string) {
		checkAnswer(t, []byte(`<office:document office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:automatic-styles>`+styles+
			`</office:automatic-styles><office:body><office:spreadsheet>`+tables+`</office:spreadsheet></office:body></office:document>`))
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
			t.Errorf("no proper answer: %v %s", err, phrase.Explain(err).Details)
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
