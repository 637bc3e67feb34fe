package ods

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"numberloader/import/filetest"
	"numberloader/import/parts"
	"numberloader/import/sheet"
	"numberloader/internal/fault"
	"numberloader/internal/number"
)

// flat is a document in one file with these styles and tables.
func flat(styles, tables string) string {
	return `<?xml version="1.0"?><office:document><office:automatic-styles>` + styles + `</office:automatic-styles>` +
		`<office:body><office:spreadsheet>` + tables + `</office:spreadsheet></office:body></office:document>`
}

// rows is a table of these rows.
func rows(content string) string {
	return `<table:table table:name="List">` + content + `</table:table>`
}

// row is a table of one row with these cells.
func row(cells string) string { return rows("<table:table-row>" + cells + "</table:table-row>") }

func input(ctx context.Context, content string) *sheet.Input {
	return &sheet.Input{Context: ctx, Bytes: strings.NewReader(content), Size: int64(len(content))}
}

// first reads the first sheet of a flat document.
func first(t *testing.T, content string) (*sheet.Sheet, error) {
	t.Helper()
	book, err := OpenFlat(input(t.Context(), content))
	if err != nil {
		return nil, err
	}
	return book.Read(0)
}

func mustRead(t *testing.T, content string) *sheet.Sheet {
	t.Helper()
	s, err := first(t, content)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// cells are the cells of a sheet in a few words.
func cells(s *sheet.Sheet) []string {
	types := map[number.CellType]string{
		number.CellEmpty: "nothing", number.CellText: "text", number.CellNumber: "number",
		number.CellDate: "date", number.CellError: "error", number.CellBool: "bool",
	}
	var all []string
	for _, r := range s.Rows {
		for c := range s.Cells(&r) {
			text := fmt.Sprintf("%s%d %s %q", number.ColumnName(int(c.Column)), r.Line, types[c.Type], s.Text(c))
			if c.Formula {
				text += " formula"
			}
			all = append(all, text)
		}
	}
	return all
}

func TestCellsHoldWhatTheFileStores(t *testing.T) {
	t.Parallel()
	const p = "<text:p>shown</text:p>"
	cases := map[string]struct{ attrs, content, want string }{
		"text":                     {`office:value-type="string"`, p, `text "shown"`},
		"text as a value":          {`office:value-type="string" office:string-value="stored"`, p, `text "stored"`},
		"text without a type":      {``, p, `text "shown"`},
		"number":                   {`office:value-type="float" office:value="1.9136748200E10"`, p, `number "1.9136748200E10"`},
		"amount":                   {`office:value-type="currency" office:currency="EUR" office:value="12"`, p, `number "12"`},
		"percentage":               {`office:value-type="percentage" office:value="0.5"`, p, `number "0.5"`},
		"number without a value":   {`office:value-type="float"`, p, `text "shown"`},
		"number that is none":      {`office:value-type="float" office:value="NaN"`, p, `text "shown"`},
		"date":                     {`office:value-type="date" office:date-value="2026-08-01"`, p, `date "46235"`},
		"date and time":            {`office:value-type="date" office:date-value="2026-08-01T12:00:00.0"`, p, `date "46235.5"`},
		"parts of a second":        {`office:value-type="date" office:date-value="2026-08-01T06:00:13.5"`, p, `date "46235.25015625"`},
		"date before the calendar": {`office:value-type="date" office:date-value="1899-12-29"`, p, `date "1899-12-29"`},
		"date of another calendar": {`office:value-type="date" office:date-value="-32768-01-01T00:00:00"`, p, `date "-32768-01-01T00:00:00"`},
		"date without a value":     {`office:value-type="date"`, p, `text "shown"`},
		"time":                     {`office:value-type="time" office:time-value="PT36H00M00S"`, p, `date "1.5"`},
		"time that is none":        {`office:value-type="time" office:time-value="PT-2147483648H00M00S"`, p, `date "PT-2147483648H00M00S"`},
		"logical value":            {`office:value-type="boolean" office:boolean-value="true"`, p, `bool "true"`},
		"the other one":            {`office:value-type="boolean" office:boolean-value="false"`, p, `bool "false"`},
		"error":                    {`table:formula="of:=NA()" office:value-type="string" office:string-value="" calcext:value-type="error"`, "<text:p>#N/A</text:p>", `error "#N/A" formula`},
		"error, type first":        {`calcext:value-type="error" office:value-type="string" office:string-value=""`, "<text:p>#N/A</text:p>", `error "#N/A"`},
		"error that shows nothing": {`calcext:value-type="error"`, "", `error "#ERROR!"`},
		"error of old programs":    {`table:formula="of:=NA()" office:value-type="string" office:string-value=""`, "<text:p>#N/A</text:p>", `text "#N/A" formula`},
		"formula":                  {`table:formula="of:=1+1" office:value-type="float" office:value="2"`, "<text:p>2</text:p>", `number "2" formula`},
		"formula, empty text":      {`table:formula="of:=&quot;&quot;"`, "<text:p/>", `text "" formula`},
		"formula, typed so":        {`table:formula="of:=&quot;&quot;" office:value-type="string"`, "", `text "" formula`},
		"formula without a result": {`table:formula="of:=1+1"`, "", `nothing "" formula`},
		"number without a result":  {`table:formula="of:=1+1" office:value-type="float"`, "<text:p/>", `nothing "" formula`},
		"no value":                 {`office:value-type="void"`, "", ``},
		"empty text":               {`office:value-type="string"`, "<text:p/>", ``},
		"another prefix":           {`ns1:value-type="float" ns1:value="7"`, "<ns2:p>7</ns2:p>", `number "7"`},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for _, element := range []string{"table-cell", "covered-table-cell"} {
				got := cells(mustRead(t, flat("", row(`<table:`+element+` `+c.attrs+`>`+c.content+`</table:`+element+`>`))))
				var want []string
				if c.want != "" {
					want = []string{"A1 " + c.want}
				}
				if diff := cmp.Diff(want, got); diff != "" {
					t.Errorf("%s: %s", element, diff)
				}
			}
		})
	}
}

