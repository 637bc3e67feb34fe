package run

import (
	"slices"
	"testing"

	"numberloader/internal/number"
	"numberloader/internal/number/numbertest"
	"numberloader/internal/plan"
)

func TestNewDraftSaysHowRowsEndThatStayBehind(t *testing.T) {
	t.Parallel()
	row := func(change func(*number.Row)) number.Row {
		r := number.Row{Number: numbertest.E164("+12125550100"), Kind: number.KindDID}
		change(&r)
		return r
	}
	problem := func(code number.Code) func(*number.Row) {
		return func(r *number.Row) { numbertest.Say(r, code) }
	}
	tests := map[string]struct {
		row  number.Row
		want Result
	}{
		"a problem is not sent":                        {row(problem(number.CodeTooShort)), Result{ErrorCode: "too_short"}},
		"a number in another location is refused":      {row(problem(number.CodeAlreadyInWebex)), Result{Outcome: Refused, ErrorCode: "already_in_webex"}},
		"a number that Webex does not take is refused": {row(problem(number.CodeUnavailableInWebex)), Result{Outcome: Refused, ErrorCode: "unavailable_in_webex"}},
		"a number in the wanted location is already there": {
			row(func(r *number.Row) { r.AlreadyThere = true }), Result{Outcome: AlreadyThere, ErrorCode: "already_there"},
		},
		"a hidden row": {row(func(r *number.Row) { r.Hidden = true }), Result{}},
		"a problem says more than being hidden": {
			row(func(r *number.Row) { problem(number.CodeDuplicate)(r); r.Hidden = true }), Result{ErrorCode: "duplicate"},
		},
		"the user's word comes first": {
			row(func(r *number.Row) { problem(number.CodeTooShort)(r); r.LeftOut = true }), Result{},
		},
		"a good row that nobody planned": {row(func(*number.Row) {}), Result{}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d := NewDraft(&number.Table{}, plan.Plan{Rows: []*number.Row{&test.row}}, Organization{})
			if d := diff(test.want, d.Lines[0].Result); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestNewDraftKeepsRowsAndRequestsTogether(t *testing.T) {
	t.Parallel()
	table, rows, requests := sampleRows()
	d := NewDraft(table, plan.Plan{Rows: rows, Requests: requests}, Organization{ID: "O1", Name: "Acme Corp"})

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
		if line.Source.At(1) != line.Row.Input {
			t.Errorf("line %d has the source of another row: %q", line.Row.Line, line.Source.All())
		}
	}
	switch {
	case d.Path != table.Path:
		t.Errorf("d.Path is %v, not %v", d.Path, table.Path)
	case d.Sheet != table.Sheet:
		t.Errorf("d.Sheet is %v, not %v", d.Sheet, table.Sheet)
	case len(d.Headings) != 2:
		t.Errorf("d.Headings is %v", d.Headings)
	case d.Organization.Name != "Acme Corp":
		t.Errorf("d.Organization.Name is %q, not %q", d.Organization.Name, "Acme Corp")
	}
}

func TestTheOverriddenPSTNOfRowsThatGoIsConfirmed(t *testing.T) {
	t.Parallel()
	row := func(location string, level number.Level) *number.Row {
		row := &number.Row{Number: numbertest.E164("+12125550100"), Shared: &number.Shared{LocationID: location}, Level: level}
		row.SetFindings(number.Finding{Level: number.LevelWarning, Code: number.CodeReformatted}, number.Finding{Level: level, Code: number.CodePSTNUnknown})
		return row
	}
	rows := []*number.Row{
		row("L1", number.LevelWarning), row("L1", number.LevelWarning), row("L2", number.LevelProblem),
		{Number: numbertest.E164("+12125550101"), Shared: &number.Shared{LocationID: "L3"}},
	}
	requests := []plan.Request{{Number: 1, Rows: []int{0, 1}}, {Number: 2, Rows: []int{3}}}
	d := NewDraft(&number.Table{}, plan.Plan{Rows: rows, Requests: requests}, Organization{})
	if !slices.Equal(d.Confirmed, []string{"L1"}) {
		t.Errorf("confirmed %q", d.Confirmed)
	}
}

// TestADraftKeepsWhatSeveralSheetsHold has two sheets with their columns in another
// order, and something that was left aside.
func TestADraftKeepsWhatSeveralSheetsHold(t *testing.T) {
	t.Parallel()
	aside := number.Item{Sheet: "Austin", Column: 5, Heading: "Fax", Filled: 44, Phones: 44, Aside: number.AsideOtherPhone}
	table := &number.Table{
		Sheet: "Austin", Headings: []string{"Site", "Phone"}, Further: []number.List{{Sheet: "Berlin", Headings: []string{"Phone", "Site"}}},
		Records:   []number.Record{{Source: number.SourceOf("Austin", "1")}, {List: 1, Source: number.SourceOf("2", "Berlin")}},
		Inventory: []number.Item{{Sheet: "Austin", Column: 1, Field: number.FieldNumber}, aside},
	}
	rows := []*number.Row{{Line: 2, Shared: &number.Shared{Column: "Austin!B"}}, {Record: 1, Line: 2, Shared: &number.Shared{Column: "Berlin!A"}}}
	d := NewDraft(table, plan.Plan{Rows: rows}, Organization{})
	if d.Sheet != "Austin, Berlin" || !d.SeveralSheets() || !slices.Equal(d.Lines[1].Source.All(), []string{"Berlin", "2"}) {
		t.Errorf("sheets %q, %v, source %q", d.Sheet, d.SeveralSheets(), d.Lines[1].Source.All())
	}
	if d := diff([]number.Item{aside}, d.Aside); d != "" {
		t.Error(d)
	}
	if d.Lines = d.Lines[:1]; d.SeveralSheets() {
		t.Error("one line is of several sheets")
	}
}
