package compare

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"numberloader/gui/rows"
	"numberloader/internal/compare"
	"numberloader/internal/number"
	"numberloader/internal/number/numbertest"
)

// compared is a model with a number in each place, one of them inactive, and a row with a
// problem.
func compared(tb testing.TB) *Model {
	tb.Helper()
	kansas, austin := number.Location{ID: "kc", Name: "Kansas City"}, number.Location{ID: "au", Name: "Austin"}
	row := func(record int, text string) *number.Row {
		return &number.Row{Record: int32(record), Number: numbertest.E164(text), Input: text, Line: int32(record + 2), Shared: &number.Shared{Column: "B", Location: "Kansas City", LocationID: "kc"}, Kind: number.KindDID} //nolint:gosec // a few rows
	}
	rows := []*number.Row{
		row(0, "+18165550120"), row(1, "+18165550122"), row(2, "+18165550123"),
		{Record: 3, Input: "816 555 01", Line: 5, Shared: &number.Shared{Column: "B", Location: "Kansas City"}, Level: number.LevelProblem},
	}
	in := &number.Inventory{Numbers: []number.Held{
		{
			Number: numbertest.E164("+18165550120"), Location: kansas, State: number.StateActive, Kind: number.KindDID, Usage: number.UsageNone,
			Main: true, Owner: number.Owner{Name: "Reception", Type: "PLACE"}, Internal: "0120",
		},
		{Number: numbertest.E164("+18165550123"), Location: austin, State: number.StateActive, Owner: number.Owner{Type: "CALL_QUEUE"}},
		{Number: numbertest.E164("+18165550161"), Location: kansas, State: number.StateInactive},
	}}
	m := NewModel()
	pairs := compare.List(rows, in, compare.Limits{})
	m.Set(pairs, compare.Count(pairs))
	return m
}

// shown are the numbers that are shown, in their order.
func shown(m *Model) string {
	var all []string
	for i := range m.Len() {
		all = append(all, strings.TrimPrefix(m.Value(i, ColumnNumber).Text, "+1816555"))
	}
	return strings.Join(all, " ")
}

func TestChipsShowTheirNumbers(t *testing.T) {
	t.Parallel()
	m := compared(t)
	for chip, want := range map[Chip]string{
		ChipAll: "0120 0122 0123 816 555 01 0161", ChipBoth: "0120", ChipOnlyFile: "0122 816 555 01", ChipOnlyWebex: "0161",
		ChipOtherLocation: "0123", ChipInactive: "0161", ChipProblems: "816 555 01",
	} {
		m.Choose(chip)
		if got := shown(m); got != want || m.Count(chip) != m.Len() || m.Chosen() != chip {
			t.Errorf("%s %d: %s, wanted %s", chip.Label(), m.Count(chip), got, want)
		}
	}
	if whole, short := m.Headline(); whole != "2 of 4 numbers are in Webex already" || short != "2 of 4 in Webex" || m.Missing() != 1 {
		t.Errorf("%q, %q, %d missing", whole, short, m.Missing())
	}
	m = NewModel()
	if got := m.Chips(); len(got) != 1 || m.Len() != 0 {
		t.Errorf("an empty model has the chips %v", got)
	}
}

func TestSearchingLooksAtBothSides(t *testing.T) {
	t.Parallel()
	m := compared(t)
	for typed, want := range map[string]string{
		"550161": "0161", "reception": "0120", "call queue": "0123", "austin": "0123", "inactive": "0161", "only in webex": "0161",
		"B3": "0122", "kansas": "0120 0122 0123 816 555 01 0161", "": "0120 0122 0123 816 555 01 0161", "nowhere": "",
	} {
		m.Search(typed)
		if got := shown(m); got != want || m.Count(ChipAll) != m.Len() {
			t.Errorf("%q: %s, wanted %s", typed, got, want)
		}
	}
	m.Search("nowhere")
	if text, way := m.Empty(); text != "No row holds nowhere." || way != rows.WayClearSearch || m.Hits() != "0 numbers" {
		t.Errorf("%q, %v, %q", text, way, m.Hits())
	}
	m.Reset()
	if m.Len() != 5 || m.Hits() != "" {
		t.Errorf("%d numbers after the search", m.Len())
	}
}

