package judged

import (
	"cmp"
	"slices"

	"numberloader/internal/number"
	"numberloader/internal/phrase"
)

// Census counts rows: those that fit the search and the filters, whatever chip is
// chosen.
type Census struct {
	tally Tally // of what chips show
	// changed counts the rows that are sent changed, by the index of their code: those
	// that ask for a look, and those that do not.
	asking, routine []int
	codes           []number.Code
	// readAs counts the rows whose country was added, by their country.
	readAs       [countryIDs]int
	countryAdded uint8 // the index of that code
}

// NewCensus counts nothing yet.
func (j *File) NewCensus() Census {
	codes := j.traits.codes
	return Census{
		codes:  codes,
		asking: make([]int, len(codes)), routine: make([]int, len(codes)),
		countryAdded: uint8(slices.Index(codes, number.CodeCountryAdded)), //nolint:gosec // there are few codes
	}
}

// Add counts a row n times, or takes it back.
func (c *Census) Add(j *File, i, n int) {
	k, t := j.Marks[i], &j.traits.of[i]
	c.tally[k] += n
	if !k.Has(Listed) {
		return
	}
	switch k.Standing() { //nolint:exhaustive // the others were not changed
	case number.StandingCheck:
		c.asking[t.reason] += n
	case number.StandingChanged:
		c.routine[t.reason] += n
		if t.reason == c.countryAdded {
			c.readAs[t.country] += n
		}
	}
}

// In is how many of the rows that were counted a chip holds.
func (c *Census) In(chip Chip) int { return c.tally.count(chip.Sieve()) }

// Reason is why numbers are sent changed, and how many.
type Reason struct {
	Code  number.Code
	Asks  bool // a person should look at them
	Count int
	Text  string // "had no + in front: read as numbers of the United States"
}

// isZero reports whether it is none.
func (r Reason) isZero() bool { return r.Code == "" }

// Standing is that of the rows of a reason.
func (r Reason) Standing() number.Standing {
	if r.Asks {
		return number.StandingCheck
	}
	return number.StandingChanged
}

// Reasons are those of the rows that were counted: what asks for a look first, then
// by their count.
func (c *Census) Reasons() []Reason {
	var all []Reason
	for i, code := range c.codes {
		if n := c.asking[i]; n > 0 {
			all = append(all, Reason{code, true, n, phrase.Text("review.reason.check", "Reason", phrase.CodeChange(code))})
		}
		if n := c.routine[i]; n > 0 {
			all = append(all, Reason{code, false, n, c.changed(code)})
		}
	}
	slices.SortStableFunc(all, func(a, b Reason) int {
		if a.Asks != b.Asks {
			return cmp.Compare(b.rank(), a.rank())
		}
		return cmp.Compare(b.Count, a.Count)
	})
	return all
}

func (r Reason) rank() int {
	if r.Asks {
		return 1
	}
	return 0
}

// changed says what was done to the numbers with a code.
func (c *Census) changed(code number.Code) string {
	if code != number.CodeCountryAdded {
		return phrase.CodeChange(code)
	}
	countries, last := 0, 0
	for id, n := range c.readAs {
		if n > 0 {
			countries, last = countries+1, id
		}
	}
	country := ""
	if countries == 1 && last > 0 {
		country = phrase.Country(countryOf(last))
	}
	return phrase.Text("review.reason.readas", "Count", countries, "Country", country)
}
