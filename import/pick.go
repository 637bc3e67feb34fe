package importer

import (
	"cmp"
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
	table, left, err := in.readSheets(book)
	if err != nil {
		return nil, err
	}
	return table, in.tellOthers(table, book, left)
}

// readSheets reads the sheets that the user named, or the one with the list. left
// are those that nobody looked at.
func (in *search) readSheets(book sheet.Book) (table *number.Table, left []int, err error) {
	if names := namedSheets(in.layout); len(names) > 0 {
		return in.readNamed(book, names)
	}
	picked, err := in.findSheet(book)
	if err != nil {
		return nil, nil, err
	}
	table, err = in.pickedTable(picked)
	return table, picked.left, err
}

// readNamed reads the sheets with these names.
func (in *search) readNamed(book sheet.Book, names []string) (*number.Table, []int, error) {
	words, all := headers.New(), make([]*lists.Found, 0, len(names))
	var left []int
	for i := range book.Sheets() {
		left = append(left, i)
	}
	for _, name := range names {
		i, err := sheetNamed(book.Sheets(), name)
		if err != nil {
			return nil, nil, err
		}
		s, err := book.Read(i)
		if err != nil {
			return nil, nil, err
		}
		found, err := lists.Find(s, words, in.layout)
		if err != nil {
			return nil, nil, err
		}
		all, left = append(all, found), slices.DeleteFunc(left, func(other int) bool { return other == i })
	}
	table, err := in.table(all...)
	return table, left, err
}

// tellOthers accounts for the phone numbers of sheets that are hidden, or that the
// user did not choose. One of these that can't be read harms no other, and is told.
func (in *search) tellOthers(table *number.Table, book sheet.Book, left []int) error {
	in.looked, in.Told = true, nil // what is told of is read
	var unreadable []string
	for _, i := range left {
		info := book.Sheets()[i]
		if info.Missing {
			continue
		}
		s, err := sheet.Guard(func() (*sheet.Sheet, error) { return book.Read(i) })
		switch {
		case in.Context.Err() != nil:
			return in.failed(err)
		case err != nil:
			unreadable = append(unreadable, info.Name)
		default:
			table.Inventory = append(table.Inventory, leftAside(info.Sheet, lists.Phones(s))...)
		}
	}
	if len(unreadable) > 0 {
		note(table, number.NoteOtherSheets, phrase.Text("reading.unreadablesheets", "Sheets", phrase.Commas(unreadable)))
	}
	return nil
}

// leftAside is the item of a sheet that was left aside, if it holds any phone
// numbers.
func leftAside(s number.Sheet, phones int) []number.Item {
	if phones == 0 {
		return nil
	}
	return []number.Item{{Sheet: s.Name, Column: -1, Filled: phones, Phones: phones, Hidden: s.Hidden, Aside: number.AsideOtherSheet}}
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
	if len(p.missing) > 0 {
		note(table, number.NoteOtherSheets, phrase.Text("reading.missingsheets", "Sheets", phrase.Commas(p.missing), "Read", table.Sheet))
	}
	return table, nil
}

// picked is the sheet that was found to hold the list.
type picked struct {
	found      *lists.Found
	rank       lists.Rank
	candidates []number.Candidate // of the sheets that may be meant, this one first
	rivals     []string           // the names of the others
	aside      []number.Item      // of all others
	listing    []listing          // all visible sheets that list numbers
	missing    []string           // visible sheets that the file does not hold
	left       []int              // hidden sheets, which were not looked at
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
			p.left = append(p.left, i)
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
	p.compare()
	return p, nil
}

// take compares a sheet with the one that was found before.
func (p *picked) take(found *lists.Found) {
	rank := found.Rank()
	if p.found == nil || rank > p.rank {
		p.leave(p.found)
		p.found, p.rank = found, rank
	} else {
		p.leave(found)
	}
	if rank >= lists.ListsNumbers {
		p.listing = append(p.listing, listing{rank, found.Phones(), found.Candidate()})
	}
}

// listing is a sheet that lists numbers.
type listing struct {
	rank      lists.Rank
	phones    int
	candidate number.Candidate
}

// compare finds the sheets that may be meant as well as the one that was found: those
// of its rank, and any that lists many times as many numbers.
func (p *picked) compare() {
	const many = 4
	if p.rank < lists.ListsNumbers {
		return
	}
	best := p.found.Phones()
	may := slices.DeleteFunc(p.listing, func(l listing) bool { return l.rank < p.rank && l.phones <= many*best })
	slices.SortStableFunc(may, func(a, b listing) int { return cmp.Compare(b.rank, a.rank) })
	for _, l := range may {
		p.candidates = append(p.candidates, l.candidate)
		if l.candidate.Sheet != p.found.Sheet().Name {
			p.rivals = append(p.rivals, l.candidate.Sheet)
		}
	}
}

// leave notes that the phone numbers of a sheet were left aside.
func (p *picked) leave(found *lists.Found) {
	if found != nil {
		p.aside = append(p.aside, leftAside(number.Sheet{Name: found.Sheet().Name}, found.Phones())...)
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
