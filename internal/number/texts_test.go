package number

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
		if got := store.Source(at).All(); !slices.Equal(got, want) {
			t.Fatal("a text is another one")
		}
		if got := frozen.Source(append(slices.Clone(at[:freeze]), other)); !got.Equal(SourceOf(append(slices.Clone(want[:freeze]), "another")...)) {
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
	s := SourceOf("a", "", "c")
	for column, want := range map[int]string{-1: "", 0: "a", 1: "", 2: "c", 3: ""} {
		if got := s.At(column); got != want {
			t.Errorf("column %d shows %q, not %q", column, got, want)
		}
	}
	if none := (Source{}); none.Len() != 0 || none.At(0) != "" || none.Equal(s) || !s.Equal(SourceOf("a", "", "c")) {
		t.Error("rows are compared wrongly")
	}
}

// TestRowsLieInBlocks adds more rows than one block holds, and looks at all of them.
func TestRowsLieInBlocks(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		widths := rapid.SliceOfN(rapid.SampledFrom([]int{0, 1, 3, 16_384, rowUnit / 2, rowUnit - 1, rowUnit}), 1, 12).Draw(t, "widths")
		var store Texts
		var rows []Source
		for i, width := range widths {
			text, _ := store.Add([]byte{byte('a' + i)})
			rows = append(rows, store.Source(slices.Repeat([]Text{text}, width)))
		}
		for i, row := range rows {
			if row.Len() != widths[i] || row.Len() > 0 && row.At(row.Len()-1) != string(rune('a'+i)) || row.At(row.Len()) != "" {
				t.Fatalf("row %d of %d texts has %d", i, widths[i], row.Len())
			}
		}
	})
}

func TestARecordChangesNoOther(t *testing.T) {
	t.Parallel()
	one := Record{Stated: &Stated{FieldType: "DID"}}
	other := one
	other.SetText(FieldLocation, "Austin")
	if one.Text(FieldLocation) != "" || other.Text(FieldType) != "DID" || other.Text(FieldLocation) != "Austin" {
		t.Errorf("they state %v and %v", one.Stated, other.Stated)
	}
	if one = (Record{}); one.Text(FieldType) != "" || other.Text(FieldCountry) != "" {
		t.Error("a text comes from nowhere")
	}
}
