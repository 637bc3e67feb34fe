// Package delimited reads text tables: fields between commas, semicolons, tabs or
// bars, in any encoding (docs/number-rules.md, 5.2).
//
// It has a record reader of its own, because encoding/csv does not know CR as a
// line end, text after a closing quotation mark, or the numbers of blank records.
//
// It imports sheet, refuse and fault, and of other modules x/text.
package delimited

import (
	"bytes"
	"errors"
	"strings"

	"numberloader/import/refuse"
	"numberloader/import/sheet"
)

// How is what was found out about the form of a text file.
type How struct {
	// Encoding is how its letters are stored, as an IANA name.
	Encoding string
	// Assumed says that nothing in the file tells the encoding, and that it was
	// taken for the likeliest one.
	Assumed bool
	// Delimiter stands between the fields, "" in a file of one column.
	Delimiter string
}

// Read reads the records of a text file into a sheet without a name. known says
// that a text is a word that headers have: by these the encoding is found if
// nothing else tells it. The error is that of the context, one of package refuse,
// or of reading the file.
func Read(in *sheet.Input, known func(text string) bool) (*sheet.Sheet, How, error) {
	content, err := in.ReadAll()
	if err != nil {
		return nil, How{}, err
	}
	text, how, err := decodeText(content, in.Encoding, known)
	if err != nil {
		return nil, How{}, err
	}
	if err := refuse.Text(text); err != nil {
		return nil, How{}, err
	}
	if sheet.IsBlank(text) {
		return nil, How{}, refuse.Empty()
	}
	s, delimiter, err := readRecords(in, text)
	if err == nil && s.Empty() {
		err = refuse.Empty()
	}
	if delimiter != oneColumn {
		how.Delimiter = delimiter
	}
	return s, how, err
}

// split is what stands between the fields of a text, and the text that its records
// are read from; chosen is what the user said of that, nil for nothing.
func split(whole string, chosen *string) (delimiter, text string) {
	delimiter, text = cutSepLine(whole)
	switch {
	case chosen != nil && *chosen == "":
		return oneColumn, text
	case chosen != nil:
		return *chosen, text
	case delimiter == "":
		text = unquoteLines(text)
		delimiter = findDelimiter(text)
	}
	return delimiter, text
}

// readRecords reads the records of a text, and says what stands between fields.
func readRecords(in *sheet.Input, whole string) (*sheet.Sheet, string, error) {
	delimiter, text := split(whole, in.Delimiter)
	s := sheet.New("", sheet.NewTexts(sheet.MaxFileText), nil)
	s.Expect(strings.Count(text, "\n") + 1)
	r := &recordReader{text: text, delimiter: delimiter}
	for line := 1; ; line++ {
		fields, ok, err := r.next()
		if errors.Is(err, errOpenQuote) {
			return nil, "", refuse.OpenQuote(lineAt(whole, len(whole)-len(text)+r.quote))
		}
		if errors.Is(err, errTooWide) {
			return nil, "", refuse.TooLarge("refuse.large.columns")
		}
		if !ok {
			return s, delimiter, nil
		}
		if err := in.Step(s, 1, float64(r.pos)/float64(len(text))); err != nil {
			return nil, "", err
		}
		if err := s.AddTexts(line, fields); err != nil {
			return nil, "", err
		}
	}
}

const (
	recordsInLook = 256     // records in a first look at a text file
	lookBytes     = 32_000  // of it that are read for that
	lookText      = 100_000 // bytes of the smallest one that is looked at
)

// First is a sheet of the first records of a long text file, of which start is
// the beginning; nil if it is not worth it. The last record may be cut off and is
// left out.
func First(in *sheet.Input, start []byte, known func(text string) bool) *sheet.Sheet {
	content := start[:min(len(start), lookBytes)]
	end := bytes.LastIndexByte(content, '\n')
	if in.Size < lookText || end < 0 {
		return nil
	}
	text, _, err := decodeText(content[:end+1], in.Encoding, known)
	if err != nil || refuse.Text(text) != nil {
		return nil
	}
	delimiter, text := split(text, in.Delimiter)
	s := sheet.New("", sheet.NewTexts(sheet.MaxFileText), nil)
	r := &recordReader{text: text, delimiter: delimiter}
	for line := 1; line <= recordsInLook; line++ {
		fields, ok, err := r.next()
		if !ok || err != nil {
			break
		}
		if s.AddTexts(line, fields) != nil {
			return nil
		}
	}
	return s
}
