package worklist

import (
	"numberloader/gui/review/judged"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
)

// Jump is where the cursor goes from problem to problem.
type Jump struct {
	Row  int    // position of the problem, -1 if there is none
	Word string // what the user should know, or ""
}

// NextProblem puts the cursor on the next problem among the rows that are shown,
// in their order, or on the previous one. After the last it goes on with the
// first. Where there is none, the cursor stays.
func (s *selection) NextProblem(back bool) Jump {
	n, at := len(s.shown), s.Cursor()
	step := 1
	if back {
		step = -1
		if at < 0 {
			at = n
		}
	}
	for tried := range n {
		i := at + step*(tried+1)
		wrapped := i < 0 || i >= n
		i = (i%n + n) % n
		if s.statusAt(i) != number.StandingProblem {
			continue
		}
		alone := i == s.Cursor()
		s.MoveTo(i)
		return Jump{Row: i, Word: wrapWord(wrapped, back, alone)}
	}
	return Jump{Row: -1, Word: s.noProblem()}
}

// Step puts the cursor on the next row that is shown, or on the previous one; after the
// last it goes on with the first. It says -1 if no row is shown.
func (s *selection) Step(back bool) int {
	n, at := len(s.shown), s.Cursor()
	switch {
	case n == 0:
		return -1
	case back && at < 0:
		at = n - 1
	case back:
		at = (at + n - 1) % n
	default:
		at = (at + 1) % n
	}
	s.MoveTo(at)
	return at
}

func wrapWord(wrapped, back, alone bool) string {
	switch {
	case alone:
		return phrase.Text("review.next.only")
	case wrapped && back:
		return phrase.Text("review.next.first")
	case wrapped:
		return phrase.Text("review.next.last")
	}
	return ""
}

func (s *selection) noProblem() string {
	if s.Count(judged.ChipProblems) > 0 {
		return phrase.Text("review.next.noneshown")
	}
	return phrase.Text("review.next.noneleft")
}
