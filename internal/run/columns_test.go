package run

import (
	"encoding/json"
	"errors"
	"testing"

	"pgregory.net/rapid"

	"numberloader/internal/number"
	"numberloader/internal/pool"
)

// A column says of each row what was pushed for it, in as few values as there are, also
// after it was written down.
func TestAColumnKeepsWhatEachRowHas(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		texts []string
		want  string
	}{
		"nothing":     {[]string{"", "", ""}, `{"v":[]}`},
		"one":         {[]string{"a", "a", "a"}, `{"v":["a"]}`},
		"its end":     {[]string{"a", "b", "b", "b"}, `{"v":["a","b"]}`},
		"in turns":    {[]string{"a", "b", "a", "b"}, `{"v":["a","b"],"of":[0,1,0,1]}`},
		"comes back":  {[]string{"", "b", "", "", ""}, `{"v":["","b"],"of":[0,1,0]}`},
		"all another": {[]string{"a", "b", "c"}, `{"v":["a","b","c"]}`},
	} {
		if got, err := json.Marshal(packed(c.texts)); err != nil || string(got) != c.want {
			t.Errorf("%s: %s, want %s (%v)", name, got, c.want, err)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		few := rapid.IntRange(1, 2*fewValues).Draw(t, "few")
		texts := rapid.SliceOfN(rapid.Map(rapid.IntRange(0, few), func(n int) string { return "abcdefghijklmnopq"[:n] }), 1, linesAtOnce).Draw(t, "texts")
		written, err := json.Marshal(packed(texts))
		must(t, err)
		var read column[string]
		must(t, json.Unmarshal(written, &read))
		for i, want := range texts {
			if got, err := read.at(i); err != nil || got != want {
				t.Fatalf("row %d is %q, not %q (%v): %s", i, got, want, err, written)
			}
		}
	})
}

func packed(texts []string) *column[string] {
	c := new(column[string])
	for _, text := range texts {
		c.push(text)
	}
	c.pack()
	return c
}

// What names values, cells or rows that are not there is no record of lines.
func TestARecordOfLinesNamesOnlyWhatItHas(t *testing.T) {
	t.Parallel()
	whole := func() *linesRecord {
		d := sampleDraft()
		return newKeeper().lines(0, d.Lines)
	}
	for name, spoil := range map[string]func(*linesRecord){
		"a value behind the last":  func(r *linesRecord) { r.Cell.Of = []int{0, len(r.Cell.Values)} },
		"a value before the first": func(r *linesRecord) { r.Source[0].Of = []int{-1} },
		"too many cells":           func(r *linesRecord) { r.Cells.Values = []int{len(r.Source) + 1} },
		"too few cells":            func(r *linesRecord) { r.Cells.Values = []int{-1} },
		"too many rows":            func(r *linesRecord) { r.Count = linesAtOnce + 1 },
		"too few rows":             func(r *linesRecord) { r.Count = -1 },
		"a kind that is none":      func(r *linesRecord) { r.Kind.Values = []string{"odd"} },
	} {
		r := whole()
		spoil(r)
		if _, err := r.appendTo(nil, &number.TextRows{}, &pool.Pool[number.Shared]{}); !errors.Is(err, errLine) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := whole().appendTo(nil, &number.TextRows{}, &pool.Pool[number.Shared]{}); err != nil {
		t.Error(err)
	}
}
