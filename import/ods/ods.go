// Package ods reads OpenDocument spreadsheets (OpenDocument 1.3, part 3), packed
// (.ods) and in one XML file (.fods), into the cells of package sheet. The XML is
// read once, and what repeats costs no more than it shows. Formulas are never
// computed; macros, pictures and links are never touched.
package ods

import (
	"fmt"
	"slices"
	"strings"

	"numberloader/import/parts"
	"numberloader/import/refuse"
	"numberloader/import/sheet"
	"numberloader/internal/number"
)

const (
	content = "content.xml"
	styles  = "styles.xml"
)

// book is a document of which the sheets were read that are likely to be asked
// for.
type book struct {
	input  *sheet.Input
	source source
	sheets []sheet.Info
	kept   map[int]*sheet.Sheet // by index
	handed map[int]bool         // over, at least once
}

// source is where a document comes from.
type source struct {
	read  func(*document) error // the whole document, from its start
	share func() float64        // of the file that is read by now, from 0 to 1
}

// Open opens the packed document in an archive. It reads the visible sheets, or
// those that the user named: all of them are in one part.
func Open(file *sheet.Input, a *parts.Archive) (sheet.Book, error) {
	if err := checkEncryption(a); err != nil {
		return nil, err
	}
	return open(file, source{
		read: func(d *document) error {
			if a.Has(styles) {
				if err := a.Scan(styles, d.readStylesPart); err != nil {
					return err
				}
			}
			return a.Scan(content, func(s *parts.Scanner) error { return d.readContent(s, "document-content") })
		},
		share: func() float64 { _, share := a.Progress(); return share },
	})
}

// OpenFlat opens a document that is one XML file.
func OpenFlat(file *sheet.Input) (sheet.Book, error) {
	whole := parts.NewFile(file)
	return open(file, source{
		read: func(d *document) error {
			return whole.Scan(func(s *parts.Scanner) error { return d.readContent(s, "document") })
		},
		share: whole.Share,
	})
}

func open(file *sheet.Input, from source) (*book, error) {
	b := &book{input: file, source: from, kept: map[int]*sheet.Sheet{}, handed: map[int]bool{}}
	wanted := func(s number.Sheet) bool { return !s.Hidden }
	if len(file.Sheets) > 0 {
		wanted = func(s number.Sheet) bool {
			return slices.ContainsFunc(file.Sheets, func(name string) bool { return strings.EqualFold(s.Name, name) })
		}
	}
	return b, b.read(func(_ int, s number.Sheet) bool {
		b.sheets = append(b.sheets, sheet.Info{Sheet: s})
		return wanted(s)
	})
}

// Sheets are the tables of the document.
func (b *book) Sheets() []sheet.Info { return b.sheets }

// Read hands over the sheet at an index. The document is read once more for it and
// for all that were not handed over yet, if it was not likely to be asked for.
func (b *book) Read(index int) (*sheet.Sheet, error) {
	if b.kept[index] == nil {
		if err := b.read(func(i int, _ number.Sheet) bool { return i == index || !b.handed[i] && b.kept[i] == nil }); err != nil {
			return nil, err
		}
	}
	s := b.kept[index]
	delete(b.kept, index)
	b.handed[index] = true
	return s, nil
}

// read reads the whole document, and keeps the sheets that are wanted.
func (b *book) read(wanted func(index int, s number.Sheet) bool) error {
	d := newDocument()
	index := -1
	d.table = func(s number.Sheet) error {
		if index++; index == maxSheets {
			return refuse.TooLarge("refuse.large.sheets")
		}
		if !wanted(index, s) {
			return d.Skip()
		}
		t := &table{document: d, sheet: sheet.New(s.Name, d.store, d.formats)}
		t.step = func() error {
			share := b.source.share()
			return b.input.Step(t.sheet, share, share)
		}
		if err := t.Inside(t.readPiece); err != nil {
			return fmt.Errorf("sheet %q: %w", s.Name, err)
		}
		t.sheet.Sort()
		b.kept[index] = t.sheet
		return nil
	}
	return b.source.read(d)
}
