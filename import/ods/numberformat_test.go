package ods

import (
	"strings"
	"testing"

	"numberloader/import/filetest"
	"numberloader/internal/number"
)

// digits is <number:number> with so many digits that are shown even as zeros, and
// these elements within it.
func digits(n, within string) string {
	return `<number:number number:decimal-places="0" number:min-integer-digits="` + n + `">` + within + `</number:number>`
}

func embedded(position, text string) string {
	return `<number:embedded-text number:position="` + position + `">` + text + `</number:embedded-text>`
}

func styled(kind, content string) string {
	return `<number:` + kind + ` style:name="N1">` + content + `</number:` + kind + `>`
}

// TestDataStylesAreNumberFormats holds the styles that LibreOffice writes for
// formats of Excel; what is shown was seen there.
func TestDataStylesAreNumberFormats(t *testing.T) {
	t.Parallel()
	const plain = "12125550123"
	cases := map[string]struct{ styles, format, shown string }{
		"General":          {styled("number-style", `<number:number number:min-integer-digits="1"/>`), "", plain},
		"+ and General":    {styled("number-style", `<number:text>+</number:text><number:number number:min-integer-digits="1"/>`), `"+"General`, plain},
		"0":                {styled("number-style", digits("1", "")), `0`, plain},
		"+0":               {styled("number-style", "<number:text>+</number:text>"+digits("1", "")), `"+"0`, "+" + plain},
		"a quotation mark": {styled("number-style", `<number:text>"</number:text>`+digits("1", "")), `""\"""0`, `"` + plain},
		"13 zeros":         {styled("number-style", digits("13", "")), `0000000000000`, "0012125550123"},
		"##########":       {styled("number-style", digits("0", "")), `#`, plain},
		"(000) 000-0000":   {styled("number-style", "<number:text>(</number:text>"+digits("10", embedded("7", ") ")+embedded("4", "-"))), `"("000") "000"-"0000`, "(1212) 555-0123"},
		"###-####":         {styled("number-style", digits("0", embedded("4", "-"))), `#"-"####`, "1212555-0123"},
		"0 with an end":    {styled("number-style", digits("1", "")+"<number:text> ext</number:text>"), `0" ext"`, plain + " ext"},
		"behind all":       {styled("number-style", digits("1", embedded("0", "!"))), `0"!"`, plain + "!"},
		"#,##0":            {styled("number-style", strings.Replace(digits("1", ""), " ", ` number:grouping="true" `, 1)), `0,`, plain},
		"0.0":              {styled("number-style", `<number:number number:decimal-places="1" number:min-integer-digits="1"/>`), `0.0`, plain},
		"0,":               {styled("number-style", `<number:number number:decimal-places="0" number:min-integer-digits="1" number:display-factor="1000"/>`), `0,`, plain},
		"0.00E+00":         {styled("number-style", `<number:scientific-number/>`), `0E+0`, plain},
		"# ?/?":            {styled("number-style", `<number:fraction/>`), `?/?`, plain},
		"percentage":       {styled("percentage-style", digits("1", "")+"<number:text>%</number:text>"), `%0"%"`, plain},
		"amount":           {styled("currency-style", "<number:currency-symbol>+</number:currency-symbol>"+digits("1", "")), `[$]0`, plain},
		"filled up":        {styled("number-style", digits("1", "")+"<number:fill-character>-</number:fill-character>"), `0`, plain},
		"@":                {styled("text-style", "<number:text-content/>"), `@`, plain},
		"far too long":     {styled("number-style", digits("2000", "")), "", plain},
		"a long text":      {styled("number-style", "<number:text>"+strings.Repeat("+", 2000)+"</number:text>"+digits("1", "")), "", plain},
		"conditions": {
			styled("number-style", "<number:text>(</number:text>"+digits("0", embedded("7", ") ")+embedded("4", "-"))+`<style:map style:condition="value()&lt;=9999999" style:apply-style-name="N2"/>`) +
				strings.Replace(styled("number-style", digits("0", embedded("4", "-"))), "N1", "N2", 1),
			`[<=9999999]#"-"####;"("#") "###"-"####`, "(1212) 555-0123",
		},
		"not equal":           {styled("number-style", digits("1", "")+`<style:map style:condition="value()!=0" style:apply-style-name="N2"/>`) + `<number:number-style style:name="N2"><number:text>+</number:text>` + digits("1", "") + `</number:number-style>`, `[<>0]"+"0;0`, "+" + plain},
		"a condition unknown": {styled("number-style", digits("1", "")+`<style:map style:condition="is-odd()" style:apply-style-name="N1"/>`), `0`, plain},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := mustRead(t, flat(c.styles+`<style:style style:name="ce1" style:family="table-cell" style:data-style-name="N1"/>`,
				row(`<table:table-cell table:style-name="ce1" office:value-type="float" office:value="`+plain+`"/>`)))
			got := s.Value(s.Cell(&s.Rows[0], 0))
			if got.Format != c.format || got.Shown() != c.shown {
				t.Errorf("%s shows %s, want %s and %s", got.Format, got.Shown(), c.format, c.shown)
			}
		})
	}
}

