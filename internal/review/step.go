package review

import (
	"slices"
)

// Change is what the user decided about one record, in place of what was decided
// before. The zero Decision takes it back.
type Change struct {
	Record   int // index into Table.Records
	Decision Decision
}

// Step is what the user decided in one go, and takes back in one go.
type Step struct {
	// Name says what was done, as it follows "Undo: ", such as "accept 12
	// suggestions".
	Name    string
	Changes []Change // at most one a record
	// Settings are the settings of the file from now on, nil if they stay.
	Settings *Settings
}

// IsZero reports whether nothing was decided.
func (d *Decision) IsZero() bool {
	return d.Text == nil && d.Type == nil && d.Usage == nil && d.State == nil && d.Location == nil && d.Subscription == nil &&
		!d.LeftOut && !d.Expand && len(d.Overridden) == 0 && len(d.Confirmed) == 0
}

// corrects reports whether the user has changed what the row says or is sent as, and not
// only whether it is sent or right as it is.
func (d *Decision) corrects() bool {
	rest := *d
	rest.LeftOut, rest.Confirmed = false, nil
	return !rest.IsZero()
}

// Equal reports whether two decisions are the same.
func (d *Decision) Equal(other *Decision) bool {
	return sameText(d.Text, other.Text) && sameText(d.Type, other.Type) && sameText(d.Usage, other.Usage) &&
		sameText(d.State, other.State) && sameText(d.Location, other.Location) && sameText(d.Subscription, other.Subscription) &&
		d.LeftOut == other.LeftOut && d.Expand == other.Expand && slices.Equal(d.Overridden, other.Overridden) && slices.Equal(d.Confirmed, other.Confirmed)
}

func sameText(a, b *string) bool {
	if a == nil || b == nil {
		return a == b
	}
	return *a == *b
}
