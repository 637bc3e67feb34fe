package plan

import (
	"cmp"
	"slices"

	"numberloader/internal/number"
)

// Plan is how rows are sent. It follows when some of them are judged again: only
// their groups are planned anew. It belongs to one goroutine.
type Plan struct {
	limits   Limits
	groups   map[Group]*members
	of       []*members // the group of each row, nil for one that does not go
	requests []Request
}

// New plans rows as Build does.
func New(rows []number.Row, lim Limits) *Plan {
	p := &Plan{limits: lim, groups: map[Group]*members{}, of: make([]*members, len(rows))}
	for i := range rows {
		row := &rows[i]
		if forget(row); row.Goes() {
			g := p.group(groupOf(row))
			g.rows = append(g.rows, i)
			p.of[i] = g
		}
	}
	for _, g := range p.groups {
		g.cut(rows, lim, 0)
	}
	p.number()
	return p
}

// Requests are the requests of the plan. They do not change; after Change there
// are new ones.
func (p *Plan) Requests() []Request { return p.requests }

// Change plans rows again of which some, given by their indexes, were judged anew;
// there are as many rows as before. It returns the indexes, in ascending order, of
// those and of all other rows on which the plan says something new.
func (p *Plan) Change(rows []number.Row, judged []int) []int {
	touched, stirred := slices.Clone(judged), map[*members]int{} // and from which of its rows on
	stir := func(g *members, at int) {
		if from, known := stirred[g]; !known || at < from {
			stirred[g] = at
		}
	}
	for _, i := range judged {
		row := &rows[i]
		forget(row)
		old, now := p.of[i], (*members)(nil)
		if row.Goes() {
			now = p.group(groupOf(row))
		}
		p.of[i] = now
		if old != nil {
			stir(old, old.drop(i))
		}
		if now != nil {
			stir(now, now.take(i))
		}
	}
	for g, from := range stirred {
		touched = append(touched, g.cut(rows, p.limits, from)...)
		if len(g.rows) == 0 {
			delete(p.groups, g.Group)
		}
	}
	p.number()
	slices.Sort(touched)
	return slices.Compact(touched)
}

// group is the group with what its rows have in common, made if there is none.
func (p *Plan) group(common Group) *members {
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
func (p *Plan) number() {
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
		count += len(g.requests)
	}
	p.requests = make([]Request, 0, count)
	for _, g := range order {
		for _, request := range g.requests {
			request.Number = len(p.requests) + 1
			p.requests = append(p.requests, request)
		}
	}
}
