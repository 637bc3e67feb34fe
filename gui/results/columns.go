package results

import (
	"slices"
	"time"

	"numberloader/gui/rows"
	"numberloader/internal/phrase"
	"numberloader/internal/run"
)

// The columns of the grid.
const (
	ColumnOutcome  = "outcome"
	ColumnCell     = rows.ColumnCell
	ColumnSheet    = rows.ColumnSheet
	ColumnFile     = rows.ColumnFile
	ColumnSent     = "sent"
	ColumnType     = rows.ColumnType
	ColumnLocation = rows.ColumnLocation
	ColumnRequest  = rows.ColumnRequest
	ColumnTime     = "time"
)

// allColumns are all columns of the grid, in their order: those that tell what became
// of a row, and those of its file as every grid has them.
func (m *Model) allColumns() []rows.Column[*run.Line] {
	own := []rows.Column[*run.Line]{
		{
			ID: ColumnOutcome, Title: phrase.Text("columns.outcome"), Width: 146, Narrow: 142,
			Text: func(l *run.Line) string { return phrase.Outcome(l.Result.Outcome) },
			Key:  func(l *run.Line) uint64 { return uint64(slices.Index(run.Outcomes(), l.Result.Outcome)) }, //nolint:gosec // each has a place
		},
		{ID: ColumnSent, Title: phrase.Text("columns.sent"), Width: 146, Narrow: 138, Text: sent},
		{
			ID: ColumnTime, Title: phrase.Text("columns.time"), Width: 108, Narrow: 100, Leaves: 1,
			Text: func(l *run.Line) string { return m.clock(l.Result.Time) }, Key: timeKey,
		},
	}
	ofFile := rows.Of(rows.FileColumns(), func(l *run.Line) rows.Placed {
		return rows.Placed{Row: &l.Row, Placement: m.run.Placement(l)}
	})
	return rows.Pick(append(own, ofFile...),
		ColumnOutcome, ColumnCell, ColumnSheet, ColumnFile, ColumnSent, ColumnType, ColumnLocation, ColumnRequest, ColumnTime)
}

// Columns are the columns of the grid, in their order. That of the sheet is among them
// only if the rows are of several.
func (m *Model) Columns() []rows.Column[*run.Line] {
	return slices.DeleteFunc(m.allColumns(), func(c rows.Column[*run.Line]) bool {
		return c.ID == ColumnSheet && !m.run.SeveralSheets()
	})
}

// sent is the number of a row that was in a request, or that is there without
// one, and "" for the others.
func sent(line *run.Line) string {
	if line.Request > 0 || line.Result.Outcome == run.AlreadyThere {
		return line.Row.Number.String()
	}
	return ""
}

// clock is a time of day as Americans write it, "" for none.
func (m *Model) clock(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.In(m.zone).Format("3:04:05 PM")
}

// timeKey orders lines by their times; those without one come first.
func timeKey(line *run.Line) uint64 {
	if line.Result.Time.IsZero() {
		return 0
	}
	return uint64(line.Result.Time.UnixNano())
}
