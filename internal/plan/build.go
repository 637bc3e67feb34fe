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

// members are a group, the indexes of its rows in file order, and its requests,
// whose numbers over the plan are not set.
type members struct {
	Group

	rows     []int
	requests []Request
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

// cut makes the requests of a group and places its rows in them, as far as that is
// new: what stands before a position among its rows is as it was. It returns the
// rows of which something new is said.
func (p *Planner) cut(g *members, from int) (touched []int) {
	size, planned := p.plan.Limits.of(g.Kind), g.rows
	if p.plan.Limits.OneRequest && g.Kind == number.KindMobile {
		touched = p.leaveBehind(planned, size)
		planned = planned[:min(size, len(planned))]
	}
	of := (len(planned) + size - 1) / size
	kept := min(from/size, len(g.requests), of)
	if len(g.requests) == 0 || g.requests[0].Of != of {
		kept = 0
	}
	g.requests = make([]Request, 0, of) // all of them, so that none keeps earlier lists of rows
	for chunk := range slices.Chunk(planned, size) {
		request := Request{Group: g.Group, Index: len(g.requests) + 1, Of: of, Rows: chunk}
		g.requests = append(g.requests, request)
		if request.Index > kept {
			touched = p.place(chunk, request.Placement(), touched)
		}
	}
	return touched
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
