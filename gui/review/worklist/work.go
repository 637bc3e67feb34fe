package worklist

import (
	"numberloader/internal/number"
	rules "numberloader/internal/review"
)

// Work is where decisions are kept and judged; *job.Job is one. It belongs to
// the goroutine of the Model.
type Work interface {
	// Decision is what was decided about a record so far.
	Decision(record int) rules.Decision
	// Settings are the settings of the file.
	Settings() rules.Settings
	// Locations are the organization's locations, nil while they are not known.
	Locations() []number.Location
	// InFile is the cell of a field of a record, and what the file holds there.
	InFile(record int, field number.Field) (cell, text string)
	// Try judges one record as if the settings and the decision were these. What
	// other rows say about it is as it is now. Nothing is kept.
	Try(record int, settings rules.Settings, d rules.Decision) []*number.Row
	// Do decides. What follows from it comes back through Set or Change, now or
	// later.
	Do(step rules.Step)
}

// Background runs work elsewhere, and then done on the goroutine of the Model.
// The Model has at most one work under way; each is run to its end.
type Background func(work, done func())
