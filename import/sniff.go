package importer

import (
	"bytes"
	"unicode/utf8"
)

// content is what a file is by its first bytes.
type content uint8

const (
	contentEmpty content = iota
	contentZip
	contentCompound // OLE2: old Office files, and protected new ones
	contentText
	contentOldExcel // Excel 2 to 4, which had no container
	contentPDF
	contentPicture
	contentRichText
	contentArchive
	contentLockFile // of Excel, "~$" and the name of the workbook
	contentOther
)

// signatures are beginnings of files, with what they mean.
//
//nolint:gochecknoglobals // a constant table, never written
var signatures = []struct {
	start   string
	content content
}{
	{"PK\x03\x04", contentZip},
	{"PK\x05\x06", contentZip},
	{"PK\x07\x08", contentZip},
	{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", contentCompound},
	{"\x09\x00\x04\x00", contentOldExcel},
	{"\x09\x02\x06\x00", contentOldExcel},
	{"\x09\x04\x06\x00", contentOldExcel},
	{"%PDF", contentPDF},
	{"\x89PNG\r\n\x1a\n", contentPicture},
	{"\xff\xd8\xff", contentPicture},
	{"GIF87a", contentPicture},
	{"GIF89a", contentPicture},
	{"II*\x00", contentPicture},
	{"MM\x00*", contentPicture},
	{"{\\rtf", contentRichText},
	{"\x1f\x8b", contentArchive},
	{"7z\xbc\xaf\x27\x1c", contentArchive},
	{"Rar!\x1a\x07", contentArchive},
	{"\xff\xfe\x00\x00", contentOther}, // UTF-32
	{"\x00\x00\xfe\xff", contentOther},
}

// sniff tells by its first bytes what a file is. Text is only a guess here: the
// text reader looks at all of it.
func sniff(start []byte) content {
	if len(start) == 0 {
		return contentEmpty
	}
	for _, s := range signatures {
		if bytes.HasPrefix(start, []byte(s.start)) {
			return s.content
		}
	}
	if isLockFile(start) {
		return contentLockFile
	}
	return contentText
}

// isLockFile recognizes the owner file of Office: 165 bytes, the length of the
// user's name, the name in 54 bytes, and the same again in UTF-16.
func isLockFile(start []byte) bool {
	const size, second = 165, 55
	return len(start) == size && start[0] > 0 && start[0] < second && start[second] == start[0] && start[second+1] == 0
}

// isBinary says that bytes which are not UTF-16 are no text: they are not valid
// UTF-8, and hold zeros or over 1% control characters (docs/number-rules.md, 5.1).
func isBinary(content []byte) bool {
	if utf8.Valid(content) {
		return false
	}
	controls := 0
	for _, b := range content {
		if b == 0 {
			return true
		}
		if b < ' ' && b != '\t' && b != '\n' && b != '\r' || b == 0x7f {
			controls++
		}
	}
	return controls*100 > len(content)
}

// markup is what a text is that is no list.
type markup uint8

const (
	markupNone markup = iota
	markupHTML
	markupOther // Excel 2003 XML and other XML, SYLK, rich text
)

// markupOf tells by its first characters whether a text is a web page, XML or
// SYLK (docs/number-rules.md, 5.1).
func markupOf(text string) markup {
	start := bytes.ToLower([]byte(text[:min(len(text), 4096)]))
	if bytes.HasPrefix(start, []byte("id;p")) || bytes.HasPrefix(start, []byte("{\\rtf")) {
		return markupOther
	}
	start = skipPrologue(start)
	for _, tag := range []string{"!doctype html", "html", "head", "body", "meta", "title", "style", "script", "table", "div", "center", "font", "p"} {
		if rest, ok := bytes.CutPrefix(start, []byte("<"+tag)); ok && (len(rest) == 0 || bytes.IndexByte([]byte(" >\t\r\n/"), rest[0]) >= 0) {
			return markupHTML
		}
	}
	if bytes.HasPrefix(bytes.TrimSpace([]byte(text[:min(len(text), 256)])), []byte("<?xml")) {
		return markupOther
	}
	return markupNone
}

// skipPrologue cuts blanks, the XML declaration and comments off the start.
func skipPrologue(start []byte) []byte {
	for {
		start = bytes.TrimSpace(start)
		closing := ""
		switch {
		case bytes.HasPrefix(start, []byte("<?xml")):
			closing = "?>"
		case bytes.HasPrefix(start, []byte("<!--")):
			closing = "-->"
		}
		_, rest, found := bytes.Cut(start, []byte(closing))
		if closing == "" || !found {
			return start
		}
		start = rest
	}
}
