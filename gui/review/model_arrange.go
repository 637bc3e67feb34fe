package review

import (
	"numberloader/gui/rows"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
)

// large is how many rows are sorted or searched in the background and not at once.
const large = 50_000

// wanted says what is to be computed.
type wanted struct{ order, fits bool }

// sorter is the sorting and searching of many rows in the background.
type sorter struct {
	asked int    // numbers what was asked for: a result for less is too late
	need  wanted // what was asked for and is not there yet
	busy  bool
	asks  bool  // the user asked for it, and not rows that changed
	stale []int // rows that changed while it was busy
}

// Search shows only rows that fit what was typed; blanks alone end the search.
func (m *Model) Search(typed string) {
	m.query, m.sorter.asks = rows.ParseQuery(typed), true
	m.compute(wanted{fits: true})
	m.choose()
}

// Query is what is searched for.
func (m *Model) Query() rows.Query { return m.query }

// Sort takes a click on the header of a column.
func (m *Model) Sort(column string) {
	m.sorting, m.sorter.asks = m.sorting.Next(column), true
	m.compute(wanted{order: true})
	m.choose()
}

// Sorting is the column that rows are sorted by.
func (m *Model) Sorting() rows.Sorting { return m.sorting }

// Arranging says that many rows are being sorted or searched, which takes a
// moment. Until that is done, they are shown as they were.
func (m *Model) Arranging() bool { return m.sorter.busy }

// compute sorts and searches: at once, or in the background if there are many
// rows.
func (m *Model) compute(w wanted) {
	s := &m.sorter
	s.asked++
	s.need.order, s.need.fits = s.need.order || w.order, s.need.fits || w.fits
	if m.sorting.Column == "" {
		m.order, s.need.order = nil, false
	}
	if m.query.IsZero() {
		m.fits, s.need.fits = nil, false
	}
	switch {
	case s.need == wanted{} || s.busy:
	case m.background == nil || len(m.rows) < large:
		got := m.computation()
		got.run()
		m.adopt(got)
	default:
		m.begin()
	}
}

// begin starts the work in the background. If something else was asked for
// meanwhile, it begins again.
func (m *Model) begin() {
	s := &m.sorter
	s.busy, s.stale = true, nil
	asked, got, giveBack := s.asked, m.computation(), m.work.Lend()
	m.background(func() {
		defer giveBack()
		got.run()
	}, func() {
		s.busy = false
		switch {
		case asked == s.asked:
			m.adopt(got)
			if s.asks {
				m.choose()
			} else {
				m.stay()
			}
		case s.need != wanted{}:
			m.begin()
		}
	})
}

// adopt takes what was computed. Rows that changed meanwhile are searched again.
func (m *Model) adopt(c *computation) {
	if c.order {
		m.order = c.sorted
	}
	if c.fits {
		m.fits = c.found
		for _, i := range m.sorter.stale {
			m.fits[i] = fits(m.query, &m.rows[i])
		}
	}
	m.sorter.need, m.sorter.stale = wanted{}, nil
}

// computation is a sorting and a searching of rows, which may run anywhere.
type computation struct {
	wanted

	rows    []number.Row
	sorting rows.Sorting
	query   rows.Query
	sorted  []int32 // nil for the order of the file
	found   []bool
}

func (m *Model) computation() *computation {
	return &computation{wanted: m.sorter.need, rows: m.rows, sorting: m.sorting, query: m.query}
}

func (c *computation) run() {
	if column, ok := rows.ColumnOf(Columns(), c.sorting.Column); ok && c.order {
		c.sorted = rows.Order(len(c.rows), func(i int) *number.Row { return &c.rows[i] }, column, c.sorting.Down)
	}
	if c.fits {
		c.found = make([]bool, len(c.rows))
		for i := range c.found {
			c.found[i] = fits(c.query, &c.rows[i])
		}
	}
}

// fits says that a row fits a search.
func fits(q rows.Query, r *number.Row) bool {
	return q.Matches(r) || q.FitsWord(phrase.Standing(r.Standing()))
}

// choose shows the rows that fit what the user chose.
func (m *Model) choose() {
	m.hosts = false
	m.filter()
}

// stay shows the rows that fit after some of them changed. A row under the cursor
// that was shown stays.
func (m *Model) stay() {
	m.hosts, m.guest = m.Cursor() >= 0, m.cursor
	m.filter()
}

// filter lists what is shown. What is not shown is not selected either.
func (m *Model) filter() {
	cursor, guest := -1, -1
	if m.placed {
		cursor = m.indexOf(m.cursor)
	}
	if m.hosts {
		guest = cursor
	}
	sieve, on := m.chip.sieve(), m.selected.on
	m.at, m.shown = -1, m.shown[:0]
	for k := range m.marks {
		i := k
		if m.order != nil {
			i = int(m.order[k])
		}
		if i != guest && (!sieve.keeps(m.marks[i]) || m.fits != nil && !m.fits[i] || m.members != nil && !m.members[i]) {
			if on != nil {
				m.selected.set(i, false)
			}
			continue
		}
		if i == cursor {
			m.at = len(m.shown)
		}
		m.shown = append(m.shown, int32(i))
	}
}
