package judged

import (
	"cmp"
	"sort"

	"numberloader/gui/rows"
	"numberloader/internal/number"
	"numberloader/internal/plan"
)

// File is the rows as they were judged and planned, and what is counted of
// them.
type File struct {
	plan.Plan

	Marks  []Mark // of each of the rows
	traits traits
	Tally  Tally
}

// NewFile returns one without rows.
func NewFile() *File {
	return &File{Plan: plan.Plan{Limits: plan.Webex()}, traits: newTraits()}
}

// Replace takes another plan.
func (j *File) Replace(planned plan.Plan) {
	j.Plan = planned
	j.Marks, j.traits.of, j.Tally = make([]Mark, len(j.Rows)), make([]trait, len(j.Rows)), Tally{}
	for i := range j.Rows {
		j.look(i)
	}
}

// look marks a row and counts it.
func (j *File) look(i int) {
	j.Marks[i] = j.markOf(i)
	j.traits.set(i, j.Rows[i])
	j.Tally[j.Marks[i]]++
}

// Change takes as many rows as before, of which some were judged again.
func (j *File) Change(planned plan.Plan, changed []int) {
	j.Plan = planned
	for _, i := range changed {
		j.Tally[j.Marks[i]]--
		j.look(i)
	}
}

// Placed is a row of a plan, as the columns take it.
func Placed(p plan.Plan, i int) rows.Placed {
	return rows.Placed{Row: p.Rows[i], Placement: p.Placements[i]}
}

// IndexOf is the index of a row, or -1 if there is none.
func (j *File) IndexOf(key rows.Key) int {
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
func (j *File) Going() int { return j.Tally.with(going) }

// LeftBehind is how many rows are not sent; rows that are no part of the list do
// not count.
func (j *File) LeftBehind() int { return j.Count(ChipAll) - j.Going() }

// Homeless is how many rows of the list name no location, and none was chosen
// for them.
func (j *File) Homeless() int { return j.Tally.with(homeless) }

// AllThere reports whether every row of the list is in its location already.
func (j *File) AllThere() bool {
	all := j.Count(ChipAll)
	return all > 0 && j.Count(ChipThere) == all
}

// HasUsage reports whether any row has a usage other than the standard one.
func (j *File) HasUsage() bool { return j.Tally.with(hasUsage) > 0 }

// HasSubscription reports whether any row has a subscription.
func (j *File) HasSubscription() bool { return j.Tally.with(hasSubscription) > 0 }

// RequestCount is how many requests the plan has.
func (j *File) RequestCount() int { return len(j.Requests) }

// Count is how many rows of the file a chip holds.
func (j *File) Count(c Chip) int { return j.Tally.count(c.Sieve()) }

// Behind is the chip that shows rows that stay behind: those that need the user
// before the others.
func (j *File) Behind() Chip {
	for _, c := range []Chip{ChipProblems, ChipThere, ChipLeftOut} {
		if j.Count(c) > 0 {
			return c
		}
	}
	return ChipAll
}

// ProblemCount is how many rows the workbook of problems would hold.
func (j *File) ProblemCount() int { return j.Count(ChipProblems) }

// OneRequest reports whether mobile numbers past the first request of their group
// stay behind, and SetOneRequest changes that.
func (j *File) OneRequest() bool { return j.Limits.OneRequest }

// SameRecord are a row and those of its record that follow it.
func (j *File) SameRecord(i int) []*number.Row {
	end := i + 1
	for end < len(j.Rows) && j.Rows[end].Record == j.Rows[i].Record {
		end++
	}
	return j.Rows[i:end]
}

// RestGoes reports whether another number of the same cell goes, so that leaving the
// cell out would take more away than the row.
func (j *File) RestGoes(i int) bool {
	for _, step := range []int{-1, 1} {
		for k := i + step; k >= 0 && k < len(j.Rows) && j.Rows[k].Record == j.Rows[i].Record; k += step {
			if j.Rows[k].Goes() {
				return true
			}
		}
	}
	return false
}

// RecordsLike are the records of the rows that have the status, the location and the
// problem of a row.
func (j *File) RecordsLike(i int) []int {
	var records []int
	standing, like := j.Marks[i].Standing(), j.traits.of[i]
	for k, t := range j.traits.of {
		if j.Marks[k].Standing() != standing || t.reason != like.reason || t.place != like.place {
			continue
		}
		if record := int(j.Rows[k].Record); len(records) == 0 || records[len(records)-1] != record {
			records = append(records, record)
		}
	}
	return records
}
