package worklist

import (
	"slices"
	"strings"
	"testing"

	"numberloader/gui/review/judged"
	"numberloader/gui/rows"
	"numberloader/internal/number"
	"numberloader/internal/number/numbertest"
	rules "numberloader/internal/review"
)

// chosen are the cells that are selected.
func chosen(m *Model) string {
	var all []string
	for i := range m.Len() {
		if m.IsSelected(i) {
			all = append(all, m.Value(i, ColumnCell).Text)
		}
	}
	if len(all) != m.Selected() {
		return "counted wrongly"
	}
	return strings.Join(all, " ")
}

func TestRowsAreSelectedAsInAList(t *testing.T) {
	t.Parallel()
	m := modelOf(t)
	m.Choose(judged.ChipProblems) // B7 B8 B10 B11 B12
	for _, step := range []struct {
		name, want string
		do         func()
		cursor     int
		targets    int
	}{
		{"a click selects nothing but the cursor", "", func() { m.MoveTo(1) }, 1, 1},
		{"Shift goes on from the cursor", "B8 B10 B11", func() { m.ExtendTo(3) }, 3, 3},
		{"Shift again begins at the same row", "B7 B8", func() { m.ExtendTo(0) }, 0, 2},
		{"Ctrl adds a row", "B7 B8 B12", func() { m.ToggleAt(4) }, 4, 3},
		{"Ctrl takes a row out", "B8 B12", func() { m.ToggleAt(0) }, 0, 2},
		{"Shift goes on from the row that Ctrl touched", "B7 B8 B10", func() { m.ExtendTo(2) }, 2, 3},
		{"nowhere changes nothing", "B7 B8 B10", func() { m.ExtendTo(9); m.ToggleAt(-1) }, 2, 3},
		{"an arrow ends it", "", func() { m.MoveTo(3) }, 3, 1},
		{"the row of the cursor counts beside one that Ctrl adds", "B7 B11", func() { m.ToggleAt(0) }, 0, 2},
		{"all", "B7 B8 B10 B11 B12", m.SelectAll, 0, 5},
		{"none", "", m.SelectNone, 0, 1},
		{"the row of the cursor alone", "B7", func() { m.ToggleAt(0) }, 0, 1},
		{"no cursor", "", func() { m.MoveTo(-1) }, -1, 0},
		{"Shift without a cursor", "B10", func() { m.ExtendTo(2) }, 2, 1},
	} {
		step.do()
		if got := chosen(m); got != step.want || m.Cursor() != step.cursor || m.Targets() != step.targets {
			t.Errorf("%s: %q, the cursor is at %d, %d are meant", step.name, got, m.Cursor(), m.Targets())
		}
	}
}

func TestARangeFollowsTheOrderThatIsShown(t *testing.T) {
	t.Parallel()
	m := modelOf(t)
	m.Choose(judged.ChipProblems)
	m.Sort(ColumnFile) // B11 B8 B7 B12 B10
	m.MoveTo(1)
	m.ExtendTo(2)
	if got := chosen(m); got != "B8 B7" {
		t.Errorf("selected are %s", got)
	}
}

func TestOnlyRowsThatAreShownAreSelected(t *testing.T) {
	t.Parallel()
	m := modelOf(t)
	m.SelectAll()
	m.Choose(judged.ChipProblems)
	if m.Selected() != 5 {
		t.Errorf("%d rows are selected", m.Selected())
	}
	m.Search("flowers")
	m.Search("")
	if got := chosen(m); got != "B8" {
		t.Errorf("selected are %s", got)
	}
	all, requests := sample(t)
	if m.Set(planOf(all, requests...)); chosen(m) != "B8" {
		t.Errorf("judged again, selected are %s", chosen(m))
	}
	if m.Set(planOf(all[:3])); m.Selected() != 0 {
		t.Error("a row of another list is selected")
	}
	if m.position(m.cursor) != -1 || m.IsSelected(99) {
		t.Error("a row that does not exist is somewhere")
	}
}

func TestChoosingARequestSelectsItsRows(t *testing.T) {
	t.Parallel()
	m := modelOf(t)
	if m.ShowRequest(4); m.Len() != 5 || m.Selected() != 5 {
		t.Errorf("%d of %d rows are selected", m.Selected(), m.Len())
	}
	if m.ShowRequest(4); m.Selected() != 0 {
		t.Errorf("%d rows are selected when all are shown again", m.Selected())
	}
}

