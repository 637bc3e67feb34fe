// Package rows holds what the screens with a grid share: which rows are shown
// and in which order, and how rows are searched and sorted. It knows no toolkit.
package rows

import (
	"cmp"
	"slices"
	"strings"

	"numberloader/internal/number"
	"numberloader/internal/phrase"
	"numberloader/internal/plan"
)

// Key is the identity of a row: it survives a new review of the same file,
// while its position does not.
type Key struct{ Record, Part int }

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

// Arrange lists the positions below n that keep accepts, in the order of
// compare. Rows that compare as equal stay in their order; a nil compare keeps
// the order of the file, and down reverses the order of rows that differ.
func Arrange(n int, keep func(i int) bool, compare func(a, b int) int, down bool) []int {
	shown := make([]int, 0, n)
	for i := range n {
		if keep(i) {
			shown = append(shown, i)
		}
	}
	if compare == nil {
		return shown
	}
	slices.SortFunc(shown, func(a, b int) int {
		order := compare(a, b)
		if down {
			order = -order
		}
		return cmp.Or(order, cmp.Compare(a, b)) // faster than a stable sort
	})
	return shown
}

// ByText compares rows by a text, which is asked for once for each of n rows.
func ByText(n int, text func(i int) string) func(a, b int) int {
	texts := make([]string, n)
	for i := range texts {
		texts[i] = text(i)
	}
	return func(a, b int) int { return cmp.Compare(texts[a], texts[b]) }
}

// Find is the position in shown of the row that is at index i of all rows, or -1.
func Find(shown []int, i int) int { return slices.Index(shown, i) }

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
	return phrase.Text("columns.place", "Number", at.Request, "All", at.Of)
}

// NameOf is a location as a choice: its name, and its country, which tells
// locations of one name apart.
func NameOf(l number.Location) string {
	if l.Country == "" {
		return l.Name
	}
	return phrase.Text("columns.location.country", "Location", l.Name, "Country", phrase.CountryLabel(l.Country))
}

// OneLine shows a text of several lines in one.
func OneLine(text string) string {
	if !strings.ContainsAny(text, "\r\n\t") {
		return text
	}
	return strings.Join(strings.Fields(text), " ")
}
