package importer

import (
	"slices"
	"strings"
	"testing"

	"numberloader/import/filetest"
	"numberloader/internal/fault"
	"numberloader/internal/number"
)

const (
	openDocumentType = "application/vnd.oasis.opendocument."
	encryptedContent = `<manifest:manifest><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>`
)

// TestRefusalsNameTheFormatAndTheWayOut has beginnings of files of other
// programs (docs/number-rules.md, 5.1). testdata has whole ones.
func TestRefusalsNameTheFormatAndTheWayOut(t *testing.T) {
	t.Parallel()
	zipped := func(p filetest.Parts) string { return string(filetest.Zip(t, p)) }
	cases := map[string]struct {
		Content string
		words   []string
	}{
		"chart of Excel 3": {"\x09\x02\x06\x00\x00\x00\x20\x00\x00\x00\x0a\x00\x00\x00", []string{"Excel", ".xls)", ".xlsx"}},
		"book of Excel 4":  {"\x09\x04\x06\x00\x00\x00\x00\x01\x00\x00\x0a\x00\x00\x00", []string{"Excel", ".xls)", ".xlsx"}},
		"xlsb":             {zipped(filetest.Parts{"_rels/.rels": "", "xl/workbook.bin": "", "xl/worksheets/sheet1.bin": ""}), []string{".xlsb", "Excel", ".xlsx"}},
		"protected ods":    {zipped(filetest.Parts{"mimetype": openDocumentType + "spreadsheet", "META-INF/manifest.xml": encryptedContent}), []string{"password", "LibreOffice", ".xlsx"}},
		"odf":              {zipped(filetest.Parts{"mimetype": openDocumentType + "formula", "content.xml": ""}), []string{"OpenDocument file", ".xlsx"}},
		"odt":              {zipped(filetest.Parts{"mimetype": openDocumentType + "text", "content.xml": ""}), []string{"OpenDocument text", ".xlsx"}},
		"odp":              {zipped(filetest.Parts{"mimetype": openDocumentType + "presentation", "content.xml": ""}), []string{"OpenDocument presentation", ".xlsx"}},
		"odg":              {zipped(filetest.Parts{"mimetype": openDocumentType + "graphics", "content.xml": ""}), []string{"OpenDocument drawing", ".xlsx"}},
		"flat odt":         {`<?xml version="1.0"?><office:document office:mimetype="` + openDocumentType + `text">`, []string{"OpenDocument text", ".xlsx"}},
		"epub":             {zipped(filetest.Parts{"mimetype": "application/epub+zip", "META-INF/container.xml": ""}), []string{"book", ".xlsx"}},
		"Numbers":          {zipped(filetest.Parts{"Index/Document.iwa": "\x00\x10\x00\x00\x20\x14\x08\x01\x12\x08\x01", "Index/Tables/DataList.iwa": ""}), []string{"Numbers", "Export To", ".xlsx"}},
		"Pages":            {zipped(filetest.Parts{"Index/Document.iwa": "\x00\x10\x00\x00\x20\x14\x08\x01\x12\x08\x90\x4e", "Index/Tables/DataList.iwa": ""}), []string{"Pages", ".xlsx"}},
		"Keynote":          {zipped(filetest.Parts{"Index/Document.iwa": "", "Index/Slide-1.iwa": ""}), []string{"Keynote", ".xlsx"}},
		"docx":             {zipped(filetest.Parts{"[Content_Types].xml": "", "_rels/.rels": "", "word/document.xml": ""}), []string{"Word", ".xlsx"}},
		"pptx":             {zipped(filetest.Parts{"[Content_Types].xml": "", "_rels/.rels": "", "ppt/presentation.xml": ""}), []string{"PowerPoint", ".xlsx"}},
		"vsdx":             {zipped(filetest.Parts{"[Content_Types].xml": "", "_rels/.rels": "", "visio/document.xml": ""}), []string{"Visio", ".xlsx"}},
		"XPS":              {zipped(filetest.Parts{"[Content_Types].xml": "", "_rels/.rels": "", "FixedDocSeq.fdseq": ""}), []string{"XPS", ".xlsx"}},
		"jar":              {zipped(filetest.Parts{"META-INF/MANIFEST.MF": "", "Main.class": ""}), []string{"Java", ".xlsx"}},
		"zip of a list":    {zipped(filetest.Parts{"folder/list.xlsx": "", "folder/read me.txt": ""}), []string{".zip", "Unpack it", ".xlsx"}},
		"PDF":              {"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", []string{"PDF", ".xlsx"}},
		"PDF after a mark": {"\xef\xbb\xbf\r\n %PDF-1.7\n%\xe2\xe3\xcf\xd3\n", []string{"PDF", ".xlsx"}},
		"PostScript":       {"%!PS-Adobe-3.0\n", []string{"PostScript", ".xlsx"}},
		"OneNote":          {"\xe4\x52\x5c\x7b\x8c\xd8\xa7\x4d\xae\xb1\x53\x78\xd0\x29\x96\xd3\x00", []string{"OneNote", ".xlsx"}},
		"PNG":              {"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", []string{"picture", ".xlsx"}},
		"JPEG":             {"\xff\xd8\xff\xe0\x00\x10JFIF\x00", []string{"picture", ".xlsx"}},
		"GIF":              {"GIF89a\x01\x00\x01\x00", []string{"picture", ".xlsx"}},
		"TIFF":             {"MM\x00*\x00\x00\x00\x08", []string{"picture", ".xlsx"}},
		"HEIC":             {"\x00\x00\x00\x24ftypheic\x00\x00\x00\x00mif1", []string{"picture", ".xlsx"}},
		"AVIF":             {"\x00\x00\x00\x20ftypavif\x00\x00\x00\x00", []string{"picture", ".xlsx"}},
		"WEBP":             {"RIFF\x24\x00\x00\x00WEBPVP8 \x18\x00", []string{"picture", ".xlsx"}},
		"BMP":              {"BM\x36\x00\x0c\x00\x00\x00\x00\x00\x36\x00\x00\x00", []string{"picture", ".xlsx"}},
		"ICO":              {"\x00\x00\x01\x00\x01\x00\x10\x10", []string{"picture", ".xlsx"}},
		"SVG":              {"<svg xmlns=\"http://www.w3.org/2000/svg\">", []string{"picture", ".xlsx"}},
		"SVG in XML":       {"<?xml version=\"1.0\"?>\n<!-- made by hand -->\n<svg width=\"1\">", []string{"picture", ".xlsx"}},
		"MP4":              {"\x00\x00\x00\x20ftypisom\x00\x00\x02\x00", []string{"video", ".xlsx"}},
		"QuickTime":        {"\x00\x00\x00\x14ftypqt  \x00\x00\x02\x00", []string{"video", ".xlsx"}},
		"voice memo":       {"\x00\x00\x00\x1cftypM4A \x00\x00\x00\x00", []string{"sound", ".xlsx"}},
		"rich text":        {"{\\rtf1\\ansi{\\fonttbl}+12125550101}", []string{"rich text", ".xlsx"}},
		"marked rich text": {"\xef\xbb\xbf{\\rtf1\\ansi", []string{"rich text", ".xlsx"}},
		"gzip":             {"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03", []string{"compressed", "Unpack it", ".xlsx"}},
		"7z":               {"7z\xbc\xaf\x27\x1c\x00\x04", []string{"compressed", "Unpack it", ".xlsx"}},
		"rar":              {"Rar!\x1a\x07\x01\x00", []string{"compressed", "Unpack it", ".xlsx"}},
		"Zstandard":        {"\x28\xb5\x2f\xfd\x24\x10", []string{"compressed", "Unpack it"}},
		"bzip2":            {"BZh91AY&SY\x12\x34", []string{"compressed", "Unpack it"}},
		"xz":               {"\xfd7zXZ\x00\x00\x04", []string{"compressed", "Unpack it"}},
		"cabinet":          {"MSCF\x00\x00\x00\x00\x10\x00", []string{"compressed", "Unpack it"}},
		"tar":              {"list.csv" + strings.Repeat("\x00", 249) + "ustar\x0000", []string{"compressed", "Unpack it"}},
		"SQLite":           {"SQLite format 3\x00\x10\x00", []string{"database", ".xlsx"}},
		"Access":           {"\x00\x01\x00\x00Standard ACE DB\x00\x02", []string{"Access", "External Data", ".xlsx"}},
		"old Access":       {"\x00\x01\x00\x00Standard Jet DB\x00\x01", []string{"Access", ".xlsx"}},
		"shortcut":         {"\x4c\x00\x00\x00\x01\x14\x02\x00\x00\x00", []string{"shortcut", ".xlsx"}},
		"beside on a Mac":  {"\x00\x05\x16\x07\x00\x02\x00\x00Mac OS X", []string{"Mac", "._"}},
		"web page":         {"<!DOCTYPE html>\n<html><body><table><tr><td>+12125550101", []string{"web page", "Excel", ".xlsx"}},
		"web archive":      {"MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\nContent-Type: multipart/related; boundary=\"x\"\r\n\r\n", []string{"web page", ".xlsx"}},
		"saved by browser": {"From: <Saved by Blink>\r\nSubject: x\r\nDate: Tue, 3 Nov 2026 10:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=x\r\n\r\n", []string{"web page", ".xlsx"}},
		"mail":             {"Return-Path: <a@example.com>\r\nReceived: from x by y;\r\n\tTue, 3 Nov 2026 10:00:00 +0000\r\nFrom: Anna <a@example.com>\r\nTo: b@example.com\r\nSubject: Numbers\r\n\r\n+12125550101", []string{"e-mail", ".eml", "attached", "open that"}},
		"short mail":       {"From: a@example.com\nDate: Tue, 3 Nov 2026 10:00:00 +0000\n\n+12125550101\n", []string{"e-mail", "attached"}},
		"mail of pictures": {"From: a@example.com\nTo: b@example.com\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n", []string{"e-mail", "attached"}},
		"mailbox":          {"From a@example.com Tue Nov  3 10:00:00 2026\nFrom: a@example.com\nMIME-Version: 1.0\n\n", []string{"e-mail", "attached"}},
		"long headers":     {"X-Long: " + strings.Repeat("x", 20_000) + "\nFrom: a@example.com\nMIME-Version: 1.0\n\n", []string{"e-mail", "attached"}},
		"contact":          {"BEGIN:VCARD\r\nVERSION:3.0\r\nTEL:+12125550101\r\nEND:VCARD\r\n", []string{"contact card", ".csv"}},
		"calendar":         {"\xef\xbb\xbfBEGIN:VCALENDAR\r\nVERSION:2.0\r\n", []string{"calendar", ".xlsx"}},
		"link":             {"[InternetShortcut]\r\nURL=https://example.com/list.xlsx\r\n", []string{"a link", "download", ".xlsx"}},
		"link of a Mac":    {"<?xml version=\"1.0\"?>\n<!DOCTYPE plist PUBLIC \"x\">\n<plist><dict><key>URL</key><string>https://example.com</string>", []string{"a link", "download"}},
		"Google sheet":     {`{"url":"https://docs.google.com/open?id=x","doc_id":"x","email":"a@example.com"}`, []string{"a link", "download", ".xlsx"}},
		"JSON":             {"{\n  \"numbers\": [\"+12125550101\"]\n}\n", []string{"JSON", ".xlsx"}},
		"list in JSON":     {`[{"phone": "+12125550101"}, {"phone": "+12125550102"}]`, []string{"JSON", ".xlsx"}},
		"lines of JSON":    {"{\"phone\": 12125550101}\n{\"phone\": 12125550102}\n", []string{"JSON", ".xlsx"}},
		"long JSON":        {`["` + strings.Repeat(`+12125550101","`, 1000) + `"]`, []string{"JSON", ".xlsx"}},
		"DIF":              {"TABLE\r\n0,1\r\n\"EXCEL\"\r\n", []string{"DIF", ".xlsx"}},
		"SYLK":             {"ID;PSCALC3\nC;Y1;X1;K\"Phone\"\n", []string{"SYLK", "not a table", ".xlsx"}},
		"SYLK of Excel":    {"ID;PWXL;N;E\r\nP;PGeneral\r\nF;P0;DG0G8;M300\r\nB;Y3;X2\r\n", []string{"SYLK", ".xlsx"}},
		"Excel XML":        {"<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n<Workbook>", []string{"Excel 2003 XML", "not a table", ".xlsx"}},
		"Word XML":         {"<?xml version=\"1.0\"?>\n<?mso-application progid=\"Word.Document\"?>\n<w:wordDocument>", []string{"Word", ".xlsx"}},
		"XML":              {"<?xml version=\"1.0\"?>\n<numbers><number>+12125550101</number></numbers>", []string{"XML", "not a table", ".xlsx"}},
		"UTF-32LE":         {"\xff\xfe\x00\x00P\x00\x00\x00h\x00\x00\x00", []string{"UTF-32", "UTF-8"}},
		"UTF-32BE":         {"\x00\x00\xfe\xff\x00\x00\x00P\x00\x00\x00h", []string{"UTF-32", "UTF-8"}},
		"UTF-32, no mark":  {strings.Repeat("1\x00\x00\x00", 40), []string{"UTF-32", "UTF-8"}},
		"a program":        {"MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff\x00\x00", []string{"not a table", ".xlsx"}},
		"owner file": {
			"\x04Anna" + strings.Repeat(" ", 50) + "\x04\x00A\x00n\x00n\x00a\x00" + strings.Repeat(" \x00", 50),
			[]string{"Excel keeps", "~$"},
		},
		"lock of LibreOffice": {",anna,laptop,03.11.2026 10:00,file:///home/anna/.config/libreoffice/4;", []string{"LibreOffice keeps", ".~lock."}},
	}
	for name, c := range cases {
		for _, ending := range []string{".xlsx", ".csv"} {
			t.Run(name+" as "+ending, func(t *testing.T) {
				t.Parallel()
				_, err := readBytes(t, "list"+ending, []byte(c.Content), number.Layout{})
				filetest.Refused(t, err, fault.FileUnsupported, c.words...)
			})
		}
	}
}

