package plan

import (
	"slices"

	"numberloader/internal/number"
)

// Build groups the rows that go and cuts each group into requests. Groups stand
// in the order in which their locations, and within a location the groups
// themselves, appear in the file; rows keep the file's order.
//
// It fills in Request, Of and Overflow of every row. A mobile row past the
// first request of its group gets the notice mobile_overflow, or, with
// Limits.OneRequest, the problem: then it is in no request. What an earlier
// plan left on the rows is removed first, so planning twice is the same as
// planning once.
func Build(rows []number.Row, lim Limits) []Request { return New(rows, lim).Requests() }

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
		LocationID: row.LocationID, Location: row.Location,
		Kind: row.Kind, Usage: row.Usage,
	}
	if row.Kind == number.KindMobile {
		group.Subscription, group.Carrier = row.Subscription, row.Carrier
	} else {
		group.State = row.State
	}
	return group
}

// cut makes the requests of the group and says on each row where it is, as far as
// that is new: what stands before a position among its rows is as it was. It
// returns the rows on which something new is said.
func (g *members) cut(rows []number.Row, lim Limits, from int) (touched []int) {
	size, planned := lim.of(g.Kind), g.rows
	if lim.OneRequest && g.Kind == number.KindMobile {
		touched = leaveBehind(rows, planned, size)
		planned = planned[:min(size, len(planned))]
	}
	of := (len(planned) + size - 1) / size
	kept := min(from/size, len(g.requests), of)
	if len(g.requests) == 0 || g.requests[0].Of != of {
		kept = 0
	}
	requests := append(make([]Request, 0, of), g.requests[:kept]...)
	for chunk := range slices.Chunk(slices.Clone(planned[min(kept*size, len(planned)):]), size) {
		index := len(requests) + 1
		requests = append(requests, Request{Group: g.Group, Index: index, Of: of, Rows: chunk})
		touched = mark(rows, chunk, index, of, touched)
	}
	g.requests = requests
	return touched
}

// mark says on each row of a request where it is, and appends those on which that
// is new.
func mark(rows []number.Row, chunk []int, index, of int, touched []int) []int {
	for _, i := range chunk {
		row := &rows[i]
		if row.Request == index && row.Of == of {
			continue
		}
		forget(row)
		row.Request, row.Of = index, of
		if row.Kind == number.KindMobile && index > 1 {
			overflow(row, index, of, number.LevelNotice)
		}
		touched = append(touched, i)
	}
	return touched
}

// leaveBehind turns the mobile rows past the first request into problems, and
// returns them.
func leaveBehind(rows []number.Row, group []int, size int) []int {
	of := (len(group) + size - 1) / size
	behind := group[min(size, len(group)):]
	for at, i := range behind {
		row := &rows[i]
		forget(row)
		overflow(row, at/size+2, of, number.LevelProblem)
		row.Level, row.Code = number.LevelProblem, number.CodeMobileOverflow
	}
	return slices.Clone(behind)
}

// overflow adds the finding. The findings are copied first: they may be shared
// with other rows.
func overflow(row *number.Row, n, of int, level number.Level) {
	row.Overflow = true
	finding := number.OverflowFinding(row.Place, n, of, level)
	row.Findings = append(slices.Clip(row.Findings), finding)
}

// forget removes what an earlier plan left on a row.
func forget(row *number.Row) {
	row.Request, row.Of = 0, 0
	if !row.Overflow {
		return
	}
	row.Overflow = false
	kept := make([]number.Finding, 0, len(row.Findings))
	for _, finding := range row.Findings {
		if finding.Code != number.CodeMobileOverflow {
			kept = append(kept, finding)
		}
	}
	row.Findings = kept
	if row.Code == number.CodeMobileOverflow {
		row.Level, row.Code = number.Worst(kept)
	}
}
