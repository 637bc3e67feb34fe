package importer

import (
	"fmt"
	"slices"
	"strings"

	"numberloader/import/parts"
	"numberloader/import/refuse"
	"numberloader/import/sheet"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
)

// pickSheet reads the sheets that the user named, or finds the one with the list
// (docs/number-rules.md, 5.3).
func (in *search) pickSheet(book sheet.Book) (*number.Table, error) {
	in.names = listOf(book.Sheets())
	names := in.layout.Sheets
	if len(names) == 0 && in.layout.Sheet != nil {
		names = []string{*in.layout.Sheet}
	}
	if len(names) > 0 {
		return in.namedSheets(book, names)
	}
	picked, err := in.findSheet(book)
	if err != nil {
		return nil, err
	}
	return in.pickedTable(picked)
}

// namedSheets reads the sheets with these names.
func (in *search) namedSheets(book sheet.Book, names []string) (*number.Table, error) {
	words := newDictionary()
	var all []*lists
	for _, name := range names {
		i, err := sheetNamed(book.Sheets(), name)
		if err != nil {
			return nil, err
		}
		s, err := book.Read(i)
		if err != nil {
			return nil, err
		}
		l, err := findLists(s, words, in.layout)
		if err != nil {
			return nil, err
		}
		all = append(all, l)
	}
	return in.table(all...)
}

// pickedTable is the table of the sheet that was found, with what there is to be
// said of the others.
func (in *search) pickedTable(p *picked) (*number.Table, error) {
	table, err := in.table(p.lists)
	if err != nil {
		return nil, err
	}
	table.Rivals = p.rivals
	if len(p.candidates) > 1 {
		table.Ask = &number.Ask{Question: number.QuestionSheet, Candidates: p.candidates, Several: true}
	}
	table.Inventory = append(table.Inventory, p.aside...)
	if others := slices.Concat(p.rivals, p.covers); len(others) > 0 {
		note(table, number.NoteOtherSheets, phrase.Text("reading.othersheets", "Sheets", phrase.Commas(others), "Read", table.Sheet))
	}
	if len(p.missing) > 0 {
		note(table, number.NoteOtherSheets, phrase.Text("reading.missingsheets", "Sheets", phrase.Commas(p.missing), "Read", table.Sheet))
	}
	return table, nil
}

// picked is the sheet that was found to hold the list.
type picked struct {
	lists      *lists
	rank       rank
	candidates []number.Candidate // of the sheets that list numbers as plausibly, this one first
	rivals     []string           // the names of the others
	covers     []string           // further visible sheets with phone numbers
	aside      []number.Item      // of all others
	missing    []string           // visible sheets that the file does not hold
}

// rank is how plausible it is that a sheet is the one with the list.
type rank uint8

const (
	listsNothing rank = iota
	holdsPhones       // labels and their values, or a column that speaks against it
	listsNumbers      // without a header
	headsNumbers      // with a header
)

// findSheet finds the first of the visible sheets that list numbers most
// plausibly, else the first visible one. Every visible sheet is read to its end,
// so that a damaged one does not go unnoticed.
func (in *search) findSheet(book sheet.Book) (*picked, error) {
	words := newDictionary()
	p := &picked{}
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
		seen = true
		blank = blank && s.Empty()
		l, err := findLists(s, words, in.layout)
		if err != nil {
			return nil, err
		}
		p.take(l)
	}
	switch {
	case !seen && len(p.missing) > 0:
		return nil, fmt.Errorf("sheet %q: %w", p.missing[0], parts.ErrMissingPart)
	case blank:
		return nil, refuse.Empty()
	}
	return p, nil
}

// take compares a sheet with the one that was found before.
func (p *picked) take(l *lists) {
	rank := l.rank()
	switch {
	case p.lists == nil || rank > p.rank:
		p.leave(p.lists)
		p.covers = append(p.covers, p.rivals...)
		if p.lists != nil && p.rank > listsNothing {
			p.covers = append(p.covers, p.lists.sheet.Name)
		}
		p.lists, p.rank, p.candidates, p.rivals = l, rank, []number.Candidate{l.asCandidate()}, nil
	case rank == p.rank && rank >= listsNumbers:
		p.leave(l)
		p.candidates = append(p.candidates, l.asCandidate())
		p.rivals = append(p.rivals, l.sheet.Name)
	default:
		p.leave(l)
		if rank > listsNothing {
			p.covers = append(p.covers, l.sheet.Name)
		}
	}
}

// leave notes that the phone numbers of a sheet were left aside.
func (p *picked) leave(l *lists) {
	if l == nil {
		return
	}
	if n := l.phonesOf(0, len(l.sheet.Rows)); n > 0 {
		p.aside = append(p.aside, number.Item{Sheet: l.sheet.Name, Column: -1, Filled: n, Phones: n, Aside: number.AsideOtherSheet})
	}
}

// rank is how plausibly a sheet lists numbers.
func (l *lists) rank() rank {
	f := l.found[0]
	column, ok := f.columns[number.FieldNumber]
	if !ok && f.ask != nil && len(f.ask.Candidates) > 0 {
		column, ok = f.ask.Candidates[0].Column, true
	}
	switch {
	case l.phonesOf(0, len(l.sheet.Rows)) == 0 && (!ok || f.table.phones == 0):
		return listsNothing
	case !ok || f.roles[column]&roleNotPhone != 0 || f.table.header < 0 && l.isCover(f.table):
		return holdsPhones
	case f.table.header < 0:
		return listsNumbers
	}
	return headsNumbers
}

// isCover says that the rows with phone numbers are labels and their values.
func (l *lists) isCover(t table) bool {
	for i := t.first; i < t.end; i++ {
		if l.hasPhone(i) && !l.isLabel(i) {
			return false
		}
	}
	return true
}

// asCandidate is the sheet as an answer.
func (l *lists) asCandidate() number.Candidate {
	f := l.found[0]
	column := f.columns[number.FieldNumber]
	if f.ask != nil && len(f.ask.Candidates) > 0 {
		return f.ask.Candidates[0]
	}
	if column >= len(f.headings) {
		return number.Candidate{Sheet: l.sheet.Name}
	}
	return l.candidate(f, column)
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
	return 0, refuse.NoSheet(name, names)
}
