package sheet

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"numberloader/internal/number"
)

// TestRowsKeepTheirCellsAcrossSlabs adds rows of many sizes, some wider than a
// slab, and some whose cells are out of order or come twice.
func TestRowsKeepTheirCellsAcrossSlabs(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		widths := rapid.SliceOfN(rapid.SampledFrom([]int{0, 1, 3, 1000, 2500, cellSlab, cellSlab + 1}), 1, 8).Draw(t, "widths")
		s := New("", NewTexts(MaxTextBytes), nil)
		var want []string
		for line, width := range widths {
			columns := rapid.Permutation([]int{0, 1, 2, 2, 5}).Draw(t, "columns")
			last := map[int]string{}
			for i := range width {
				column := i
				if i < len(columns) && width == 3 {
					column = columns[i]
				}
				last[column] = fmt.Sprint(line, "-", i)
				if err := add(s, last[column], Cell{Column: uint16(column), Type: number.CellText}); err != nil {
					t.Fatal(err)
				}
			}
			if err := s.EndRow(Row{Line: line}); err != nil {
				t.Fatal(err)
			}
			if width > 0 {
				want = append(want, fmt.Sprint(line, last))
			}
		}
		var got []string
		for _, r := range s.Rows {
			cells := map[int]string{}
			for _, c := range r.Cells {
				cells[int(c.Column)] = s.Text(&c)
			}
			if !slices.IsSortedFunc(r.Cells, func(a, b Cell) int { return cmp.Compare(a.Column, b.Column) }) || len(cells) != len(r.Cells) {
				t.Fatalf("row %d is out of order", r.Line)
			}
			got = append(got, fmt.Sprint(r.Line, cells))
		}
		if diff := gocmp.Diff(want, got); diff != "" {
			t.Fatal(diff)
		}
	})
}

// TestTextsAreKeptAsTheyAre stores more texts than are remembered, short and long
// ones, some of them again.
func TestTextsAreKeptAsTheyAre(t *testing.T) {
	t.Parallel()
	store := NewTexts(1 << 30)
	for i := range 4 * recentTexts {
		text := strings.Repeat(fmt.Sprint(i%(3*recentTexts), " "), 1+i%17)
		if i%1000 == 0 {
			text = strings.Repeat(text, 1<<16/len(text))
		}
		for range 2 {
			if kept, err := store.String([]byte(text)); kept != text || err != nil {
				t.Fatalf("kept %.40q of %.40q (%v)", kept, text, err)
			}
		}
	}
	before := store.size
	for range 10 {
		if _, err := store.Keep([]byte("0 ")); err != nil {
			t.Fatal(err)
		}
	}
	if store.size > before+len("0 ") {
		t.Error("a text that comes again is stored again")
	}
}
