package delimited

import (
	"errors"
	"strings"

	"numberloader/import/sheet"
)

var (
	// errOpenQuote says that the text ends within quotation marks.
	errOpenQuote = errors.New("a quotation mark is never closed")
	// errTooWide says that a record has more fields than a sheet has columns.
	errTooWide = errors.New("a record has too many fields")
)

// recordReader reads the records of a text by docs/number-rules.md, 5.2. They
// end with LF, CRLF or CR. A quotation mark counts only at the start of a field;
// within, "" is one; text behind the closing one is appended.
type recordReader struct {
	text      string
	delimiter string
	pos       int
	quote     int // position of the last opening quotation mark
	fields    []string
}

// next is the next record; false at the end of the text. Its fields are valid
// until the next call. The errors are errOpenQuote, with the fields up to there,
// and errTooWide.
func (r *recordReader) next() ([]string, bool, error) {
	if r.pos >= len(r.text) {
		return nil, false, nil
	}
	r.fields = r.fields[:0]
	for {
		if len(r.fields) == sheet.MaxColumns {
			return r.fields, true, errTooWide
		}
		field, err := r.field()
		r.fields = append(r.fields, field)
		if err != nil {
			return r.fields, true, err
		}
		if strings.HasPrefix(r.text[r.pos:], r.delimiter) {
			r.pos += len(r.delimiter)
			continue
		}
		r.pos += lineEnd(r.text[r.pos:])
		return r.fields, true, nil
	}
}

// field reads a field up to its delimiter, line end, or the end of the text.
func (r *recordReader) field() (string, error) {
	if !strings.HasPrefix(r.text[r.pos:], `"`) {
		return r.plain(), nil
	}
	r.quote = r.pos
	r.pos++
	start := r.pos
	for {
		n := strings.IndexByte(r.text[r.pos:], '"')
		if n < 0 {
			r.pos = len(r.text)
			return unquote(r.text[start:]), errOpenQuote
		}
		r.pos += n + 1
		if !strings.HasPrefix(r.text[r.pos:], `"`) {
			quoted := unquote(r.text[start : r.pos-1])
			return quoted + r.plain(), nil
		}
		r.pos++
	}
}

func unquote(text string) string { return strings.ReplaceAll(text, `""`, `"`) }

// plain reads text without quotation marks that count.
func (r *recordReader) plain() string {
	rest := r.text[r.pos:]
	first, single := r.delimiter[0], len(r.delimiter) == 1
	end := 0
	for end < len(rest) {
		b := rest[end]
		if b == '\n' || b == '\r' || b == first && (single || strings.HasPrefix(rest[end:], r.delimiter)) {
			break
		}
		end++
	}
	r.pos += end
	return rest[:end]
}

// lineEnd is how long the line end at the start of text is; 0 if there is none.
func lineEnd(text string) int {
	switch {
	case strings.HasPrefix(text, "\r\n"):
		return 2
	case strings.HasPrefix(text, "\n"), strings.HasPrefix(text, "\r"):
		return 1
	}
	return 0
}

// lineAt is the number of the physical line in which a position lies, from 1.
func lineAt(text string, pos int) int {
	before := text[:pos]
	return 1 + strings.Count(before, "\n") + strings.Count(before, "\r") - strings.Count(before, "\r\n")
}
