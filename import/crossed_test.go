package importer

import (
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"numberloader/import/filetest"
	"numberloader/internal/number"
)

// struckLines are the rows whose number is crossed out.
func struckLines(table *number.Table) []int {
	var lines []int
	for i := range table.Records {
		if table.Records[i].Struck {
			lines = append(lines, table.Records[i].Line)
		}
	}
	return lines
}

// TestNumbersThatAreCrossedOutAreKnown reads the same table in three formats: cells
// crossed out by their style, by one above it and in a part of their text, and one
// whose style takes that back.
func TestNumbersThatAreCrossedOutAreKnown(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"tables/crossed-out.xlsx", "tables/crossed-out.xls", "tables/crossed-out.ods", "makers/crossed-out.fods"} {
		table, err := Read(t.Context(), filepath.Join("testdata", filepath.FromSlash(name)), number.Layout{}, nil)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff([]int{3, 4, 5, 7}, struckLines(table)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

// TestCrossedOutInWorkbooks has the ways in which Excel writes it: fonts of styles,
// runs of shared texts and of texts in their cells, and what is not crossed out.
func TestCrossedOutInWorkbooks(t *testing.T) {
	t.Parallel()
	const rows = `<row r="1"><c r="A1" t="inlineStr"><is><t>From</t></is></c><c r="B1" t="inlineStr"><is><t>To</t></is></c></row>` +
		`<row r="2"><c r="A2" s="1"><v>12125550101</v></c></row>` +
		`<row r="3"><c r="A3" s="2"><v>12125550102</v></c></row>` +
		`<row r="4"><c r="A4" t="s"><v>0</v></c></row>` +
		`<row r="5"><c r="A5" t="s"><v>1</v></c></row>` +
		`<row r="6"><c r="A6" t="inlineStr"><is><r><rPr><b/><strike/></rPr><t>+1212555</t></r><r><t>0106</t></r></is></c></row>` +
		`<row r="7"><c r="A7"><v>12125550107</v></c><c r="B7" s="1"><v>12125550109</v></c></row>` +
		`<row r="8"><c r="A8" s="9"><v>12125550108</v></c></row>`
	parts := filetest.Workbook("<sheetData>" + rows + "</sheetData>")
	parts["xl/styles.xml"] = `<styleSheet><fonts><font/><font><b/><strike/></font><font><strike val="0"/></font></fonts>` +
		`<cellXfs><xf fontId="0"/><xf fontId="1"/><xf fontId="2"/></cellXfs></styleSheet>`
	parts["xl/sharedStrings.xml"] = `<sst><si><r><rPr><strike val="true"/></rPr><t>+12125550104</t></r></si><si><r><rPr><strike val="false"/></rPr><t>+12125550105</t></r></si></sst>`
	table := mustRead(t, "list.xlsx", filetest.Zip(t, parts), number.Layout{})
	if diff := cmp.Diff([]int{2, 4, 6, 7}, struckLines(table)); diff != "" {
		t.Error(diff)
	}
}
