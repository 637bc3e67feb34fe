package grid

import "fyne.io/fyne/v2"

// scroller is where a grid is scrolled to, and what stays in sight when it changes.
type scroller struct {
	grid *Grid

	offset  float64 // how far the list is scrolled
	shift   float32 // how far it is scrolled sideways
	unseen  bool    // there is a row under the cursor, out of sight
	holding bool    // rows are being placed anew
}

// by and to move the list, as they say.
func (s *scroller) by(dy float64) { s.to(s.offset + dy) }

func (s *scroller) to(offset float64) { s.move(offset, false) }

// move moves the list, within its bounds. Rows that were seen before are drawn
// anew only if that is asked for.
func (s *scroller) move(offset float64, anew bool) {
	if s.grid.style == nil {
		return
	}
	s.offset = max(0, min(offset, s.grid.heights.total()-s.room()))
	s.grid.view.show(anew)
	s.grid.track.show()
	s.look()
}

// look tells whether the row under the cursor is in sight, if that has changed.
func (s *scroller) look() {
	if s.holding {
		return
	}
	top, bottom := s.grid.heights.top(s.grid.cursor), s.grid.heights.top(s.grid.cursor+1)
	unseen := s.grid.cursor >= 0 && (bottom <= s.offset || top >= s.offset+s.room())
	if unseen != s.unseen {
		s.unseen = unseen
		if s.grid.OnSeen != nil {
			s.grid.OnSeen(!unseen)
		}
	}
}

// across moves the columns sideways, within their bounds, and draws everything.
func (s *scroller) across(shift float32) {
	s.shift = max(0, min(shift, endOf(s.grid.places)-s.grid.view.Size().Width))
	s.grid.header.show()
	s.grid.across.show()
	s.move(s.offset, true)
}

// Scrolled moves the list with the wheel.
func (g *Grid) Scrolled(e *fyne.ScrollEvent) {
	if e.Scrolled.DX != 0 {
		g.scroll.across(g.scroll.shift - e.Scrolled.DX)
	}
	g.scroll.by(-float64(e.Scrolled.DY))
}

// Moved keeps rows that are scrolled where they are on the screen when the grid has moved
// down by dy. The row under the cursor stays in sight.
func (g *Grid) Moved(dy float32) {
	if dy == 0 || g.scroll.offset == 0 {
		return
	}
	seen := g.cursor >= 0 && !g.scroll.unseen
	g.scroll.by(float64(dy))
	if seen {
		g.ScrollToCursor()
	}
}

// showing is the offset nearest to the present one at which all of a row is
// seen.
func (s *scroller) showing(row int) float64 {
	if row < 0 {
		return s.offset
	}
	return min(max(s.offset, s.grid.heights.top(row+1)-s.room()), s.grid.heights.top(row))
}

// room is how tall the part is in which rows are seen.
func (s *scroller) room() float64 { return float64(s.grid.view.Size().Height) }

// reveal scrolls sideways until a column is seen.
func (s *scroller) reveal(column string) {
	p, width := columnAt(s.grid.places, column), s.grid.view.Size().Width
	shift := min(max(s.shift, p.x+p.width-width), p.x)
	if shift != s.shift {
		s.across(shift)
	}
}
