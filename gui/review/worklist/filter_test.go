package worklist

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"numberloader/gui/review/judged"
	"numberloader/gui/rows"
	"numberloader/internal/number"
	"numberloader/internal/number/numbertest"
	"numberloader/internal/phrase"
)

// valueOf is the value of a column with a label.
func valueOf(t *testing.T, m *Model, by judged.FilterBy, label string) rows.FilterValue[int] {
	t.Helper()
	for _, v := range m.FilterValues(by) {
		if v.Label == label {
			return v
		}
	}
	t.Fatalf("%v has no %q in %v", by, label, m.FilterValues(by))
	return rows.FilterValue[int]{}
}

// listOf are the values of a column with their counts.
func listOf(m *Model, by judged.FilterBy) string {
	var all []string
	for _, v := range m.FilterValues(by) {
		all = append(all, fmt.Sprint(v.Label, " ", v.Count))
	}
	return strings.Join(all, ", ")
}

func TestValuesAreCountedInTheWholeFile(t *testing.T) {
	t.Parallel()
	m := modelOf(t)
	for by, want := range map[judged.FilterBy]string{
		judged.FilterState:  "Problem 5, Changed 1, Already there 1, Ready 30, Skipped 1, Left aside 1",
		judged.FilterPlace:  "Kansas City 35, Austin 2, Berlin 1",
		judged.FilterKind:   "Mobile 25, DID 12, Toll-free 1",
		judged.FilterReason: "No remark 31, No + in front 1, Letters in the number 1, Too short 1, Unknown range 1, Range 1, Already in the file 1, Already there 1",
	} {
		if got := listOf(m, by); got != want {
			t.Errorf("column %d has %s, want %s", by, got, want)
		}
	}
}

func TestValuesOfAColumnAreOrAndColumnsAreAnd(t *testing.T) {
	t.Parallel()
	m := modelOf(t)
	m.SetFilter(judged.FilterPlace, valueOf(t, m, judged.FilterPlace, "Kansas City"), true)
	if m.Len() != 35 || m.ShownIn(judged.ChipProblems) != 4 || m.Count(judged.ChipProblems) != 5 {
		t.Errorf("%d rows, %d problems", m.Len(), m.ShownIn(judged.ChipProblems))
	}
	m.SetFilter(judged.FilterReason, valueOf(t, m, judged.FilterReason, "Too short"), true)
	m.SetFilter(judged.FilterReason, valueOf(t, m, judged.FilterReason, "Already in the file"), true)
	if got := cells(m); got != "B7 B10" {
		t.Errorf("got %s", got)
	}
	words := ""
	for _, p := range m.FilterWords() {
		words += p.Text
	}
	if words != "2 of 38 rows: in Kansas City and too short or already in the file" || m.FilterCount() != 2 {
		t.Errorf("%q", words)
	}
	pills := m.Pills()
	if len(pills) != 2 || pills[0].Label != "Kansas City" || pills[1].Label != "Too short, Already in the file" {
		t.Errorf("%+v", pills)
	}
	m.SetFilter(judged.FilterPlace, valueOf(t, m, judged.FilterPlace, "Kansas City"), false)
	m.SetFilter(judged.FilterPlace, valueOf(t, m, judged.FilterPlace, "Berlin"), true)
	if e, ok := m.Empty(); !ok || e.Text != "No row matches: in Berlin and too short or already in the file." || e.Way.Label() != "Clear the filter" {
		t.Errorf("%+v", e)
	}
	m.ClearPill(m.Pills()[0])
	if m.Len() != 2 {
		t.Errorf("%d rows without the first filter", m.Len())
	}
	if m.ClearFilters(); m.Len() != 38 || len(m.Pills()) != 0 {
		t.Errorf("%d rows without a filter", m.Len())
	}
}

