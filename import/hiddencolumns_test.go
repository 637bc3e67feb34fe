package importer

import (
	"fmt"
	"strings"
	"testing"

	"numberloader/import/filetest"
	"numberloader/internal/number"
)

// hiddenOf are the columns and sheets of the inventory that are hidden in the file, and
// told are the notes about what matters.
func hiddenOf(table *number.Table) (hidden, told string) {
	var names, notes []string
	for i := range table.Inventory {
		if item := &table.Inventory[i]; item.Hidden {
			names = append(names, item.Where())
		}
	}
	for _, n := range table.Notes {
		if n.Kind == number.NoteLeftAside {
			notes = append(notes, n.Text)
		}
	}
	return strings.Join(names, " "), strings.Join(notes, " | ")
}

// gridRow is a row of texts.
func gridRow(line int, texts ...string) string {
	row := fmt.Sprintf(`<row r="%d">`, line)
	for i, text := range texts {
		row += fmt.Sprintf(`<c r="%s%d" t="inlineStr"><is><t>%s</t></is></c>`, number.ColumnName(i), line, text)
	}
	return row + `</row>`
}

// TestHiddenColumnsAreReadAndTold has columns that nobody sees who looks at the file:
// those that are used, that are left aside, and that are in doubt.
func TestHiddenColumnsAreReadAndTold(t *testing.T) {
	t.Parallel()
	plain := `<sheetData>` + gridRow(1, "Name", "Phone", "Invoice") + gridRow(2, "Ann", "+12125550101", "+12125550111") + gridRow(3, "Bea", "+12125550102", "+12125550112") + `</sheetData>`
	asked := `<sheetData>` + gridRow(1, "Name", "Phone", "Telephone") + gridRow(2, "Ann", "+12125550101", "+12125550111") + gridRow(3, "Bea", "+12125550102", "+12125550112") + `</sheetData>`
	const (
		other = "C, Invoice: 2 cells look like phone numbers, but the header says something else."
		used  = "B, Phone (hidden in the file): 2 cells, read anyway."
	)
	for name, c := range map[string]struct{ columns, data, hidden, told string }{
		"none":                 {``, plain, "", other},
		"one that is used":     {`<col min="2" max="2" hidden="1"/>`, plain, "B", used + " | " + other},
		"one that is not used": {`<col min="3" max="16384" hidden="true"/>`, plain, "C", "C, Invoice (hidden in the file): 2 cells look like phone numbers, but the header says something else."},
		"one without width":    {`<col min="1" max="1" width="9"/><col min="2" max="2" width="0" customWidth="1"/>`, plain, "B", used + " | " + other},
		"all":                  {`<col min="1" max="99999" hidden="1"/>`, plain, "B C", used + " | C, Invoice (hidden in the file): 2 cells look like phone numbers, but the header says something else."},
		"one that says no":     {`<col min="2" max="2" width="0.5" hidden="0"/>`, plain, "", other},
		"without a place":      {`<col hidden="1"/>`, plain, "", other},
		"one in doubt":         {`<col min="3" max="3" hidden="1"/>`, asked, "C", ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			table := mustRead(t, "list.xlsx", filetest.Zip(t, filetest.Workbook(`<cols>`+c.columns+`</cols>`+c.data)), number.Layout{})
			if hidden, told := hiddenOf(table); hidden != c.hidden || told != c.told {
				t.Errorf("hidden %q, told %q; want %q and %q", hidden, told, c.hidden, c.told)
			}
			if c.data == plain && table.Columns[number.FieldNumber] != 1 {
				t.Errorf("the numbers are read from column %d", table.Columns[number.FieldNumber])
			}
			if c.data == asked && (table.Ask == nil || table.Ask.Candidates[0].Hidden || !table.Ask.Candidates[1].Hidden) {
				t.Errorf("the question is %+v", table.Ask)
			}
		})
	}
}

// TestHiddenSheetsAreCalledHidden has a hidden sheet with numbers, and one that was
// not chosen.
func TestHiddenSheetsAreCalledHidden(t *testing.T) {
	t.Parallel()
	list := `<sheetData>` + gridRow(1, "Phone") + gridRow(2, "+12125550101") + gridRow(3, "+12125550102") + `</sheetData>`
	content := filetest.Zip(t, hide(filetest.Workbook(list, list, list), "hidden", "Sheet3"))
	_, told := hiddenOf(mustRead(t, "list.xlsx", content, number.Layout{Sheet: new("Sheet1")}))
	if want := "Sheet Sheet2: 2 phone numbers, not read. | Sheet Sheet3 (hidden in the file): 2 phone numbers, not read."; told != want {
		t.Errorf("told %q, want %q", told, want)
	}
}
