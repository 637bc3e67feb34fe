package review

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"numberloader/internal/dialplan"
	"numberloader/internal/number"
	"numberloader/internal/reading"
)

// Plausible is a country that numbers without a country code may belong to.
type Plausible struct {
	Region string // ISO 3166 alpha-2
	// Accepted is how many of the Sampled cells would be numbers of the country.
	Accepted, Sampled int
	// First is what the first of the cells would be sent as, nothing if it is no number
	// of the country.
	First number.E164
	// Others is how many other rows are in the country by their numbers or their
	// locations, 0 where the table is too long to look at all of it.
	Others int
}

// The bounds of the search: how many records are looked at, how many cells are
// read for every country, and how many countries are returned.
const (
	lookedAt     = 2000
	sampledCells = 50
	mostRegions  = 8
)

// PlausibleCountries lists the countries that the numbers of a table without a
// country code may belong to, at most eight: those that take most of a sample
// first; of equals, those of the known locations before the others, and then by
// code. Where there are more, those of the locations stay. It picks none. Rows whose location gives the country, or may give it
// once the locations are known, say nothing about it. There are none if no row
// lacks a country. The only error is that of ctx; it may be called from any
// goroutine.
func PlausibleCountries(ctx context.Context, table *number.Table, set Settings, known Known) ([]Plausible, error) {
	cells, near, others := homeless(table, set, known)
	regions := dialplan.Regions()
	counts := make([]int, len(regions))
	err := everywhere(ctx, len(regions), func(i int) { counts[i] = acceptedIn(cells, regions[i]) })
	if err != nil {
		return nil, err
	}
	var found []Plausible
	for i, region := range regions {
		if counts[i] > 0 {
			first, _ := readIn(cells[0], region)
			found = append(found, Plausible{Region: region, Accepted: counts[i], Sampled: len(cells), First: first, Others: others[region]})
		}
	}
	best := func(a, b Plausible) int {
		return cmp.Or(
			cmp.Compare(b.Accepted, a.Accepted),
			nearFirst(near, a, b),
			cmp.Compare(a.Region, b.Region),
		)
	}
	slices.SortFunc(found, func(a, b Plausible) int { return cmp.Or(nearFirst(near, a, b), best(a, b)) })
	found = found[:min(len(found), mostRegions)]
	slices.SortFunc(found, best)
	return found, nil
}

func nearFirst(near map[string]bool, a, b Plausible) int {
	switch {
	case near[a.Region] == near[b.Region]:
		return 0
	case near[a.Region]:
		return -1
	}
	return 1
}

// LacksCountry says that a row is a problem only because nothing says which
// country its number belongs to: neither the number nor a location, which may
// not be known yet.
func LacksCountry(row *number.Row) bool {
	return row.Code == number.CodeNoCountry && row.Country == "" && !row.Hidden && (row.Location == "" || row.LocationID != "")
}

// homeless are cells, from all over the table, that can't be read without a
// country. near are the countries of the locations and of the other cells, and others
// how many rows are in each.
func homeless(table *number.Table, set Settings, known Known) (cells []number.Cell, near map[string]bool, others map[string]int) {
	near, others = map[string]bool{}, map[string]int{}
	for _, location := range known.Locations {
		near[strings.ToUpper(location.Country)] = true
	}
	set.Region = ""
	a := newAnalyst(table, make([]place, len(table.Records)), set, known)
	step := max(1, len(table.Records)/lookedAt)
	for i := 0; i < len(table.Records); i += step {
		r := a.record(i, Decision{})
		told := r.in.Region != "" || r.row.Location != "" && r.row.LocationID == ""
		if !r.reads() || r.row.Hidden || told {
			if r.in.Region != "" && step == 1 {
				others[r.in.Region]++
			}
			continue
		}
		got := reading.Read(r.start, reading.Context{})
		if got.Code == number.CodeNoCountry {
			cells = append(cells, r.start)
		}
		for i, n := range got.Numbers {
			near[dialplan.CountryOf(n)] = true
			if i == 0 && step == 1 {
				others[dialplan.CountryOf(n)]++
			}
		}
	}
	return thinned(cells), near, others
}

// thinned are as many cells as are sampled, evenly spread.
func thinned(cells []number.Cell) []number.Cell {
	if len(cells) <= sampledCells {
		return cells
	}
	few := make([]number.Cell, sampledCells)
	for i := range few {
		few[i] = cells[i*len(cells)/sampledCells]
	}
	return few
}

// acceptedIn counts the cells that are numbers of the region when they are read
// as such.
func acceptedIn(cells []number.Cell, region string) int {
	n := 0
	for _, cell := range cells {
		if _, ok := readIn(cell, region); ok {
			n++
		}
	}
	return n
}

// readIn is the number of the region that a cell is when it is read as one. ok is
// false if it is none.
func readIn(cell number.Cell, region string) (e number.E164, ok bool) {
	got := reading.Read(cell, reading.Context{Region: region})
	if got.Level == number.LevelProblem {
		return number.E164{}, false
	}
	i := slices.IndexFunc(got.Numbers, func(e number.E164) bool { return dialplan.CountryOf(e) == region })
	if i < 0 {
		return number.E164{}, false
	}
	return got.Numbers[i], true
}
