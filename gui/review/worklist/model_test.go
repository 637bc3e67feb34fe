package worklist

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"numberloader/gui/review/judged"
	"numberloader/gui/rows"
	"numberloader/internal/number"
	"numberloader/internal/number/numbertest"
	"numberloader/internal/plan"
)

// cells are the cells that are shown, in order.
func cells(m *Model) string {
	var all []string
	for i := range m.Len() {
		all = append(all, m.Value(i, ColumnCell).Text)
	}
	return strings.Join(all, " ")
}

func TestCountsAddUpAsTheyDoEverywhere(t *testing.T) {
	t.Parallel()
	m := modelOf(t)
	got := map[string]int{}
	for _, c := range m.Chips() {
		got[m.ChipLabel(c)] = m.Count(c)
	}
	want := map[string]int{"All": 38, "Ready": 30, "Changed": 1, "Problems": 5, "Already there": 1, "Skipped": 1, "Left aside": 1, "Over 20": 5}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	switch {
	case m.Going() != 31:
		t.Errorf("m.Going() is %v, not 31", m.Going())
	case m.LeftBehind() != 7:
		t.Errorf("m.LeftBehind() is %v, not 7", m.LeftBehind())
	case m.Count(judged.ChipProblems) != 5:
		t.Errorf("m.Count(ChipProblems) is %v, not 5", m.Count(judged.ChipProblems))
	case m.fix(FixAccept, "").Count != 1:
		t.Errorf("m.fix(FixAccept, \"\").Count is %v, not 1", m.fix(FixAccept, "").Count)
	}
	for _, c := range m.Chips() {
		if m.Choose(c); m.Len() != m.Count(c) {
			t.Errorf("%s says %d and shows %d", m.ChipLabel(c), m.Count(c), m.Len())
		}
		if chosen, ok := m.Chosen(); chosen != c || !ok {
			t.Errorf("%v is chosen, not %v", chosen, c)
		}
	}
	m.Choose(judged.ChipAside)
	if got := cells(m); got != "B15" {
		t.Errorf("left aside are %s", got)
	}
}

func TestHeadlineSaysHowThingsStand(t *testing.T) {
	t.Parallel()
	there := good(t, 2, "+19135550103", "")
	there.AlreadyThere = true
	ok, bad := good(t, 0, "+19135550101", ""), marked(good(t, 1, "", ""), number.LevelProblem, number.CodeTooShort, "")
	skipped := good(t, 3, "+19135550104", "")
	skipped.LeftOut = true
	many := make([]*number.Row, 1240)
	for i := range many {
		many[i] = ok
	}
	for want, all := range map[string][]*number.Row{
		"The list has no rows":             nil,
		"The row can be added":             {ok},
		"1 of 2 rows can be added":         {ok, bad},
		"The row cannot be added":          {bad},
		"The number is already there":      {there},
		"All numbers are already there":    {there, there},
		"No row can be added":              {bad, bad},
		"1 of 3 rows is left to add":       {ok, bad, there},
		"1 problem is left to solve":       {bad, there},
		"Nothing is left to add":           {there, skipped},
		"All 1,240 rows can be added":      many,
		"1,240 of 1,241 rows can be added": append(many[:1240:1240], bad),
	} {
		m := NewModel(nil, nil)
		m.Set(planOf(all))
		if got := m.Headline(); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
		if short := m.ShortHeadline(); len(short) > len(want) || strings.Contains(want, " of ") != strings.HasSuffix(short, "can go") {
			t.Errorf("in short, %q is %q", want, short)
		}
	}
}

func TestRowsThatStayBehindAreShownByTheChipThatNeedsTheUserFirst(t *testing.T) {
	t.Parallel()
	bad, there, left := marked(good(t, 0, "", ""), number.LevelProblem, number.CodeTooShort, ""), good(t, 1, "+19135550101", ""), good(t, 2, "+19135550102", "")
	there.AlreadyThere, left.LeftOut = true, true
	for want, all := range map[judged.Chip][]*number.Row{
		judged.ChipProblems: {left, there, bad}, judged.ChipThere: {left, there}, judged.ChipLeftOut: {left}, judged.ChipAll: {good(t, 0, "+19135550103", "")},
	} {
		m := NewModel(nil, nil)
		m.Set(planOf(all))
		if got := m.Behind(); got != want {
			t.Errorf("%s, want %s", m.ChipLabel(got), m.ChipLabel(want))
		}
	}
}

