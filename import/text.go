package importer

import (
	"errors"
	"strings"

	"numberloader/internal/number"
)

// readText reads a text file.
func (in *input) readText() (*number.Table, error) {
	in.lookAtStart()
	content, err := in.readAll()
	if err != nil {
		return nil, err
	}
	text, assumed, err := decodeText(content, in.layout.Encoding)
	if err != nil {
		return nil, err
	}
	if err := refuseText(text); err != nil {
		return nil, err
	}
	if isBlank(text) {
		return nil, empty()
	}
	if name := in.layout.Sheet; name != nil && *name != "" {
		return nil, noSuch("sheet", *name, "", nil)
	}
	s, err := in.readRecords(text)
	if err != nil {
		return nil, in.failed(err)
	}
	if s.empty() {
		return nil, empty()
	}
	table, err := in.table(s, nil)
	if err != nil {
		return nil, err
	}
	if assumed {
		note(table, number.NoteEncoding, "The file does not say how its letters are stored. Western European (windows-1252) was assumed. If names look wrong, choose another encoding.")
	}
	in.noteName(table, false)
	return table, nil
}

// readRecords reads the records of a text into a sheet without a name.
func (in *input) readRecords(whole string) (*sheet, error) {
	delimiter, text := cutSepLine(whole)
	if delimiter == "" {
		delimiter = findDelimiter(text)
	}
	lines := strings.Count(text, "\n") + 1
	s := &sheet{rows: make([]row, 0, min(lines, maxRows))}
	r := &recordReader{text: text, delimiter: delimiter}
	for line := 1; ; line++ {
		fields, ok, err := r.next()
		if errors.Is(err, errOpenQuote) {
			return nil, openQuote(lineAt(whole, len(whole)-len(text)+r.quote))
		}
		if errors.Is(err, errTooWide) {
			return nil, tooLarge("more than 16,384 columns")
		}
		if !ok {
			return s, nil
		}
		if err := in.step(line, float64(r.pos)/float64(len(text))); err != nil {
			return nil, err
		}
		if err := s.addText(line, fields); err != nil {
			return nil, err
		}
	}
}

// addText appends the fields of a record as a row.
func (s *sheet) addText(line int, fields []string) error {
	for i, field := range fields {
		if field == "" {
			continue
		}
		if err := s.addCell(cell{value: field, column: uint16(i), kind: number.CellText}); err != nil {
			return err
		}
	}
	return s.endRow(row{line: line})
}
