package worklist

import (
	"cmp"
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
	misplaced.Records = l.RecordsLike(int(l.shown[i]))
	location := rows.OneLine(r.Location())
	misplaced.Question = phrase.Text("review.place.question", "Count", len(misplaced.Records), "Location", location)
	if len(misplaced.Records) == 1 {
		misplaced.Question = phrase.Text("review.place.row", "Cell", r.Cell(), "Location", location)
	}
	return misplaced, true
}

// meant is the location that a row probably means with a name that no location has;
// its ID is "" if there is none.
func meant(r *number.Row) (name, id string) {
	for _, f := range r.Findings() {
		if f.Code == number.CodeUnknownLocation && f.Variant == number.VariantMeant {
			return f.Args.Of("meant"), f.Args.Of("meant_id")
		}
	}
	return "", ""
}

// UseMeant sends all rows that name the same location as the row at a position to the
// one that is probably meant. It says false if there is none.
func (a *acts) UseMeant(i int) bool {
	misplaced, ok := a.Misplaced(i)
	if !ok || a.work == nil {
		return false
	}
	name, id := meant(a.Row(i))
	if name == "" {
		return false
	}
	a.Place(misplaced, cmp.Or(id, name))
	return true
}

// wantsPlace reports whether another location would solve the problem of a row.
func wantsPlace(r *number.Row) bool {
	codes := []number.Code{number.CodeUnknownLocation, number.CodeIntegratedPSTN, number.CodeNoPSTN}
	return r.Level == number.LevelProblem && r.Location() != "" && slices.Contains(codes, r.Code())
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
