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
	// Alike is how many are grouped as numbers are written there. They may be of ranges
	// that are not known, as made-up and very new numbers are, and not Accepted.
	Alike int
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
// country code may belong to, at most eight, the likeliest first and then by code. A
// country is the likelier the more of a sample are numbers of it, the more these are
// written as there, and if it is that of a known location or of other rows. Where
// there are more, those of the locations and of the other rows stay. It picks none.
// Rows whose location gives the country, or may give it once the locations are known,
// say nothing about it. There are none if no row lacks a country. The only error is
// that of ctx; it may be called from any goroutine.
func PlausibleCountries(ctx context.Context, table *number.Table, set Settings, known Known) ([]Plausible, error) {
	cells, near, others := homeless(table, set, known)
	regions := dialplan.Regions()
	all := make([]likely, len(regions))
	err := everywhere(ctx, len(regions), func(i int) { all[i] = plausibleIn(cells, regions[i], near[regions[i]]) })
	if err != nil {
		return nil, err
	}
	sure := slices.ContainsFunc(all, likely.fits)
	all = slices.DeleteFunc(all, func(l likely) bool { return l.Accepted == 0 && (l.Alike == 0 || sure) })
	slices.SortFunc(all, func(a, b likely) int { return cmp.Or(nearFirst(a, b), a.compare(b)) })
	all = all[:min(len(all), mostRegions)]
	slices.SortFunc(all, likely.compare)
	found := make([]Plausible, len(all))
	for i, l := range all {
		found[i] = l.Plausible
		found[i].Others = others[l.Region]
	}
	return found, nil
}

// likely is a plausible country with how likely it is.
type likely struct {
	Plausible

	near   bool // a known location or another row is there
	points int
}

// fits reports whether all of the sample are numbers of the country, written as there or
// near: then no country needs to be offered of which none of them is known.
func (l likely) fits() bool {
	return l.Accepted == l.Sampled && l.points >= l.Sampled*(1+int(sameSigns))
}

// compare puts the likelier one first.
func (l likely) compare(other likely) int {
	return cmp.Or(cmp.Compare(other.points, l.points), cmp.Compare(l.Region, other.Region))
}

func nearFirst(a, b likely) int {
	switch {
	case a.near == b.near:
		return 0
	case a.near:
		return -1
	}
	return 1
}

// LacksCountry reports whether a row is a problem only because nothing says which
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
	a := newAnalyst(table, newAddresses(table), set, known)
	step := max(1, len(table.Records)/lookedAt)
	for i := 0; i < len(table.Records); i += step {
		r := a.record(i, Decision{})
		if r.takenOut() != nil {
			continue
		}
		if !r.reads() || r.row.Hidden || r.hasCountry() {
			if r.in.Region != "" && step == 1 {
				others[r.in.Region]++
			}
			continue
		}
		got := reading.Read(r.start, reading.Context{})
		if got.Code == number.CodeNoCountry {
			cells = append(cells, r.start)
		}
		for i, n := range got.Numbers.All() {
			near[dialplan.CountryOf(n)] = true
			if i == 0 && step == 1 {
				others[dialplan.CountryOf(n)]++
			}
		}
	}
	return thinned(cells), near, others
}

// hasCountry reports whether something says which country the number is of, or a location
// may once it is known.
func (r *record) hasCountry() bool {
	return r.in.Region != "" || r.row.Location != "" && r.row.LocationID == ""
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

// plausibleIn reads the cells as numbers of a region. A number of it counts one point,
// one more if it is dialed as it stands, and one each for its groups and its signs. To
// be near to what the file says otherwise counts as much as all of them. A number of a
// range that is not known counts only for how it is written.
func plausibleIn(cells []number.Cell, region string, near bool) likely {
	l := likely{Plausible: Plausible{Region: region, Sampled: len(cells)}, near: near}
	for i, cell := range cells {
		e, known := readIn(cell, region)
		if e.IsZero() {
			continue
		}
		usual := dialplan.Written(e)
		like := writtenAs(frontOf(cell.Shown(), usual), usual)
		if like >= sameGroups {
			l.Alike++
		}
		if !known {
			if like >= sameGroups {
				l.points += int(like)
			}
			continue
		}
		if i == 0 {
			l.First = e
		}
		l.Accepted++
		l.points += 1 + int(like)
		if near {
			l.points += 1 + int(sameSigns)
		}
	}
	return l
}

// likeness is how much a number is written as in a country.
type likeness int

const (
	unlike     likeness = iota
	sameDigits          // it has the digits that are dialed there
	sameGroups          // and in the same groups
	sameSigns           // with the same signs between them
)

// writtenAs compares a number with its usual form in a country. Digits in one group
// are no groups.
func writtenAs(text, usual string) likeness {
	const two = 2
	groups, as := strings.FieldsFunc(text, notDigit), strings.FieldsFunc(usual, notDigit)
	switch {
	case strings.Join(groups, "") != strings.Join(as, ""):
		return unlike
	case len(groups) < two || !slices.Equal(groups, as):
		return sameDigits
	case strings.TrimSpace(text) != usual:
		return sameGroups
	}
	return sameSigns
}

// frontOf is what a text says of a number that is the first of several it stands for:
// as many of its digits as the usual form has, with those that an x stands for as 0.
func frontOf(text, usual string) string {
	text = strings.NewReplacer("x", "0", "X", "0").Replace(text)
	left := len(strings.Join(strings.FieldsFunc(usual, notDigit), ""))
	for i, r := range text {
		if notDigit(r) {
			continue
		}
		if left == 0 {
			return strings.TrimRightFunc(text[:i], notDigit)
		}
		left--
	}
	return text
}

func notDigit(r rune) bool { return r < '0' || r > '9' }

// readIn is the number of the region that a cell is when it is read as one, none if it
// is none. It is not known if the numbering plans have no such range: then it counts for
// the main country of its code.
func readIn(cell number.Cell, region string) (e number.E164, known bool) {
	got := reading.Read(cell, reading.Context{Region: region})
	if got.Code == number.CodeRange && dialplan.CountryOf(got.First) == region {
		return got.First, true
	}
	if got.Level == number.LevelProblem && got.Code != number.CodeInvalidNumber {
		return number.E164{}, false
	}
	for i := range got.Numbers.Len() {
		e := got.Numbers.At(i)
		if of := dialplan.International(e.Digits()); of.Region() == region {
			return e, of.Valid()
		}
	}
	return number.E164{}, false
}
