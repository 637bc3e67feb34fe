package phrase

import (
	"testing"

	"numberloader/internal/number"
	"numberloader/internal/number/numbertest"
	"numberloader/internal/plan"
	"numberloader/internal/run"
)

func TestOutcomesHaveLabels(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for _, o := range run.Outcomes() {
		if label := Outcome(o); label == o.String() || seen[label] {
			t.Errorf("%s is called %q", o, label)
		}
		seen[Outcome(o)] = true
	}
}

func TestRowsThatStayBehindSayWhy(t *testing.T) {
	t.Parallel()
	problem := func(code number.Code, change func(*number.Row)) number.Row {
		r := number.Row{Level: number.LevelProblem}
		r.SetFindings(
			number.QuotedFinding(number.LevelWarning, number.CodeReformatted, "Not this."),
			number.QuotedFinding(number.LevelProblem, code, "It is "+string(code)+"."),
		)
		change(&r)
		return r
	}
	same := func(*number.Row) {}
	for name, test := range map[string]struct {
		row          number.Row
		reason, todo string
	}{
		"a problem is not sent, for its reason": {
			problem(number.CodeTooShort, same), "It is too_short.", "Correct the number in the file and load the file again.",
		},
		"a suggestion is repeated": {
			problem(number.CodeAmbiguousPrefix, func(r *number.Row) { r.SetSpecial(number.Special{Suggestion: "+12125550166"}) }),
			"It is ambiguous_prefix.", "Replace the number with +12125550166 if that is right, and load the file again.",
		},
		"a problem that may be overridden says so": {
			problem(number.CodeInvalidNumber, func(r *number.Row) { r.Overridable = true }),
			"It is invalid_number.", "Correct the number, or send it anyway if you are sure, and load the file again.",
		},
		"what to do is said once": {
			problem(number.CodeMissingNumber, func(r *number.Row) {
				r.SetFindings(number.NewFinding(r.Code(), number.Usual, number.Args{{"cell", "DIDs!B7"}}))
			}), "DIDs!B7 is empty.", "Type the number, or delete the row.",
		},
		"a suggestion is made once": {
			problem(number.CodeExtension, func(r *number.Row) {
				r.SetSpecial(number.Special{Suggestion: "+18165550131"})
				r.SetFindings(number.NewFinding(r.Code(), number.Usual, number.Args{{"cell", "B7"}, {"shown", "8165550131 x204"}, {"suggestion", "+18165550131"}}))
			}),
			`B7: "8165550131 x204" contains an extension. Webex needs the number without it.`,
			"Replace the number with +18165550131 if that is right, and load the file again.",
		},
		"a duplicate needs nothing": {problem(number.CodeDuplicate, same), "It is duplicate.", ""},
		"a number in another location is refused": {
			problem(number.CodeAlreadyInWebex, same), "It is already_in_webex.",
			"Move the number in Control Hub if it belongs to another location.",
		},
		"a number that Webex does not take is refused": {
			problem(number.CodeUnavailableInWebex, same), "It is unavailable_in_webex.", "Check the number with your carrier.",
		},
		"a number in the wanted location is already there": {
			problem(number.CodeAlreadyThere, func(r *number.Row) { r.Level, r.AlreadyThere = number.LevelWarning, true }),
			"It is already_there.", "",
		},
		"a hidden row says that it is hidden": {
			number.Row{Hidden: true},
			"This row is hidden in the file.",
			"Show the row in Excel, or include hidden rows, and load the file again.",
		},
		"a problem says more than being hidden": {
			problem(number.CodeDuplicate, func(r *number.Row) { r.Hidden = true }), "It is duplicate.", "",
		},
		"the user's word comes first": {
			problem(number.CodeTooShort, func(r *number.Row) { r.LeftOut = true }), "You left this row out.", "",
		},
		"a good row that nobody planned": {number.Row{}, "This row was not part of the plan.", "Load the file again."},
		"a problem that nobody has a finding for": {
			number.Row{Level: number.LevelProblem},
			"This row has no number that could be sent.",
			"Correct the number in the file and load the file again.",
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			line := &run.NewDraft(&number.Table{}, plan.Plan{Rows: []*number.Row{&test.row}}, run.Organization{}).Lines[0]
			if reason, todo := Reason(line), ToDo(line, AfterClosing); reason != test.reason || todo != test.todo {
				t.Errorf("got %q and %q", reason, todo)
			}
		})
	}
}

