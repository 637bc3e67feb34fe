package worklist

import (
	"slices"

	"numberloader/gui/review/judged"
	"numberloader/internal/plan"
)

// bar names a request across plans: planning again renumbers the requests.
type bar struct {
	group plan.Group
	index int
}

// choice is which rows the user chose to see: those of a chip, or of one request.
type choice struct {
	*judged.File

	chip    judged.Chip
	bar     bar // the request that is shown alone; index 0 for none
	members map[int]bool
}

// choose takes a chip, or a request.
func (h *choice) choose(c judged.Chip, b bar) {
	h.chip, h.bar = c, b
	h.findMembers()
}

// barToShow is the request of a number over the whole plan, or none if that is
// shown already or unknown.
func (h *choice) barToShow(n int) bar {
	for i := range h.Requests {
		r := &h.Requests[i]
		if b := (bar{group: r.Group, index: r.Index}); r.Number == n && b != h.bar {
			return b
		}
	}
	return bar{}
}

// Chosen is the chip whose rows are shown; a request that is shown alone belongs
// to none, and ok is false.
func (h *choice) Chosen() (c judged.Chip, ok bool) { return h.chip, h.bar.index == 0 }

// findMembers looks up the rows of the request that is shown alone; if the plan
// has no such request any more, all rows are shown.
func (h *choice) findMembers() {
	h.members = nil
	if r := h.shownRequest(); r != nil {
		h.members = make(map[int]bool, len(r.Rows))
		for _, i := range r.Rows {
			h.members[i] = true
		}
		return
	}
	h.bar = bar{}
}

// shownRequest is the request that is shown alone, or nil.
func (h *choice) shownRequest() *plan.Request {
	if h.bar.index == 0 {
		return nil
	}
	for i := range h.Requests {
		if r := &h.Requests[i]; r.Index == h.bar.index && r.Group == h.bar.group {
			return r
		}
	}
	return nil
}

// Chips lists the chips that are shown, in order: those that hold rows, that of all
// rows and that of the problems, and the one that is chosen.
func (h *choice) Chips() []judged.Chip {
	return slices.DeleteFunc(judged.AllChips(), func(c judged.Chip) bool {
		return h.Count(c) == 0 && c != judged.ChipAll && c != judged.ChipProblems && c != h.chip
	})
}