// turn chooses a value of a column by its label, or chooses it no longer.
func turn(t *testing.T, m *Model, by FilterBy, label string, on bool) {
	t.Helper()
	for _, v := range m.FilterValues(by) {
		if v.Label == label && v.On != on {
			m.SetFilter(by, v, on)
			return
		}
	}
	t.Fatalf("%q is not among %+v", label, m.FilterValues(by))
}

func TestValuesAreCountedInAllNumbers(t *testing.T) {
	t.Parallel()
	m := compared(t)
	m.Search("0161")
	for by, want := range map[FilterBy]string{
		FilterWhere: "In both 1, Only in the file 2, Only in Webex 1, Other location 1",
		FilterPlace: "Kansas City 5, Austin 1",
		FilterKind:  "Not known 3, DID 2",
		FilterState: "Active 2, Not in Webex 2, Inactive 1",
	} {
		var all []string
		for _, v := range m.FilterValues(by) {
			all = append(all, fmt.Sprint(v.Label, " ", v.Count))
		}
		if got := strings.Join(all, ", "); got != want {
			t.Errorf("%d: %s, wanted %s", by, got, want)
		}
	}
}

func TestValuesOfAColumnAreOrAndColumnsAreAnd(t *testing.T) {
	t.Parallel()
	m := compared(t)
	turn(t, m, FilterPlace, "Austin", true)
	turn(t, m, FilterState, "Inactive", true)
	if text, way := m.Empty(); text != "No number matches: in Austin and Inactive." || way != rows.WayClearFilter {
		t.Errorf("%q, %v", text, way)
	}
	turn(t, m, FilterState, "Active", true)
	if got := shown(m); got != "0123" || m.Count(ChipAll) != 1 || m.Count(ChipBoth) != 0 {
		t.Errorf("%s, %d of all", got, m.Count(ChipAll))
	}
	var words strings.Builder
	for _, p := range m.FilterWords() {
		words.WriteString(p.Text)
	}
	if got := words.String(); got != "1 of 5 numbers: in Austin and Active or Inactive" {
		t.Errorf("%q", got)
	}
	pairs := m.pairs
	m.Set(pairs, compare.Count(pairs))
	if pills := m.Pills(); len(pills) != 2 || pills[1] != (Pill{"Active, Inactive", FilterState}) || shown(m) != "0123" {
		t.Errorf("after Webex was read again: %+v, %s", pills, shown(m))
	}
	m.ClearFilters(FilterPlace)
	turn(t, m, FilterState, "Active", false)
	if got := shown(m); got != "0161" {
		t.Errorf("%s is inactive", got)
	}
	m.Reset()
	if m.Len() != 5 || len(m.Pills()) != 0 {
		t.Errorf("%d numbers, %v", m.Len(), m.Pills())
	}
}

func TestNumbersAreSortedByEachColumn(t *testing.T) {
	t.Parallel()
	for column, want := range map[string]string{
		ColumnWhere: "0120 0122 816 555 01 0161 0123", ColumnCell: "0120 0122 0123 816 555 01 0161", ColumnWebex: "0122 816 555 01 0123 0120 0161",
		ColumnState: "0122 816 555 01 0120 0123 0161", ColumnOwner: "0122 816 555 01 0161 0123 0120",
	} {
		m := compared(t)
		m.Sort(column)
		if got := shown(m); got != want {
			t.Errorf("%s: %s, wanted %s", column, got, want)
		}
		m.Sort(column)
		m.Sort(column)
		if got := shown(m); got != "0120 0122 0123 816 555 01 0161" {
			t.Errorf("%s, a third time: %s", column, got)
		}
	}
}