// TestListsThatBeginLikeOtherFilesAreRead has lists that share their first
// letters with a format that is refused.
func TestListsThatBeginLikeOtherFilesAreRead(t *testing.T) {
	t.Parallel()
	for name, start := range map[string]string{
		"headers ID and Phone":      "ID;Phone\n",
		"headers ID and Phone, CSV": "ID,Phone number\n",
		"rows C and F":              "ID;Phone\nC;+12125550102\nF;+12125550103\n",
		"a first cell From":         "From: Anna,To: Bob\n",
		"a preamble":                "From: 2026-01-01\nTo: 2026-02-01\nDate: 2026-03-01\n\nPhone\n",
		"a preamble with a date":    "Report: Numbers\nDate: Tue, 3 Nov 2026 10:00:00 +0000\n\nPhone\n",
		"a title From":              "From Cisco to Webex\nPhone\n",
		"headers in brackets":       "[Site];[Phone]\n",
		"a note in brackets":        "[1] Berlin\nPhone\n",
		"numbers in brackets":       "[2125550101]\n[2125550102]\n",
		"headers in braces":         "{Site};{Phone}\n",
		"a cell in angle brackets":  "<none>;Phone\n",
		"a word like a tag":         "<phone>\n",
		"a table of tables":         "TABLE\r\n0,1 Berlin\r\n",
		"letters of a bitmap":       "BM;Phone\n",
		"letters of a database":     "SQLite format 3;Phone\n",
		"letters of a cabinet":      "MSCF;Phone\n",
		"letters of an archive":     "BZh;Phone\n",
		"a card in a heading":       "BEGIN:VCARD numbers;Phone\n",
		"a percent sign":            "%PDFs;Phone\n",
		"a blank first column":      ",user,host;\n",
		"a first line with quotes":  `"ID";"Phone"` + "\n",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			table := mustRead(t, "list.csv", []byte(start+"+12125550101\n"), number.Layout{})
			last := table.Records[len(table.Records)-1]
			if !slices.Contains(last.Source.All(), "+12125550101") {
				t.Errorf("the last row is %q", last.Source.All())
			}
		})
	}
}

