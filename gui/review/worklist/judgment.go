package worklist

import (
	"cmp"
	"sort"

	"numberloader/gui/rows"
	"numberloader/internal/number"
	"numberloader/internal/plan"
)

// judgment is the rows as they were judged and planned, and what is counted of
// them.
type judgment struct {
	plan.Plan

	marks  []mark // of each of the rows
	traits traits
	tally  tally
}

// replace takes another plan.
func (j *judgment) replace(planned plan.Plan) {
	j.Plan = planned
	j.marks, j.traits.of, j.tally = make([]mark, len(j.Rows)), make([]trait, len(j.Rows)), tally{}
	for i := range j.Rows {
		j.look(i)
	}
}

// look marks a row and counts it.
func (j *judgment) look(i int) {
	j.marks[i] = j.markOf(i)
	j.traits.set(i, j.Rows[i])
	j.tally[j.marks[i]]++
}

// change takes as many rows as before, of which some were judged again.
func (j *judgment) change(planned plan.Plan, changed []int) {
	j.Plan = planned
	for _, i := range changed {
		j.tally[j.marks[i]]--
		j.look(i)
	}
}

// placed is a row of a plan, as the columns take it.
func placed(p plan.Plan, i int) rows.Placed {
	return rows.Placed{Row: p.Rows[i], Placement: p.Placements[i]}
}

// indexOf is the index of a row, or -1 if there is none.
func (j *judgment) indexOf(key rows.Key) int {
	i, found := sort.Find(len(j.Rows), func(i int) int {
		r := j.Rows[i]
		return cmp.Or(cmp.Compare(key.Record, r.Record), cmp.Compare(key.Part, r.Part))
	})
	if !found {
		return -1
	}
	return i
}

// Going is how many rows can be added.
func (j *judgment) Going() int { return j.tally.with(markGoing) }

// LeftBehind is how many rows are not sent; rows that are no part of the list do
// not count.
func (j *judgment) LeftBehind() int { return j.Count(ChipAll) - j.Going() }

// Homeless is how many rows of the list name no location, and none was chosen
// for them.
func (j *judgment) Homeless() int { return j.tally.with(markHomeless) }

// AllThere reports whether every row of the list is in its location already.
func (j *judgment) AllThere() bool {
	all := j.Count(ChipAll)
	return all > 0 && j.Count(ChipThere) == all
}

// Count is how many rows of the file a chip holds.
func (j *judgment) Count(c Chip) int { return j.tally.count(c.sieve()) }

// Behind is the chip that shows rows that stay behind: those that need the user
// before the others.
func (j *judgment) Behind() Chip {
	for _, c := range []Chip{ChipProblems, ChipThere, ChipLeftOut} {
		if j.Count(c) > 0 {
			return c
		}
	}
	return ChipAll
}

// ProblemCount is how many rows the workbook of problems would hold.
func (j *judgment) ProblemCount() int { return j.Count(ChipProblems) }

// Uses reports whether any row has something to show in a column that is left out
// otherwise: a usage other than the standard one, a subscription, or its sheet among
// several.
func (j *judgment) Uses(column string) bool {
	switch column {
	case ColumnUsage:
		return j.tally.with(markUsage) > 0
	case ColumnSubscription:
		return j.tally.with(markSubscription) > 0
	case rows.ColumnSheet:
		return len(j.Rows) > 0 && j.Rows[0].Sheet() != j.Rows[len(j.Rows)-1].Sheet()
	}
	return false
}

// OneRequest reports whether mobile numbers past the first request of their group
// stay behind, and SetOneRequest changes that.
func (j *judgment) OneRequest() bool { return j.Limits.OneRequest }

// sameRecord are a row and those of its record that follow it.
func (j *judgment) sameRecord(i int) []*number.Row {
	end := i + 1
	for end < len(j.Rows) && j.Rows[end].Record == j.Rows[i].Record {
		end++
	}
	return j.Rows[i:end]
}

// restGoes reports whether another number of the same cell goes, so that leaving the
// cell out would take more away than the row.
func (j *judgment) restGoes(i int) bool {
	for _, step := range []int{-1, 1} {
		for k := i + step; k >= 0 && k < len(j.Rows) && j.Rows[k].Record == j.Rows[i].Record; k += step {
			if j.Rows[k].Goes() {
				return true
			}
		}
	}
	return false
}
