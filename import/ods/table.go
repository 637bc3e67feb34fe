package ods

import (
	"cmp"
	"slices"

	"numberloader/import/parts"
	"numberloader/import/refuse"
	"numberloader/import/sheet"
)

// table reads the cells of a table.
type table struct {
	*document

	sheet *sheet.Sheet
	step  func() error // called after each row

	columns []columns // with their styles
	closed  int       // groups of rows or columns around the next one that are folded
	line    int       // of the last row
	column  int       // of the next cell
	filled  int       // cells of the row

	rowStyle  sheet.Format // of the cells of the row that name none, if it is styled
	rowStyled bool

	crossed bool // a part of the text of the cell is crossed out

	value []byte // that the cell names
	buf   []byte // what it shows
}

// columns are those up to last, the first being 0, after the columns before it.
type columns struct {
	last  int
	style sheet.Format // its number format is in document.formats
}

// readPiece reads an element within a table.
func (t *table) readPiece() error {
	switch t.Name {
	case "table-row":
		return t.readRow()
	case "table-row-group", "table-column-group":
		return t.readGroup()
	case "table-rows", "table-header-rows", "table-columns", "table-header-columns":
		return t.Inside(t.readPiece)
	case "table-column":
		t.addColumns()
	}
	return t.Skip()
}

// readGroup reads a group of rows or columns, which hides them while it is folded.
func (t *table) readGroup() error {
	if t.Attr("display") == "false" {
		t.closed++
		defer func() { t.closed-- }()
	}
	return t.Inside(t.readPiece)
}

// addColumns notes the style of the columns whose element is open, and whether they
// are hidden.
func (t *table) addColumns() {
	last := -1
	if n := len(t.columns); n > 0 {
		last = t.columns[n-1].last
	}
	if last < sheet.MaxColumns {
		style := t.formatOf[string(t.AttrBytes("default-cell-style-name"))]
		first := last + 1
		last += times(t.AttrBytes("number-columns-repeated"))
		t.columns = append(t.columns, columns{last, style})
		if t.closed > 0 || t.hides(t.flatColumns) {
			t.sheet.HideColumns(first, last)
		}
	}
}

// times is how often something comes: as its attribute says, or once.
func times(attr []byte) int {
	const longest = 9
	n, ok := parts.ParseNatural(attr)
	if !ok && len(attr) > longest {
		return 1_000_000_000
	}
	return max(n, 1)
}

// readRow reads the row whose element is open, and repeats it as often as it says.
func (t *table) readRow() error {
	r := sheet.Row{Line: t.line + 1, Hidden: t.closed > 0 || t.hides(t.flatRows)}
	repeated := times(t.AttrBytes("number-rows-repeated"))
	style := t.AttrBytes("default-cell-style-name")
	t.rowStyle, t.rowStyled = t.formatOf[string(style)], len(style) > 0
	t.line, t.column, t.filled = r.Line, 0, 0
	err := t.Inside(func() error {
		if t.Name != "table-cell" && t.Name != "covered-table-cell" {
			return t.Skip()
		}
		return t.readCell()
	})
	if err != nil {
		return err
	}
	if err := t.count(repeated); err != nil {
		return err
	}
	if err := t.sheet.EndRow(r); err != nil {
		return err
	}
	if err := t.sheet.RepeatRow(r.Line, repeated-1); err != nil {
		return err
	}
	t.line += repeated - 1
	return t.step()
}

// count counts the row at work that many times against the limits that hold for all
// sheets together.
func (t *table) count(repeated int) error {
	if t.filled > 0 {
		t.rows += repeated
	}
	t.cells += t.filled * repeated
	switch {
	case t.cells > sheet.MaxCells:
		return refuse.TooLarge("refuse.large.cells")
	case t.rows > maxRows:
		return refuse.TooLarge("refuse.large.allrows")
	}
	return nil
}

// hides reports whether the row or column whose element is open is hidden, by hand, by a
// filter, or by one of the styles that leave it no room.
func (t *table) hides(flat map[string]bool) bool {
	switch string(t.AttrBytes("visibility")) {
	case "collapse", "filter":
		return true
	}
	return flat[string(t.AttrBytes("style-name"))]
}

// readCell reads the cell whose element is open.
func (t *table) readCell() error {
	a := t.attributes()
	first, repeated := t.column, times(a.repeated)
	t.column += repeated
	if err := t.merge(first, times(a.columns), times(a.rows)); err != nil {
		return err
	}
	c := sheet.Cell{Formula: a.formula, Format: t.styleOf(first, a.style)}
	t.value = append(t.value[:0], a.values[a.kind]...)
	shown, crossed, err := t.text()
	if err != nil {
		return err
	}
	if crossed {
		c.Format |= sheet.Struck
	}
	if err := t.setValue(&c, a.kind, shown); err != nil {
		return err
	}
	if c.Text == 0 && !c.Formula {
		return nil
	}
	if t.column > sheet.MaxColumns {
		return refuse.TooLarge("refuse.large.columns")
	}
	t.filled += repeated
	for column := first; column < t.column; column++ {
		c.Column = uint16(column) //nolint:gosec // below MaxColumns
		if err := t.sheet.AddCell(c); err != nil {
			return err
		}
	}
	return nil
}

// merge notes that a cell covers that many columns and rows.
func (t *table) merge(column, columns, rows int) error {
	if columns == 1 && rows == 1 {
		return nil
	}
	return t.sheet.AddMerge(sheet.Span{
		FirstLine: t.line, LastLine: t.line + rows - 1,
		FirstColumn: column, LastColumn: column + columns - 1,
	})
}

// styleOf is the number format of a cell: by the style that it names, or by that
// of its row or its column.
func (t *table) styleOf(column int, name []byte) sheet.Format {
	switch {
	case name != nil:
		return t.formatOf[string(name)]
	case t.rowStyled:
		return t.rowStyle
	}
	i, _ := slices.BinarySearchFunc(t.columns, column, func(c columns, column int) int { return cmp.Compare(c.last, column) })
	if i == len(t.columns) {
		return 0
	}
	return t.columns[i].style
}
