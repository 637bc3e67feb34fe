package xls

import (
	"errors"
	"slices"
	"testing"

	"numberloader/import/sheet"
	"numberloader/internal/fault"
)

// FuzzRead reads any bytes as a workbook, with and without a container: there is
// an answer, never a panic, and what is read keeps within a sheet.
func FuzzRead(f *testing.F) {
	cells := slices.Concat(
		rec(idRow, 1, 0, 1, 255, 0, 0, 0x20, 0), rec(idLabelSST, 0, 0, 0, uint32(0)), rec(idLabelSST, 1, 0, 0, uint32(1)), rec(idNumber, 1, 1, 1, 39.0),
		rec(idMulRK, 2, 0, 1, short(7), 2, short(8), 1), rec(idBoolErr, 3, 0, 0, byte(1), byte(0)),
		rec(idFormula, 4, 0, 0, "\x00\x00\x00\x00\x00\x00\xff\xff\x00\x00\x00\x00\x00\x00"), rec(idString, 3, "\x00+49"), rec(idMergedCells, 1, 0, 1, 0, 0),
	)
	f.Add([]byte(workbook(0x0600, shared97(), cells, nil)))
	f.Add([]byte(workbook(0x0500, rec(idCodePage, 1251), rec(idLabel, 0, 0, 0, 2, "\xd2\xe5"))))
	f.Add(slices.Concat(rec(idBegin2, 2, kindCells), rec(idFormat2, byte(1), "0"), rec(idInteger2, 0, 0, "\x00\x00\x00", 7), rec(idEOF)))
	f.Add([]byte(workbook(0x0500, rec(idFilePass, 0xB359, 0x9A0A))))
	f.Add(oldFormat(f))
	f.Fuzz(func(t *testing.T, content []byte) {
		book, err := openBytes(t, content, "")
		if err != nil {
			checkRefused(t, err)
			return
		}
		for i := range book.Sheets() {
			s, err := book.Read(i)
			if err != nil {
				checkRefused(t, err)
				return
			}
			checkSheet(t, s)
		}
	})
}

// checkRefused checks that a refusal in words is one that a file may have.
func checkRefused(t *testing.T, err error) {
	t.Helper()
	refusals := []fault.Kind{fault.FilePassword, fault.FileUnsupported, fault.FileTooLarge, fault.FileDamaged}
	if f := (*fault.Error)(nil); errors.As(err, &f) && !slices.Contains(refusals, f.Kind) {
		t.Errorf("no proper answer: %v", err)
	}
}

// checkSheet checks that rows are in order and within a sheet.
func checkSheet(t *testing.T, s *sheet.Sheet) {
	t.Helper()
	last := 0
	for _, r := range s.Rows {
		if r.Line <= last || r.Line > maxRows || s.WidthOf(&r) > sheet.MaxColumns {
			t.Errorf("row %d after row %d, %d columns", r.Line, last, s.WidthOf(&r))
		}
		last = r.Line
	}
}
