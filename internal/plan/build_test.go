package plan

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"numberloader/internal/number"
	"numberloader/internal/number/numbertest"
)

func diff(want, got any) string {
	return cmp.Diff(want, got, cmp.Comparer(func(a, b number.E164) bool { return a == b }), cmpopts.EquateEmpty(), cmp.AllowUnexported(number.Row{}))
}

// rowOf is a row that goes.
func rowOf(i int, location string, kind number.Kind) *number.Row {
	row := &number.Row{
		Line: int32(i + 2), Shared: &number.Shared{Column: "B", Location: location, LocationID: location}, Number: numbertest.E164(fmt.Sprintf("+1212555%04d", i)), Kind: kind, Usage: number.UsageNone, //nolint:gosec // a few rows
	}
	if kind != number.KindMobile {
		row.State = number.StateActive
	}
	return row
}

func rowsOf(t *testing.T, n int, kind number.Kind) []*number.Row {
	t.Helper()
	rows := make([]*number.Row, n)
	for i := range rows {
		rows[i] = rowOf(i, "London", kind)
	}
	return rows
}

// shape is what the tests compare of a request.
type shape struct {
	Number, Index, Of int
	Location          string
	Kind              number.Kind
	Rows              []int
}

func shapes(requests []Request) []shape {
	all := make([]shape, len(requests))
	for i, r := range requests {
		all[i] = shape{r.Number, r.Index, r.Of, r.Group.Location, r.Group.Kind, r.Rows}
	}
	return all
}

func TestRequestsFollowTheFileByLocationThenGroup(t *testing.T) {
	t.Parallel()
	rows := []*number.Row{
		rowOf(0, "London", number.KindMobile),
		rowOf(1, "Chicago", number.KindDID),
		rowOf(2, "London", number.KindDID),
		rowOf(3, "Chicago", number.KindMobile),
		rowOf(4, "London", number.KindMobile),
		rowOf(5, "Chicago", number.KindDID),
		rowOf(6, "Chicago", number.KindDID),
	}
	want := []shape{
		{1, 1, 1, "London", number.KindMobile, []int{0, 4}},
		{2, 1, 1, "London", number.KindDID, []int{2}},
		{3, 1, 2, "Chicago", number.KindDID, []int{1, 5}},
		{4, 2, 2, "Chicago", number.KindDID, []int{6}},
		{5, 1, 1, "Chicago", number.KindMobile, []int{3}},
	}
	p := Build(rows, Limits{Mobile: 20, Others: 2})
	if d := diff(want, shapes(p.Requests)); d != "" {
		t.Error(d)
	}
	switch {
	case p.Placements[6] != (Placement{2, 2}):
		t.Errorf("p.Placements[6] is %v", p.Placements[6])
	case p.Rows[6] != rows[6]:
		t.Errorf("p.Rows[6] is %v", p.Rows[6])
	}
}

func TestWhatSeparatesGroups(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		kind   number.Kind
		change func(*number.Row)
		want   int
	}{
		"usage":                   {number.KindDID, func(r *number.Row) { r.Usage = number.UsageService }, 2},
		"state":                   {number.KindDID, func(r *number.Row) { r.State = number.StateInactive }, 2},
		"kind":                    {number.KindDID, func(r *number.Row) { r.Kind = number.KindTollFree }, 2},
		"location ID":             {number.KindDID, func(r *number.Row) { r.Shared = &number.Shared{Location: r.Location(), LocationID: "other"} }, 2},
		"subscription":            {number.KindMobile, func(r *number.Row) { r.SetSpecial(number.Special{Subscription: "Sub-1"}) }, 2},
		"carrier":                 {number.KindMobile, func(r *number.Row) { r.SetSpecial(number.Special{Carrier: "c1"}) }, 2},
		"a mobile number's state": {number.KindMobile, func(r *number.Row) { r.State = number.StateInactive }, 1},
		"a DID's subscription":    {number.KindDID, func(r *number.Row) { r.SetSpecial(number.Special{Subscription: "Sub-1"}) }, 1},
		"a DID's carrier":         {number.KindDID, func(r *number.Row) { r.SetSpecial(number.Special{Carrier: "c1"}) }, 1},
		"a remark":                {number.KindDID, func(r *number.Row) { r.Level = number.LevelWarning }, 1},
		"the country, which is shown": {number.KindDID, func(r *number.Row) {
			r.Shared = &number.Shared{Location: r.Location(), LocationID: r.LocationID(), Country: "CA"}
		}, 1},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			rows := rowsOf(t, 2, test.kind)
			test.change(rows[1])
			if got := len(Build(rows, Webex()).Requests); got != test.want {
				t.Errorf("%d requests, want %d", got, test.want)
			}
		})
	}
}

