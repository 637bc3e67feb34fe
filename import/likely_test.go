package importer

import (
	"fmt"
	"strings"
	"testing"

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
