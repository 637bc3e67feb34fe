package xls

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"numberloader/import/sheet"
	"numberloader/internal/fault"
	"numberloader/internal/number"
)

// plainText is a text cell of Excel 97.
func plainText(row, column int, text string) []byte {
	return rec(idLabel, row, column, 0, len(text), "\x00"+text)
}

func TestRowsComeInOrderHoweverTheyAreWritten(t *testing.T) {
	t.Parallel()
	cells := slices.Concat(
		plainText(1, 0, "a2"), plainText(0, 1, "b1"), plainText(1, 1, "b2"), plainText(0, 0, "a1"), plainText(1, 0, "again"),
		rec(0x0201, 0, 5, 0), rec(0x00BE, 3, 0, 0, 0, 1), // blank ones are none
	)
	want := "A1 text a1\nB1 text b1\nA2 text again\nB2 text b2"
	if got := firstSheet(t, workbook(0x0600, nil, cells)); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestHiddenRowsAndMergedCellsAreKnown(t *testing.T) {
	t.Parallel()
	const hidden, byHand, usualHeight = 0x20, 0x40, 0x8000
	row := func(row, height, flags int) []byte { return rec(idRow, row, 0, 1, height, 0, 0, flags, 0) }
	cells := slices.Concat(
		row(0, 255, 0), row(1, 255, hidden), row(2, 0, byHand), row(3, usualHeight, byHand), row(4, 0, 0),
		plainText(0, 0, "a"), plainText(1, 0, "b"), plainText(2, 0, "c"), plainText(3, 0, "d"), plainText(4, 0, "e"),
		rec(idMergedCells, 2, 1, 3, 0, 1, 0, 0, 2, 5),
	)
	all, err := readBytes(t, workbook(0x0600, nil, cells), "")
	if err != nil {
		t.Fatal(err)
	}
	if got, want := cellsOf(all[0]), "A1 text a\nA2 text b hidden\nA3 text c hidden\nA4 text d\nA5 text e"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	merges := []sheet.Span{{FirstLine: 1, LastLine: 1, FirstColumn: 2, LastColumn: 5}, {FirstLine: 2, LastLine: 4, FirstColumn: 0, LastColumn: 1}}
	if diff := cmp.Diff(merges, all[0].Merges); diff != "" {
		t.Error(diff)
	}
}

func TestHiddenColumnsAreKnown(t *testing.T) {
	t.Parallel()
	const usual, hidden = 2304, 1
	columns := func(first, last, width, flags int) []byte {
		return rec(idColumns, first, last, width, 15, flags, 0)
	}
	widths := func(first, last byte, width int) []byte { return rec(idWidths2, first, last, width) }
	for name, c := range map[string]struct {
		records []byte
		want    string
	}{
		"by hand":        {slices.Concat(columns(0, 0, usual, 0), columns(1, 2, usual, hidden), columns(3, 3, usual, 0x1000)), "0110"},
		"without width":  {columns(2, 2, 0, 0), "0010"},
		"to the last":    {columns(1, 256, usual, hidden), "0111"},
		"of Excel 2":     {slices.Concat(widths(0, 1, 0), widths(2, 3, usual)), "1100"},
		"turned around":  {columns(3, 1, usual, hidden), "0000"},
		"behind the end": {columns(0xFFFE, 0xFFFF, usual, hidden), "0000"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			all, err := readBytes(t, workbook(0x0600, nil, append(c.records, plainText(0, 0, "a")...)), "")
			if err != nil {
				t.Fatal(err)
			}
			got := ""
			for column := range c.want {
				got += map[bool]string{false: "0", true: "1"}[all[0].HidesColumn(column)]
			}
			if got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

func TestSheetsOfCellsAreListed(t *testing.T) {
	t.Parallel()
	const sheetOfCells, macros, chart = 0, 1, 2
	place := func(state, kind byte, name string) []byte {
		return rec(idBoundSheet, uint32(0), state, kind, byte(len(name)), "\x00"+name) //nolint:gosec // a short name
	}
	shared := slices.Concat(place(0, sheetOfCells, "Open"), place(0, chart, "Chart"), place(1, sheetOfCells, "Hidden"), place(0, macros, "Macro"), place(2, sheetOfCells, "Deep"))
	book, err := openBytes(t, slices.Concat(begin(0x0600, 5), shared, rec(idEOF)), "")
	if err != nil {
		t.Fatal(err)
	}
	want := []sheet.Info{{Sheet: number.Sheet{Name: "Open"}}, {Sheet: number.Sheet{Name: "Hidden", Hidden: true}}, {Sheet: number.Sheet{Name: "Deep", Hidden: true}}}
	if diff := cmp.Diff(want, book.Sheets()); diff != "" {
		t.Error(diff)
	}
}

func TestChartsInASheetArePassedOver(t *testing.T) {
	t.Parallel()
	cells := slices.Concat(plainText(0, 0, "a"), begin(0x0600, 0x20), plainText(5, 5, "label"), rec(idEOF), plainText(1, 0, "b"))
	if got := firstSheet(t, workbook(0x0600, nil, cells)); got != "A1 text a\nA2 text b" {
		t.Errorf("got %q", got)
	}
}

// TestASheetWithoutAListOfSheets reads what Excel 2 to 4 wrote, by hand.
func TestASheetWithoutAListOfSheets(t *testing.T) {
	t.Parallel()
	plus, date := rec(idFormat2, byte(4), `"+"0`), rec(idFormat2, byte(8), "dd.mm.yy")
	general := rec(idFormat2, byte(7), "General")
	for name, c := range map[string]struct{ content, want string }{
		"Excel 2": {
			string(slices.Concat(
				rec(idBegin2, 2, kindCells), general, plus, date, rec(idXF2, byte(0), byte(0), byte(1)),
				rec(idRow2, 1, 0, 3, 0, 0), rec(idRow2, 2, 0, 3, 0x8000, 0),
				rec(idLabel2, 0, 0, "\x00\x00\x00", byte(5), "Phone"), rec(idInteger2, 1, 0, "\x3f\xc1\x00", 112),
				rec(idNumber2, 1, 1, "\x00\x02\x00", 45000.0), rec(idBoolErr2, 1, 2, "\x00\x00\x00", byte(1), byte(0)),
				rec(idFormula, 2, 0, "\x00\x00\x00", "\x00\x00\x00\x00\x00\x00\xff\xff", byte(0)), rec(idString2, byte(3), "+49"), rec(idEOF),
			)),
			"A1 text Phone\nA2 number 112 \"+\"0 hidden\nB2 number 45000 dd.mm.yy hidden\nC2 bool true hidden\nA3 text +49 formula",
		},
		"Excel 3": {
			string(slices.Concat(
				rec(idBegin3, 0, kindCells, 0), general, plus, rec(idXF3, byte(0), byte(0)), rec(idXF3, byte(0), byte(1)),
				rec(idNumber, 0, 0, 1, 112.0), rec(idFormula3, 1, 0, 1, 113.0, 0), rec(idEOF),
			)),
			"A1 number 112 \"+\"0\nA2 number 113 formula \"+\"0",
		},
		"Excel 4": {
			string(slices.Concat(
				rec(idBegin4, 0, kindCells, 0), rec(idFormat, 9, byte(7), "General"), rec(idFormat, 9, byte(4), `"+"0`), rec(idXF4, byte(0), byte(1)),
				rec(idLabel, 0, 0, 0, 5, "Phone"), rec(idFormula4, 1, 0, 0, 113.0, 0), rec(idEOF),
			)),
			"A1 text Phone\nA2 number 113 formula \"+\"0",
		},
		"Excel 5": {
			string(slices.Concat(begin(0x0500, kindCells), rec(idXF, 0, 1), rec(idRKOld, 0, 0, 0, short(112)), rec(idEOF))),
			"A1 number 112 0",
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := firstSheet(t, []byte(c.content)); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// TestAFileThatWasCutOffIsRefused cuts a workbook at each of its bytes: what is
// left must never pass as the whole.
func TestAFileThatWasCutOffIsRefused(t *testing.T) {
	t.Parallel()
	whole := workbook(0x0600, shared97(), rec(idLabelSST, 0, 0, 0, uint32(0)), rec(idNumber, 0, 0, 1, 39.0))
	if _, err := readBytes(t, whole, ""); err != nil {
		t.Fatal(err)
	}
	for size := range whole {
		if _, err := readBytes(t, whole[:size], ""); err == nil {
			t.Errorf("read with %d of %d bytes", size, len(whole))
		}
	}
}

// TestContinuationsAreReadWithTheirRecordOnly holds that many of them cost no more
// than their bytes.
func TestContinuationsAreReadWithTheirRecordOnly(t *testing.T) {
	t.Parallel()
	s := stream(slices.Concat(begin(0x0600, 5), rec(idSST, 0), rec(idContinue, 1), rec(idContinue, 2), rec(idXF, 0), rec(idEOF)))
	var visited []uint16
	if err := s.list(0, func(r record) error { visited = append(visited, r.id); return nil }); err != nil {
		t.Fatal(err)
	}
	if want := []uint16{idSST, idXF}; !slices.Equal(visited, want) {
		t.Errorf("visited %x, want %x", visited, want)
	}
}

// oldFormat is a workbook that LibreOffice wrote, in its container.
func oldFormat(tb testing.TB) []byte {
	tb.Helper()
	content, err := os.ReadFile(filepath.Join("..", "testdata", "cases", "old-format.xls"))
	if err != nil {
		tb.Fatal(err)
	}
	return content
}

// TestAContainerThatWasCutOffOrChangedIsNeverHalfRead cuts a container at many
// places, and changes bytes of its tables: nothing is read of it, or all as it was.
func TestAContainerThatWasCutOffOrChangedIsNeverHalfRead(t *testing.T) {
	t.Parallel()
	whole := oldFormat(t)
	want := firstSheet(t, whole)
	check := func(what string, at int, content []byte) {
		all, err := readBytes(t, content, "")
		if err == nil && (len(all) != 1 || cellsOf(all[0]) != want) {
			t.Errorf("%s at %d: %d sheets", what, at, len(all))
		}
	}
	for size := 0; size < len(whole); size += 7 {
		check("cut off", size, whole[:size])
	}
	const header = 512
	for at := range header {
		changed := bytes.Clone(whole)
		changed[at] ^= 0x55
		check("changed", at, changed)
	}
}

// TestSheetsWithinEachOtherAreRefused has a list of sheets that all are the same
// one, which would be read as often as it is named.
func TestSheetsWithinEachOtherAreRefused(t *testing.T) {
	t.Parallel()
	s := workbook(0x0600, nil, slices.Repeat(plainText(0, 0, "a"), 100))
	book, err := openBytes(t, s, "")
	if err != nil {
		t.Fatal(err)
	}
	times := 0
	for ; err == nil && times < 100; times++ {
		_, err = book.Read(0)
	}
	if !errors.Is(err, errNested) {
		t.Errorf("read %d times: %v", times, err)
	}
}

func TestADamagedWorkbookIsRefused(t *testing.T) {
	t.Parallel()
	for name, content := range map[string][]byte{
		"no sheets":                  slices.Concat(begin(0x0600, 5), rec(idEOF)),
		"a sheet that is elsewhere":  slices.Concat(begin(0x0600, 5), rec(idBoundSheet, uint32(4), byte(0), byte(0), byte(1), "\x00A"), rec(idEOF)),
		"a sheet behind the end":     slices.Concat(begin(0x0600, 5), rec(idBoundSheet, ^uint32(0), byte(0), byte(0), byte(1), "\x00A"), rec(idEOF)),
		"a text and no shared texts": workbook(0x0600, nil, rec(idLabelSST, 0, 0, 0, uint32(0))),
		"a short cell":               workbook(0x0600, nil, rec(idNumber, 0, 0, 0, 7)),
		"a cell without a row":       workbook(0x0600, nil, rec(idNumber)),
		"a short formula":            workbook(0x0600, nil, rec(idFormula, 0, 0, 0)),
		"a short text":               workbook(0x0600, nil, rec(idLabel, 0, 0, 0, 9, "\x00abc")),
		"a text before Excel 97":     workbook(0x0500, nil, rec(idLabel, 0, 0, 0, 9, "abc")),
		"half a character":           workbook(0x0600, nil, rec(idLabel, 0, 0, 0, 2, "\x01abc"), rec(idContinue, "\x01x")),
		"short merged cells":         workbook(0x0600, nil, rec(idMergedCells, 2, 0, 1, 0, 1)),
		"a column too far":           workbook(0x0600, nil, rec(idNumber, 0, 16384, 0, 39.0)),
		"a row of short numbers":     workbook(0x0600, nil, rec(idMulRK, 0, 0, 0, 7, 7, 0, 1)),
		"a short format":             workbook(0x0600, rec(idFormat, 164, 9, "\x00abc")),
		"short styles":               workbook(0x0600, rec(idXF, 0)),
		"short shared texts":         workbook(0x0600, rec(idSST, uint32(1), uint32(2), 5, "\x00Pho")),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, err := readBytes(t, content, "")
			if err == nil || fault.KindOf(err) != fault.Internal {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestAWorkbookKeepsItsBounds(t *testing.T) {
	t.Parallel()
	tooMany := func(n int, one []byte) []byte { return slices.Repeat(one, n+1) }
	for name, content := range map[string][]byte{
		"texts":   workbook(0x0600, rec(idSST, uint32(0), uint32(sheet.MaxTexts+1))),
		"sheets":  workbook(0x0600, tooMany(sheet.MaxSheets, rec(idBoundSheet, uint32(0), byte(0), byte(0), byte(0), "\x00"))),
		"styles":  workbook(0x0600, tooMany(sheet.MaxFormats, rec(idXF, 0, 0))),
		"formats": slices.Concat(rec(idBegin4, 0, kindCells, 0), tooMany(sheet.MaxFormats, rec(idFormat, 0, byte(1), "0")), rec(idEOF)),
	} {
		if _, err := openBytes(t, content, ""); fault.KindOf(err) != fault.FileTooLarge {
			t.Errorf("%s: got %v", name, err)
		}
	}
}
