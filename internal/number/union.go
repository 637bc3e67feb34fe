package number

import (
	"slices"

	"numberloader/internal/shown"
)

// SheetNames are the names of the sheets that were read, in their order; that of a
// text file is "".
func (t *Table) SheetNames() []string {
	names := []string{t.Sheet}
	for i := range t.Further {
		if name := t.Further[i].Sheet; !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// Union is the columns of all lists of a table side by side. Columns with the same
// heading are one, and so are columns without one, in their order. It is for one
// goroutine.
type Union struct {
	Headings []string

	of   *Texts    // of the record before
	rows *TextRows // of its texts, for rows of other columns
	at   [][]int   // by list and column: the place among Headings; nil for the first ones
}

// UnionOf is the columns of a table.
func UnionOf(t *Table) *Union {
	u := &Union{Headings: t.Headings, at: make([][]int, len(t.Further)+1)}
	for i := range t.Further {
		if list := &t.Further[i]; !slices.Equal(list.Headings, t.Headings) {
			u.widen(t)
			u.at[i+1] = u.add(list.Headings)
		}
	}
	return u
}

// widen makes room for what stands in the first list beyond its headings.
func (u *Union) widen(t *Table) {
	u.Headings = slices.Clone(u.Headings)
	for i := range t.Records {
		for r := &t.Records[i]; r.List == 0 && r.Source.Len() > len(u.Headings); {
			u.Headings = append(u.Headings, "")
		}
	}
}

// add finds the places of headings, and makes those that are missing.
func (u *Union) add(headings []string) []int {
	taken := map[int]bool{}
	places := make([]int, len(headings))
	for i, heading := range headings {
		place := 0
		for place < len(u.Headings) && (taken[place] || Fold(u.Headings[place]) != Fold(heading)) {
			place++
		}
		if place == len(u.Headings) {
			u.Headings = append(u.Headings, heading)
		}
		taken[place], places[i] = true, place
	}
	return places
}

// Source is what a record shows in each of the columns.
func (u *Union) Source(r *Record) Source {
	if u.places(r) == nil || r.Source.Len() == 0 {
		return r.Source
	}
	if texts := r.Source.Of(); u.of != texts {
		u.of, u.rows = texts, shown.NewRows(texts)
	}
	var at []Text
	for i, text := range r.Source.Texts() {
		place := u.Place(r, i)
		for len(at) <= place {
			at = append(at, 0)
		}
		at[place] = text
	}
	return u.rows.At(u.rows.Add(at))
}

// Place is where a column of the list of a record stands in Source.
func (u *Union) Place(r *Record, column int) int {
	switch places := u.places(r); {
	case places == nil:
		return column
	case column < len(places):
		return places[column]
	default:
		return len(u.Headings) + column - len(places) // beyond the headings
	}
}

// places are those of the columns of a record's list, nil if they stand where they did.
func (u *Union) places(r *Record) []int { return u.at[min(int(r.List), len(u.at)-1)] }
