package importer

import (
	"fmt"
	"slices"
	"strings"

	"numberloader/import/headers"
	"numberloader/import/lists"
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
	words := headers.New()
	var all []*lists.Found
	for _, name := range names {
		i, err := sheetNamed(book.Sheets(), name)
		if err != nil {
			return nil, err
		}
		s, err := book.Read(i)
		if err != nil {
			return nil, err
		}
		found, err := lists.Find(s, words, in.layout)
		if err != nil {
			return nil, err
		}
		all = append(all, found)
	}
	return in.table(all...)
}

// pickedTable is the table of the sheet that was found, with what there is to be
// said of the others.
func (in *search) pickedTable(p *picked) (*number.Table, error) {
	table, err := in.table(p.found)
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
	found      *lists.Found
	rank       lists.Rank
	candidates []number.Candidate // of the sheets that list numbers as plausibly, this one first
	rivals     []string           // the names of the others
	covers     []string           // further visible sheets with phone numbers
	aside      []number.Item      // of all others
	missing    []string           // visible sheets that the file does not hold
}

// findSheet finds the first of the visible sheets that list numbers most
// plausibly, else the first visible one. Every visible sheet is read to its end,
// so that a damaged one does not go unnoticed.
func (in *search) findSheet(book sheet.Book) (*picked, error) {
	words := headers.New()
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
		found, err := lists.Find(s, words, in.layout)
		if err != nil {
			return nil, err
		}
		p.take(found)
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
func (p *picked) take(found *lists.Found) {
	rank, name := found.Rank(), found.Sheet().Name
	switch {
	case p.found == nil || rank > p.rank:
		p.leave(p.found)
		p.covers = append(p.covers, p.rivals...)
		if p.found != nil && p.rank > lists.ListsNothing {
			p.covers = append(p.covers, p.found.Sheet().Name)
		}
		p.found, p.rank, p.candidates, p.rivals = found, rank, []number.Candidate{found.Candidate()}, nil
	case rank == p.rank && rank >= lists.ListsNumbers:
		p.leave(found)
		p.candidates = append(p.candidates, found.Candidate())
		p.rivals = append(p.rivals, name)
	default:
		p.leave(found)
		if rank > lists.ListsNothing {
			p.covers = append(p.covers, name)
		}
	}
}

// leave notes that the phone numbers of a sheet were left aside.
func (p *picked) leave(found *lists.Found) {
	if found == nil {
		return
	}
	if n := found.Phones(); n > 0 {
		p.aside = append(p.aside, number.Item{Sheet: found.Sheet().Name, Column: -1, Filled: n, Phones: n, Aside: number.AsideOtherSheet})
	}
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
