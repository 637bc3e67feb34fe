package worklist

import (
	"slices"

	"numberloader/gui/rows"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
	rules "numberloader/internal/review"
)

// Misplaced are the rows that cannot go to the location that they name, all for
// one reason.
type Misplaced struct {
	Records  []int // without repetition
	Question string
}

// Misplaced are the rows that stand with the row at a position: they name the
// same location and have the same problem with it. ok is false if that row has
// none that another location would solve.
func (l *list) Misplaced(i int) (misplaced Misplaced, ok bool) {
	r := l.Row(i)
	if r == nil || !wantsPlace(r) {
		return Misplaced{}, false
	}
	for k := range l.Rows {
		other := l.Rows[k]
		if l.marks[k].status() != number.StandingProblem || other.Code != r.Code || other.Location != r.Location {
			continue
		}
		if n := len(misplaced.Records); n == 0 || misplaced.Records[n-1] != other.Record {
			misplaced.Records = append(misplaced.Records, other.Record)
		}
	}
	location := rows.OneLine(r.Location)
	misplaced.Question = phrase.Text("review.place.question", "Count", len(misplaced.Records), "Location", location)
	if len(misplaced.Records) == 1 {
		misplaced.Question = phrase.Text("review.place.row", "Cell", r.Cell, "Location", location)
	}
	return misplaced, true
}

// wantsPlace says that another location would solve the problem of a row.
func wantsPlace(r *number.Row) bool {
	codes := []number.Code{number.CodeUnknownLocation, number.CodeIntegratedPSTN, number.CodeNoPSTN}
	return r.Level == number.LevelProblem && r.Location != "" && slices.Contains(codes, r.Code)
}

// Place sends records to a location, by its ID, in place of what they name.
func (a *acts) Place(misplaced Misplaced, location string) {
	step := rules.Step{Name: phrase.Text("review.step.place", "Count", len(misplaced.Records))}
	for _, record := range misplaced.Records {
		d := with(a.work.Decision(record), number.FieldLocation, location)
		step.Changes = append(step.Changes, rules.Change{Record: record, Decision: d})
	}
	a.work.Do(step)
}
