package worklist

import (
	"maps"
	"slices"

	"numberloader/gui/review/judged"
	"numberloader/gui/rows"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
	"numberloader/internal/plan"
)

// Note is the sentence above the grid that explains the choice of rows, or "".
// all says that it offers to show all rows.
func (h *choice) Note() (text string, all bool) {
	if r := h.shownRequest(); r != nil {
		return phrase.Text("review.note.request",
			"Number", r.Index, "All", r.Of, "Group", mobileTitle(r.Group), "Count", len(r.Rows)), true
	}
	if h.chip != judged.ChipOver || h.Count(judged.ChipOver) == 0 {
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
func (h *choice) overflow() string {
	later := map[int]bool{}
	for i := range h.Requests {
		if r := &h.Requests[i]; r.Group.Kind == number.KindMobile && r.Index > 1 {
			later[r.Index] = true
		}
	}
	if len(later) == 0 {
		return phrase.Text("review.note.stay", "Count", h.Count(judged.ChipOver))
	}
	return phrase.Text("review.note.go", "Count", h.Count(judged.ChipOver), "Requests", requestList(later))
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
	case m.Count(judged.ChipAll) == 0 && m.chip == judged.ChipAll:
		return Emptiness{Text: phrase.Text("review.empty.headline", "Headline", m.Headline())}, true
	case m.filters.Active():
		return Emptiness{Text: phrase.Text("review.empty.filtered", "What", m.filters.What()), Way: rows.WayClearFilter}, true
	case !m.query.IsZero():
		return Emptiness{Text: m.query.NoMatch(), Way: rows.WayClearSearch}, true
	}
	return Emptiness{Text: m.nothingIn(), Good: m.chip == judged.ChipProblems, Way: rows.WayShowAll}, true
}

func (h *choice) nothingIn() string {
	switch h.chip {
	case judged.ChipAll:
		return phrase.Text("review.empty.request")
	case judged.ChipReady:
		return phrase.Text("review.empty.ready")
	case judged.ChipChanged:
		return phrase.Text("review.empty.changed")
	case judged.ChipCheck:
		return phrase.Text("review.empty.check")
	case judged.ChipByUser:
		return phrase.Text("review.empty.byuser")
	case judged.ChipProblems:
		if h.Going() == h.Count(judged.ChipAll) {
			return phrase.Sentences(phrase.Text("review.empty.problems"), phrase.Text("review.empty.headline", "Headline", h.Headline()))
		}
		return phrase.Text("review.empty.problems")
	case judged.ChipThere:
		return phrase.Text("review.empty.there")
	case judged.ChipLeftOut:
		return phrase.Text("review.empty.skipped")
	case judged.ChipAside:
		return phrase.Text("review.empty.aside")
	case judged.ChipOver:
		return phrase.Text("review.empty.over", "Count", h.Limits.Mobile)
	}
	return ""
}

// Emptiness is why no rows are shown, and the way out.
type Emptiness struct {
	Text string
	Good bool // nothing is amiss
	Way  rows.Way
}
