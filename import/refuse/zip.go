package refuse

import (
	"bytes"
	"strings"
)

// zipParts are the parts of a zip file, by their names in small letters.
type zipParts interface {
	// Has says that there is a part with this name.
	Has(name string) bool
	// HasPrefix says that the name of a part begins so.
	HasPrefix(prefix string) bool
	// Text is the start of a small part, at most 4 KB, or "" if there is none.
	Text(name string) string
}

// ZipKind is what a zip file is.
type ZipKind uint8

// The zip files that are read.
const (
	ZipWorkbook     ZipKind = iota // of Excel
	ZipOpenDocument                // an OpenDocument spreadsheet
)

// Zip tells what a zip file is, and refuses those of other programs.
func Zip(a zipParts) (ZipKind, error) {
	if a.Has("xl/workbook.bin") {
		return 0, BinaryExcel()
	}
	if kind := a.Text("mimetype"); isSpreadsheet(kind) {
		return ZipOpenDocument, nil
	} else if f := byMimeType(kind); f != nil {
		return 0, f.refuse()
	}
	if err := appleZip(a); err != nil {
		return 0, err
	}
	if a.Has("xl/workbook.xml") {
		return ZipWorkbook, nil
	}
	for _, known := range zipFormats {
		if a.HasPrefix(known.prefix) {
			return 0, known.format.refuse()
		}
	}
	if !a.Has("_rels/.rels") {
		return 0, formatFolder.refuse()
	}
	return ZipWorkbook, nil
}

// zipFormats are formats by the name of a part, or by how it begins.
//
//nolint:gochecknoglobals // a constant table, never written
var zipFormats = []struct {
	prefix string
	format *format
}{
	{"word/", &formatWord},
	{"ppt/", &formatPowerPoint},
	{"visio/", &formatVisio},
	{"fixeddocseq.fdseq", &formatXPS},
	{"fixeddocumentsequence.fdseq", &formatXPS},
	{"meta-inf/manifest.mf", &formatJava},
}

const openDocument = "application/vnd.oasis.opendocument."

// isSpreadsheet reports whether the first part of a file names the type of spreadsheets
// or of their templates.
func isSpreadsheet(kind string) bool { return strings.HasPrefix(kind, openDocument+"spreadsheet") }

// byMimeType is the format of files whose first part names their type, nil if it
// names none that is known.
func byMimeType(kind string) *format {
	if kind == "application/epub+zip" {
		return &formatBook
	}
	kind, ok := strings.CutPrefix(kind, openDocument)
	switch {
	case !ok:
		return nil
	case strings.HasPrefix(kind, "text"):
		return &formatText
	case strings.HasPrefix(kind, "presentation"):
		return &formatPresentation
	case strings.HasPrefix(kind, "graphics"):
		return &formatDrawing
	}
	return &formatDocument
}

// appleZip refuses the files of Pages, Keynote and Numbers, which are built
// alike.
func appleZip(a zipParts) error {
	switch {
	case !a.HasPrefix("index/document.iwa") && !a.HasPrefix("index.zip") && !a.Has("index.numbers") && !a.HasPrefix("index/tables/"):
		return nil
	case a.HasPrefix("index/slide"), a.HasPrefix("index/masterslide"), a.HasPrefix("index/templateslide"):
		return formatKeynote.refuse()
	case isPages(a.Text("index/document.iwa")):
		return formatPages.refuse()
	}
	return appleNumbers()
}

// isPages reports whether the first object of a document is of the type of Pages:
// 10000, as a field of a protocol buffer. Those of the others are of type 1.
func isPages(document string) bool {
	const near = 64
	return bytes.Contains([]byte(document[:min(len(document), near)]), []byte("\x08\x90\x4e"))
}
