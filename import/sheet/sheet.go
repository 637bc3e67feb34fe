// Package sheet is the one shape that all formats of files are read into: cells
// in memory. It holds what every format has to keep to: the limits of a sheet,
// how far a reading is, when it has to stop, and the first look at a long list.
//
// A further format is a package beside xlsx with a function Open that makes a
// [Book] of an [Input]. It builds each sheet with [New], then for each row
// [Sheet.AddCell] in any order, [Sheet.EndRow] and [Input.Step], at last
// [Sheet.Sort]; errors of these are returned as they are. Nothing here knows
// what a list is: package importer finds that.
//
// It imports refuse and number.
package sheet

import (
	"cmp"
	"iter"
	"slices"
	"strconv"

	"numberloader/internal/number"
	"numberloader/internal/shown"
)

// Limits of a sheet. Rows are docs/number-rules.md, 5.1; columns are those of
// Excel ("Excel specifications and limits"); cells keep the memory for one sheet
// below about 1 GB. AddCell, EndRow and AddMerge hold the others; a format sees
// to it itself that no cell lies beyond MaxColumns.
const (
	MaxRows     = 1_048_576
	MaxColumns  = 16_384
	MaxCells    = 16_000_000
	longText    = 64        // bytes of the shortest text that counts as a long one
	maxLongText = 256 << 20 // bytes of the long texts and formats of all cells; a shared one counts for each cell that names it
	maxMerges   = MaxRows   // merged ranges
)

// Limits of what the sheets of a workbook share, which its format holds. They are
// those of real files, with room: Excel allows 64,000 styles, and a sheet has at
// most MaxCells cells that name a text.
const (
	MaxSheets    = MaxParts
	MaxFormats   = 100_000 // number formats, and cell styles
	MaxTexts     = MaxCells
	MaxTextBytes = 512 << 20 // of all different texts

	// MaxFileText is for those of a text file: more than any file has.
	MaxFileText = 1 << 30
)

// Sheet is the cells of one sheet, or of a text file. It is made with New, and
// for one goroutine.
type Sheet struct {
	Name   string // "" of a text file
	Rows   []Row  // that have any cell, in the order of their numbers
	Merges []Span // in the order of their first rows
	Width  int    // columns from A to the last one with a cell

	// From1904 says that days count from 1904, as in workbooks of old Macs, and not
	// from 1900. A format sets it before the first row.
	From1904 bool

	texts   *Texts   // of its cells
	formats []string // number formats that cells name
	hidden  []bool   // columns from A on; those beyond are not
	cells   int
	text    int // bytes of the long texts and formats of all cells

	row   []Cell        // that is being read
	at    []number.Text // of its cells
	shown *number.TextRows
	forms forms

	seen   int  // rows that Step was called for, empty ones included
	looked bool // a look at its first rows was given, or it is too late for one
}

// New is a sheet without rows. texts keep those of its cells. formats are the number formats that cells name by
// their index, such as "0.00" and "yyyy-mm-dd" in the English of Excel, "" for
// General; nil if none is named. The sheet keeps the slice.
func New(name string, texts *Texts, formats []string) *Sheet {
	return &Sheet{Name: name, texts: texts, formats: formats, shown: shown.NewRows(&texts.Texts)}
}

// Row is one row that has any cell. Its sheet has the cells.
type Row struct {
	Line   int    // its number, from 1
	texts  uint32 // of its cells, among shown
	form   uint32 // of its cells, among forms
	Hidden bool   // by hand, by a filter, or as flat as to be invisible
	Filled bool   // a cell shows anything; set by EndRow
}

// Cell is number.Cell in less memory.
type Cell struct {
	Text    number.Text // of the sheet's texts: Value as number.Cell has it for this type
	Format  Format
	Column  uint16 // 0 is A
	Type    number.CellType
	Formula bool
}

// Format is how a cell is formatted: an index into the number formats of the sheet,
// of which one beyond them is General, and Struck where text of the cell is crossed
// out.
type Format uint32

// Struck says that text of a cell is crossed out. Indexes are smaller.
const Struck Format = 1 << 31

// filled says that a cell shows anything. AddCell finds out.
const filled Format = 1 << 30

// Styles tells of each style of a workbook whether it crosses texts out.
type Styles []bool

