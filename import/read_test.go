package importer

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"numberloader/import/filetest"
	"numberloader/import/sheet"
	"numberloader/internal/fault"
	"numberloader/internal/number"
)

func TestReadRefusesWhatIsNoList(t *testing.T) {
	t.Parallel()
	compound := "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
	cases := map[string]struct {
		Content string
		kind    fault.Kind
		word    string
	}{
		"nothing":               {"", fault.FileEmpty, "empty"},
		"blanks":                {"\xef\xbb\xbf \r\n\t\n\x1a", fault.FileEmpty, "empty"},
		"only delimiters":       {",,\n,,\n", fault.FileEmpty, "empty"},
		"PDF":                   {"%PDF-1.7\n", fault.FileUnsupported, "PDF"},
		"PNG":                   {"\x89PNG\r\n\x1a\n....", fault.FileUnsupported, "picture"},
		"JPEG":                  {"\xff\xd8\xff\xe0....", fault.FileUnsupported, "picture"},
		"rich text":             {`{\rtf1 x}`, fault.FileUnsupported, "rich text"},
		"gzip":                  {"\x1f\x8b\x08....", fault.FileUnsupported, "compressed"},
		"Excel 4, cut off":      {"\x09\x04\x06\x00....", fault.FileDamaged, "damaged"},
		"empty container":       {string(filetest.Container("", "Root Entry", "Workbook")), fault.FileDamaged, "damaged"},
		"broken container":      {compound + "....", fault.FileDamaged, "damaged"},
		"web page":              {"\r\n<!-- x -->\n<HTML>\n<body>", fault.FileUnsupported, "web page"},
		"web table":             {"<table border=1><tr>", fault.FileUnsupported, "web page"},
		"XHTML":                 {`<?xml version="1.0"?><html xmlns="x">`, fault.FileUnsupported, "web page"},
		"web page in UTF-16":    {"\xff\xfe<\x00h\x00t\x00m\x00l\x00>\x00", fault.FileUnsupported, "web page"},
		"Excel 2003 XML":        {`<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>`, fault.FileUnsupported, ".xlsx"},
		"SYLK":                  {"ID;PWXL;N;E\r\n", fault.FileUnsupported, ".xlsx"},
		"UTF-32 with mark":      {"\xff\xfe\x00\x001\x00\x00\x00", fault.FileUnsupported, ".xlsx"},
		"UTF-32":                {"1\x00\x00\x002\x00\x00\x003\x00\x00\x00", fault.FileUnsupported, ".xlsx"},
		"zeros and no UTF-8":    {"abc\xff\x00def", fault.FileUnsupported, ".xlsx"},
		"controls and no UTF-8": {"abc\xff\x01\x02def", fault.FileUnsupported, ".xlsx"},
		"lock file":             {"\x05Admin" + strings.Repeat(" ", 49) + "\x05\x00A\x00d\x00m\x00i\x00n\x00" + strings.Repeat(" \x00", 49), fault.FileUnsupported, "~$"},
		"broken zip":            {"PK\x03\x04....", fault.FileDamaged, "damaged"},
		"open quotation mark":   {"sep=;\r\na;b\r\n\"c;d\r\n", fault.FileDamaged, "line 3"},
		"too many columns":      {strings.Repeat(";", sheet.MaxColumns), fault.FileTooLarge, "16,384 columns"},
		"too many rows":         {strings.Repeat("1\n", sheet.MaxRows+1), fault.FileTooLarge, "1,048,576 rows"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, err := readBytes(t, "list.csv", []byte(c.Content), number.Layout{})
			filetest.Refused(t, err, c.kind, c.word)
		})
	}
}