func TestAdviceFitsWhereItIsGiven(t *testing.T) {
	t.Parallel()
	problem := func(change func(*number.Row)) number.Row {
		r := numbertest.Say(&number.Row{}, number.CodeTooShort)
		change(r)
		return *r
	}
	for _, test := range []struct {
		row            number.Row
		closed, review string
	}{
		{
			problem(func(*number.Row) {}),
			"Correct the number in the file and load the file again.", "Correct the number in Review.",
		},
		{
			problem(func(r *number.Row) { r.SetSpecial(number.Special{Suggestion: "+12125550166"}) }),
			"Replace the number with +12125550166 if that is right, and load the file again.",
			"Replace the number with +12125550166 in Review if that is right.",
		},
		{
			problem(func(r *number.Row) { r.Overridable = true }),
			"Correct the number, or send it anyway if you are sure, and load the file again.",
			"Correct the number in Review, or send it anyway if you are sure.",
		},
		{
			number.Row{Hidden: true},
			"Show the row in Excel, or include hidden rows, and load the file again.", "Include hidden rows in Review to send it.",
		},
		{number.Row{}, "Load the file again.", "It can still be added from Review."},
	} {
		line := &run.Line{Row: test.row}
		if closed, review := ToDo(line, AfterClosing), ToDo(line, InReview); closed != test.closed || review != test.review {
			t.Errorf("got %q and %q", closed, review)
		}
	}
}

func TestLinesThatWereSentSayWhatWasKept(t *testing.T) {
	t.Parallel()
	kept := run.Result{Outcome: run.Refused, Why: run.Quoted("It is in use.", "Move it.")}
	change := func(s run.Stage) *run.Change { return &run.Change{Stage: s} }
	for name, test := range map[string]struct {
		line         run.Line
		reason, todo string
	}{
		"refused":                 {run.Line{Request: 1, Result: kept}, "It is in use.", "Move it."},
		"added":                   {run.Line{Request: 1, Result: run.Result{Outcome: run.Added}}, "", ""},
		"not sent yet":            {run.Line{Request: 1}, "", ""},
		"not known":               {run.Line{Request: 1, Result: run.Result{Outcome: run.NotKnown}}, "The request was sent, and it is not known whether Webex took it.", "Check what is not known before you send it again."},
		"not known, and answered": {run.Line{Request: 1, Result: run.Result{Outcome: run.NotKnown, ErrorCode: "25024"}}, "", ""},
		"being removed":           {run.Line{Request: 1, Result: run.Result{Outcome: run.NotKnown}, Change: change(run.StageRemove)}, "Its removal was sent, and it is not known whether Webex carried it out.", "Undo the run again to find out."},
		"being activated":         {run.Line{Request: 1, Result: run.Result{Outcome: run.NotKnown}, Change: change(run.StageActivate)}, "Its activation was sent, and it is not known whether Webex carried it out.", "Activate the run's numbers again to find out."},
	} {
		if reason, todo := Reason(&test.line), ToDo(&test.line, AfterClosing); reason != test.reason || todo != test.todo {
			t.Errorf("%s: got %q and %q", name, reason, todo)
		}
	}
}

func TestALineThatWasSentCorrectedSaysOldAndNew(t *testing.T) {
	t.Parallel()
	corrected := number.Row{Input: "816 555 01", Number: numbertest.E164("+18165550155"), Shared: &number.Shared{Location: "Kansas City"}, ByUser: true}
	asInFile := corrected
	asInFile.ByUser = false
	for _, test := range []struct {
		line run.Line
		want string
	}{
		{run.Line{Row: corrected, Request: 1}, `You corrected this row. In the file: "816 555 01". Sent: +18165550155 to Kansas City.`},
		{run.Line{Row: corrected}, ""}, // it was not sent
		{run.Line{Row: asInFile, Request: 1}, ""},
	} {
		if got := Corrected(&test.line); got != test.want {
			t.Errorf("said %q, want %q", got, test.want)
		}
	}
}
