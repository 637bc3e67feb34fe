package grid

// anchor is a row that is seen, and where on the screen it begins.
type anchor struct {
	row, number int
	y           float64
}

// anchor is the row that is to stay where it is: the one under the cursor if it
// is seen, else the first that is seen; row -1 without any.
func (s *scroller) anchor() anchor {
	if s.grid.style == nil || s.grid.heights.len() == 0 || s.offset == 0 {
		return anchor{row: -1}
	}
	row := s.grid.heights.at(s.offset)
	if c := s.grid.cursor; c >= 0 && s.grid.heights.top(c) >= s.offset && s.grid.heights.top(c) < s.offset+s.room() {
		row = c
	}
	return anchor{row, s.drawn(row), s.grid.heights.top(row) - s.offset}
}

// drawn is the number of a row as it was drawn, since the source may have
// changed by now; -1 without one.
func (s *scroller) drawn(row int) int {
	for _, r := range s.grid.view.rows {
		if r.index == row {
			return r.number
		}
	}
	return -1
}

// hold changes what is shown, and then scrolls so that the anchor is where it was.
func (s *scroller) hold(change func(), a anchor) {
	s.holding = true
	change()
	s.holding = false
	if s.grid.style == nil {
		return
	}
	row := a.row
	if row >= 0 && a.number >= 0 {
		row = s.find(a.number, a.row)
	}
	if row >= 0 {
		s.move(s.grid.heights.top(row)-a.y, true)
	}
	s.look()
}

// find is the row with a number, or near if there is none.
func (s *scroller) find(number, near int) int {
	n := s.grid.source.Len()
	if near < n && s.grid.layout.number(near) == number {
		return near
	}
	for row := range n {
		if s.grid.layout.number(row) == number {
			return row
		}
	}
	return min(near, n-1)
}
