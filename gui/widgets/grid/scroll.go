package grid

import "fyne.io/fyne/v2"

func (g *Grid) scrollBy(dy float64) { g.scrollTo(g.offset + dy) }

func (g *Grid) scrollTo(offset float64) { g.scroll(offset, false) }

// scroll moves the list, within its bounds. Rows that were seen before are drawn
// anew only if that is asked for.
func (g *Grid) scroll(offset float64, anew bool) {
	if g.style == nil {
		return
	}
	g.offset = max(0, min(offset, g.heights.total()-g.room()))
	g.view.show(anew)
	g.track.show()
	g.look()
}

// look tells whether the row under the cursor is in sight, if that has changed.
func (g *Grid) look() {
	if g.holding {
		return
	}
	top, bottom := g.heights.top(g.cursor), g.heights.top(g.cursor+1)
	unseen := g.cursor >= 0 && (bottom <= g.offset || top >= g.offset+g.room())
	if unseen != g.unseen {
		g.unseen = unseen
		if g.OnSeen != nil {
			g.OnSeen(!unseen)
		}
	}
}

// shiftTo moves the columns sideways, within their bounds, and draws everything.
func (g *Grid) shiftTo(shift float32) {
	g.shift = max(0, min(shift, endOf(g.places)-g.view.Size().Width))
	g.header.show()
	g.across.show()
	g.scroll(g.offset, true)
}

// Scrolled moves the list with the wheel.
func (g *Grid) Scrolled(e *fyne.ScrollEvent) {
	if e.Scrolled.DX != 0 {
		g.shiftTo(g.shift - e.Scrolled.DX)
	}
	g.scrollBy(-float64(e.Scrolled.DY))
}
