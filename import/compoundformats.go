package importer

import "encoding/binary"

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

// refuseCompound refuses an OLE2 file that is no workbook by the names of its
// entries.
func refuseCompound(content []byte) error {
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
	return unknownFormat()
}
