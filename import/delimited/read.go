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
	// Assumed says that nothing in the file tells how its letters are stored, so
	// that Western European (windows-1252) was taken.
	Assumed bool
}

// Read reads the records of a text file into a sheet without a name. The
// error is that of the context, one of package refuse, or of reading the file.
func Read(in *sheet.Input) (*sheet.Sheet, How, error) {
	content, err := in.ReadAll()
	if err != nil {
		return nil, How{}, err
	}
	text, assumed, err := decodeText(content, in.Encoding)
	if err != nil {
		return nil, How{}, err
	}
	if err := refuse.Text(text); err != nil {
		return nil, How{}, err
	}
	if sheet.IsBlank(text) {
		return nil, How{}, refuse.Empty()
	}
	s, err := readRecords(in, text)
	if err == nil && s.Empty() {
		err = refuse.Empty()
	}
	return s, How{Assumed: assumed}, err
}

// readRecords reads the records of a text.
func readRecords(in *sheet.Input, whole string) (*sheet.Sheet, error) {
	delimiter, text := cutSepLine(whole)
	if delimiter == "" {
		delimiter = findDelimiter(text)
	}
	s := sheet.New("", nil)
	s.Expect(strings.Count(text, "\n") + 1)
	r := &recordReader{text: text, delimiter: delimiter}
	for line := 1; ; line++ {
		fields, ok, err := r.next()
		if errors.Is(err, errOpenQuote) {
			return nil, refuse.OpenQuote(lineAt(whole, len(whole)-len(text)+r.quote))
		}
		if errors.Is(err, errTooWide) {
			return nil, refuse.TooLarge("more than 16,384 columns")
		}
		if !ok {
			return s, nil
		}
		if err := in.Step(s, 1, float64(r.pos)/float64(len(text))); err != nil {
			return nil, err
		}
		if err := s.AddTexts(line, fields); err != nil {
			return nil, err
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
func First(in *sheet.Input, start []byte) *sheet.Sheet {
	content := start[:min(len(start), lookBytes)]
	end := bytes.LastIndexByte(content, '\n')
	if in.Size < lookText || end < 0 {
		return nil
	}
	text, _, err := decodeText(content[:end+1], in.Encoding)
	if err != nil || refuse.Text(text) != nil {
		return nil
	}
	delimiter, text := cutSepLine(text)
	if delimiter == "" {
		delimiter = findDelimiter(text)
	}
	s := sheet.New("", nil)
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
