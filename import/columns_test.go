package importer

import (
	"testing"

	"numberloader/import/filetest"
	"numberloader/internal/number"
)

// TestListsAsCarriersSendThem has the header rows and the columns of lists in
// several languages, with what stands around them.
func TestListsAsCarriersSendThem(t *testing.T) {
	t.Parallel()
	cases := map[string]struct{ text, want string }{
		"header in row 8": {
			"Carrier Inc.\n\nOrder of August\nPlease keep\n\nPage one\n\nSite\tPhone number\tType\nX\t+12125550101\tDID\nY\t+12125550102\tDID\nX\t+12125550103\tDID\nY\t+12125550104\tDID\n",
			"header 8 number B type C location A",
		},
		"two header rows, words below": {
			"Anschluss;;Verwaltung\nRufnummer;Art;Standort\n030 23125001;Festnetz;Berlin\n030 23125002;Festnetz;Berlin\n",
			"header 2 number A type B location C",
		},
		"two header rows, words above": {
			"Rufnummer;Nummernart;Standort\n(international);(siehe Liste);(Stadt)\n030 23125001;Festnetz;Berlin\n030 23125002;Festnetz;Berlin\n",
			"header 1 number A type B location C",
		},
		"two header rows of words": {
			"Telefon;Typ;Standort\nPhone;Type;Site\n+493023125001;DID;Berlin\n+493023125002;DID;Berlin\n",
			"header 2 number A type B location C",
		},
		"a phone number above another column": {
			"Hotline;+49 30 23125000\nName;Ort;Rufnummer\na;b;+493023125001\nc;d;+493023125002\n",
			"header 2 number C",
		},
		"a phone number above the header, in its column": {
			"+49 30 23125000\nRufnummer;Standort\n+493023125001;Berlin\n+493023125002;Berlin\n",
			"header 2 number A location B",
		},
		"header repeated on every page": {
			"Phone;Site\n+12125550101;X\nPhone;Site\n+12125550102;X\n",
			"header 1 number A location B",
		},
		"extensions beside the numbers":  {"Name;Extension;Telephone\na;1001;+12125550101\nb;1002;+12125550102\n", "header 1 number C"},
		"long extensions, no header":     {"a;5551001;x\nb;5551002;y\n", "header 0 number B"},
		"old and new, English":           {"Old number;New number\n+12125550101;+12125550102\n", "header 1 ask A B"},
		"old and new, German":            {"Alte Rufnummer;Rufnummer\n030 23125001;030 23125002\n", "header 1 ask A B"},
		"old and new, French":            {"Ancien numéro;Numéro\n0199001234;0199001235\n", "header 1 ask A B"},
		"old and new, Japanese":          {"旧番号;番号\n0312345678;0312345679\n", "header 1 ask A B"},
		"old number empty":               {"Old number;New number\n;+12125550102\n", "header 1 number B"},
		"new number empty, old ones are": {"Old number;New number\n+12125550101;\n", "header 1 number A"},
		"from and to, German":            {"von;bis;Ort\n030 2312500;030 2312509;Berlin\n", "header 1 number A end B"},
		"from and to, Spanish":           {"Desde;Hasta;Sede\n912345600;912345699;Madrid\n", "header 1 number A end B location C"},
		"from and to, French":            {"N° début;de;à;Site\nx;0199001200;0199001299;Paris\n", "header 1 number B end C location D"},
		"from and to, Italian":           {"Da;A;Sede\n0212345600;0212345699;Milano\n", "header 1 number A end B location C"},
		"from and to, Portuguese":        {"Início;Fim;Unidade\n212345600;212345699;Lisboa\n", "header 1 number A end B location C"},
		"from and to, Japanese":          {"自;至;拠点\n0312345600;0312345699;東京\n", "header 1 number A end B location C"},
		"only the last number":           {"To;Site\n+12125550199;X\n", "header 1 number A location B"},
		"to before from":                 {"To;From\n+12125550199;+12125550100\n", "header 1 number B end A"},
		"mobile phones, type says so":    {"Handy;Art;Abo Nummer\n+4915112345678;Mobilfunk;S1\n", "header 1 number A type B subscription C"},
		"one column with header":         {"E164\n+12125550101\n+12125550102\n", "header 1 number A"},
		"one column, unknown header":     {"Assigned\n+12125550101\n+12125550102\n", "header 1 number A"},
		"one column, nothing else":       {"+12125550101\n+12125550102\n", "header 0 number A"},
		"one column of names":            {"Anna\nBob\n", "header 0 ask"},
		"one number":                     {"+12125550101", "header 0 number A"},
		"header alone":                   {"Phone number;Type;Location\n", "header 1 number A type B location C"},
		"types and states by words": {
			"+12125550101;aktiv;Durchwahl;kein\n+12125550102;inaktiv;Handy;Dienst\n",
			"header 0 number A type C usage D state B",
		},
		"a site named like a header": {"Phone;Location\n+12125550101;Office\n+12125550102;Branch\n", "header 1 number A location B"},
		"the value DID in the first row": {
			"DID;+12125550101\nDID;+12125550102\nTF;+18005550103\n",
			"header 0 number B type A",
		},
		"a quarter of the cells have the text": {
			"x;DID\nDID;+12125550101\nDID;+12125550102\ny;+12125550103\n",
			"header 1 number B",
		},
		"four of five are types": {
			"+12125550101;DID\n+12125550102;TF\n+12125550103;DID\n+12125550104;mobile\n+12125550105;who knows\n",
			"header 0 number A type B",
		},
		"half of the records have the delimiter": {"Title\nA note\nPhone;Site\n+12125550101;X\n", "header 3 number A location B"},
		"the delimiter with more fields":         {"Phone,Type,Site;x\n+12125550101,DID,a;b\n", "header 1 number A type B"},
		"state means a country's part":           {"Telefone;Estado\n+351212345678;São Paulo\n+351212345679;Bahia\n", "header 1 number A"},
		"two state columns":                      {"Phone;State;Active\n+12125550101;NY;yes\n+12125550102;NJ;no\n", "header 1 number A state C"},
		"yes and no under usage":                 {"Phone;Use\n+12125550101;yes\n+12125550102;yes\n", "header 1 number A"},
		"dates beside the numbers":               {"Porting date;Phone\n2026-08-01;+12125550101\n2026-08-02;+12125550102\n", "header 1 number B"},
		"the number that is billed": {
			"BTN;TN;LRN\n+12125550100;+12125550101;+12125550199\n+12125550100;+12125550102;+12125550199\n+12125550100;+12125550103;+12125550199\n",
			"header 1 number B",
		},
		"too few billed to be one": {
			"BTN;TN\n+12125550100;+12125550101\n+12125550100;+12125550102\n", "header 1 ask A B",
		},
		"another phone of each": {
			"BTN;TN\n+12125550100;+12125550101\n+12125550100;+12125550102\n+12125550109;+12125550103\n", "header 1 ask A B",
		},
		"one number everywhere": {
			"BTN;TN\n+12125550100;+12125550101\n+12125550100;+12125550101\n+12125550100;+12125550101\n", "header 1 ask A B",
		},
		"customer numbers beside": {"Customer no;Phone;Order\n1234567890;+12125550101;9876543210\n", "header 1 number B"},
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

// TestMergedHeadersCountInTheirFirstColumn has a title over all columns, a group
// over two, and headers of two rows.
func TestMergedHeadersCountInTheirFirstColumn(t *testing.T) {
	t.Parallel()
	sheet := "<sheetData>" +
		inline(1, "", "Phone numbers of Acme") +
		inline(2, "", "Site", "Line", "", "State") +
		inline(3, "", "", "Number", "Type") +
		inline(4, "", "X", "+12125550101", "DID", "active") +
		inline(5, "", "Y", "+12125550102", "DID", "active") +
		`</sheetData><mergeCells><mergeCell ref="A1:D1"/><mergeCell ref="A2:A3"/><mergeCell ref="B2:C2"/><mergeCell ref="D2:D3"/></mergeCells>`
	table := mustRead(t, "list.xlsx", filetest.Zip(t, filetest.Workbook(sheet)), number.Layout{})
	if got, want := summary(table), "header 3 number B type C state D location A"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
