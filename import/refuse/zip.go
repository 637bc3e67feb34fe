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

// Zip refuses zip files that are no Excel workbook.
func Zip(a zipParts) error {
	if a.Has("xl/workbook.bin") {
		return BinaryExcel()
	}
	if err := byMimeType(a.Text("mimetype")); err != nil {
		return err
	}
	if err := appleZip(a); err != nil {
		return err
	}
	if a.Has("xl/workbook.xml") {
		return nil
	}
	for _, known := range zipFormats {
		if a.HasPrefix(known.prefix) {
			return known.format.refuse()
		}
	}
	if !a.Has("_rels/.rels") {
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

// isPages says that the first object of a document is of the type of Pages:
// 10000, as a field of a protocol buffer. Those of the others are of type 1.
func isPages(document string) bool {
	const near = 64
	return bytes.Contains([]byte(document[:min(len(document), near)]), []byte("\x08\x90\x4e"))
}