func TestTextIsThatOfTheParagraphs(t *testing.T) {
	t.Parallel()
	cases := map[string]struct{ content, want string }{
		"paragraphs":             {"<text:p>a</text:p><text:p/><text:p>b</text:p>", "a\n\nb"},
		"blanks":                 {`<text:p><text:s/>a<text:s text:c="3"/>b <text:s/>c</text:p>`, " a   b  c"},
		"tab and line break":     {"<text:p>a<text:tab/>b<text:line-break/>c</text:p>", "a\tb\nc"},
		"blanks of the XML":      {"<text:p>\n  a \t b\n  c\n</text:p>", "a b c "},
		"spans":                  {"<text:p>+1<text:span>2<text:span>1</text:span></text:span>2</text:p>", "+1212"},
		"blank in a span":        {"<text:p>a<text:span> </text:span>b</text:p>", "a b"},
		"link":                   {`<text:p><text:a xlink:href="tel:+1">+1</text:a></text:p>`, "+1"},
		"reading aid":            {"<text:p><text:ruby><text:ruby-base>東京</text:ruby-base><text:ruby-text>とうきょう</text:ruby-text></text:ruby></text:p>", "東京"},
		"field":                  {"<text:p>on <text:date>2026</text:date></text:p>", "on 2026"},
		"comment":                {"<office:annotation><dc:date>2026</dc:date><text:p>old number</text:p></office:annotation><text:p>a</text:p>", "a"},
		"comment in a paragraph": {"<text:p>a<office:annotation><text:p>old number</text:p></office:annotation>b</text:p>", "ab"},
		"drawings":               {"<draw:frame><draw:text-box><text:p>x</text:p></draw:text-box></draw:frame><text:p>a<draw:custom-shape><text:p>y</text:p></draw:custom-shape></text:p>", "a"},
		"list":                   {"<text:list><text:list-item><text:p>a</text:p></text:list-item><text:list-item><text:p>b</text:p></text:list-item></text:list>", "a\nb"},
		"table within the cell":  {`<table:table table:is-sub-table="true"><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table>`, "a\nb"},
		"heading":                {"<text:h>a</text:h>", "a"},
		"entities and CDATA":     {"<text:p>&lt;a&gt;<![CDATA[ & b]]></text:p>", "<a> & b"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := cells(mustRead(t, flat("", row(`<table:table-cell office:value-type="string">`+c.content+`</table:table-cell>`))))
			if want := []string{fmt.Sprintf("A1 text %q", c.want)}; !slices.Equal(got, want) {
				t.Errorf("got %q, want %q", got, want)
			}
		})
	}
}

