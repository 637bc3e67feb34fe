package importer

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"numberloader/import/delimited"
	"numberloader/import/headers"
	"numberloader/import/sheet"
	"numberloader/internal/number"
	"numberloader/internal/reading"
)

// generatedLists is how many lists are made up. The seed is the number of the list.
const generatedLists = 2000

// TestMadeUpListsLoseNothing makes lists of 40 people in many languages, with
// optional columns, blanks, titles, notes, totals and second tables. Each number
// of the list is read and none is made up, or there is a question. A list in which
// nothing is ambiguous asks at most twice in a hundred, and one that is ambiguous
// always.
func TestMadeUpListsLoseNothing(t *testing.T) {
	t.Parallel()
	asked, clear := 0, 0
	for seed := range generatedLists {
		list := makeList(rand.New(rand.NewPCG(1, uint64(seed)))) //nolint:gosec // a seeded test
		table, err := readHere(t, []byte(list.text))
		if err != nil {
			t.Fatalf("list %d: %v\n%s", seed, err, list.text)
		}
		switch {
		case list.ambiguous && table.Ask == nil:
			t.Errorf("list %d does not ask\n%s", seed, list.text)
		case list.ambiguous:
			continue
		case table.Ask != nil:
			asked, clear = asked+1, clear+1
			t.Logf("list %d asks for the %s\n%.300s", seed, table.Ask.Question, list.text)
			continue
		}
		clear++
		var got []string
		for i := range table.Records {
			if r := &table.Records[i]; r.Skipped == number.SkipNone && !r.Number.IsEmpty() {
				got = append(got, r.Number.Value)
			}
		}
		if !slices.Equal(got, list.numbers) {
			t.Errorf("list %d: %d numbers, want %d; columns %v, header %d\n%.600s", seed, len(got), len(list.numbers), table.Columns, table.HeaderRow, list.text)
		}
	}
	if asked*50 > clear {
		t.Errorf("%d of %d lists ask in which nothing is ambiguous", asked, clear)
	}
}

// madeUp is a list and what is true of it.
type madeUp struct {
	text      string
	numbers   []string
	ambiguous bool
}

// numberHeaders are headers of the numbers to add, and otherHeaders those of other
// phones, in ten languages.
var (
	numberHeaders = strings.Split("Phone number|DID|TN|Rufnummer|Teléfono|Numéro de téléphone|Telefono|Telefone|電話番号|Telefoonnummer|电话号码|전화번호|Телефон|Phone 1 - Value|10 digit TN", "|")
	otherHeaders  = strings.Split("Fax|Mobile|Handy|Celular|Portable|Cellulare|携帯電話|Mobiel|Office|Festnetz|Home phone", "|")
)

// optional are further columns: a header, and how its cells are made up.
var optional = []struct {
	headers string
	cell    func(r *rand.Rand, i int) string
}{
	{"Name|Nombre|Nom|Nome|氏名|Naam|姓名|이름|Имя|Mitarbeiter", func(_ *rand.Rand, i int) string { return "Person " + string(rune('A'+i%26)) }},
	{"Location|Standort|Sede|Site|拠点|Vestiging|地点|위치|Филиал|Local", pick("Berlin", "Kansas City", "Lyon", "大阪")},
	{"Contact type|User type|Device|Gerät|ST|Region|Team|Group", pick("Mobile", "Office", "KS", "CA", "DE", "VIP")},
	{"Type|Typ|Tipo|Service Type|種別|Kategorie", pick("DID", "Toll Free", "mobile", "DID")},
	{"Status|Estado|État|Stato|状態", pick("active", "inactive", "active")},
	{"Extension|Ext|Nebenstelle|Interno|内線", func(_ *rand.Rand, i int) string { return fmt.Sprint(4100 + i*7) }},
	{"Account number|Kundennummer|Número de cuenta|N° client|Codice cliente|顧客番号|Order no|Serial number|Invoice|IMEI", func(r *rand.Rand, _ int) string { return fmt.Sprint(2_100_000_000 + r.IntN(800_000_000)) }},
	{"IP address|IP", func(r *rand.Rand, i int) string { return fmt.Sprintf("192.168.%d.%d", r.IntN(250), 100+i) }},
	{"Date|Datum|Fecha|日付", func(_ *rand.Rand, i int) string { return fmt.Sprintf("2026-08-%02d", 1+i%28) }},
	{"Country|Land|País|Pays|Paese|国", pick("US", "United States", "USA")},
	{"Notes|Bemerkung|Comentario|Remarque|Note|備考|Opmerking|备注", pick("", "", "ok", "moved to Fax", "Mobile / Fax", "von Müller", "DE")},
	{"No|#|Index|Number", func(_ *rand.Rand, i int) string { return fmt.Sprint(i + 1) }},
	{"Action|Aktion|Acción", pick("Add", "Keep", "Add")},
	{"Department|Abteilung|Reparto|部署", pick("Sales", "IT", "HR")},
}

