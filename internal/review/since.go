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
	k.Unavailable = overlaid(earlier.Unavailable, k.Unavailable, k.TollFree)
	k.TollFree = overlaid(earlier.TollFree, k.TollFree, k.Unavailable)
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

// overlaid is an earlier verdict on numbers under a later one. Numbers of which
// something else was said since are not in it.
func overlaid[V, W any](earlier, later map[number.E164]V, otherwise map[number.E164]W) map[number.E164]V {
	if len(earlier) == 0 {
		return later
	}
	all := maps.Clone(earlier)
	maps.DeleteFunc(all, func(n number.E164, _ V) bool {
		_, said := otherwise[n]
		return said
	})
	maps.Copy(all, later)
	return all
}