func TestRowsWithoutALocationAreCountedWhetherTheyGoOrNot(t *testing.T) {
	t.Parallel()
	left := good(t, 2, "+19135550102", "")
	left.LeftOut = true
	m := NewModel(nil, nil)
	m.Set(planOf([]*number.Row{
		good(t, 0, "+19135550101", ""), marked(good(t, 1, "", ""), number.LevelProblem, number.CodeNoCountry, ""), left,
		good(t, 3, "+19135550103", "Austin"),
	}))
	if got := m.Homeless(); got != 2 {
		t.Errorf("%d, want 2", got)
	}
}

func TestARowThatIsHiddenOrNoneIsNotAmongAllRows(t *testing.T) {
	t.Parallel()
	for skip, want := range map[number.Skip]string{
		number.SkipNone: "hidden", number.SkipMerged: "merged", number.SkipTotal: "total",
		number.SkipHeading: "heading", number.SkipNote: "note",
	} {
		r := good(t, 0, "+19135550101", "")
		r.Skipped, r.Hidden = skip, skip == number.SkipNone
		m := NewModel(nil, nil)
		m.Set(planOf([]*number.Row{r}))
		if m.Len() != 0 || m.Headline() != "The list has no rows" {
			t.Errorf("%v: %d rows, %q", skip, m.Len(), m.Headline())
		}
		m.Choose(judged.ChipAside)
		lines := m.Lines(0, true)
		switch {
		case m.Status(0) != number.StandingSkipped:
			t.Errorf("%v: m.Status(0) is %v, not %v", skip, m.Status(0), number.StandingSkipped)
		case len(lines) != 1:
			t.Errorf("%v: lines is %v", skip, lines)
		case !strings.Contains(lines[0].Text, want):
			t.Errorf("%v: lines[0].Text is %q without %q", skip, lines[0].Text, want)
		case lines[0].Actions != nil:
			t.Errorf("%v: lines[0].Actions is %v", skip, lines[0].Actions)
		}
	}
}

func TestSearchGoesTogetherWithAChip(t *testing.T) {
	t.Parallel()
	m := modelOf(t)
	m.Search("5550101")
	if got := cells(m); got != "B2 B10 B17" { // B17 is +18165550101
		t.Fatalf("found %s", got)
	}
	m.Choose(judged.ChipProblems)
	if got := cells(m); got != "B10" {
		t.Errorf("found %s among problems", got)
	}
	m.Search("berlin")
	if e, ok := m.Empty(); !ok || e.Way != rows.WayClearSearch || e.Text != `No row holds berlin.` {
		t.Errorf("got %+v", e)
	}
	m.Search(" ")
	if m.Len() != 5 {
		t.Errorf("%d rows after the search", m.Len())
	}
}

func TestSortingByAColumnAndBack(t *testing.T) {
	t.Parallel()
	m := modelOf(t)
	m.Choose(judged.ChipProblems)
	for _, step := range []struct{ column, want string }{
		{ColumnFile, "B11 B8 B7 B12 B10"},
		{ColumnFile, "B10 B12 B7 B8 B11"},
		{ColumnFile, "B7 B8 B10 B11 B12"},
		{ColumnLocation, "B8 B7 B10 B11 B12"},
		{ColumnCell, "B7 B8 B10 B11 B12"},
		{ColumnCell, "B12 B11 B10 B8 B7"},
		{ColumnType, "B7 B10 B11 B12 B8"},
		{"no such column", "B7 B8 B10 B11 B12"},
	} {
		if m.Sort(step.column); cells(m) != step.want {
			t.Errorf("%s %+v: %s, want %s", step.column, m.Sorting(), cells(m), step.want)
		}
	}
	m.Choose(judged.ChipAll)
	m.Sort(ColumnStatus)
	if m.Status(0) != number.StandingProblem || m.Status(m.Len()-1) != number.StandingSkipped {
		t.Error("problems do not come first")
	}
	m.Sort(ColumnRequest)
	if m.Value(0, ColumnRequest).Text != "" {
		t.Error("rows without a request do not come first")
	}
	m.Sort(ColumnSend)
	m.Sort(ColumnSend)
	if got := m.Value(0, ColumnSend).Text; got != "+4930231250042" {
		t.Errorf("the last number is %q", got)
	}
}

