// Package run knows what became of each row: outcomes, the journal on disk and
// the history of runs. A run can be rebuilt from its journal alone. The package
// imports number and plan only; it knows no service and no window.
package run

import (
	"fmt"
	"time"

	"numberloader/internal/number"
	"numberloader/internal/plan"
)

// Outcome is how a row ended. Its zero value is NotSent.
type Outcome uint8

// The outcomes. NotKnown means that the request left and no clear answer came;
// it is settled by reading, never by sending again.
const (
	NotSent Outcome = iota
	Added
	AlreadyThere
	Refused
	NotKnown
)

// Outcomes lists all outcomes in the order in which they are shown.
func Outcomes() []Outcome { return []Outcome{Added, AlreadyThere, Refused, NotSent, NotKnown} }

// String is the word used in JSON lines and in the journal.
func (o Outcome) String() string {
	switch o {
	case NotSent:
		return "not_sent"
	case Added:
		return "added"
	case AlreadyThere:
		return "already_there"
	case Refused:
		return "refused"
	case NotKnown:
		return "not_known"
	}
	panic(fmt.Sprintf("run: outcome %d has no word", int(o)))
}

// Label is the text a person sees.
func (o Outcome) Label() string {
	switch o {
	case NotSent:
		return "Not sent"
	case Added:
		return "Added"
	case AlreadyThere:
		return "Already there"
	case Refused:
		return "Refused"
	case NotKnown:
		return "Not known"
	}
	panic(fmt.Sprintf("run: outcome %d has no label", int(o)))
}

// Organization is whose phones a run changes.
type Organization struct {
	ID       string
	Name     string
	Practice bool // the built-in practice organization: nothing goes to Webex
}

// Role is whether the signed-in person may add numbers.
type Role uint8

// The roles. RoleUnknown is a warning only: the first refusal decides.
const (
	RoleUnknown Role = iota
	RoleFullAdministrator
	RoleOther
)

// Account is who is signed in where.
type Account struct {
	Person       string // display name
	Organization Organization
	Role         Role
	// RoleName is a role in plain words ("read-only administrator"), for
	// RoleOther.
	RoleName string
}

// Result is what became of one row, with what support needs to look it up.
type Result struct {
	Outcome    Outcome
	Reason     string // plain words
	ToDo       string // what the user can do about it, "" if nothing
	HTTPStatus int    // 0 if no answer came
	ErrorCode  string
	TrackingID string
	Time       time.Time // when it was known; zero for rows that were never sent
}

// Line is one row of a run: what the file said, what was to be sent, and what
// became of it.
type Line struct {
	Row     number.Row
	Source  []string // the source's columns, as shown
	Request int      // number of the request over the run, 0 if in none
	Result  Result
}

// Sent is what became of one request.
type Sent struct {
	Request    plan.Request // Rows are indexes into Run.Lines
	State      SentState
	HTTPStatus int
	ErrorCode  string
	TrackingID string
	Started    time.Time
	Ended      time.Time
}

// SentState is how far a request came.
type SentState uint8

// The states of a request.
const (
	SentNot      SentState = iota // nothing left
	SentUnderWay                  // it left, or may have, and no answer is written down
	SentAnswered                  // its answer is written down
)

// word is how the journal writes a state.
func (s SentState) word() string { return [...]string{"not_sent", "under_way", "answered"}[s] }

// Draft is everything that is known of a run before anything is sent.
type Draft struct {
	Path         string // of the source file
	Sheet        string
	Headings     []string
	Organization Organization
	Person       string
	Program      string // program version
	Lines        []Line // Results hold how rows ended that stay behind
	Requests     []plan.Request
	// Confirmed are IDs of locations whose PSTN type the administrator
	// vouched for because Webex did not tell it.
	Confirmed []string
}

// Run is a draft and what became of it. A value is a snapshot.
type Run struct {
	ID string // "20261123-141205-7f3a"
	Draft
	Sent    []Sent // one for each of Draft.Requests
	Started time.Time
	Ended   time.Time // zero while it is under way or was killed
	State   State
}

// State is how far a run came.
type State uint8

// The states. An unfinished run has requests that were not sent, or rows whose
// fate is not known.
const (
	Unfinished State = iota
	Finished
)

// String is the word used in JSON lines.
func (s State) String() string { return [...]string{"unfinished", "finished"}[s] }

// Counts says how many rows have each outcome.
type Counts map[Outcome]int

// Count counts the lines of a run, those that stayed behind included.
func Count(lines []Line) Counts {
	counts := Counts{}
	for i := range lines {
		counts[lines[i].Result.Outcome]++
	}
	return counts
}

// Progress is a step of a run under way, for showing it. Lines are those whose
// fate has just become known.
type Progress struct {
	Run      string
	Request  int           // the request that was just sent or answered
	Answered bool          // false: it is about to be sent
	Wait     time.Duration // above 0: Webex asked to wait this long
	Lines    []Update
}

// Update is the result that one line of the run has now.
type Update struct {
	Line   int // index into Run.Lines
	Result Result
}
