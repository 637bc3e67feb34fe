package importer

import (
	"bytes"
	"encoding/csv"
	"encoding/xml"
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"numberloader/import/filetest"
	"numberloader/internal/characters"
	"numberloader/internal/number"
	"numberloader/internal/reading"
)

// madeUp is a list that chance made, as a person would lay it out, and what is true
// of it.
type madeUp struct {
	cover     [][]string // labels with their values, "" cells for nothing
	rows      [][]string // of the list and what stands around it
	more      [][]string // a further sheet with a list of its own, nil for none
	hidden    [][]string // a hidden sheet, nil for none
	comma     rune       // between the fields of a text
	numbers   []string   // that are listed, in their order; blocks with " - " and their end
	ambiguous bool       // for any reader
	veiled    []int      // columns of the list that are hidden in the workbook
}

// numberHeaders are headers of the numbers to add, and otherHeaders those of other
// phones, in ten languages.
var (
	numberHeaders = strings.Split("Phone number|DID|TN|Rufnummer|Teléfono|Numéro de téléphone|Telefono|Telefone|電話番号|Telefoonnummer|电话号码|전화번호|Телефон|Phone 1 - Value|10 digit TN|Telephone No.|Direct dial|Nummer|Numéro (E.164)|Line1 DN", "|")
	otherHeaders  = strings.Split("Fax|Mobile|Handy|Celular|Portable|Cellulare|携帯電話|Mobiel|Office|Festnetz|Home phone|传真|Faks|Мобильный", "|")
	strangers     = strings.Split("Whom to ask|Zuständig|Ligne B|Altsystem|Recapito|旧システム", "|") // headers that nobody knows
)

// optional are further columns: headers, how their cells are made up, and whether
// they may stand in a list without headers.
var optional = []struct {
	headers string
	cell    func(r *rand.Rand, i int) string
	bare    bool
}{
	{"Name|Nombre|Nom|Nome|氏名|Naam|姓名|이름|Имя|Mitarbeiter|Display name", func(_ *rand.Rand, i int) string { return "Person " + string(rune('A'+i%26)) }, true},
	{"Location|Standort|Sede|Site|拠点|Vestiging|地点|위치|Филиал|Local", pick("Berlin", "Kansas City", "Lyon", "大阪"), true},
	{"City|Gebäude|Tienda|Ville|Negozio|店舗", pick("Berlin", "Kansas City", "Lyon"), true},
	{"Contact type|User type|Device|Gerät|ST|Region|Team|Group|Modelo", pick("Mobile", "Office", "KS", "CA", "DE", "VIP"), false},
	{"Type|Typ|Tipo|Service Type|種別|Kategorie|Category", pick("DID", "Toll Free", "mobile", "DID"), true},
	{"Usage|Verwendung|Uso|Utilisation|用途", pick("none", "service", "none"), true},
	{"Status|Estado|État|Stato|状態|Number state", pick("active", "inactive", "active"), true},
	{"Extension|Ext|Nebenstelle|Interno|内線|Ramal", func(_ *rand.Rand, i int) string { return strconv.Itoa(4100 + i*7) }, true},
	{"Account number|Kundennummer|Número de cuenta|N° client|Codice cliente|顧客番号|Order no|Serial number|Invoice|IMEI|Klantnummer|Номер счета", func(r *rand.Rand, _ int) string { return strconv.Itoa(2_100_000_000 + r.IntN(800_000_000)) }, false},
	{"IP address|IP|IP-Adresse", func(r *rand.Rand, i int) string { return fmt.Sprintf("192.168.%d.%d", r.IntN(250), 100+i) }, true},
	{"MAC|MAC-Adresse", func(r *rand.Rand, i int) string { return fmt.Sprintf("00:1A:2B:%02X:%02X:5E", r.IntN(250), 100+i) }, true},
	{"Date|Datum|Fecha|日付|Data di attivazione", func(_ *rand.Rand, i int) string { return fmt.Sprintf("2026-08-%02d", 1+i%28) }, true},
	{"Hours|Geschäftszeiten", pick("08:00-17:30", "09:00-18:00"), true},
	{"Notes|Bemerkung|Comentario|Remarque|Note|備考|Opmerking|备注", pick("", "", "ok", "moved to Fax", "Mobile / Fax", "von Müller", "DE"), false},
	{"No|#|Index|Number|Lfd. Nr.|N°", func(_ *rand.Rand, i int) string { return strconv.Itoa(i + 1) }, true},
	{"Action|Aktion|Acción|処理", pick("Add", "Keep", "Add"), false},
	{"Department|Abteilung|Reparto|部署|Service", pick("Sales", "IT", "HR"), true},
	{"E-mail|Courriel|Correo", func(_ *rand.Rand, i int) string { return fmt.Sprintf("p%d@example.com", i) }, true},
	{"Postcode|PLZ|CAP|Código postal", func(r *rand.Rand, _ int) string { return strconv.Itoa(10115 + r.IntN(80000)) }, true},
}

