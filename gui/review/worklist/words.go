package worklist

import (
	"maps"
	"slices"

	"numberloader/internal/number"
	"numberloader/internal/phrase"
	"numberloader/internal/plan"
)

// Headline is the first sentence of the screen.
func (j *judgment) Headline() string {
	all, going, there := j.Count(ChipAll), j.Going(), j.Count(ChipThere)
	switch problems := j.Count(ChipProblems); {
	case all == 0:
		return phrase.Text("review.headline.norows")
	case there == all:
		return phrase.Text("review.headline.there", "Count", all)
	case going == 0 && there == 0:
		return phrase.Text("review.headline.stays", "Count", all)
	case going == 0 && problems == 0:
		return phrase.Text("review.headline.nothingleft")
	case going == 0:
		return phrase.Text("review.headline.problems", "Count", problems)
	case there >= going: // a list of which the most was added before
		return phrase.Text("review.headline.left", "Count", going, "All", all)
	case going < all:
		return phrase.Text("review.headline.some", "Going", going, "All", all)
	}
	return phrase.Text("review.headline.all", "Count", all)
}

// ShortHeadline is the first sentence of the screen where the room is short.
func (j *judgment) ShortHeadline() string {
	all, going := j.Count(ChipAll), j.Going()
	switch {
	case going == 0 && j.Count(ChipThere) > 0 && j.Count(ChipProblems) > 0:
		return phrase.Text("review.headline.problemsleft", "Count", j.Count(ChipProblems))
	case going == 0 || going == all:
		return j.Headline()
	}
	return phrase.Text("review.headline.short", "Going", going, "All", all)
}

// Note is the sentence above the grid that explains the choice of rows, or "".
// all says that it offers to show all rows.
func (h *choice) Note() (text string, all bool) {
	if r := h.shownRequest(); r != nil {
		return phrase.Text("review.note.request",
			"Number", r.Index, "All", r.Of, "Group", mobileTitle(r.Group), "Count", len(r.Rows)), true
	}
	if h.chip != ChipOver || h.Count(ChipOver) == 0 {
		return "", false
	}
	return phrase.Sentences(rule(h.Limits.Mobile), h.overflow()), false
}

func rule(limit int) string {
	if limit == plan.MaxMobile {
		return phrase.Text("review.note.webex")
	}
	return phrase.Text("review.note.limit", "Count", limit)
}

// overflow says what becomes of mobile numbers past a first request.
func (j *judgment) overflow() string {
	later := map[int]bool{}
	for i := range j.Requests {
		if r := &j.Requests[i]; r.Group.Kind == number.KindMobile && r.Index > 1 {
			later[r.Index] = true
		}
	}
	if len(later) == 0 {
		return phrase.Text("review.note.stay", "Count", j.Count(ChipOver))
	}
	return phrase.Text("review.note.go", "Count", j.Count(ChipOver), "Requests", requestList(later))
}

func requestList(set map[int]bool) string {
	list := slices.Sorted(maps.Keys(set))
	first, last := list[0], list[len(list)-1]
	switch len(list) {
	case 1:
		return phrase.Text("review.requests.single", "First", first)
	case 2:
		return phrase.Text("review.requests.pair", "First", first, "Last", last)
	}
	return phrase.Text("review.requests.range", "First", first, "Last", last)
}

// Hits says how many rows were found, and which of them is under the cursor.
func (m *Model) Hits() string {
	switch at := m.Cursor(); {
	case !m.Searching():
		return ""
	case at >= 0 && m.Len() > 0:
		return phrase.Text("review.search.at", "At", at+1, "All", m.Len())
	}
	return phrase.Text("words.rows", "Count", m.Len())
}

// Empty explains why no rows are shown. ok is false while there are any.
func (m *Model) Empty() (e Emptiness, ok bool) {
	switch {
	case len(m.shown) > 0:
		return Emptiness{}, false
	case m.Count(ChipAll) == 0 && m.chip == ChipAll:
		return Emptiness{Text: phrase.Text("review.empty.headline", "Headline", m.Headline())}, true
	case m.active():
		return Emptiness{Text: phrase.Text("review.empty.filtered", "What", m.what()), Way: WayClearFilter}, true
	case !m.query.IsZero():
		return Emptiness{Text: m.query.NoMatch(), Way: WayClearSearch}, true
	}
	return Emptiness{Text: m.nothingIn(), Good: m.chip == ChipProblems, Way: WayShowAll}, true
}

func (h *choice) nothingIn() string {
	switch h.chip {
	case ChipAll:
		return phrase.Text("review.empty.request")
	case ChipReady:
		return phrase.Text("review.empty.ready")
	case ChipChanged:
		return phrase.Text("review.empty.changed")
	case ChipCheck:
		return phrase.Text("review.empty.check")
	case ChipByUser:
		return phrase.Text("review.empty.byuser")
	case ChipProblems:
		if h.Going() == h.Count(ChipAll) {
			return phrase.Sentences(phrase.Text("review.empty.problems"), phrase.Text("review.empty.headline", "Headline", h.Headline()))
		}
		return phrase.Text("review.empty.problems")
	case ChipThere:
		return phrase.Text("review.empty.there")
	case ChipLeftOut:
		return phrase.Text("review.empty.skipped")
	case ChipAside:
		return phrase.Text("review.empty.aside")
	case ChipOver:
		return phrase.Text("review.empty.over", "Count", h.Limits.Mobile)
	}
	return ""
}

// Emptiness is why no rows are shown, and the way out.
type Emptiness struct {
	Text string
	Good bool // nothing is amiss
	Way  Way
}

// Way is the link that an empty grid offers.
type Way uint8

// The ways out of an empty grid.
const (
	WayNone Way = iota
	WayShowAll
	WayClearSearch
	WayClearFilter
)

// Label is the text of the link, "" for none.
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
