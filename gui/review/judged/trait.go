package judged

import (
	"numberloader/internal/number"
)

// trait is what a row is filtered and counted by besides its mark, small enough to
// go through all rows of a file while the user waits for a key.
type trait struct {
	place   int32  // index of the name of its location among the places
	country uint16 // of its number, as countryID has it
	reason  uint8  // index of the code that says most, 0 for none
	kind    uint8
}

// countryIDs is how many values a country has: two letters, or none.
const countryIDs = 26*26 + 1

// countryID is a country of two letters as a number, 0 for none.
func countryID(code string) uint16 {
	if len(code) != 2 || code[0] < 'A' || code[0] > 'Z' || code[1] < 'A' || code[1] > 'Z' {
		return 0
	}
	return uint16(code[0]-'A')*26 + uint16(code[1]-'A') + 1
}

// countryOf is the country of an ID.
func countryOf(id int) string {
	const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	return letters[(id-1)/26:][:1] + letters[(id-1)%26:][:1]
}

// traits gives rows their traits, and knows what the numbers in them mean. A number
// keeps its meaning when the file is judged again.
type traits struct {
	of     []trait  // of each row
	places []string // names of locations; the first is "" for none
	known  map[string]int32
	codes  []number.Code // the first is "" for none
	byCode map[number.Code]uint8
}

func newTraits() traits {
	t := traits{
		places: []string{""}, known: map[string]int32{"": 0},
		codes: append([]number.Code{""}, number.Codes()...), byCode: map[number.Code]uint8{},
	}
	for i, code := range t.codes {
		t.byCode[code] = uint8(i)
	}
	return t
}

// set brings the trait of a row up to date. Most rows are like the one before, so that
// nothing is looked up.
func (t *traits) set(i int, r *number.Row) {
	like := t.of[max(i-1, 0)]
	if t.places[like.place] != r.Location() {
		like.place = t.place(r.Location())
	}
	if code := r.Code(); t.codes[like.reason] != code {
		like.reason = t.byCode[code]
	}
	t.of[i] = trait{place: like.place, country: countryID(r.Country()), reason: like.reason, kind: uint8(r.Kind)}
}

// place is the index of the name of a location.
func (t *traits) place(name string) int32 {
	place, known := t.known[name]
	if !known {
		place = int32(len(t.places)) //nolint:gosec // a file has fewer rows
		t.known[name] = place
		t.places = append(t.places, name)
	}
	return place
}
