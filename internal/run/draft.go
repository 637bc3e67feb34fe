package run

import (
	"slices"
	"strings"

	"numberloader/internal/number"
	"numberloader/internal/plan"
)

// NewDraft puts together what is known of a run before anything is sent. Rows
// that are in no request get their results: already there, refused if Webex has
// said so, and not sent for the others. Rows that the rules leave out of the
// list (number.Row.Skipped) are no lines of a run. Requests of the plan are over its
// rows; those of the draft are over its lines. Confirmed are the locations of rows that go
// although Webex did not report a PSTN type, because the user overrode the finding. The
// caller adds Person and Program.
func NewDraft(table *number.Table, planned plan.Plan, org Organization) Draft {
	columns := number.UnionOf(table)
	d := Draft{
		Path: table.Path, Sheet: strings.Join(table.SheetNames(), ", "), Headings: columns.Headings, Organization: org, Aside: asideOf(table),
	}
	d.Lines = make([]Line, 0, len(planned.Rows))
	lineOf := make([]int, len(planned.Rows))
	for i, row := range planned.Rows {
		lineOf[i] = len(d.Lines)
		if row.Skipped != number.SkipNone {
			continue
		}
		d.Lines = append(d.Lines, Line{Row: *row, Source: source(table, columns, int(row.Record))})
	}
	d.Requests = make([]plan.Request, len(planned.Requests))
	for i, request := range planned.Requests {
		lines := make([]int, len(request.Rows))
		for at, row := range request.Rows {
			lines[at] = lineOf[row]
			d.Lines[lineOf[row]].Request = request.Number
		}
		request.Rows = lines
		d.Requests[i] = request
	}
	for i := range d.Lines {
		switch line := &d.Lines[i]; {
		case line.Request == 0:
			line.Result = stays(&line.Row)
		case vouched(&line.Row) && !slices.Contains(d.Confirmed, line.Row.LocationID()):
			d.Confirmed = append(d.Confirmed, line.Row.LocationID())
		}
	}
	return d
}

// vouched reports whether the user overrode pstn_unknown for a row that will be sent.
func vouched(row *number.Row) bool {
	return row.Says(number.CodePSTNUnknown)
}

func source(table *number.Table, columns *number.Union, record int) number.Source {
	if record < 0 || record >= len(table.Records) {
		return number.Source{}
	}
	return columns.Source(&table.Records[record])
}

// asideOf is what of the file was left aside.
func asideOf(table *number.Table) []number.Item {
	return slices.DeleteFunc(slices.Clone(table.Inventory), func(item number.Item) bool { return item.Aside == number.AsideNone })
}

// stays is the result of a row that is in no request. The row itself says why.
func stays(row *number.Row) Result {
	switch code := row.Code(); {
	case row.LeftOut:
		return Result{}
	case row.AlreadyThere:
		return Result{Outcome: AlreadyThere, ErrorCode: string(number.CodeAlreadyThere)}
	case row.Level != number.LevelProblem:
		return Result{}
	case code == number.CodeAlreadyInWebex || code == number.CodeUnavailableInWebex:
		// Webex was asked and refused the number (docs/number-rules.md, 4).
		return Result{Outcome: Refused, ErrorCode: string(code)}
	default:
		return Result{ErrorCode: string(code)}
	}
}
