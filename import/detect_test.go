package importer

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"numberloader/import/filetest"
	"numberloader/import/sheet"
	"numberloader/internal/fault"
	"numberloader/internal/number"
)

// summary is a table in a few words: header row, columns by letter, question.
func summary(table *number.Table) string {
	var b strings.Builder
	fmt.Fprintf(&b, "header %d", table.HeaderRow)
	names := []string{"number", "end", "type", "usage", "state", "location", "subscription"}
	for _, field := range number.Fields() {
		if column, ok := table.Columns[field]; ok {
			fmt.Fprintf(&b, " %s %s", names[field], number.ColumnName(column))
		}
	}
	if table.Ask != nil {
		b.WriteString(" ask")
		for _, c := range table.Ask.Candidates {
			b.WriteString(" " + number.ColumnName(c.Column))
		}
	}
	return b.String()
}

func TestColumnsAreFound(t *testing.T) {
	t.Parallel()
	cases := map[string]struct{ text, want string }{
		"headers":                     {"Phone;Type;Status;Site;Abo\n+12125550101;DID;active;X;1\n", "header 1 number A type B state C location D subscription E"},
		"enabled":                     {"Phone;Enabled\n+12125550101;FALSE\n+12125550102;TRUE\n", "header 1 number A state B"},
		"enabled, Spanish":            {"Teléfono;Habilitado\n+34912345678;falso\n+34912345679;sí\n", "header 1 number A state B"},
		"enabled as a value":          {"Phone;x\n+12125550101;enabled\n+12125550102;enabled\n", "header 1 number A"},
		"header below a title":        {"Numbers in August\n\nSite;Phone number\nX;+12125550101\nY;+12125550102\n", "header 3 number B location A"},
		"two languages":               {"Rufnummer / Phone number;Typ\n+12125550101;DID\n", "header 1 number A type B"},
		"digits at the end":           {"Phone 2;x\n+12125550101;a\n", "header 1 number A"},
		"phrase":                      {"Customer phone number (old);x\n+12125550101;a\n", "header 1 number A"},
		"most header words win":       {"Number\nPhone;Type;State\n+12125550101;DID;active\n", "header 2 number A type B state C"},
		"a value is no header":        {"did;+12125550101\ndid;+12125550102\n", "header 0 number B type A"},
		"header by content":           {"Nebenstelle;Wer\n+12125550101;a\n+12125550102;b\n", "header 1 number A"},
		"digits in a header":          {"Plan 7;Wer\n+12125550101;a\n", "header 1 number A"},
		"no header":                   {"+12125550101;DID;none;active\n+12125550102;DID;none;active\n", "header 0 number A type B usage C state D"},
		"few known words, no header":  {"+12125550101;DID\n+12125550102;a\n+12125550103;b\n+12125550104;c\n+12125550105;DID\n+12125550106;d\n+12125550107;e\n+12125550108;f\n+12125550109;g\n", "header 0 number A"},
		"other phone alone":           {"Mobile;Name\n+12125550101;a\n", "header 1 number A"},
		"two phone columns":           {"Phone;Mobile;Site\n+12125550101;+12125550102;X\n", "header 1 location C ask A B"},
		"no phone column":             {"Name;Town\na;b\nc;d\n", "header 0 ask"},
		"damaged number column":       {"Phone;Name\n1.2E+11;a\n2.2E+11;b\n", "header 1 number A"},
		"two damaged columns":         {"Phone;DID\nx;y\n", "header 1 ask A B"},
		"header wins over content":    {"Phone;Customer no\n+12125550101;2125550101\n", "header 1 number A"},
		"half are phones":             {"+12125550101;a\nfoo;b\n", "header 0 number A"},
		"fewer than half":             {"+12125550101;a\nfoo;b\nbar;c\n", "header 0 ask"},
		"two by content":              {"a;b\n+12125550101;2125550101\n", "header 1 ask A B"},
		"first and last":              {"From;To;Site\n+12125550100;+12125550199;X\n", "header 1 number A end B location C"},
		"first and last and phone":    {"From;To;Phone\n+12125550100;+12125550199;+12125550000\n", "header 1 ask A C"},
		"first and last of dates":     {"From;To;Phone\n2026-01-01;2026-02-01;+12125550000\n", "header 1 number C"},
		"state is Kansas":             {"Phone;State;Status\n+12125550101;Kansas;active\n", "header 1 number A state C"},
		"empty type column":           {"Phone;Type\n+12125550101;\n", "header 1 number A type B"},
		"yes under active":            {"Phone;Active\n+12125550101;yes\n+12125550102;no\n", "header 1 number A state B"},
		"yes under status":            {"Phone;Status\n+12125550101;yes\n+12125550102;no\n", "header 1 number A"},
		"order number in the title":   {"Order no 5500012345\n\nPhone;Location\n+12125550101;X\n", "header 3 number A location B"},
		"bare number as the title":    {"5500012345\n\nPhone;Location\n+12125550101;X\n+12125550102;\n", "header 3 number A location B"},
		"two titles with numbers":     {"Order 5500012345\nTel +12125550100\nLocation;Phone\nX;+12125550101\n", "header 3 number B location A"},
		"title over the second":       {";Order no 5500012345\nLocation;Phone\nX;+12125550101\n", "header 2 number B location A"},
		"two numbers are no titles":   {"+12125550101\n+12125550102\nPhone;Location\n+12125550103;X\n", "header 0 ask A A"},
		"a number with more":          {"Tel 2125550101;Berlin\nPhone;Location\n+12125550103;X\n", "header 0 ask A A"},
		"one column, title":           {"Order no 5500012345\nPhone\n+12125550103\n+12125550104\n", "header 2 number A"},
		"a damaged number":            {";Phone number;Type\nnote;=+0106;DID\n", "header 1 number B type C"},
		"damaged, unknown header":     {";Phone number;Zusatz\nnote;=+0106;DID\n", "header 1 number B type C"},
		"damaged, numbers below":      {";Phone number;Type\nnote;=+0106;DID\nmemo;+12125550101;Toll-free\n", "header 1 number B type C"},
		"no number yet":               {"Phone number;Zusatz\nTBD;fax\n", "header 1 number A"},
		"no number at all":            {"Phone number;Type;Zusatz\n;DID;note\n", "header 1 number A type B"},
		"digits below a title":        {"Numbers\nZusatz 7;Mobile\n+12125550101;+12125550102\n", "header 2 ask A B"},
		"a header below another one":  {"Telefon;Typ\nPhone;Type\n+12125550101;DID\n", "header 2 number A type B"},
		"a value heads another table": {"Phone;Type\n+12125550101;DID\n+12125550102;mobile\n\nSite;DID\nX;+12125550103\n", "header 1 type B ask A B"},
		"phone-like row is no header": {"Phone;+12125550100\nSite;+12125550101\n", "header 0 number B"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := summary(mustRead(t, "list.csv", []byte(c.text), number.Layout{})); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestLayoutOverrules(t *testing.T) {
	t.Parallel()
	const text = "Phone;Mobile;Site;Note\n+12125550101;+12125550102;X;DID\n+12125550103;;Y;\n"
	byName := func(field number.Field, name string) number.Layout {
		return number.Layout{Columns: map[number.Field]string{field: name}}
	}
	cases := map[string]struct {
		layout number.Layout
		want   string
	}{
		"letter":          {byName(number.FieldNumber, "b"), "header 1 number B location C"},
		"header text":     {byName(number.FieldNumber, "mobile"), "header 1 number B location C"},
		"folded text":     {byName(number.FieldNumber, "Pho-ne"), "header 1 number A location C"},
		"no column":       {byName(number.FieldLocation, ""), "header 1 ask A B"},
		"another field":   {byName(number.FieldType, "Note"), "header 1 type D location C ask A B"},
		"no header":       {number.Layout{Header: new(0), Columns: map[number.Field]string{number.FieldNumber: "A"}}, "header 0 number A"},
		"another header":  {number.Layout{Header: new(2), Columns: map[number.Field]string{number.FieldNumber: "A"}}, "header 2 number A"},
		"chosen encoding": {number.Layout{Encoding: "UTF-8"}, "header 1 location C ask A B"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := summary(mustRead(t, "list.csv", []byte(text), c.layout)); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
	refused := map[string]struct {
		layout number.Layout
		words  []string
	}{
		"column": {byName(number.FieldNumber, "Fax"), []string{"Fax", "A (Phone)", "D (Note)"}},
		"row":    {number.Layout{Header: new(9)}, []string{"Row 9", "at most row 3"}},
		"sheet":  {number.Layout{Sheet: new("Sheet1")}, []string{"Sheet1"}},
	}
	for name, c := range refused {
		t.Run("no such "+name, func(t *testing.T) {
			t.Parallel()
			_, err := readBytes(t, "list.csv", []byte(text), c.layout)
			filetest.Refused(t, err, fault.Usage, c.words...)
		})
	}
	_, err := readBytes(t, "list.csv", []byte("Phone;Phone\n1;2\n"), byName(number.FieldNumber, "Phone"))
	filetest.Refused(t, err, fault.Usage, "A (Phone), B (Phone)")
}

// skips are the rows that were left out, with the reason.
func skips(table *number.Table) string {
	var all []string
	for _, r := range table.Records {
		if r.Skipped != number.SkipNone {
			all = append(all, fmt.Sprintf("%d %s", r.Line, r.Skipped))
		}
	}
	return strings.Join(all, ", ")
}

func TestRowsAreLeftOut(t *testing.T) {
	t.Parallel()
	cases := map[string]struct {
		text   string
		layout number.Layout
		want   string
	}{
		"total":                     {"Site;Phone\nX;+12125550101\nTotal: 1;\n", number.Layout{}, "3 total"},
		"total with a number":       {"Site;Phone\nTotal;+12125550101\n", number.Layout{}, ""},
		"repeated header":           {"Phone;Site\n+12125550101;X\nPHONE;Site\n+12125550102;X\n", number.Layout{}, "3 heading"},
		"heading without header":    {"List;x\n;y\n2026;z\n+12125550101;X\n+12125550102;X\n;Y\n", number.Layout{}, "1 heading, 2 heading, 6 note"},
		"nothing if row is set":     {"of us\n+12125550101\n", number.Layout{Header: new(0)}, ""},
		"nothing if column is set":  {"7;of us\n8;+12125550101\n", number.Layout{Columns: map[number.Field]string{number.FieldNumber: "B"}}, ""},
		"note":                      {"Phone;Site\n+12125550101;X\n;see you\n", number.Layout{}, "3 note"},
		"note below the numbers":    {"Phone;Site\n+12125550101;X\nExported 29 Nov 2026;\n", number.Layout{}, "3 note"},
		"note, no other column":     {"Phone\n+12125550101\nExported 29 Nov 2026\n", number.Layout{}, ""},
		"note with a cell beside":   {"Phone;Site\n+12125550101;X\nExported 29 Nov 2026;Y\n", number.Layout{}, ""},
		"note above a number":       {"Phone;Site\n+12125550101;X\nExported at 9:00 or 10:00;\n+12125550102;X\n", number.Layout{}, ""},
		"number with letters":       {"Phone;Site\n+12125550101;X\next 12125550102 x7;\n", number.Layout{}, ""},
		"a word is no note":         {"Phone;Site\n+12125550101;X\nBerlin;\nnot assigned;\n", number.Layout{}, ""},
		"two cells are no note":     {"Phone;Site;Type\n+12125550101;X;DID\n;Y;DID\n", number.Layout{}, ""},
		"no note without any phone": {"Phone;Site\nx;X\n;Y\n", number.Layout{}, ""},
		"a gap is no note":          {"Phone;Site\n+12125550101;X\n\n\n\n;Y\n+12125550102;Z\n", number.Layout{}, ""},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := skips(mustRead(t, "list.csv", []byte(c.text), c.layout)); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// inline is a row of texts from column A on.
func inline(line int, attrs string, texts ...string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<row r="%d" %s>`, line, attrs)
	for i, text := range texts {
		if text != "" {
			fmt.Fprintf(&b, `<c r="%s%d" t="inlineStr"><is><t>%s</t></is></c>`, number.ColumnName(i), line, text)
		}
	}
	return b.String() + "</row>"
}

func TestMergedCellsCountForTheirRows(t *testing.T) {
	t.Parallel()
	sheet := "<sheetData>" +
		inline(1, "", "Site", "Phone", "State") +
		inline(2, "", "", "", "(planned)", "Type") +
		inline(3, "", "X", "+12125550101", "active", "DID") +
		inline(4, "", "", "+12125550102", "", "DID") +
		inline(5, "", "", "", "", "DID") +
		inline(6, "", "Y", "+12125550103") +
		"</sheetData><mergeCells>" +
		`<mergeCell ref="A1:A2"/><mergeCell ref="B1:B2"/><mergeCell ref="A3:A5"/><mergeCell ref="B4:B5"/><mergeCell ref="C4:C3"/><mergeCell ref="nonsense"/>` +
		"</mergeCells>"
	table := mustRead(t, "list.xlsx", filetest.Zip(t, filetest.Workbook(sheet)), number.Layout{})
	if got, want := summary(table), "header 2 number B type D state C location A"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	var got []string
	for _, r := range table.Records {
		got = append(got, fmt.Sprintf("%d %s %s %s", r.Line, r.Text(number.FieldLocation), r.Number().Value, r.Skipped))
	}
	want := []string{"3 X +12125550101 ", "4 X +12125550102 ", "5 X  merged", "6 Y +12125550103 "}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestRowsComeInTheirOrder(t *testing.T) {
	t.Parallel()
	sheet := "<sheetData>" + inline(3, "", "+12125550102", "b") + inline(1, "", "Phone", "Name") +
		`<row r="2"><c r="B2"><v>1</v></c><c r="A2"><v>2</v></c><c r="A2" t="inlineStr"><is><t>+12125550101</t></is></c></row></sheetData>`
	table := mustRead(t, "list.xlsx", filetest.Zip(t, filetest.Workbook(sheet)), number.Layout{})
	var got []string
	for _, r := range table.Records {
		got = append(got, fmt.Sprint(r.Line, r.Source.All()))
	}
	if diff := cmp.Diff([]string{"2 [+12125550101 1]", "3 [+12125550102 b]"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestRowsWithoutNumbersHaveThoseOfTheirCells(t *testing.T) {
	t.Parallel()
	cell := func(place, text string) string {
		return `<row><c ` + place + ` t="inlineStr"><is><t>` + text + `</t></is></c></row>`
	}
	sheet := "<sheetData>" + cell(`r="A1"`, "Phone") + cell(`r="A7"`, "+12125550101") + cell("", "+12125550102") + "</sheetData>"
	table := mustRead(t, "list.xlsx", filetest.Zip(t, filetest.Workbook(sheet)), number.Layout{})
	var got []int
	for _, r := range table.Records {
		got = append(got, r.Line)
	}
	if diff := cmp.Diff([]int{7, 8}, got); diff != "" {
		t.Error(diff)
	}
}

// TestVeryWideTablesAreRefused has one cell in the last column of each row: the
// file is small, and the table would not be.
func TestVeryWideTablesAreRefused(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	b.WriteString("<sheetData>" + inline(1, "", "Phone"))
	for line := 2; line <= maxShown/sheet.MaxColumns+2; line++ {
		fmt.Fprintf(&b, `<row r="%d"><c r="A%d"><v>12125550101</v></c><c r="XFD%d"><v>1</v></c></row>`, line, line, line)
	}
	content := filetest.Zip(t, filetest.Workbook(b.String()+"</sheetData>"))
	_, err := readBytes(t, "list.xlsx", content, number.Layout{})
	filetest.Refused(t, err, fault.FileTooLarge, "too large")
}

// hide hides sheets of a workbook, as its state says.
func hide(p filetest.Parts, state string, sheets ...string) filetest.Parts {
	for _, name := range sheets {
		p["xl/workbook.xml"] = strings.Replace(p["xl/workbook.xml"], `name="`+name+`"`, `name="`+name+`" state="`+state+`"`, 1)
	}
	return p
}

func TestHiddenRowsAreCountedInTheirNote(t *testing.T) {
	t.Parallel()
	cases := map[string]struct {
		hidden int
		want   string
	}{
		"one": {1, "1 row is hidden in the file, by hand or by a filter. It is left out unless you include it."},
		"two": {2, "2 rows are hidden in the file, by hand or by a filter. They are left out unless you include them."},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			sheet := "<sheetData>" + inline(1, "", "Phone") + inline(2, "", "+12125550100")
			for i := range c.hidden {
				sheet += inline(i+3, `hidden="1"`, fmt.Sprintf("+1212555010%d", i+1))
			}
			table := mustRead(t, "list.xlsx", filetest.Zip(t, filetest.Workbook(sheet+"</sheetData>")), number.Layout{})
			if len(table.Notes) != 1 || table.Notes[0].Text != c.want {
				t.Errorf("notes %v", table.Notes)
			}
		})
	}
}

func kindsOf(table *number.Table) []number.NoteKind {
	var all []number.NoteKind
	for _, n := range table.Notes {
		all = append(all, n.Kind)
	}
	return all
}

func TestSheetIsFound(t *testing.T) {
	t.Parallel()
	phones := "<sheetData>" + inline(1, "", "Phone") + inline(2, "", "+12125550101") + inline(3, `hidden="true"`, "+12125550102") + "</sheetData>"
	names := "<sheetData>" + inline(1, "", "Name", "Town") + inline(2, "", "a", "b") + "</sheetData>"
	doubt := "<sheetData>" + inline(1, "", "Phone", "Mobile") + inline(2, "", "+12125550101", "+12125550102") + "</sheetData>"
	without := func(p filetest.Parts, name string) filetest.Parts {
		delete(p, name)
		return p
	}
	cases := map[string]struct {
		Parts  filetest.Parts
		layout number.Layout
		want   string
		notes  []number.NoteKind
	}{
		"the first with numbers": {filetest.Workbook(names, phones), number.Layout{}, "Sheet2", []number.NoteKind{number.NoteHiddenRows}},
		"the first in doubt":     {filetest.Workbook(names, doubt, phones), number.Layout{}, "Sheet2", []number.NoteKind{number.NoteLeftAside}},
		"the first of all":       {filetest.Workbook(names, names), number.Layout{}, "Sheet1", nil},
		"a hidden one":           {hide(filetest.Workbook(phones, names), "hidden", "Sheet1"), number.Layout{}, "Sheet2", []number.NoteKind{number.NoteLeftAside}},
		"further ones":           {filetest.Workbook(phones, phones), number.Layout{}, "Sheet1", []number.NoteKind{number.NoteHiddenRows, number.NoteLeftAside}},
		"a missing one":          {without(filetest.Workbook(names, phones), "xl/worksheets/sheet1.xml"), number.Layout{}, "Sheet2", []number.NoteKind{number.NoteHiddenRows, number.NoteOtherSheets}},
		"the named one":          {filetest.Workbook(phones, names), number.Layout{Sheet: new("sheet2")}, "Sheet2", []number.NoteKind{number.NoteLeftAside}},
		"a named hidden one":     {hide(filetest.Workbook(names, phones), "veryHidden", "Sheet2"), number.Layout{Sheet: new("Sheet2")}, "Sheet2", []number.NoteKind{number.NoteHiddenRows}},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			table := mustRead(t, "list.xlsx", filetest.Zip(t, c.Parts), c.layout)
			if table.Sheet != c.want {
				t.Errorf("got %s, want %s", table.Sheet, c.want)
			}
			if diff := cmp.Diff(c.notes, kindsOf(table)); diff != "" {
				t.Error(diff)
			}
		})
	}
	_, err := readBytes(t, "list.xlsx", filetest.Zip(t, hide(filetest.Workbook(names, phones), "hidden", "Sheet1")), number.Layout{Sheet: new("Sheet3")})
	filetest.Refused(t, err, fault.Usage, "Sheet3", "Sheet2, Sheet1")
	_, err = readBytes(t, "list.xlsx", filetest.Zip(t, without(filetest.Workbook(names), "xl/worksheets/sheet1.xml")), number.Layout{})
	filetest.Refused(t, err, fault.FileDamaged, "damaged")
	_, err = readBytes(t, "list.xlsx", filetest.Zip(t, hide(filetest.Workbook(names, phones), "hidden", "Sheet1", "Sheet2")), number.Layout{})
	filetest.Refused(t, err, fault.FileEmpty, "empty")
}

func TestNotesAreMade(t *testing.T) {
	t.Parallel()
	cases := map[string]struct {
		name, text string
		want       []number.NoteKind
	}{
		"nothing":            {"list.csv", "Phone\n+12125550101\n", nil},
		"assumed encoding":   {"list.csv", "Phone;Site\n+12125550101;M\xfcnchen\n", []number.NoteKind{number.NoteEncoding}},
		"wrong ending":       {"list.xlsx", "Phone\n+12125550101\n", []number.NoteKind{number.NoteWrongName}},
		"unknown ending":     {"list.export", "Phone\n+12125550101\n", nil},
		"no ending":          {"list", "Phone\n+12125550101\n", nil},
		"column not used":    {"list.csv", "Phone;State\n+12125550101;Kansas\n", []number.NoteKind{number.NoteLeftAside}},
		"other phone column": {"list.csv", "Phone;Customer\n+12125550101;2125550199\n+12125550102;2125550198\n", []number.NoteKind{number.NoteLeftAside}},
		"one other phone":    {"list.csv", "Phone;Customer\n+12125550101;2125550199\n", nil},
		"a place":            {"list.csv", "Phone;City\n+12125550101;Kansas City\n", nil},
		"rows taken out":     {"list.csv", "Phone;Status\n+12125550101;active\n+12125550102;removed\n", nil},
		"left out":           {"list.csv", "Site;Phone\nX;+12125550101\nTotal;\nSum;\n", []number.NoteKind{number.NoteLinesLeftOut}},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			table := mustRead(t, c.name, []byte(c.text), number.Layout{})
			if diff := cmp.Diff(c.want, kindsOf(table)); diff != "" {
				t.Error(diff)
			}
			for _, n := range table.Notes {
				if !strings.HasSuffix(n.Text, ".") {
					t.Errorf("no sentence: %q", n.Text)
				}
			}
		})
	}
	table := mustRead(t, "list.csv", filetest.Zip(t, filetest.Workbook("<sheetData>"+inline(1, "", "+12125550101")+"</sheetData>")), number.Layout{})
	if diff := cmp.Diff([]number.NoteKind{number.NoteWrongName}, kindsOf(table)); diff != "" {
		t.Error(diff)
	}
}

func TestWhatWasLeftAsideIsToldInTheWordsOfTheInventory(t *testing.T) {
	t.Parallel()
	table := mustRead(t, "list.csv", []byte("Phone;Customer\n+12125550101;2125550199\n+12125550102;2125550198\n"), number.Layout{})
	want := []number.Note{{Kind: number.NoteLeftAside, Text: "B, Customer: 2 cells look like phone numbers, but the header says something else."}}
	if diff := cmp.Diff(want, table.Notes); diff != "" {
		t.Error(diff)
	}
}

func TestActiveHeaderIsTold(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{"Phone;Active?\n+12125550101;yes\n": true, "Phone;Status\n+12125550101;active\n": false} {
		if got := mustRead(t, "list.csv", []byte(text), number.Layout{}).ActiveHeader; got != want {
			t.Errorf("%q: got %t", text, got)
		}
	}
}
