package importer

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"maps"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"

	"numberloader/import/filetest"
	"numberloader/internal/fault"
	"numberloader/internal/number"
)

const (
	phoneCell = `<c r="A1" t="inlineStr"><is><t>Phone</t></is></c>`
	listData  = `<sheetData><row r="1">` + phoneCell + `</row><row r="2"><c r="A2"><v>12125550123</v></c></row></sheetData>`
)

// listed are the rows of a table: line, number, and "hidden".
func listed(table *number.Table) []string {
	var rows []string
	for _, r := range table.Records {
		text := fmt.Sprint(r.Line, " ", r.Number().Shown())
		if r.Hidden {
			text += " hidden"
		}
		rows = append(rows, text)
	}
	return rows
}

// TestWorkbooksOfOtherProgramsAreRead has the same list in many forms.
func TestWorkbooksOfOtherProgramsAreRead(t *testing.T) {
	t.Parallel()
	changed := func(change func(p filetest.Parts)) filetest.Parts {
		p := filetest.Workbook(listData)
		change(p)
		return p
	}
	target := func(old, target, name string) filetest.Parts {
		return changed(func(p filetest.Parts) {
			for part, content := range p {
				p[part] = strings.ReplaceAll(content, `"`+old+`"`, `"`+target+`"`)
			}
			sheet := p["xl/worksheets/sheet1.xml"]
			delete(p, "xl/worksheets/sheet1.xml")
			p[name] = sheet
		})
	}
	each := func(change func(string) string) filetest.Parts {
		return changed(func(p filetest.Parts) {
			for part, content := range p {
				p[part] = change(content)
			}
		})
	}
	const usual = "worksheets/sheet1.xml"
	for name, p := range map[string]filetest.Parts{
		"percent signs in an address":   target(usual, "worksheets/My%20Sheet.xml", "xl/worksheets/My Sheet.xml"),
		"percent signs in a name":       target(usual, "worksheets/My Sheet.xml", "xl/worksheets/My%20Sheet.xml"),
		"a percent sign that is one":    target(usual, "worksheets/100%.xml", "xl/worksheets/100%.xml"),
		"dots in an address":            target(usual, "./../xl/./worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
		"an absolute address":           target(usual, "/xl/worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
		"a name from the root":          target(usual, usual, "/xl/worksheets/sheet1.xml"),
		"a name with dots":              target(usual, usual, "./xl/worksheets/sheet1.xml"),
		"backslashes":                   target(usual, `worksheets\sheet1.xml`, `xl\worksheets\sheet1.xml`),
		"capitals":                      target(usual, usual, "XL/Worksheets/Sheet1.XML"),
		"a byte order mark":             each(func(s string) string { return "\ufeff" + s }),
		"UTF-16":                        each(func(s string) string { return utf16Of(binary.LittleEndian, s) }),
		"UTF-16, high byte first":       each(func(s string) string { return utf16Of(binary.BigEndian, s) }),
		"comments and instructions":     each(func(s string) string { return "<?xml version='1.0'?><!-- <a> --><?x y?>" + s + "<!-- b --><?z?>" }),
		"strict":                        each(strings.NewReplacer("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships", filetest.MainSpace, "http://purl.oclc.org/ooxml/spreadsheetml/main").Replace),
		"prefixes":                      each(prefixed),
		"cells without addresses":       filetest.Workbook(strings.NewReplacer(` r="A1"`, "", ` r="A2"`, "").Replace(listData)),
		"rows without numbers":          filetest.Workbook(strings.NewReplacer(`<row r="1"`, "<row", `<row r="2"`, "<row").Replace(listData)),
		"nothing numbered":              filetest.Workbook(strings.NewReplacer(`<row r="1"`, "<row", `<row r="2"`, "<row", ` r="A1"`, "", ` r="A2"`, "").Replace(listData)),
		"rows out of order":             filetest.Workbook(`<sheetData><row r="2"><c r="A2"><v>12125550123</v></c></row><row r="1">` + phoneCell + `</row></sheetData>`),
		"a cell twice":                  filetest.Workbook(strings.Replace(listData, `<c r="A2">`, `<c r="A2"><v>5</v></c><c r="A2">`, 1)),
		"a style that is not there":     filetest.Workbook(strings.Replace(listData, `r="A2"`, `r="A2" s="99"`, 1)),
		"literal text":                  filetest.Workbook(strings.Replace(listData, `12125550123`, `<![CDATA[12125]]>5<!-- x --><![CDATA[50123]]>`, 1)),
		"entities":                      filetest.Workbook(strings.Replace(listData, `12125550123`, `&#49;2&#x31;25550123`, 1)),
		"hidden columns":                filetest.Workbook(`<cols><col min="1" max="1" hidden="1"/></cols>` + listData),
		"other content beside the list": filetest.Workbook(`<mc:AlternateContent><mc:Choice><row r="9"/></mc:Choice></mc:AlternateContent>` + listData + `<extLst><ext><sheetData><row><c><v>1</v></c></row></sheetData></ext></extLst>`),
		"a row with a usual height":     filetest.Workbook(strings.Replace(listData, `<row r="2"`, `<row r="2" ht="0.75" customHeight="1"`, 1)),
		"a height that nobody set":      filetest.Workbook(strings.Replace(listData, `<row r="2"`, `<row r="2" ht="0"`, 1)),
		"years from 1904": changed(func(p filetest.Parts) {
			p["xl/workbook.xml"] = strings.Replace(p["xl/workbook.xml"], "<sheets>", `<workbookPr date1904="1"/><sheets>`, 1)
		}),
		"blanks that count": filetest.Workbook(strings.Replace(listData, "<t>Phone", `<t xml:space="preserve">  Phone `, 1)),
		"a reading aid":     filetest.Workbook(strings.Replace(listData, "<t>Phone</t>", `<t>Phone</t><rPh sb="0" eb="1"><t>fone</t></rPh><phoneticPr fontId="1"/>`, 1)),
		"links that lead out of the file": changed(func(p filetest.Parts) {
			p["xl/_rels/workbook.xml.rels"] = strings.Replace(p["xl/_rels/workbook.xml.rels"], "<Relationships>", `<Relationships><Relationship Id="x" Type="`+filetest.RelsType+`/styles" Target="https://example.com" TargetMode="External"/>`, 1)
		}),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			table := mustRead(t, "list.xlsx", filetest.Zip(t, p), number.Layout{})
			if diff := cmp.Diff([]string{"2 12125550123"}, listed(table)); diff != "" || table.HeaderRow != 1 {
				t.Errorf("header row %d, rows %s", table.HeaderRow, diff)
			}
		})
	}
}

