package review

import (
	"slices"
	"strings"

	"numberloader/internal/number"
)

// index finds locations by name and ID.
type index struct {
	checked  bool // false: the organization's locations are not known
	byWord   map[string][]number.Location
	names    []string                       // of all locations, each once, as they are compared
	closed   map[string]bool                // names of those that are not enabled for calling
	answers  map[string][]number.Location   // of find, because most rows name the same few
	unknowns map[[2]string][]number.Finding // of unknown, by column and text
}

func newIndex(locations, closed []number.Location) index {
	x := index{
		checked: locations != nil, byWord: make(map[string][]number.Location, 2*len(locations)),
		closed:  make(map[string]bool, len(closed)),
		answers: map[string][]number.Location{}, unknowns: map[[2]string][]number.Finding{},
	}
	for _, location := range closed {
		x.closed[FoldName(location.Name)] = true
	}
	for _, location := range locations {
		name := FoldName(location.Name)
		if x.byWord[name] == nil {
			x.names = append(x.names, name)
		}
		x.byWord[name] = append(x.byWord[name], location)
		if location.ID != "" && FoldName(location.ID) != name {
			x.byWord[location.ID] = append(x.byWord[location.ID], location)
		}
	}
	return x
}

// find are the locations that a text names: by their name, without regard to case
// and repeated blanks, or by their ID, which keeps its case. Only one is an answer
// (docs/number-rules.md, 4).
func (x index) find(text string) []number.Location {
	known, asked := x.answers[text]
	if !asked {
		known = x.lookUp(text)
		x.answers[text] = known
	}
	return known
}

func (x index) lookUp(text string) []number.Location {
	name, id := FoldName(text), strings.TrimSpace(text)
	found := x.byWord[name]
	if id != name {
		found = append(slices.Clip(found), x.byWord[id]...)
	}
	return found
}

// unknown is the finding on a text in a column that names no location or several, found. Its
// rows share it.
func (x index) unknown(column, text string, found []number.Location) []number.Finding {
	at := [...]string{column, text}
	if x.unknowns[at] == nil {
		x.unknowns[at] = []number.Finding{number.OfRows(x.unknownIn(column, text, found))}
	}
	return x.unknowns[at]
}

func (x index) unknownIn(column, text string, found []number.Location) number.Finding {
	switch {
	case len(found) > 1:
		return number.SeveralLocationsFinding(column, text, len(found), countriesOf(found))
	case x.closed[FoldName(text)]:
		return number.NotCallingFinding(column, text)
	}
	meant, _ := x.nearest(text)
	return number.UnknownLocationFinding(column, text, &meant)
}

// countriesOf are the countries of locations, each once, in order.
func countriesOf(locations []number.Location) []string {
	var codes []string
	for _, l := range locations {
		if l.Country != "" && !slices.Contains(codes, l.Country) {
			codes = append(codes, l.Country)
		}
	}
	return codes
}

// FoldName is the name of a location in the form in which names are compared:
// without regard to case and repeated blanks (docs/number-rules.md, 4.1). It may
// be called from any goroutine.
func FoldName(name string) string {
	return strings.ToLower(strings.Join(strings.Fields(name), " "))
}