func pick(words ...string) func(*rand.Rand, int) string {
	return func(r *rand.Rand, _ int) string { return words[r.IntN(len(words))] }
}

func oneOf[T any](r *rand.Rand, all []T) T { return all[r.IntN(len(all))] }

// written are ways in which numbers are written, and whether the area code stands
// in a column of its own.
var written = []struct {
	format string
	area   string
}{
	{"+1 913 555 %04d", ""},
	{"(913) 555-%04d", ""},
	{"913555%04d", ""},
	{"1-913-555-%04d", ""},
	{"+4930231%05d", ""},
	{"030/231-%05d", ""},
	{"01 99 00 %04d", ""},
	{"+81 3-5550-%04d", ""},
	{"(11) 3123-%04d", ""},
	{"+55 11 3123 %04d", ""},
	{"tel:+1-913-555-%04d", ""},
	{"555 %04d", "913"},
	{"231%05d", "030"},
	{"3123 %04d", "(11)"},
}

// maker makes up a list.
type maker struct {
	*rand.Rand

	list    madeUp
	header  []string
	cells   []func(r *rand.Rand, i int) string
	place   int  // of the number column
	second  int  // of other phones one row in so many has one, 0 for no such column
	groups  bool // rows with the name of a group stand above its people
	blocks  int  // numbers of a block, 0 for single numbers
	count   bool // the end of a block is how many it has
	grouped int  // a column that is filled in the first row of a group only, -1 for none
	shape   shape
	style   int
}

// makeUp makes up the list of a seed.
func makeUp(kind, seed uint64) madeUp {
	m := &maker{Rand: rand.New(rand.NewPCG(kind, seed)), grouped: -1} //nolint:gosec // a seeded test
	m.list.comma = oneOf(m.Rand, []rune{';', ',', '\t', '|'})
	m.style = m.IntN(len(written))
	headless := m.IntN(10) == 0 && written[m.style].area == ""
	m.shape = m.shapeOf(headless)
	m.columns(headless)
	m.around()
	if !headless {
		m.disguise()
		m.list.rows = append(m.list.rows, m.header)
	}
	m.people(headless)
	if m.shape == shapeTurned {
		m.turn()
	} else {
		m.below(headless)
	}
	m.shift()
	m.veil()
	m.sheets(headless)
	return m.list
}

// disguise writes the headers as people do, at times below a row that groups them.
func (m *maker) disguise() {
	for c, text := range m.header {
		switch m.IntN(12) {
		case 0:
			m.header[c] = strings.ToUpper(text)
		case 1:
			m.header[c] = text + " *"
		case 2:
			m.header[c] = strings.Replace(text, " (E.164)", "", 1) + " (E.164)"
		case 3:
			m.header[c] = text + ":"
		case 4:
			m.header[c] = strings.Replace(text, " ", "\n", 1)
		}
	}
	if m.once(8) && len(m.header) > 1 {
		groups := make([]string, len(m.header))
		groups[0], groups[m.place] = "Person", "Telephony"
		m.list.rows = append(m.list.rows, groups)
	}
}

// shift moves the list away from the first column.
func (m *maker) shift() {
	if !m.once(6) {
		return
	}
	for i, row := range m.list.rows {
		if row != nil {
			m.list.rows[i] = slices.Concat([]string{""}, row)
		}
	}
}

// once says yes one time in so many.
func (m *maker) once(in int) bool { return m.IntN(in) == 0 }