// Format is the format of a cell by the number of its style; of one that there is not it
// is General.
func (s Styles) Format(style int) Format {
	format := Format(style) //nolint:gosec // at most nine digits
	if style < len(s) && s[style] {
		format |= Struck
	}
	return format
}

// index is the place among the number formats.
func (f Format) index() int { return int(f &^ (Struck | filled)) }

// IsStruck reports whether text of the cell is crossed out, be it a part of it.
func (c Cell) IsStruck() bool { return c.Format&Struck != 0 }

// Span is a range of merged cells, ends included: rows from 1, columns from 0.
type Span struct{ FirstLine, LastLine, FirstColumn, LastColumn int }

// Expect makes room for that many rows of a sheet that has none, which spares
// copies. A wrong number costs only memory, at most that of MaxRows.
func (s *Sheet) Expect(rows int) { s.Rows = make([]Row, 0, min(rows, MaxRows)) }

// expectRest does the same for a sheet of which this share was read, from 0 to 1.
func (s *Sheet) expectRest(share float64) {
	if share > 0 && share < 1 {
		whole := min(float64(len(s.Rows))/share, MaxRows)
		s.Rows = slices.Grow(s.Rows, int(whole)-len(s.Rows))
	}
}

// Sort brings rows and merged ranges that the file holds in another order into
// that of their numbers. A format calls it once, after the last row.
func (s *Sheet) Sort() {
	if byLine := func(a, b Row) int { return cmp.Compare(a.Line, b.Line) }; !slices.IsSortedFunc(s.Rows, byLine) {
		slices.SortStableFunc(s.Rows, byLine)
	}
	slices.SortFunc(s.Merges, func(a, b Span) int { return cmp.Compare(a.FirstLine, b.FirstLine) })
}

// Empty reports whether no cell shows anything.
func (s *Sheet) Empty() bool {
	return !slices.ContainsFunc(s.Rows, func(r Row) bool { return r.Filled })
}

// HideColumns notes that columns from one to another, the first being 0, are hidden;
// those beyond the last one of Excel are passed over.
func (s *Sheet) HideColumns(first, last int) {
	last = min(last, MaxColumns-1)
	for len(s.hidden) <= last {
		s.hidden = append(s.hidden, false)
	}
	for column := max(first, 0); column <= last; column++ {
		s.hidden[column] = true
	}
}

// HidesColumn reports whether a column is hidden, by hand or because it has no width.
func (s *Sheet) HidesColumn(column int) bool { return column < len(s.hidden) && s.hidden[column] }

// Find is the index of the row with this number, or where it would be.
func (s *Sheet) Find(line int) (int, bool) {
	return slices.BinarySearchFunc(s.Rows, line, func(r Row, line int) int { return cmp.Compare(r.Line, line) })
}

// Cells are the cells of a row in the order of their columns, each once.
func (s *Sheet) Cells(r *Row) iter.Seq[Cell] {
	return func(yield func(Cell) bool) {
		form, texts := s.formOf(r).cells, s.shown.Texts(r.texts)
		for i, c := range form {
			if c.isGap() {
				continue
			}
			if c.Text = texts[i]; !yield(c) {
				return
			}
		}
	}
}

// Cell is the cell of a column; an empty one if there is none.
func (s *Sheet) Cell(r *Row, column int) Cell {
	form := s.formOf(r).cells
	i, ok := column, column < len(form) && int(form[column].Column) == column // no blank cell before it
	if !ok {
		i, ok = slices.BinarySearchFunc(form, column, func(c Cell, column int) int { return cmp.Compare(int(c.Column), column) })
	}
	if !ok {
		return Cell{}
	}
	c := form[i]
	c.Text = s.shown.Texts(r.texts)[i]
	return c
}

// WidthOf is how many columns there are from A to the last cell of a row.
func (s *Sheet) WidthOf(r *Row) int { return s.formOf(r).width }

// formOf is what the cells of a row are but for their texts.
func (s *Sheet) formOf(r *Row) *form { return &s.forms.all[r.form] }

// width is how many columns there are from A to the last of some cells.
func width(cells []Cell) int { return int(cells[len(cells)-1].Column) + 1 }