func utf16Of(order binary.AppendByteOrder, text string) string {
	content := order.AppendUint16(nil, 0xfeff)
	for _, unit := range utf16.Encode([]rune(text)) {
		content = order.AppendUint16(content, unit)
	}
	return string(content)
}

// prefixed gives every element the prefix x.
func prefixed(text string) string {
	text = strings.ReplaceAll(strings.ReplaceAll(text, "</", "\x00"), "<", "<x:")
	return strings.ReplaceAll(strings.ReplaceAll(text, "\x00", "</x:"), "xmlns=", "xmlns:x=")
}

func TestRowsWithoutHeightAreHidden(t *testing.T) {
	t.Parallel()
	content := filetest.Zip(t, filetest.Workbook(strings.Replace(listData, `<row r="2"`, `<row r="2" ht="0" customHeight="1"`, 1)))
	if diff := cmp.Diff([]string{"2 12125550123 hidden"}, listed(mustRead(t, "list.xlsx", content, number.Layout{}))); diff != "" {
		t.Error(diff)
	}
}

func TestRowsThatComeTwiceAreBothRead(t *testing.T) {
	t.Parallel()
	content := filetest.Zip(t, filetest.Workbook(strings.Replace(listData, `</sheetData>`, `<row r="2"><c r="A2"><v>12125550124</v></c></row></sheetData>`, 1)))
	if diff := cmp.Diff([]string{"2 12125550123", "2 12125550124"}, listed(mustRead(t, "list.xlsx", content, number.Layout{}))); diff != "" {
		t.Error(diff)
	}
}

func TestDocumentTypesAreRefused(t *testing.T) {
	t.Parallel()
	p := filetest.Workbook(listData)
	p["xl/worksheets/sheet1.xml"] = `<!DOCTYPE x [<!ENTITY a "b">]>` + p["xl/worksheets/sheet1.xml"]
	_, err := readBytes(t, "list.xlsx", filetest.Zip(t, p), number.Layout{})
	filetest.Refused(t, err, fault.FileDamaged, "damaged")
}

func TestTextsMayHoldZeros(t *testing.T) {
	t.Parallel()
	table := mustRead(t, "list.csv", []byte("Phone,Note\n12125550123,a\x00b\n"), number.Layout{})
	if len(table.Records) != 1 || table.Records[0].Source.At(1) != "a\x00b" {
		t.Errorf("read %v", table.Records)
	}
}

