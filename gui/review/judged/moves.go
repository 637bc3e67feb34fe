package judged

import (
	"numberloader/gui/rows"
	"numberloader/internal/number"
)

// Moves says where rows are after the file was judged again: a cell may have come
// to hold more or fewer numbers than before. Both lists are in file order.
type Moves struct {
	same    bool          // every row is where it was
	Another bool          // the rows are those of another list
	to      []int32       // of each old row, -1 if it is gone
	more    map[int][]int // rows that came, by the old row that they stand behind
	count   int           // of the new rows
}

// NewMoves compares the rows of before with those of now.
func NewMoves(old, now []*number.Row) Moves {
	v := Moves{same: len(old) == len(now), count: len(now)}
	for i := 0; v.same && i < len(old); i++ {
		v.same = old[i] == now[i] || rows.KeyOf(old[i]) == rows.KeyOf(now[i])
	}
	if v.same {
		return v
	}
	v.Another = len(old) == 0 || len(now) == 0 || old[len(old)-1].Record != now[len(now)-1].Record
	v.to, v.more = make([]int32, len(old)), map[int][]int{}
	i, j := 0, 0
	for i < len(old) || j < len(now) {
		switch order := orderAt(old, now, i, j); {
		case order < 0:
			v.to[i] = -1
			i++
		case order > 0:
			v.more[i-1] = append(v.more[i-1], j)
			j++
		default:
			v.to[i] = int32(j)
			i, j = i+1, j+1
		}
	}
	return v
}

// orderAt compares the rows at two places; the end comes last.
func orderAt(old, now []*number.Row, i, j int) int {
	switch {
	case i == len(old):
		return 1
	case j == len(now):
		return -1
	}
	return rows.Place(old[i], now[j])
}

// Order is an order of the rows after the moves: rows that came stand behind the
// one that they were made of.
func (v *Moves) Order(old []int32) []int32 {
	switch {
	case old == nil || v.Another && !v.same:
		return nil
	case v.same:
		return old
	}
	now := make([]int32, 0, v.count)
	take := func(came []int) {
		for _, i := range came {
			now = append(now, int32(i)) //nolint:gosec // a file has fewer rows
		}
	}
	take(v.more[-1])
	for _, i := range old {
		if v.to[i] >= 0 {
			now = append(now, v.to[i])
		}
		take(v.more[int(i)])
	}
	return now
}

// Flags are flags of the rows after the moves; rows that came have none.
func (v *Moves) Flags(old []bool) []bool {
	if old == nil || v.same {
		return old
	}
	now := make([]bool, v.count)
	for i, to := range v.to {
		if i < len(old) && to >= 0 {
			now[to] = old[i]
		}
	}
	return now
}
