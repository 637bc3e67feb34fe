package xls

import (
	"math"
	"slices"
	"strings"
	"testing"
)

// Styles of the workbooks here: General, a format that puts a plus before a
// number, and a date that has a number only.
const (
	styleGeneral = iota
	stylePlus
	styleDate
)

// shared97 is what the sheets of a workbook of Excel 97 share: its styles and
// two texts.
func shared97() []byte {
	return slices.Concat(
		rec(idCodePage, 1200),
		rec(idFormat, 164, 4, "\x00\"+\"0"),
		rec(idXF, 0, 0), rec(idXF, 0, 164), rec(idXF, 0, 14),
		rec(idSST, uint32(3), uint32(2), 5, "\x00Phone", 3, "\x01", wide("東京!")),
	)
}

// short is a whole number in four bytes.
func short(n int32) uint32 { return uint32(n)<<2 | 2 } //nolint:gosec // the sign is one of the bits

func TestACellOfEveryKindIsRead(t *testing.T) {
	t.Parallel()
	const formulaEnd = "\x00\x00\x00\x00\x00\x00"
	special := func(kind, value byte) string { return string([]byte{kind, 0, value, 0, 0, 0, 0xFF, 0xFF}) }
	for name, c := range map[string]struct {
		records []byte
		want    string
	}{
		"shared text":             {rec(idLabelSST, 0, 1, styleGeneral, uint32(1)), "B1 text 東京!"},
		"shared text beyond":      {rec(idLabelSST, 0, 0, styleGeneral, uint32(2)), "A1 error #REF!"},
		"text of its own":         {rec(idLabel, 6, 0, styleGeneral, 4, "\x00M\xfcll"), "A7 text Müll"},
		"rich text of its own":    {rec(idRString, 0, 0, styleGeneral, 2, "\x01", wide("+1"), 1, 0, 5), "A1 text +1"},
		"empty text":              {rec(idLabel, 0, 0, styleGeneral, 0, "\x00"), ""},
		"float":                   {rec(idNumber, 0, 0, stylePlus, 12125550150.0), `A1 number 12125550150 "+"0`},
		"large float":             {rec(idNumber, 0, 0, styleGeneral, 1.5e300), "A1 number 1.5E+300"},
		"small float":             {rec(idNumber, 0, 0, styleGeneral, 2e-9), "A1 number 2E-09"},
		"minus zero":              {rec(idNumber, 0, 0, styleGeneral, math.Copysign(0, -1)), "A1 number 0"},
		"no number":               {rec(idNumber, 0, 0, styleGeneral, math.NaN()), "A1 error #NUM!"},
		"date":                    {rec(idNumber, 0, 0, styleDate, 45000.5), "A1 number 45000.5 m/d/yyyy"},
		"short whole":             {rec(idRK, 0, 0, styleGeneral, short(1234567)), "A1 number 1234567"},
		"short negative":          {rec(idRK, 0, 0, styleGeneral, short(-5)), "A1 number -5"},
		"short hundredth":         {rec(idRK, 0, 0, styleGeneral, short(1234567)|1), "A1 number 12345.67"},
		"short float":             {rec(idRK, 0, 0, styleGeneral, uint32(math.Float64bits(0.5)>>32)), "A1 number 0.5"},
		"short float hundredth":   {rec(idRK, 0, 0, styleGeneral, uint32(math.Float64bits(150)>>32)|1), "A1 number 1.5"},
		"several short":           {rec(idMulRK, 2, 3, styleGeneral, short(7), stylePlus, short(8), 4), "D3 number 7\nE3 number 8 \"+\"0"},
		"true":                    {rec(idBoolErr, 0, 0, styleGeneral, byte(1), byte(0)), "A1 bool true"},
		"false":                   {rec(idBoolErr, 0, 0, styleGeneral, byte(0), byte(0)), "A1 bool false"},
		"error":                   {rec(idBoolErr, 0, 0, styleGeneral, byte(0x17), byte(1)), "A1 error #REF!"},
		"formula with a number":   {rec(idFormula, 0, 0, stylePlus, 39.0, formulaEnd), `A1 number 39 formula "+"0`},
		"formula with true":       {rec(idFormula, 0, 0, styleGeneral, special(1, 1), formulaEnd), "A1 bool true formula"},
		"formula with an error":   {rec(idFormula, 0, 0, styleGeneral, special(2, 0x2A), formulaEnd), "A1 error #N/A formula"},
		"formula with empty text": {rec(idFormula, 0, 0, styleGeneral, special(3, 0), formulaEnd), "A1 text  formula"},
		"formula with a text": {
			slices.Concat(rec(idFormula, 0, 0, styleGeneral, special(0, 0), formulaEnd), rec(idShared, 0, 0), rec(idString, 3, "\x00+49")),
			"A1 text +49 formula",
		},
		"formula whose text is not there": {
			slices.Concat(rec(idFormula, 0, 0, styleGeneral, special(0, 0), formulaEnd), rec(idLabelSST, 0, 1, styleGeneral, uint32(0)), rec(idString, 3, "\x00+49")),
			"A1 empty  formula\nB1 text Phone",
		},
		"formula with a long text": {
			slices.Concat(rec(idFormula, 0, 0, styleGeneral, special(0, 0), formulaEnd), rec(idString, 6, "\x00abc"), rec(idContinue, "\x01", wide("äöü"))),
			"A1 text abcäöü formula",
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := firstSheet(t, workbook(0x0600, shared97(), c.records)); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestDaysMayCountFrom1904(t *testing.T) {
	t.Parallel()
	shared := append(rec(idDateMode, 1), shared97()...)
	cells := slices.Concat(rec(idNumber, 0, 0, styleDate, 43538.5), rec(idNumber, 0, 1, styleDate, 0.25), rec(idNumber, 0, 2, styleGeneral, 43538.0))
	want := "A1 number 45000.5 m/d/yyyy\nB1 number 0.25 m/d/yyyy\nC1 number 43538"
	if got := firstSheet(t, workbook(0x0600, shared, cells)); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestErrorsHaveTheirNames(t *testing.T) {
	t.Parallel()
	for code, want := range map[int]string{
		0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A", 43: "#GETTING_DATA", 99: "#N/A",
	} {
		if got := nameOfError(code); got != want {
			t.Errorf("%d is %s, want %s", code, got, want)
		}
	}
}

func TestSharedTextsGoOnInOtherRecords(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("+49 30 ", 40)
	texts := slices.Concat(
		rec(idSST, uint32(4), uint32(5), 4, "\x00Ph"), rec(idContinue, "\x01", wide("öñ")), // wide from the middle on
		rec(idContinue, len(long)), rec(idContinue, "\x00"+long), // its characters begin in a new record
		rec(idContinue, 3, "\x0d", 2, uint32(6), wide("東京都"), "12345678", "abc"), rec(idContinue, "def"), // fonts, and reading aids
		rec(idContinue, 3, "\x01", wide("+😀")[:4]), rec(idContinue, "\x01", wide("😀")[2:]), // half a character each
		rec(idContinue, 1, "\x00x"),
	)
	var cells []byte
	for i := range 5 {
		cells = append(cells, rec(idLabelSST, i, 0, 0, uint32(i))...)
	}
	got := firstSheet(t, workbook(0x0600, texts, cells))
	want := "A1 text Phöñ\nA2 text " + long + "\nA3 text 東京都\nA4 text +😀\nA5 text x"
	if got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestTextsBeforeExcel97HaveACodePage(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		codePage []byte
		stored   string
		want     string
	}{
		"none":     {nil, "M\xfcll", "Müll"},
		"Cyrillic": {rec(idCodePage, 1251), "\xd2\xe5\xeb\xe5\xf4\xee\xed", "Телефон"},
		"Japanese": {rec(idCodePage, 932), "\x93\x64\x98\x62\x94\xd4\x8d\x86", "電話番号"},
		"of a Mac": {rec(idCodePage, 10000), "M\x9fll", "Müll"},
		"unknown":  {rec(idCodePage, 777), "Tel +49", "Tel +49"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			cells := rec(idLabel, 0, 0, 0, len(c.stored), c.stored)
			if got := firstSheet(t, workbook(0x0500, c.codePage, cells)); got != "A1 text "+c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
