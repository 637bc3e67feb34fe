package review

import (
	"slices"

	"numberloader/gui/rows"
	"numberloader/internal/number"
	"numberloader/internal/plan"
	rules "numberloader/internal/review"
)

// Status is how a row stands before it is sent.
type Status uint8

// The statuses, worst first.
const (
	StatusProblem Status = iota // not sent, for a reason that can be mended
	StatusChanged               // sent, with a warning
	StatusThere                 // in the wanted location already, not sent
	StatusReady                 // sent as the file holds it
	StatusSkipped               // left out by the user, by hiding or by the rules
)

// Label is the word that a person sees.
func (s Status) Label() string {
	return [...]string{"Problem", "Changed", "Already there", "Ready", "Skipped"}[s]
}

// Chip is a choice of rows. ChipAll is all of them.
type Chip uint8

// The chips in the order in which they are shown. All rows are those that count:
// ready, changed, with a problem, there already, or left out by the user. ChipLeftOut also holds
// rows that are hidden in the file or are no part of the list. ChipOver holds
// mobile numbers past the first request of their group.
const (
	ChipAll Chip = iota
	ChipReady
	ChipChanged
	ChipProblems
	ChipThere
	ChipLeftOut
	ChipOver
)

// bar names a request across plans: planning again numbers requests anew.
type bar struct {
	group plan.Group
	index int
}

// Model is the state of the Review screen: the judged rows, what is shown of
// them and where the cursor is. Every method is total: any position has an
// answer. A Model belongs to one goroutine.
type Model struct {
	rows     []number.Row
	requests []plan.Request
	limits   plan.Limits

	status   []Status // of each of rows
	counts   rules.Counts
	fixable  int
	homeless int
	by       map[Status]int // how many rows have a status

	chip    Chip
	bar     bar // the request that is shown alone; index 0 for none
	members map[int]bool
	query   rows.Query
	sorting rows.Sorting
	shown   []int // indexes into rows
	cursor  rows.Key
	placed  bool // the cursor is somewhere
}

// Set takes the rows as they were judged and planned, the plan, and the limits
// that it was made with. What is shown, the sorting and the cursor stay as they
// are, as far as the rows still exist. The slices are not changed and must not
// change afterwards.
func (m *Model) Set(all []number.Row, requests []plan.Request, limits plan.Limits) {
	at := m.Cursor()
	m.rows, m.requests, m.limits = all, requests, limits
	m.status, m.counts = make([]Status, len(all)), rules.Count(all)
	m.homeless, m.by = 0, map[Status]int{}
	fixable := map[int]bool{}
	for i := range all {
		m.status[i] = statusOf(&all[i])
		m.by[m.status[i]]++
		if m.status[i] == StatusProblem && all[i].Suggestion != "" {
			fixable[all[i].Record] = true
		}
		if all[i].Location == "" && m.status[i] != StatusSkipped {
			m.homeless++
		}
	}
	m.fixable = len(fixable)
	m.findMembers()
	m.arrange()
	m.keepCursor(at)
}

func statusOf(r *number.Row) Status {
	switch {
	case r.LeftOut || !counts(r):
		return StatusSkipped
	case r.Level == number.LevelProblem:
		return StatusProblem
	case r.AlreadyThere:
		return StatusThere
	case r.Level == number.LevelWarning:
		return StatusChanged
	}
	return StatusReady
}

// counts says that a row is a part of the list.
func counts(r *number.Row) bool { return !r.Hidden && r.Skipped == number.SkipNone }

// keepCursor moves the cursor to another number of the same cell when its own is
// gone, and else to the row that is now at its place.
func (m *Model) keepCursor(at int) {
	if !m.placed || m.Cursor() >= 0 {
		return
	}
	for _, i := range m.shown {
		if m.rows[i].Record == m.cursor.Record {
			m.cursor = rows.KeyOf(&m.rows[i])
			return
		}
	}
	m.MoveTo(min(at, len(m.shown)-1))
}

// Choose shows the rows of a chip.
func (m *Model) Choose(c Chip) {
	m.chip, m.bar, m.members = c, bar{}, nil
	m.arrange()
}

// Chosen is the chip whose rows are shown; a request that is shown alone belongs
// to none, and ok is false.
func (m *Model) Chosen() (c Chip, ok bool) { return m.chip, m.bar.index == 0 }

// ShowRequest shows only the rows of one request, given by its number over the
// whole plan. Shown already, it gives way to all rows; an unknown number does
// too.
func (m *Model) ShowRequest(n int) {
	wanted := bar{}
	for i := range m.requests {
		if m.requests[i].Number == n {
			wanted = bar{group: m.requests[i].Group, index: m.requests[i].Index}
		}
	}
	if wanted == m.bar {
		wanted = bar{}
	}
	m.chip, m.bar = ChipAll, wanted
	m.findMembers()
	m.arrange()
}