func TestRowsAndCellsRepeat(t *testing.T) {
	t.Parallel()
	const x = `<table:table-cell office:value-type="string" table:number-columns-repeated="2"><text:p>x</text:p></table:table-cell>`
	s := mustRead(t, flat("", rows(
		`<table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>`+
			`<table:table-row table:number-rows-repeated="2" table:visibility="filter"><table:table-cell/>`+x+`<table:table-cell table:number-columns-repeated="99999999999"/></table:table-row>`+
			`<table:table-row><table:table-cell table:number-columns-repeated="0"/>`+x+`</table:table-row>`+
			`<table:table-row table:number-rows-repeated="1048570"><table:table-cell/></table:table-row>`)))
	want := []string{`B4 text "x"`, `C4 text "x"`, `B5 text "x"`, `C5 text "x"`, `B6 text "x"`, `C6 text "x"`}
	if diff := cmp.Diff(want, cells(s)); diff != "" {
		t.Error(diff)
	}
	if !s.Rows[0].Hidden || !s.Rows[1].Hidden || s.Rows[2].Hidden {
		t.Error("the repeated rows are hidden as the first one is, and no others")
	}
}

// TestOtherReadersEnd holds the sizes at which other readers of these files cut
// off what follows, without a word.
func TestOtherReadersEnd(t *testing.T) {
	t.Parallel()
	cases := map[string]struct {
		content string
		last    string
	}{
		"1,024 columns":           {row(`<table:table-cell table:number-columns-repeated="1024"/><table:table-cell><text:p>x</text:p></table:table-cell>`), `AMK1 text "x"`},
		"16,384 columns":          {row(`<table:table-cell table:number-columns-repeated="16383"/><table:table-cell><text:p>x</text:p></table:table-cell>`), `XFD1 text "x"`},
		"65,536 rows":             {rows(`<table:table-row table:number-rows-repeated="65536"><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell><text:p>y</text:p></table:table-cell></table:table-row>`), `A65537 text "y"`},
		"the last row":            {rows(`<table:table-row table:number-rows-repeated="1048575"/><table:table-row><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row>`), `A1048576 text "x"`},
		"the last row, repeated":  {rows(`<table:table-row table:number-rows-repeated="1048576"><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row>`), `A1048576 text "x"`},
		"all columns, repeated":   {row(`<table:table-cell table:number-columns-repeated="16384"><text:p>x</text:p></table:table-cell>`), `XFD1 text "x"`},
		"many elements per row":   {row(strings.Repeat(`<table:table-cell><text:p>x</text:p></table:table-cell><table:table-cell/>`, 2000)), `EWU1 text "x"`},
		"many elements of a row":  {rows(strings.Repeat(`<table:table-row><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row><table:table-row/>`, 40_000)), `A79999 text "x"`},
		"rows in header and body": {rows(`<table:table-header-rows><table:table-row><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row></table:table-header-rows><table:table-rows><table:table-row><table:table-cell><text:p>y</text:p></table:table-cell></table:table-row></table:table-rows>`), `A2 text "y"`},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			all := cells(mustRead(t, flat("", c.content)))
			if len(all) == 0 || all[len(all)-1] != c.last {
				t.Errorf("%d cells, the last %s, want %s", len(all), all[max(0, len(all)-1):], c.last)
			}
		})
	}
}