// Value is a cell as the rest of the program knows it.
func (s *Sheet) Value(c Cell) number.Cell {
	full := number.Cell{Type: c.Type, Formula: c.Formula, Value: s.Text(c)}
	if i := c.Format.index(); i < len(s.formats) && (c.Type == number.CellNumber || c.Type == number.CellDate) {
		full.Format = s.formats[i]
	}
	if s.From1904 && c.Type == number.CellNumber && full.HasDateFormat() {
		full.Value = from1900(full.Value)
	}
	return full
}

// from1900 is a number of days from 1904 as one from 1900, which all others are.
// Times without a day stay as they are.
func from1900(days string) string {
	const later = 1462
	n, err := strconv.ParseFloat(days, 64)
	if err != nil || n < 1 {
		return days
	}
	return strconv.FormatFloat(n+later, 'f', -1, 64)
}

// Tells reports whether a cell shows anything but that nothing is there: a dash, N/A.
func (s *Sheet) Tells(c Cell) bool { return c.Filled() && !s.Value(c).HoldsNothing() }

// Shown is the text of a cell as a person sees it.
func (s *Sheet) Shown(c Cell) string {
	if c.Type == number.CellText {
		return s.Text(c)
	}
	return s.Value(c).Shown()
}

// Text is what the file holds in a cell: what number.Cell has as its value.
func (s *Sheet) Text(c Cell) string {
	if c.Text == 0 {
		return ""
	}
	return s.texts.At(c.Text)
}

// ShownText is Shown as one of the sheet's texts. The error says that these are too much
// in all.
func (s *Sheet) ShownText(c Cell) (number.Text, error) {
	if c.Type == number.CellText {
		return c.Text, nil
	}
	shown := s.Value(c).Shown()
	if shown == s.Text(c) {
		return c.Text, nil
	}
	return s.texts.KeepString(shown)
}

// Source is what a row shows, if its cells are texts and lie as they are shown: of most
// rows, which need no room for it once more.
func (s *Sheet) Source(r *Row) (source number.Source, plain bool) {
	return s.shown.At(r.texts), s.formOf(r).plain
}

// Showing is what a row shows, of texts of the sheet. If these are the texts of its cells,
// it needs no room for them once more, either.
func (s *Sheet) Showing(r *Row, shown []number.Text) number.Source {
	at := r.texts
	if len(shown) != len(s.formOf(r).cells) || !slices.Equal(shown, s.shown.Texts(at)) {
		at = s.shown.Add(shown)
	}
	return s.shown.At(at)
}

// Filled reports whether a cell shows anything. A formula without a stored result
// counts, because the user has to hear of it; blanks alone do not.
func (c Cell) Filled() bool { return c.Format&filled != 0 }

// fills reports whether a cell with this text shows anything.
func (c Cell) fills(text string) bool {
	if text != "" && text[0] > ' ' && text[0] < 0x7f {
		return true // most cells
	}
	return !number.Cell{Type: c.Type, Formula: c.Formula, Value: text}.IsEmpty()
}

// IsBlank reports whether a text shows nothing.
func IsBlank(text string) bool {
	return number.Cell{Type: number.CellText, Value: text}.IsEmpty()
}

// MergedDown are the merged ranges of more than one row that cover a column, in
// the order of their rows. With first set, only those that begin in it.
func (s *Sheet) MergedDown(column int, first bool) []Span {
	var found []Span
	for _, m := range s.Merges {
		if m.LastLine > m.FirstLine && m.FirstColumn <= column && column <= m.LastColumn && (!first || m.FirstColumn == column) {
			found = append(found, m)
		}
	}
	return found
}

// Covering is the merged range, of those in one column, in which a row lies.
func Covering(merged []Span, line int) (Span, bool) {
	i, _ := slices.BinarySearchFunc(merged, line+1, func(m Span, line int) int { return cmp.Compare(m.FirstLine, line) })
	if i == 0 || merged[i-1].LastLine < line {
		return Span{}, false
	}
	return merged[i-1], true
}

// CellOver is the cell of a row in a column, or the one that is merged over it
// from above.
func (s *Sheet) CellOver(r *Row, column int, merged []Span) Cell {
	if c := s.Cell(r, column); c.Filled() || len(merged) == 0 {
		return c
	}
	m, ok := Covering(merged, r.Line)
	if !ok {
		return Cell{}
	}
	top, ok := s.Find(m.FirstLine)
	if !ok {
		return Cell{}
	}
	return s.Cell(&s.Rows[top], column)
}
