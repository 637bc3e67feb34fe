package importer

import (
	"encoding/binary"
	"io"
	"path/filepath"
	"testing"
)

// BenchmarkReadOldWorkbook reads as many rows as a sheet of Excel 97 can have.
func BenchmarkReadOldWorkbook(b *testing.B) {
	const rows, columns = 65_535, 10
	path := filepath.Join(b.TempDir(), "list.xls")
	writeFile(b, path, func(w io.Writer) error { return writeOldWorkbook(w, rows, columns) })
	benchReader(b, rows, func() (keptFile, error) { return readWithRead(b, path) })
}

// biff is a stream of records of Excel 97 that is being written.
type biff []byte

// record appends a record with these fields of two bytes, and a text.
func (s *biff) record(id int, text string, fields ...int) {
	*s = binary.LittleEndian.AppendUint16(*s, uint16(id))                      //nolint:gosec // an identifier
	*s = binary.LittleEndian.AppendUint16(*s, uint16(2*len(fields)+len(text))) //nolint:gosec // less than a record can hold
	for _, field := range fields {
		*s = binary.LittleEndian.AppendUint16(*s, uint16(field)) //nolint:gosec // two bytes
	}
	*s = append(*s, text...)
}

// writeOldWorkbook writes a workbook of Excel 97 without its container, whose
// cells name shared texts.
func writeOldWorkbook(w io.Writer, rows, columns int) error {
	const begin, end, place, texts, goesOn, cell, version = 0x0809, 0x000A, 0x0085, 0x00FC, 0x003C, 0x00FD, 0x0600
	known := map[string]int{}
	var shared, cells biff
	for row := range rows + 1 {
		for column, text := range benchRow(row, columns) {
			i, ok := known[text]
			if !ok {
				i = len(known)
				known[text] = i
				shared.record(goesOn, "\x00"+text, len(text))
			}
			cells.record(cell, "", row, column, 0, i&0xFFFF, i>>16)
		}
	}
	var s biff
	s.record(begin, "", version, 0x0005, 0, 0)
	s.record(texts, "", 0, 0, len(known)&0xFFFF, len(known)>>16)
	s = append(s, shared...)
	const sizeOfPlace, sizeOfEnd = 18, 4
	at := len(s) + sizeOfPlace + sizeOfEnd
	s.record(place, "\x06\x00Sheet1", at&0xFFFF, at>>16, 0)
	s.record(end, "")
	s.record(begin, "", version, 0x0010, 0, 0)
	s = append(s, cells...)
	s.record(end, "")
	_, err := w.Write(s)
	return err
}
