package importer

import (
	"fmt"
	"strings"
	"testing"

	"numberloader/import/filetest"
	"numberloader/internal/number"
)

// skippedRows are the rows that are left out of a table, with the reasons.
func skippedRows(table *number.Table) string {
	var skipped []string
	for i := range table.Records {
		if r := &table.Records[i]; r.Skipped != number.SkipNone {
			skipped = append(skipped, fmt.Sprint(r.Line, " ", r.Skipped))
		}
	}
	return strings.Join(skipped, ", ")
}

// TestRowsThatNameAGroupAreHeadings has rows of one cell: names of groups, people
// without a number, and texts that mean something where a number would stand.
func TestRowsThatNameAGroupAreHeadings(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ text, want string }{
		"in a column of their own":        {"Site;Phone;Name\nAustin;;\n;+15125550101;Ann\nBoston;;\n;+16175550101;Bob\n", "2 heading, 4 heading"},
		"where the numbers stand":         {"Phone;Name\nAustin;\n+15125550101;Ann\nBuilding 12;\n+16175550101;Bob\n", "2 heading, 4 heading"},
		"below each other":                {"Phone;Name\nTexas;\nAustin;\n+15125550101;Ann\n", "2 heading, 3 heading"},
		"in one column, below gaps":       {"Phone\nAustin\n+15125550101\n\nBoston\n+16175550101\n", "2 heading, 5 heading"},
		"in one column without a gap":     {"Phone\n+15125550101\nBoston\n+16175550101\n", ""},
		"somebody without a number":       {"Name;Phone\nAnn;+15125550101\nBob;\nEve;+16175550101\n", ""},
		"digits where the numbers stand":  {"Phone;Name\n+15125550101;Ann\nx5550;\n+16175550101;Bob\n", ""},
		"a word that nothing is there":    {"Phone;Name\n+15125550101;Ann\ntbd;\n+16175550101;Bob\n", ""},
		"a word of removal":               {"Phone;Name\n+15125550101;Ann\nREMOVE;\n+16175550101;Bob\n", ""},
		"a dash in a column of their own": {"Site;Phone;Name\n;+15125550101;Ann\n-;;\n;+16175550101;Bob\n", ""},
		"behind the last number":          {"Phone;Name\n+15125550101;Ann\nBoston;\n", ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := skippedRows(mustRead(t, "list.csv", []byte(c.text), number.Layout{})); got != c.want {
				t.Errorf("left out are %q, not %q", got, c.want)
			}
		})
	}
}

// TestACellOverSeveralColumnsNamesAGroup has the same cell once over two columns and
// once in one, which is somebody without a number.
func TestACellOverSeveralColumnsNamesAGroup(t *testing.T) {
	t.Parallel()
	for merges, want := range map[string]string{`<mergeCells count="1"><mergeCell ref="A3:C3"/></mergeCells>`: "3 heading", "": ""} {
		sheet := "<sheetData>" + inline(1, "", "Name", "Phone", "Site") + inline(2, "", "Ann", "+15125550101", "Austin") +
			inline(3, "", "Boston") + inline(4, "", "Bob", "+16175550101", "Boston") + "</sheetData>" + merges
		table := mustRead(t, "list.xlsx", filetest.Zip(t, filetest.Workbook(sheet)), number.Layout{})
		if got := skippedRows(table); got != want {
			t.Errorf("left out are %q, not %q", got, want)
		}
	}
}