func TestTheCursorStaysOnItsRow(t *testing.T) {
	t.Parallel()
	m := modelOf(t)
	m.Choose(judged.ChipProblems)
	m.MoveTo(2)
	m.Choose(judged.ChipAll)
	if got := m.Value(m.Cursor(), ColumnCell).Text; got != "B10" {
		t.Errorf("the cursor is on %q", got)
	}
	m.Choose(judged.ChipReady)
	if m.Cursor() != -1 {
		t.Errorf("a row that is not shown has the cursor at %d", m.Cursor())
	}
	m.Choose(judged.ChipProblems)
	if m.Cursor() != 2 {
		t.Errorf("the cursor comes back at %d", m.Cursor())
	}

	all, requests := sample(t)
	all[8] = good(t, 8, "+19135550111", "Kansas City") // B10 was mended
	m.Set(planOf(all, requests...))
	if got := cells(m); got != "B7 B8 B10 B11 B12" || m.Cursor() != 2 || m.Count(judged.ChipProblems) != 4 {
		t.Errorf("the row that was mended under the cursor is at %d of %s", m.Cursor(), got)
	}
	m.MoveTo(3)
	if m.Set(planOf(all, requests...)); cells(m) != "B7 B8 B11 B12" || m.Cursor() != 2 {
		t.Errorf("without the cursor it stays: %s, the cursor is at %d", cells(m), m.Cursor())
	}
	m.MoveTo(-1)
	if m.Set(planOf(all, requests...)); m.Cursor() != -1 {
		t.Error("a cursor that was taken away is back")
	}
	m.MoveTo(m.Len() - 1)
	m.Set(planOf(all[:6]))
	if got := m.Value(m.Cursor(), ColumnCell).Text; got != "B7" {
		t.Errorf("after the end the last row has the cursor, not %q", got)
	}
}

func TestTheCursorStaysInItsCellWhenARangeIsExpanded(t *testing.T) {
	t.Parallel()
	m := modelOf(t)
	m.MoveTo(9)
	all, _ := sample(t)
	expanded := append([]*number.Row{}, all[:9]...)
	for part := range 3 {
		r := good(t, 9, fmt.Sprintf("+1913674820%d", part), "Kansas City")
		r.Part = int32(part)
		expanded = append(expanded, r)
	}
	m.Set(planOf(expanded))
	if m.Cursor() != 9 {
		t.Fatalf("the cursor is at %d", m.Cursor())
	}
	m.MoveTo(11)
	m.Set(planOf(all))
	if m.Cursor() != 9 {
		t.Errorf("after the range closed again the cursor is at %d", m.Cursor())
	}
}

func TestEveryPositionHasAnAnswer(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		m := NewModel(nil, nil)
		if rapid.Bool().Draw(t, "rows") {
			all := []*number.Row{{}, {Record: 1, Level: number.LevelProblem}, {Record: 2, Input: strings.Repeat("9\n", 20)}}
			all[2].SetFindings(number.OverflowFinding("B4", 2, 2, number.LevelNotice))
			m.Set(planOf(all, plan.Request{Number: 1, Index: 1, Of: 1, Rows: []int{0, 7}}))
		}
		m.Choose(rapid.SampledFrom(append(judged.AllChips(), judged.ChipOver+1)).Draw(t, "chip"))
		m.ShowRequest(rapid.IntRange(-1, 2).Draw(t, "request"))
		i := rapid.IntRange(-2, 4).Draw(t, "row")
		column := rapid.SampledFrom([]string{ColumnStatus, ColumnSend, ColumnSubscription, "", "odd"}).Draw(t, "column")
		m.Sort(column)
		m.MoveTo(i)
		if at := m.Cursor(); at != -1 && at != i {
			t.Fatalf("moved to %d, the cursor is at %d", i, at)
		}
		for _, cursor := range []bool{false, true} {
			for _, line := range m.Lines(i, cursor) {
				if line.Text == "" && len(line.Actions) == 0 {
					t.Fatalf("an empty line below row %d", i)
				}
			}
		}
		m.Value(i, column)
		m.Status(i)
		m.ToggleAt(i)
		m.ExtendTo(i)
		m.Copied([]string{column})
		m.NextProblem(i%2 == 0)
		m.Act(i, ActionUse)
		m.Edit(i, column)
		m.Fixes()
		m.Count(judged.ChipOver + 1)
		m.Note()
		m.Strip()
		if e, ok := m.Empty(); ok != (m.Len() == 0) || ok && e.Text == "" {
			t.Fatalf("%d rows, empty: %+v %v", m.Len(), e, ok)
		}
	})
}

