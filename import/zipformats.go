package importer

import (
	"bytes"
	"strings"
)

// otherZip refuses zip files that are no Excel workbook.
func otherZip(a *archive) error {
	if a.has("xl/workbook.bin") {
		return binaryExcel()
	}
	if err := byMimeType(a.text("mimetype")); err != nil {
		return err
	}
	if err := appleZip(a); err != nil {
		return err
	}
	if a.has("xl/workbook.xml") {
		return nil
	}
	for _, known := range zipFormats {
		if a.hasPrefix(known.prefix) {
			return known.format.refuse()
		}
	}
	if !a.has("_rels/.rels") {
		return formatFolder.refuse()
	}
	return nil
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

// byMimeType refuses files whose first part names their type: OpenDocument, and
// books.
func byMimeType(kind string) error {
	if kind == "application/epub+zip" {
		return formatBook.refuse()
	}
	kind, ok := strings.CutPrefix(kind, "application/vnd.oasis.opendocument.")
	switch {
	case !ok:
		return nil
	case strings.HasPrefix(kind, "text"):
		return formatText.refuse()
	case strings.HasPrefix(kind, "presentation"):
		return formatPresentation.refuse()
	case strings.HasPrefix(kind, "graphics"):
		return formatDrawing.refuse()
	}
	return openDocument()
}

// appleZip refuses the files of Pages, Keynote and Numbers, which are built
// alike.
func appleZip(a *archive) error {
	switch {
	case !a.hasPrefix("index/document.iwa") && !a.hasPrefix("index.zip") && !a.has("index.numbers") && !a.hasPrefix("index/tables/"):
		return nil
	case a.hasPrefix("index/slide"), a.hasPrefix("index/masterslide"), a.hasPrefix("index/templateslide"):
		return formatKeynote.refuse()
	case isPages(a.text("index/document.iwa")):
		return formatPages.refuse()
	}
	return appleNumbers()
}

// isPages says that the first object of a document is of the type of Pages:
// 10000, as a field of a protocol buffer. Those of the others are of type 1.
func isPages(document string) bool {
	const near = 64
	return bytes.Contains([]byte(document[:min(len(document), near)]), []byte("\x08\x90\x4e"))
}
