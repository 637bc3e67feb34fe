package sheet

import (
	"slices"

	"numberloader/import/refuse"
	"numberloader/internal/number"
)

// AddCell appends a cell to the row that is being read; cells may come in any
// order, and of two in one column the later one counts. Empty cells need not be
// added. The error says that the sheet is too large.
func (s *Sheet) AddCell(c Cell) error {
	text := s.Text(c)
	long := s.long(c, text)
	if err := s.count(1, long); err != nil || long > 0 && IsBlank(text) {
		return err
	}
	if c.fills(text) {
		c.Format |= filled
	}
	s.row = append(s.row, c)
	return nil
}

// long is how many bytes of a cell with this text count as long text.
func (s *Sheet) long(c Cell, text string) int {
	size := len(text)
	if i := c.Format.index(); c.Type == number.CellNumber && i < len(s.formats) {
		size = max(size, len(s.formats[i]))
	}
	if size < longText {
		return 0
	}
	return size
}

// EndRow appends the row whose cells were added, with its number and whether it is
// hidden; one without cells is forgotten. Rows may come in any order. The error
// says that the sheet is too large.
func (s *Sheet) EndRow(r Row) error {
	if len(s.row) == 0 {
		return nil
	}
	if r.Line > MaxRows {
		return refuse.TooLarge("refuse.large.rows")
	}
	if !s.forms.isLast(s.row) {
		s.row = withoutGaps(inOrder(s.row))
	}
	r.texts, r.form = s.shown.Add(s.textsOf(s.row)), s.forms.of(s.row)
	r.Filled, s.Width = s.formOf(&r).filled, max(s.Width, s.WidthOf(&r))
	s.Rows = append(s.Rows, r)
	s.row = s.row[:0]
	return nil
}

// count counts cells, and the bytes of long texts in them.
func (s *Sheet) count(cells, text int) error {
	s.cells += cells
	s.text += text
	switch {
	case s.cells > MaxCells:
		return refuse.TooLarge("refuse.large.cells")
	case s.text > maxLongText:
		return refuse.TooLarge("refuse.large.celltext")
	}
	return nil
}

// RepeatRow appends the row of this number, which ended last, so many times more
// below it. They share their cells, which count each time. A row without cells
// stays forgotten.
func (s *Sheet) RepeatRow(line, times int) error {
	last := len(s.Rows) - 1
	if last < 0 || s.Rows[last].Line != line || times < 1 {
		return nil
	}
	if line+times > MaxRows {
		return refuse.TooLarge("refuse.large.rows")
	}
	r, cells, long := s.Rows[last], 0, 0
	for c := range s.Cells(&r) {
		cells++
		long += s.long(c, s.Text(c))
	}
	if err := s.count(cells*times, long*times); err != nil {
		return err
	}
	s.Rows = slices.Grow(s.Rows, times)
	for range times {
		r.Line++
		s.Rows = append(s.Rows, r)
	}
	return nil
}

// inOrder brings cells into the order of their columns. Of two cells in one
// column the later one counts.
func inOrder(cells []Cell) []Cell {
	ordered := true
	for i := 1; i < len(cells); i++ {
		ordered = ordered && cells[i-1].Column < cells[i].Column
	}
	if ordered {
		return cells
	}
	slices.SortStableFunc(cells, func(a, b Cell) int { return int(a.Column) - int(b.Column) })
	kept := cells[:0]
	for _, c := range cells {
		if n := len(kept); n > 0 && kept[n-1].Column == c.Column {
			kept = kept[:n-1]
		}
		kept = append(kept, c)
	}
	return kept
}

// AddMerge notes a range of merged cells. The error says that they are too many.
func (s *Sheet) AddMerge(m Span) error {
	if len(s.Merges) == maxMerges {
		return refuse.TooLarge("refuse.large.merged")
	}
	s.Merges = append(s.Merges, m)
	return nil
}

// AddTexts appends a row of texts, from column A on, of which "" makes no cell.
// The error says that the sheet is too large.
func (s *Sheet) AddTexts(line int, fields []string) error {
	for i, field := range fields {
		if field == "" {
			continue
		}
		text, err := s.texts.KeepString(field)
		if err != nil {
			return err
		}
		if err := s.AddCell(Cell{Text: text, Column: uint16(i), Type: number.CellText}); err != nil {
			return err
		}
	}
	return s.EndRow(Row{Line: line})
}

// start is a copy of a sheet that is still being read, so that it may be sorted.
func (s *Sheet) start() *Sheet {
	c := &Sheet{Name: s.Name, texts: s.texts.frozen(), formats: s.formats, Width: s.Width, From1904: s.From1904, hidden: s.hidden, forms: forms{all: s.forms.all}}
	c.shown = s.shown.Frozen(&c.texts.Texts)
	c.Rows = append(c.Rows, s.Rows...)
	c.Sort()
	return c
}
