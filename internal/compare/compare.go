// Package compare lays a list and what an organization holds side by side. It is
// pure: it reads nothing and changes nothing.
package compare

import (
	"slices"

	"numberloader/internal/number"
)

// Where is where a number is. The zero value is none of the four.
type Where uint8

// The places. Each number is in exactly one of them.
const (
	Both Where = iota + 1
	OnlyFile
	OnlyWebex
	OtherLocation // the list and the organization have it in different locations
)

// Everywhere are the places in the order in which they are shown.
func Everywhere() []Where { return []Where{Both, OnlyFile, OnlyWebex, OtherLocation} }

// Pair is a number, or a row of the list without one, with what the list and the
// organization say of it.
type Pair struct {
	Where  Where
	Number number.E164
	Row    *number.Row  // nil where only the organization has it
	Held   *number.Held // nil where only the list has it
}

// Limits say what of the organization is compared.
type Limits struct {
	// Locations are the IDs of the locations to which both sides are limited; none:
	// those that rows of the list name.
	Locations map[string]bool
	// All takes the numbers of all locations.
	All bool
}

// takes reports whether a number of the organization that the list lacks is shown.
func (l *Limits) takes(locationID string, named map[string]bool) bool {
	if len(l.Locations) > 0 {
		return l.Locations[locationID]
	}
	return l.All || named[locationID]
}

// rows reports whether a row belongs to the comparison: it holds something that counts,
// and is not known to be of a location that was not asked for.
func (l *Limits) rows(r *number.Row) bool {
	if r.Skipped != number.SkipNone || r.LeftOut || r.Hidden {
		return false
	}
	return len(l.Locations) == 0 || r.LocationID() == "" || l.Locations[r.LocationID()]
}

// List compares the rows of a list with an inventory: first the rows in their order,
// then the numbers that the organization alone has in its order. A number that stands
// in several rows is the one of its first row without a problem, else of its first
// row. Rows with a problem are OnlyFile, with what the organization holds of their
// number beside them; so are rows without a number. A row that names no location is
// at home wherever its number is.
func List(rows []*number.Row, in *number.Inventory, l Limits) []Pair {
	held := make(map[number.E164]*number.Held, len(in.Numbers))
	for i := range in.Numbers {
		held[in.Numbers[i].Number] = &in.Numbers[i]
	}
	named, first := map[string]bool{}, map[number.E164]int{}
	var pairs []Pair
	for _, r := range rows {
		if !l.rows(r) {
			continue
		}
		named[r.LocationID()] = true
		p := pair(r, held)
		at, again := first[p.Number]
		switch {
		case p.Number.IsZero() || !again:
			first[p.Number] = len(pairs)
			pairs = append(pairs, p)
		case faulty(pairs[at].Row) && !faulty(r):
			pairs[at] = p
		}
	}
	delete(named, "")
	for i := range in.Numbers {
		h := &in.Numbers[i]
		if _, listed := first[h.Number]; !listed && l.takes(h.Location.ID, named) {
			pairs = append(pairs, Pair{OnlyWebex, h.Number, nil, h})
		}
	}
	return pairs
}

// pair says where the number of a row is.
func pair(r *number.Row, held map[number.E164]*number.Held) Pair {
	p := Pair{Where: OnlyFile, Number: r.Read(), Row: r}
	if !p.Number.IsZero() {
		p.Held = held[p.Number]
	}
	switch {
	case p.Held == nil || faulty(r):
	case r.LocationID() == "" || r.LocationID() == p.Held.Location.ID:
		p.Where = Both
	default:
		p.Where = OtherLocation
	}
	return p
}

// faulty reports whether a row has a problem of its own. That the organization has its number,
// or does not take it there, is none: that is what a comparison tells.
func faulty(r *number.Row) bool {
	return r.Level == number.LevelProblem && (len(r.Findings()) == 0 || slices.ContainsFunc(r.Findings(), func(f number.Finding) bool {
		return f.Level == number.LevelProblem && !ofOrganization(f.Code)
	}))
}

func ofOrganization(c number.Code) bool {
	return slices.Contains([]number.Code{
		number.CodeAlreadyInWebex, number.CodeUnavailableInWebex, number.CodeIntegratedPSTN, number.CodeNoPSTN, number.CodePSTNUnknown,
	}, c)
}

// HasProblem reports whether only the list has the number, in a row with a problem.
func (p *Pair) HasProblem() bool { return p.Where == OnlyFile && p.Row.Level == number.LevelProblem }

// Missing reports whether the number would be added: only the list has it, and nothing is in
// the way.
func (p *Pair) Missing() bool { return p.Where == OnlyFile && p.Row.Goes() }

// IsInactive reports whether the organization holds the number, and that it is inactive.
func (p *Pair) IsInactive() bool { return p.Held != nil && p.Held.State == number.StateInactive }

// Counts sum a comparison up.
type Counts struct {
	Both, OnlyFile, OnlyWebex, OtherLocation int
	// Inactive and Assigned are numbers that the organization holds.
	Inactive, Assigned int
	// Missing and Problems are of OnlyFile: what would be added, and rows with a problem.
	Missing, Problems int
}

// InFile is how many numbers the list has.
func (c *Counts) InFile() int { return c.Both + c.OnlyFile + c.OtherLocation }

// Of is how many numbers are in a place.
func (c *Counts) Of(w Where) int {
	return [...]int{Both: c.Both, OnlyFile: c.OnlyFile, OnlyWebex: c.OnlyWebex, OtherLocation: c.OtherLocation}[w]
}

// Count counts pairs.
func Count(pairs []Pair) Counts {
	var c Counts
	for i := range pairs {
		switch pairs[i].Where {
		case Both:
			c.Both++
		case OnlyFile:
			c.OnlyFile++
		case OnlyWebex:
			c.OnlyWebex++
		case OtherLocation:
			c.OtherLocation++
		}
		if pairs[i].IsInactive() {
			c.Inactive++
		}
		if h := pairs[i].Held; h != nil && !h.Owner.IsNobody() {
			c.Assigned++
		}
		if pairs[i].Missing() {
			c.Missing++
		}
		if pairs[i].HasProblem() {
			c.Problems++
		}
	}
	return c
}
