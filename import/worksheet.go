package importer

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"numberloader/internal/number"
)

var (
	errReference = errors.New("a cell has no readable address")
	errNoText    = errors.New("a cell names a shared text that is not there")
)

// worksheet reads the XML of one sheet.
type worksheet struct {
	*scanner

	book  *workbook
	sheet *sheet
	step  func(rows int) // called after each row

	line   int // of the last row
	column int // of the last cell, -1 before the first
	cells  []cell
	buf    []byte
}

// readSheet reads a sheet of the workbook.
func (b *workbook) readSheet(part sheetPart, step func(rows int)) (*sheet, error) {
	sh := &sheet{name: part.Name, formats: b.formats}
	err := b.archive.scan(part.part, func(s *scanner) error {
		w := &worksheet{scanner: s, book: b, sheet: sh, step: step}
		return s.children("worksheet", w.readPiece)
	})
	if err != nil {
		return nil, fmt.Errorf("sheet %q: %w", part.Name, err)
	}
	sh.sort()
	return sh, nil
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
		return w.inside(func() error {
			if m, ok := parseSpan(w.attr("ref")); ok {
				w.sheet.merges = append(w.sheet.merges, m)
			}
			return w.skip()
		})
	}
	return w.skip()
}

func (w *worksheet) readRow() error {
	line := w.line + 1
	if text := w.attr("r"); text != "" {
		n, err := strconv.Atoi(text)
		if err != nil || n < 1 {
			return fmt.Errorf("row %q: %w", text, errReference)
		}
		line = n
	}
	hidden, numbered := isTrue(w.attr("hidden")), w.attr("r") != ""
	w.line, w.column, w.cells = line, -1, w.cells[:0]
	err := w.inside(func() error {
		if w.name != "c" {
			return w.skip()
		}
		if _, line, ok := parseReference(w.attr("r")); ok && line > 0 && !numbered {
			w.line = line // some programs number only the cells
		}
		return w.readCell()
	})
	if err != nil {
		return err
	}
	w.step(len(w.sheet.rows))
	if len(w.cells) == 0 {
		return nil
	}
	return w.sheet.add(row{line: w.line, hidden: hidden, cells: sortedCells(w.cells)})
}

// sortedCells is a copy in the order of the columns. Of two cells in one column
// the later one counts.
func sortedCells(cells []cell) []cell {
	cells = slices.Clone(cells)
	inOrder := func(a, b cell) int { return int(a.column) - int(b.column) }
	if !slices.IsSortedFunc(cells, inOrder) {
		slices.SortStableFunc(cells, inOrder)
	}
	kept := cells[:0]
	for _, c := range cells {
		if n := len(kept); n > 0 && kept[n-1].column == c.column {
			kept = kept[:n-1]
		}
		kept = append(kept, c)
	}
	return kept
}

// readCell reads the cell whose element is open.
func (w *worksheet) readCell() error {
	if err := w.place(w.attr("r")); err != nil {
		return err
	}
	c := cell{column: uint16(w.column), format: styleIndex(w.attr("s"))} //nolint:gosec // place has checked it
	kind := w.attr("t")
	hasValue, hasInline := false, false
	w.buf = w.buf[:0]
	err := w.inside(func() (err error) {
		switch w.name {
		case "f":
			c.formula = true
			return w.skip()
		case "v":
			hasValue = true
			w.buf, err = w.content(w.buf[:0])
			return err
		case "is":
			hasInline = true
			w.buf, err = w.richText(w.buf[:0])
			return err
		}
		return w.skip()
	})
	if err != nil {
		return err
	}
	if hasValue || hasInline {
		if err := w.setValue(&c, kind); err != nil {
			return err
		}
	}
	if c.kind != number.CellEmpty || c.formula {
		w.cells = append(w.cells, c)
	}
	return nil
}

// place goes to the column of the cell; one without an address follows the one
// before it.
func (w *worksheet) place(reference string) error {
	w.column++
	if reference != "" {
		column, _, ok := parseReference(reference)
		if !ok {
			return fmt.Errorf("cell %q: %w", reference, errReference)
		}
		w.column = column
	}
	if w.column >= maxColumns {
		return fmt.Errorf("column %d: %w", w.column+1, errReference)
	}
	return nil
}

// setValue fills a cell from what its element holds. An empty value is a value
// only where the cell says that it is a text.
func (w *worksheet) setValue(c *cell, kind string) error {
	switch kind {
	case "s":
		return w.setShared(c, strings.TrimSpace(string(w.buf)))
	case "str", "inlineStr":
		c.kind, c.value = number.CellText, unescape(string(w.buf))
		return nil
	}
	text := strings.TrimSpace(string(w.buf))
	if text == "" {
		return nil
	}
	c.kind, c.value = valueOf(kind, text)
	return nil
}

// setShared fills a cell with the shared text of this number. A number past the
// last text makes an error cell, which a person gets to see.
func (w *worksheet) setShared(c *cell, text string) error {
	if text == "" {
		return nil
	}
	i, err := strconv.Atoi(text)
	if err != nil || i < 0 || len(w.book.texts) == 0 {
		return fmt.Errorf("text %q: %w", text, errNoText)
	}
	if i >= len(w.book.texts) {
		c.kind, c.value = number.CellError, "#REF!"
		return nil
	}
	c.kind, c.value = number.CellText, w.book.texts[i]
	return nil
}

func valueOf(kind, text string) (number.CellType, string) {
	switch kind {
	case "e":
		return number.CellError, text
	case "d":
		return number.CellDate, text
	case "b":
		return number.CellBool, strconv.FormatBool(isTrue(text))
	}
	_, err := strconv.ParseFloat(text, 64)
	if strings.Trim(text, "0123456789+-.eE") != "" || err != nil && !errors.Is(err, strconv.ErrRange) {
		return number.CellText, text
	}
	return number.CellNumber, text
}

func isTrue(text string) bool {
	return text == "1" || strings.EqualFold(text, "true")
}

// parseReference is the column (0 is A) and the row of an address such as "B7"
// or "$B$7"; the row may be missing and is then 0.
func parseReference(text string) (column, line int, ok bool) {
	text = strings.ReplaceAll(text, "$", "")
	letters := 0
	for letters < len(text) && letters < 4 {
		b := text[letters] &^ ('a' - 'A')
		if b < 'A' || b > 'Z' {
			break
		}
		column = column*26 + int(b-'A') + 1
		letters++
	}
	if letters == 0 || letters > 3 {
		return 0, 0, false
	}
	if letters == len(text) {
		return column - 1, 0, true
	}
	line, err := strconv.Atoi(text[letters:])
	return column - 1, line, err == nil && line >= 0
}

// parseSpan is a range such as "A1:B3", in any order of its corners.
func parseSpan(text string) (span, bool) {
	from, to, ok := strings.Cut(text, ":")
	if !ok {
		return span{}, false
	}
	c1, l1, ok1 := parseReference(from)
	c2, l2, ok2 := parseReference(to)
	return span{min(l1, l2), max(l1, l2), min(c1, c2), max(c1, c2)}, ok1 && ok2
}
