// Package rows holds what the screens with a grid share: which rows are shown
// and in which order, and how rows are searched and sorted. It knows no toolkit.
package rows

import (
	"cmp"
	"strings"

	"numberloader/internal/number"
	"numberloader/internal/phrase"
	"numberloader/internal/plan"
)

// Key is the identity of a row: it survives a new review of the same file,
// while its position does not.
type Key struct{ Record, Part int32 }

// KeyOf is the identity of a row.
func KeyOf(r *number.Row) Key { return Key{Record: r.Record, Part: r.Part} }

// Sorting is the column that rows are sorted by. The zero value is the order of
// the file.
type Sorting struct {
	Column string
	Down   bool
}

// Next is the sorting after a click on the header of a column: upward, downward,
// and back to the order of the file.
func (s Sorting) Next(column string) Sorting {
	switch {
	case s.Column != column:
		return Sorting{Column: column}
	case !s.Down:
		return Sorting{Column: column, Down: true}
	}
	return Sorting{}
}

// Place compares two rows by their place in the file.
func Place(a, b *number.Row) int {
	return cmp.Or(cmp.Compare(a.Record, b.Record), cmp.Compare(a.Part, b.Part))
}

// Placed is a row, and where it stands among the requests of its group: what the
// columns of a grid say something of.
type Placed struct {
	*number.Row
	plan.Placement
}

// OfRequests is the place of a request in its group, "1 of 57", or "" for none.
func OfRequests(at plan.Placement) string {
	if at.Request == 0 {
		return ""
	}
	return phrase.Text("columns.place", "Number", int(at.Request), "All", int(at.Of))
}

// NameOf is a location as a choice: its name, its country, which tells locations of
// one name apart, and what it takes if that is not every number.
func NameOf(l number.Location) string {
	name := l.Name
	if l.Country != "" {
		name = phrase.Text("columns.location.country", "Location", l.Name, "Country", phrase.CountryLabel(l.Country))
	}
	switch l.PSTN {
	case number.PSTNNotAsked, number.PSTNLocalGateway, number.PSTNNonIntegrated:
		return name
	case number.PSTNNone:
		return phrase.Text("columns.location.none", "Location", name)
	case number.PSTNUnknown:
		return phrase.Text("columns.location.unknown", "Location", name)
	case number.PSTNIntegrated, number.PSTNCisco:
	}
	return phrase.Text("columns.location.mobile", "Location", name, "PSTN", phrase.PSTN(l.PSTN))
}

// NamesOf are locations as choices.
func NamesOf(locations []number.Location) []string {
	names := make([]string, len(locations))
	for i, l := range locations {
		names[i] = NameOf(l)
	}
	return names
}

// OneLine shows a text of several lines in one.
func OneLine(text string) string {
	if !strings.ContainsAny(text, "\r\n\t") {
		return text
	}
	return strings.Join(strings.Fields(text), " ")
}
