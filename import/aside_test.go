package importer

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"numberloader/import/filetest"
	"numberloader/internal/number"
)

// TestDoubtIsAQuestionInAnyLanguage has the kinds of faults of testdata/aside in
// other words, languages and positions.
func TestDoubtIsAQuestionInAnyLanguage(t *testing.T) {
	t.Parallel()
	cases := map[string]struct{ text, want string }{
		"a word of data, Italian":       {"Nome;Telefono;Stato\nA;+39 06 12345678;IT\nB;;DA\nC;+39 06 12345679;IT\n", "header 1 number B"},
		"a word of data, German":        {"Rufnummer;Notiz\n+493023125001;x\n;von\n+493023125002;y\n", "header 1 number A"},
		"a word of data below a gap":    {"Phone;Note\n+12125550101;x\n\n;Cell\n+12125550102;y\n", "header 1 number A"},
		"digits in the header":          {"Telefon 2 (11-stellig);Ort\n+493023125001;x\n", "header 1 number A"},
		"digits and a value":            {"Phone 2 - Value;Site\n+12125550101;x\n", "header 1 number A location B"},
		"area code, Spanish":            {"Prefijo;Teléfono\n91;2345678\n93;4567890\n", "header 1 number B"},
		"area code, Italian":            {"Prefisso;Numero\n06;12345678\n02;12345679\n", "header 1 number B"},
		"NPA, NXX, station":             {"NPA;NXX;Station\n212;555;0100\n212;555;0101\n", "header 1 number C"},
		"customers, German":             {"Kundennummer;Betrag\n3023125001;1\n3023125002;2\n", "header 1 ask A"},
		"invoices, French":              {"N° facture;Nom\n2026080100;a\n2026080101;b\n", "header 1 ask A"},
		"orders, Japanese":              {"注文番号;氏名\n2026080100;a\n2026080101;b\n", "header 1 ask A"},
		"serial numbers, Spanish":       {"Número de serie;Teléfono\n9123456001;+34912345678\n9123456002;+34912345679\n", "header 1 number B"},
		"MAC addresses":                 {"MAC;Phone\n00:1A:2B:3C:4D:5E;+12125550101\n00:1A:2B:3C:4D:5F;+12125550102\n", "header 1 number B"},
		"times":                         {"Hours;Phone\n08:00-17:30;+12125550101\n08:00-17:30;+12125550102\n", "header 1 number B"},
		"a count, German":               {"Rufnummer;Anzahl\n+493023125000;10\n", "header 1 number A end B"},
		"a count, French":               {"Numéro de début;Quantité\n+33199001200;100\n", "header 1 number A end B"},
		"last digits, German":           {"Rufnummer;bis\n+493023125000;09\n", "header 1 number A end B"},
		"fax before desk, Italian":      {"Nome;Fisso;Fax\nA;+390612345678;+390612345679\n", "header 1 ask B C"},
		"mobile before desk, Spanish":   {"Nombre;Móvil;Fax\nA;+34612345678;+34912345679\n", "header 1 ask B C"},
		"an office, German":             {"Name;Büro;Telefon\nA;+493023125001;+493023125002\n", "header 1 ask B C"},
		"an index, German":              {"Nummer;Name;Anschluss\n1;a;+493023125001\n2;b;+493023125002\n", "header 1 number C"},
		"a type by its words":           {"Phone;Category\n+12125550101;DID\n+18005550102;Toll Free\n", "header 1 number A type B"},
		"a status of somebody":          {"Phone;User Status\n+12125550101;Active\n", "header 1 number A"},
		"settings are no states":        {"Phone;cwtone\n+12125550101;disabled\n", "header 1 number A"},
		"a second table":                {"Phone;Site\n+12125550101;x\n\nPhone;Owner\n+12125550111;y\n", "header 1 location B ask A A"},
		"a contact below":               {"Rufnummer;Typ\n+493023125001;DID\n\nKontakt;Telefon\nAnn;+493023125009\n", "header 1 type B ask A B"},
		"a support number above":        {"Support:;+18005550199\n\nPhone;Site\n+12125550101;x\n", "header 3 number A location B"},
		"a list above the header":       {"+12125550101;x\n+12125550102;y\nPhone;Site\n+12125550103;z\n", "header 0 ask A A"},
		"extensions of seven digits":    {"Name;Extension\na;5551001\nb;5551007\n", "header 1 ask B"},
		"numbers that say nothing":      {"Name;Line\ne;+12125550101\na;-\nb;N/A\nc;tbd\n", "header 1 number B"},
		"nothing above the numbers":     {"a;keine\nb;+493023125001\n", "header 0 number B"},
		"a number column of dashes":     {"Phone;Mobile\n-;+12125550101\n-;+12125550102\n", "header 1 number B"},
		"a title over no header":        {"電話番号一覧 2026年8月\n\nnone;(11) 3123-0100\nservice;(11) 3123-0101\n", "header 0 number B"},
		"a title over addresses":        {"DIDs for Acme\n\n192.168.1.17;+12125550101\n192.168.1.18;+12125550102\n", "header 0 number B"},
		"a cover over no header":        {"Acme\nSupport:;+18005550199\n\n4100;+12125550101\n4101;+12125550102\n", "header 0 number B"},
		"types are no cover":            {"did;+12125550100\n\nAnn;+12125550101\nBob;+12125550102\n", "header 0 number B"},
		"a name before the count":       {"Número;Nombre;Cantidad\n+34912345600;Ana;10\n+34912345610;Eva;10\n", "header 1 number A end C"},
		"an account on two lines":       {"Ref;\"Account\nnumber\"\na;2125550101\nb;2125550102\n", "header 1 ask B"},
		"the header on each page":       {"Teléfono\ntel:+1-913-555-0100\ntel:+1-913-555-0101\ntel:+1-913-555-0102\ntel:+1-913-555-0103\ntel:+1-913-555-0104\ntel:+1-913-555-0105\nTeléfono\ntel:+1-913-555-0199\n", "header 1 number A"},
		"a group below the header":      {"Konto;Rufton\nVertrieb\n2543828252;+493023125001\n2154851348;+493023125002\n", "header 1 number B"},
		"empty numbers, and a transfer": {"Phone number;destination\n;530347245\n;530347246\n", "header 1 ask A B"},
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

// TestSeveralListsAreReadInOneRun answers the questions with more than one
// candidate.
func TestSeveralListsAreReadInOneRun(t *testing.T) {
	t.Parallel()
	const tables = "Phone;Site\n+12125550101;X\n\nOwner;Phone\na;+12125550111\n"
	const columns = "Phone;Mobile;Site\n+12125550101;+12125550102;X\n;+12125550103;Y\n"
	for name, c := range map[string]struct {
		text   string
		layout number.Layout
		want   []string
	}{
		"tables":      {tables, number.Layout{Headers: []int{1, 4}}, []string{"A2 +12125550101", "B5 +12125550111"}},
		"one table":   {tables, number.Layout{Header: new(1)}, []string{"A2 +12125550101"}},
		"the second":  {tables, number.Layout{Header: new(4)}, []string{"B5 +12125550111"}},
		"a dash":      {"Phone;Mobile\n+12125550101;-\nn/a;+12125550102\n-;\n", number.Layout{Columns: map[number.Field]string{number.FieldNumber: "A"}, Numbers: []string{"Mobile"}}, []string{"A2 +12125550101", "B3 +12125550102", "A4 -"}},
		"two columns": {columns, number.Layout{Columns: map[number.Field]string{number.FieldNumber: "A"}, Numbers: []string{"Mobile"}}, []string{"A2 +12125550101", "B2 +12125550102", "B3 +12125550103"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			table := mustRead(t, "list.csv", []byte(c.text), c.layout)
			if table.Ask != nil {
				t.Fatalf("asks %+v", table.Ask)
			}
			var got []string
			for i := range table.Records {
				r := &table.Records[i]
				got = append(got, fmt.Sprintf("%s%d %s", number.ColumnName(table.List(r).Columns[number.FieldNumber]), r.Line, r.Number().Value))
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestSeveralSheetsAreReadInOneRun reads two sheets, whose rows name theirs.
func TestSeveralSheetsAreReadInOneRun(t *testing.T) {
	t.Parallel()
	sheetOf := func(header, text string) string {
		return "<sheetData>" + inline(1, "", header) + inline(2, "", text) + "</sheetData>"
	}
	content := filetest.Zip(t, filetest.Workbook(sheetOf("Phone", "+12125550101"), sheetOf("DID", "+12125550102")))
	table := mustRead(t, "list.xlsx", content, number.Layout{})
	switch {
	case table.Ask == nil:
		t.Fatalf("table.Ask is %v", table.Ask)
	case table.Ask.Question != number.QuestionSheet:
		t.Fatalf("table.Ask.Question is %v, not %v", table.Ask.Question, number.QuestionSheet)
	case len(table.Ask.Candidates) != 2:
		t.Fatalf("table.Ask.Candidates is %v", table.Ask.Candidates)
	case !table.Ask.Several:
		t.Fatal("table.Ask.Several is false")
	}
	table = mustRead(t, "list.xlsx", content, number.Layout{Sheets: []string{"Sheet1", "Sheet2"}, SheetIsLocation: true})
	var got []string
	for i := range table.Records {
		r := &table.Records[i]
		got = append(got, table.List(r).Sheet+" "+r.Number().Value+" "+r.Text(number.FieldLocation))
	}
	want := []string{"Sheet1 +12125550101 Sheet1", "Sheet2 +12125550102 Sheet2"}
	if diff := cmp.Diff(want, got); diff != "" || table.Ask != nil {
		t.Errorf("asks %v %s", table.Ask, diff)
	}
}

// TestWhatIsLeftAsideOfSeveralSheetsNamesItsSheet reads one sheet and then two with a
// column of extensions.
func TestWhatIsLeftAsideOfSeveralSheetsNamesItsSheet(t *testing.T) {
	t.Parallel()
	sheet := "<sheetData>" + inline(1, "", "Phone", "Ext") + inline(2, "", "+12125550101", "4101") + inline(3, "", "+12125550102", "4102") + "</sheetData>"
	content := filetest.Zip(t, filetest.Workbook(sheet, sheet))
	for want, layout := range map[string]number.Layout{
		"B, Ext: 2 cells, not used.":                      {Sheet: new("Sheet1")},
		"Sheet Sheet1, column B, Ext: 2 cells, not used.": {Sheets: []string{"Sheet1", "Sheet2"}},
	} {
		table := mustRead(t, "list.xlsx", content, layout)
		if !slices.ContainsFunc(table.Notes, func(n number.Note) bool { return n.Text == want }) {
			t.Errorf("%q is not among %v", want, table.Notes)
		}
	}
}

// TestAColumnThatRepeatsFewTextsIsAccountedForWithoutAHeader has lists without a row of
// headers: what may be locations is told as not used, and what differs from row to row
// is not.
func TestAColumnThatRepeatsFewTextsIsAccountedForWithoutAHeader(t *testing.T) {
	t.Parallel()
	for text, told := range map[string]bool{
		"+12125550101;Lab A\n+12125550102;Lab A\n+12125550103;Lab A\n":                                                    true,
		"+12125550101;Nord\n+12125550102;Süd\n+12125550103;Nord\n+12125550104;Nord\n+12125550105;Süd\n+12125550106;Süd\n": true,
		"+12125550101;Lab A\n+12125550102;Lab A\n+12125550103;Lab B\n":                                                    true,
		"+12125550101;Ann\n+12125550102;Bob\n+12125550103;Cem\n":                                                          false,
		"+12125550101;Ann\n+12125550102;Bob\n+12125550103;Ann\n+12125550104;Eve\n":                                        false,
		"+12125550101;7\n+12125550102;7\n+12125550103;7\n":                                                                false,
		"+12125550101;DID\n+12125550102;DID\n+12125550103;DID\n":                                                          false, // used as the type
		"Phone;Note\n+12125550101;Lab A\n+12125550102;Lab A\n+12125550103;Lab A\n":                                        false,
	} {
		table := mustRead(t, "list.csv", []byte(text), number.Layout{})
		got := slices.ContainsFunc(table.Inventory, func(i number.Item) bool {
			return i.Column == 1 && i.Aside == number.AsideUnusedColumn && i.Filled == len(table.Records)
		})
		if got != told {
			t.Errorf("%q: %+v", text, table.Inventory)
		}
	}
}

// TestNumbersThatAreNotReadAreToldFirst has a column that nobody uses in front of one with
// further numbers.
func TestNumbersThatAreNotReadAreToldFirst(t *testing.T) {
	t.Parallel()
	text := "Phone,Extension,Fax\n+18165550101,6789,+18165550201\n+18165550102,6790,+18165550202\n+18165550103,6791,+18165550203\n"
	var told []string
	for _, note := range readText(t, text, number.Layout{Columns: map[number.Field]string{number.FieldNumber: "A", number.FieldExtension: ""}}).Notes {
		told = append(told, note.Text)
	}
	if len(told) != 2 || !strings.HasPrefix(told[0], "C, Fax") || !strings.HasPrefix(told[1], "B, Extension") {
		t.Errorf("it says %q", told)
	}
}
