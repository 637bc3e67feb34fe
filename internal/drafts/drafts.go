// Package drafts keeps what a user decided about a file until the numbers are
// added: edits, rows that were left out, settings. It is written as it is made, so
// that it survives a crash, and offered when the same file is opened again. It
// imports number and review only and knows no window.
package drafts

import (
	"maps"
	"slices"
	"time"

	"numberloader/internal/number"
	"numberloader/internal/review"
)

// Draft is what was decided about one list.
type Draft struct {
	Saved    time.Time // when it was written; Save sets it
	Source   Source
	Settings review.Settings
	Entries  []Entry // in file order
}

// Entry is what was decided about one row, and what the row held then.
type Entry struct {
	Line     int    // number of the row as Excel shows it
	List     string // the sheet and the column of its number among several: "DIDs!B"
	Text     string
	Decision review.Decision
}

// New is the draft of decisions about a table, by index into its records.
// Decisions that say nothing are left out.
func New(source Source, table *number.Table, settings review.Settings, decisions map[int]*review.Decision) Draft {
	d := Draft{Source: source, Settings: settings}
	for _, i := range slices.Sorted(maps.Keys(decisions)) {
		if i < 0 || i >= len(table.Records) || decisions[i].IsZero() {
			continue
		}
		r := &table.Records[i]
		d.Entries = append(d.Entries, Entry{Line: r.Line, List: listOf(table, r), Text: textOf(r), Decision: *decisions[i]})
	}
	return d
}

// Fit is what a draft comes to in a table that was read now.
type Fit struct {
	Decisions map[int]*review.Decision // by record, those that still fit
	Lost      int                      // how many do not: the row is gone, or holds something else
	Changed   bool                     // the list is not the one that was decided about
}

// Fit finds the rows of a draft in a table. A decision fits where a row of the
// same line of the same list holds the same number text as it did then.
func (d *Draft) Fit(source Source, table *number.Table) Fit {
	fit := Fit{Decisions: make(map[int]*review.Decision, len(d.Entries)), Changed: source.Content != d.Source.Content}
	type place struct {
		line int
		list string
	}
	places := make(map[place]int, len(table.Records))
	for i := range table.Records {
		r := &table.Records[i]
		places[place{r.Line, listOf(table, r)}] = i
	}
	for i := range d.Entries {
		e := &d.Entries[i]
		at, found := places[place{e.Line, e.List}]
		if !found || textOf(&table.Records[at]) != e.Text {
			fit.Lost++
			continue
		}
		fit.Decisions[at] = &e.Decision
	}
	return fit
}

// listOf names the list of a record among several; "" if there is just one, whose
// column may be another one the next time.
func listOf(table *number.Table, r *number.Record) string {
	if len(table.Further) == 0 {
		return ""
	}
	list := table.List(r)
	return list.Sheet + "!" + number.ColumnName(list.Columns[number.FieldNumber])
}

// textOf is what a row holds as a number.
func textOf(r *number.Record) string {
	end := r.EndCell()
	if end.IsEmpty() {
		return r.Number().Shown()
	}
	return r.Number().Shown() + " - " + end.Shown()
}
