package activation

import (
	"slices"

	"numberloader/internal/number"
	"numberloader/internal/plan"
	"numberloader/internal/run"
)

// OfEarlier is a run of its own that activates some inactive numbers of an earlier run:
// of those lines that it can activate, the chosen ones. Fields that run.NewDraft leaves
// to its caller are left here, too.
func OfEarlier(earlier *run.Run, chosen []int) run.Draft {
	draft := run.Draft{
		Path: earlier.Path, Sheet: earlier.Sheet, Headings: earlier.Headings, Organization: earlier.Organization,
		Confirmed: slices.Clone(earlier.Confirmed), Activates: true,
	}
	var rows []*number.Row
	for _, i := range earlier.Rows(run.ActionActivate) {
		if !slices.Contains(chosen, i) {
			continue
		}
		line := run.Line{Row: earlier.Lines[i].Row, Source: earlier.Lines[i].Source, Result: alreadyThere("fates.list.inactive")}
		line.Row.State = number.StateInactive
		rows = append(rows, &line.Row)
		draft.Lines = append(draft.Lines, line)
	}
	draft.Requests = plan.Build(rows, plan.Webex()).Requests
	for _, request := range draft.Requests {
		for _, i := range request.Rows {
			draft.Lines[i].Request = request.Number
		}
	}
	return draft
}
