package flow

import (
	"context"

	"numberloader/gui/background"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
	"numberloader/internal/review"
)

// Returned is a workbook of problem rows of the open list that came back.
type Returned struct {
	review.Corrections

	// TakeOver lets the corrected rows take the place of the old ones, in one step that
	// can be taken back. AsList opens the workbook as a list of its own. Both belong to
	// the UI thread; until one is called, nothing changes.
	TakeOver, AsList func()
}

// returned looks whether a file that was read is a workbook of problem rows. If it is of
// the open list, the user is asked what becomes of it; of any other list, it is opened
// with a note that says so.
func (f *Flow) returned(back *number.Table, asList func()) bool {
	name, column, ok := phrase.CellsOf(back.Headings)
	switch {
	case !ok:
		return false
	case !f.isOfOpen(back, name, column):
		told := phrase.Text("flow.returned.elsewhere", "File", name)
		if name == "" {
			told = phrase.Text("flow.returned.unnamed")
		}
		back.Notes = append(back.Notes, number.Note{Kind: number.NoteReturned, Text: told})
		return false
	}
	open := f.File.Table()
	layout, decided := f.File.Layout(), f.Decisions.Snapshot()
	rows, locations := f.Judging.Plan().Rows, f.known().Locations
	type found struct {
		review.Corrections

		ok bool
	}
	background.Replace(f.back, func(context.Context) (found, error) {
		returned := review.Returned{
			Open: review.Located(open, locations), Rows: rows, Decided: decided, Meant: layout.Meant, Back: back, Cells: column,
		}
		got, ok := returned.Corrections()
		return found{got, ok}, nil
	}, func(got found, err error) {
		switch {
		case err != nil || f.File.Table() != open:
		case !got.ok:
			asList()
		default:
			f.events.Returned(Returned{got.Corrections, func() { f.takeOver(open, got.Changes) }, asList})
		}
	})
	return true
}

// takeOver decides what came back, if the list that it is of is still open.
func (f *Flow) takeOver(open *number.Table, changes []review.Change) {
	if f.File.Table() == open {
		f.Decisions.Do(review.Step{Name: phrase.Text("review.step.returned", "Count", len(changes)), Changes: changes})
	}
}

// isOfOpen reports whether a workbook of problem rows is of the open list, by the name in
// it or, of one that names none, by the headings in front of its cells.
func (f *Flow) isOfOpen(back *number.Table, name string, column int) bool {
	open := f.File.Table()
	if open == nil || !f.Questions.Settled() {
		return false
	}
	if name != "" {
		return phrase.CellIn(f.File.Name()) == phrase.CellIn(name)
	}
	headings := number.UnionOf(open).Headings
	for i, heading := range headings[:min(len(headings), column)] {
		if heading != "" && heading != back.Headings[i] { // one without a heading got its letter
			return false
		}
	}
	return len(headings) <= column
}