func TestRowsThatStayAreInNoRequest(t *testing.T) {
	t.Parallel()
	tests := map[string]func(*number.Row){
		"a problem":     func(r *number.Row) { r.Level = number.LevelProblem },
		"no number":     func(r *number.Row) { r.Number = number.E164{} },
		"already there": func(r *number.Row) { r.AlreadyThere = true },
		"hidden":        func(r *number.Row) { r.Hidden = true },
		"left out":      func(r *number.Row) { r.LeftOut = true },
		"skipped":       func(r *number.Row) { r.Skipped = number.SkipTotal },
	}
	for name, change := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			rows := rowsOf(t, 2, number.KindDID)
			change(rows[0])
			p := Build(rows, Webex())
			switch {
			case len(p.Requests) != 1:
				t.Errorf("p.Requests is %v", p.Requests)
			case !slices.Equal(p.Requests[0].Rows, []int{1}):
				t.Errorf("p.Requests[0].Rows is %v, not %v", p.Requests[0].Rows, []int{1})
			case p.Placements[0] != (Placement{}):
				t.Errorf("p.Placements[0] is %v", p.Placements[0])
			}
		})
	}
}

func TestFortyFiveMobileNumbersAreThreeRequests(t *testing.T) {
	t.Parallel()
	p := Build(rowsOf(t, 45, number.KindMobile), Webex())
	if r := p.Requests; len(r) != 3 || len(r[0].Rows) != 20 || len(r[2].Rows) != 5 {
		t.Fatalf("got %+v", shapes(r))
	}
	for i, want := range map[int]string{0: "", 19: "", 20: "notice 2 of 3", 40: "notice 3 of 3", 44: "notice 3 of 3"} {
		row, at := p.Rows[i], p.Placements[i]
		got := ""
		if row.Overflows() {
			got = fmt.Sprintf("%s %d of %d", row.Findings()[0].Level, at.Request, at.Of)
			if d := diff(number.OverflowFinding(row.Place(), int(at.Request), int(at.Of), number.LevelNotice), row.Findings()[0]); d != "" {
				t.Errorf("row %d: %s", i, d)
			}
		}
		if got != want || row.Level != number.LevelOK || row.Code() != "" {
			t.Errorf("row %d is %q at level %s, want %q", i, got, row.Level, want)
		}
	}
}

func TestNoLimitIsAboveThatOfTheService(t *testing.T) {
	t.Parallel()
	requests := Build(rowsOf(t, 45, number.KindMobile), Limits{Mobile: 45, Others: 45}).Requests
	if len(requests) != 3 || len(requests[0].Rows) != 20 {
		t.Errorf("got %+v", shapes(requests))
	}
	requests = Build(rowsOf(t, 1001, number.KindDID), Limits{Others: 5000}).Requests
	if len(requests) != 2 || len(requests[0].Rows) != MaxOthers {
		t.Errorf("got %+v", shapes(requests))
	}
}

func TestOneRequestLeavesTheRestBehind(t *testing.T) {
	t.Parallel()
	warning := number.Finding{Level: number.LevelWarning, Code: number.CodeCountryAdded}
	rows := rowsOf(t, 5, number.KindMobile)
	for i := range rows {
		rows[i].SetFindings(warning)
		rows[i].Level = number.LevelWarning
	}
	one := Limits{Mobile: 2, Others: 10, OneRequest: true}
	p := Build(rows, one)
	if d := diff([]shape{{1, 1, 1, "London", number.KindMobile, []int{0, 1}}}, shapes(p.Requests)); d != "" {
		t.Error(d)
	}
	for i := 2; i < 5; i++ {
		row := p.Rows[i]
		want := []number.Finding{warning, number.OverflowFinding(row.Place(), i/2+1, 3, number.LevelProblem)}
		switch {
		case row.Goes():
			t.Error("row.Goes() is true")
		case !row.Overflows():
			t.Error("row.Overflows() is false")
		case p.Placements[i] != (Placement{}):
			t.Errorf("p.Placements[i] is %v", p.Placements[i])
		case row.Code() != number.CodeMobileOverflow:
			t.Errorf("row.Code() is %v, not %v", row.Code(), number.CodeMobileOverflow)
		}
		if d := diff(want, row.Findings()); d != "" {
			t.Error(d)
		}
	}
}

func TestFindingsOfOtherRowsAreLeftAlone(t *testing.T) {
	t.Parallel()
	shared := make([]number.Finding, 1, 8)
	shared[0] = number.Finding{Level: number.LevelWarning, Code: number.CodeSeveralNumbers}
	rows := rowsOf(t, 3, number.KindMobile)
	for i := range rows {
		rows[i].SetFindings(shared...)
	}
	for i, row := range Build(rows, Limits{Mobile: 1, Others: 1}).Rows {
		if row.Overflows() != (i > 0) || len(row.Findings()) != 1+min(i, 1) {
			t.Errorf("row %d has %d findings", i, len(row.Findings()))
		}
		if i > 0 {
			if d := diff(number.OverflowFinding(row.Place(), i+1, 3, number.LevelNotice), row.Findings()[1]); d != "" {
				t.Errorf("row %d: %s", i, d)
			}
		}
	}
}

