package review

import (
	"slices"
	"strings"

	"numberloader/internal/number"
)

// index finds locations by name and ID.
type index struct {
	checked bool // false: the organization's locations are not known
	byWord  map[string][]number.Location
	answers map[string]answer // of find, because most rows name the same few
}

// answer is what find said of a text.
type answer struct {
	location number.Location
	ok       bool
}

func newIndex(locations []number.Location) index {
	x := index{
		checked: locations != nil, byWord: make(map[string][]number.Location, 2*len(locations)),
		answers: map[string]answer{},
	}
	for _, location := range locations {
		name := FoldName(location.Name)
		x.byWord[name] = append(x.byWord[name], location)
		if location.ID != "" && FoldName(location.ID) != name {
			x.byWord[location.ID] = append(x.byWord[location.ID], location)
		}
	}
	return x
}

// find is the location that a text names: by its name, without regard to case
// and repeated blanks, or by its ID, which keeps its case. It says false if none
// or several have it (docs/number-rules.md, 4).
func (x index) find(text string) (number.Location, bool) {
	known, asked := x.answers[text]
	if !asked {
		known.location, known.ok = x.lookUp(text)
		x.answers[text] = known
	}
	return known.location, known.ok
}

func (x index) lookUp(text string) (number.Location, bool) {
	name, id := FoldName(text), strings.TrimSpace(text)
	found := x.byWord[name]
	if id != name {
		found = append(slices.Clip(found), x.byWord[id]...)
	}
	if len(found) != 1 {
		return number.Location{}, false
	}
	return found[0], true
}

// FoldName is the name of a location in the form in which names are compared:
// without regard to case and repeated blanks (docs/number-rules.md, 4.1). It may
// be called from any goroutine.
func FoldName(name string) string {
	return strings.ToLower(strings.Join(strings.Fields(name), " "))
}
