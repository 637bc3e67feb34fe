package activate

import (
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"numberloader/internal/activation"
	"numberloader/internal/fault"
	"numberloader/internal/number"
	"numberloader/internal/number/numbertest"
	"numberloader/internal/run"
)

func acme() run.Account {
	return run.Account{Organization: run.Organization{ID: "O1", Name: "Acme Corp"}, Role: run.RoleFullAdministrator}
}

// today is late in the evening where it is already tomorrow in UTC.
func today() time.Time {
	return time.Date(2026, 11, 28, 22, 0, 0, 0, time.FixedZone("CST", -6*60*60))
}

// listOf are inactive numbers, each with its day and its location.
func listOf(numbers ...[2]string) *activation.List {
	table := &number.Table{Columns: map[number.Field]int{number.FieldNumber: 0, number.FieldActivateOn: 1}}
	var rows []*number.Row
	for i, one := range numbers {
		n := numbertest.E164("+191367" + strconv.Itoa(10000+i))
		table.Records = append(table.Records, number.Record{Source: number.SourceOf(n.String(), one[0])})
		rows = append(rows, &number.Row{Record: int32(i), Number: n, Kind: number.KindDID, Line: int32(i + 2), Shared: &number.Shared{Column: "A", Location: one[1], LocationID: one[1]}})
	}
	there := make([]number.Held, len(rows))
	for i := range there {
		there[i] = number.Held{Number: rows[i].Number, State: number.StateInactive}
	}
	return activation.New(table, rows, there)
}

func shown(t *testing.T, account run.Account, list *activation.List) *Model {
	t.Helper()
	m := &Model{}
	m.Set(account, list, len(list.Waiting)+3, "G", today())
	return m
}

func TestNumbersAreGroupedByDayAndDueOnesChosen(t *testing.T) {
	t.Parallel()
	m := shown(t, acme(), listOf(
		[2]string{"2026-12-05", "Austin"}, [2]string{"2026-11-27", "Kansas City"}, [2]string{"2026-11-28", "Austin"}, [2]string{"", "Berlin"},
		[2]string{"2026-11-28", "Kansas City"}, [2]string{"2026-11-28", "Kansas City"}, [2]string{"asap", "Berlin"}, [2]string{"2026-11-29", "Oslo"}, [2]string{"2025-11-01", "Oslo"}))
	var lines []Line
	for i := range m.Len() {
		lines = append(lines, m.Line(i))
	}
	want := []Line{
		{Day: "Saturday, November 1, 2025", Where: "Oslo", Count: "1", When: "392 days late", Late: true, Chosen: true},
		{Day: "Yesterday, November 27", Where: "Kansas City", Count: "1", When: "A day late", Late: true, Chosen: true},
		{Day: "Today, November 28", Where: "Kansas City 2, Austin 1", Count: "3", When: "Today", Chosen: true},
		{Day: "Tomorrow, November 29", Where: "Oslo", Count: "1", When: "Tomorrow", Quiet: true},
		{Day: "Saturday, December 5", Where: "Austin", Count: "1", When: "In 7 days", Quiet: true},
		{Day: "Day is not clear", Where: "Berlin", Count: "1", When: "Choose it yourself", Quiet: true},
		{Day: "No date", Where: "Berlin", Count: "1", When: "Choose it yourself", Quiet: true},
	}
	if diff := cmp.Diff(want, lines); diff != "" {
		t.Error(diff)
	}
	inactive, stay := m.Sentence()
	switch {
	case m.Headline() != "Activate 5 numbers in Acme Corp":
		t.Errorf("m.Headline() is %v, not \"Activate 5 numbers in Acme Corp\"", m.Headline())
	case inactive != "9 numbers of this list are in Webex and inactive.":
		t.Errorf("inactive is %v, not \"9 numbers of this list are in Webex and inactive.\"", inactive)
	case stay != "4 of them wait.":
		t.Errorf("stay is %v, not \"4 of them wait.\"", stay)
	case m.Others() != "See the other 3":
		t.Errorf("m.Others() is %v, not \"See the other 3\"", m.Others())
	case m.Column() != "Activate on (column G)":
		t.Errorf("m.Column() is %v, not \"Activate on (column G)\"", m.Column())
	case m.Button() != "Activate 5 numbers":
		t.Errorf("m.Button() is %v, not \"Activate 5 numbers\"", m.Button())
	case m.Blocked() != "":
		t.Errorf("m.Blocked() is %v, not \"\"", m.Blocked())
	}
	if got := m.Checks(); len(got) != 3 || got[0].Text != "5 numbers take calls at once, in 3 locations." || got[1].More != "Nothing happens on November 29 by itself; open this list again then." {
		t.Errorf("checks %+v", got)
	}
	if got := m.Entries(5, 9); len(got) != 1 || got[0].Day != `"asap"` || got[0].Cell != "A8" {
		t.Errorf("entries %+v", got)
	}
}

