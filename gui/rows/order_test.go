package rows

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// ordered is the order of texts as a stable sort makes it.
func ordered(texts []string, down bool) []int32 {
	want := make([]int32, len(texts))
	for i := range want {
		want[i] = int32(i)
	}
	slices.SortStableFunc(want, func(a, b int32) int {
		if down {
			return cmp.Compare(texts[b], texts[a])
		}
		return cmp.Compare(texts[a], texts[b])
	})
	return want
}

func TestOrderIsThatOfAStableSort(t *testing.T) {
	t.Parallel()
	column := Column[string]{ID: "text", Text: func(text string) string { return text }}
	check := func(t interface {
		Fatalf(format string, args ...any)
	}, texts []string,
	) {
		for _, down := range []bool{false, true} {
			got := Order(len(texts), func(i int) string { return texts[i] }, column, down)
			if want := ordered(texts, down); !slices.Equal(got, want) {
				t.Fatalf("down %v: %v\ngot  %v\nwant %v", down, texts, got, want)
			}
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		check(t, rapid.SliceOf(rapid.StringOfN(rapid.RuneFrom([]rune("ab1é")), 0, 4, -1)).Draw(t, "texts"))
	})
	many := make([]string, 3*mostWords) // so many that they are not ranked
	for i := range many {
		many[i] = fmt.Sprintf("+1913%d", (i*7919)%(2*mostWords))
		if i%2 == 0 {
			many[i] += "0123456789012345"
		}
	}
	check(t, many)
	check(t, slices.Concat(many, []string{""}))
	check(t, []string{})
}

func TestOrderFollowsTheKeyOfAColumn(t *testing.T) {
	t.Parallel()
	column := Column[int]{ID: "n", Key: func(n int) uint64 { return uint64(n) }} //nolint:gosec // small
	values := []int{300, 2, 70000, 2, 0}
	for down, want := range map[bool][]int32{false: {4, 1, 3, 0, 2}, true: {2, 0, 1, 3, 4}} {
		if got := Order(len(values), func(i int) int { return values[i] }, column, down); !slices.Equal(got, want) {
			t.Errorf("down %v: %v", down, got)
		}
	}
}

func TestNumbersAreOrderedAsTheirTexts(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		digits := rapid.StringMatching(`(\+[1-9][0-9]{1,14})?`)
		a, b := digits.Draw(t, "a"), digits.Draw(t, "b")
		if cmp.Compare(NumberKey(a), NumberKey(b)) != cmp.Compare(a, b) {
			t.Fatalf("%q and %q have the keys %x and %x", a, b, NumberKey(a), NumberKey(b))
		}
	})
}

func TestContainsIsWithoutRegardToCase(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		letters := rapid.StringOfN(rapid.RuneFrom([]rune("aAbBÄä1 @`[")), 0, 6, -1)
		text, part := letters.Draw(t, "text"), strings.ToLower(letters.Draw(t, "part"))
		if got := contains(text, part); got != strings.Contains(strings.ToLower(text), part) {
			t.Fatalf("%q contains %q: %v", text, part, got)
		}
	})
}