func TestAPlaceIsFoundAgainByItsRow(t *testing.T) {
	t.Parallel()
	m := modelOf(t)
	m.Choose(judged.ChipProblems)
	if m.Row(3) == nil || m.Row(5) != nil {
		t.Fatal("a position has the wrong answer")
	}
	key := rows.KeyOf(m.Row(3))
	m.Sort(ColumnFile)
	if got := m.position(key); got != 0 {
		t.Errorf("it is at %d", got)
	}
	m.MoveTo(0)
	if got := m.position(key); got != 0 {
		t.Errorf("under the cursor it is at %d", got)
	}
	m.Choose(judged.ChipReady)
	if got := m.position(key); got != -1 {
		t.Errorf("not shown, it is at %d", got)
	}
}

func TestSpaceSkipsRowsAndPutsThemBack(t *testing.T) {
	t.Parallel()
	d := deskOf(t, messy(), func(d *desk) { d.table.Records[0].Hidden = true })
	d.m.ToggleSkip()
	if len(d.steps) != 0 {
		t.Fatal("without a cursor something was skipped")
	}
	d.at("B3")
	d.m.ToggleSkip()
	if d.last() != "skip 1 row" || !d.decisions[1].LeftOut || d.m.Status(d.m.Cursor()) != number.StandingSkipped {
		t.Errorf("%s: %+v", d.last(), d.decisions)
	}
	d.m.SelectAll()
	d.m.ToggleSkip() // one is skipped already, and two numbers stand in B9
	if d.last() != "skip 6 rows" || d.m.Going() != 0 {
		t.Errorf("%s, %d go", d.last(), d.m.Going())
	}
	d.m.ToggleSkip()
	if d.last() != "put back 7 rows" || d.m.Count(judged.ChipLeftOut) != 0 {
		t.Errorf("%s, %d are left out", d.last(), d.m.Count(judged.ChipLeftOut))
	}
	d.m.Choose(judged.ChipAside)
	d.m.MoveTo(0)
	steps := len(d.steps)
	if d.m.ToggleSkip(); len(d.steps) != steps {
		t.Error("a row that is hidden in the file was skipped")
	}
}

func TestCopiedRowsPasteIntoExcel(t *testing.T) {
	t.Parallel()
	d := deskOf(t, []string{"+19136748201", "Main\tdesk \"A\"", "=1+1"})
	if got := d.m.Copied([]string{ColumnCell}); got != "" {
		t.Errorf("without a cursor: %q", got)
	}
	d.m.SelectAll()
	want := "B2\t=\"+19136748201\"\t=\"+19136748201\"\tReady\t\r\n" +
		"B3\tMain desk \"A\"\t\tProblem\tDIDs!B3: \"Main desk \"A\"\" is not a phone number.\r\n"
	got := d.m.Copied([]string{ColumnCell, ColumnFile, ColumnSend, ColumnStatus, ColumnFinding, "odd"})
	if !strings.HasPrefix(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if !strings.Contains(got, "B4\t=\"=1+1\"\t") {
		t.Errorf("a formula may be calculated: %q", got)
	}
}

func TestTheColumnsOfTheGridAreThoseInUse(t *testing.T) {
	t.Parallel()
	ids := func(m *Model) (all []string) {
		for _, c := range m.Columns() {
			all = append(all, c.ID)
		}
		return all
	}
	d := deskOf(t, messy())
	want := []string{
		ColumnStatus, ColumnCell, ColumnFile, ColumnSend, ColumnCountry, ColumnType, ColumnState, ColumnLocation, ColumnRequest,
	}
	if got := ids(d.m); !slices.Equal(got, want) || d.m.Columns()[0].Width != 118 {
		t.Errorf("got %v", got)
	}
	service, mobile, subscription := "service", "Mobile", "Sub-1"
	d.Do(rules.Step{Changes: []rules.Change{{Record: 0, Decision: rules.Decision{Usage: &service, Type: &mobile, Subscription: &subscription}}}})
	if got := ids(d.m); len(got) != 11 || !slices.Contains(got, ColumnUsage) || !slices.Contains(got, ColumnSubscription) {
		t.Errorf("got %v", got)
	}
	d.known.Existing = map[number.E164]number.Held{numbertest.E164("+19136748202"): {Location: d.known.Locations[0]}}
	if d.judge(); d.m.Columns()[0].Width != 146 {
		t.Error("there is no room for the longest status")
	}
}
