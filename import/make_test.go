package importer

import (
	"archive/zip"
	"bytes"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"numberloader/internal/number"
)

// parts are the contents of a zip file by name.
type parts map[string]string

const (
	relsType  = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	mainSpace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
)

// workbookParts are the parts of a workbook whose sheets have these contents.
func workbookParts(sheets ...string) parts {
	p := parts{
		"_rels/.rels": `<Relationships><Relationship Id="r1" Type="` + relsType + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
	}
	names, links := "", ""
	for i, content := range sheets {
		n := string(rune('1' + i))
		names += `<sheet name="Sheet` + n + `" sheetId="` + n + `" r:id="r` + n + `"/>`
		links += `<Relationship Id="r` + n + `" Type="` + relsType + `/worksheet" Target="worksheets/sheet` + n + `.xml"/>`
		p["xl/worksheets/sheet"+n+".xml"] = `<worksheet xmlns="` + mainSpace + `">` + content + `</worksheet>`
	}
	links += `<Relationship Id="s" Type="` + relsType + `/styles" Target="styles.xml"/>`
	links += `<Relationship Id="t" Type="` + relsType + `/sharedStrings" Target="/xl/sharedStrings.xml"/>`
	p["xl/workbook.xml"] = `<workbook xmlns:r="` + relsType + `"><sheets>` + names + `</sheets></workbook>`
	p["xl/_rels/workbook.xml.rels"] = `<Relationships>` + links + `</Relationships>`
	return p
}

func zipOf(tb testing.TB, p parts) []byte {
	tb.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, name := range slices.Sorted(maps.Keys(p)) {
		part, err := w.Create(name)
		if err != nil {
			tb.Fatal(err)
		}
		if _, err := part.Write([]byte(p[name])); err != nil {
			tb.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

// readBytes reads content as a file with this name.
func readBytes(tb testing.TB, name string, content []byte, layout number.Layout) (*number.Table, error) {
	tb.Helper()
	path := filepath.Join(tb.TempDir(), name)
	if err := os.WriteFile(path, content, 0o600); err != nil {
		tb.Fatal(err)
	}
	return Read(tb.Context(), path, layout, nil)
}

// mustRead reads content that is fine.
func mustRead(tb testing.TB, name string, content []byte, layout number.Layout) *number.Table {
	tb.Helper()
	table, err := readBytes(tb, name, content, layout)
	if err != nil {
		tb.Fatalf("Read: %v", err)
	}
	return table
}