// findMembers looks up the rows of the request that is shown alone; if the plan
// has no such request any more, all rows are shown.
func (m *Model) findMembers() {
	m.members = nil
	if r := m.shownRequest(); r != nil {
		m.members = make(map[int]bool, len(r.Rows))
		for _, i := range r.Rows {
			m.members[i] = true
		}
		return
	}
	m.bar = bar{}
}

// shownRequest is the request that is shown alone, or nil.
func (m *Model) shownRequest() *plan.Request {
	for i := range m.requests {
		if r := &m.requests[i]; m.bar.index != 0 && r.Index == m.bar.index && r.Group == m.bar.group {
			return r
		}
	}
	return nil
}

// Search shows only rows that fit what was typed; blanks alone end the search.
func (m *Model) Search(typed string) {
	m.query = rows.ParseQuery(typed)
	m.arrange()
}

// Sort takes a click on the header of a column.
func (m *Model) Sort(column string) {
	m.sorting = m.sorting.Next(column)
	m.arrange()
}

// Sorting is the column that rows are sorted by.
func (m *Model) Sorting() rows.Sorting { return m.sorting }

func (m *Model) arrange() {
	m.shown = rows.Arrange(len(m.rows), m.keeps, m.order(m.sorting.Column), m.sorting.Down)
}

func (m *Model) keeps(i int) bool {
	return m.inChip(i) && (m.members == nil || m.members[i]) && m.query.Matches(&m.rows[i])
}

func (m *Model) inChip(i int) bool {
	switch m.chip {
	case ChipAll:
		return counts(&m.rows[i])
	case ChipReady:
		return m.status[i] == StatusReady
	case ChipChanged:
		return m.status[i] == StatusChanged
	case ChipThere:
		return m.status[i] == StatusThere
	case ChipProblems:
		return m.status[i] == StatusProblem
	case ChipLeftOut:
		return m.status[i] == StatusSkipped
	case ChipOver:
		return m.rows[i].Overflow && counts(&m.rows[i])
	}
	return false
}

// Len is how many rows are shown.
func (m *Model) Len() int { return len(m.shown) }

// at is the row at a position of what is shown, or nil.
func (m *Model) at(i int) *number.Row {
	if i < 0 || i >= len(m.shown) {
		return nil
	}
	return &m.rows[m.shown[i]]
}

// statusAt is the status of the row at a position that exists.
func (m *Model) statusAt(i int) Status { return m.status[m.shown[i]] }

// MoveTo puts the cursor on the row at a position; a position that does not
// exist takes the cursor away.
func (m *Model) MoveTo(i int) {
	r := m.at(i)
	m.placed = r != nil
	if m.placed {
		m.cursor = rows.KeyOf(r)
	}
}

// Cursor is the position of the row under the cursor, or -1 if it is not shown.
func (m *Model) Cursor() int {
	if !m.placed {
		return -1
	}
	return slices.IndexFunc(m.shown, func(i int) bool { return rows.KeyOf(&m.rows[i]) == m.cursor })
}

// Going is how many rows can be added.
func (m *Model) Going() int { return m.counts.Going }

// LeftBehind is how many rows are not sent; rows that are no part of the list do
// not count.
func (m *Model) LeftBehind() int { return m.counts.LeftBehind }

// Fixable is how many cells have a suggestion that would mend them.
func (m *Model) Fixable() int { return m.fixable }

// Homeless is how many rows of the list name no location, and none was chosen
// for them.
func (m *Model) Homeless() int { return m.homeless }

// AllThere says that every row of the list is in its location already.
func (m *Model) AllThere() bool { return m.counts.Rows > 0 && m.by[StatusThere] == m.counts.Rows }

// Behind is the chip that shows rows that stay behind: those that need the user
// before the others.
func (m *Model) Behind() Chip {
	for _, c := range []Chip{ChipProblems, ChipThere, ChipLeftOut} {
		if m.Count(c) > 0 {
			return c
		}
	}
	return ChipAll
}

// Count is how many rows a chip holds.
func (m *Model) Count(c Chip) int {
	switch c {
	case ChipAll:
		return m.counts.Rows
	case ChipReady:
		return m.by[StatusReady]
	case ChipChanged:
		return m.by[StatusChanged]
	case ChipProblems:
		return m.counts.Problems
	case ChipThere:
		return m.by[StatusThere]
	case ChipLeftOut:
		return m.counts.LeftOut + m.counts.Hidden + m.counts.Skipped
	case ChipOver:
		return m.counts.Overflow
	}
	return 0
}