func TestRowsThatAreLeftAsideAreFilteredByState(t *testing.T) {
	t.Parallel()
	m := modelOf(t)
	m.SetFilter(judged.FilterState, valueOf(t, m, judged.FilterState, "Left aside"), true)
	if got := cells(m); got != "B15" {
		t.Errorf("got %s", got)
	}
	m.SetFilter(judged.FilterState, valueOf(t, m, judged.FilterState, "Skipped"), true)
	if got := cells(m); got != "B13 B15" {
		t.Errorf("got %s", got)
	}
}

func TestAFilterStaysWhenTheFileIsJudgedAgain(t *testing.T) {
	t.Parallel()
	m := modelOf(t)
	m.SetFilter(judged.FilterPlace, valueOf(t, m, judged.FilterPlace, "Austin"), true)
	all, requests := sample(t)
	first := *all[0]
	first.Shared = &number.Shared{Location: "Zagreb"} // another location comes before the one that is chosen
	all[0] = &first
	m.Set(planOf(all, requests...))
	if got := cells(m); got != "B8 B9" {
		t.Errorf("got %s", got)
	}
	if m.Reset(); m.Len() != 38 {
		t.Errorf("another file is filtered: %d rows", m.Len())
	}
}

func TestReasonsSayWhatWasChangedAndWhatAsksFirst(t *testing.T) {
	t.Parallel()
	d := deskOf(t, []string{"19136748201", "9136748202", "(913) 674-8203", "(913) 674-8204", "+44 20 7946 0958", "+19136748205"}, asking)
	var got []string
	for _, r := range d.m.Reasons() {
		got = append(got, fmt.Sprint(r.Count, " ", r.Text))
	}
	want := "2 stored as a number by the spreadsheet: please check; 2 had no + in front: read as numbers of the United States"
	if strings.Join(got, "; ") != want {
		t.Errorf("got %q", got)
	}
	d.m.ChooseReason(d.m.Reasons()[0])
	if got := cells(d.m); got != "B2 B3" || d.m.Pills()[0].Label != "Stored as a number by the spreadsheet: please check" {
		t.Errorf("%s, %+v", got, d.m.Pills())
	}
	d.m.Act(0, ActionConfirm) // the row under no cursor leaves
	if got := cells(d.m); got != "B3" {
		t.Errorf("after one is right: %s", got)
	}
	d.m.ClearFilters()
	if r := d.m.Reasons()[1]; r.Asks || r.Count != 2 {
		t.Errorf("what is right still asks: %+v", d.m.Reasons())
	}
}

// anyRow is a row of any sort.
func anyRow(t *rapid.T, i int) *number.Row {
	r := &number.Row{
		Record: int32(i), Line: int32(i + 2), Shared: &number.Shared{Column: "B", Country: rapid.SampledFrom([]string{"", "US", "DE"}).Draw(t, "country"), Location: rapid.SampledFrom([]string{"", "Kansas City", "Berlin"}).Draw(t, "location")}, Input: rapid.SampledFrom([]string{"816 555", "(913) 555-0100", "x"}).Draw(t, "input"), //nolint:gosec // a few rows
		Kind: rapid.SampledFrom([]number.Kind{number.KindDID, number.KindMobile}).Draw(t, "kind"), Hidden: rapid.IntRange(0, 9).Draw(t, "hidden") == 0,
		LeftOut: rapid.IntRange(0, 9).Draw(t, "out") == 0, ByUser: rapid.IntRange(0, 9).Draw(t, "mine") == 0, AlreadyThere: rapid.IntRange(0, 9).Draw(t, "there") == 0,
	}
	code := rapid.SampledFrom([]number.Code{"", number.CodeCountryAdded, number.CodeExcelNumber, number.CodeTooShort}).Draw(t, "code")
	if code != "" {
		numbertest.Say(r, code)
	}
	return r
}

