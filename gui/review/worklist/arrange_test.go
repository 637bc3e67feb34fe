package worklist

import (
	"fmt"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"numberloader/gui/review/judged"
	"numberloader/gui/rows"
	"numberloader/internal/number"
	"numberloader/internal/number/numbertest"
	rules "numberloader/internal/review"
)

// shop does work in the background when a test says so.
type shop struct{ work, done []func() }

func (s *shop) take(work, done func()) {
	s.work, s.done = append(s.work, work), append(s.done, done)
}

// next does the work that came first, and brings it home.
func (s *shop) next() bool {
	if len(s.work) == 0 {
		return false
	}
	work, done := s.work[0], s.done[0]
	s.work, s.done = s.work[1:], s.done[1:]
	work()
	done()
	return true
}

// many is a desk with so many rows that they are arranged in the background.
func many(tb testing.TB) (*desk, *shop) {
	tb.Helper()
	s := &shop{}
	d := &desk{t: tb, decisions: map[int]rules.Decision{}}
	d.table = &number.Table{Columns: map[number.Field]int{}}
	for i := range large {
		d.table.Records = append(d.table.Records, numbertest.Record(number.Record{Line: i + 1}, number.Cell{Type: number.CellText, Value: fmt.Sprintf("%05d", (i*7919)%large)}))
	}
	d.m = NewModel(d, s.take)
	d.judge()
	return d, s
}

func (d *desk) input(i int) string { return d.m.Value(i, ColumnFile).Text }

func TestManyRowsAreSortedInTheBackground(t *testing.T) {
	t.Parallel()
	d, s := many(t)
	d.m.MoveTo(1)
	d.m.Sort(ColumnFile)
	switch {
	case !d.m.busy:
		t.Fatal("d.m.busy is false")
	case d.input(0) != "00000":
		t.Fatalf("d.input(0) is %q, not %q", d.input(0), "00000")
	case d.input(1) != "07919":
		t.Fatalf("d.input(1) is %q, not %q", d.input(1), "07919")
	}
	d.m.Sort(ColumnFile) // asked for again before the first is done
	d.m.Search("7")
	if len(s.work) != 1 {
		t.Fatal("two works are under way")
	}
	for s.next() {
	}
	switch {
	case d.m.busy:
		t.Error("d.m.busy is true")
	case d.input(0) != "49997":
		t.Errorf("d.input(0) is %q, not %q", d.input(0), "49997")
	case d.m.query.IsZero():
		t.Error("d.m.query.IsZero() is true")
	case d.m.Len() >= large:
		t.Errorf("d.m.Len() is %v", d.m.Len())
	}
	if d.input(d.m.Cursor()) != "07919" {
		t.Errorf("the cursor is on %s", d.input(d.m.Cursor()))
	}
	d.m.Search("")
	if d.m.Sort(ColumnFile); d.m.busy || d.input(1) != "07919" || d.m.Len() != large {
		t.Error("the order of the file takes work")
	}
}

func TestASortingThatIsNotWantedAnyMoreIsDropped(t *testing.T) {
	t.Parallel()
	d, s := many(t)
	d.m.Sort(ColumnFile)
	d.m.Sort(ColumnFile)
	d.m.Sort(ColumnFile)
	if s.next(); s.next() || d.m.busy || d.input(1) != "07919" {
		t.Errorf("%s comes second", d.input(1))
	}
}

func TestARowThatChangesWhileItIsSearchedIsFoundAsItIs(t *testing.T) {
	t.Parallel()
	d, s := many(t)
	d.m.Search("skipped")
	d.Do(rules.Step{Changes: []rules.Change{{Record: 1, Decision: rules.Decision{LeftOut: true}}}})
	d.m.MoveTo(1)
	for s.next() {
	}
	if d.m.Len() != 1 || d.input(0) != "07919" || d.m.Cursor() != 0 {
		t.Errorf("%d rows are found", d.m.Len())
	}
	d.Do(rules.Step{Changes: []rules.Change{{Record: 1}}})
	if d.m.Len() != 1 || d.m.Cursor() != 0 {
		t.Error("the row under the cursor left")
	}
	d.judge()
	for s.next() {
	}
	if d.m.Len() != 1 || d.m.Cursor() != 0 {
		t.Error("the row under the cursor left when all were judged again")
	}
	d.m.MoveTo(-1)
	if d.judge(); d.m.Len() != 0 && !d.m.busy {
		t.Errorf("%d rows are found", d.m.Len())
	}
	for s.next() {
	}
	if d.m.Len() != 0 {
		t.Errorf("%d rows are found", d.m.Len())
	}
}

