package importer

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

var (
	errReference = errors.New("a cell has no readable address")
	errNoText    = errors.New("a cell names a shared text that is not there")
)

// worksheet reads the XML of one sheet in one pass.
type worksheet struct {
	*scanner

	book  *workbook
	sheet *sheet
	step  func(rows int) error // called after each row

	seen   int // rows so far, empty ones included
	line   int // of the last row
	column int // of the last cell, -1 before the first
	buf    []byte
}

// readSheet reads a sheet of the workbook. step is called after each row; its
// error ends the reading.
func (b *workbook) readSheet(part sheetPart, sh *sheet, step func(rows int) error) error {
	sh.name, sh.formats = part.Name, b.formats
	err := b.archive.scan(part.part, func(s *scanner) error {
		w := &worksheet{scanner: s, book: b, sheet: sh, step: step}
		return s.children("worksheet", w.readPiece)
	})
	if err != nil {
		return fmt.Errorf("sheet %q: %w", part.Name, err)
	}
	sh.sort()
	return nil
}

func (w *worksheet) readPiece() error {
	switch w.name {
	case "sheetData":
		return w.inside(func() error {
			if w.name != "row" {
				return w.skip()
			}
			return w.readRow()
		})
	case "mergeCells":
		return w.inside(w.readMerge)
	}
	return w.skip()
}

func (w *worksheet) readMerge() error {
	if m, ok := parseSpan(w.attr("ref")); ok {
		w.sheet.merges = append(w.sheet.merges, m)
	}
	if len(w.sheet.merges) > w.book.archive.bounds.merges {
		return tooLarge("it has more merged cells than a list of numbers needs")
	}
	return w.skip()
}

func (w *worksheet) readRow() error {
	reference := w.attrBytes("r")
	numbered := len(reference) > 0
	w.line, w.column = w.line+1, -1
	if numbered {
		line, ok := parseNatural(reference)
		if !ok || line < 1 {
			return fmt.Errorf("row %.20q: %w", reference, errReference)
		}
		w.line = line
	}
	r := row{hidden: isTrue(w.attr("hidden")) || w.isFlat()}
	if err := w.readCells(numbered); err != nil {
		return err
	}
	r.line = w.line
	if err := w.sheet.endRow(r); err != nil {
		return err
	}
	w.seen++
	return w.step(w.seen)
}

// isFlat says that the row whose element is open was dragged to a height of 0,
// which hides it as well.
func (w *worksheet) isFlat() bool {
	height := w.attrBytes("ht")
	if len(height) == 0 || height[0] != '0' || !isTrue(w.attr("customHeight")) {
		return false
	}
	n, err := strconv.ParseFloat(string(height), 64)
	return err == nil && n == 0
}

// readCells reads what the row holds. Some programs number only the cells and
// not the row.
func (w *worksheet) readCells(numbered bool) error {
	for {
		e, err := w.next()
		switch {
		case err != nil:
			return err
		case e == eventEnd || e == eventDone:
			return nil
		case e != eventStart:
			continue
		case w.name != "c":
			err = w.skip()
		default:
			err = w.readCell(numbered)
		}
		if err != nil {
			return err
		}
	}
}

// place goes to the column of the cell; one without an address follows the one
// before it.
func (w *worksheet) place(reference []byte, numbered bool) error {
	w.column++
	if len(reference) > 0 {
		column, line, ok := parseReference(reference)
		if !ok {
			return fmt.Errorf("cell %.20q: %w", reference, errReference)
		}
		w.column = column
		if line > 0 && !numbered {
			w.line = line
		}
	}
	if w.column >= maxColumns {
		return fmt.Errorf("column %d: %w", w.column+1, errReference)
	}
	return nil
}

func isTrue(text string) bool {
	return text == "1" || strings.EqualFold(text, "true")
}
