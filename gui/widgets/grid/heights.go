package grid

import (
	"slices"
	"sort"
)

// heights knows where each row of a list stands. The row under the cursor has a
// height of its own, so that moving the cursor costs nothing. Positions are
// float64, since a million rows are taller than float32 can count.
type heights struct {
	tops   []float64 // of each row, and the end of the last
	cursor int       // -1 for none
	extra  float64   // how much taller the row under the cursor is
	room   float32   // how wide a line of text may be
	known  []uint16  // lines of text of the row with each number, and one more; 0 is not known
}

// reset finds the height of all rows.
func (h *heights) reset(n int, heightOf func(row int) float32) {
	h.tops = append(slices.Grow(h.tops[:0], n+1), 0)
	sum := 0.0
	for i := range n {
		sum += float64(heightOf(i))
		h.tops = append(h.tops, sum)
	}
	h.cursor, h.extra = -1, 0
}

// remember is how many lines the row with a number has, measured unless it is
// known.
func (h *heights) remember(number int, measure func() int) int {
	if number < 0 {
		return measure()
	}
	if number >= len(h.known) {
		h.known = append(h.known, make([]uint16, number+1-len(h.known)+len(h.known)/2)...)
	}
	if h.known[number] == 0 {
		h.known[number] = uint16(min(measure(), 1<<16-2)) + 1 //nolint:gosec // within the bounds
	}
	return int(h.known[number]) - 1
}

// forget says that rows with these numbers are to be measured again.
func (h *heights) forget(numbers ...int) {
	for _, number := range numbers {
		if number >= 0 && number < len(h.known) {
			h.known[number] = 0
		}
	}
}

// len is the number of rows.
func (h *heights) len() int { return max(0, len(h.tops)-1) }

// place puts the cursor on a row with its own height; -1 is no row.
func (h *heights) place(row int, height float32) {
	h.cursor, h.extra = -1, 0
	if row >= 0 && row < h.len() {
		h.cursor = row
		h.extra = float64(height) - (h.tops[row+1] - h.tops[row])
	}
}

// top is where a row begins; that of the row after the last is the total.
func (h *heights) top(row int) float64 {
	if len(h.tops) == 0 {
		return 0
	}
	row = min(max(row, 0), h.len())
	if h.cursor >= 0 && row > h.cursor {
		return h.tops[row] + h.extra
	}
	return h.tops[row]
}

func (h *heights) total() float64 { return h.top(h.len()) }

func (h *heights) height(row int) float32 { return float32(h.top(row+1) - h.top(row)) }

// at is the row at a position: the first or last one if it is outside, -1 if
// there are none.
func (h *heights) at(y float64) int {
	n := h.len()
	return min(sort.Search(n, func(i int) bool { return h.top(i+1) > y }), n-1)
}
