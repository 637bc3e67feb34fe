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
func Build(rows []number.Row, lim Limits) []Request {
	for i := range rows {
		forget(&rows[i])
	}
	var requests []Request
	for _, group := range groups(rows) {
		size := lim.of(group.Kind)
		if lim.OneRequest && group.Kind == number.KindMobile {
			leaveBehind(rows, group.rows, size)
			group.rows = group.rows[:min(size, len(group.rows))]
		}
		of := (len(group.rows) + size - 1) / size
		index := 0
		for chunk := range slices.Chunk(group.rows, size) {
			index++
			requests = append(requests, Request{
				Number: len(requests) + 1, Group: group.Group, Index: index, Of: of, Rows: slices.Clone(chunk),
			})
			mark(rows, chunk, index, of)
		}
	}
	return requests
}

// members are a group and the indexes of its rows in file order.
type members struct {
	Group
	rows []int
}

// groups collects the rows that go by what a request has in common.
func groups(rows []number.Row) []members {
	type place struct{ id, name string }
	var order []place
	byPlace := map[place][]Group{}
	byGroup := map[Group][]int{}
	for i := range rows {
		if !rows[i].Goes() {
			continue
		}
		group := groupOf(&rows[i])
		if _, known := byGroup[group]; !known {
			at := place{group.LocationID, group.Location}
			if _, seen := byPlace[at]; !seen {
				order = append(order, at)
			}
			byPlace[at] = append(byPlace[at], group)
		}
		byGroup[group] = append(byGroup[group], i)
	}
	all := make([]members, 0, len(byGroup))
	for _, at := range order {
		for _, group := range byPlace[at] {
			all = append(all, members{group, byGroup[group]})
		}
	}
	return all
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

// mark says on each row of a request where it is.
func mark(rows []number.Row, chunk []int, index, of int) {
	for _, i := range chunk {
		row := &rows[i]
		row.Request, row.Of = index, of
		if row.Kind == number.KindMobile && index > 1 {
			overflow(row, index, of, number.LevelNotice)
		}
	}
}

// leaveBehind turns the mobile rows past the first request into problems.
func leaveBehind(rows []number.Row, group []int, size int) {
	of := (len(group) + size - 1) / size
	for at, i := range group {
		if at < size {
			continue
		}
		row := &rows[i]
		overflow(row, at/size+1, of, number.LevelProblem)
		row.Level, row.Code = number.LevelProblem, number.CodeMobileOverflow
	}
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
