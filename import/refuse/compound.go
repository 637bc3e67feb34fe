package refuse

import (
	"bytes"
	"encoding/binary"
	"errors"
	"iter"
)

var errNoRoot = errors.New("the container has no directory")

// CompoundKind is what an OLE2 file is.
type CompoundKind uint8

// The OLE2 files that are read.
const (
	compoundProtected CompoundKind = iota + 1 // a workbook that is protected with a password
	CompoundOldExcel                          // a workbook of Excel 5 to 2003 (.xls)
)

// Compound tells what an OLE2 file of these bytes is, and refuses those of
// other programs.
func Compound(content []byte) (CompoundKind, error) {
	if !hasRoot(content) {
		return 0, Damaged(errNoRoot)
	}
	if f := byClass(content); f != nil {
		return 0, f.refuse()
	}
	switch {
	case hasEntry(content, "EncryptedPackage"):
		return compoundProtected, nil
	case hasEntry(content, "Workbook"), hasEntry(content, "Book"):
		return CompoundOldExcel, nil
	}
	return 0, byEntry(content)
}

// A directory entry of an OLE2 file has 128 bytes and stands at a multiple of
// 128: its name in UTF-16 in 64 bytes, the length of that with a closing zero in
// two, and what it is in one ([MS-CFB], 2.6.1). Looking at all places needs no
// chain of sectors, which can be broken or run in a circle.
const (
	entrySize     = 128
	entryLengthAt = 64
	entryTypeAt   = 66
	entryIsRoot   = 5
)

// entries yields whatever stands where a directory entry may stand.
func entries(content []byte) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		for start := entrySize; start+entrySize <= len(content); start += entrySize {
			if !yield(content[start : start+entrySize]) {
				return
			}
		}
	}
}

// hasRoot reports whether a file has the first entry of a directory. It is known by
// its type: Excel calls it Root Entry, on a Mac just R with a length that leaves
// out the closing zero.
func hasRoot(content []byte) bool {
	for entry := range entries(content) {
		length := int(binary.LittleEndian.Uint16(entry[entryLengthAt:]))
		if entry[entryTypeAt] == entryIsRoot && length >= 2 && length <= entryLengthAt && length%2 == 0 {
			return true
		}
	}
	return false
}

// hasEntry reports whether a file has an entry with this name.
func hasEntry(content []byte, name string) bool {
	field := make([]byte, 0, entryLengthAt)
	for _, b := range []byte(name) {
		field = append(field, b, 0)
	}
	field = append(field, 0, 0)
	for entry := range entries(content) {
		if int(binary.LittleEndian.Uint16(entry[entryLengthAt:])) == len(field) && bytes.HasPrefix(entry, field) {
			return true
		}
	}
	return false
}

// classes are the programs of OLE2 files by the class of the root: a file may
// hold files of other programs, whose entries look the same. Excel's files, and
// protected ones, often have none.
//
//nolint:gochecknoglobals // a constant table, never written
var classes = map[string]*format{
	"\x06\x09\x02\x00" + ofOffice:                                      &formatWord,
	"\x10\x8d\x81\x64\x9b\x4f\xcf\x11\x86\xea\x00\xaa\x00\xb9\x29\xe8": &formatPowerPoint,
	"\x0b\x0d\x02\x00" + ofOffice:                                      &formatOutlook,
	"\x84\x10\x0c\x00" + ofOffice:                                      &formatInstaller,
	"\x13\x1a\x02\x00" + ofOffice:                                      &formatVisio,
	"\x14\x1a\x02\x00" + ofOffice:                                      &formatVisio,
}

// ofOffice is the end of the classes that Microsoft numbered.
const ofOffice = "\x00\x00\x00\x00\xc0\x00\x00\x00\x00\x00\x00\x46"

// byClass is the format of the program that an OLE2 file names as its own; nil
// if it names none or Excel.
func byClass(content []byte) *format {
	const classAt, classEnd = 80, 96
	root := rootEntry(content)
	if root == nil {
		return nil
	}
	return classes[string(root[classAt:classEnd])]
}

// rootEntry is the first entry of the directory by the header ([MS-CFB], 2.2):
// the size of a sector as a power of two, and the number of the first sector of
// the directory. It is nil if that leads nowhere.
func rootEntry(content []byte) []byte {
	const sizeAt, sectorAt, headerSize = 30, 48, 512
	if len(content) < headerSize {
		return nil
	}
	power := binary.LittleEndian.Uint16(content[sizeAt:])
	if power != 9 && power != 12 {
		return nil
	}
	start := (int64(binary.LittleEndian.Uint32(content[sectorAt:])) + 1) << power
	if start+entrySize > int64(len(content)) {
		return nil
	}
	return content[start : start+entrySize]
}

// byEntry refuses an OLE2 file that is no workbook by the names of its entries.
func byEntry(content []byte) error {
	for _, known := range []struct {
		entry  string
		format format
	}{
		{"__properties_version1.0", formatOutlook},
		{"WordDocument", formatWord},
		{"PowerPoint Document", formatPowerPoint},
		{"VisioDocument", formatVisio},
		{"Catalog", formatThumbnails},
	} {
		if hasEntry(content, known.entry) {
			return known.format.refuse()
		}
	}
	return UnknownFormat()
}
