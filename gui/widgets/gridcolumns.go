package widgets

// GridColumn is a column of a Grid. Widths are for text of the usual size and grow
// with it; they include the padding of the cells.
type GridColumn struct {
	ID    string
	Title string
	// Width is the usual width, Narrow the width where room is short. A
	// flexible column takes what the others leave, and these are the least
	// that it needs.
	Width, Narrow float32
	Flexible      bool
	// Leaves orders the columns that leave when even the narrow widths do not
	// fit: 1 first. Columns with 0 stay.
	Leaves int
	// Right aligns the column at the right.
	Right bool
}

// gridPlace is where a column stands in a grid of a certain width.
type gridPlace struct {
	GridColumn
	x, width float32
}

// gridFit places columns so that they fill a width exactly: with their usual widths
// if the flexible column gets enough, else with narrow ones, else without those
// that may leave.
func gridFit(columns []GridColumn, width, scale float32) []gridPlace {
	places := gridPlaceAll(columns, scale, func(c GridColumn) float32 { return c.Width })
	if gridNeed(places) > width {
		places = gridPlaceAll(columns, scale, func(c GridColumn) float32 { return c.Narrow })
	}
	for gridNeed(places) > width {
		leaving := nextToLeave(places)
		if leaving < 0 {
			break
		}
		places = append(places[:leaving], places[leaving+1:]...)
	}
	gridSpread(places, width)
	return places
}

func gridPlaceAll(columns []GridColumn, scale float32, widthOf func(GridColumn) float32) []gridPlace {
	places := make([]gridPlace, len(columns))
	for i, c := range columns {
		places[i] = gridPlace{GridColumn: c, width: widthOf(c) * scale}
	}
	return places
}

func gridNeed(places []gridPlace) float32 {
	var sum float32
	for _, p := range places {
		sum += p.width
	}
	return sum
}

// nextToLeave is the index of the column that leaves first, or -1.
func nextToLeave(places []gridPlace) int {
	next := -1
	for i, p := range places {
		if p.Leaves > 0 && (next < 0 || p.Leaves < places[next].Leaves) {
			next = i
		}
	}
	return next
}

// gridSpread gives what is left, or takes what is missing, to the flexible column.
func gridSpread(places []gridPlace, width float32) {
	left := width - gridNeed(places)
	var x float32
	for i := range places {
		if places[i].Flexible {
			places[i].width = max(0, places[i].width+left)
		}
		places[i].x = x
		x += places[i].width
	}
}

// gridColumnAt is the place of a column, or the first one if it has left.
func gridColumnAt(places []gridPlace, id string) gridPlace {
	for _, p := range places {
		if p.ID == id {
			return p
		}
	}
	if len(places) == 0 {
		return gridPlace{}
	}
	return places[0]
}