// office is the end of the classes that Microsoft numbered.
const office = "\x00\x00\x00\x00\xc0\x00\x00\x00\x00\x00\x00\x46"

// TestContainersAreNamedByTheirProgram has old Office files, which may hold
// files of each other.
func TestContainersAreNamedByTheirProgram(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		Content []byte
		words   []string
	}{
		"doc":            {filetest.Container("", "Root Entry", "WordDocument"), []string{"Word", ".xlsx"}},
		"doc with a xls": {filetest.Container("\x06\x09\x02\x00"+office, "Root Entry", "WordDocument", "Workbook"), []string{"Word", ".xlsx"}},
		"ppt":            {filetest.Container("", "Root Entry", "PowerPoint Document"), []string{"PowerPoint", ".xlsx"}},
		"msg":            {filetest.Container("", "Root Entry", "__properties_version1.0"), []string{"Outlook", ".msg", "attached", "open that"}},
		"msg with a xls": {filetest.Container("\x0b\x0d\x02\x00"+office, "Root Entry", "Workbook", "EncryptedPackage"), []string{"Outlook", ".msg"}},
		"msi":            {filetest.Container("\x84\x10\x0c\x00"+office, "Root Entry"), []string{"installer", ".xlsx"}},
		"Thumbs.db":      {filetest.Container("", "Root Entry", "Catalog", "1"), []string{"Thumbs.db", ".xlsx"}},
		"another":        {filetest.Container("", "Root Entry", "Contents"), []string{"not a table", ".xlsx"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, err := readBytes(t, "list.xlsx", c.Content, number.Layout{})
			filetest.Refused(t, err, fault.FileUnsupported, c.words...)
		})
	}
}
