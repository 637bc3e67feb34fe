package xlsx

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"numberloader/import/parts"
	"numberloader/import/sheet"
)

var (
	errReference = errors.New("a cell has no readable address")
	errNoText    = errors.New("a cell names a shared text that is not there")
)

// worksheet reads the XML of one sheet in one pass.
type worksheet struct {
	*parts.Scanner

	book  *workbook
	sheet *sheet.Sheet
	step  func() error // called after each row

	line   int // of the last row
	column int // of the last cell, -1 before the first
	buf    []byte
}

// readSheet reads a sheet of the workbook. step is called after each row; its
// error ends the reading.
func (b *workbook) readSheet(part sheetPart, sh *sheet.Sheet, step func() error) error {
	err := b.archive.Scan(part.part, func(s *parts.Scanner) error {
		w := &worksheet{Scanner: s, book: b, sheet: sh, step: step}
		return s.Children("worksheet", w.readPiece)
	})
	if err != nil {
		return fmt.Errorf("sheet %q: %w", part.Name, err)
	}
	sh.Sort()
	return nil
}

func (w *worksheet) readPiece() error {
	switch w.Name {
	case "sheetData":
		return w.Inside(func() error {
			if w.Name != "row" {
				return w.Skip()
			}
			return w.readRow()
		})
	case "cols":
		return w.Inside(w.readColumns)
	case "mergeCells":
		return w.Inside(w.readMerge)
	}
	return w.Skip()
}

// readColumns notes whether the columns whose element is open are hidden, which they
// are as well if they were dragged to a width of 0 (ECMA-376, part 1, 18.3.1.13).
func (w *worksheet) readColumns() error {
	if isTrue(w.Attr("hidden")) || isZero(w.AttrBytes("width")) {
		first, fine := parts.ParseNatural(w.AttrBytes("min"))
		last, too := parts.ParseNatural(w.AttrBytes("max"))
		if fine && too {
			w.sheet.HideColumns(first-1, last-1)
		}
	}
	return w.Skip()
}

func (w *worksheet) readMerge() error {
	if m, ok := parseSpan(w.AttrBytes("ref")); ok {
		if err := w.sheet.AddMerge(m); err != nil {
			return err
		}
	}
	return w.Skip()
}

func (w *worksheet) readRow() error {
	reference := w.AttrBytes("r")
	numbered := len(reference) > 0
	w.line, w.column = w.line+1, -1
	if numbered {
		line, ok := parts.ParseNatural(reference)
		if !ok || line < 1 {
			return fmt.Errorf("row %.20q: %w", reference, errReference)
		}
		w.line = line
	}
	r := sheet.Row{Hidden: isTrue(w.Attr("hidden")) || w.isFlat()}
	if err := w.readCells(numbered); err != nil {
		return err
	}
	r.Line = w.line
	if err := w.sheet.EndRow(r); err != nil {
		return err
	}
	return w.step()
}

// isFlat reports whether the row whose element is open was dragged to a height of 0,
// which hides it as well.
func (w *worksheet) isFlat() bool {
	return isZero(w.AttrBytes("ht")) && isTrue(w.Attr("customHeight"))
}

// isZero reports whether an attribute is there, and a number that is 0.
func isZero(attr []byte) bool {
	if len(attr) == 0 || attr[0] != '0' {
		return false
	}
	n, err := strconv.ParseFloat(string(attr), 64)
	return err == nil && n == 0
}

// readCells reads what the row holds. Some programs number only the cells and
// not the row.
func (w *worksheet) readCells(numbered bool) error {
	for {
		if plain, err := w.plainCell(numbered); err != nil {
			return err
		} else if plain {
			continue
		}
		e, err := w.Next()
		switch {
		case err != nil:
			return err
		case e == parts.EventEnd || e == parts.EventDone:
			return nil
		case e != parts.EventStart:
			continue
		case w.Name != "c":
			err = w.Skip()
		default:
			err = w.readCell(numbered)
		}
		if err != nil {
			return err
		}
	}
}

// place goes to a cell by its address; one without follows the one before it.
func (w *worksheet) place(reference []byte, numbered bool) error {
	column, line := w.column+1, 0
	if len(reference) > 0 {
		var ok bool
		if column, line, ok = parseReference(reference); !ok {
			return fmt.Errorf("cell %.20q: %w", reference, errReference)
		}
	}
	if column >= sheet.MaxColumns {
		return fmt.Errorf("column %d: %w", column+1, errReference)
	}
	w.goTo(column, line, numbered)
	return nil
}

// goTo goes to a column, and to a line if the cell names one and its row does not.
func (w *worksheet) goTo(column, line int, numbered bool) {
	w.column = column
	if line > 0 && !numbered {
		w.line = line
	}
}

func isTrue(text string) bool {
	return text == "1" || strings.EqualFold(text, "true")
}
