package review

import (
	"fmt"
	"strconv"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// eachLong measures a step on screens with very many rows, of which a tenth has a problem:
// what is done with one row should take as long in the longest list.
func eachLong(b *testing.B, step func(st *stage, rows int) (do func())) {
	b.Helper()
	for _, rows := range []int{100_000, 1_000_000} {
		b.Run(strconv.Itoa(rows), func(b *testing.B) {
			all := make([][3]string, rows)
			for i := range all {
				all[i] = [3]string{fmt.Sprintf("+1816%07d", 2_000_000+i), "DID", "Kansas City"}
				if i%10 == 0 {
					all[i][0] = fmt.Sprintf("816 %05d", i)
				}
			}
			do := step(onStageWith(b, all), rows)
			for b.Loop() {
				do()
			}
		})
	}
}

// BenchmarkScreenFrame scrolls by one turn of the wheel.
func BenchmarkScreenFrame(b *testing.B) {
	eachLong(b, func(st *stage, _ int) func() {
		return func() { test.Scroll(st.window.Canvas(), fyne.NewPos(300, 300), 0, -48) }
	})
}

// BenchmarkScreenFrameAtTheEnd does the same at the end of the list.
func BenchmarkScreenFrameAtTheEnd(b *testing.B) {
	eachLong(b, func(st *stage, rows int) func() {
		st.at(rows - 1)
		up := float32(48)
		return func() {
			test.Scroll(st.window.Canvas(), fyne.NewPos(300, 300), 0, up)
			up = -up
		}
	})
}

// BenchmarkScreenOneRowChanges shows one row that was judged again.
func BenchmarkScreenOneRowChanges(b *testing.B) {
	eachLong(b, func(st *stage, _ int) func() {
		st.at(5000)
		return func() { st.Change(st.plan, []int{5000}) }
	})
}

// BenchmarkScreenAllRowsChange shows rows that were all judged again.
func BenchmarkScreenAllRowsChange(b *testing.B) {
	eachLong(b, func(st *stage, _ int) func() {
		return func() { st.Update(st.plan) }
	})
}
