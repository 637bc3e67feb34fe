package plan

import (
	"cmp"
	"slices"

	"numberloader/internal/number"
)

// Planner plans rows, and follows when some of them are judged again: only their
// groups are planned anew. It belongs to one goroutine, and its plans to any.
type Planner struct {
	judged []*number.Row // as they are without a plan
	plan   Plan
	speaks bool // some rows of the plan say more than those that were judged
	groups map[Group]*members
}

// NewPlanner plans rows as Build does.
func NewPlanner(rows []*number.Row, lim Limits) *Planner {
	p := &Planner{
		judged: rows, groups: map[Group]*members{},
		plan: Plan{Rows: rows, Placements: make([]Placement, len(rows)), Limits: lim},
	}
	for i, row := range rows {
		if g := p.groupFor(row); g != nil {
			g.rows = append(g.rows, i)
		}
	}
	for _, g := range p.groups {
		p.cut(g, 0)
	}
	p.number()
	return p
}

// Plan is how the rows are sent now.
func (p *Planner) Plan() Plan { return p.plan }

// Change plans rows again of which some, given by their indexes, were judged anew: they are
// another list of as many rows as before, which stays as it was. It returns the indexes, in ascending order, of
// those and of all other rows of which the plan says something new.
func (p *Planner) Change(rows []*number.Row, judged []int) []int {
	before := p.judged
	p.take(rows, judged)
	touched, stirred := slices.Clone(judged), p.regroup(judged, before)
	for g, from := range stirred {
		touched = append(touched, p.cut(g, from)...)
		if len(g.rows) == 0 {
			delete(p.groups, g.Group)
		}
	}
	if len(stirred) > 0 {
		p.number()
	}
	slices.Sort(touched)
	return slices.Compact(touched)
}

// take begins another plan with rows of which some were judged anew.
func (p *Planner) take(rows []*number.Row, judged []int) {
	before := p.plan.Rows
	p.judged, p.plan.Rows = rows, rows
	if !p.speaks {
		return
	}
	p.plan.Rows = slices.Clone(before)
	for _, i := range judged {
		p.plan.Rows[i] = rows[i]
	}
}

// regroup puts rows that were judged anew into the groups that they belong to now, from
// those that they belonged to before. It returns the groups that have other rows than before, and from which of its rows on;
// a row that goes where it went leaves its group alone.
func (p *Planner) regroup(judged []int, before []*number.Row) map[*members]int {
	stirred := map[*members]int{}
	stir := func(g *members, move func(row int) int, row int) {
		from, known := stirred[g]
		if !known {
			g.rows, from = slices.Clone(g.rows), len(g.rows) // which requests of earlier plans share
		}
		stirred[g] = min(from, move(row))
	}
	for _, i := range judged {
		old, now, at := p.groupFor(before[i]), p.groupFor(p.judged[i]), p.plan.Placements[i]
		if old == now && (now == nil || at != Placement{}) {
			p.put(i, p.said(i, at), at)
			continue
		}
		if len(stirred) == 0 {
			p.plan.Placements = slices.Clone(p.plan.Placements)
		}
		p.plan.Placements[i] = Placement{}
		if old != nil {
			stir(old, old.drop, i)
		}
		if now != nil {
			stir(now, now.take, i)
		}
	}
	return stirred
}

// groupFor is the group of a row, nil for one that does not go.
func (p *Planner) groupFor(row *number.Row) *members {
	if !row.Goes() {
		return nil
	}
	return p.group(groupOf(row))
}

// group is the group with what its rows have in common, made if there is none.
func (p *Planner) group(common Group) *members {
	g, known := p.groups[common]
	if !known {
		g = &members{Group: common}
		p.groups[common] = g
	}
	return g
}

// drop takes a row out of the group and returns where it was.
func (g *members) drop(row int) int {
	at, _ := slices.BinarySearch(g.rows, row)
	g.rows = slices.Delete(g.rows, at, at+1)
	return at
}

// take puts a row into the group and returns where.
func (g *members) take(row int) int {
	at, _ := slices.BinarySearch(g.rows, row)
	g.rows = slices.Insert(g.rows, at, row)
	return at
}

// number lists the requests of all groups and numbers them.
func (p *Planner) number() {
	type place struct{ id, name string }
	first := map[place]int{}
	order := make([]*members, 0, len(p.groups))
	for _, g := range p.groups {
		at := place{g.LocationID, g.Location}
		if row, seen := first[at]; !seen || g.rows[0] < row {
			first[at] = g.rows[0]
		}
		order = append(order, g)
	}
	slices.SortFunc(order, func(a, b *members) int {
		return cmp.Or(
			cmp.Compare(first[place{a.LocationID, a.Location}], first[place{b.LocationID, b.Location}]),
			cmp.Compare(a.rows[0], b.rows[0]))
	})
	count := 0
	for _, g := range order {
		count += g.of
	}
	p.plan.Requests = make([]Request, 0, count)
	for _, g := range order {
		p.plan.Requests = p.requests(g, p.plan.Requests)
	}
}
