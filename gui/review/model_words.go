package review

import (
	"slices"

	"numberloader/gui/rows"
	"numberloader/internal/number"
)

// Headline is the first sentence of the screen.
func (m *Model) Headline() string {
	all, going := m.tally.listed, m.Going()
	switch {
	case all == 0:
		return "The list has no rows"
	case m.AllThere() && all == 1:
		return "The number is already there"
	case m.AllThere():
		return "All " + rows.Count(all) + " numbers are already there"
	case going == 0 && all == 1:
		return "The row cannot be added"
	case going == 0:
		return "None of the " + rows.Count(all) + " rows can be added"
	case going < all:
		return rows.Count(going) + " of " + rows.Count(all) + " rows can be added"
	case all == 1:
		return "The row can be added"
	}
	return "All " + rows.Count(all) + " rows can be added"
}

// Note is the sentence above the grid that explains the choice of rows, or "".
// all says that it offers to show all rows.
func (m *Model) Note() (text string, all bool) {
	if r := m.shownRequest(); r != nil {
		return "Request " + rows.Count(r.Index) + " of " + rows.Count(r.Of) + " for " + mobileTitle(r.Group) + ": " +
			rows.Of(len(r.Rows), "number", "numbers") + ".", true
	}
	if m.chip != ChipOver || m.tally.over == 0 {
		return "", false
	}
	return rule(m.limits.Mobile) + " " + m.overflow(), false
}

func rule(limit int) string {
	const webex = 20
	if limit == webex {
		return "Webex takes 20 mobile numbers at a time."
	}
	return "A request is set to hold " + rows.Of(limit, "mobile number", "mobile numbers") + "."
}

// overflow says what becomes of mobile numbers past a first request.
func (m *Model) overflow() string {
	later := map[int]bool{}
	for i := range m.requests {
		if r := &m.requests[i]; r.Group.Kind == number.KindMobile && r.Index > 1 {
			later[r.Index] = true
		}
	}
	if len(later) == 0 {
		if m.tally.over == 1 {
			return "This one stays behind, because the settings allow one request only."
		}
		return "These " + rows.Count(m.tally.over) + " stay behind, because the settings allow one request only."
	}
	if m.tally.over == 1 {
		return "This one goes by itself in " + requestList(later) + "; you need not do anything."
	}
	return "These " + rows.Count(m.tally.over) + " go by themselves in " + requestList(later) + "; you need not do anything."
}

func requestList(set map[int]bool) string {
	list := make([]int, 0, len(set))
	for n := range set {
		list = append(list, n)
	}
	slices.Sort(list)
	first, last := rows.Count(list[0]), rows.Count(list[len(list)-1])
	switch len(list) {
	case 1:
		return "request " + first
	case 2:
		return "requests " + first + " and " + last
	}
	return "requests " + first + " to " + last
}

// Empty explains why no rows are shown. ok is false while there are any.
func (m *Model) Empty() (e Emptiness, ok bool) {
	switch {
	case len(m.shown) > 0:
		return Emptiness{}, false
	case m.tally.listed == 0 && m.chip == ChipAll:
		return Emptiness{Text: "The list has no rows."}, true
	case !m.query.IsZero():
		return Emptiness{Text: m.query.NoMatch(), Way: WayClearSearch}, true
	}
	return Emptiness{Text: m.nothingIn(), Good: m.chip == ChipProblems, Way: WayShowAll}, true
}

func (m *Model) nothingIn() string {
	switch m.chip {
	case ChipAll:
		return "This request has no rows."
	case ChipReady:
		return "No rows are ready as they stand in the file."
	case ChipChanged:
		return "No numbers were changed."
	case ChipProblems:
		if m.Going() == m.tally.listed {
			return "No problems. " + m.Headline() + "."
		}
		return "No problems."
	case ChipThere:
		return "No numbers are there already."
	case ChipLeftOut:
		return "No rows are skipped."
	case ChipOver:
		return "No location has more than " + rows.Of(m.limits.Mobile, "mobile number", "mobile numbers") + "."
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
)

// Label is the text of the link, "" for none.
func (w Way) Label() string {
	return [...]string{"", "Show all rows", "Clear the search"}[w]
}
