// Package worklist is the model of the Review screen: the rows of a file as they
// were judged, what is shown and selected of them, and what the user decides about
// them. It knows no toolkit.
package worklist

import (
	"numberloader/gui/review/judged"
	"numberloader/gui/rows"
	"numberloader/internal/number"
	"numberloader/internal/plan"
)

// Model is the state of the Review screen: the judged rows, what is shown of
// them, where the cursor is and what is selected. Every method is total: any
// position has an answer. A Model belongs to one goroutine. Use NewModel.
//
// What is shown follows three rules. When the user chooses rows (a chip, a
// request, a search), those that fit are shown and no others; the cursor comes
// back with its row. When rows change under the user, because of a decision or of
// what the organization says, those that no longer fit leave, except for the row
// under the cursor: it stays until the user chooses again or the cursor is on
// another row. Sorting is applied when the user asks for it; rows that change stay
// where they are. Each part of the Model holds the state of its own purpose.
type Model struct {
	*judged.File
	*choice
	*sorter
	*list
	*selection
	*acts
	*editor
	*fixer

	filters judged.Filters
	fitting []bool        // whether each row fits the search and the filters; nil if all do
	census  judged.Census // of those that do
}

// NewModel returns a model without rows. Without work (nil), nothing can be
// decided; without a background (nil), everything is done at once.
func NewModel(work Work, background Background) *Model {
	all := judged.NewFile()
	shown := &list{File: all, work: work, at: -1}
	selected := &selection{list: shown}
	m := &Model{
		File: all, choice: &choice{File: all}, filters: judged.Filters{File: all}, list: shown, selection: selected,
		acts: &acts{selected, work}, editor: &editor{shown, work}, fixer: &fixer{selected, work},
	}
	m.census = all.NewCensus()
	m.sorter = &sorter{File: all, background: background, done: m.rearrange}
	return m
}

// Reset shows all rows of another file: nothing is filtered, searched for, sorted by
// or selected, and the cursor is nowhere.
func (m *Model) Reset() {
	m.choose(judged.ChipAll, bar{})
	m.filters.Clear()
	m.reset()
	m.MoveTo(-1)
	m.narrow()
}

// Set takes the rows as they were judged and planned. What is shown, the sorting, the
// selection and the cursor stay as they are, as far as the rows still exist.
func (m *Model) Set(planned plan.Plan) {
	before := m.Cursor()
	moved := judged.NewMoves(m.Rows, planned.Rows)
	m.selection.move(moved)
	m.Replace(planned)
	m.sorter.move(moved)
	m.findMembers()
	m.count()
	m.stay()
	m.keepCursor(before)
}

// Change takes a plan of which some rows, by their indexes, are other ones. There are
// as many rows as before, and the others are as they were.
func (m *Model) Change(planned plan.Plan, changed []int) {
	if len(planned.Rows) != len(m.Rows) {
		m.Set(planned)
		return
	}
	for _, i := range changed {
		m.tell(i, -1)
	}
	m.File.Change(planned, changed)
	m.change(changed)
	for _, i := range changed {
		m.countAgain(i)
	}
	m.findMembers()
	m.stay()
}

// Search shows only rows that fit what was typed; blanks alone end the search.
func (m *Model) Search(typed string) {
	m.search(rows.ParseQuery(typed))
	m.narrow()
}

// Sort takes a click on the header of a column.
func (m *Model) Sort(column string) {
	if column == ColumnWhat || column == ColumnMine { // of which rows have several
		return
	}
	m.sort(column)
	m.arrange()
}

// Choose shows the rows of a chip.
func (m *Model) Choose(c judged.Chip) {
	m.choose(c, bar{})
	m.arrange()
}

// ShowRequest shows only the rows of one request, given by its number over the
// whole plan, and selects them. Shown already, it gives way to all rows; an
// unknown number does too.
func (m *Model) ShowRequest(n int) {
	m.choose(judged.ChipAll, m.barToShow(n))
	m.arrange()
	m.SelectNone()
	if m.bar.index != 0 {
		m.SelectAll()
	}
}

// rearrange shows rows that were sorted or searched in the background: as the user
// asked for it, or because rows changed.
func (m *Model) rearrange(asked bool) {
	m.count()
	if asked {
		m.arrange()
	} else {
		m.stay()
	}
}

// arrange shows the rows that fit what the user chose.
func (m *Model) arrange() {
	m.hosts = false
	m.filter()
}

// stay shows the rows that fit after some of them changed. A row under the cursor
// that was shown stays.
func (m *Model) stay() {
	m.hosts, m.guest = m.Cursor() >= 0, m.cursor
	m.filter()
}

// narrow shows the rows that fit another search or other filters.
func (m *Model) narrow() {
	m.count()
	m.arrange()
}

// count looks up and counts what fits the search and the filters. Another chip changes
// nothing of that.
func (m *Model) count() {
	m.census, m.fitting = m.NewCensus(), nil
	if m.fits != nil || m.filters.Active() {
		m.fitting = make([]bool, len(m.Marks))
	}
	for i := range m.Marks {
		m.countAgain(i)
	}
}

// countAgain looks up whether a row fits now, and counts it if it does.
func (m *Model) countAgain(i int) {
	if m.fitting != nil {
		m.fitting[i] = (m.fits == nil || m.fits[i]) && m.filters.Keeps(i)
	}
	m.tell(i, 1)
}

// tell counts a row n times, or takes it back, if it fits.
func (m *Model) tell(i, n int) {
	if m.fitting == nil || m.fitting[i] {
		m.census.Add(m.File, i, n)
	}
}

// filter lists what is shown. What is not shown is not selected either.
func (m *Model) filter() {
	cursor, guest := -1, -1
	if m.placed {
		cursor = m.IndexOf(m.cursor)
	}
	if m.hosts {
		guest = cursor
	}
	keeps := m.chip.Sieve()
	if m.chip == judged.ChipAll && m.filters.ShowsAside() {
		keeps = judged.Sieve{} // everything
	}
	m.mine = nil
	if m.chip == judged.ChipByUser && m.list.work != nil {
		m.mine = []number.Field{}
	}
	m.at, m.shown = -1, m.shown[:0]
	marks, order, fitting, members := m.Marks, m.order, m.fitting, m.members
	for k := range marks {
		i := k
		if order != nil {
			i = int(order[k])
		}
		switch fits := keeps.Keeps(marks[i]) && (fitting == nil || fitting[i]) && (members == nil || members[i]); {
		case !fits && i != guest:
			m.set(i, false)
		case i == cursor || m.mine != nil:
			m.list.list(i, i == cursor)
		default:
			m.shown = append(m.shown, int32(i))
		}
	}
}
