package importer

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"numberloader/import/filetest"
	"numberloader/internal/number"
)

// TestASheetWithManyMoreNumbersIsAskedAbout has a sheet with two numbers below a header
// beside one without any: of a few numbers, of many, and of many side by side.
func TestASheetWithManyMoreNumbersIsAskedAbout(t *testing.T) {
	t.Parallel()
	headed := `<sheetData>` + gridRow(1, "DID", "Site") + gridRow(2, "+18165550901", "Austin") + gridRow(3, "+18165550902", "Austin") + `</sheetData>`
	down := func(n int) string {
		rows := ""
		for i := range n {
			rows += gridRow(i+1, "Ann", fmt.Sprintf("+1913555%04d", i))
		}
		return `<sheetData>` + rows + `</sheetData>`
	}
	across := `<sheetData>` + gridRow(1, "Name", "Ann", "Bob", "Eve") + gridRow(2, "Phone", "+19135550101", "+19135550102", "+19135550103") + `</sheetData>`
	for name, c := range map[string]struct {
		sheet string
		asks  bool
	}{"few": {down(8), false}, "many": {down(9), true}, "side by side": {across, true}} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			table := mustRead(t, "list.xlsx", filetest.Zip(t, filetest.Workbook(c.sheet, headed)), number.Layout{})
			if asks := table.Ask != nil && table.Ask.Question == number.QuestionSheet && len(table.Ask.Candidates) == 2; asks != c.asks {
				t.Errorf("asked %+v", table.Ask)
			}
			if name == "many" && (table.Sheet != "Sheet2" || table.Ask.Candidates[0].Sheet != "Sheet2" || strings.Join(table.Rivals, " ") != "Sheet1") {
				t.Errorf("%s is shown, %q may be meant", table.Sheet, table.Rivals)
			}
		})
	}
}

// TestACoverInAnyLanguageIsNoList has a cover whose first row is no header that anybody
// knows, before the sheet with the list.
func TestACoverInAnyLanguageIsNoList(t *testing.T) {
	t.Parallel()
	cover := `<sheetData>` + gridRow(1, "회사", "에이스") + gridRow(2, "문의:", "+82 2 1588 0000") + gridRow(3, "날짜", "2026-08-01") + gridRow(4, "팩스", "+82 2 1588 0001") + `</sheetData>`
	list := `<sheetData>` + gridRow(1, "이름", "전화번호") + gridRow(2, "사람", "02-312-4501") + gridRow(3, "사람", "02-312-4502") + `</sheetData>`
	table := mustRead(t, "list.xlsx", filetest.Zip(t, filetest.Workbook(cover, list)), number.Layout{})
	if table.Sheet != "Sheet2" || table.Ask != nil {
		t.Errorf("%s is read, asked %+v", table.Sheet, table.Ask)
	}
}

// TestBlocksAndPartsAreKnownInFurtherLanguages has blocks with their ends or their sizes,
// area codes and countries below headers of other languages.
func TestBlocksAndPartsAreKnownInFurtherLanguages(t *testing.T) {
	t.Parallel()
	fields := func(all ...number.Field) map[number.Field]int {
		columns := map[number.Field]int{number.FieldNumber: 0}
		for i, f := range all {
			columns[f] = i + 1
		}
		return columns
	}
	for text, want := range map[string]map[number.Field]int{
		"Alku;Loppu\n+358 9 1234 100;149\n+358 9 1234 200;249\n":                                     fields(number.FieldNumberEnd),
		"Başlangıç numarası;Adet;Şube\n+90 212 345 10 00;10;A\n+90 212 345 20 00;10;B\n":             fields(number.FieldNumberEnd, number.FieldLocation),
		"Pierwszy numer;Ostatni numer\n+48 22 123 45 00;+48 22 123 45 09\n":                          fields(number.FieldNumberEnd),
		"Startnummer;Slutnummer\n+46 8 123 45 00;+46 8 123 45 09\n":                                  fields(number.FieldNumberEnd),
		"Telefonní číslo;Předvolba;Země\n224 123 400;2;Česko\n224 123 401;2;Česko\n":                 fields(number.FieldAreaCode, number.FieldCountry),
		"Номер телефона;Категория;Филиал\n+7 495 123-45-00;прямой;A\n+7 495 123-45-01;мобильный;A\n": fields(number.FieldType, number.FieldLocation),
	} {
		table := mustRead(t, "list.csv", []byte(text), number.Layout{})
		if diff := cmp.Diff(want, table.Columns); diff != "" || table.Ask != nil {
			t.Errorf("%q: asked %+v, columns %s", text, table.Ask, diff)
		}
	}
}

// TestAHeaderAloneMakesNoNumbers has columns headed as numbers that hold none, beside
// numbers below a header that nobody knows.
func TestAHeaderAloneMakesNoNumbers(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		text   string
		column int // -1 for a question
	}{
		"rows that are counted":                {"Number;Recapito\n1;+39021234501\n2;+39021234502\n3;+39021234503\n4;+39021234504\n", 1},
		"with the names of groups":             {"N°;Recapito\nMilano;\n1;+39021234501\n2;+39021234502\n3;+39021234503\nRoma;\n4;+39021234504\n5;+39021234505\n6;+39021234506\n", 1},
		"with the header once more":            {"番号;旧システム\n1;+81355500101\n2;+81355500102\n番号;旧システム\n3;+81355500103\n4;+81355500104\n", 1},
		"names":                                {"Nummer;Recapito\nAnn;+39021234501\nBob;+39021234502\n", -1},
		"short numbers":                        {"Phone number;Recapito\n4711;+39021234501\n4713;+39021234502\n", -1},
		"damaged numbers, and others of them":  {"Phone number;Recapito\n+39021234501;+39021234511\n1.9E+10;+39021234512\n1.9E+10;+39021234513\n1.9E+10;\n1.9E+10;\n", 0},
		"damaged numbers, and no other column": {"Phone number;Who\n1.9E+10;Ann\n1.9E+10;Bob\n", 0},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			table := mustRead(t, "list.csv", []byte(c.text), number.Layout{})
			column, found := table.Columns[number.FieldNumber]
			if !found {
				column = -1
			}
			if column != c.column || (table.Ask != nil) != (c.column < 0) {
				t.Errorf("column %d is taken, asked %+v", column, table.Ask)
			}
		})
	}
}