func TestRowsThatChangeStayWhereTheyAre(t *testing.T) {
	t.Parallel()
	d := deskOf(t, []string{"+19136748203", "+19136748201", "+1 913 674 8210 - 8212", "+19136748202"})
	d.m.Sort(ColumnFile)
	want := []string{"B4 Problem", "B3 Ready", "B5 Ready", "B2 Ready"}
	if got := d.statuses(); !slices.Equal(got, want) {
		t.Fatalf("%v", got)
	}
	d.m.MoveTo(1)
	d.m.ExtendTo(2)
	d.m.Commit(d.edit("B3", ColumnFile), "+19136748299")
	want[1] = "B3 By you"
	if got := d.statuses(); !slices.Equal(got, want) || d.m.Sorting().Column != ColumnFile {
		t.Errorf("%v", got)
	}
	d.m.MoveTo(2)
	d.m.ExtendTo(3)
	d.m.Act(0, ActionExpand)
	want = []string{"B4 By you", "B4 By you", "B4 By you", "B3 By you", "B5 Ready", "B2 Ready"}
	if got := d.statuses(); !slices.Equal(got, want) || chosen(d.m) != "B5 B2" || d.m.Value(d.m.Cursor(), ColumnCell).Text != "B2" {
		t.Errorf("%v, selected are %s", got, chosen(d.m))
	}
	d.m.MoveTo(2)
	d.Do(rules.Step{Changes: []rules.Change{{Record: 2}}})
	if got := d.statuses(); len(got) != 4 || d.m.Cursor() != 0 {
		t.Errorf("%v, the cursor is at %d", got, d.m.Cursor())
	}
}

func TestWhatTheOrganizationSaysDoesNotMoveTheUser(t *testing.T) {
	t.Parallel()
	d := deskOf(t, []string{"+19136748203", "+19136748201", "+19136748202", "+19136748204"})
	d.m.Choose(judged.ChipReady)
	d.m.Sort(ColumnFile) // B3 B4 B2 B5
	d.m.MoveTo(0)
	d.m.ExtendTo(2)
	d.known.Existing = map[number.E164]number.Held{
		numbertest.E164("+19136748201"): {Location: d.known.Locations[0]}, numbertest.E164("+19136748203"): {Location: d.known.Locations[1]},
	}
	d.m.put(0)
	d.judge()
	want := []string{"B3 Already there", "B4 Ready", "B5 Ready"}
	if got := d.statuses(); !slices.Equal(got, want) || d.m.Cursor() != 0 || chosen(d.m) != "B3 B4" {
		t.Errorf("%v, the cursor is at %d, selected are %s", got, d.m.Cursor(), chosen(d.m))
	}
	d.m.Choose(judged.ChipReady)
	if got := d.statuses(); !slices.Equal(got, want[1:]) || d.m.Cursor() != -1 {
		t.Errorf("chosen again: %v, the cursor is at %d", got, d.m.Cursor())
	}
}

func TestAnotherListIsSortedAnew(t *testing.T) {
	t.Parallel()
	m := modelOf(t)
	m.Sort(ColumnFile)
	m.Sort(ColumnFile)
	all, _ := sample(t)
	m.Set(planOf(all[:3]))
	if got := cells(m); got != "B4 B2 B3" {
		t.Errorf("%s", got)
	}
	m.Change(planOf(all[:5]), nil)
	if m.Len() != 5 {
		t.Errorf("%d rows", m.Len())
	}
}

func TestAnotherFileIsShownFromTheStart(t *testing.T) {
	t.Parallel()
	m := modelOf(t)
	m.Choose(judged.ChipProblems)
	m.Search("913")
	m.Sort(ColumnFile)
	m.MoveTo(1)
	m.SelectAll()
	m.Reset()
	switch chip, ok := m.Chosen(); {
	case chip != judged.ChipAll:
		t.Errorf("chip is %v, not %v", chip, judged.ChipAll)
	case !ok:
		t.Error("ok is false")
	case m.Len() != 38:
		t.Errorf("m.Len() is %v, not 38", m.Len())
	case m.Cursor() != -1:
		t.Errorf("m.Cursor() is %v, not %v", m.Cursor(), -1)
	case m.Targets() != 0:
		t.Errorf("m.Targets() is %v, not 0", m.Targets())
	case !m.query.IsZero():
		t.Error("m.query.IsZero() is false")
	case m.Sorting().Column != "":
		t.Errorf("m.Sorting().Column is %q", m.Sorting().Column)
	case m.Value(0, ColumnCell).Text != "B2":
		t.Errorf("m.Value(0, ColumnCell).Text is %q, not %q", m.Value(0, ColumnCell).Text, "B2")
	}
}

