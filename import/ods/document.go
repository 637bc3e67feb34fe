package ods

import (
	"errors"
	"strings"

	"numberloader/import/parts"
	"numberloader/import/sheet"
	"numberloader/internal/number"
)

// The most of what a document may hold; Excel allows 64,000 styles.
const (
	maxStyles = 100_000
	maxSheets = 10_000
	maxRows   = 4 * sheet.MaxRows // of all sheets that are kept in memory
	maxTexts  = 512 << 20         // bytes of all different texts
)

// errNoSheets says that a document holds no tables: it is none, or cut.
var errNoSheets = errors.New("the document has no sheets")

// document reads the XML of an OpenDocument spreadsheet.
type document struct {
	*parts.Scanner

	styles       int // read so far
	dataStyles   map[string]dataStyle
	cellStyles   map[string]cellStyle
	hiddenTables map[string]bool
	flatRows     map[string]bool // styles of rows without any height
	flatColumns  map[string]bool // styles of columns without any width
	crossedTexts map[string]bool // styles of texts that are crossed out

	formats  []string                // number formats; the first is General
	formatOf map[string]sheet.Format // by cell style
	store    *sheet.Texts
	cells    int // of all sheets that are read, which may be in memory at once
	rows     int // of them

	table func(number.Sheet) error // reads the table that is open, to its end
}

func newDocument() *document {
	return &document{
		dataStyles:   map[string]dataStyle{},
		cellStyles:   map[string]cellStyle{},
		hiddenTables: map[string]bool{},
		flatRows:     map[string]bool{},
		flatColumns:  map[string]bool{},
		crossedTexts: map[string]bool{},
		store:        sheet.NewTexts(maxTexts),
	}
}

// readStylesPart reads styles.xml, of which only the styles with names of their
// own count; the others are for headers and footers.
func (d *document) readStylesPart(s *parts.Scanner) error {
	d.Scanner = s
	return s.Children("document-styles", func() error {
		if s.Name == "styles" {
			return d.readStyles()
		}
		return s.Skip()
	})
}

// readContent reads content.xml, or a flat document, which has this root.
func (d *document) readContent(s *parts.Scanner, root string) error {
	d.Scanner = s
	found := false
	err := s.Children(root, func() error {
		switch s.Name {
		case "styles", "automatic-styles":
			return d.readStyles()
		case "body":
			d.resolve()
			return s.Inside(func() error {
				if s.Name != "spreadsheet" {
					return s.Skip()
				}
				found = true
				return s.Inside(d.readSheet)
			})
		}
		return s.Skip()
	})
	if err == nil && !found {
		err = errNoSheets
	}
	return err
}

// readSheet reads the element that is open, which may be a sheet. What was taken
// over from other files, to compute with, is none.
func (d *document) readSheet() error {
	if d.Name != "table" {
		return d.Skip()
	}
	values, err := d.AttrNames("name", "style-name")
	if err != nil {
		return err
	}
	name := values[0]
	if strings.HasPrefix(name, "'") && strings.Contains(name, "'#") {
		return d.Skip()
	}
	return d.table(number.Sheet{Name: name, Hidden: d.hiddenTables[values[1]]})
}
