package plan

import (
	"slices"

	"numberloader/internal/number"
)

// Build groups the rows that go and cuts each group into requests. Groups stand
// in the order in which their locations, and within a location the groups
// themselves, appear in the file; rows keep the file's order.
//
// A mobile row past the first request of its group gets the notice
// mobile_overflow, or, with Limits.OneRequest, the problem: then it is in no
// request. The rows that are given stay as they are.
func Build(rows []*number.Row, lim Limits) Plan { return NewPlanner(rows, lim).Plan() }

// members are a group, the indexes of its rows in file order, and how many requests they
// are cut into.
type members struct {
	Group

	rows []int
	of   int
}

// groupOf leaves out what a request of the kind does not carry: the state of
// mobile numbers, subscription and carrier of the others.
func groupOf(row *number.Row) Group {
	group := Group{
		LocationID: row.LocationID(), Location: row.Location(),
		Kind: row.Kind, Usage: row.Usage,
	}
	if row.Kind == number.KindMobile {
		special := row.Special()
		group.Subscription, group.Carrier = special.Subscription, special.Carrier
	} else {
		group.State = row.State
	}
	return group
}

// cut cuts the rows of a group into requests and places them there, as far as that is
// new: what stands before a position among its rows is as it was. It returns the
// rows of which something new is said.
func (p *Planner) cut(g *members, from int) (touched []int) {
	size, planned := p.plan.Limits.of(g.Kind), p.sent(g)
	if len(planned) < len(g.rows) {
		touched = p.leaveBehind(g.rows, size)
	}
	of := (len(planned) + size - 1) / size
	kept := from / size
	if g.of != of {
		kept, g.of = 0, of
	}
	at := Request{Of: of}
	for chunk := range slices.Chunk(planned, size) {
		if at.Index++; at.Index > kept {
			touched = p.place(chunk, at.Placement(), touched)
		}
	}
	return touched
}

// sent are the rows of a group that are sent.
func (p *Planner) sent(g *members) []int {
	if p.plan.Limits.OneRequest && g.Kind == number.KindMobile {
		return g.rows[:min(p.plan.Limits.of(g.Kind), len(g.rows))]
	}
	return g.rows
}

// requests appends the requests of a group, which are numbered over the plan.
func (p *Planner) requests(g *members, all []Request) []Request {
	at := Request{Group: g.Group, Of: g.of}
	for at.Rows = range slices.Chunk(p.sent(g), p.plan.Limits.of(g.Kind)) {
		at.Index++
		at.Number = len(all) + 1
		all = append(all, at)
	}
	return all
}

// place places the rows of a request, and appends those that were not there.
func (p *Planner) place(chunk []int, at Placement, touched []int) []int {
	for _, i := range chunk {
		if p.plan.Placements[i] != at {
			p.put(i, p.said(i, at), at)
			touched = append(touched, i)
		}
	}
	return touched
}

// said is what the plan says of a row at a place in its group.
func (p *Planner) said(i int, at Placement) *number.Row {
	row := p.judged[i]
	if row.Kind == number.KindMobile && at.Request > 1 {
		row = overflowing(row, int(at.Request), int(at.Of), number.LevelNotice)
	}
	return row
}

// leaveBehind makes problems of the mobile rows past the first request, and returns
// them.
func (p *Planner) leaveBehind(group []int, size int) []int {
	of := (len(group) + size - 1) / size
	behind := group[min(size, len(group)):]
	for at, i := range behind {
		p.put(i, overflowing(p.judged[i], at/size+2, of, number.LevelProblem), Placement{})
	}
	return slices.Clone(behind)
}

// put puts a row into the plan. Only a plan that says more of a row than its judgement
// has a list of rows of its own.
func (p *Planner) put(i int, row *number.Row, at Placement) {
	if p.plan.Placements[i] != at { // which an earlier plan may share
		p.plan.Placements[i] = at
	}
	if p.plan.Rows[i] == row {
		return
	}
	if !p.speaks {
		p.plan.Rows, p.speaks = slices.Clone(p.plan.Rows), true
	}
	p.plan.Rows[i] = row
}

// overflowing is a copy of a row that says that it falls into request n of a group.
func overflowing(row *number.Row, n, of int, level number.Level) *number.Row {
	over := *row
	over.Add(number.OverflowFinding(row.Place(), n, of, level))
	if level == number.LevelProblem {
		over.Level = level
	}
	return &over
}
