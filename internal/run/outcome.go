// Package run knows what became of each row: outcomes, the journal on disk and
// the history of runs. A run can be rebuilt from its journal alone. The package
// imports number, plan and atomicfile only; it knows no service and no window.
package run

import (
	"fmt"
	"time"

	"numberloader/internal/number"
	"numberloader/internal/plan"
)

// Outcome is how a row ended. Its zero value is NotSent.
type Outcome uint8

// The outcomes of adding. NotKnown means that the request was sent and no clear
// answer came; it is settled by reading, never by sending again.
const (
	NotSent Outcome = iota
	Added
	AlreadyThere
	Refused
	NotKnown
)

// The outcomes that an undo gives rows that were added: taken back; left alone,
// with the reason; or not taken back, with the reason.
const (
	Removed Outcome = iota + NotKnown + 1
	Kept
	NotRemoved
)

// The outcomes that an activation gives inactive numbers that were added.
const (
	Activated Outcome = iota + NotRemoved + 1
	NotActivated
)

// Outcomes lists all outcomes in the order in which they are shown.
func Outcomes() []Outcome {
	return []Outcome{Added, Activated, NotActivated, AlreadyThere, Refused, NotSent, NotKnown, Removed, Kept, NotRemoved}
}

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
	case Removed:
		return "removed"
	case Kept:
		return "kept"
	case NotRemoved:
		return "not_removed"
	case Activated:
		return "activated"
	case NotActivated:
		return "not_activated"
	}
	panic(fmt.Sprintf("run: outcome %d has no word", int(o)))
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
	// Expires is when the sign-in ends, zero if that is not known.
	Expires time.Time
}

// Result is what became of one row, with what support needs to look it up.
type Result struct {
	Outcome    Outcome
	Why        *Why // nil where the row or the outcome tells it
	HTTPStatus int  // 0 if no answer came
	ErrorCode  string
	TrackingID string
	Time       time.Time // when it was known; zero for rows that were never sent
}

// Line is one row of a run: what the file said, what was to be sent, and what
// became of it.
type Line struct {
	Row     number.Row
	Source  number.Source // the source's columns, as shown
	Request int           // number of the request over the run, 0 if in none
	Result  Result
	// Change is an undo or activation of the row that was sent and whose outcome is
	// unknown; nil if there is none.
	Change *Change
	Lost   Lost // what the damage of the journal leaves open
}

// Change is a change of a number that is in. It is never written to.
type Change struct {
	Stage  Stage  // StageRemove or StageActivate
	Before Result // what the row was
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
	Path         string   // of the source file
	Sheet        string   // the sheets, by commas
	Headings     []string // of all sheets, side by side
	Organization Organization
	Person       string
	Program      string // program version
	Lines        []Line // Results hold how rows ended that stay behind
	Requests     []plan.Request
	// Confirmed are IDs of locations whose PSTN type the administrator
	// vouched for because Webex did not tell it.
	Confirmed []string
	// Aside is what of the file was left aside, and why.
	Aside []number.Item
	// Activates says that the run adds nothing: the lines of its requests are numbers
	// that were there before it, already there and inactive, and it makes them active.
	Activates bool
}

// SeveralSheets reports whether the lines are of more than one sheet of the file. Those of a
// sheet follow each other.
func (d *Draft) SeveralSheets() bool {
	return len(d.Lines) > 0 && d.Lines[0].Row.Sheet() != d.Lines[len(d.Lines)-1].Row.Sheet()
}

// Placement is where a line stands among the requests of its group.
func (d *Draft) Placement(line *Line) plan.Placement {
	if line.Request < 1 || line.Request > len(d.Requests) {
		return plan.Placement{}
	}
	return d.Requests[line.Request-1].Placement()
}

// Run is a draft and what became of it. A value is a snapshot.
type Run struct {
	ID string // "20261123-141205-7f3a"
	Draft
	Sent    []Sent // one for each of Draft.Requests
	Started time.Time
	Ended   time.Time // zero while it is under way or was killed
	State   State
	// Stage is what the last work on the run did, or was stopped at: adding, an
	// undo or an activation.
	Stage  Stage
	Damage Damage
}

// State is how far a run came.
type State uint8

// The states. An unfinished run has requests that were not sent, or rows whose
// fate is not known, an undo or an activation that was stopped included. An
// undone run has nothing left that could be taken back.
const (
	Unfinished State = iota
	Finished
	Undone
)

// String is the word used in JSON lines.
func (s State) String() string { return [...]string{"unfinished", "finished", "undone"}[s] }

// Counts says how many rows have each outcome.
type Counts map[Outcome]int

// Total is the number of rows that are counted.
func (c Counts) Total() int {
	total := 0
	for _, n := range c {
		total += n
	}
	return total
}

// There is how many numbers the run has added that nobody took back.
func (c Counts) There() int { return c[Added] + c[Activated] + c[NotActivated] }

// TakenBack is how many numbers an undo has removed, and of how many; of none if there
// was no undo.
func (c Counts) TakenBack() (removed, of int) {
	if tried := c[Removed] + c[Kept] + c[NotRemoved]; tried > 0 {
		return c[Removed], tried + c.There()
	}
	return 0, 0
}

// Count counts the lines of a run, those that stayed behind included.
func Count(lines []Line) Counts {
	counts := Counts{}
	for i := range lines {
		counts[lines[i].Result.Outcome]++
	}
	return counts
}

// Update is the result that one line of the run has now.
type Update struct {
	Line   int // index into Run.Lines
	Result Result
}
