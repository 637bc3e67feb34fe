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
	// Likely compares countries: the higher, the likelier.
	Likely int
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
// Rows whose location may give the country once the locations are known are not asked
// about, but their numbers say what those of the list are like. There are none if no row lacks a country. The only error is
// that of ctx; it may be called from any goroutine.
func PlausibleCountries(ctx context.Context, table *number.Table, set Settings, known Known) ([]Plausible, error) {
	e := homeless(table, set, known)
	regions := dialplan.Regions()
	all := make([]likely, len(regions))
	err := everywhere(ctx, len(regions), func(i int) { all[i] = e.plausibleIn(regions[i]) })
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
		found[i].Others = e.others[l.Region]
	}
	return found, nil
}

// likely is a plausible country with how likely it is.
type likely struct {
	Plausible

	near   bool // a known location or another row is there
	points int  // of the cells themselves
}

// fits reports whether all of the sample are numbers of the country, written as there or
// near: then no country needs to be offered of which none of them is known.
func (l likely) fits() bool {
	return l.Accepted == l.Sampled && l.points >= l.Sampled*most
}

// compare puts the likelier one first.
func (l likely) compare(other likely) int {
	return cmp.Or(cmp.Compare(other.Likely, l.Likely), cmp.Compare(l.Region, other.Region))
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
	return row.Code() == number.CodeNoCountry && row.Country() == "" && !row.Hidden && (row.Location() == "" || row.LocationID() != "")
}

// evidence is what a table says of the countries of its numbers.
type evidence struct {
	cells  []number.Cell // of rows that lack a country, as LacksCountry says
	placed []number.Cell // of rows that lack it until their location, or a word in them, is known
	near   map[string]bool
	others map[string]int
}

// homeless are cells, from all over the table, that can't be read without a
// country. near are the countries of the locations and of the other cells, and others
// how many rows are in each.
func homeless(table *number.Table, set Settings, known Known) evidence {
	e := evidence{near: map[string]bool{}, others: map[string]int{}}
	for _, location := range known.Locations {
		e.near[strings.ToUpper(location.Country)] = true
	}
	set.Region = ""
	a := newAnalyst(table, newAddresses(table), set, known)
	step := max(1, len(table.Records)/lookedAt)
	for i := 0; i < len(table.Records); i += step {
		if r := a.record(i, Decision{}); r.takenOut() == nil {
			e.take(&r, step == 1)
		}
	}
	e.cells, e.placed = thinned(e.cells), thinned(e.placed)
	return e
}

// take looks at a record. counted says that all of the table is looked at, so that the
// rows of a country can be counted.
func (e *evidence) take(r *record, counted bool) {
	if r.row.Skipped != number.SkipNone || r.row.Hidden || r.in.Region != "" {
		if r.in.Region != "" && counted {
			e.others[r.in.Region]++
		}
		return
	}
	got := reading.Read(r.start, reading.Context{})
	switch mayBePlaced := r.shared.Location != "" && r.shared.LocationID == ""; {
	case got.Code != number.CodeNoCountry:
	case mayBePlaced || !r.reads():
		e.placed = append(e.placed, r.start)
	default:
		e.cells = append(e.cells, r.start)
	}
	for i, n := range got.Numbers.All() {
		e.near[dialplan.CountryOf(n)] = true
		if i == 0 && counted {
			e.others[dialplan.CountryOf(n)]++
		}
	}
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

// plausibleIn reads the cells as numbers of a region. To be near to what the file says
// otherwise counts as much for each as all else. Those of rows with a location count,
// too, but nobody is asked about them.
func (e *evidence) plausibleIn(region string) likely {
	l := likely{Plausible: Plausible{Region: region, Sampled: len(e.cells)}, near: e.near[region]}
	for i, cell := range e.cells {
		first, known, like := likeIn(cell, region)
		l.points += points(known, like)
		if like >= sameGroups {
			l.Alike++
		}
		if !known {
			continue
		}
		if i == 0 {
			l.First = first
		}
		l.Accepted++
		if l.near {
			l.points += most
		}
	}
	for _, cell := range e.placed {
		_, known, like := likeIn(cell, region)
		l.Likely += points(known, like)
	}
	l.Likely += l.points
	return l
}

// most is what a number counts at most by itself.
const most = 1 + int(sameSigns)

// points are what a number counts in a country: one if it is known there, one more if it is
// dialed as it stands, and one each for its groups and its signs. A number of a range
// that is not known counts only for how it is written.
func points(known bool, like likeness) int {
	switch {
	case known:
		return 1 + int(like)
	case like >= sameGroups:
		return int(like)
	}
	return 0
}

// likeIn reads a cell as a number of a region, and says how much it is written as there.
func likeIn(cell number.Cell, region string) (e number.E164, known bool, like likeness) {
	e, known = readIn(cell, region)
	if !e.IsZero() {
		usual := dialplan.Written(e)
		like = writtenAs(frontOf(cell.Shown(), usual), usual)
	}
	return e, known, like
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
	if first, _ := got.Range(); got.Code == number.CodeRange && dialplan.CountryOf(first) == region {
		return first, true
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
