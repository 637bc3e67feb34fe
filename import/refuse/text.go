package refuse

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strings"
)

// startText is how much of a text decides what it is, in bytes.
const startText = 4096

// Text refuses a text that is no list: a web page, XML, a mail and so on
// (docs/number-rules.md, 5.1). A list may begin with nearly anything, so each
// format has to show more than one sign that it is meant.
func Text(text string) error {
	start := []byte(strings.TrimLeft(text[:min(len(text), startText)], "\ufeff \t\r\n"))
	lower := bytes.ToLower(start)
	if f := byFirstLine(lower); f != nil {
		return f.refuse()
	}
	switch {
	case isWebPage(lower), isWebArchive(text):
		return webPage()
	case isXML(lower):
		return xmlFormat(lower).refuse()
	case isSYLK(start):
		return formatSYLK.refuse()
	case isMail(text):
		return formatMail.refuse()
	case isLibreOfficeLock(text):
		return formatOfficeOwner.refuse()
	case isJSON(start, len(text) > startText):
		return jsonFormat(lower).refuse()
	}
	return nil
}

// byFirstLine knows the formats whose first line is always the same.
func byFirstLine(lower []byte) *format {
	if bytes.HasPrefix(lower, []byte("{\\rtf")) {
		return &formatRichText
	}
	first, rest, _ := bytes.Cut(lower, []byte("\n"))
	switch string(bytes.TrimSpace(first)) {
	case "begin:vcard":
		return &formatContact
	case "begin:vcalendar":
		return &formatCalendar
	case "[internetshortcut]":
		return &formatLink
	case "table":
		if bytes.HasPrefix(rest, []byte("0,1\r\n")) || bytes.HasPrefix(rest, []byte("0,1\n")) {
			return &formatDIF
		}
	}
	return nil
}

// isWebPage reports whether a text in lower case begins with a tag of a web page.
func isWebPage(lower []byte) bool {
	start := skipPrologue(lower)
	for _, tag := range []string{"!doctype html", "html", "head", "body", "meta", "title", "style", "script", "table", "div", "center", "font", "p"} {
		if beginsWithTag(start, tag) {
			return true
		}
	}
	return false
}

func beginsWithTag(start []byte, tag string) bool {
	rest, ok := bytes.CutPrefix(start, []byte("<"+tag))
	return ok && (len(rest) == 0 || bytes.IndexByte([]byte(" >\t\r\n/"), rest[0]) >= 0)
}

// skipPrologue cuts blanks, the XML declaration and comments off the start.
func skipPrologue(start []byte) []byte {
	for {
		start = bytes.TrimSpace(start)
		closing := ""
		switch {
		case bytes.HasPrefix(start, []byte("<?xml")):
			closing = "?>"
		case bytes.HasPrefix(start, []byte("<!--")):
			closing = "-->"
		}
		_, rest, found := bytes.Cut(start, []byte(closing))
		if closing == "" || !found {
			return start
		}
		start = rest
	}
}

// isXML reports whether a text in lower case begins as XML does: with its declaration
// or a type, or as a picture or a workbook that has neither.
func isXML(lower []byte) bool {
	start := skipPrologue(lower)
	return bytes.HasPrefix(lower, []byte("<?xml")) || bytes.HasPrefix(lower, []byte("<?mso-application")) ||
		beginsWithTag(start, "!doctype") || beginsWithTag(start, "svg") || beginsWithTag(start, "workbook")
}

func xmlFormat(lower []byte) format {
	start := skipPrologue(lower)
	has := func(sign string) bool { return bytes.Contains(lower, []byte(sign)) }
	switch {
	case beginsWithTag(start, "svg"), bytes.HasPrefix(start, []byte("<!doctype svg")):
		return formatPicture
	case has("excel.sheet"), has("urn:schemas-microsoft-com:office:spreadsheet"):
		return formatExcelXML
	case has("word.document"), has("schemas.microsoft.com/office/word"):
		return formatWordXML
	case has("opendocument.text"):
		return formatText
	case has("<!doctype plist") && has("<key>url</key>"):
		return formatLink
	}
	return formatXML
}

// isSYLK reports whether a text is of the form "ID;P…" and that the records after it
// are those of SYLK. A list may have the headers ID and Phone.
func isSYLK(start []byte) bool {
	const looked = 4
	if !bytes.HasPrefix(start, []byte("ID;P")) {
		return false
	}
	lines := bytes.SplitN(start, []byte("\n"), looked+1)
	for _, line := range lines[1:min(len(lines), looked)] {
		if line = bytes.TrimSpace(line); len(line) > 0 && !isSYLKRecord(line) {
			return false
		}
	}
	return len(lines) > 1
}

func isSYLKRecord(line []byte) bool {
	kind, rest, _ := bytes.Cut(line, []byte(";"))
	switch string(kind) {
	case "P", "F", "B", "C", "O", "W", "NN", "NU", "NE":
		return len(rest) > 0 && rest[0] >= 'A' && rest[0] <= 'Z'
	case "E":
		return len(rest) == 0
	}
	return false
}

// isLibreOfficeLock recognizes the lock file of LibreOffice: one line of the
// user, the computer, the time and the folder of the user's settings.
func isLibreOfficeLock(text string) bool {
	const fields, longest = 5, 2048
	line := strings.TrimSpace(text)
	return strings.HasPrefix(line, ",") && strings.HasSuffix(line, ";") && len(line) < longest && !strings.Contains(line, "\n") &&
		strings.Count(line, ",") >= fields-1 && strings.Contains(line, ",file:///")
}

// isJSON reports whether a text begins as JSON: an object, or a list of objects, lists
// or texts. cut says that the start is not the whole text.
func isJSON(start []byte, cut bool) bool {
	const enough = 2
	if len(start) == 0 || start[0] != '{' && start[0] != '[' {
		return false
	}
	tokens := json.NewDecoder(bytes.NewReader(start))
	for seen := 0; ; seen++ {
		token, err := tokens.Token()
		switch {
		case errors.Is(err, io.EOF), cut && errors.Is(err, io.ErrUnexpectedEOF):
			return seen >= enough
		case err != nil:
			return false
		}
		if _, number := token.(float64); number && seen == 1 {
			return false // "[1] Berlin"
		}
	}
}

// jsonFormat is JSON, or the small file that Google Drive keeps for a table.
func jsonFormat(lower []byte) format {
	if bytes.Contains(lower, []byte(`"doc_id"`)) && bytes.Contains(lower, []byte("google")) {
		return formatLink
	}
	return formatJSON
}
