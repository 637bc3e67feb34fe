package open

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"numberloader/gui/file"
	"numberloader/internal/number"
	"numberloader/internal/review"
)

func plausible(accepted, sampled int) review.Plausible {
	return review.Plausible{Region: "DE", Accepted: accepted, Sampled: sampled}
}

func TestReadingTellsHowManyRowsThereAreSoFar(t *testing.T) {
	t.Parallel()
	title, text := readingText(file.Reading{Path: "/x/list.csv"})
	if title != "Reading list.csv" || text != "Nothing is sent." {
		t.Errorf("got %q, %q", title, text)
	}
	_, text = readingText(file.Reading{Progress: number.Progress{Rows: 12000, Share: 0.349}})
	if text != "12,000 rows so far, 34% of the file. Nothing is sent." {
		t.Errorf("got %q", text)
	}
}

func TestAnExcerptShowsTheFirstRowsAsTheFileHasThem(t *testing.T) {
	t.Parallel()
	table := &number.Table{
		HeaderRow: 3, Headings: []string{"Site", "Phone\nnumber", "", ""},
		Records: []number.Record{
			{Line: 4, Source: number.SourceOf("Kansas City, Missouri, beside the river", "+19135550101")},
			{Line: 12, Source: number.SourceOf("", "913\n555", "", "x")},
		},
	}
	e := excerptOf(table)
	want := []ExcerptColumn{
		{Title: "Row", Letters: 2, index: -1},
		{Title: "Site", Letters: mostLetters, index: 0},
		{Title: "Phone number", Letters: 12, index: 1},
		{Title: "D", Letters: fewestLetters, index: 3},
	}
	if diff := cmp.Diff(want, e.Columns, cmp.AllowUnexported(ExcerptColumn{})); diff != "" || e.Len() != 2 {
		t.Error(diff)
	}
	for want, at := range map[string][2]int{"12": {1, 0}, "+19135550101": {0, 2}, "913 555": {1, 2}, "x": {1, 3}} {
		if got := e.Cell(at[0], at[1]); got != want {
			t.Errorf("row %d, column %d: %q, want %q", at[0], at[1], got, want)
		}
	}
	for _, at := range [][2]int{{-1, 0}, {2, 0}, {0, -1}, {0, 4}, {0, 3}} {
		if got := e.Cell(at[0], at[1]); got != "" {
			t.Errorf("row %d, column %d: %q", at[0], at[1], got)
		}
	}
}

func TestAnExcerptIsBounded(t *testing.T) {
	t.Parallel()
	wide := number.Record{Source: number.SourceOf(strings.Split(strings.Repeat("x,", 100), ",")...)}
	table := &number.Table{}
	for range excerptRows + 5 {
		table.Records = append(table.Records, wide)
	}
	if e := excerptOf(table); e.Len() != excerptRows || len(e.Columns) != excerptColumns+1 {
		t.Errorf("%d rows, %d columns", e.Len(), len(e.Columns))
	}
	if e := excerptOf(nil); e.Len() != 0 || e.Columns != nil {
		t.Error("rows of nothing")
	}
}
