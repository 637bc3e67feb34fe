package importer

import (
	"errors"

	"numberloader/internal/number"
)

// readText reads a text file.
func (in *input) readText() (*number.Table, error) {
	content, err := in.readAll()
	if err != nil {
		return nil, err
	}
	text, assumed, err := decodeText(content, in.layout.Encoding)
	if err != nil {
		return nil, err
	}
	switch markupOf(text) {
	case markupHTML:
		return nil, webPage()
	case markupOther:
		return nil, unsupported("This is not a table the app can read.")
	case markupNone:
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
	s := &sheet{}
	r := &recordReader{text: text, delimiter: delimiter}
	var cells []cell
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
		cells = textCells(cells[:0], fields)
		if len(cells) == 0 {
			continue
		}
		if err := s.add(row{line: line, cells: append([]cell(nil), cells...)}); err != nil {
			return nil, err
		}
	}
}

func textCells(to []cell, fields []string) []cell {
	for i, field := range fields {
		if field != "" {
			to = append(to, cell{value: field, column: uint16(i), kind: number.CellText})
		}
	}
	return to
}