func TestValuesStandAsTheyWillBeSent(t *testing.T) {
	t.Parallel()
	m := modelOf(t)
	for _, c := range []struct {
		row    int
		column string
		want   Value
	}{
		{0, ColumnStatus, Value{Text: "Ready"}},
		{1, ColumnStatus, Value{Text: "Changed"}},
		{5, ColumnStatus, Value{Text: "Problem"}},
		{12, ColumnStatus, Value{Text: "Already there"}},
		{0, ColumnCell, Value{Text: "B2", Quiet: true}},
		{1, ColumnFile, Value{Text: "(913) 555-0102"}},
		{0, ColumnSend, Value{Text: "+19135550101"}},
		{1, ColumnSend, Value{Text: "+19135550102", Added: 2}},
		{8, ColumnSend, Value{Text: "Nothing", Quiet: true}},
		{12, ColumnSend, Value{Text: "Nothing", Quiet: true}},
		{0, ColumnCountry, Value{Text: "US"}},
		{6, ColumnType, Value{Text: "Toll-free"}},
		{0, ColumnUsage, Value{Text: "Standard"}},
		{0, ColumnState, Value{Text: "Active"}},
		{13, ColumnState, Value{}},
		{4, ColumnLocation, Value{Text: "Berlin"}},
		{0, ColumnSubscription, Value{}},
		{0, ColumnRequest, Value{Text: "1 of 2"}},
		{5, ColumnRequest, Value{}},
		{37, ColumnRequest, Value{Text: "2 of 2", Over: true}},
		{0, "odd", Value{}},
	} {
		if got := m.Value(c.row, c.column); got != c.want {
			t.Errorf("row %d, %s: %+v, want %+v", c.row, c.column, got, c.want)
		}
	}
}

func TestAddedDigitsAreThoseThatTheFileDoesNotHold(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		input, sent string
		want        int
	}{
		{"+19135550102", "+19135550102", 0},
		{"+1 (913) 555-0102", "+19135550102", 0},
		{"19135550102", "+19135550102", 1},
		{"9135550102", "+19135550102", 2},
		{"030 231250042", "+4930231250042", 3},
		{"0049 30 231250042", "+4930231250042", 1},
		{"1-800-FLOWERS", "+18003569377", 0},
		{"", "+18003569377", 0},
	} {
		r := &number.Row{Input: c.input, Number: numbertest.E164(c.sent)}
		if got := added(r); got != c.want {
			t.Errorf("%q as %s: %d added, want %d", c.input, c.sent, got, c.want)
		}
	}
}

func TestUsageAndSubscriptionAreShownOnlyIfUsed(t *testing.T) {
	t.Parallel()
	m := modelOf(t)
	if m.uses(ColumnUsage) || m.uses(ColumnSubscription) || m.uses(ColumnState) {
		t.Error("they are not used here")
	}
	all, _ := sample(t)
	all[0].Usage = number.UsageService
	all[1].SetSpecial(number.Special{Subscription: "Sub-1"})
	m.Set(planOf(all))
	if !m.uses(ColumnUsage) || !m.uses(ColumnSubscription) {
		t.Error("they are used here")
	}
}

func TestSortingKeepsToTheContractOfTheHeader(t *testing.T) {
	t.Parallel()
	m := modelOf(t)
	m.Sort(ColumnCountry)
	if m.Sorting() != (rows.Sorting{Column: ColumnCountry}) {
		t.Errorf("got %+v", m.Sorting())
	}
}
