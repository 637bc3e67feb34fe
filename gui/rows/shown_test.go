package rows

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// others are rows 0, 2, 4 … of a list, downward.
func others(n int) Shown {
	s := NewShown(-1)
	var order []int32
	for i := range int32(n) { //nolint:gosec // lists are shorter
		order = append(order, i)
	}
	slices.Reverse(order)
	s.Arrange(n, order, func(row int) bool { return row%2 == 0 })
	return s
}

func TestRowsAreSelectedAsInAList(t *testing.T) {
	t.Parallel()
	s := others(11) // 10 8 6 4 2 0
	for _, step := range []struct {
		name    string
		do      func()
		cursor  int
		want    []int
		targets int
	}{
		{"a click selects nothing but the cursor", func() { s.MoveTo(1) }, 1, nil, 1},
		{"Shift goes on from the cursor", func() { s.ExtendTo(3) }, 3, []int{8, 6, 4}, 3},
		{"Shift again begins at the same row", func() { s.ExtendTo(0) }, 0, []int{10, 8}, 2},
		{"Ctrl adds a row", func() { s.ToggleAt(4) }, 4, []int{10, 8, 2}, 3},
		{"Ctrl takes a row out", func() { s.ToggleAt(0) }, 0, []int{8, 2}, 2},
		{"Shift goes on from the row that Ctrl touched", func() { s.ExtendTo(2) }, 2, []int{10, 8, 6}, 3},
		{"nowhere changes nothing", func() { s.ExtendTo(9); s.ToggleAt(-1) }, 2, []int{10, 8, 6}, 3},
		{"an arrow ends it", func() { s.MoveTo(3) }, 3, nil, 1},
		{"the row of the cursor counts beside one that Ctrl adds", func() { s.ToggleAt(0) }, 0, []int{10, 4}, 2},
		{"all", s.SelectAll, 0, []int{10, 8, 6, 4, 2, 0}, 6},
		{"none", s.SelectNone, 0, nil, 1},
		{"the row of the cursor alone", func() { s.ToggleAt(0) }, 0, []int{10}, 1},
		{"that taken out again", func() { s.ToggleAt(0) }, 0, nil, 1},
		{"no cursor", func() { s.MoveTo(-1) }, -1, nil, 0},
		{"Shift without a cursor", func() { s.ExtendTo(2) }, 2, []int{6}, 1},
	} {
		step.do()
		if got := s.SelectedRows(); !slices.Equal(got, step.want) {
			t.Errorf("%s: %v are selected", step.name, got)
		}
		if got := s.Cursor(); got != step.cursor {
			t.Errorf("%s: the cursor is at %d", step.name, got)
		}
		if got := s.Targets(); len(got) != step.targets {
			t.Errorf("%s: meant are %v", step.name, got)
		}
	}
}

func TestTheCursorStaysOnItsRow(t *testing.T) {
	t.Parallel()
	s := others(11)
	s.MoveTo(2) // row 6
	s.Arrange(11, nil, func(row int) bool { return row != 6 })
	if got := s.Cursor(); got != -1 {
		t.Errorf("not shown, it is at %d", got)
	}
	s.Arrange(11, nil, func(row int) bool { return row > 3 })
	if got := s.Cursor(); got != 2 {
		t.Errorf("shown again, it is at %d", got)
	}
	s.Arrange(6, nil, func(int) bool { return true })
	s.Arrange(11, nil, func(int) bool { return true })
	if got := s.Cursor(); got != -1 {
		t.Errorf("its row was gone, and it is at %d", got)
	}
}

// Whatever is clicked, only rows that are shown are selected.
func TestOnlyRowsThatAreShownAreSelected(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		s := others(12)
		t.Repeat(map[string]func(*rapid.T){
			"move":   func(t *rapid.T) { s.MoveTo(rapid.IntRange(-1, 12).Draw(t, "to")) },
			"toggle": func(t *rapid.T) { s.ToggleAt(rapid.IntRange(-1, 12).Draw(t, "at")) },
			"extend": func(t *rapid.T) { s.ExtendTo(rapid.IntRange(-1, 12).Draw(t, "to")) },
			"all":    func(*rapid.T) { s.SelectAll() },
			"some": func(t *rapid.T) {
				part := rapid.IntRange(1, 3).Draw(t, "part")
				s.Arrange(12, nil, func(row int) bool { return row%part == 0 })
			},
			"": func(t *rapid.T) {
				var seen []int
				for i := range s.Len() {
					if s.IsSelected(i) {
						row, _ := s.RowAt(i)
						seen = append(seen, row)
					}
				}
				if got := s.SelectedRows(); !slices.Equal(got, seen) {
					t.Fatalf("%v are selected, and of those that are shown %v", got, seen)
				}
			},
		})
	})
}