func pick(words ...string) func(*rand.Rand, int) string {
	return func(r *rand.Rand, _ int) string { return words[r.IntN(len(words))] }
}

func oneOf(r *rand.Rand, words []string) string { return words[r.IntN(len(words))] }

// makeList makes up a list.
func makeList(r *rand.Rand) madeUp {
	const people = 40
	columns := r.Perm(len(optional))[:r.IntN(6)]
	place := r.IntN(len(columns) + 1) // of the number column
	header := []string{}
	for _, c := range columns {
		header = append(header, oneOf(r, strings.Split(optional[c].headers, "|")))
	}
	header = slices.Insert(header, place, oneOf(r, numberHeaders))
	list := madeUp{}
	second := r.IntN(6) == 0 // a column of other phones, mostly filled
	if second {
		header, list.ambiguous = append(header, oneOf(r, otherHeaders)), true
	}
	var lines []string
	if r.IntN(4) == 0 {
		lines = append(lines, "Order of August", "")
	}
	lines = append(lines, strings.Join(header, ";"))
	for i := range people {
		row := []string{}
		for _, c := range columns {
			row = append(row, optional[c].cell(r, i))
		}
		text := ""
		if r.IntN(10) > 0 {
			text = fmt.Sprintf("+1 913 555 %04d", 100+i)
			list.numbers = append(list.numbers, text)
		}
		row = slices.Insert(row, place, text)
		if second {
			row = append(row, fmt.Sprintf("+1 816 555 %04d", 100+i))
		}
		if r.IntN(8) > 0 || i == 0 {
			lines = append(lines, strings.Join(row, ";"))
			continue
		}
		lines = append(lines, "", strings.Join(row, ";"))
	}
	switch kind := r.IntN(8); {
	case kind == 0 && len(header) > 1: // a text of one column has no delimiter
		lines = append(lines, "", "Support;Phone", "Help desk;+1 800 555 0199")
		list.ambiguous = true
	case kind == 1:
		lines = append(lines, "Total: 40")
	}
	list.text = strings.Join(lines, "\n") + "\n"
	return list
}

// FuzzInventory reads any table: each cell like a phone number is in the inventory
// exactly once.
func FuzzInventory(f *testing.F) {
	for seed := range uint64(20) {
		f.Add(makeList(rand.New(rand.NewPCG(2, seed))).text) //nolint:gosec // a seeded test
	}
	f.Add("2125550100\n\nPhone;Fax\n2125550101;2125550102\n\nName;Phone\na;2125550103\n")
	f.Fuzz(func(t *testing.T, text string) {
		table, err := readHere(t, []byte(text))
		if err != nil {
			return
		}
		accounted := 0
		for i := range table.Inventory {
			accounted += table.Inventory[i].Phones
		}
		if want := phonesIn(t, []byte(text)); accounted != want {
			t.Errorf("%d of %d cells are accounted for in %q: %+v", accounted, want, text, table.Inventory)
		}
	})
}

// phonesIn counts the cells of a text table that look like phone numbers.
func phonesIn(t *testing.T, content []byte) int {
	t.Helper()
	words := headers.New()
	in := &sheet.Input{Context: t.Context(), Bytes: bytes.NewReader(content), Size: int64(len(content))}
	s, _, err := delimited.Read(in, func(text string) bool { return words.Roles(text) != 0 })
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for i := range s.Rows {
		for c := range s.Rows[i].Cells {
			if reading.LooksLikePhone(s.Value(&s.Rows[i].Cells[c])) {
				n++
			}
		}
	}
	return n
}
