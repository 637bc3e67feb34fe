package importer

import (
	"errors"
	"os"
	"path/filepath"
	"runtime/metrics"
	"strings"
	"testing"
	"time"

	"numberloader/internal/fault"
	"numberloader/internal/number"
)

// What one input may cost. What is allocated in all is a bound for the heap that
// does not depend on when the garbage collector runs.
const (
	fuzzTime   = 5 * time.Second
	fuzzMemory = 1 << 30
)

// bounded does work, and says if it costs too much.
func bounded(t *testing.T, work func()) {
	t.Helper()
	sample := []metrics.Sample{{Name: "/gc/heap/allocs:bytes"}}
	allocated := func() uint64 {
		metrics.Read(sample)
		return sample[0].Value.Uint64()
	}
	begin, before := time.Now(), allocated()
	work()
	if took := time.Since(begin); took > fuzzTime {
		t.Errorf("it takes %v", took)
	}
	if bytes := allocated() - before; bytes > fuzzMemory {
		t.Errorf("it takes %d MB", bytes>>20)
	}
}

// FuzzReadText reads any bytes as a file: there is an answer, and never a panic.
func FuzzReadText(f *testing.F) {
	for _, text := range []string{"Phone number,Type\n+12125550123,DID\n", "sep=;\r\"a;\"\"b\";c\r", "\xff\xfe1\x00,\x002\x00", "a\tb\n\"c", "PK\x03\x04"} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, content []byte) { checkAnswer(t, content) })
}

// FuzzReadArchive reads any bytes as a workbook, from whole ones on.
func FuzzReadArchive(f *testing.F) {
	p := workbookParts(listData)
	p["xl/sharedStrings.xml"] = `<sst><si><t>Phone_x000D_</t></si></sst>`
	f.Add(zipOf(f, p))
	f.Add(asZip64(zipOf(f, workbookParts(listData, ""))))
	f.Add(directory("Root Entry", "EncryptedPackage", "EncryptionInfo"))
	f.Fuzz(func(t *testing.T, content []byte) { checkAnswer(t, content) })
}

// FuzzReadWorkbook reads any XML as the parts of a workbook.
func FuzzReadWorkbook(f *testing.F) {
	const texts, styles = `<si><t>Phone</t></si><si><r><t>a</t></r><rPh/></si>`, `<numFmts><numFmt numFmtId="164" formatCode="0"/></numFmts><cellXfs><xf numFmtId="164"/></cellXfs>`
	f.Add(`<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Phone</t></is></c></row><row r="2" hidden="1"><c r="A2"><v>12125550123</v></c></row></sheetData><mergeCells><mergeCell ref="A2:B3"/></mergeCells>`, texts, styles)
	f.Add(`<sheetData><row><c t="str"><f>1</f><v/></c><c t="d"><v>2026-01-01</v></c><c t="e"><v>#N/A</v></c></row></sheetData>`, texts, styles)
	f.Add(`<sheetData><row><c t="s"><v>0</v></c></row><row><c s="0"><v>12125550123</v></c></row></sheetData>`, texts, styles)
	f.Fuzz(func(t *testing.T, sheet, texts, styles string) {
		p := workbookParts(sheet)
		p["xl/sharedStrings.xml"] = "<sst>" + texts + "</sst>"
		p["xl/styles.xml"] = "<styleSheet>" + styles + "</styleSheet>"
		checkAnswer(t, zipOf(t, p))
	})
}

// FuzzScanner holds the scanner against encoding/xml: what it accepts must be
// read the same there.
func FuzzScanner(f *testing.F) {
	for _, text := range []string{`<a b="1">x<c/>&lt;</a>`, "<x:a>\r\n<![CDATA[y]]></x:a>", `<a><!-- b --></a>`, `<a b='&quot;'/>`} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var got string
		var err error
		bounded(t, func() { got, err = eventsOf(strings.NewReader(text)) })
		if err != nil {
			return
		}
		want, err := standardEventsOf(text)
		if err != nil {
			t.Skip("encoding/xml is stricter here")
		}
		if got != want {
			t.Errorf("%q: got %s, want %s", text, got, want)
		}
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
	in := &input{ctx: t.Context(), file: file, progress: func(number.Progress) {}}
	return in.readAndCheck()
}

// checkAnswer reads content: there is a table with its rows in order, or an error
// in words for a person.
func checkAnswer(t *testing.T, content []byte) {
	t.Helper()
	var table *number.Table
	var err error
	bounded(t, func() { table, err = readHere(t, content) })
	if err != nil {
		if fault.KindOf(err) == fault.Internal || errors.Is(err, errPanic) {
			t.Errorf("no proper answer: %v %s", err, fault.Explain(err).Details)
		}
		return
	}
	last := 0
	for _, r := range table.Records {
		if r.Line < last || r.Line > maxRows {
			t.Errorf("row %d after row %d", r.Line, last)
		}
		last = r.Line
	}
}
