package run

import (
	"slices"

	"numberloader/internal/number"
	"numberloader/internal/plan"
)

// NewDraft puts together what is known of a run before anything is sent. Rows
// that are in no request get their results: already there, refused if Webex has
// said so, and not sent for the others. Rows that the rules leave out of the
// list (number.Row.Skipped) are no lines of a run. Requests are over rows; those
// of the draft are over its lines. Confirmed are the locations of rows that go
// although Webex did not tell the PSTN type: the user has overridden that. The
// caller adds Person and Program.
func NewDraft(table *number.Table, rows []number.Row, requests []plan.Request, org Organization) Draft {
	d := Draft{Path: table.Path, Sheet: table.Sheet, Headings: table.Headings, Organization: org}
	d.Lines = make([]Line, 0, len(rows))
	lineOf := make([]int, len(rows))
	for i := range rows {
		lineOf[i] = len(d.Lines)
		if rows[i].Skipped != number.SkipNone {
			continue
		}
		d.Lines = append(d.Lines, Line{Row: rows[i], Source: source(table, rows[i].Record)})
	}
	d.Requests = make([]plan.Request, len(requests))
	for i, request := range requests {
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
		case vouched(&line.Row) && !slices.Contains(d.Confirmed, line.Row.LocationID):
			d.Confirmed = append(d.Confirmed, line.Row.LocationID)
		}
	}
	return d
}

// vouched says of a row that goes that the user has overridden pstn_unknown.
func vouched(row *number.Row) bool {
	return slices.ContainsFunc(row.Findings, func(f number.Finding) bool { return f.Code == number.CodePSTNUnknown })
}

func source(table *number.Table, record int) []string {
	if record < 0 || record >= len(table.Records) {
		return nil
	}
	return table.Records[record].Source
}

// stays is how a row ends that is in no request.
func stays(row *number.Row) Result {
	switch {
	case row.LeftOut:
		return Result{Reason: "You left this row out."}
	case row.AlreadyThere:
		return finding(row, AlreadyThere, number.CodeAlreadyThere)
	case row.Level == number.LevelProblem && refusedByWebex(row.Code):
		return finding(row, Refused, row.Code)
	case row.Level == number.LevelProblem:
		return finding(row, NotSent, row.Code)
	case row.Hidden:
		return Result{
			Reason: "This row is hidden in the file.",
			ToDo:   "Show the row in Excel, or include hidden rows, and load the file again.",
		}
	}
	return Result{Reason: "This row was not part of the plan.", ToDo: "Load the file again."}
}

// refusedByWebex says that a row with this problem ends as refused though it
// was not sent: Webex was asked and has said no (docs/number-rules.md, 4).
func refusedByWebex(code number.Code) bool {
	return code == number.CodeAlreadyInWebex || code == number.CodeUnavailableInWebex
}

// finding is a result in the words of the row's finding with the code.
func finding(row *number.Row, outcome Outcome, code number.Code) Result {
	result := Result{Outcome: outcome, ErrorCode: string(code), ToDo: toDo(row, code)}
	for _, f := range row.Findings {
		if f.Code == code {
			result.Reason = f.Message
			break
		}
	}
	return result
}

// toDo is what a person can do about a row that stayed behind.
func toDo(row *number.Row, code number.Code) string {
	if text, ok := toDos[code]; ok {
		return text
	}
	switch {
	case row.Suggestion != "":
		return "Replace the number with " + row.Suggestion + " if that is right, and load the file again."
	case row.Overridable:
		return "Correct the number, or send it anyway if you are sure, and load the file again."
	}
	return "Correct the number in the file and load the file again."
}

// toDos are the advice for codes that the number itself does not explain. An
// empty text means that there is nothing to do.
//
//nolint:gochecknoglobals // a constant table, never written
var toDos = map[number.Code]string{
	number.CodeMissingNumber:      "Type the number, or delete the row.",
	number.CodeBadCell:            "Repair the cell in Excel and load the file again.",
	number.CodeNoCountry:          "Choose the location or a country and load the file again.",
	number.CodeRange:              "Load the file again and expand the range.",
	number.CodeRemoveMarker:       "",
	number.CodeDuplicate:          "",
	number.CodeUnknownWord:        "Correct the word in the file and load the file again.",
	number.CodeUnknownLocation:    "Correct the name of the location and load the file again.",
	number.CodeIntegratedPSTN:     "Order the number in Control Hub.",
	number.CodeNoPSTN:             "Set up a PSTN connection for the location in Control Hub and load the file again.",
	number.CodePSTNUnknown:        "Find out how the location gets its calls, confirm it, and load the file again.",
	number.CodeMobileOverflow:     "Load the file again to send this number in a further request.",
	number.CodeAlreadyThere:       "",
	number.CodeAlreadyInWebex:     "Move the number in Control Hub if it belongs to another location.",
	number.CodeUnavailableInWebex: "Check the number with your carrier.",
}
