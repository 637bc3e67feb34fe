package review

import (
	"slices"
	"strings"

	"github.com/agnivade/levenshtein"

	"numberloader/internal/number"
)

// nearestShare is how large a part of a name may be mistyped for it to be meant: one
// of four characters.
const nearestShare = 4

// nearest is the location that a text probably means although it names none: the only
// one whose name is as good as the same, or else the only one that has all words of
// the text, or that has its words all in it. It says false if there is none, or more
// than one.
func (x index) nearest(text string) (number.Location, bool) {
	name := FoldName(text)
	if name == "" {
		return number.Location{}, false
	}
	if found, ok := x.only(x.mistyped(name)); ok {
		return found, true
	}
	words := strings.Fields(name)
	return x.only(slices.DeleteFunc(slices.Clone(x.names), func(other string) bool {
		there := strings.Fields(other)
		return !holdsAll(there, words) && !holdsAll(words, there)
	}))
}

// mistyped are the names nearest to a name, if they are near enough.
func (x index) mistyped(name string) []string {
	least := max(1, len([]rune(name))/nearestShare)
	var near []string
	for _, other := range x.names {
		switch away := levenshtein.ComputeDistance(name, other); {
		case away < least:
			least, near = away, []string{other}
		case away == least:
			near = append(near, other)
		}
	}
	return near
}

// only is the location of the only name, if no other location has the same.
func (x index) only(names []string) (number.Location, bool) {
	if len(names) != 1 || len(x.byWord[names[0]]) != 1 {
		return number.Location{}, false
	}
	return x.byWord[names[0]][0], true
}

// holdsAll reports whether all words stand among others.
func holdsAll(all, words []string) bool {
	return !slices.ContainsFunc(words, func(word string) bool { return !slices.Contains(all, word) })
}
