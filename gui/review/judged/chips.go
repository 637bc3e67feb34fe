package judged

import (
	"numberloader/internal/number"
	"numberloader/internal/phrase"
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

// Sieve keeps the marks that have some bits in common with what is wanted; the zero one
// keeps all.
type Sieve struct{ bits, wanted Mark }

// Keeps reports whether a row with a mark is kept.
func (s Sieve) Keeps(k Mark) bool { return k&s.bits == s.wanted }

// Standing is the standing of the rows of a chip that has one.
func (c Chip) Standing() number.Standing {
	return [...]number.Standing{
		ChipReady: number.StandingReady, ChipChanged: number.StandingChanged, ChipCheck: number.StandingCheck,
		ChipByUser: number.StandingByUser, ChipProblems: number.StandingProblem, ChipThere: number.StandingThere,
		ChipLeftOut: number.StandingSkipped,
	}[c]
}

// Sieve keeps the rows of the chip; none for a chip that does not exist.
func (c Chip) Sieve() Sieve {
	switch c {
	case ChipAll:
		return Sieve{Listed, Listed}
	case ChipReady, ChipChanged, ChipCheck, ChipByUser, ChipProblems, ChipThere, ChipLeftOut:
		return Sieve{standingBits | Listed, Mark(c.Standing()) | Listed}
	case ChipAside:
		return Sieve{Listed, 0}
	case ChipOver:
		return Sieve{over, over}
	}
	return Sieve{bits: 0, wanted: Listed}
}

// LeavingChips are those that leave where there is no room, the first one first.
func LeavingChips() []Chip {
	return []Chip{ChipAside, ChipReady, ChipThere, ChipLeftOut, ChipChanged}
}

// ChipLabel is the word on a chip.
func (j *File) ChipLabel(c Chip) string {
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
	return phrase.Standing(c.Standing())
}

// AllChips lists every chip in the order in which they are shown.
func AllChips() []Chip {
	return []Chip{
		ChipAll, ChipReady, ChipChanged, ChipCheck, ChipByUser, ChipProblems, ChipThere, ChipLeftOut, ChipAside, ChipOver,
	}
}