// Without a column there is one group, which nobody chooses but the user.
func TestAListWithoutDaysIsOneGroup(t *testing.T) {
	t.Parallel()
	m := &Model{}
	m.Set(acme(), listOf([2]string{"", "Austin"}, [2]string{"", "Berlin"}), 2, "", today())
	switch {
	case m.Len() != 1:
		t.Errorf("m.Len() is %v, not 1", m.Len())
	case m.Line(0).Day != "All":
		t.Errorf("m.Line(0).Day is %v, not \"All\"", m.Line(0).Day)
	case m.Column() != "Activate on":
		t.Errorf("m.Column() is %v, not \"Activate on\"", m.Column())
	case m.Chosen() != 0:
		t.Errorf("m.Chosen() is %v, not 0", m.Chosen())
	case m.Others() != "":
		t.Errorf("m.Others() is %v, not \"\"", m.Others())
	}
	if got := m.Blocked(); got != "Choose the numbers to activate" {
		t.Errorf("blocked: %q", got)
	}
	m.Turn(0)
	if got := m.Checks(); m.Blocked() != "" || len(got) != 2 || m.Headline() != "Activate 2 numbers in Acme Corp" {
		t.Errorf("%q, %+v", m.Blocked(), got)
	}
}

func TestWhyNothingCanBeActivated(t *testing.T) {
	t.Parallel()
	lesser := acme()
	lesser.Role = run.RoleOther
	ahead := listOf([2]string{"2026-12-05", "Austin"})
	for want, m := range map[string]*Model{
		"Nothing is due today":                        shown(t, acme(), ahead),
		"There is nothing to activate":                shown(t, acme(), listOf()),
		"Adding numbers needs a full administrator":   shown(t, lesser, ahead),
		"Asking Acme Corp which numbers are inactive": func() *Model { m := &Model{}; m.Reading(acme(), true); return m }(),
		"Webex can't be reached":                      func() *Model { m := &Model{}; m.Failed(acme(), &fault.Error{Kind: fault.Unreachable}); return m }(),
		"Choose the numbers to activate":              func() *Model { m := shown(t, acme(), listOf([2]string{"2026-11-27", "A"})); m.Turn(0); return m }(),
	} {
		if got := m.Blocked(); got != want {
			t.Errorf("%q, not %q", got, want)
		}
	}
}

func TestManyNumbersAreShownInSteps(t *testing.T) {
	t.Parallel()
	m := shown(t, acme(), listOf(slices.Repeat([][2]string{{"", "Austin"}}, 230)...))
	for _, want := range []struct {
		shown, next int
		words       string
	}{{5, 105, "Show 100 more of 230"}, {105, 205, "Show 100 more of 230"}, {205, 230, "Show all 230"}, {230, 230, ""}} {
		if next, words := m.More(0, want.shown); next != want.next || words != want.words {
			t.Errorf("%d shown: %d, %q", want.shown, next, words)
		}
	}
}

// Each number is in one group, whatever is chosen the counts add up, and just the
// numbers of the groups that are chosen are taken.
func TestEachNumberIsInOneGroup(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		days := rapid.SampledFrom([]string{"", "asap", "2026-11-27", "2026-11-28", "2026-12-05", "1/2/2027"})
		places := rapid.SampledFrom([]string{"Austin", "Berlin", "Kansas City", "Oslo", "Reno"})
		numbers := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) [2]string { return [2]string{days.Draw(t, "day"), places.Draw(t, "place")} }), 0, 60).Draw(t, "numbers")
		list := listOf(numbers...)
		m := &Model{}
		m.Set(acme(), list, len(numbers), "B", today())
		seen := map[string]int{}
		for i := range m.Len() {
			for _, e := range m.Entries(i, len(numbers)) {
				seen[e.Number]++
			}
			if rapid.Bool().Draw(t, "turn") {
				m.Turn(i)
			}
		}
		if rapid.Bool().Draw(t, "all") {
			m.TurnAll()
		}
		takes, taken := m.Takes(), 0
		for i := range list.Waiting {
			if takes(&list.Waiting[i]) {
				taken++
			}
			if seen[list.Waiting[i].Row.Number.String()] != 1 {
				t.Fatalf("%v is in %d groups", list.Waiting[i].Row.Number, seen[list.Waiting[i].Row.Number.String()])
			}
		}
		if len(seen) != len(numbers) || taken != m.Chosen() || m.Chosen()+m.Waits() != len(numbers) {
			t.Fatalf("%d of %d in groups, %d taken, %d chosen, %d wait", len(seen), len(numbers), taken, m.Chosen(), m.Waits())
		}
	})
}

func TestTheCellsOfALineStandBesideEachOtherInAnyRoom(t *testing.T) {
	t.Parallel()
	least := leastRoom()
	if smallest := float32(280); least > smallest {
		t.Errorf("a line needs %v, the smallest window with the largest text has %v", least, smallest)
	}
	for room := least; room < 1200; room++ {
		end := float32(0)
		for i, b := range boxes(room) {
			if b.width <= 0 && i < 5 || b.width > 0 && b.at < end {
				t.Fatalf("cell %d at %v is %v wide in a room of %v, the one before ends at %v", i, b.at, b.width, room, end)
			}
			if end = b.at; b.width > 0 {
				end += b.width
			}
		}
	}
}