// zipWith packs parts with a header of the caller's making.
func zipWith(t *testing.T, p filetest.Parts, change func(h *zip.FileHeader)) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, name := range slices.Sorted(maps.Keys(p)) {
		content := []byte(p[name])
		h := &zip.FileHeader{Name: name, CRC32: crc32.ChecksumIEEE(content), CompressedSize64: uint64(len(content)), UncompressedSize64: uint64(len(content))}
		change(h)
		part, err := w.CreateRaw(h)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := part.Write(content); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestPartsMayBeStored(t *testing.T) {
	t.Parallel()
	content := zipWith(t, filetest.Workbook(listData), func(*zip.FileHeader) {})
	if table := mustRead(t, "list.xlsx", content, number.Layout{}); len(table.Records) != 1 {
		t.Errorf("read %v", table.Records)
	}
}

func TestOtherPackingsAreNamed(t *testing.T) {
	t.Parallel()
	for method, word := range map[uint16]string{9: "Deflate64", 12: "BZIP2", 14: "LZMA", 77: "method 77"} {
		content := zipWith(t, filetest.Workbook(listData), func(h *zip.FileHeader) { h.Method = method })
		_, err := readBytes(t, "list.xlsx", content, number.Layout{})
		filetest.Refused(t, err, fault.FileUnsupported, word, "7-Zip", "save it anew as .xlsx")
	}
	content := zipWith(t, filetest.Workbook(listData), func(h *zip.FileHeader) { h.Flags |= 1 })
	_, err := readBytes(t, "list.xlsx", content, number.Layout{})
	filetest.Refused(t, err, fault.FileUnsupported, "password", "7-Zip")
}

// TestZip64IsRead has a part whose sizes stand in the extra field of zip64.
func TestZip64IsRead(t *testing.T) {
	t.Parallel()
	content := zipWith(t, filetest.Workbook(listData), func(*zip.FileHeader) {})
	table := mustRead(t, "list.xlsx", asZip64(content), number.Layout{})
	if len(table.Records) != 1 {
		t.Errorf("read %v", table.Records)
	}
}

// asZip64 moves the sizes of each part in the directory to an extra field.
func asZip64(content []byte) []byte {
	const entrySize, nameAt, extraAt, sizesAt = 46, 28, 30, 20
	le := binary.LittleEndian
	end := bytes.LastIndex(content, []byte("PK\x05\x06"))
	start := int(le.Uint32(content[end+16:]))
	var directory []byte
	for at := start; at < end; {
		size := entrySize + int(le.Uint16(content[at+nameAt:])) + int(le.Uint16(content[at+extraAt:]))
		entry := bytes.Clone(content[at : at+size])
		packed, unpacked := le.Uint32(entry[sizesAt:]), le.Uint32(entry[sizesAt+4:])
		copy(entry[sizesAt:], "\xff\xff\xff\xff\xff\xff\xff\xff")
		le.PutUint16(entry[extraAt:], le.Uint16(entry[extraAt:])+20)
		entry = append(entry, 1, 0, 16, 0)
		entry = le.AppendUint64(le.AppendUint64(entry, uint64(unpacked)), uint64(packed))
		directory = append(directory, entry...)
		at += size
	}
	tail := bytes.Clone(content[end:])
	le.PutUint32(tail[12:], uint32(len(directory))) //nolint:gosec // small
	return slices.Concat(content[:start], directory, tail)
}

// TestDatesOfOldMacsAreThoseThatExcelShows has a date in a workbook whose days
// count from 1904.
func TestDatesOfOldMacsAreThoseThatExcelShows(t *testing.T) {
	t.Parallel()
	for years, want := range map[string]string{"0": "2019-03-14", "1": "2023-03-15"} {
		p := filetest.Workbook(strings.Replace(listData, `<c r="A2"><v>12125550123</v></c>`, `<c r="A2" s="1"><v>43538</v></c>`, 1))
		p["xl/workbook.xml"] = strings.Replace(p["xl/workbook.xml"], "<sheets>", `<workbookPr date1904="`+years+`"/><sheets>`, 1)
		p["xl/styles.xml"] = `<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`
		table := mustRead(t, "list.xlsx", filetest.Zip(t, p), number.Layout{})
		if got := table.Records[0].Number().Shown(); got != want {
			t.Errorf("date1904=%s: %s, want %s", years, got, want)
		}
	}
}