func TestWhatIsTooLargeIsRefused(t *testing.T) {
	t.Parallel()
	const x = `<table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell>`
	repeat := func(n int, cell string) string {
		return strings.Replace(cell, " ", fmt.Sprintf(` table:number-columns-repeated="%d" `, n), 1)
	}
	cases := map[string]struct{ content, word string }{
		"a million rows more": {rows(`<table:table-row table:number-rows-repeated="999999999">` + x + `</table:table-row>`), "16 million cells"},
		"rows":                {rows(`<table:table-row table:number-rows-repeated="1048577">` + x + `</table:table-row>`), "1,048,576 rows"},
		"a row too far":       {rows(`<table:table-row table:number-rows-repeated="1048576"/><table:table-row>` + x + `</table:table-row>`), "1,048,576 rows"},
		"columns":             {row(repeat(16_385, x)), "16,384 columns"},
		"a column too far":    {row(`<table:table-cell table:number-columns-repeated="16384"/>` + x), "16,384 columns"},
		"cells":               {rows(`<table:table-row table:number-rows-repeated="1048576">` + repeat(16, x) + `</table:table-row>`), "16 million cells"},
		"cells of all sheets": {strings.Repeat(rows(`<table:table-row table:number-rows-repeated="1000000">`+repeat(9, x)+`</table:table-row>`), 2), "16 million cells"},
		"rows of all sheets":  {strings.Repeat(rows(`<table:table-row table:number-rows-repeated="1000000">`+x+`</table:table-row>`), 5), "4 million rows"},
		"blanks in a cell":    {row(`<table:table-cell><text:p><text:s text:c="99999999"/></text:p></table:table-cell>`), "more text than"},
		"sheets":              {strings.Repeat(`<table:table table:name="a"/>`, maxSheets+1), "sheets"},
		"long texts":          {rows(`<table:table-row table:number-rows-repeated="1048576"><table:table-cell office:value-type="string"><text:p>` + strings.Repeat("x", 300) + `</text:p></table:table-cell></table:table-row>`), "more text than"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			filetest.Bounded(t, func() {
				_, err := first(t, flat("", c.content))
				filetest.Refused(t, err, fault.FileTooLarge, "too large", c.word)
			})
		})
	}
}

func TestMergedCellsAreNoted(t *testing.T) {
	t.Parallel()
	s := mustRead(t, flat("", rows(`<table:table-row><table:table-cell/><table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="3"><text:p>x</text:p></table:table-cell><table:covered-table-cell/></table:table-row>`+
		`<table:table-row><table:table-cell/><table:covered-table-cell office:value-type="string"><text:p>under</text:p></table:covered-table-cell></table:table-row>`)))
	if want := []sheet.Span{{FirstLine: 1, LastLine: 3, FirstColumn: 1, LastColumn: 2}}; !slices.Equal(s.Merges, want) {
		t.Errorf("got %v, want %v", s.Merges, want)
	}
	if diff := cmp.Diff([]string{`B1 text "x"`, `B2 text "under"`}, cells(s)); diff != "" {
		t.Error(diff)
	}
}

