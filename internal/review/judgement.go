package review

import (
	"context"
	"maps"
	"slices"
	"sort"

	"numberloader/internal/number"
)

// Judgement are judged rows that follow the decisions of the user: what one of
// them changes is judged again, and nothing else. It belongs to one goroutine, and
// its rows to any.
type Judgement struct {
	analyst *analyst
	judge

	rows     []*number.Row // in file order
	left     int           // how many numbers ranges may still be expanded into
	tight    bool          // a range had no room
	expanded map[int]int   // how many numbers each expanded record has
	spent    bool          // it was given up, and its rows do not say all that happened to it
}

// Judge judges every record of a table as Rows does. decided is what was decided about
// a record. before is what an earlier judgement of the table hands over. The only error is
// that of ctx. The table must not change afterwards.
func Judge(ctx context.Context, table *number.Table, set Settings, known Known, decided func(record int) Decision, before Before) (*Judgement, error) {
	claims := before.claims
	claims.begin(len(table.Records), true)
	return judgeAll(ctx, table, decided, judge{set: set, known: known, claims: claims, before: before.rows})
}

// Before is what a judgement hands over to the next one of the same table, so that both take
// little more room than one: the rows that still say all that is said of them, and the room
// for what is known of their numbers. Its zero value is nothing.
type Before struct {
	rows   []*number.Row
	claims claims
}

// HandOver is what the next judgement takes over. The rows stay as they are; from now on
// Change says false, and Try does not know who else has a number. A nil judgement has
// nothing to hand over.
func (g *Judgement) HandOver() Before {
	if g == nil {
		return Before{}
	}
	before := Before{g.rows, g.claims}
	g.claims, g.spent = claims{}, true
	return before
}

// Rows are the rows in file order. They do not change; after Change there are others.
func (g *Judgement) Rows() []*number.Row { return g.rows }

// mostChanged is how many records are judged again at once. More are judged with
// all others, on all cores.
const mostChanged = 500

// Change judges records again about which something else was decided, and those
// that hold the same numbers. It returns the indexes of the rows that were judged,
// in ascending order; nil with more says that there are more or fewer rows than
// before, so that all have to be planned again. It says false, and changes nothing,
// if a judgement of all rows is needed.
func (g *Judgement) Change(records []int, decided func(record int) Decision) (judged []int, more, ok bool) {
	if g.spent || g.tight || len(records) > mostChanged {
		return nil, false, false
	}
	all, ok := g.stir(records, decided)
	if !ok {
		// What was reopened on the way is not what the rows say.
		g.spent = true
		return nil, false, false
	}
	parts := make([][]*number.Row, len(all))
	for i, record := range all {
		parts[i] = g.again(record, decided(record))
	}
	judged, more = g.put(all, parts)
	return judged, more, true
}

// stir finds the records that must be judged again, in ascending order, and takes
// their numbers from all of them. It says false if there are too many.
func (g *Judgement) stir(records []int, decided func(record int) Decision) (all []int, ok bool) {
	g.claims.open = map[int32]bool{}
	stirred := map[int]bool{}
	tell := func(record int) { stirred[record] = true }
	for _, record := range records {
		tell(record)
		from, to := g.rangeOf(record)
		for _, row := range g.rows[from:to] {
			g.claims.reopen(row.Read(), tell)
		}
		cell, ok := g.reread(record, decided(record))
		if !ok {
			return nil, false
		}
		cell.numbers(func(n number.E164) { g.claims.reopen(n, tell) })
	}
	return slices.Sorted(maps.Keys(stirred)), len(stirred) <= 4*mostChanged
}

// reread reads the number of a record for another decision. It says false if its
// range has no room.
func (g *Judgement) reread(record int, decision Decision) (c cell, ok bool) {
	r := g.analyst.record(record, decision)
	g.left += g.expanded[record]
	delete(g.expanded, record)
	c, g.left, g.tight = readOne(&r, g.left)
	if r.expand {
		g.expanded[record] = c.reading.Count()
	}
	return c, !g.tight
}

// readOne reads the number of a record, and expands its range if there is room for
// so many numbers. It also returns what is left, and tight if there is no room.
func readOne(r *record, most int) (c cell, left int, tight bool) {
	records, cells := []record{*r}, []cell{r.readCell()}
	left, tight = chooseRanges(records, cells, most, false)
	if r.expand = records[0].expand; r.expand {
		cells[0].expand(r.in)
	}
	return cells[0], left, tight
}

// again judges the rows of a record whose number was read.
func (g *Judgement) again(record int, decision Decision) []*number.Row {
	r := g.analyst.record(record, decision)
	r.expand = g.expanded[record] > 0
	c, _, _ := readOne(&r, g.expanded[record])
	g.record(&r, &c)
	return g.take()
}

// put puts the rows of records in the place of those that they had, in a list of its
// own: whoever reads the earlier one goes on with that.
func (g *Judgement) put(records []int, parts [][]*number.Row) (judged []int, more bool) {
	rows, done := make([]*number.Row, 0, len(g.rows)+len(parts)), 0
	for i, record := range records {
		from, to := g.rangeOf(record)
		rows = append(rows, g.rows[done:from]...)
		for _, row := range parts[i] {
			judged = append(judged, len(rows))
			rows = append(rows, row)
		}
		more, done = more || to-from != len(parts[i]), to
	}
	g.rows = append(rows, g.rows[done:]...)
	if more {
		return nil, true
	}
	return judged, false
}

// rangeOf is where the rows of a record are.
func (g *Judgement) rangeOf(record int) (from, to int) {
	from = sort.Search(len(g.rows), func(i int) bool { return int(g.rows[i].Record) >= record })
	to = from
	for to < len(g.rows) && int(g.rows[to].Record) == record {
		to++
	}
	return from, to
}

// Try judges one record as if the settings and the decision about it were these.
// Other rows are as they are now, and nothing is kept. A record that does not exist
// has no rows.
func (g *Judgement) Try(record int, set Settings, decision Decision) []*number.Row {
	if record < 0 || record >= len(g.at.table.Records) {
		return nil
	}
	a := *g.analyst
	a.set = set
	tried := a.record(record, decision)
	c, _, _ := readOne(&tried, g.left+g.expanded[record])
	j := judge{set: set, known: g.known, at: g.at}
	j.claims.begin(1, false)
	c.numbers(func(n number.E164) {
		known := g.claims.find(n)
		if first := (key{int32(record), 0}); known != nil && known.first.isBefore(first) { //nolint:gosec // a file has fewer rows
			j.claims.slots[j.claims.hold(n, record)].first = known.first
		}
	})
	j.record(&tried, &c)
	return j.take()
}
