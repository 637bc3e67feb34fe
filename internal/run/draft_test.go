package run

import (
	"slices"
	"strings"
	"testing"

	"numberloader/internal/number"
	"numberloader/internal/plan"
)

func TestNewDraftSaysHowRowsEndThatStayBehind(t *testing.T) {
	t.Parallel()
	row := func(change func(*number.Row)) number.Row {
		r := number.Row{Number: mustNumber(t, "+12125550100"), Kind: number.KindDID}
		change(&r)
		return r
	}
	problem := func(code number.Code, change func(*number.Row)) number.Row {
		return row(func(r *number.Row) {
			r.Level, r.Code = number.LevelProblem, code
			r.Findings = []number.Finding{
				{Level: number.LevelProblem, Code: code, Message: "It is " + string(code) + "."},
				{Level: number.LevelWarning, Code: number.CodeReformatted, Message: "Not this."},
			}
			change(r)
		})
	}
	same := func(*number.Row) {}
	tests := map[string]struct {
		row  number.Row
		want Result
	}{
		"a problem is not sent, for its reason": {
			problem(number.CodeTooShort, same),
			Result{ErrorCode: "too_short", Reason: "It is too_short.", ToDo: "Correct the number in the file and load the file again."},
		},
		"a suggestion is repeated": {
			problem(number.CodeAmbiguousPrefix, func(r *number.Row) { r.Suggestion = "+12125550166" }),
			Result{
				ErrorCode: "ambiguous_prefix", Reason: "It is ambiguous_prefix.",
				ToDo: "Replace the number with +12125550166 if that is right, and load the file again.",
			},
		},
		"a problem that may be overridden says so": {
			problem(number.CodeInvalidNumber, func(r *number.Row) { r.Overridable = true }),
			Result{
				ErrorCode: "invalid_number", Reason: "It is invalid_number.",
				ToDo: "Correct the number, or send it anyway if you are sure, and load the file again.",
			},
		},
		"a duplicate needs nothing": {
			problem(number.CodeDuplicate, same),
			Result{ErrorCode: "duplicate", Reason: "It is duplicate."},
		},
		"a number in another location is refused": {
			problem(number.CodeAlreadyInWebex, same),
			Result{
				Outcome: Refused, ErrorCode: "already_in_webex", Reason: "It is already_in_webex.",
				ToDo: "Move the number in Control Hub if it belongs to another location.",
			},
		},
		"a number that Webex does not take is refused": {
			problem(number.CodeUnavailableInWebex, same),
			Result{
				Outcome: Refused, ErrorCode: "unavailable_in_webex", Reason: "It is unavailable_in_webex.",
				ToDo: "Check the number with your carrier.",
			},
		},
		"a number in the wanted location is already there": {
			row(func(r *number.Row) {
				r.AlreadyThere = true
				r.Findings = []number.Finding{{Level: number.LevelWarning, Code: number.CodeAlreadyThere, Message: "It is there."}}
			}),
			Result{Outcome: AlreadyThere, ErrorCode: "already_there", Reason: "It is there."},
		},
		"a hidden row says that it is hidden": {
			row(func(r *number.Row) { r.Hidden = true }),
			Result{
				Reason: "This row is hidden in the file.",
				ToDo:   "Show the row in Excel, or include hidden rows, and load the file again.",
			},
		},
		"a problem says more than being hidden": {
			problem(number.CodeDuplicate, func(r *number.Row) { r.Hidden = true }),
			Result{ErrorCode: "duplicate", Reason: "It is duplicate."},
		},
		"the user's word comes first": {
			problem(number.CodeTooShort, func(r *number.Row) { r.LeftOut = true }),
			Result{Reason: "You left this row out."},
		},
		"a good row that nobody planned": {
			row(same),
			Result{Reason: "This row was not part of the plan.", ToDo: "Load the file again."},
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d := NewDraft(&number.Table{}, []number.Row{test.row}, nil, Organization{})
			if d := diff(test.want, d.Lines[0].Result); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestNewDraftKeepsRowsAndRequestsTogether(t *testing.T) {
	t.Parallel()
	table, rows, requests := sampleRows(t)
	d := NewDraft(table, rows, requests, Organization{ID: "O1", Name: "Acme Corp"})

	if len(d.Lines) != len(rows)-1 {
		t.Fatalf("%d lines of %d rows, one of them skipped", len(d.Lines), len(rows))
	}
	for i, request := range d.Requests {
		for at, line := range request.Rows {
			if want := rows[requests[i].Rows[at]].Number; d.Lines[line].Row.Number != want {
				t.Errorf("request %d holds %s, want %s", request.Number, d.Lines[line].Row.Number, want)
			}
			if d.Lines[line].Request != request.Number {
				t.Errorf("line %d says request %d, want %d", line, d.Lines[line].Request, request.Number)
			}
			if d := diff(Result{}, d.Lines[line].Result); d != "" {
				t.Errorf("a row that goes has a result already: %s", d)
			}
		}
	}
	if requests[1].Rows[1] != 11 {
		t.Error("the requests over rows were changed")
	}
	for _, line := range d.Lines {
		if line.Source[1] != line.Row.Input {
			t.Errorf("line %d has the source of another row: %q", line.Row.Line, line.Source)
		}
	}
	if d.Path != table.Path || d.Sheet != table.Sheet || len(d.Headings) != 2 || d.Organization.Name != "Acme Corp" {
		t.Errorf("the file or the organization is missing: %+v", d)
	}
}

func TestTheOverriddenPSTNOfRowsThatGoIsConfirmed(t *testing.T) {
	t.Parallel()
	row := func(location string, level number.Level) number.Row {
		return number.Row{
			Number: mustNumber(t, "+12125550100"), LocationID: location, Level: level,
			Findings: []number.Finding{{Level: number.LevelWarning, Code: number.CodeReformatted}, {Level: level, Code: number.CodePSTNUnknown}},
		}
	}
	rows := []number.Row{
		row("L1", number.LevelWarning), row("L1", number.LevelWarning), row("L2", number.LevelProblem),
		{Number: mustNumber(t, "+12125550101"), LocationID: "L3"},
	}
	requests := []plan.Request{{Number: 1, Rows: []int{0, 1}}, {Number: 2, Rows: []int{3}}}
	d := NewDraft(&number.Table{}, rows, requests, Organization{})
	if !slices.Equal(d.Confirmed, []string{"L1"}) {
		t.Errorf("confirmed %q", d.Confirmed)
	}
}

func TestAdviceIsPlain(t *testing.T) {
	t.Parallel()
	for code, text := range toDos {
		if text != "" && !strings.HasSuffix(text, ".") || strings.Contains(text, "!") {
			t.Errorf("%s: %q", code, text)
		}
	}
}