func TestARowSaysWhatThereIsToSay(t *testing.T) {
	t.Parallel()
	m := compared(t)
	for i, want := range []struct{ cells, cursor, others string }{
		{"In both|+18165550120|B2|Kansas City|Kansas City|Active|Reception", "In Webex: DID, Standard, main number, extension 0120. Used by Reception, a workspace.", ""},
		{"Only in the file|+18165550122|B3|Kansas City|Not there||", "", ""},
		{"Other location|+18165550123|B4|Kansas City|Austin|Active|A call queue", "The file says Kansas City, Webex has it in Austin. Only Control Hub can move it.|Used by a call queue.", ""},
		{"Only in the file|816 555 01|B5|Kansas City|Not there||", "This row has no number that could be sent.", "This row has no number that could be sent."},
		{"Only in Webex|+18165550161||Not in the file|Kansas City|Inactive|Nobody", "", ""},
		{"||||||", "", ""},
	} {
		var cells []string
		for _, c := range Columns() {
			cells = append(cells, m.Value(i, c.ID).Text)
		}
		if got := strings.Join(cells, "|"); got != want.cells {
			t.Errorf("row %d: %s", i, got)
		}
		for cursor, want := range map[bool]string{true: want.cursor, false: want.others} {
			var lines []string
			for _, line := range m.Lines(i, cursor) {
				lines = append(lines, line.Text)
			}
			if got := strings.Join(lines, "|"); got != want {
				t.Errorf("row %d, cursor %v: %s", i, cursor, got)
			}
		}
	}
	if m.Chip(3) != ChipProblems || m.Chip(2) != ChipOtherLocation || m.Chip(9) != ChipAll {
		t.Error("rows are marked otherwise than they are")
	}
}

func TestOnlyWhatIsInactiveInItsLocationLeadsToActivating(t *testing.T) {
	t.Parallel()
	m := compared(t)
	for i := range m.pairs {
		if h := m.pairs[i].Held; h != nil {
			h.State = number.StateInactive
		}
	}
	for i := range m.Len() {
		var ways []Way
		for _, line := range m.Lines(i, true) {
			ways = append(ways, line.Ways...)
		}
		if got := slices.Contains(ways, WayActivate); got != (m.Chip(i) == ChipBoth) {
			t.Errorf("row %d leads to %v", i, ways)
		}
	}
}

func TestWhatIsSelectedIsCopied(t *testing.T) {
	t.Parallel()
	m := compared(t)
	if m.Copied() != "" {
		t.Error("something is copied though nothing is selected")
	}
	m.MoveTo(0)
	want := "In both\t=\"+18165550120\"\tB2\tKansas City\tKansas City\tActive\tReception\tDID\tStandard\tmain number\t=\"0120\"\tReception, a workspace\t\r\n"
	if got := m.Copied(); got != want {
		t.Errorf("copied %q", got)
	}
	m.ExtendTo(2)
	m.ToggleAt(1)
	if got := m.Copied(); strings.Count(got, "\n") != 2 || strings.Contains(got, "0122") || m.Selected() != "2 selected" {
		t.Errorf("copied %q, %s", got, m.Selected())
	}
	m.Choose(ChipBoth)
	if m.IsSelected(0) != true || m.Selected() != "1 selected" {
		t.Errorf("what is not shown is still selected: %s", m.Selected())
	}
	m.Choose(ChipAll)
	m.SelectAll()
	if m.Selected() != "5 selected" {
		t.Error(m.Selected())
	}
	m.SelectNone()
	if m.Selected() != "" || m.Cursor() < 0 {
		t.Error("the cursor is gone")
	}
}

func TestTheCursorStaysWithItsNumber(t *testing.T) {
	t.Parallel()
	m := compared(t)
	m.MoveTo(4)
	pairs := m.pairs[1:]
	m.Set(pairs, compare.Count(pairs))
	if m.Cursor() != 3 || m.NumberAt(m.Cursor()) != "+18165550161" {
		t.Errorf("the cursor is at %d", m.Cursor())
	}
	m.Set(nil, compare.Counts{})
	if m.Cursor() != -1 || m.Len() != 0 {
		t.Errorf("the cursor is at %d of %d", m.Cursor(), m.Len())
	}
}