// TestChipsFiltersAndSearchAgreeWithANaiveCount holds that the states add up to all
// rows, and that what is shown and counted is what one finds row by row.
func TestChipsFiltersAndSearchAgreeWithANaiveCount(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		all := make([]*number.Row, rapid.IntRange(0, 30).Draw(t, "rows"))
		for i := range all {
			all[i] = anyRow(t, i)
		}
		m := NewModel(nil, nil)
		m.Set(planOf(all))
		typed := rapid.SampledFrom([]string{"", "816", "913555", "berlin", "nothing"}).Draw(t, "typed")
		m.Search(typed)
		chosen := map[judged.FilterBy][]string{}
		for _, by := range []judged.FilterBy{judged.FilterState, judged.FilterPlace, judged.FilterKind, judged.FilterReason} {
			for _, v := range m.FilterValues(by) {
				if rapid.IntRange(0, 3).Draw(t, "choose") == 0 {
					m.SetFilter(by, v, true)
					chosen[by] = append(chosen[by], v.Label)
				}
			}
		}
		m.Choose(rapid.SampledFrom(judged.AllChips()).Draw(t, "chip"))
		chip, _ := m.Chosen()
		query := rows.ParseQuery(typed)
		agree(t, m, all, func(r *number.Row) bool {
			return (typed == "" || fits(&query, r)) && naive(r, chosen)
		}, chip)
	})
}

// naive reports whether a row has a chosen value in each column.
func naive(r *number.Row, chosen map[judged.FilterBy][]string) bool {
	reason, place := "No remark", r.Location()
	if code := r.Code(); code != "" {
		reason = phrase.CodeTitle(code)
	}
	if place == "" {
		place = "No location"
	}
	for by, label := range map[judged.FilterBy]string{
		judged.FilterState: stateOf(r), judged.FilterPlace: place, judged.FilterKind: phrase.Kind(r.Kind), judged.FilterReason: reason,
	} {
		if len(chosen[by]) > 0 && !slices.Contains(chosen[by], label) {
			return false
		}
	}
	return true
}

// stateOf is what a row is filtered by as its state.
func stateOf(r *number.Row) string {
	if !r.IsListed() {
		return "Left aside"
	}
	return phrase.Standing(r.Standing())
}

// holds reports whether a chip holds a row.
func holds(c judged.Chip, r *number.Row) bool {
	switch c {
	case judged.ChipAll:
		return r.IsListed()
	case judged.ChipAside:
		return !r.IsListed()
	case judged.ChipOver:
		return false
	case judged.ChipReady, judged.ChipChanged, judged.ChipCheck, judged.ChipByUser, judged.ChipProblems, judged.ChipThere, judged.ChipLeftOut:
	}
	return r.IsListed() && r.Standing() == c.Standing()
}

func agree(t *rapid.T, m *Model, all []*number.Row, fits func(*number.Row) bool, chosen judged.Chip) {
	sum := 0
	for _, c := range judged.AllChips() {
		file, shown := 0, 0
		for i := range all {
			if holds(c, all[i]) {
				file++
				if fits(all[i]) {
					shown++
				}
			}
		}
		if seen := c == chosen && (c != judged.ChipAll || !m.filters.ShowsAside()); m.Count(c) != file || m.ShownIn(c) != shown || seen && m.Len() != shown {
			t.Fatalf("%s: %d of %d, want %d of %d; %d are shown", m.ChipLabel(c), m.ShownIn(c), m.Count(c), shown, file, m.Len())
		}
		if c != judged.ChipAll && c != judged.ChipAside && c != judged.ChipOver {
			sum += m.ShownIn(c)
		}
	}
	if sum != m.ShownIn(judged.ChipAll) {
		t.Fatalf("the states add up to %d of %d", sum, m.ShownIn(judged.ChipAll))
	}
	changed := 0
	for _, r := range m.Reasons() {
		changed += r.Count
	}
	if want := m.ShownIn(judged.ChipChanged) + m.ShownIn(judged.ChipCheck); changed != want {
		t.Fatalf("the reasons add up to %d of %d", changed, want)
	}
}