func TestCheck(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		limits Limits
		wrong  OutOfRange
	}{
		"those of Webex":       {Webex(), OutOfRange{}},
		"the smallest":         {Limits{Mobile: 1, Others: 1}, OutOfRange{}},
		"the largest":          {Limits{Mobile: 20, Others: 1000}, OutOfRange{}},
		"no mobile number":     {Limits{Mobile: 0, Others: 10}, OutOfRange{true, 20, 0}},
		"a mobile number more": {Limits{Mobile: 21, Others: 10}, OutOfRange{true, 20, 21}},
		"no other number":      {Limits{Mobile: 20, Others: 0}, OutOfRange{false, 1000, 0}},
		"too many others":      {Limits{Mobile: 20, Others: 1001}, OutOfRange{false, 1000, 1001}},
	} {
		wrong, ok := test.limits.Check()
		if wrong != test.wrong || ok != (test.wrong == OutOfRange{}) {
			t.Errorf("%s: got %+v, %v", name, wrong, ok)
		}
	}
}

// anyRows are rows of every sort, most of which go.
func anyRows(t *rapid.T) []*number.Row {
	rows := make([]*number.Row, rapid.IntRange(0, 120).Draw(t, "rows"))
	for i := range rows {
		row := rowOf(i,
			rapid.SampledFrom([]string{"London", "Chicago"}).Draw(t, "location"),
			rapid.SampledFrom([]number.Kind{number.KindDID, number.KindTollFree, number.KindMobile}).Draw(t, "kind"))
		row.Usage = rapid.SampledFrom([]number.Usage{number.UsageNone, number.UsageService}).Draw(t, "usage")
		row.SetSpecial(number.Special{Subscription: rapid.SampledFrom([]string{"", "Sub-1"}).Draw(t, "subscription")})
		row.SetFindings(rapid.SampledFrom([][]number.Finding{
			nil,
			{{Level: number.LevelWarning, Code: number.CodeCountryAdded}},
			{{Level: number.LevelProblem, Code: number.CodeTooShort}, {Level: number.LevelWarning, Code: number.CodeCountryAdded}},
		}).Draw(t, "findings")...)
		row.Level, _ = row.Worst()
		row.Hidden = rapid.IntRange(0, 9).Draw(t, "hidden") == 0
		rows[i] = row
	}
	return rows
}

// anyLimits reach past what is allowed.
func anyLimits(t *rapid.T) Limits {
	return Limits{
		Mobile:     rapid.IntRange(-1, 40).Draw(t, "mobile"),
		Others:     rapid.IntRange(-1, 12).Draw(t, "others"),
		OneRequest: rapid.Bool().Draw(t, "one request"),
	}
}

func TestBuildLosesNothing(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		rows, limits := anyRows(t), anyLimits(t)
		goes := make([]bool, len(rows))
		for i := range rows {
			goes[i] = rows[i].Goes()
		}
		p := Build(rows, limits)
		in := map[int]int{}
		last := map[Group]int{}
		for at, request := range p.Requests {
			if request.Number != at+1 {
				t.Fatalf("request %d is numbered %d", at+1, request.Number)
			}
			if size := len(request.Rows); size == 0 || size > limits.of(request.Group.Kind) {
				t.Fatalf("a request of %d", size)
			}
			if request.Group.Kind == number.KindMobile && len(request.Rows) > 20 {
				t.Fatalf("a mobile request of %d", len(request.Rows))
			}
			for _, i := range request.Rows {
				if in[i] != 0 {
					t.Fatalf("row %d is sent twice", i)
				}
				in[i] = request.Number
				if groupOf(rows[i]) != request.Group {
					t.Fatalf("row %d is in a request of another group", i)
				}
				if before, ok := last[request.Group]; ok && before >= i {
					t.Fatalf("row %d stands after row %d", i, before)
				}
				last[request.Group] = i
				if p.Placements[i] != request.Placement() {
					t.Fatalf("row %d says %+v", i, p.Placements[i])
				}
			}
		}
		for i, row := range p.Rows {
			left := limits.OneRequest && row.Code() == number.CodeMobileOverflow
			if goes[i] != (in[i] != 0 || left) {
				t.Fatalf("row %d goes: %t, is in request %d", i, goes[i], in[i])
			}
			if row.Goes() != (in[i] != 0) {
				t.Fatalf("row %d says that it goes: %t", i, row.Goes())
			}
			if overflow := goes[i] && row.Kind == number.KindMobile && (left || p.Placements[i].Request > 1); overflow != row.Overflows() {
				t.Fatalf("row %d overflows: %t", i, row.Overflows())
			}
		}
	})
}

// TestPlanningWritesToNoRow plans rows again and again, with other limits each time.
func TestPlanningWritesToNoRow(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		rows := anyRows(t)
		before := make([]number.Row, len(rows))
		for i, row := range rows {
			before[i] = *row
			before[i].SetFindings(slices.Clone(row.Findings())...)
		}
		limits := anyLimits(t)
		want := Build(rows, limits)
		Build(rows, anyLimits(t))
		if d := diff(want, Build(rows, limits)); d != "" {
			t.Fatal(d)
		}
		for i, row := range rows {
			if d := diff(before[i], *row); d != "" {
				t.Fatalf("row %d: %s", i, d)
			}
		}
	})
}
