package xlsx

import (
	"fmt"
	"strings"
	"testing"

	"numberloader/import/parts"
	"numberloader/import/sheet"
)

// checkPlainCells compares rows with the same ones in another way of writing, which no
// cell is plain in.
func checkPlainCells(t *testing.T, rows string) {
	t.Helper()
	const usual, other = "<c ", "<c  "
	got, err := cellsOf(t, rows)
	want, wantErr := cellsOf(t, strings.ReplaceAll(rows, usual, other))
	want = strings.ReplaceAll(want, other, usual) // of literal texts
	if (err == nil) != (wantErr == nil) || got != want {
		t.Errorf("%s: got %s (%v), want %s (%v)", rows, got, err, want, wantErr)
	}
}

// cellsOf are the cells of a sheet that holds rows, as they print.
func cellsOf(t *testing.T, rows string) (string, error) {
	t.Helper()
	content := "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"
	in := &sheet.Input{Context: t.Context(), Bytes: strings.NewReader(content), Size: int64(len(content))}
	book := &workbook{archive: new(parts.Archive), bounds: usualBounds(), store: sheet.NewTexts(sheet.MaxTextBytes), struck: []bool{false, true}}
	book.texts.book, book.texts.struck = book, map[int]bool{1: true}
	for _, text := range []string{"zero", "one"} {
		kept, err := book.store.KeepString(text)
		if err != nil {
			t.Fatal(err)
		}
		book.texts.list = append(book.texts.list, kept)
	}
	s := sheet.New("", book.store, []string{"", "yyyy-mm-dd"})
	err := parts.NewFile(in).Scan(func(scanner *parts.Scanner) error {
		w := &worksheet{Scanner: scanner, book: book, sheet: s, step: func() error { return nil }}
		return scanner.Children("worksheet", w.readPiece)
	})
	if err != nil {
		return "", err
	}
	var b strings.Builder
	for _, r := range s.Rows {
		fmt.Fprintf(&b, "%d:", r.Line)
		for c := range s.Cells(&r) {
			fmt.Fprintf(&b, " %d %+v %v", c.Column, s.Value(c), c.IsStruck())
		}
	}
	return b.String(), nil
}

func TestPlainCellsAreReadAsAny(t *testing.T) {
	t.Parallel()
	tags := []string{
		`<c>`, `<c r="A1">`, `<c r="A1" s="1" t="s">`, `<c r="A1" t="s">`, `<c r="A1" s="1">`, `<c r="A1" t="str">`, `<c r="A1" t="inlineStr">`, `<c r="A1" t="b">`,
		`<c r="A1" t="e">`, `<c r="A1" t="d">`, `<c r="A1" t="new">`, `<c r="A1" t="">`, `<c r="A1" s="">`, `<c r="A1" s="9">`, `<c r="A1" s="1234567890">`,
		`<c r="A1" t="s" s="1">`, `<c r="$A$1">`, `<c r="a1">`, `<c r="A">`, `<c r="1">`, `<c r="A0">`, `<c r="XFD1">`, `<c r="XFE1">`, `<c r="AAAA1">`, `<c r="A1234567890">`, `<c r="A3">`,
		`<c  r="A1">`, `<c r="A1" >`, `<c r='A1'>`, `<c r=A1>`, `<c r ="A1">`, `<c r="A 1">`, `<c r="&lt;">`, `<c r="A1"s="2">`, `<c x:r="A1">`, `<c ="1">`, `<c r="">`,
		`<c r="A1`, `<c r="é">`, `<c r="A1"/>`, `<cc r="A1">`, `<x:c r="A1">`, "<c\nr=\"A1\">", `<c r="A1>">`, `<c r="A1" r="A2">`, `<c r="A1" s="1" t="s" u="2">`,
	}
	values := []string{
		"<v>1</v>", "<v>0</v>", "<v>2</v>", "<v></v>", "", "1", " <v>1</v>", "<v>1</v> ", "<v> 1 </v>", "<v>1</v><v>0</v>", "<f>1</f><v>0</v>", "<v>&lt;</v>", "<v/>", "<a><v>1</v></a>",
		"<v>1</c>", "<v>_x0031_</v>", "<v>12125550123</v>", "<v>1.2e3</v>", "<v>text</v>", "<v>TRUE</v>", "<v>é</v>", "<v>-1</v>", "<v>9999999999</v>", "<v>1]]>0</v>",
		"<is><t>1</t></is>", "<is><t>a_x0031_</t></is>", "<is><t></t></is>", "<is></is>", "<is><t>1</t></v>", "<is><t>1</t><t>0</t></is>", "<is><t>1</t></is><v>0</v>", "<is><r><t>1</t></r></is>",
	}
	check := func(cell string) {
		checkPlainCells(t, `<row r="2">`+cell+`<c r="B1" t="s"><v>0</v></c></row>`)
		checkPlainCells(t, `<row><c r="C5"><v>7</v></c>`+cell+`</row>`)
	}
	for _, tag := range tags {
		for _, value := range values {
			check(tag + value + "</c>")
		}
		check(tag + "<v>1</v></c >")
		check(tag + "<v>1</v></v>")
	}
}

// FuzzPlainCells has any rows.
func FuzzPlainCells(f *testing.F) {
	f.Add(`<row r="2"><c r="A2" s="1" t="s"><v>1</v></c><c r="B2"><v>12125550123</v></c></row>`)
	f.Add(`<row><c r="B7" t="str"><v>a_x0041_</v></c></row>`)
	f.Fuzz(checkPlainCells)
}
