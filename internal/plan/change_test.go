package plan

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"numberloader/internal/number"
	"numberloader/internal/number/numbertest"
)

// anyRow is a row as a review leaves it: of any group, and going or not.
func anyRow(t *rapid.T, i int) *number.Row {
	kind := rapid.SampledFrom([]number.Kind{number.KindDID, number.KindMobile}).Draw(t, "kind")
	row := rowOf(i, rapid.SampledFrom([]string{"London", "Chicago"}).Draw(t, "location"), kind)
	switch rapid.IntRange(0, 4).Draw(t, "level") {
	case 0:
		row.LeftOut = true
	case 1:
		numbertest.Say(row, number.CodeDuplicate)
	}
	return row
}

// TestAPlanFollowsRowsThatAreJudgedAgain changes rows in any order: the plan, and
// what it says on every row, is that of planning them from scratch.
func TestAPlanFollowsRowsThatAreJudgedAgain(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		lim := Limits{Mobile: 2, Others: 3, OneRequest: rapid.Bool().Draw(t, "one request")}
		rows := make([]*number.Row, rapid.IntRange(1, 12).Draw(t, "rows"))
		for i := range rows {
			rows[i] = anyRow(t, i)
		}
		p := NewPlanner(rows, lim)
		for range rapid.IntRange(1, 5).Draw(t, "changes") {
			judged := rapid.SliceOfNDistinct(rapid.IntRange(0, len(rows)-1), 1, min(3, len(rows)), rapid.ID[int]).Draw(t, "judged")
			old := p.Plan()
			kept := Plan{Rows: slices.Clone(old.Rows), Placements: slices.Clone(old.Placements), Requests: slices.Clone(old.Requests), Limits: lim}
			rows = slices.Clone(rows)
			for _, i := range judged {
				rows[i] = anyRow(t, i)
			}
			touched := p.Change(rows, judged)
			now := p.Plan()
			if d := diff(Build(rows, lim), now); d != "" {
				t.Fatal(d)
			}
			if d := diff(kept, old); d != "" {
				t.Fatalf("an earlier plan changed: %s", d)
			}
			for i := range rows {
				_, told := slices.BinarySearch(touched, i)
				if same := old.Placements[i] == now.Placements[i] && diff(old.Rows[i], now.Rows[i]) == ""; !told && !same {
					t.Fatalf("row %d changed and was not told: %v", i, touched)
				}
			}
		}
	})
}

// BenchmarkChangeOfOneRow takes a row in the middle of one large group out, and
// puts it back.
func BenchmarkChangeOfOneRow(b *testing.B) {
	for _, n := range []int{100_000, 1_000_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			rows := make([]*number.Row, n)
			for i := range rows {
				rows[i] = rowOf(i%10_000, "London", number.KindDID)
			}
			p := NewPlanner(rows, Webex())
			for b.Loop() {
				row := *rows[n/2]
				row.LeftOut = !row.LeftOut
				rows = slices.Clone(rows)
				rows[n/2] = &row
				p.Change(rows, []int{n / 2})
			}
		})
	}
}

func BenchmarkBuild100000Rows(b *testing.B) {
	rows := make([]*number.Row, 100_000)
	for i := range rows {
		rows[i] = rowOf(i%10_000, "London", number.KindDID)
	}
	for b.Loop() {
		Build(rows, Webex())
	}
}

func TestALocationStandsWhereItsFirstRowIs(t *testing.T) {
	t.Parallel()
	rows := []*number.Row{
		rowOf(0, "London", number.KindMobile),
		rowOf(1, "Chicago", number.KindDID),
		rowOf(2, "Chicago", number.KindMobile),
		rowOf(3, "London", number.KindDID),
	}
	p := NewPlanner(rows, Webex())
	want := []shape{
		{1, 1, 1, "London", number.KindMobile, []int{0}},
		{2, 1, 1, "London", number.KindDID, []int{3}},
		{3, 1, 1, "Chicago", number.KindDID, []int{1}},
		{4, 1, 1, "Chicago", number.KindMobile, []int{2}},
	}
	if d := diff(want, shapes(p.Plan().Requests)); d != "" {
		t.Error(d)
	}
	left := *rows[0]
	left.LeftOut = true
	p.Change([]*number.Row{&left, rows[1], rows[2], rows[3]}, []int{0})
	want = []shape{
		{1, 1, 1, "Chicago", number.KindDID, []int{1}},
		{2, 1, 1, "Chicago", number.KindMobile, []int{2}},
		{3, 1, 1, "London", number.KindDID, []int{3}},
	}
	if d := diff(want, shapes(p.Plan().Requests)); d != "" {
		t.Error(d)
	}
}

func TestARowFarBehindTheOnlyRequestIsPlannedAgain(t *testing.T) {
	t.Parallel()
	lim := Limits{Mobile: 2, Others: 10, OneRequest: true}
	rows := rowsOf(t, 7, number.KindMobile)
	p := NewPlanner(rows, lim)
	rows[6] = rowOf(6, "London", number.KindMobile)
	p.Change(rows, []int{6})
	switch now := p.Plan(); {
	case now.Rows[6].Goes():
		t.Error("now.Rows[6].Goes() is true")
	case !now.Rows[6].Overflows():
		t.Error("now.Rows[6].Overflows() is false")
	case len(now.Requests) != 1:
		t.Errorf("now.Requests is %v", now.Requests)
	case now.Placements[1].Request != 1:
		t.Errorf("now.Placements[1].Request is %v, not 1", now.Placements[1].Request)
	}
}
