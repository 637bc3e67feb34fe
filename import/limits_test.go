package importer

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"

	"numberloader/import/filetest"
	"numberloader/import/sheet"
	"numberloader/internal/fault"
	"numberloader/internal/number"
)

func TestArchivesOfManyPartsAreRefused(t *testing.T) {
	t.Parallel()
	for n, fits := range map[int]bool{sheet.MaxParts: true, sheet.MaxParts + 1: false} {
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
			filetest.Refused(t, err, fault.FileUnsupported, ".zip")
		} else {
			filetest.Refused(t, err, fault.FileTooLarge, "too large", "10,000 parts")
		}
	}
}

// What package parts allows a text, a tag and a name.
const (
	longestText = 16 << 20
	longestTag  = 1 << 20
	longestName = 8192
)

func TestLongXMLIsRefused(t *testing.T) {
	t.Parallel()
	sheetOf := func(cell string) []byte {
		return filetest.Zip(t, filetest.Workbook(`<sheetData><row><c t="inlineStr"><is><t>`+cell+`</t></is></c></row></sheetData>`))
	}
	piece := strings.Repeat("x", longestText/4)
	for name, content := range map[string][]byte{
		"text":                 sheetOf(strings.Repeat("x", longestText+1)),
		"text in pieces":       sheetOf(strings.Repeat(piece+"<!-- -->", 5)),
		"literal text":         sheetOf(strings.Repeat("<![CDATA["+piece+"]]>", 5)),
		"text of many runs":    sheetOf("</t><r><t>" + strings.Repeat(piece+"</t></r><r><t>", 5) + "</t></r><t>"),
		"attribute":            sheetOf(`<b a="` + strings.Repeat(">", 2*longestTag) + `"/>`),
		"attribute unfinished": sheetOf(`<b a="` + strings.Repeat("'>", 2*longestTag)),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, err := readBytes(t, "list.xlsx", content, number.Layout{})
			filetest.Refused(t, err, fault.FileTooLarge, "too large")
		})
	}
	if _, err := readBytes(t, "list.xlsx", sheetOf("<!--"+strings.Repeat("x", longestText+1)+"-->1"), number.Layout{}); err != nil {
		t.Errorf("a long comment: %v", err)
	}
}

func TestLongNamesAreRefused(t *testing.T) {
	t.Parallel()
	for length, fits := range map[int]bool{longestName: true, longestName + 1: false} {
		p := filetest.Workbook(listData)
		p["xl/workbook.xml"] = strings.Replace(p["xl/workbook.xml"], "Sheet1", strings.Repeat("x", length), 1)
		_, err := readBytes(t, "list.xlsx", filetest.Zip(t, p), number.Layout{})
		if fits && err != nil {
			t.Errorf("a name of %d bytes: %v", length, err)
		}
		if !fits {
			filetest.Refused(t, err, fault.FileTooLarge, "too large")
		}
	}
}
