package importer

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"numberloader/import/filetest"
	"numberloader/internal/number"
)

// otherSheets are the sheets that an inventory has as left aside, with how many
// phone numbers they hold.
func otherSheets(table *number.Table) []string {
	var all []string
	for i := range table.Inventory {
		if item := &table.Inventory[i]; item.Aside == number.AsideOtherSheet {
			all = append(all, fmt.Sprintf("%s %d", item.Sheet, item.Phones))
		}
	}
	return all
}

// TestSheetsThatAreNotChosenAreAccountedFor has a workbook with two lists, a hidden
// one, and a sheet without numbers.
func TestSheetsThatAreNotChosenAreAccountedFor(t *testing.T) {
	t.Parallel()
	list := func(header string, numbers ...string) string {
		content := inline(1, "", header)
		for i, n := range numbers {
			content += inline(i+2, "", n)
		}
		return "<sheetData>" + content + "</sheetData>"
	}
	parts := filetest.Workbook(list("Phone", "+12125550101"), list("DID", "+12125550102", "+12125550103"), list("Phone", "+12125550104"), list("Notes", "x"))
	parts["xl/workbook.xml"] = strings.Replace(parts["xl/workbook.xml"], `name="Sheet3"`, `name="Sheet3" state="hidden"`, 1)
	workbook := func(parts filetest.Parts) []byte { return filetest.Zip(t, parts) }
	whole := workbook(parts)
	parts["xl/worksheets/sheet2.xml"] = parts["xl/worksheets/sheet2.xml"][:80]
	damaged := workbook(parts)
	for name, c := range map[string]struct {
		content []byte
		layout  number.Layout
		want    []string
	}{
		"none is named":    {whole, number.Layout{}, []string{"Sheet2 2", "Sheet3 1"}},
		"one is named":     {whole, number.Layout{Sheet: new("Sheet1")}, []string{"Sheet2 2", "Sheet3 1"}},
		"two are named":    {whole, number.Layout{Sheets: []string{"Sheet3", "Sheet2"}}, []string{"Sheet1 1"}},
		"other is damaged": {damaged, number.Layout{Sheet: new("Sheet1")}, []string{"Sheet3 1"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			table := mustRead(t, "list.xlsx", c.content, c.layout)
			if diff := cmp.Diff(c.want, otherSheets(table)); diff != "" {
				t.Error(diff)
			}
			told := slices.ContainsFunc(table.Notes, func(n number.Note) bool { return strings.Contains(n.Text, "can't be read: Sheet2") })
			if told != (name == "other is damaged") {
				t.Errorf("notes %v", table.Notes)
			}
		})
	}
}

// TestOtherSheetsOfEveryFormatAreAccountedFor names one sheet of the same workbook
// in three formats.
func TestOtherSheetsOfEveryFormatAreAccountedFor(t *testing.T) {
	t.Parallel()
	for _, ending := range []string{"xlsx", "xls", "ods"} {
		path := filepath.Join("testdata", "tables", "several-sheets."+ending)
		for chosen, want := range map[string][]string{"Berlin": {"Austin 2", "Old 1"}, "Austin": {"Berlin 1", "Old 1"}, "Old": {"Berlin 1", "Austin 2"}} {
			table, err := Read(t.Context(), path, number.Layout{Sheet: &chosen}, nil)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, otherSheets(table)); diff != "" {
				t.Errorf("%s, %s: %s", ending, chosen, diff)
			}
		}
	}
}
