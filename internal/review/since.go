package review

import (
	"maps"
	"slices"

	"numberloader/internal/number"
)

// Since is what is known after an organization was asked once more: what it said
// now, and what it said earlier about numbers and locations that it was not asked
// about now. Neither is changed.
func (k Known) Since(earlier Known) Known {
	now := k
	k.TollFree, k.NotTollFree = now.TollFree.and(earlier.TollFree, now.judges), now.NotTollFree.and(earlier.NotTollFree, now.judges)
	if len(earlier.Unavailable) > 0 {
		k.Unavailable = maps.Clone(earlier.Unavailable)
		maps.DeleteFunc(k.Unavailable, func(n number.E164, _ number.Variant) bool { return now.judges(n) })
		maps.Copy(k.Unavailable, now.Unavailable)
	}
	k.Locations = slices.Clone(k.Locations)
	pstn := map[string]number.Location{}
	for _, l := range earlier.Locations {
		pstn[l.ID] = l
	}
	for i := range k.Locations {
		l := &k.Locations[i]
		if before := pstn[l.ID]; l.PSTN == number.PSTNNotAsked {
			l.PSTN, l.Provider = before.PSTN, before.Provider
		}
	}
	return k
}

// judges reports whether Webex said whether a number can be added.
func (k Known) judges(n number.E164) bool {
	_, refused := k.Unavailable[n]
	return refused || k.TollFree.Has(n) || k.NotTollFree.Has(n)
}

// Numbers are numbers in ascending order, each once. A million of them take an eighth of what
// a map does.
type Numbers []number.E164

// NumbersOf sorts numbers, and takes over their room.
func NumbersOf(all []number.E164) Numbers {
	slices.SortFunc(all, number.E164.Compare)
	return slices.Compact(all)
}

// Has reports whether a number is among them.
func (s Numbers) Has(n number.E164) bool {
	_, has := slices.BinarySearchFunc(s, n, number.E164.Compare)
	return has
}

// and are the numbers and more of them, without those that except says.
func (s Numbers) and(more Numbers, except func(number.E164) bool) Numbers {
	if len(more) == 0 {
		return s
	}
	all := make([]number.E164, 0, len(s)+len(more))
	for _, n := range more {
		if !except(n) {
			all = append(all, n)
		}
	}
	return NumbersOf(append(all, s...))
}
