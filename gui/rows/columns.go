package rows

import (
	"strings"

	"numberloader/internal/number"
	"numberloader/internal/phrase"
)

// Column is a column of a grid of rows as a value, for every screen that shows
// rows. R is what a row of the grid is.
type Column[R any] struct {
	ID    string
	Title string
	// Width is the usual width and Narrow the width where room is short, in the
	// units of the theme at the usual text size. A flexible column takes what the
	// others leave.
	Width, Narrow float32
	Flexible      bool
	// Leaves orders the columns that leave when room is short: 1 first; 0 stays.
	Leaves int
	// Text is what the column says of a row, in one line.
	Text func(row R) string
	// Key orders rows in place of Text. Rows with equal keys stand together.
	Key func(row R) uint64
	// Field is what is edited in the column, if Editable.
	Editable bool
	Field    number.Field
}

// The columns of a row of a file, by ID.
const (
	ColumnCell         = "cell"
	ColumnSheet        = "sheet"
	ColumnFile         = "file"
	ColumnSend         = "send"
	ColumnCountry      = "country"
	ColumnType         = "type"
	ColumnUsage        = "usage"
	ColumnState        = "state"
	ColumnLocation     = "location"
	ColumnSubscription = "subscription"
	ColumnRequest      = "request"
	ColumnFinding      = "finding"
)

// FileColumns are the columns that every grid of the rows of a file can show, in
// their order. A screen picks those that it needs and adds its own.
func FileColumns() []Column[Placed] {
	return []Column[Placed]{
		{ID: ColumnCell, Title: phrase.Text("columns.cell"), Width: 56, Narrow: 52, Leaves: 7, Text: func(r Placed) string { return r.Cell() }, Key: func(r Placed) uint64 { return PlaceKey(r.Row) }},
		{ID: ColumnSheet, Title: phrase.Text("columns.sheet"), Width: 112, Narrow: 84, Leaves: 9, Text: func(r Placed) string { return r.Sheet() }},
		{
			ID: ColumnFile, Title: phrase.Text("columns.file"), Width: 156, Narrow: 138, Text: func(r Placed) string { return OneLine(r.Input) },
			Editable: true, Field: number.FieldNumber,
		},
		{
			ID: ColumnSend, Title: phrase.Text("columns.send"), Width: 142, Narrow: 138, Text: sentOf, Key: func(r Placed) uint64 { return NumberKey(sentOf(r)) },
			Editable: true, Field: number.FieldNumber,
		},
		{ID: ColumnCountry, Title: phrase.Text("columns.country"), Width: 74, Narrow: 74, Leaves: 2, Text: country},
		{
			ID: ColumnType, Title: phrase.Text("columns.type"), Width: 82, Narrow: 70, Leaves: 5, Text: func(r Placed) string { return phrase.Kind(r.Kind) },
			Editable: true, Field: number.FieldType,
		},
		{
			ID: ColumnUsage, Title: phrase.Text("columns.usage"), Width: 82, Narrow: 76, Leaves: 3, Text: func(r Placed) string { return phrase.Usage(r.Usage) },
			Editable: true, Field: number.FieldUsage,
		},
		{
			ID: ColumnState, Title: phrase.Text("columns.state"), Width: 74, Narrow: 74, Leaves: 1, Text: func(r Placed) string { return phrase.State(r.State) },
			Editable: true, Field: number.FieldState,
		},
		{
			ID: ColumnLocation, Title: phrase.Text("columns.location.title"), Width: 110, Narrow: 92, Flexible: true,
			Text: func(r Placed) string { return OneLine(r.Location()) }, Editable: true, Field: number.FieldLocation,
		},
		{
			ID: ColumnSubscription, Title: phrase.Text("columns.subscription"), Width: 110, Narrow: 96, Leaves: 4,
			Text: func(r Placed) string { return OneLine(r.Special().Subscription) }, Editable: true, Field: number.FieldSubscription,
		},
		{
			ID: ColumnRequest, Title: phrase.Text("columns.request"), Width: 96, Narrow: 84, Leaves: 6, Text: func(r Placed) string { return OfRequests(r.Placement) },
			Key: func(r Placed) uint64 { return uint64(max(r.Request, 0)) },
		},
		{ID: ColumnFinding, Title: phrase.Text("columns.finding"), Width: 240, Narrow: 160, Leaves: 8, Text: func(r Placed) string { return Finding(r.Row) }},
	}
}

// country is that of the number, "" for a row that was not read as a number.
func country(r Placed) string {
	if r.Read().IsZero() {
		return ""
	}
	return r.Country()
}

// Of are columns for a grid whose rows are something else, of which placed is the row.
func Of[R any](columns []Column[Placed], placed func(row R) Placed) []Column[R] {
	all := make([]Column[R], len(columns))
	for i, c := range columns {
		all[i] = Column[R]{
			ID: c.ID, Title: c.Title, Width: c.Width, Narrow: c.Narrow, Flexible: c.Flexible, Leaves: c.Leaves,
			Editable: c.Editable, Field: c.Field, Text: func(row R) string { return c.Text(placed(row)) },
		}
		if c.Key != nil {
			all[i].Key = func(row R) uint64 { return c.Key(placed(row)) }
		}
	}
	return all
}

// Pick are the columns with these IDs, in the order of the IDs. An ID that no
// column has is left out.
func Pick[R any](columns []Column[R], ids ...string) []Column[R] {
	var picked []Column[R]
	for _, id := range ids {
		if c, ok := ColumnOf(columns, id); ok {
			picked = append(picked, c)
		}
	}
	return picked
}

// ColumnOf is the column with an ID. ok is false if there is none.
func ColumnOf[R any](columns []Column[R], id string) (column Column[R], ok bool) {
	for _, c := range columns {
		if c.ID == id {
			return c, true
		}
	}
	return Column[R]{}, false
}

// sentOf is the number that a row would send, or "".
func sentOf(r Placed) string {
	if !r.Goes() {
		return ""
	}
	return r.Number.String()
}

// Finding is the message of a row that says most about it, or "".
func Finding(r *number.Row) string {
	worst, all := -1, r.Findings()
	for i := range all {
		if worst < 0 || all[i].Level > all[worst].Level {
			worst = i
		}
	}
	if worst < 0 {
		return ""
	}
	return OneLine(phrase.Finding(&all[worst]))
}

// PlaceKey orders rows as they stand in the file.
func PlaceKey(r *number.Row) uint64 {
	return uint64(uint32(r.Record))<<32 | uint64(uint32(r.Part)) //nolint:gosec // neither is negative
}

// NumberKey orders E.164 numbers as their texts: 4 bits a digit, from the left.
func NumberKey(text string) uint64 {
	var key uint64
	digits := strings.TrimPrefix(text, "+")
	for i := range 16 {
		key <<= 4
		if i < len(digits) {
			key |= uint64(digits[i]-'0') + 1
		}
	}
	return key
}
