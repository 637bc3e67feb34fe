package xlsx

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"numberloader/import/filetest"
	"numberloader/import/parts"
	"numberloader/import/sheet"
)

// named is a workbook of rows that each name a text of their own.
func named(rows int) filetest.Parts {
	var texts, cells strings.Builder
	for i := range rows {
		fmt.Fprintf(&texts, `<si><t>text %d</t></si>`, i)
		fmt.Fprintf(&cells, `<row r="%d"><c r="A%d" t="s"><v>%d</v></c></row>`, i+1, i+1, i)
	}
	p := filetest.Workbook("<sheetData>" + cells.String() + "</sheetData>")
	p["xl/sharedStrings.xml"] = "<sst>" + texts.String() + "</sst>"
	return p
}

// TestTheFirstRowsDoNotWaitForAllTexts looks how much is unpacked by the time of the
// first look at a long list.
func TestTheFirstRowsDoNotWaitForAllTexts(t *testing.T) {
	t.Parallel()
	const rows = 50_000
	content := filetest.Zip(t, named(rows))
	in := &sheet.Input{Context: t.Context(), Bytes: bytes.NewReader(content), Size: int64(len(content))}
	a, err := parts.Open(in)
	if err != nil {
		t.Fatal(err)
	}
	share := 1.0
	in.Look = func(*sheet.Sheet) { _, share = a.Progress() }
	book, err := Open(in, a)
	if err != nil {
		t.Fatal(err)
	}
	s, err := book.Read(0)
	if err != nil {
		t.Fatal(err)
	}
	if share > 0.2 {
		t.Errorf("%.2f of the file is read at the first look", share)
	}
	if last := s.Rows[len(s.Rows)-1]; len(s.Rows) != rows || s.Text(s.Cell(&last, 0)) != fmt.Sprintf("text %d", rows-1) {
		t.Errorf("%d rows, %+v at the end", len(s.Rows), last)
	}
}

// TestTextsThatNobodyNamesAreReadAllTheSame: a list of which a part is missing is no list.
func TestTextsThatNobodyNamesAreReadAllTheSame(t *testing.T) {
	t.Parallel()
	p := named(3)
	whole := p["xl/sharedStrings.xml"]
	for _, broken := range []string{"</sst>", "</si></sst>", "<si><t>more</t></si>"} {
		p["xl/sharedStrings.xml"] = strings.Replace(whole, "</sst>", "<si><t>not named</t></si>"+broken, 1)
		if err := readWithin(t, p, bounds{}); (err == nil) != (broken == "</sst>") {
			t.Errorf("%s: %v", broken, err)
		}
	}
}