// TestWhatIsShownFollowsFromTheRows changes rows and what is shown in any order: counts
// and rows are those of a model that gets the same rows at once.
func TestWhatIsShownFollowsFromTheRows(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		d := deskOf(t, rapid.SliceOfN(rapid.SampledFrom(messy()), 1, 12).Draw(rt, "texts"))
		for range rapid.IntRange(1, 12).Draw(rt, "steps") {
			i := rapid.IntRange(-1, d.m.Len()).Draw(rt, "row")
			switch rapid.IntRange(0, 11).Draw(rt, "what") {
			case 0:
				d.m.Choose(rapid.SampledFrom(judged.AllChips()).Draw(rt, "chip"))
			case 1:
				d.m.Search(rapid.SampledFrom([]string{"", "8201", "flowers", "problem"}).Draw(rt, "typed"))
			case 2:
				d.m.Sort(rapid.SampledFrom([]string{ColumnFile, ColumnSend, ColumnStatus}).Draw(rt, "column"))
			case 3:
				d.m.MoveTo(i)
			case 4:
				d.m.ExtendTo(i)
			case 5:
				d.m.ToggleAt(i)
			case 6:
				d.m.ToggleSkip()
			case 7:
				d.m.Act(i, rapid.SampledFrom([]ActionKind{ActionUse, ActionExpand, ActionOverride, ActionSkip}).Draw(rt, "action"))
			case 8:
				d.m.Apply(rapid.SampledFrom(d.m.Fixes()).Draw(rt, "fix"), "")
			case 9:
				d.m.FilterAlike(i, rapid.SampledFrom([]string{ColumnStatus, ColumnFile}).Draw(rt, "alike"), rapid.Bool().Draw(rt, "without"))
			case 10:
				d.m.ClearFilters()
			default:
				if c, _, ok := d.m.Edit(i, ColumnFile); ok {
					d.m.Commit(c, rapid.SampledFrom(messy()).Draw(rt, "text"))
				}
			}
			check(rt, d)
		}
	})
}

func check(t *rapid.T, d *desk) {
	fresh := NewModel(d, nil)
	fresh.Set(d.planner.Plan())
	for _, c := range judged.AllChips() {
		if got, want := d.m.Count(c), fresh.Count(c); got != want {
			t.Fatalf("%s: %d, want %d", d.m.ChipLabel(c), got, want)
		}
	}
	if d.m.Tally != fresh.Tally {
		t.Fatalf("counted %+v, want %+v", d.m.Tally, fresh.Tally)
	}
	fresh.chip, fresh.query = d.m.chip, d.m.query
	fresh.filters = d.m.filters
	fresh.filters.File = fresh.File
	fresh.compute(wanted{fits: true})
	fresh.narrow()
	if got, want := d.m.Reasons(), fresh.Reasons(); !slices.Equal(got, want) {
		t.Fatalf("the reasons are %+v, want %+v", got, want)
	}
	if !reflect.DeepEqual(d.m.census, fresh.census) {
		t.Fatal("what fits is counted wrongly")
	}
	shown, want := map[rows.Key]bool{}, map[rows.Key]bool{}
	for i := range d.m.Len() {
		key := rows.KeyOf(d.m.Row(i))
		if shown[key] {
			t.Fatalf("%v is shown twice", key)
		}
		shown[key] = true
	}
	for i := range fresh.Len() {
		key := rows.KeyOf(fresh.Row(i))
		want[key] = true
		if !shown[key] {
			t.Fatalf("%v is not shown", key)
		}
	}
	for key := range shown {
		if !want[key] && key != d.m.guest {
			t.Fatalf("%v is shown, and does not fit", key)
		}
	}
	selected := 0
	for i := range d.m.Len() {
		if d.m.IsSelected(i) {
			selected++
		}
	}
	if at := d.m.Cursor(); selected != d.m.Selected() || at >= d.m.Len() || at >= 0 && d.m.position(d.m.cursor) != at {
		t.Fatalf("%d of %d selected rows are shown, the cursor is at %d", selected, d.m.Selected(), at)
	}
}
