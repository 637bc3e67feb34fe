package worklist

import (
	"slices"

	"numberloader/internal/number"
	"numberloader/internal/phrase"
	"numberloader/internal/plan"
)

// Chip is a choice of rows. ChipAll is all of them.
type Chip uint8

// The chips in the order in which they are shown. All rows are those that count:
// ready, changed, to check, by the user, with a problem, there already, or left out.
// The last two cut across: ChipAside holds rows that are hidden in the file or are no
// part of the list, ChipOver mobile numbers past the first request of their group.
const (
	ChipAll Chip = iota
	ChipReady
	ChipChanged
	ChipCheck
	ChipByUser
	ChipProblems
	ChipThere
	ChipLeftOut
	ChipAside
	ChipOver
)

// bar names a request across plans: planning again renumbers the requests.
type bar struct {
	group plan.Group
	index int
}

// choice is which rows the user chose to see: those of a chip, or of one request.
type choice struct {
	*judgment

	chip    Chip
	bar     bar // the request that is shown alone; index 0 for none
	members map[int]bool
}

// choose takes a chip, or a request.
func (h *choice) choose(c Chip, b bar) {
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
func (h *choice) Chosen() (c Chip, ok bool) { return h.chip, h.bar.index == 0 }

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

// sieve keeps the marks that have some bits in common with what is wanted.
type sieve struct{ bits, wanted mark }

func (s sieve) keeps(k mark) bool { return k&s.bits == s.wanted }

// standing is the standing of the rows of a chip that has one.
func (c Chip) standing() number.Standing {
	return [...]number.Standing{
		ChipReady: number.StandingReady, ChipChanged: number.StandingChanged, ChipCheck: number.StandingCheck,
		ChipByUser: number.StandingByUser, ChipProblems: number.StandingProblem, ChipThere: number.StandingThere,
		ChipLeftOut: number.StandingSkipped,
	}[c]
}

// sieve keeps the rows of the chip; none for a chip that does not exist.
func (c Chip) sieve() sieve {
	switch c {
	case ChipAll:
		return sieve{markListed, markListed}
	case ChipReady, ChipChanged, ChipCheck, ChipByUser, ChipProblems, ChipThere, ChipLeftOut:
		return sieve{markStatus | markListed, mark(c.standing()) | markListed}
	case ChipAside:
		return sieve{markListed, 0}
	case ChipOver:
		return sieve{markOver, markOver}
	}
	return sieve{0, markListed}
}

// Chips lists the chips that are shown, in order: those that hold rows, that of all
// rows and that of the problems, and the one that is chosen.
func (h *choice) Chips() []Chip {
	return slices.DeleteFunc(AllChips(), func(c Chip) bool {
		return h.Count(c) == 0 && c != ChipAll && c != ChipProblems && c != h.chip
	})
}

// LeavingChips are those that leave where there is no room, the first one first.
func LeavingChips() []Chip {
	return []Chip{ChipAside, ChipReady, ChipThere, ChipLeftOut, ChipChanged}
}

// ChipLabel is the word on a chip.
func (j *judgment) ChipLabel(c Chip) string {
	switch c {
	case ChipAll:
		return phrase.Text("words.all")
	case ChipProblems:
		return phrase.Text("review.chip.problems")
	case ChipOver:
		return phrase.Text("review.chip.over", "Limit", j.Limits.Mobile)
	case ChipAside:
		return phrase.Text("review.chip.aside")
	case ChipReady, ChipChanged, ChipCheck, ChipByUser, ChipThere, ChipLeftOut:
	}
	return phrase.Standing(c.standing())
}

// AllChips lists every chip in the order in which they are shown.
func AllChips() []Chip {
	return []Chip{
		ChipAll, ChipReady, ChipChanged, ChipCheck, ChipByUser, ChipProblems, ChipThere, ChipLeftOut, ChipAside, ChipOver,
	}
}
