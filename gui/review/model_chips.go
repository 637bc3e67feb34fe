package review

import (
	"numberloader/internal/number"
	"numberloader/internal/phrase"
	"numberloader/internal/plan"
)

// Chip is a choice of rows. ChipAll is all of them.
type Chip uint8

// The chips in the order in which they are shown. All rows are those that count:
// ready, changed, to check, by the user, with a problem, there already, or left out.
// ChipLeftOut also holds rows that are hidden in the file or are no part of the
// list. ChipOver holds mobile numbers past the first request of their group.
const (
	ChipAll Chip = iota
	ChipReady
	ChipChanged
	ChipCheck
	ChipByUser
	ChipProblems
	ChipThere
	ChipLeftOut
	ChipOver
)

// bar names a request across plans: planning again numbers requests anew.
type bar struct {
	group plan.Group
	index int
}

// Choose shows the rows of a chip.
func (m *Model) Choose(c Chip) {
	m.chip, m.bar, m.members = c, bar{}, nil
	m.choose()
}

// Chosen is the chip whose rows are shown; a request that is shown alone belongs
// to none, and ok is false.
func (m *Model) Chosen() (c Chip, ok bool) { return m.chip, m.bar.index == 0 }

// ShowRequest shows only the rows of one request, given by its number over the
// whole plan, and selects them. Shown already, it gives way to all rows; an
// unknown number does too.
func (m *Model) ShowRequest(n int) {
	wanted := bar{}
	for i := range m.requests {
		if m.requests[i].Number == n {
			wanted = bar{group: m.requests[i].Group, index: m.requests[i].Index}
		}
	}
	if wanted == m.bar {
		wanted = bar{}
	}
	m.chip, m.bar = ChipAll, wanted
	m.findMembers()
	m.choose()
	m.selected.clear()
	if m.bar.index != 0 {
		m.SelectAll()
	}
}

// findMembers looks up the rows of the request that is shown alone; if the plan
// has no such request any more, all rows are shown.
func (m *Model) findMembers() {
	m.members = nil
	if r := m.shownRequest(); r != nil {
		m.members = make(map[int]bool, len(r.Rows))
		for _, i := range r.Rows {
			m.members[i] = true
		}
		return
	}
	m.bar = bar{}
}

// shownRequest is the request that is shown alone, or nil.
func (m *Model) shownRequest() *plan.Request {
	if m.bar.index == 0 {
		return nil
	}
	for i := range m.requests {
		if r := &m.requests[i]; r.Index == m.bar.index && r.Group == m.bar.group {
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
		return sieve{markStatus, mark(c.standing())}
	case ChipOver:
		return sieve{markOver, markOver}
	}
	return sieve{0, markListed}
}

// Count is how many rows a chip holds.
func (m *Model) Count(c Chip) int {
	switch c {
	case ChipAll:
		return m.tally.listed
	case ChipReady, ChipChanged, ChipCheck, ChipByUser, ChipProblems, ChipThere, ChipLeftOut:
		return m.tally.by[c.standing()]
	case ChipOver:
		return m.tally.over
	}
	return 0
}

// Behind is the chip that shows rows that stay behind: those that need the user
// before the others.
func (m *Model) Behind() Chip {
	for _, c := range []Chip{ChipProblems, ChipThere, ChipLeftOut} {
		if m.Count(c) > 0 {
			return c
		}
	}
	return ChipAll
}

// Chips lists the chips that are shown, in order. Some are shown only when they
// hold rows, or while they are chosen.
func (m *Model) Chips() []Chip {
	var chips []Chip
	for _, c := range allChips() {
		switch c {
		case ChipAll, ChipReady, ChipChanged, ChipProblems, ChipOver:
			chips = append(chips, c)
		case ChipCheck, ChipByUser, ChipThere, ChipLeftOut:
			if m.Count(c) > 0 || m.chip == c {
				chips = append(chips, c)
			}
		}
	}
	return chips
}

// ChipLabel is the word on a chip.
func (m *Model) ChipLabel(c Chip) string {
	switch c {
	case ChipAll:
		return phrase.Text("words.all")
	case ChipProblems:
		return phrase.Text("review.chip.problems")
	case ChipOver:
		return phrase.Text("review.chip.over", "Limit", m.limits.Mobile)
	case ChipReady, ChipChanged, ChipCheck, ChipByUser, ChipThere, ChipLeftOut:
	}
	return phrase.Standing(c.standing())
}

// allChips lists every chip in the order in which they are shown.
func allChips() []Chip {
	return []Chip{
		ChipAll, ChipReady, ChipChanged, ChipCheck, ChipByUser, ChipProblems, ChipThere, ChipLeftOut, ChipOver,
	}
}
