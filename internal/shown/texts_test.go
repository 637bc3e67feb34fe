package shown

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestTextsStayAsTheyWere adds texts of all sizes, and looks at all of them at the end:
// at those that were there when a copy was made, also in the copy, which gets others.
func TestTextsStayAsTheyWere(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		sizes := rapid.SliceOfN(rapid.SampledFrom([]int{0, 1, 5, 127, 128, 5000, 16_384, textUnit - 6, textUnit, textUnit + 1, 3 * textUnit}), 1, 40).Draw(t, "sizes")
		freeze := rapid.IntRange(0, len(sizes)-1).Draw(t, "freeze")
		var store Texts
		var frozen *Texts
		var want []string
		var at []Text
		for i, size := range sizes {
			if i == freeze {
				frozen = store.Frozen()
			}
			text := strings.Repeat(string(rune('a'+i)), size)
			x, ok := store.Add([]byte(text))
			if !ok || (x == 0) != (text == "") {
				t.Fatalf("text %d of %d bytes is at %d, %v", i, size, x, ok)
			}
			want, at = append(want, text), append(at, x)
		}
		other, _ := frozen.Add([]byte("another"))
		if got := rowOf(&store, at).All(); !slices.Equal(got, want) {
			t.Fatal("a text is another one")
		}
		if got := rowOf(frozen, append(slices.Clone(at[:freeze]), other)); !got.Equal(RowOf(append(slices.Clone(want[:freeze]), "another")...)) {
			t.Fatal("a text of the copy is another one")
		}
	})
}

func TestTextsHaveALimit(t *testing.T) {
	t.Parallel()
	full := Texts{blocks: make([]string, textUnits-1)}
	if x, ok := full.Add([]byte("last")); !ok || full.At(x) != "last" {
		t.Error("the last block is not used")
	}
	if _, ok := full.Add(make([]byte, textUnit)); ok {
		t.Error("a text was added beyond the last block")
	}
}

func TestColumnsPastTheLastShowNothing(t *testing.T) {
	t.Parallel()
	s := RowOf("a", "", "c")
	for column, want := range map[int]string{-1: "", 0: "a", 1: "", 2: "c", 3: ""} {
		if got := s.At(column); got != want {
			t.Errorf("column %d shows %q, not %q", column, got, want)
		}
	}
	if none := (Row{}); none.Len() != 0 || none.At(0) != "" || none.Equal(s) || !s.Equal(RowOf("a", "", "c")) {
		t.Error("rows are compared wrongly")
	}
}

// rowOf is a row of texts that were added.
func rowOf(of *Texts, at []Text) Row {
	rows := NewRows(of)
	return rows.At(rows.Add(at))
}

// TestRowsLieInBlocks adds more rows than one block holds, and looks at all of them: at
// those that were there when a copy was made also in the copy, which gets others.
func TestRowsLieInBlocks(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		widths := rapid.SliceOfN(rapid.SampledFrom([]int{0, 1, 3, 16_384, rowUnit / 2, rowUnit - 1, rowUnit}), 1, 12).Draw(t, "widths")
		freeze := rapid.IntRange(0, len(widths)-1).Draw(t, "freeze")
		var texts Texts
		store := NewRows(&texts)
		add := func(to *Rows, width int) Row {
			text, _ := texts.Add([]byte{byte('a' + width%26)})
			return to.At(to.Add(slices.Repeat([]Text{text}, width)))
		}
		check := func(row Row, width int) {
			want := slices.Repeat([]string{string(rune('a' + width%26))}, width)
			if !slices.Equal(row.All(), want) || row.Len() != width || row.At(width) != "" {
				t.Fatalf("row of %d texts has %d, or others", width, row.Len())
			}
		}
		var frozen *Rows
		var rows, copied []Row
		for i, width := range widths {
			if i == freeze {
				frozen = store.Frozen(&texts)
			}
			if i >= freeze {
				copied = append(copied, add(frozen, width+1))
			}
			rows = append(rows, add(store, width))
		}
		for i, row := range rows {
			check(row, widths[i])
			if i < freeze {
				check(frozen.At(row.at), widths[i])
			} else {
				check(copied[i-freeze], widths[i]+1)
			}
		}
	})
}
