package importer

import (
	"fmt"
	"slices"
	"strings"

	"numberloader/internal/number"
	"numberloader/internal/reading"
)

// pickSheet reads the sheet that the user named, or finds the one with the list
// (docs/number-rules.md, 5.3).
func (in *input) pickSheet(book *workbook) (*number.Table, error) {
	sheets := book.list()
	if in.layout.Sheet != nil {
		part, err := book.named(*in.layout.Sheet)
		if err != nil {
			return nil, err
		}
		s, err := in.readSheet(book, part)
		if err != nil {
			return nil, err
		}
		return in.table(s, sheets)
	}
	picked, err := in.findSheet(book)
	if err != nil {
		return nil, err
	}
	table, err := in.table(picked.sheet, sheets)
	if err != nil {
		return nil, err
	}
	table.Rivals = picked.others
	if len(picked.others) > 0 {
		note(table, number.NoteOtherSheets, fmt.Sprintf("Other sheets hold phone numbers too: %s. Only %s was read.", strings.Join(picked.others, ", "), table.Sheet))
	}
	if len(picked.missing) > 0 {
		note(table, number.NoteOtherSheets, fmt.Sprintf("The file is incomplete: it names sheets that it does not hold: %s. Only %s was read.", strings.Join(picked.missing, ", "), table.Sheet))
	}
	return table, nil
}

// picked is the sheet that was found to hold the list.
type picked struct {
	sheet   *sheet
	others  []string // further visible sheets with numbers
	missing []string // visible sheets that the file does not hold
}

// findSheet finds the first visible sheet with numbers, else the first visible
// one. Every visible sheet is read to its end, so that a damaged one does not go
// unnoticed.
func (in *input) findSheet(book *workbook) (*picked, error) {
	words := newDictionary()
	p := &picked{}
	var first *sheet // as long as no sheet lists numbers
	seen, blank := false, true
	for _, part := range book.sheets {
		if part.Hidden {
			continue
		}
		if !book.archive.has(part.part) {
			p.missing = append(p.missing, part.Name)
			continue
		}
		s, err := in.readSheet(book, part)
		if err != nil {
			return nil, err
		}
		if !seen {
			seen, first = true, s
		}
		blank = blank && s.empty()
		lists, err := listsNumbers(s, words)
		if err != nil {
			return nil, err
		}
		if p.take(s, lists); p.sheet != nil {
			first = nil
		}
	}
	switch {
	case !seen && len(p.missing) > 0:
		return nil, fmt.Errorf("sheet %q: %w", p.missing[0], errMissingPart)
	case blank:
		return nil, empty()
	case p.sheet == nil:
		p.sheet = first
	}
	return p, nil
}

// take notes that a sheet lists numbers, or does not.
func (p *picked) take(s *sheet, lists bool) {
	switch {
	case !lists:
	case p.sheet == nil:
		p.sheet = s
	default:
		p.others = append(p.others, s.name)
	}
}

// listsNumbers says that a sheet has a number column with at least one cell like
// a phone number, or several that may be it.
func listsNumbers(s *sheet, words *dictionary) (bool, error) {
	d := newDetector(s, words)
	f, err := d.find(number.Layout{})
	if err != nil {
		return false, err
	}
	if f.ask != nil {
		return len(f.ask.Candidates) > 0, nil
	}
	column := f.columns[number.FieldNumber]
	for i := f.first; i < len(s.rows); i++ {
		if reading.LooksLikePhone(s.of(s.rows[i].cell(column))) {
			return true, nil
		}
	}
	return false, nil
}

// readSheet reads one sheet of a workbook, and says how far it is.
func (in *input) readSheet(book *workbook, part sheetPart) (*sheet, error) {
	s, a := &sheet{}, book.archive
	begun, size := a.unpacked, a.sizeOf(part.part)
	err := book.readSheet(part, s, func(rows int) error {
		in.lookAtSheet(s, book.list, a.unpacked-begun, size)
		return in.step(rows, float64(a.unpacked)/float64(a.declared))
	})
	return s, err
}

// list is the visible sheets, then the hidden ones.
func (b *workbook) list() []number.Sheet {
	var visible, hidden []number.Sheet
	for _, s := range b.sheets {
		if s.Hidden {
			hidden = append(hidden, s.Sheet)
		} else {
			visible = append(visible, s.Sheet)
		}
	}
	return append(visible, hidden...)
}

// named is the sheet with this name; letter case counts only if there are two.
func (b *workbook) named(name string) (sheetPart, error) {
	for _, same := range []func(a, b string) bool{func(a, b string) bool { return a == b }, strings.EqualFold} {
		if i := slices.IndexFunc(b.sheets, func(s sheetPart) bool { return same(s.Name, name) }); i >= 0 {
			return b.sheets[i], nil
		}
	}
	var names []string
	for _, s := range b.list() {
		names = append(names, s.Name)
	}
	return sheetPart{}, noSuch("sheet", name, "sheets", names)
}
