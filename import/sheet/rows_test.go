package sheet

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"numberloader/internal/number"
)

// TestRowsKeepTheirCells adds rows of many sizes and forms, of whose cells some are out of
// order, leave gaps, stand far to the right or come twice. It looks at them at the end, and in the
// copy of a sheet that went on.
func TestRowsKeepTheirCells(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		s := New("", NewTexts(MaxTextBytes), []string{"", "0"})
		var early *Sheet
		var want []map[int]Cell
		rows := rapid.IntRange(1, 30).Draw(t, "rows")
		look := rapid.IntRange(0, rows-1).Draw(t, "look")
		for line := range rows {
			if line == look {
				early = s.start()
			}
			last, types := map[int]Cell{}, []number.CellType{number.CellText, number.CellBool, number.CellNumber}[:rapid.IntRange(1, 3).Draw(t, "types")]
			for i, column := range rapid.SliceOfN(rapid.SampledFrom([]uint16{0, 1, 1, 2, 3, 5, 40, 41, MaxColumns - 1}), 0, 12).Draw(t, "columns") {
				c := Cell{Column: column, Type: rapid.SampledFrom(types).Draw(t, "type"), Format: Format(i % 3), Formula: i == 1}
				if err := add(s, fmt.Sprint("x", line, "-", i), c); err != nil {
					t.Fatal(err)
				}
				last[int(column)] = s.row[len(s.row)-1]
			}
			if err := s.EndRow(Row{Line: line + 1}); err != nil {
				t.Fatal(err)
			}
			if len(last) > 0 {
				want = append(want, last)
			}
		}
		checkRows(t, s, want)
		checkRows(t, early, want[:len(early.Rows)])
	})
}

// checkRows holds that rows have these cells by their columns, and no others.
func checkRows(t *rapid.T, s *Sheet, want []map[int]Cell) {
	t.Helper()
	var got []map[int]Cell
	for i := range s.Rows {
		r, cells, last := &s.Rows[i], map[int]Cell{}, -1
		for c := range s.Cells(r) {
			if int(c.Column) <= last {
				t.Fatalf("column %d after column %d", c.Column, last)
			}
			last = int(c.Column)
			cells[last] = c
		}
		for column := range last + 2 {
			if c := s.Cell(r, column); c != cells[column] && c != gap(column) {
				t.Fatalf("column %d has %v, not %v", column, c, cells[column])
			}
		}
		if s.WidthOf(r) != last+1 {
			t.Fatalf("the row is %d columns wide, not %d", s.WidthOf(r), last+1)
		}
		source, plain := s.Source(r)
		for column := range last + 1 {
			if plain && (source.Len() != last+1 || source.At(column) != s.Shown(s.Cell(r, column))) {
				t.Fatalf("column %d shows %q", column, source.At(column))
			}
		}
		got = append(got, cells)
	}
	if !slices.EqualFunc(want, got, maps.Equal) {
		t.Fatal(gocmp.Diff(want, got))
	}
}

// TestARowIsWhatItShows holds that a row takes no further room if it shows the texts of its
// cells, and that it is never changed.
func TestARowIsWhatItShows(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		columns []uint16
		shown   []string
		own     bool
	}{
		"as it is":     {[]uint16{0, 1, 2}, []string{"a0", "a1", "a2"}, true},
		"gaps":         {[]uint16{1, 4}, []string{"", "a1", "", "", "a4"}, true},
		"other text":   {[]uint16{0, 1, 2}, []string{"a0", "other", "a2"}, false},
		"merged over":  {[]uint16{1, 4}, []string{"other", "a1", "", "", "a4"}, false},
		"far to right": {[]uint16{30}, append(make([]string, 30), "a30"), false},
		"two of three": {[]uint16{0, 30}, append([]string{"a0"}, append(make([]string, 29), "a30")...), false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := New("", NewTexts(MaxTextBytes), nil)
			for _, column := range c.columns {
				if err := add(s, fmt.Sprint("a", column), Cell{Column: column, Type: number.CellText}); err != nil {
					t.Fatal(err)
				}
			}
			if err := s.EndRow(Row{Line: 1}); err != nil {
				t.Fatal(err)
			}
			var shown []number.Text
			for _, text := range c.shown {
				kept, err := s.texts.KeepString(text)
				if err != nil {
					t.Fatal(err)
				}
				shown = append(shown, kept)
			}
			r := &s.Rows[0]
			source := s.Showing(r, shown)
			if got := source.All(); !slices.Equal(got, c.shown) || (source == s.shown.At(r.texts)) != c.own {
				t.Errorf("shows %q", got)
			}
			for _, column := range c.columns {
				if got := s.Text(s.Cell(r, int(column))); got != fmt.Sprint("a", column) {
					t.Errorf("column %d holds %q", column, got)
				}
			}
		})
	}
}

// TestManyFormsAreKept has more forms of rows than are looked for, each in two rows.
func TestManyFormsAreKept(t *testing.T) {
	t.Parallel()
	s := New("", NewTexts(MaxTextBytes), nil)
	const forms = mostForms + 10
	for line := range 2 * forms {
		if err := errors.Join(add(s, "1", Cell{Format: Format(line / 2), Type: number.CellText}), s.EndRow(Row{Line: line + 1})); err != nil {
			t.Fatal(err)
		}
	}
	for i := range s.Rows {
		if c := s.Cell(&s.Rows[i], 0); c.Format.index() != i/2 || s.Text(c) != "1" {
			t.Fatalf("row %d has %v", i, c)
		}
	}
	if len(s.forms.all) != forms || len(s.forms.known) > mostForms {
		t.Errorf("%d forms, %d of them looked for", len(s.forms.all), len(s.forms.known))
	}
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
