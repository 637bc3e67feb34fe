package xls

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"numberloader/import/sheet"
	"numberloader/internal/number"
)

// rec is a record. Its fields are numbers of the size of their type, texts as
// they are, and floats.
func rec(id uint16, all ...any) []byte {
	var data []byte
	for _, field := range all {
		switch v := field.(type) {
		case []byte:
			data = append(data, v...)
		case string:
			data = append(data, v...)
		case byte:
			data = append(data, v)
		case int: // most fields
			data = binary.LittleEndian.AppendUint16(data, uint16(v)) //nolint:gosec // tests keep to two bytes
		case uint32:
			data = binary.LittleEndian.AppendUint32(data, v)
		case float64:
			data = binary.LittleEndian.AppendUint64(data, math.Float64bits(v))
		default:
			panic(fmt.Sprintf("a field of type %T", field))
		}
	}
	head := binary.LittleEndian.AppendUint16(nil, id)
	return append(binary.LittleEndian.AppendUint16(head, uint16(len(data))), data...) //nolint:gosec // tests keep to two bytes
}

// begin begins a list of records of Excel 97 (0x0600) or 5 (0x0500).
func begin(version, kind int) []byte { return rec(idBegin5, version, kind, 0, 0) }

// wide is a text of two bytes a character, without its flags.
func wide(text string) []byte {
	var b []byte
	for _, unit := range utf16.Encode([]rune(text)) {
		b = binary.LittleEndian.AppendUint16(b, unit)
	}
	return b
}

// workbook is a stream with what the sheets share and, behind it, the sheets: of
// each the cells.
func workbook(version int, shared []byte, sheets ...[]byte) stream {
	const kindGlobals, sizeOfPlace = 0x0005, 4
	flags := ""
	if version == 0x0600 {
		flags = "\x00"
	}
	var places, ends []byte
	var holes []int
	head := append(begin(version, kindGlobals), shared...)
	for i, cells := range sheets {
		holes = append(holes, len(head)+len(places)+headerSize)
		places = append(places, rec(idBoundSheet, uint32(0), byte(0), byte(0), byte(6), flags+"Sheet"+string(rune('1'+i)))...)
		ends = append(ends, begin(version, kindCells)...)
		ends = append(append(ends, cells...), rec(idEOF)...)
	}
	whole := slices.Concat(head, places, rec(idEOF))
	at := len(whole)
	whole = append(whole, ends...)
	for i, cells := range sheets {
		binary.LittleEndian.PutUint32(whole[holes[i]:], uint32(at)) //nolint:gosec // small
		at += sizeOfPlace + 8 + len(cells) + headerSize
	}
	return whole
}

// openBytes opens a file with this content.
func openBytes(tb testing.TB, content []byte, password string) (sheet.Book, error) {
	tb.Helper()
	return Open(&sheet.Input{Context: tb.Context(), Password: password}, bytes.Clone(content))
}

// readBytes reads all sheets of a file with this content.
func readBytes(tb testing.TB, content []byte, password string) ([]*sheet.Sheet, error) {
	tb.Helper()
	book, err := openBytes(tb, content, password)
	if err != nil {
		return nil, err
	}
	var all []*sheet.Sheet
	for i := range book.Sheets() {
		s, err := book.Read(i)
		if err != nil {
			return nil, err
		}
		all = append(all, s)
	}
	return all, nil
}

// cellsOf are the cells of a sheet, one line each: address, type, value and
// format.
func cellsOf(s *sheet.Sheet) string {
	var lines []string
	for _, r := range s.Rows {
		for cell := range s.Cells(&r) {
			c := s.Value(cell)
			line := fmt.Sprintf("%c%d %s %s", 'A'+rune(cell.Column), r.Line, kindOf(c.Type), c.Value)
			if c.Formula {
				line += " formula"
			}
			if c.Format != "" {
				line += " " + c.Format
			}
			if r.Hidden {
				line += " hidden"
			}
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}

// firstSheet are the cells of the first sheet of a file with this content.
func firstSheet(t *testing.T, content []byte) string {
	t.Helper()
	all, err := readBytes(t, content, "")
	if err != nil {
		t.Fatalf("refused: %v", err)
	}
	if len(all) == 0 {
		t.Fatal(errors.New("no sheets"))
	}
	return cellsOf(all[0])
}

func kindOf(t number.CellType) string {
	return map[number.CellType]string{
		number.CellEmpty: "empty", number.CellText: "text", number.CellNumber: "number", number.CellBool: "bool", number.CellError: "error",
	}[t]
}