func TestReadRefusesOtherZipFiles(t *testing.T) {
	t.Parallel()
	cases := map[string]struct {
		Parts filetest.Parts
		kind  fault.Kind
		word  string
	}{
		"folder":          {filetest.Parts{"list.csv": "1"}, fault.FileUnsupported, ".zip"},
		"nothing":         {filetest.Parts{}, fault.FileUnsupported, ".zip"},
		"Word":            {filetest.Parts{"_rels/.rels": "", "word/document.xml": ""}, fault.FileUnsupported, "Word"},
		"PowerPoint":      {filetest.Parts{"_rels/.rels": "", "ppt/presentation.xml": ""}, fault.FileUnsupported, "PowerPoint"},
		"xlsb":            {filetest.Parts{"xl/workbook.bin": ""}, fault.FileUnsupported, ".xlsb"},
		"ods, no content": {filetest.Parts{"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}, fault.FileDamaged, "damaged"},
		"Numbers":         {filetest.Parts{"Index/Document.iwa": "", "Index/Tables/x.iwa": ""}, fault.FileUnsupported, "Numbers"},
		"no links":        {filetest.Parts{"xl/workbook.xml": "<workbook/>"}, fault.FileDamaged, "damaged"},
		"no workbook":     {filetest.Parts{"_rels/.rels": "<Relationships/>"}, fault.FileDamaged, "damaged"},
		"no sheets":       {filetest.Workbook(), fault.FileDamaged, "damaged"},
		"empty sheets":    {filetest.Workbook("<sheetData/>", "<sheetData><row><c/></row></sheetData>"), fault.FileEmpty, "empty"},
		"same part":       {filetest.Parts{"xl/workbook.xml": "", `XL\workbook.xml`: ""}, fault.FileDamaged, "damaged"},
		"broken XML":      {filetest.Workbook("<sheetData><row><c><v>1</v></c></row>"), fault.FileDamaged, "damaged"},
		"no address":      {filetest.Workbook(`<sheetData><row><c r="7"><v>1</v></c></row></sheetData>`), fault.FileDamaged, "damaged"},
		"no row number":   {filetest.Workbook(`<sheetData><row r="x"/></sheetData>`), fault.FileDamaged, "damaged"},
		"no such column":  {filetest.Workbook(`<sheetData><row><c r="ZZZ1"><v>1</v></c></row></sheetData>`), fault.FileDamaged, "damaged"},
		"no such row":     {filetest.Workbook(`<sheetData><row r="1048577"><c><v>1</v></c></row></sheetData>`), fault.FileTooLarge, "too large"},
		"no texts":        {filetest.Workbook(`<sheetData><row><c t="s"><v>0</v></c></row></sheetData>`), fault.FileDamaged, "damaged"},
		"another root":    {filetest.Workbook("</worksheet><worksheet>"), fault.FileDamaged, "damaged"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, err := readBytes(t, "list.xlsx", filetest.Zip(t, c.Parts), number.Layout{})
			filetest.Refused(t, err, c.kind, c.word)
		})
	}
}

func TestReadRefusesWhatIsNoFile(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	_, err := Read(t.Context(), folder, number.Layout{}, nil)
	filetest.Refused(t, err, fault.FileMissing, "folder")
	_, err = Read(t.Context(), filepath.Join(folder, "none.xlsx"), number.Layout{}, nil)
	filetest.Refused(t, err, fault.FileMissing, "no file", "none.xlsx")
	_, err = Read(t.Context(), filepath.Join(folder, "a\x00b"), number.Layout{}, nil)
	filetest.Refused(t, err, fault.FileMissing)
	if runtime.GOOS != "windows" {
		_, err = Read(t.Context(), os.DevNull, number.Layout{}, nil)
		filetest.Refused(t, err, fault.FileMissing, "device")
	}
	large := filepath.Join(folder, "large.csv")
	if err := os.WriteFile(large, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(large, maxFile+1); err != nil {
		t.Fatal(err)
	}
	_, err = Read(t.Context(), large, number.Layout{}, nil)
	filetest.Refused(t, err, fault.FileTooLarge, "too large", "200 MB")
}

func TestCannotOpenSaysWhy(t *testing.T) {
	t.Parallel()
	filetest.Refused(t, cannotOpen("a.xlsx", os.ErrPermission), fault.FileMissing, "may not read", "a.xlsx")
	filetest.Refused(t, cannotOpen("a.xlsx", errors.New("disk on fire")), fault.FileMissing, "can't be read")
}

// protectedWorkbook is a workbook that a password opens.
func protectedWorkbook(t *testing.T, password string) []byte {
	t.Helper()
	f := excelize.NewFile()
	for i, text := range []string{"Phone number", "+12125550123"} {
		if err := f.SetCellStr("Sheet1", fmt.Sprintf("A%d", i+1), text); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := errors.Join(f.Write(&b, excelize.Options{Password: password}), f.Close()); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestPasswordOpensProtectedWorkbook(t *testing.T) {
	t.Parallel()
	content := protectedWorkbook(t, "open sesame")
	table := mustRead(t, "list.xlsx", content, number.Layout{Password: "open sesame"})
	if len(table.Records) != 1 || table.Records[0].Number().Value != "+12125550123" {
		t.Errorf("read %v", table.Records)
	}
	_, err := readBytes(t, "list.xlsx", content, number.Layout{})
	filetest.Refused(t, err, fault.FilePassword, "password")
	_, err = readBytes(t, "list.xlsx", content, number.Layout{Password: "wrong"})
	filetest.Refused(t, err, fault.FilePassword, "password does not open")
	content = protectedWorkbook(t, "VelvetSweatshop")
	if table := mustRead(t, "list.xlsx", content, number.Layout{}); len(table.Records) != 1 {
		t.Errorf("read %v of a workbook that is only protected against changes", table.Records)
	}
	_, err = readBytes(t, "list.xlsx", content, number.Layout{Password: "wrong"})
	filetest.Refused(t, err, fault.FilePassword, "password does not open")
	_, err = readBytes(t, "list.xlsx", content[:len(content)/2], number.Layout{Password: "open sesame"})
	if err == nil {
		t.Error("read half of a protected file")
	}
}

func TestReadStopsWithItsContext(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for name, content := range map[string][]byte{"a.csv": []byte("1,2\n"), "a.xlsx": filetest.Zip(t, filetest.Workbook("<sheetData/>"))} {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		_, err := Read(ctx, path, number.Layout{}, nil)
		if fault.KindOf(err) != fault.Stopped || !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestReadStopsAmongRows stops as soon as the reader says how far it is.
func TestReadStopsAmongRows(t *testing.T) {
	t.Parallel()
	const rows = 3 * 4096 // it is told at each of these
	sheet := "<sheetData>" + strings.Repeat("<row><c><v>12125550123</v></c></row>", rows) + "</sheetData>"
	for name, content := range map[string][]byte{"a.csv": []byte(strings.Repeat("12125550123\n", rows)), "a.xlsx": filetest.Zip(t, filetest.Workbook(sheet))} {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithCancel(t.Context())
		var told []number.Progress
		_, err := Read(ctx, path, number.Layout{}, func(p number.Progress) {
			if p.First == nil {
				told = append(told, p)
				cancel()
			}
		})
		switch {
		case fault.KindOf(err) != fault.Stopped:
			t.Errorf("%s: %v is not of the kind %v", name, err, fault.Stopped)
		case len(told) != 1:
			t.Errorf("%s: told is %v", name, told)
		case told[0].Share <= 0:
			t.Errorf("%s: told[0].Share is %v", name, told[0].Share)
		case told[0].Share >= 1:
			t.Errorf("%s: told[0].Share is %v", name, told[0].Share)
		}
	}
}

func TestCellsKeepTheirTypes(t *testing.T) {
	t.Parallel()
	p := filetest.Workbook(`<sheetData><row r="2" hidden="1">
		<c r="A2" s="1"><v>1.91367482E10</v></c>
		<c r="B2" s="2" t="n"><v> 44000 </v></c>
		<c r="C2" t="s"><v>0</v></c>
		<c t="inlineStr"><is><r><t>a</t></r><r><t>b_x000D_</t></r><rPh><t>reading</t></rPh></is></c>
		<c r="F2" t="e"><v>#REF!</v></c>
		<c r="G2" t="b"><v>1</v></c>
		<c r="H2" t="d"><v>2026-08-01</v></c>
		<c r="I2" t="str"><f>A1</f><v></v></c>
		<c r="J2"><f>A1</f><v></v></c>
		<c r="K2"><f/></c>
		<c r="L2"><f>A1</f><v>0</v></c>
		<c r="M2"><v>abc</v></c>
		<c r="N2" s="3"/>
		<c r="O2" t="s"><v>9</v></c>
		<c r="P2" s="" t="s"><v></v></c>
	</row></sheetData>`)
	p["xl/sharedStrings.xml"] = `<sst><si><t>shared</t><phoneticPr/></si></sst>`
	p["xl/styles.xml"] = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="&quot;+&quot;0"/><numFmt numFmtId="165" formatCode="general"/></numFmts>
		<cellXfs><xf numFmtId="165"/><xf numFmtId="164"/><xf numFmtId="14"/></cellXfs></styleSheet>`
	content := filetest.Zip(t, p)
	want := map[string]number.Cell{
		"A": {Type: number.CellNumber, Value: "1.91367482E10", Format: `"+"0`},
		"B": {Type: number.CellNumber, Value: "44000", Format: "m/d/yyyy"},
		"C": {Type: number.CellText, Value: "shared"},
		"D": {Type: number.CellText, Value: "ab\r"},
		"E": {},
		"F": {Type: number.CellError, Value: "#REF!"},
		"G": {Type: number.CellBool, Value: "true"},
		"H": {Type: number.CellDate, Value: "2026-08-01"},
		"I": {Type: number.CellText, Formula: true},
		"J": {Formula: true},
		"K": {Formula: true},
		"L": {Type: number.CellNumber, Value: "0", Formula: true},
		"M": {Type: number.CellText, Value: "abc"},
		"N": {},
		"O": {Type: number.CellError, Value: "#REF!"},
	}
	for column, cell := range want {
		layout := number.Layout{Header: new(0), Columns: map[number.Field]string{number.FieldNumber: column}}
		table := mustRead(t, "list.xlsx", content, layout)
		if len(table.Records) != 1 || table.Records[0].Line != 2 || !table.Records[0].Hidden {
			t.Fatalf("records %v", table.Records)
		}
		if diff := cmp.Diff(cell, table.Records[0].Number()); diff != "" {
			t.Errorf("%s: %s", column, diff)
		}
	}
}

// TestAnEscapeCountsWithinOneRunOnly has runs that make an escape together, and
// one that holds it.
func TestAnEscapeCountsWithinOneRunOnly(t *testing.T) {
	t.Parallel()
	const runs = `<r><t>_</t></r><r><t>xD83D_ _x0041_</t></r>`
	p := filetest.Workbook(`<sheetData><row r="1">` + phoneCell + `</row><row r="2"><c r="A2" t="inlineStr"><is>` + runs + `</is></c></row>` +
		`<row r="3"><c r="A3" t="s"><v>0</v></c></row><row r="4"><c r="A4" t="str"><v>_x005F_x0041_</v></c></row></sheetData>`)
	p["xl/sharedStrings.xml"] = `<sst><si>` + runs + `</si></sst>`
	table := mustRead(t, "list.xlsx", filetest.Zip(t, p), number.Layout{})
	var got []string
	for _, r := range table.Records {
		got = append(got, r.Number().Shown())
	}
	if want := []string{"_xD83D_ A", "_xD83D_ A", "_x0041_"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
