package rows

import "numberloader/internal/phrase"

// Way is the way out of a list that shows no rows.
type Way uint8

// The ways out.
const (
	WayNone Way = iota
	WayShowAll
	WayClearSearch
	WayClearFilter
)

// Label is the text of the link that goes this way, "" for none.
func (w Way) Label() string {
	switch w {
	case WayShowAll:
		return phrase.Text("words.showall")
	case WayClearSearch:
		return phrase.Text("words.clearsearch")
	case WayClearFilter:
		return phrase.Text("words.filter.clearall")
	case WayNone:
	}
	return ""
}
