package importer

import (
	"fmt"
	"strings"
	"testing"

	"numberloader/import/filetest"
	"numberloader/import/lists"
	"numberloader/internal/number"
)

// readNumbers are the numbers of a table as they are read, or what it asks.
func readNumbers(table *number.Table) string {
	var texts []string
	if table.Ask != nil {
		for _, c := range table.Ask.Candidates {
			first := ""
			if len(c.Samples) > 0 {
				first = c.Samples[0].Text
			}
			texts = append(texts, first)
		}
		return fmt.Sprint(table.Ask.Question, ": ", strings.Join(texts, ", "))
	}
	for i := range table.Records {
		texts = append(texts, table.Records[i].Number().Shown())
	}
	return strings.Join(texts, ", ")
}

// TestExtensionsBesideMainNumbersAreJoinedOrAsked has main numbers and numbers of the
// rows' own beside short ones.
func TestExtensionsBesideMainNumbersAreJoinedOrAsked(t *testing.T) {
	t.Parallel()
	const main = "Main;Ext\n(212) 555-0100;0101\n(212) 555-0100;0102\n"
	columns := func(field number.Field, name string) number.Layout {
		return number.Layout{Columns: map[number.Field]string{field: name}}
	}
	for name, c := range map[string]struct {
		text   string
		layout number.Layout
		want   string
	}{
		"a head number":                {"Kopfnummer;Durchwahl\n030 231250;10\n030 231250;11\n", number.Layout{}, "030 231250 10, 030 231250 11"},
		"one row of a head number":     {"Stammnummer;DW\n030 231250-0;10\n", number.Layout{}, "030 231250 10"},
		"the other way round":          {"Ext;Head number\n-10;030 231250\n-11;030 231250\n", number.Layout{}, "030 231250 10, 030 231250 11"},
		"a row without an extension":   {"Kopfnummer;Durchwahl\n030 231250;10\n030 231250;\n030 231250;12\n", number.Layout{}, "030 231250 10, 030 231250, 030 231250 12"},
		"a main number":                {main, number.Layout{}, "extension: (212) 555-0100 0101, (212) 555-0101, (212) 555-0100"},
		"an unknown header":            {"Blah;Durchwahl\n030 231250;10\n030 231250;11\n", number.Layout{}, "extension: 030 231250 10, 030 231210, 030 231250"},
		"added behind":                 {main, columns(number.FieldExtension, "B"), "(212) 555-0100 0101, (212) 555-0100 0102"},
		"in place of the last digits":  {main, columns(number.FieldLastDigits, "Ext"), "(212) 555-0101, (212) 555-0102"},
		"main numbers alone":           {main, columns(number.FieldExtension, ""), "(212) 555-0100, (212) 555-0100"},
		"an area code, too":            {"Vorwahl;Kopfnummer;Durchwahl\n030;2312500;10\n030;2312500;11\n", number.Layout{}, "030 2312500 10, 030 2312500 11"},
		"numbers of their own":         {"Phone;Ext\n(212) 555-0100;0101\n(212) 555-0102;0102\n", number.Layout{}, "(212) 555-0100, (212) 555-0102"},
		"numbers of their own, too":    {"Main;Ext;DID\n(212) 555-0100;0101;(212) 555-0101\n(212) 555-0100;0102;(212) 555-0102\n", number.Layout{}, "(212) 555-0101, (212) 555-0102"},
		"one extension for all":        {"Phone;Ext\n(212) 555-0100;01\n(212) 555-0100;01\n", number.Layout{}, "(212) 555-0100, (212) 555-0100"},
		"mobiles beside a main number": {"Main;Ext;Mobile\n(212) 555-0100;0101;(917) 555-0101\n(212) 555-0100;0102;(917) 555-0102\n", number.Layout{}, "extension: (212) 555-0100 0101, (212) 555-0101, (212) 555-0100"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := readNumbers(mustRead(t, "list.csv", []byte(c.text), c.layout)); got != c.want {
				t.Errorf("got %q, not %q", got, c.want)
			}
		})
	}
}

// TestAMergedMainNumberCountsForItsRows has one cell beside two extensions.
func TestAMergedMainNumberCountsForItsRows(t *testing.T) {
	t.Parallel()
	sheet := "<sheetData>" + inline(1, "", "Kopfnummer", "Durchwahl") + inline(2, "", "030 231250", "10") + inline(3, "", "", "11") +
		`</sheetData><mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>`
	table := mustRead(t, "list.xlsx", filetest.Zip(t, filetest.Workbook(sheet)), number.Layout{})
	if got := readNumbers(table) + " / " + skippedRows(table); got != "030 231250 10, 030 231250 11 / " {
		t.Errorf("read %q", got)
	}
}

func TestExtensionsAreAddedOrReplaceTheLastDigits(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ main, extension, appended, replaced string }{
		{"+49 30 231250-0", "12", "+49 30 231250 12", "+49 30 231251-2"},
		{"030/231250", "-12", "030/231250 12", "030/231212"},
		{"030 231250 - 00", "12", "030 231250 12", "030 231250 - 12"},
		{"0-0", "12", "0 12", "1-2"},
		{"(913) 674-8200", "8201", "(913) 674-8200 8201", "(913) 674-8201"},
		{"12", "345", "12 345", "12"},
		{"12", "", "12 ", "12"},
	} {
		if got := lists.Appended(c.main, c.extension); got != c.appended {
			t.Errorf("%q behind %q is %q, not %q", c.extension, c.main, got, c.appended)
		}
		if got := lists.WithLastDigits(c.main, c.extension); got != c.replaced {
			t.Errorf("%q at the end of %q is %q, not %q", c.extension, c.main, got, c.replaced)
		}
	}
}