func TestRowsAreHidden(t *testing.T) {
	t.Parallel()
	const styles = `<style:style style:name="flat" style:family="table-row"><style:table-row-properties style:row-height="0cm"/></style:style>` +
		`<style:style style:name="high" style:family="table-row"><style:table-row-properties style:row-height="0.5cm"/></style:style>`
	line := func(attrs string) string {
		return `<table:table-row ` + attrs + `><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row>`
	}
	s := mustRead(t, flat(styles, rows(line(``)+line(`table:visibility="collapse"`)+line(`table:visibility="filter"`)+line(`table:visibility="visible"`)+
		line(`table:style-name="flat"`)+line(`table:style-name="high"`)+
		`<table:table-row-group table:display="false">`+line(``)+`<table:table-row-group>`+line(``)+`</table:table-row-group></table:table-row-group>`+
		`<table:table-row-group table:display="true">`+line(``)+`</table:table-row-group>`+line(``))))
	var got []bool
	for _, r := range s.Rows {
		got = append(got, r.Hidden)
	}
	if want := []bool{false, true, true, false, true, false, true, true, false, false}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestColumnsAreHidden(t *testing.T) {
	t.Parallel()
	const styles = `<style:style style:name="flat" style:family="table-column"><style:table-column-properties style:column-width="0cm"/></style:style>` +
		`<style:style style:name="wide" style:family="table-column"><style:table-column-properties style:column-width="2cm"/></style:style>`
	column := func(attrs string) string { return `<table:table-column ` + attrs + `/>` }
	s := mustRead(t, flat(styles, rows(column(`table:style-name="wide"`)+column(`table:visibility="collapse" table:number-columns-repeated="2"`)+
		`<table:table-header-columns>`+column(`table:visibility="filter"`)+column(`table:visibility="visible"`)+`</table:table-header-columns>`+
		column(`table:style-name="flat"`)+
		`<table:table-column-group table:display="false">`+column(``)+`<table:table-column-group>`+column(``)+`</table:table-column-group></table:table-column-group>`+
		`<table:table-columns>`+column(``)+column(`table:visibility="collapse" table:number-columns-repeated="99999999999"`)+`</table:table-columns>`+
		`<table:table-row><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row>`)))
	var got []bool
	for c := range 11 {
		got = append(got, s.HidesColumn(c))
	}
	if want := []bool{false, true, true, true, false, true, true, true, false, true, true}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if s.Rows[0].Hidden {
		t.Error("a folded group of columns hides no row")
	}
}

func TestSheetsAreRead(t *testing.T) {
	t.Parallel()
	const styles = `<style:style style:name="no" style:family="table"><style:table-properties table:display="false"/></style:style>` +
		`<style:style style:name="yes" style:family="table"><style:table-properties table:display="true"/></style:style>` +
		`<style:style style:name="unsaid" style:family="table"><style:table-properties style:writing-mode="lr-tb"/></style:style>`
	table := func(name, style, text string) string {
		return `<table:table table:name="` + name + `" table:style-name="` + style + `"><table:table-row><table:table-cell><text:p>` + text + `</text:p></table:table-cell></table:table-row></table:table>`
	}
	content := flat(styles, `<table:dde-links>`+table("dde", "yes", "0")+`</table:dde-links>`+
		table("A", "yes", "1")+table("'file:///other.ods'#A", "no", "2")+table("B", "no", "3")+table("C", "unsaid", "4")+table("c", "", "5"))
	want := []sheet.Info{{Sheet: number.Sheet{Name: "A"}}, {Sheet: number.Sheet{Name: "B", Hidden: true}}, {Sheet: number.Sheet{Name: "C"}}, {Sheet: number.Sheet{Name: "c"}}}
	for _, wanted := range [][]string{nil, {"c"}, {"a", "B"}} {
		in := input(t.Context(), content)
		in.Sheets = wanted
		book, err := OpenFlat(in)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, book.Sheets()); diff != "" {
			t.Error(diff)
		}
		for _, i := range []int{3, 0, 1, 2, 1, 0} {
			s, err := book.Read(i)
			if err != nil {
				t.Fatal(err)
			}
			if want := []string{fmt.Sprintf("A1 text %q", []string{"1", "3", "4", "5"}[i])}; s.Name != book.Sheets()[i].Name || !slices.Equal(cells(s), want) {
				t.Errorf("sheet %d: %s %q, want %q", i, s.Name, cells(s), want)
			}
		}
	}
}

// TestADocumentIsReadOnce holds that the visible sheets need no second reading, and
// that hidden ones take no memory before somebody asks for them.
func TestADocumentIsReadOnce(t *testing.T) {
	t.Parallel()
	const hidden = `<style:style style:name="no" style:family="table"><style:table-properties table:display="false"/></style:style>`
	b, err := OpenFlat(input(t.Context(), flat(hidden, row("<table:table-cell><text:p>x</text:p></table:table-cell>")+`<table:table table:style-name="no"/>`)))
	if err != nil {
		t.Fatal(err)
	}
	again := errors.New("read again")
	b.(*book).source.read = func(*document) error { return again }
	if _, err := b.Read(0); err != nil {
		t.Error(err)
	}
	for _, i := range []int{0, 1} {
		if _, err := b.Read(i); !errors.Is(err, again) {
			t.Errorf("sheet %d, which was handed over or is hidden, is read anew, and gives %v", i, err)
		}
	}
}