// columns chooses the columns of the list.
func (m *maker) columns(headless bool) {
	for _, c := range m.Perm(len(optional))[:m.IntN(7)] {
		if headless && !optional[c].bare || m.shape.hasExtensions() && strings.HasPrefix(optional[c].headers, "Extension") {
			continue
		}
		m.header = append(m.header, oneOf(m.Rand, strings.Split(optional[c].headers, "|")))
		m.cells = append(m.cells, optional[c].cell)
		if strings.HasPrefix(optional[c].headers, "Location") && m.once(3) {
			m.grouped = len(m.header) - 1
		}
	}
	m.place = m.IntN(len(m.header) + 1)
	number, between := oneOf(m.Rand, numberHeaders), []string{}
	switch {
	case m.shape != shapeUsual:
		number, between = m.shapeHeaders()
	case written[m.style].area != "":
		between = []string{oneOf(m.Rand, strings.Split("Area code|Vorwahl|Prefijo|Indicatif|Prefisso|DDD|市外局番", "|"))}
	case !headless && m.once(8):
		m.blocks, m.count = 10, m.once(2)
		number = oneOf(m.Rand, strings.Split("From|von|Desde|Début|First number|開始番号", "|"))
		between = []string{oneOf(m.Rand, strings.Split("To|bis|Hasta|Fin|Last number|終了番号", "|"))}
		if m.count {
			number, between = oneOf(m.Rand, numberHeaders), []string{oneOf(m.Rand, strings.Split("Count|Anzahl|Cantidad|Quantité|Qty|件数", "|"))}
		}
	case !headless && m.once(5):
		m.second = oneOf(m.Rand, []int{1, 10})
		m.list.ambiguous = m.second == 1
		between = []string{oneOf(m.Rand, otherHeaders)}
	case !headless && m.once(6):
		m.second = 1 // a column whose header is not known, and a number header beside it
		between = []string{oneOf(m.Rand, strangers)}
	case !headless && m.once(10):
		number = oneOf(m.Rand, strangers)
	}
	m.groups = m.place > 0 && m.shape != shapeTurned && m.once(6)
	m.header = slices.Insert(m.header, m.place, number)
	m.header = append(m.header, between...)
}

// around makes up what stands above the list: titles and a cover.
func (m *maker) around() {
	if m.once(4) {
		m.list.rows = append(m.list.rows, []string{oneOf(m.Rand, []string{"Order of August", "Bestellung 4471", "DIDs for Acme", "電話番号一覧 2026年8月"})}, nil)
	}
	if m.once(4) {
		m.list.cover = [][]string{{"Acme Corp"}, {"Date:", "2026-08-01"}, {oneOf(m.Rand, []string{"Support:", "Hotline", "Servicenummer:", "お問い合わせ"}), "+1 800 555 0199"}, {"Customer", "Acme"}}
	}
}

// number makes up the number of a person, with the parts that stand beside it.
func (m *maker) number(i int) (number string, beside []string) {
	style := written[m.style]
	number = fmt.Sprintf(style.format, 100+i*max(m.blocks, 1))
	switch {
	case m.shape != shapeUsual:
		return m.shapedNumber(i)
	case style.area != "":
		m.list.numbers = append(m.list.numbers, style.area+" "+number)
		return number, []string{style.area}
	case m.count:
		m.list.numbers = append(m.list.numbers, number+" - ")
		return number, []string{strconv.Itoa(m.blocks)}
	case m.blocks > 0:
		last := fmt.Sprintf(style.format, 100+i*m.blocks+m.blocks-1)
		m.list.numbers = append(m.list.numbers, number+" - "+last)
		return number, []string{last}
	}
	m.list.numbers = append(m.list.numbers, number)
	return number, m.otherPhone(i)
}

// otherPhone makes up another phone of a person, if the list has any.
func (m *maker) otherPhone(i int) []string {
	switch {
	case m.shape != shapeUsual:
		return m.shapedBeside()
	case m.second == 0:
		return nil
	case i%m.second > 0:
		return []string{""}
	}
	return []string{fmt.Sprintf("+1 816 555 %04d", 100+i)}
}

// people makes up the rows of the list.
func (m *maker) people(headless bool) {
	const people, numbers, group = 40, 60, 8
	rows := people
	if len(m.header) == 1 {
		rows = numbers
	}
	for i := range rows {
		var row []string
		for c, cell := range m.cells {
			text := cell(m.Rand, i)
			if c == m.grouped && i%group > 0 {
				text = ""
			}
			row = append(row, text)
		}
		number, beside := oneOf(m.Rand, []string{"", "", "-", "N/A", "keine"}), m.otherPhone(i)
		if i == 0 || !m.once(10) {
			number, beside = m.number(i)
		}
		row = append(slices.Insert(row, m.place, number), beside...)
		if i > 0 && m.once(8) && m.shape != shapeTurned {
			m.list.rows = append(m.list.rows, nil)
		}
		if m.groups && i%group == 0 {
			m.list.rows = append(m.list.rows, []string{oneOf(m.Rand, []string{"Berlin", "Sales", "1st floor", "Gebäude 2", "本社"})})
		}
		if !headless && i == rows/2 && m.once(8) && m.shape != shapeTurned {
			m.list.rows = append(m.list.rows, m.header) // as on every page
		}
		m.list.rows = append(m.list.rows, row)
	}
}

