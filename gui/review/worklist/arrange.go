package worklist

import (
	"numberloader/gui/review/judged"
	"numberloader/gui/rows"
	"numberloader/internal/number"
	"numberloader/internal/plan"
)

// large is how many rows are sorted or searched in the background and not at once.
const large = 50_000

// wanted says what is to be computed.
type wanted struct{ order, fits bool }

// sorter sorts and searches the rows: many of them in the background.
type sorter struct {
	*judged.File

	background Background
	done       func(asked bool) // is told that there is a result, and whether the user asked for it

	query   rows.Query
	sorting rows.Sorting
	order   []int32 // all rows in the order of the sorting, nil for the file's
	fits    []bool  // whether each row fits the search, nil without one

	asked int    // numbers what was asked for: a result for less is too late
	need  wanted // what was asked for and is not there yet
	busy  bool   // until it is done, rows are shown as they were
	asks  bool   // the user asked for it, and not rows that changed
	stale []int  // rows that changed while it was busy
}

// reset neither sorts nor searches.
func (s *sorter) reset() {
	s.query, s.sorting = rows.Query{}, rows.Sorting{}
	s.compute(wanted{order: true, fits: true}) // which are not wanted any more
}

// search searches for what the user typed.
func (s *sorter) search(query rows.Query) {
	s.query, s.asks = query, true
	s.compute(wanted{fits: true})
}

// sort sorts by a column, or the other way round.
func (s *sorter) sort(column string) {
	s.sorting, s.asks = s.sorting.Next(column), true
	s.compute(wanted{order: true})
}

// move takes other rows, and where the earlier ones are among them.
func (s *sorter) move(moved judged.Moves) {
	s.order, s.fits = moved.Order(s.order), moved.Flags(s.fits)
	if s.need == (wanted{}) {
		s.asks = false
	}
	s.compute(wanted{order: moved.Another, fits: true})
}

// change searches rows again that changed, by their indexes.
func (s *sorter) change(changed []int) {
	if s.fits != nil {
		for _, i := range changed {
			s.fits[i] = fits(&s.query, s.Rows[i])
		}
	}
	if s.busy {
		s.stale = append(s.stale, changed...)
	}
}

// Searching reports whether something is searched for.
func (s *sorter) Searching() bool { return !s.query.IsZero() }

// Found is where in the text of a column stands what is searched for, in bytes; equal
// for nowhere.
func (s *sorter) Found(column, text string) [2]int {
	switch column {
	case ColumnCell, ColumnFile, ColumnSend, ColumnLocation, ColumnSubscription:
		from, to := s.query.Find(text)
		return [2]int{from, to}
	}
	return [2]int{}
}

// Sorting is the column that rows are sorted by.
func (s *sorter) Sorting() rows.Sorting { return s.sorting }

// compute sorts and searches: at once, or in the background if there are many
// rows.
func (s *sorter) compute(w wanted) {
	s.asked++
	s.need.order, s.need.fits = s.need.order || w.order, s.need.fits || w.fits
	if s.sorting.Column == "" {
		s.order, s.need.order = nil, false
	}
	if s.query.IsZero() {
		s.fits, s.need.fits = nil, false
	}
	switch {
	case s.need == wanted{} || s.busy:
	case s.background == nil || len(s.Rows) < large:
		got := s.computation()
		got.run()
		s.adopt(got)
	default:
		s.begin()
	}
}

// begin starts the work in the background. If something else was asked for
// meanwhile, it begins again.
func (s *sorter) begin() {
	s.busy, s.stale = true, nil
	asked, got := s.asked, s.computation()
	s.background(got.run, func() {
		s.busy = false
		switch {
		case asked == s.asked:
			s.adopt(got)
			s.done(s.asks)
		case s.need != wanted{}:
			s.begin()
		}
	})
}

// adopt takes what was computed. Rows that changed meanwhile are searched again.
func (s *sorter) adopt(c *computation) {
	if c.order {
		s.order = c.sorted
	}
	if c.fits {
		s.fits = c.found
		for _, i := range s.stale {
			s.fits[i] = fits(&s.query, s.Rows[i])
		}
	}
	s.need, s.stale = wanted{}, nil
}

// computation is a sorting and a searching of rows, which may run anywhere.
type computation struct {
	wanted

	plan    plan.Plan
	sorting rows.Sorting
	query   rows.Query
	sorted  []int32 // nil for the order of the file
	found   []bool
}

func (s *sorter) computation() *computation {
	return &computation{wanted: s.need, plan: s.Plan, sorting: s.sorting, query: s.query}
}

func (c *computation) run() {
	if column, ok := rows.ColumnOf(columns(), c.sorting.Column); ok && c.order {
		c.sorted = rows.Order(len(c.plan.Rows), func(i int) rows.Placed { return judged.Placed(c.plan, i) }, column, c.sorting.Down)
	}
	if c.fits {
		c.found = make([]bool, len(c.plan.Rows))
		for i := range c.found {
			c.found[i] = fits(&c.query, c.plan.Rows[i])
		}
	}
}

// fits reports whether a row fits a search.
func fits(q *rows.Query, r *number.Row) bool { return q.Matches(r) || q.MatchesStanding(r.Standing()) }