// TestADocumentThatIsCutIsRefused cuts a document wherever it can be cut.
func TestADocumentThatIsCutIsRefused(t *testing.T) {
	t.Parallel()
	content := flat(`<style:style style:name="a" style:family="table-cell"/>`, row(`<table:table-cell office:value-type="string"><text:p>x &amp; y</text:p></table:table-cell>`))
	mustRead(t, content)
	for n := range len(content) {
		if s, err := first(t, content[:n]); err == nil {
			t.Fatalf("the first %d bytes give %q", n, cells(s))
		}
	}
}

func TestBrokenDocumentsAreRefused(t *testing.T) {
	t.Parallel()
	content := flat("", row(`<table:table-cell><text:p>x</text:p></table:table-cell>`))
	cases := map[string]string{
		"no spreadsheet":  strings.ReplaceAll(content, "office:spreadsheet", "office:text"),
		"another root":    strings.ReplaceAll(content, "office:document", "office:document-styles"),
		"something after": content + "x",
		"a document type": "<!DOCTYPE a [<!ENTITY b 'c'>]>" + content[len(`<?xml version="1.0"?>`):],
		"an entity":       strings.Replace(content, ">x<", ">&lol;<", 1),
		"wrong ends":      strings.Replace(content, "</text:p>", "</text:h>", 1),
		"after the table": strings.Replace(content, "</office:spreadsheet>", "</office:spreadsheet", 1),
	}
	for name, text := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if s, err := first(t, text); err == nil {
				t.Errorf("it gives %q", cells(s))
			}
		})
	}
}

func TestStopEndsTheReading(t *testing.T) {
	t.Parallel()
	ctx, stop := context.WithCancel(t.Context())
	in := input(ctx, flat("", rows(strings.Repeat(`<table:table-row><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row>`, 5000))))
	in.Told = func(int, float64) { stop() }
	if _, err := OpenFlat(in); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

// open opens a packed document.
func openPacked(t *testing.T, p filetest.Parts) (sheet.Book, error) {
	t.Helper()
	in := input(t.Context(), string(filetest.Zip(t, p)))
	a, err := parts.Open(in)
	if err != nil {
		t.Fatal(err)
	}
	return Open(in, a)
}

const contentXML = `<office:document-content><office:body><office:spreadsheet><table:table table:name="A"/></office:spreadsheet></office:body></office:document-content>`

func TestProtectedDocumentsAreRefused(t *testing.T) {
	t.Parallel()
	entry := func(name string) string {
		return `<manifest:manifest><manifest:file-entry manifest:full-path="` + name + `"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>`
	}
	for _, name := range []string{"content.xml", "encrypted-package"} {
		_, err := openPacked(t, filetest.Parts{"META-INF/manifest.xml": entry(name), name: "\x00\x01"})
		filetest.Refused(t, err, fault.FileUnsupported, "password", "LibreOffice")
	}
	if _, err := openPacked(t, filetest.Parts{"META-INF/manifest.xml": entry("Basic/Standard/Module1.xml"), "content.xml": contentXML}); err != nil {
		t.Errorf("the macros have a password, and not the sheets: %v", err)
	}
}

func TestAPackageNeedsItsParts(t *testing.T) {
	t.Parallel()
	if _, err := openPacked(t, filetest.Parts{"content.xml": contentXML}); err != nil {
		t.Errorf("a package without styles is fine: %v", err)
	}
	for name, p := range map[string]filetest.Parts{
		"no content":        {"styles.xml": "<office:document-styles/>"},
		"broken styles":     {"content.xml": contentXML, "styles.xml": "<office:document-styles>"},
		"broken manifest":   {"content.xml": contentXML, "META-INF/manifest.xml": "<manifest:manifest>"},
		"content of others": {"content.xml": "<office:document-content/>"},
	} {
		if _, err := openPacked(t, p); err == nil {
			t.Errorf("%s: it is read", name)
		}
	}
}
