package delimited

import (
	"cmp"
	"errors"
	"strings"
	"unicode/utf8"

	"numberloader/import/sheet"
)

// delimiters are those that are found by themselves, in the order in which they
// are preferred.
//
//nolint:gochecknoglobals // a constant table, never written
var delimiters = []string{"\t", ";", ",", "|"}

// sampleRecords is how many records decide about the delimiter.
const sampleRecords = 50

// cutSepLine reads a first line such as "sep=;", by which a file tells Excel its
// delimiter. rest is the text behind it; the delimiter is "" if there is none.
func cutSepLine(text string) (delimiter, rest string) {
	end := strings.IndexAny(text, "\r\n")
	if end < 0 {
		end = len(text)
	}
	line := text[:end]
	if len(line) > 2 && line[0] == '"' && line[len(line)-1] == '"' {
		line = line[1 : len(line)-1]
	}
	const sep = "sep="
	if len(line) <= len(sep) || !strings.EqualFold(line[:len(sep)], sep) {
		return "", text
	}
	delimiter = line[len(sep):]
	if utf8.RuneCountInString(delimiter) != 1 || delimiter == `"` {
		return "", text
	}
	return delimiter, text[end+lineEnd(text[end:]):]
}

// findDelimiter is the delimiter by which most of the first records have the
// same number of fields, two or more, and at least half of them do; ties go to
// more fields, then to the order of the table. Without one, as in a text with a cover or
// a turned list, it is the one that most of them have at all, if at least half of them
// do; else the text has one column, and any delimiter that does not occur as one will do.
func findDelimiter(text string) string {
	best, bestRecords, bestFields := "", 0, 0
	other, mostParted := oneColumn, 0
	for _, d := range delimiters {
		records, fields, parted := commonWidth(text, d)
		if records > bestRecords || records == bestRecords && fields > bestFields {
			best, bestRecords, bestFields = d, records, fields
		}
		if parted > mostParted {
			other, mostParted = d, parted
		}
	}
	return cmp.Or(best, other)
}

// oneColumn is a delimiter that no text holds: it is not valid UTF-8.
const oneColumn = "\xff"

// commonWidth is how many of the first records have the most common number of
// fields, and that number; parted is how many have two fields or more. What is true of
// fewer than half of them is 0.
func commonWidth(text, delimiter string) (records, fields, parted int) {
	r := &recordReader{text: text, delimiter: delimiter}
	counts := map[int]int{}
	seen := 0
	for seen < sampleRecords {
		record, ok, err := r.next()
		if !ok {
			break
		}
		if len(record) == 1 && sheet.IsBlank(record[0]) {
			continue
		}
		seen++
		counts[len(record)]++
		if errors.Is(err, errTooWide) {
			break // the rest of the record is not read
		}
	}
	for width, n := range counts {
		if width >= 2 && n*2 >= seen && (n > records || n == records && width > fields) {
			records, fields = n, width
		}
	}
	if parted = seen - counts[1]; parted*2 < seen {
		parted = 0
	}
	return records, fields, parted
}

// unquoteLines takes the quotation marks off a text in which each line stands in
// them as a whole, as it does when a text table was saved as one once more. Other
// texts stay as they are: those whose lines have delimiters outside of the marks,
// or none inside.
func unquoteLines(text string) string {
	if !strings.HasPrefix(strings.TrimLeft(text, "\r\n"), `"`) || findDelimiter(text) != oneColumn {
		return text
	}
	r := &recordReader{text: text, delimiter: oneColumn}
	var b strings.Builder
	for {
		begin := r.pos
		fields, ok, err := r.next()
		if err != nil {
			return text
		}
		if !ok {
			break
		}
		line := strings.TrimRight(text[begin:r.pos], "\r\n")
		if line != "" && (line[0] != '"' || line[len(line)-1] != '"') {
			return text
		}
		b.WriteString(fields[0])
		b.WriteString(text[begin+len(line) : r.pos])
	}
	if unquoted := b.String(); findDelimiter(unquoted) != oneColumn {
		return unquoted
	}
	return text
}