func TestDatesAreKnownByTheirStyles(t *testing.T) {
	t.Parallel()
	for _, part := range []string{"era", "year", "quarter", "month", "week-of-year", "day", "day-of-week", "hours", "minutes", "seconds"} {
		s := mustRead(t, flat(styled("date-style", "<number:text>on </number:text><number:"+part+"/>")+`<style:style style:name="ce1" style:family="table-cell" style:data-style-name="N1"/>`,
			row(`<table:table-cell table:style-name="ce1" office:value-type="float" office:value="46235"/>`)))
		if !s.Value(s.Cell(&s.Rows[0], 0)).HasDateFormat() {
			t.Errorf("%s is no date", part)
		}
	}
}

// TestCellsGetTheirStyles holds which style counts where several could.
func TestCellsGetTheirStyles(t *testing.T) {
	t.Parallel()
	const automatic = `<number:number-style style:name="N1"><number:text>content </number:text><number:number number:decimal-places="0" number:min-integer-digits="1"/></number:number-style>` +
		`<style:style style:name="own" style:family="table-cell" style:data-style-name="N1"/>` +
		`<style:style style:name="child" style:family="table-cell" style:parent-style-name="parent"/>` +
		`<style:style style:name="plain" style:family="table-cell"/>` +
		`<style:style style:name="circle" style:family="table-cell" style:parent-style-name="circle"/>` +
		`<style:style style:name="missing" style:family="table-cell" style:data-style-name="N9"/>`
	const common = `<office:document-styles><office:styles>` +
		`<number:number-style style:name="N1"><number:text>styles </number:text></number:number-style>` +
		`<number:number-style style:name="N2"><number:text>common </number:text><number:number number:decimal-places="0" number:min-integer-digits="1"/></number:number-style>` +
		`<style:style style:name="parent" style:family="table-cell" style:data-style-name="N2"/></office:styles>` +
		`<office:automatic-styles><style:style style:name="plain" style:family="table-cell" style:data-style-name="N2"/></office:automatic-styles></office:document-styles>`
	const columns = `<table:table-column table:default-cell-style-name="own"/><table:table-columns><table:table-column table:number-columns-repeated="2" table:default-cell-style-name="child"/></table:table-columns>`
	cell := func(style string) string {
		if style != "" {
			style = ` table:style-name="` + style + `"`
		}
		return `<table:table-cell` + style + ` office:value-type="float" office:value="7"/>`
	}
	content := `<office:document-content><office:automatic-styles>` + automatic + `</office:automatic-styles><office:body><office:spreadsheet>` +
		rows(columns+`<table:table-row>`+cell("")+cell("")+cell("")+cell("")+`</table:table-row>`+
			`<table:table-row>`+cell("plain")+cell("own")+cell("circle")+cell("missing")+cell("nobody")+`</table:table-row>`+
			`<table:table-row table:default-cell-style-name="child">`+cell("")+cell("own")+`</table:table-row>`) +
		`</office:spreadsheet></office:body></office:document-content>`
	book, err := openPacked(t, filetest.Parts{"content.xml": content, "styles.xml": common})
	if err != nil {
		t.Fatal(err)
	}
	s, err := book.Read(0)
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{{"content 7", "common 7", "common 7", "7"}, {"7", "content 7", "7", "7", "7"}, {"common 7", "content 7"}}
	for i, r := range s.Rows {
		for j := range want[i] {
			if got := s.Shown(s.Cell(&r, j)); got != want[i][j] {
				t.Errorf("%s%d shows %q, want %q", number.ColumnName(j), i+1, got, want[i][j])
			}
		}
	}
}
