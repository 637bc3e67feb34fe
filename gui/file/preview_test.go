package file

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"numberloader/internal/number"
	"numberloader/internal/review"
)

// standings are how many rows have each standing.
func standings(by map[number.Standing]int) (all [number.StandingSkipped + 1]int) {
	for standing, n := range by {
		all[standing] = n
	}
	return all
}

func TestEachChoiceIsLookedAt(t *testing.T) {
	t.Parallel()
	k := &book{sheets: []*number.Table{desks(), mobiles()}}
	b := opens(t, k)
	if _, known := b.Preview(0); known {
		t.Error("a preview of nothing")
	}
	b.asks(AskSheet)
	first, _ := b.Preview(0)
	want := Preview{
		Rows: 2, Column: 1, Counted: 2, Counts: review.Counts{Rows: 2, Ready: 2, Going: 2, By: standings(map[number.Standing]int{number.StandingReady: 2})},
		Samples: []number.Sample{{Cell: "B2", Text: "+19135550101"}, {Cell: "B3", Text: "+19135550102"}},
	}
	if diff := cmp.Diff(want, first); diff != "" || !b.Previewing() {
		t.Error(diff)
	}
	second, _ := b.Preview(1)
	if diff := cmp.Diff(Preview{Rows: 3, Doubt: true, Samples: []number.Sample{{Cell: "B2", Text: "+493023125201"}}}, second); diff != "" {
		t.Error(diff)
	}
	b.AnswerSheets("Mobiles")
	b.asks(AskColumn)
	for i, want := range []review.Counts{
		{Rows: 2, Ready: 1, Problems: 1, Going: 1, LeftBehind: 1, Hidden: 1, By: standings(map[number.Standing]int{number.StandingProblem: 1, number.StandingReady: 1, number.StandingSkipped: 1})},
		{Rows: 2, Ready: 2, Going: 2, Hidden: 1, By: standings(map[number.Standing]int{number.StandingReady: 2, number.StandingSkipped: 1})},
	} {
		got, known := b.Preview(i)
		if lacking := want.Problems; !known || got.Counts != want || got.Countryless != lacking {
			t.Errorf("column %d: %+v, of which %d lack a country", i, got.Counts, got.Countryless)
		}
	}
	b.AnswerColumns(2)
	b.asks(AskHidden)
	if _, known := b.Preview(0); known || b.Previewing() {
		t.Error("the answers about hidden rows have previews")
	}
}

func TestAnEmptyCellBesideAnotherNumberIsNoProblem(t *testing.T) {
	t.Parallel()
	list := leaf("List", []string{"Site", "Number", "Phone"},
		[]string{"", "+19135550101", "+19135550201"}, []string{"", "", "+19135550202"}, []string{"", "+19135550103", ""}, []string{"", "", ""}, []string{"", "", "+19135550204"})
	list.Ask = &number.Ask{Candidates: []number.Candidate{{Column: 1}, {Column: 2}}}
	b := opens(t, &book{sheets: []*number.Table{list}})
	b.asks(AskColumn)
	for i, rows := range []int{3, 4} { // with the row that holds neither
		if got, known := b.Preview(i); !known || got.Rows != rows || got.Counts.Problems != 1 {
			t.Errorf("column %d: %d rows, %+v", i, got.Rows, got.Counts)
		}
	}
}

// TestTotalsAreNoRowsOfAPreview has a total in each of two sheets that are asked about.
func TestTotalsAreNoRowsOfAPreview(t *testing.T) {
	t.Parallel()
	one, two := desks(), mobiles()
	one.Records[1].Skipped, two.Records[0].Skipped = number.SkipTotal, number.SkipHeading
	b := opens(t, &book{sheets: []*number.Table{one, two}})
	b.asks(AskSheet)
	for i, rows := range []int{1, 2} {
		if got, known := b.Preview(i); !known || got.Rows != rows || i == 0 && got.Counted != rows {
			t.Errorf("sheet %d: %+v", i, got)
		}
	}
}
