package refuse

import (
	"bytes"
	"slices"
)

// Content is what a file is by its first bytes.
type Content uint8

// What a file can be. The beginning of a text is only a guess.
const (
	ContentEmpty Content = iota
	ContentZip
	ContentCompound // OLE2: old Office files, and protected new ones
	ContentOldExcel // a workbook of Excel 2 to 5 without a container
	ContentText
	ContentFlatDocument // an OpenDocument spreadsheet in one XML file
	ContentRefused      // with an error that says what it is
)

// signatures are beginnings of the files that are looked into.
//
//nolint:gochecknoglobals // a constant table, never written
var signatures = []struct {
	start   string
	Content Content
}{
	{"PK\x03\x04", ContentZip},
	{"PK\x05\x06", ContentZip},
	{"PK\x07\x08", ContentZip},
	{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ContentCompound},
}

// refusals are beginnings of files of other programs, by the place where they
// stand. None of them is the beginning of a text that anybody writes.
//
//nolint:gochecknoglobals // a constant table, never written
var refusals = []struct {
	at     int
	start  string
	format *format
}{
	{0, "\x89PNG\r\n\x1a\n", &formatPicture},
	{0, "\xff\xd8\xff", &formatPicture},
	{0, "GIF87a", &formatPicture},
	{0, "GIF89a", &formatPicture},
	{0, "II*\x00", &formatPicture},
	{0, "MM\x00*", &formatPicture},
	{0, "\x00\x00\x01\x00", &formatPicture}, // ICO
	{8, "WEBPVP8", &formatPicture},
	{8, "AVI LIST", &formatVideo},
	{8, "WAVEfmt ", &formatSound},
	{0, "\x1a\x45\xdf\xa3", &formatVideo}, // Matroska, WebM
	{0, "{\\rtf", &formatRichText},
	{0, "\x1f\x8b", &formatCompressed},             // gzip
	{0, "\x1f\x9d", &formatCompressed},             // compress
	{0, "7z\xbc\xaf\x27\x1c", &formatCompressed},   // 7z
	{0, "Rar!\x1a\x07", &formatCompressed},         // RAR
	{0, "\x28\xb5\x2f\xfd", &formatCompressed},     // Zstandard
	{0, "\xfd7zXZ\x00", &formatCompressed},         // xz
	{4, "1AY&SY", &formatCompressed},               // bzip2, behind "BZh" and a digit
	{0, "MSCF\x00\x00\x00\x00", &formatCompressed}, // cabinet
	{257, "ustar\x00", &formatCompressed},          // tar
	{257, "ustar  \x00", &formatCompressed},        // tar of GNU
	{0, "SQLite format 3\x00", &formatDatabase},
	{4, "Standard Jet DB\x00", &formatAccess},
	{4, "Standard ACE DB\x00", &formatAccess},
	{0, "%!PS-Adobe", &formatPostScript},
	{0, "\xc5\xd0\xd3\xc6", &formatPostScript}, // EPS with a preview
	{0, "\xe4\x52\x5c\x7b\x8c\xd8\xa7\x4d\xae\xb1\x53\x78\xd0\x29\x96\xd3", &formatOneNote},
	{0, "\x4c\x00\x00\x00\x01\x14\x02\x00", &formatShortcut},
	{0, "\x00\x05\x16\x07", &formatMacHelper},
	{0, "\xff\xfe\x00\x00", &formatUTF32},
	{0, "\x00\x00\xfe\xff", &formatUTF32},
}

// Sniff tells by its first bytes what a file is, and refuses those of other
// programs. Text is only a guess here: the text reader looks at all of it.
func Sniff(start []byte) (Content, error) {
	if len(start) == 0 {
		return ContentEmpty, nil
	}
	for _, s := range signatures {
		if bytes.HasPrefix(start, []byte(s.start)) {
			return s.Content, nil
		}
	}
	if isOldExcel(start) {
		return ContentOldExcel, nil
	}
	if err := refuseBinary(start); err != nil {
		return ContentRefused, err
	}
	if isFlatDocument(start) {
		return ContentFlatDocument, nil
	}
	return ContentText, nil
}

// isFlatDocument reports whether a file begins as an OpenDocument spreadsheet does that
// is one XML file: with a root that names its type. In UTF-16 there is a zero
// beside each sign.
func isFlatDocument(start []byte) bool {
	plain := skipPrologue(bytes.ToLower(skipBlanks(bytes.ReplaceAll(start, []byte{0}, nil))))
	root, _, _ := bytes.Cut(plain, []byte(">"))
	name, attrs, _ := bytes.Cut(root, []byte(" "))
	return bytes.HasSuffix(name, []byte(":document")) && bytes.Contains(attrs, []byte("opendocument.spreadsheet"))
}

// refuseBinary refuses a file whose beginning is that of another program's.
func refuseBinary(start []byte) error {
	for _, r := range refusals {
		if len(start) > r.at && bytes.HasPrefix(start[r.at:], []byte(r.start)) {
			return r.format.refuse()
		}
	}
	switch {
	case isLockFile(start):
		return lockFile()
	case isBitmap(start):
		return formatPicture.refuse()
	case bytes.HasPrefix(skipBlanks(start), []byte("%PDF-")):
		return formatPDF.refuse()
	}
	return refuseMedia(start)
}

// isOldExcel recognizes Excel 2 to 4, which had no container, and later workbooks
// that were taken out of it: they begin with a record of at most 16 bytes.
func isOldExcel(start []byte) bool {
	return len(start) > 3 && start[0] == 9 && slices.Contains([]byte{0, 2, 4, 8}, start[1]) && slices.Contains([]byte{4, 6, 8, 16}, start[2]) && start[3] == 0
}

// skipBlanks cuts a byte order mark and blanks off the start.
func skipBlanks(start []byte) []byte {
	return bytes.TrimLeft(bytes.TrimPrefix(start, []byte("\xef\xbb\xbf")), " \t\r\n\x00")
}

// isBitmap recognizes a BMP file: "BM", its size in four bytes, and four zeros.
func isBitmap(start []byte) bool {
	const zeros, offset = 6, 10
	return len(start) > offset && string(start[:2]) == "BM" && string(start[zeros:offset]) == "\x00\x00\x00\x00"
}

// refuseMedia refuses the family of MP4: the size of the first box in four
// bytes, "ftyp" and a brand (ISO/IEC 14496-12, 4.3).
func refuseMedia(start []byte) error {
	const brandAt, brandEnd = 8, 12
	if len(start) < brandEnd || start[0] != 0 || string(start[4:brandAt]) != "ftyp" {
		return nil
	}
	switch string(start[brandAt:brandEnd]) {
	case "heic", "heix", "heim", "heis", "hevc", "mif1", "msf1", "avif", "avis":
		return formatPicture.refuse()
	case "M4A ", "M4B ":
		return formatSound.refuse()
	}
	return formatVideo.refuse()
}

// isLockFile recognizes the owner file of Office: 165 bytes, the length of the
// user's name, the name in 54 bytes, and the same again in UTF-16.
func isLockFile(start []byte) bool {
	const size, second = 165, 55
	return len(start) == size && start[0] > 0 && start[0] < second && start[second] == start[0] && start[second+1] == 0
}
