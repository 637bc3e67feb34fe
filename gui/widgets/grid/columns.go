package grid

// Column is a column of a Grid. Widths are for text of the usual size and grow
// with it; they include the padding of the cells.
type Column struct {
	ID    string
	Title string
	// Width is the usual width, Narrow the width where room is short. A
	// flexible column takes what the others leave, and these are the least
	// that it needs.
	Width, Narrow float32
	Flexible      bool
	// Sample is the widest content that the column has to have room for; its zero
	// value asks for nothing.
	Sample Cell
	// Own is the width that the user gave the column, 0 for none. It is kept
	// however much room there is; a flexible column that has one no longer flexes.
	Own float32
	// Edits says that cells of the column can be edited in place.
	Edits bool
	// Leaves orders the columns that leave when even the narrow widths do not
	// fit: 1 first. Columns with 0 stay.
	Leaves int
	// Right aligns the column at the right.
	Right bool
}

// place is where a column stands in a grid of a certain width that is not
// scrolled sideways.
type place struct {
	Column
	x, width float32
}

// fit places columns so that they fill a width exactly: with their usual widths
// if the flexible column gets enough, else with narrow ones, else without those
// that may leave. Widths of the user come on top of that: they may make the
// columns wider than the grid, but no column leaves because of them.
func fit(columns []Column, width, scale float32) []place {
	places := placeAll(columns, scale, func(c Column) float32 { return c.Width })
	if need(places) > width {
		places = placeAll(columns, scale, func(c Column) float32 { return c.Narrow })
	}
	for need(places) > width {
		leaving := nextToLeave(places)
		if leaving < 0 {
			break
		}
		places = append(places[:leaving], places[leaving+1:]...)
	}
	for i := range places {
		if own := places[i].Own; own > 0 {
			places[i].width, places[i].Flexible = own*scale, false
		}
	}
	spread(places, width, scale)
	return places
}

func placeAll(columns []Column, scale float32, widthOf func(Column) float32) []place {
	places := make([]place, len(columns))
	for i, c := range columns {
		places[i] = place{Column: c, width: widthOf(c) * scale}
	}
	return places
}

func need(places []place) float32 {
	var sum float32
	for _, p := range places {
		sum += p.width
	}
	return sum
}

// nextToLeave is the index of the column that leaves first, or -1.
func nextToLeave(places []place) int {
	next := -1
	for i, p := range places {
		if p.Leaves > 0 && (next < 0 || p.Leaves < places[next].Leaves) {
			next = i
		}
	}
	return next
}

// spread gives what is left, or takes what is missing, to the flexible column,
// down to its narrow width.
func spread(places []place, width, scale float32) {
	left := width - need(places)
	var x float32
	for i := range places {
		if p := &places[i]; p.Flexible {
			p.width = max(p.Narrow*scale, p.width+left)
		}
		places[i].x = x
		x += places[i].width
	}
}

// widest is how wide a column can become in a grid of a width without pushing another
// one out of it.
func widest(places []place, column string, width, scale float32) float32 {
	room := width - endOf(places)
	for _, p := range places {
		switch {
		case p.ID == column:
			room += p.width
		case p.Flexible:
			room += p.width - p.Narrow*scale
		}
	}
	return max(room, edgeLeast*scale)
}

// endOf is where the last column ends.
func endOf(places []place) float32 {
	if len(places) == 0 {
		return 0
	}
	last := places[len(places)-1]
	return last.x + last.width
}

// columnAt is the place of a column, or the first one if it has left.
func columnAt(places []place, id string) place {
	for _, p := range places {
		if p.ID == id {
			return p
		}
	}
	if len(places) == 0 {
		return place{}
	}
	return places[0]
}
