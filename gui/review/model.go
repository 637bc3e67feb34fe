package review

import (
	"numberloader/gui/rows"
	"numberloader/internal/number"
	"numberloader/internal/plan"
)

// Model is the state of the Review screen: the judged rows, what is shown of
// them, where the cursor is and what is selected. Every method is total: any
// position has an answer. A Model belongs to one goroutine. Use NewModel; the
// zero value shows rows, but decides nothing.
//
// What is shown follows three rules. When the user chooses rows (a chip, a
// request, a search), those that fit are shown and no others; the cursor comes
// back with its row. When rows change under the user, because of a decision or of
// what the organization says, those that no longer fit leave, except for the row
// under the cursor: it stays until the user chooses
// again or the cursor is on another row. Sorting is applied when the user asks
// for it; rows that change stay where they are.
type Model struct {
	work       Work
	background Background

	rows     []number.Row
	requests []plan.Request
	limits   plan.Limits
	marks    []mark // of each of rows
	tally    tally

	chip    Chip
	bar     bar // the request that is shown alone; index 0 for none
	members map[int]bool
	query   rows.Query
	sorting rows.Sorting
	order   []int32 // all rows in the order of the sorting, nil for the file's
	fits    []bool  // whether each row fits the search, nil without one
	sorter  sorter

	shown  []int32 // indexes into rows
	cursor rows.Key
	placed bool     // the cursor is somewhere
	at     int      // position of the cursor in shown, -1 if it is not there
	guest  rows.Key // the row that is shown although it may not fit
	hosts  bool     // there is one

	selected selection
	columns  []rows.Column[*number.Row] // all of them, made when first needed
}

// NewModel returns a model without rows. Without a background (nil), everything is
// done at once.
func NewModel(work Work, background Background) *Model {
	return &Model{work: work, background: background, limits: plan.Webex(), at: -1}
}

// Reset shows all rows of another file: nothing is searched for, sorted by or
// selected, and the cursor is nowhere.
func (m *Model) Reset() {
	m.chip, m.bar, m.members, m.query, m.sorting = ChipAll, bar{}, nil, rows.Query{}, rows.Sorting{}
	m.compute(wanted{order: true, fits: true}) // which are not wanted any more
	m.MoveTo(-1)
	m.choose()
}

// Set takes the rows as they were judged and planned, the plan, and the limits
// that it was made with. What is shown, the sorting, the selection and the cursor
// stay as they are, as far as the rows still exist. The slices are not changed;
// they change afterwards only as Change says.
func (m *Model) Set(all []number.Row, requests []plan.Request, limits plan.Limits) {
	before := m.Cursor()
	moved := newMoves(m.rows, all)
	m.selected.move(moved)
	m.order = moved.order(m.order)
	m.rows, m.requests, m.limits = all, requests, limits
	m.marks, m.tally = make([]mark, len(all)), tally{}
	for i := range all {
		m.marks[i] = m.markOf(i)
		m.tally.add(m.marks[i], 1)
	}
	m.fits = moved.flags(m.fits)
	if m.sorter.need == (wanted{}) {
		m.sorter.asks = false
	}
	m.compute(wanted{order: moved.another, fits: true})
	m.findMembers()
	m.stay()
	m.keepCursor(before)
}

// Change takes rows of which some were judged again, by their indexes, and the
// plan that was made of them. There are as many rows as before, and the others
// are as they were.
func (m *Model) Change(all []number.Row, requests []plan.Request, limits plan.Limits, changed []int) {
	if len(all) != len(m.rows) {
		m.Set(all, requests, limits)
		return
	}
	m.rows, m.requests, m.limits = all, requests, limits
	for _, i := range changed {
		m.tally.add(m.marks[i], -1)
		m.marks[i] = m.markOf(i)
		m.tally.add(m.marks[i], 1)
		if m.fits != nil {
			m.fits[i] = fits(m.query, &all[i])
		}
	}
	if m.sorter.busy {
		m.sorter.stale = append(m.sorter.stale, changed...)
	}
	m.findMembers()
	m.stay()
}

// keepCursor moves the cursor, if its row was shown and is gone, to another number
// of the same cell, and else to the row that is now at its place.
func (m *Model) keepCursor(before int) {
	if before < 0 || m.Cursor() >= 0 {
		return
	}
	for at, i := range m.shown {
		if m.rows[i].Record == m.cursor.Record {
			m.put(at)
			return
		}
	}
	m.put(min(before, len(m.shown)-1))
}

// Len is how many rows are shown.
func (m *Model) Len() int { return len(m.shown) }

// row is the row at a position of what is shown, or nil.
func (m *Model) row(i int) *number.Row {
	if i < 0 || i >= len(m.shown) {
		return nil
	}
	return &m.rows[m.shown[i]]
}

// statusAt is the status of the row at a position that exists.
func (m *Model) statusAt(i int) number.Standing { return m.marks[m.shown[i]].status() }

// Cursor is the position of the row under the cursor, or -1 if it is not shown.
func (m *Model) Cursor() int {
	if !m.placed {
		return -1
	}
	return m.at
}

// Going is how many rows can be added.
func (m *Model) Going() int { return m.tally.going }

// LeftBehind is how many rows are not sent; rows that are no part of the list do
// not count.
func (m *Model) LeftBehind() int { return m.tally.listed - m.tally.going }

// Fixable is how many cells have a suggestion that would mend them.
func (m *Model) Fixable() int { return m.tally.fixable }

// Homeless is how many rows of the list name no location, and none was chosen
// for them.
func (m *Model) Homeless() int { return m.tally.homeless }

// AllThere says that every row of the list is in its location already.
func (m *Model) AllThere() bool {
	return m.tally.listed > 0 && m.tally.by[number.StandingThere] == m.tally.listed
}
