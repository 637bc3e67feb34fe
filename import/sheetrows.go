package importer

import (
	"slices"

	"numberloader/internal/number"
)

// cellSlab is how many cells are allocated at once.
const cellSlab = 4096

// addCell appends a cell to the row that is being read.
func (s *sheet) addCell(c cell) error {
	if s.cells++; s.cells > maxCells {
		return tooLarge("more than 16 million cells")
	}
	if long := s.long(&c); long > 0 {
		if s.text += long; s.text > maxLongText {
			return tooLarge("its cells hold more text than a list of numbers needs")
		}
		if isBlank(c.value) {
			return nil
		}
	}
	if len(s.slab) == cap(s.slab) {
		// Full slabs stay with their rows; the row at work moves to the new one.
		begun := s.slab[s.begin:]
		s.slab = append(make([]cell, 0, max(cellSlab, 2*len(begun))), begun...)
		s.begin = 0
	}
	s.slab = append(s.slab, c)
	return nil
}

// long is how many bytes of a cell count as long text.
func (s *sheet) long(c *cell) int {
	size := len(c.value)
	if c.kind == number.CellNumber && int(c.format) < len(s.formats) {
		size = max(size, len(s.formats[c.format]))
	}
	if size < longText {
		return 0
	}
	return size
}

// endRow appends the row whose cells were added; one without cells is forgotten.
func (s *sheet) endRow(r row) error {
	if s.begin == len(s.slab) {
		return nil
	}
	if r.line > maxRows {
		return tooLarge("more than 1,048,576 rows")
	}
	r.cells = inOrder(s.slab[s.begin:len(s.slab):len(s.slab)])
	s.begin = len(s.slab)
	for i := range r.cells {
		r.filled = r.filled || r.cells[i].filled()
	}
	s.width = max(s.width, r.width())
	s.rows = append(s.rows, r)
	return nil
}

// inOrder brings cells into the order of their columns. Of two cells in one
// column the later one counts.
func inOrder(cells []cell) []cell {
	ordered := true
	for i := 1; i < len(cells); i++ {
		ordered = ordered && cells[i-1].column < cells[i].column
	}
	if ordered {
		return cells
	}
	slices.SortStableFunc(cells, func(a, b cell) int { return int(a.column) - int(b.column) })
	kept := cells[:0]
	for _, c := range cells {
		if n := len(kept); n > 0 && kept[n-1].column == c.column {
			kept = kept[:n-1]
		}
		kept = append(kept, c)
	}
	return kept
}
