package importer

import (
	"fmt"
	"slices"
	"strings"

	"numberloader/import/parts"
	"numberloader/import/refuse"
	"numberloader/import/sheet"
	"numberloader/internal/number"
	"numberloader/internal/reading"
)

// pickSheet reads the sheet that the user named, or finds the one with the list
// (docs/number-rules.md, 5.3).
func (in *search) pickSheet(book sheet.Book) (*number.Table, error) {
	in.names = listOf(book.Sheets())
	if in.layout.Sheet != nil {
		i, err := sheetNamed(book.Sheets(), *in.layout.Sheet)
		if err != nil {
			return nil, err
		}
		s, err := book.Read(i)
		if err != nil {
			return nil, err
		}
		return in.table(s)
	}
	picked, err := in.findSheet(book)
	if err != nil {
		return nil, err
	}
	table, err := in.table(picked.sheet)
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
	sheet   *sheet.Sheet
	others  []string // further visible sheets with numbers
	missing []string // visible sheets that the file does not hold
}

// findSheet finds the first visible sheet with numbers, else the first visible
// one. Every visible sheet is read to its end, so that a damaged one does not go
// unnoticed.
func (in *search) findSheet(book sheet.Book) (*picked, error) {
	words := newDictionary()
	p := &picked{}
	var first *sheet.Sheet // as long as no sheet lists numbers
	seen, blank := false, true
	for i, info := range book.Sheets() {
		if info.Hidden {
			continue
		}
		if info.Missing {
			p.missing = append(p.missing, info.Name)
			continue
		}
		s, err := book.Read(i)
		if err != nil {
			return nil, err
		}
		if !seen {
			seen, first = true, s
		}
		blank = blank && s.Empty()
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
		return nil, fmt.Errorf("sheet %q: %w", p.missing[0], parts.ErrMissingPart)
	case blank:
		return nil, refuse.Empty()
	case p.sheet == nil:
		p.sheet = first
	}
	return p, nil
}

// take notes that a sheet lists numbers, or does not.
func (p *picked) take(s *sheet.Sheet, lists bool) {
	switch {
	case !lists:
	case p.sheet == nil:
		p.sheet = s
	default:
		p.others = append(p.others, s.Name)
	}
}

// listsNumbers says that a sheet has a number column with at least one cell like
// a phone number, or several that may be it.
func listsNumbers(s *sheet.Sheet, words *dictionary) (bool, error) {
	d := newDetector(s, words)
	f, err := d.find(number.Layout{})
	if err != nil {
		return false, err
	}
	if f.ask != nil {
		return len(f.ask.Candidates) > 0, nil
	}
	column := f.columns[number.FieldNumber]
	for i := f.first; i < len(s.Rows); i++ {
		if reading.LooksLikePhone(s.Value(s.Rows[i].Cell(column))) {
			return true, nil
		}
	}
	return false, nil
}

// listOf is the visible sheets, then the hidden ones.
func listOf(sheets []sheet.Info) []number.Sheet {
	var visible, hidden []number.Sheet
	for _, s := range sheets {
		if s.Hidden {
			hidden = append(hidden, s.Sheet)
		} else {
			visible = append(visible, s.Sheet)
		}
	}
	return append(visible, hidden...)
}

// sheetNamed is the index of the sheet with this name; letter case counts only if
// there are two.
func sheetNamed(sheets []sheet.Info, name string) (int, error) {
	for _, same := range []func(a, b string) bool{func(a, b string) bool { return a == b }, strings.EqualFold} {
		if i := slices.IndexFunc(sheets, func(s sheet.Info) bool { return same(s.Name, name) }); i >= 0 {
			return i, nil
		}
	}
	var names []string
	for _, s := range listOf(sheets) {
		names = append(names, s.Name)
	}
	return 0, refuse.NoSuch("sheet", name, "sheets", names)
}
