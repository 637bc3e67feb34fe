package run

import (
	"fmt"

	"numberloader/internal/fault"
	"numberloader/internal/plan"
)

// Damage is what can't be read of the journal of a run. Its zero value is nothing.
type Damage struct {
	Lines []int // of the file, from 1
	// Plan is set when it is no longer known what was to be sent where: the run can
	// still be reported, but nothing may be done to it.
	Plan bool
}

// Lost is what is uncertain about a line because its journal is damaged.
type Lost uint8

// What may be lost: that the line was sent, or its number and all that the file
// said of it.
const (
	LostNothing Lost = 0
	LostSending Lost = 1
	LostLine    Lost = 2
)

// Damaged is nil if the whole journal could be read. Otherwise it is a *fault.Error
// of kind FileDamaged that names the damaged lines.
func (r *Run) Damaged() error {
	if len(r.Damage.Lines) == 0 {
		return nil
	}
	if r.Damage.Plan {
		return planless(r.ID, r.Damage.Lines)
	}
	return &fault.Error{
		Kind: fault.FileDamaged,
		What: fault.Say("run.damaged", "Count", len(r.Damage.Lines), "Run", r.ID, "Lines", r.Damage.Lines),
		Next: fault.Say("run.damaged_next"),
	}
}

// planless is the error for a journal so damaged that it no longer tells what was to
// be sent.
func planless(id string, lines []int) error {
	return &fault.Error{
		Kind: fault.FileDamaged,
		What: fault.Say("run.planless", "Count", len(lines), "Run", id, "Lines", lines),
		Next: fault.Say("run.planless_next"),
	}
}

// missing records lines that are absent from the file before one that is present.
func (f *folding) missing(place, number int) {
	for ; f.place < place-1; f.place++ {
		f.lose(number)
	}
}

// lose records a damaged line of the file: whatever it said may have happened.
func (f *folding) lose(number int) {
	f.run.Damage.Lines = append(f.run.Damage.Lines, number)
	switch {
	case !f.begun:
		f.begun, f.grouped, f.run.Damage.Plan = true, true, true
	case !f.planned:
		f.holes++
	default:
		f.loseEvent()
	}
}

// loseEvent marks as uncertain every line that an unreadable event may have changed:
// lines with no record of being sent and, during an undo, lines that were added.
func (f *folding) loseEvent() {
	for i := range f.run.Lines {
		switch line := &f.run.Lines[i]; {
		case line.Request == 0:
		case f.run.Undoing() && line.Result.Outcome.IsIn():
			line.Change = &Change{Stage: StageRemove, Before: line.Result}
			line.Result = Result{Outcome: NotKnown, Time: line.Result.Time}
		case !f.run.Undoing() && line.Result.Outcome == NotSent:
			line.Lost, line.Result = LostSending, Result{Outcome: NotKnown}
		}
	}
}

// unassigned marks as uncertain the lines that may belong to a lost request: lines
// that were to be sent have no result from before.
func (f *folding) unassigned() {
	for i := range f.run.Lines {
		if line := &f.run.Lines[i]; f.run.Damage.Plan && line.Result == (Result{}) && line.Row.Goes() {
			line.Lost, line.Result = LostSending, Result{Outcome: NotKnown}
		}
	}
}

// fill stands in for unreadable lines and requests of the plan, and returns how many
// are still to be placed.
func (f *folding) fill(lines, requests int) error {
	each := 1
	if f.grouped {
		each = linesAtOnce
	}
	records := (max(0, lines-f.room) + each - 1) / each
	if lines < 0 || requests < 0 || records+requests > f.holes {
		return fmt.Errorf("%d lines and %d requests are missing: %w", lines, requests, errLine)
	}
	f.holes -= records + requests
	f.room += records*each - lines
	for range lines {
		f.run.Lines = append(f.run.Lines, Line{Lost: LostLine, Result: Result{Outcome: NotKnown}})
	}
	for range requests {
		f.run.Damage.Plan = true
		f.run.Requests = append(f.run.Requests, plan.Request{Number: len(f.run.Requests) + 1})
		f.run.Sent = append(f.run.Sent, Sent{Request: f.run.Requests[len(f.run.Requests)-1]})
	}
	return nil
}

// unplanned records that the mark at the end of the plan is damaged.
func (f *folding) unplanned() error {
	if f.holes == 0 {
		return fmt.Errorf("before the plan is complete: %w", errLine)
	}
	f.planned, f.run.Damage.Plan = true, f.run.Damage.Plan || f.holes > 1
	f.holes = 0
	return nil
}
