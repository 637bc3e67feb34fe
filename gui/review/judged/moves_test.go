package judged

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"numberloader/gui/rows"
	"numberloader/internal/number"
)

// partsOf are rows: so many for each record.
func partsOf(counts ...int) []*number.Row {
	var all []*number.Row
	for record, n := range counts {
		for part := range n {
			all = append(all, &number.Row{Record: int32(record), Part: int32(part)})
		}
	}
	return all
}

func TestMovesKeepOrderAndFlagsOfTheRowsThatStay(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 6).Draw(t, "records")
		counts := rapid.SliceOfN(rapid.IntRange(0, 3), n, n)
		old, now := partsOf(append(counts.Draw(t, "old"), 1)...), partsOf(append(counts.Draw(t, "now"), 1)...)
		order := make([]int32, len(old))
		flags := make([]bool, len(old))
		for i := range order {
			order[i], flags[i] = int32(i), rapid.Bool().Draw(t, "flag")
		}
		order = rapid.Permutation(order).Draw(t, "order")
		v := NewMoves(old, now)
		got, on := v.Order(slices.Clone(order)), v.Flags(slices.Clone(flags))
		if sorted := slices.Sorted(slices.Values(got)); len(sorted) != len(now) || len(slices.Compact(sorted)) != len(now) {
			t.Fatalf("%v is no order of %d rows", got, len(now))
		}
		var before, after []rows.Key
		for _, i := range order {
			before = append(before, rows.KeyOf(old[i]))
		}
		stay := map[rows.Key]bool{}
		for i := range now {
			key := rows.KeyOf(now[i])
			at := slices.IndexFunc(old, func(r *number.Row) bool { return rows.KeyOf(r) == key })
			stay[key] = at >= 0
			if want := at >= 0 && flags[at]; on[i] != want {
				t.Fatalf("%v has the flag %v", key, on[i])
			}
		}
		for _, i := range got {
			if key := rows.KeyOf(now[i]); stay[key] {
				after = append(after, key)
			}
		}
		before = slices.DeleteFunc(before, func(key rows.Key) bool { return !stay[key] })
		if !slices.Equal(before, after) {
			t.Fatalf("%v became %v", before, after)
		}
	})
}
