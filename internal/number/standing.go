package number

import "slices"

// Standing is how a row stands before it is sent. Standings exclude each other
// and add up to all rows, wherever rows are counted, filtered or shown.
type Standing uint8

// The standings, in the order in which rows need a person.
const (
	StandingProblem Standing = iota // not sent, for a reason that can be mended
	StandingCheck                   // sent changed, and a person should look
	StandingByUser                  // sent as the user has corrected it
	StandingChanged                 // sent with a plus, a country code or without signs
	StandingThere                   // in the wanted location already, not sent
	StandingReady                   // sent as the file holds it
	StandingSkipped                 // left out by the user, by hiding or by the rules
)

// Standings are all of them, in this order.
func Standings() []Standing {
	return []Standing{
		StandingProblem, StandingCheck, StandingByUser, StandingChanged, StandingThere, StandingReady, StandingSkipped,
	}
}

// IsListed reports whether a row is a part of the list that the user wants to send.
func (r *Row) IsListed() bool { return !r.Hidden && r.Skipped == SkipNone }

// Standing is how the row stands. A row that the user has corrected and that is
// still wrong is a problem.
func (r *Row) Standing() Standing {
	switch {
	case r.LeftOut || !r.IsListed():
		return StandingSkipped
	case r.Level == LevelProblem:
		return StandingProblem
	case r.AlreadyThere:
		return StandingThere
	case r.ByUser:
		return StandingByUser
	case !r.Confirmed && (r.remarks.asks() || slices.ContainsFunc(r.said(), asks)):
		return StandingCheck
	case r.Level == LevelWarning:
		return StandingChanged
	}
	return StandingReady
}

// LacksLocation reports whether the row needs a location: the file names none for it, none
// was chosen, and nothing leaves the row out.
func (r *Row) LacksLocation() bool { return r.Location() == "" && r.Standing() != StandingSkipped }