// below makes up what stands below the list: a note, a total, a second table.
func (m *maker) below(headless bool) {
	switch kind := m.IntN(10); {
	case kind == 0 && !headless && len(m.header) > 1: // a text of one column has no delimiter
		m.list.rows = append(m.list.rows, nil, []string{"Support", "Phone"}, []string{"Help desk", "+1 800 555 0199"})
		m.list.ambiguous = true
	case kind == 1 && m.place > 0:
		m.list.rows = append(m.list.rows, []string{oneOf(m.Rand, []string{"Total: 40", "Summe", "Totale", "合計"})})
	case kind == 2 && m.place > 0:
		total := make([]string, m.place+1)
		total[0], total[m.place] = "Total", oneOf(m.Rand, []string{"40", m.sum()})
		m.list.rows = append(m.list.rows, total)
	case kind == 3 && m.place > 0:
		m.list.rows = append(m.list.rows, nil, []string{oneOf(m.Rand, []string{"* reserved", "Stand: 1.8.2026", "Call +1 800 555 0199 for changes to this list, please"})})
	}
}

// sum is the sum of the numbers as a spreadsheet makes it: of those that are plain.
func (m *maker) sum() string {
	sum := 0
	for _, text := range m.list.numbers {
		if value, err := strconv.Atoi(text); err == nil {
			sum += value
		}
	}
	return strconv.Itoa(sum)
}

// sheets makes up further sheets of a workbook.
func (m *maker) sheets(headless bool) {
	if m.once(8) && !headless {
		m.list.more = [][]string{{"DID", "Site"}, {"+1 816 555 0901", "Austin"}, {"+1 816 555 0902", "Austin"}}
	}
	if m.once(8) {
		m.list.hidden = [][]string{{"Old", "Phone"}, {"x", "+1 816 555 0909"}}
	}
}

// inText are the rows of the list as a text table, with its cover above it; one of a
// single column has no place for a cover. Further sheets have no place there.
func (l *madeUp) inText() [][]string {
	if len(l.cover) == 0 || !slices.ContainsFunc(l.rows, func(row []string) bool { return len(row) > 1 }) {
		return l.rows
	}
	return slices.Concat(l.cover, [][]string{nil}, l.rows)
}

// text is the list as a text table.
func (l *madeUp) text(tb testing.TB) []byte {
	tb.Helper()
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.Comma = l.comma
	for _, row := range l.inText() {
		w.Flush()
		if len(row) == 0 {
			b.WriteByte('\n')
			continue
		}
		if err := w.Write(row); err != nil {
			tb.Fatal(err)
		}
	}
	if w.Flush(); w.Error() != nil {
		tb.Fatal(w.Error())
	}
	return b.Bytes()
}

// workbook is the list as a workbook, with its cover on a sheet before it. Whole
// numbers are stored as such.
func (l *madeUp) workbook(tb testing.TB) []byte {
	tb.Helper()
	var sheets []string
	for _, rows := range [][][]string{l.cover, l.rows, l.more, l.hidden} {
		if rows != nil {
			sheets = append(sheets, sheetOf(tb, rows))
		}
		if len(rows) > 0 && &rows[0] == &l.rows[0] {
			sheets[len(sheets)-1] = veiled(l.veiled) + sheets[len(sheets)-1]
		}
	}
	parts := filetest.Workbook(sheets...)
	if l.hidden != nil {
		last := fmt.Sprintf(`name="Sheet%d"`, len(sheets))
		parts["xl/workbook.xml"] = strings.Replace(parts["xl/workbook.xml"], last, last+` state="hidden"`, 1)
	}
	return filetest.Zip(tb, parts)
}

func sheetOf(tb testing.TB, rows [][]string) string {
	tb.Helper()
	var b bytes.Buffer
	b.WriteString("<sheetData>")
	for i, row := range rows {
		fmt.Fprintf(&b, `<row r="%d">`, i+1)
		for c, text := range row {
			at := number.ColumnName(c) + strconv.Itoa(i+1)
			switch {
			case text == "":
			case characters.OnlyDigits(text) && text[0] != '0' && len(text) < number.ExcelDigits:
				fmt.Fprintf(&b, `<c r="%s"><v>%s</v></c>`, at, text)
			default:
				fmt.Fprintf(&b, `<c r="%s" t="inlineStr"><is><t>`, at)
				if err := xml.EscapeText(&b, []byte(text)); err != nil {
					tb.Fatal(err)
				}
				b.WriteString("</t></is></c>")
			}
		}
		b.WriteString("</row>")
	}
	return b.String() + "</sheetData>"
}

// phones counts the cells of rows that look like phone numbers.
func phones(sheets ...[][]string) int {
	n := 0
	for _, rows := range sheets {
		for _, row := range rows {
			for _, text := range row {
				if reading.LooksLikePhone(number.Cell{Type: number.CellText, Value: text}) {
					n++
				}
			}
		}
	}
	return n
}
